"""The ground that extraction stands on: one reading, its words by place, and the survey's own terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

from foidesk.law import law
from foidesk.model.codebook import Measure, Variable
from foidesk.model.context import Context
from foidesk.model.periods import Period
from foidesk.model.places import Locator, PagePlace, Place, TextPlace
from foidesk.model.reading import Block, Cell, Part, Reading, Table
from foidesk.words import periods as words

from .generated import unnumbered
from .index import WordIndex, aligned, tokens_of
from .locale import Locale, locale_of
from .note_marks import notes_of, without_mark
from .pieces import Piece, Run, Span
from .questions import by_question
from .short_years import as_years, counts_in_years
from .terms import Categories, Headings, Memo
from .year_start import year_start


class _Years(TypedDict):
    year_start: tuple[int, int]
    day_first: bool | None


_BULLETS = frozenset("•▪◦·●○■□➢➤")
BULLETED = 0.6
_NAMES_A_LAW = re.compile(
    r"(?:\bAct|\b(?:the|under|of)\s[^.;:]{0,80}\b(?:Regulations|Statutes|Directive))\s*(?:\([^()]{1,40}\)\s*)?(?:of\s+)?$"
)
"""What stands before the year of a law: "a notice under the Antisocial Behaviour etc. (Scotland) Act 2004"."""
_LINKS = ("-", "–", "—", "=", ":")


@dataclass(frozen=True, eq=False)
class Ground:
    """One reading and its context, with what is looked up often kept at hand."""

    reading: Reading
    context: Context

    @property
    def document(self) -> str:
        return self.reading.document

    @cached_property
    def parts(self) -> dict[str, Part]:
        """The parts that are not sealed, by name."""
        return {part.name: part for part in self.reading.visible_parts()}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables that stand on visible parts; one of numbered questions is a table for each question."""
        seen = (t for t in self.reading.tables if t.cells and all(name in self.parts for name in t.parts))
        seen = (t for t in seen if not _is_of_lines(t))
        return tuple(unnumbered(part, self.parts) for table in seen for part in by_question(table))

    @cached_property
    def matchers(self) -> dict[str, Categories]:
        """The categories of each variable."""
        asked = [question.text for question in self.context.questions]
        return {v.id: Categories(v, self._codings(v), asked) for v in self.context.codebook.variables}

    @cached_property
    def of_body(self) -> frozenset[str]:
        """The variables that are asked of the body itself only: no words outside their question are about them."""
        each = {one.id for one in self.context.codebook.measures if one.each}
        asked = [
            (set(one.measures) <= each and bool(one.measures), one.variables) for one in self.context.questions
        ]
        counted = {name for alone, names in asked if not alone for name in names}
        return frozenset(name for alone, names in asked if alone for name in names if name not in counted)

    def _codings(self, variable: Variable) -> dict[str, tuple[str, ...]]:
        return {phrase: ids for (name, phrase), ids in self.context.codings.items() if name == variable.id}

    @cached_property
    def headings(self) -> Headings:
        return Headings(self.context.codebook)

    @cached_property
    def locale(self) -> Locale:
        """How this document writes its numbers."""
        return locale_of(self.reading, law(self.context.law).decimal if self.context.law else "")

    @cached_property
    def year_start(self) -> tuple[int, int]:
        """The first day of the body's financial year."""
        return year_start((part.text for part in self.reading.visible_parts()), self.context.law)

    @cached_property
    def notes(self) -> dict[str, tuple[str, ...]]:
        """What the document's notes say, by the names of their marks."""
        cells = (cell.text for table in self.tables for cell in table.cells)
        return notes_of((*(piece.text for _, _, piece in self.block_pieces()), *cells))

    def bare(self, text: str) -> str:
        """A label without the mark of a note to it."""
        return without_mark(text, self.notes)

    def period(self, text: str) -> Period | None:
        """The period that a text is, years being the body's, cut to the days asked for."""
        return words.period(self.bare(text), self.context.period, **self._years)

    def whole_year(self, when: Period) -> Period:
        """The year that a period was cut from to fit the days asked for; else the period itself."""
        whole = words.period(when.label, **self._years) if when.kind == "part year" and when.label else None
        return whole if whole is not None and when.inside(whole) else when

    def periods(self, texts: Sequence[str]) -> tuple[Period | None, ...]:
        """The periods of headings that stand side by side."""
        return words.periods([self.bare(text) for text in texts], self.context.period, **self._years)

    def period_in(self, text: str) -> tuple[words.PeriodSeen, ...]:
        """The periods inside running text."""
        seen = words.period_in(text, self.context.period, **self._years)
        found = tuple(one for one in seen if not _NAMES_A_LAW.search(text[: one.start]))
        return tuple(map(as_years, found)) if self._short_years else found

    @cached_property
    def _short_years(self) -> bool:
        """True if "09/10" is a year in this document, for "10/11" stands there as well."""
        return counts_in_years(part.text for part in self.parts.values())

    @property
    def _years(self) -> _Years:
        """How this document writes its years and its dates in figures."""
        return {"year_start": self.year_start, "day_first": self.locale.day_first}

    @cached_property
    def memo(self) -> Memo:
        """What was found out once about a text of this document."""
        return Memo()

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        return self.context.codebook.measures

    def locator(self, piece: Piece) -> Locator:
        return piece.locator(self.document)

    @property
    def title(self) -> str:
        """What a person calls this document."""
        return self.context.name or f"document {self.document[:8]}"

    def where(self, place: Place) -> str:
        return f"{self.title}, {place.describe()}"

    # ---------------------------------------------------------------- places to characters

    @cached_property
    def _words(self) -> dict[str, WordIndex]:
        return {name: WordIndex(part) for name, part in self.parts.items()}

    def cell_piece(self, cell: Cell, parts: tuple[str, ...]) -> Piece:
        """The words of a cell, tied to the raw text of the part that holds it."""
        place = cell.place
        if isinstance(place, TextPlace):
            return self._text_piece(cell.text, place)
        index = self._index_at(place, parts)
        return Piece(cell.text, place, index.runs(cell.text, place) if index else ())

    def caption_piece(self, table: Table) -> Piece | None:
        """The caption of a table, tied to the raw text."""
        if not table.caption.strip() or table.caption_place is None:
            return None
        place = table.caption_place
        if isinstance(place, TextPlace):
            return self._text_piece(table.caption, place)
        index = self._index_at(place, table.parts)
        return Piece(table.caption, place, index.block_runs(table.caption, place) if index else ())

    def _index_at(self, place: Place, parts: tuple[str, ...]) -> WordIndex | None:
        """The words of the part, out of these, that a place lies on."""
        spot = place.page if isinstance(place, PagePlace) else getattr(place, "sheet", "")
        return self.memo.get(
            ("index", spot, parts),
            lambda: next((self._words[name] for name in parts if self._words[name].reaches(place)), None),
        )

    def _text_piece(self, text: str, place: TextPlace) -> Piece:
        part = self.parts.get(place.part)
        if part is None:
            return Piece(text, place)
        raw = part.text[place.start : place.end]
        if raw == text:
            return Piece(text, place, (Run(0, Span(part.name, place.start, place.end), place),))
        return Piece(text, place, tuple(aligned(text, tokens_of(raw, place))))

    def block_piece(self, part: Part, start: int, end: int) -> Piece:
        """Characters `start` to `end` of a part as a piece."""
        return self._words[part.name].stretch(start, end)

    def block_pieces(self) -> tuple[tuple[Part, Block, Piece], ...]:
        """Every run of text outside tables, in document order."""
        return self.memo.get("blocks", lambda: tuple(self._blocks()))

    def _blocks(self) -> Iterator[tuple[Part, Block, Piece]]:
        for part in self.parts.values():
            listed = [
                line for table in self._lists if part.name in table.parts for line in self._lines(part, table)
            ]
            blocks = sorted((*part.blocks, *listed), key=lambda block: block.start) if listed else part.blocks
            for block in blocks:
                yield part, block, self.block_piece(part, block.start, block.end)

    @cached_property
    def _lists(self) -> tuple[Table, ...]:
        """The lists that a reader took for tables."""
        return tuple(table for table in self.reading.tables if _is_of_lines(table))

    def _lines(self, part: Part, table: Table) -> Iterator[Block]:
        """The rows of such a list as lines of text."""
        for row in sorted({cell.row for cell in table.cells}):
            pieces = [self.cell_piece(cell, table.parts) for cell in table.cells if cell.row == row and cell.text]
            spans = [span for piece in pieces for span in piece.spans if span.part == part.name]
            if spans:
                start, end = min(span.start for span in spans), max(span.end for span in spans)
                yield Block("list item", part.text[start:end], start, end, pieces[0].place)


def _is_of_lines(table: Table) -> bool:
    return _is_bullets(table) or _is_labelled(table)


def _is_labelled(table: Table) -> bool:
    """True for lines of text that a wide space parts behind a dash: "2012 -  1 Dog"."""
    rows: dict[int, list[str]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if not isinstance(cell.place, TextPlace):
            return False
        rows.setdefault(cell.row, []).append(cell.text.strip())
    return all(len(row) == 2 and row[0].endswith(_LINKS) and bool(row[1]) for row in rows.values())


def _is_bullets(table: Table) -> bool:
    """True for a list that a reader took for a table: most rows are a bullet mark and words."""
    rows = {cell.row for cell in table.cells}
    marked = {cell.row for cell in table.cells if cell.column == 0 and cell.text.strip() in _BULLETS}
    return len(marked) > 1 and len(marked) >= BULLETED * len(rows)
