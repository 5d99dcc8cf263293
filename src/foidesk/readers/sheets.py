"""Parts and tables of a workbook, from the filled cells of its sheets. Every sheet format ends here."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from foidesk.model.later import made_later
from foidesk.model.places import Place, SheetPlace
from foidesk.model.protocols import Source
from foidesk.model.reading import Block, Cell, Part, Table, Word

from .basket import Seen, plural
from .filled import Columns, Filled, columns_of, row_starts
from .regions import Region, find_regions
from .remarks import note_comments, note_struck
from .sheet_cells import Laid, LaidCells, LaidWords, cell_of, word_of

Spot = tuple[int, int]
STRUCK = "struck "
"""Before the kind of a cell that a line is drawn through, as readers give it."""


class Sheet:
    """One sheet as its file holds it: filled cells in reading order, and what is hidden.

    A reader gives its cells one by one or as columns; each is made of the other when it is needed.
    `unsure`: some cells are of the kind "unseen" or, written in white, "pale number", "pale text" and so on.
    `dressed`: tables or conditions colour its cells, so what is white need not be so on white.
    `unfinished`: the places of formulas without a result that are no cells; `commented`: those with a comment.
    """

    def __init__(
        self, name: str, cells: list[Filled] | None = None, hidden: str = "", *, comments: int = 0, size: str = ""
    ) -> None:
        self.name, self.hidden, self.comments, self.size = name, hidden, comments, size
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.unsure = self.dressed = False
        self.unfinished: list[tuple[int, int]] = []
        self.commented: list[tuple[int, int]] = []
        self._cells: list[Filled] | None = [] if cells is None else cells
        self._columns = Columns()

    @property
    def cells(self) -> list[Filled]:
        """The cells one by one, to be changed."""
        if self._cells is None:
            self._cells = list(map(self._columns.cell, range(self._columns.size)))
        return self._cells

    @cells.setter
    def cells(self, cells: list[Filled]) -> None:
        self._cells = cells

    @property
    def columns(self) -> Columns:
        """The cells as columns."""
        return self._columns if self._cells is None else columns_of(self._cells)

    @columns.setter
    def columns(self, columns: Columns) -> None:
        self._cells, self._columns = None, columns

    def seals(self, cell: Filled) -> bool:
        """True if nothing of the cell shows; a merged one shows if any row and column of it does."""
        if cell.row not in self.hidden_rows and cell.column not in self.hidden_columns:
            return False
        rows, columns = range(cell.row, cell.row_to + 1), range(cell.column, cell.column_to + 1)
        return self.hidden_rows.issuperset(rows) or self.hidden_columns.issuperset(columns)


def add_sheet(seen: Seen, sheet: Sheet, source: Source, unsealed: bool = False) -> None:
    """Add the part, the tables and the oddities of one sheet."""
    if sheet.hidden and not unsealed:
        _add_sealed(seen, sheet, source)
        return
    struck = settle_struck(sheet)
    settle_unseen(seen, sheet, source, unsealed)
    page = _Page(sheet, unsealed)
    regions, loose = find_regions(page.columns)
    seen.parts.append(page.part(regions, loose))
    seen.tables.extend(page.table(number, region) for number, region in enumerate(regions, 1))
    _note_hidden_lines(seen, sheet, source, unsealed)
    if "error" in page.columns.kind:
        _note_errors(seen, sheet, source)
    if sheet.unfinished or any(page.columns.formula):
        _note_unfinished(seen, sheet, source)
    _note_marked(seen, sheet, source, struck)


def spread_merged(sheet: Sheet) -> list[Filled]:
    """Give each merged cell the rows and columns it covers; returns the filled cells that stand below it."""
    if not sheet.merged:
        return []
    first = {(cell.row, cell.column): cell for cell in sheet.cells}
    below: list[Filled] = []
    for top, left, bottom, right in sheet.merged:
        corner = first.get((top, left))
        if corner is not None:
            corner.row_to, corner.column_to = bottom, right
        below += [first[spot] for spot in _inside(first, top, left, bottom, right) if spot != (top, left)]
    return below


def _inside(first: dict[Spot, Filled], top: int, left: int, bottom: int, right: int) -> Iterable[Spot]:
    """The filled places of an area, found by the shorter way."""
    if (bottom - top + 1) * (right - left + 1) > len(first):
        return [(r, c) for r, c in first if top <= r <= bottom and left <= c <= right]
    rows, columns = range(top, bottom + 1), range(left, right + 1)
    return [(r, c) for r in rows for c in columns if (r, c) in first]


def settle_struck(sheet: Sheet) -> list[Filled]:
    """The cells that a line is drawn through, each given its own kind again."""
    struck = [cell for cell in sheet.cells if cell.kind.startswith(STRUCK)] if sheet.unsure else []
    for cell in struck:
        cell.kind = cell.kind.removeprefix(STRUCK)
    return struck


def _note_marked(seen: Seen, sheet: Sheet, source: Source, struck: list[Filled]) -> None:
    """Tell which cells are struck through, and which ones comments hang on."""
    spot = f"sheet {sheet.name!r}"
    shown = [cell for cell in struck if not sheet.seals(cell)]
    places: list[Place] = [SheetPlace(sheet.name, c.row, c.column, c.row_to, c.column_to) for c in shown]
    texts = [cell.text for cell in shown]
    note_struck(seen, source, texts, list(zip(places, texts, strict=True)), spot)
    at = [SheetPlace(sheet.name, row, column, row, column) for row, column in sheet.commented if row]
    note_comments(seen, source, sheet.comments, spot, at)


def settle_unseen(seen: Seen, sheet: Sheet, source: Source, unsealed: bool) -> None:
    """Take out what nobody sees: below a merged cell, hidden by a number format, written in white on white."""
    below = spread_merged(sheet)
    hidden = {id(cell): "below a merged cell" for cell in below}
    zeros = 0
    for cell in sheet.cells if sheet.unsure else ():
        kind, zero = cell.kind, cell.number == "0"
        cell.kind = "number" if kind == "unseen" else kind.removeprefix("pale ")
        zeros += kind == "unseen" and zero
        if (kind == "unseen" and not zero) or (kind.startswith("pale ") and not sheet.dressed):
            hidden[id(cell)] = "by their number format" if kind == "unseen" else "by the colour of the paper"
    if zeros:
        seen.note("zeros-not-shown", f"{plural(zeros, 'zero')} that the number format leaves blank.", source,
                  "Ask the body whether a blank means none.", place=f"sheet {sheet.name!r}")  # fmt: skip
    if hidden:
        ways = ", ".join(sorted(set(hidden.values())))
        state = "read on request" if unsealed else "sealed"
        at = [
            (SheetPlace(sheet.name, c.row, c.column, c.row, c.column), "") for c in sheet.cells if id(c) in hidden
        ]
        seen.note("hidden-cells", f"{plural(len(hidden), 'cell')} hidden {ways}: {state}.", source,
                  "Decide whether the body meant to send it; unseal it with a reason if the figures need it.",
                  at=at[:20], severity="warning", place=f"sheet {sheet.name!r}")  # fmt: skip
    if not unsealed and hidden:
        sheet.cells = [cell for cell in sheet.cells if id(cell) not in hidden]


class _Page:
    """One sheet on its way to a `Part` and `Table`s: each cell's place and characters, once."""

    def __init__(self, sheet: Sheet, unsealed: bool) -> None:
        self.sheet, self.columns = sheet, sheet.columns
        self.any_hidden = bool(sheet.hidden or sheet.hidden_rows or sheet.hidden_columns)
        self.sealed = {
            (cell.row, cell.column) for cell in sheet.cells if not unsealed and sheet.seals(cell)
        } if sheet.hidden_rows or sheet.hidden_columns else set()  # fmt: skip
        self.laid = Laid(sheet.name, self.columns)
        self.plain = not self.any_hidden and all(self.columns.text)
        self.words: dict[int, Word] = {}
        self.text = self._plain_text() if self.plain else self._stream()

    def _plain_text(self) -> str:
        texts = self.columns.text
        return "\n".join(["\t".join(texts[a:b]) for a, b in pairwise(row_starts(self.columns.row))])

    def _stream(self) -> str:
        """The rows joined by tabs and newlines; on the way a word for each filled cell by its index."""
        pieces: list[str] = []
        at, last_row, sealed = 0, 0, self.sealed
        for index, (cell, place) in enumerate(zip(self.sheet.cells, self.laid.places, strict=True)):
            text = cell.text
            if not text or (sealed and (cell.row, cell.column) in sealed):
                continue
            if last_row:
                pieces.append("\t" if cell.row == last_row else "\n")
                at += 1
            end = at + len(text)
            self.words[index] = word_of(text, at, end, place)
            pieces.append(text)
            at, last_row = end, cell.row
        return "".join(pieces)

    def _words_at(self, indices: Iterable[int]) -> list[Word]:
        """The words of these cells, but for those without any that show."""
        if not self.plain:
            return [self.words[index] for index in indices if index in self.words]
        wanted = list(indices)
        ends, texts = self.laid.ends if wanted else [], self.columns.text
        return [
            Word(texts[i], ends[i] - len(texts[i]), ends[i], self.laid.place(i)) for i in wanted
        ]  # fmt: skip

    def part(self, regions: list[Region], loose: list[int]) -> Part:
        captions = (index for region in regions for index in region.caption)
        blocks = [self._block(word) for word in self._words_at(sorted({*loose, *captions}))]
        given: dict[str, Any] = {
            "name": self.sheet.name, "kind": "sheet", "text": self.text, "blocks": tuple(blocks),
            "layer": "cells", "hidden": self.sheet.hidden,
        }  # fmt: skip
        if self.plain:
            return made_later(Part, "words", LaidWords(self.laid), **given)
        return Part(words=tuple(self.words.values()), **given)

    def _block(self, word: Word) -> Block:
        return Block("paragraph", word.text, word.start, word.end, word.place)

    def table(self, number: int, region: Region) -> Table:
        caption = self._words_at(region.caption)
        given: dict[str, Any] = {
            "name": f"sheet {self.sheet.name!r} table {number}",
            "parts": (self.sheet.name,),
            "place": SheetPlace(self.sheet.name, region.top, region.left, region.bottom, region.right),
            "caption": "\n".join(word.text for word in caption),
            "caption_place": _around(caption),
        }
        cells = LaidCells(self.laid, region.cells, region.top, region.left)
        if self.plain:
            return made_later(Table, "cells", cells, **given)
        if not self.any_hidden:
            return Table(cells=cells(), **given)
        return Table(cells=tuple([self._cell(index, region.top, region.left) for index in region.cells]), **given)

    def _cell(self, index: int, top: int, left: int) -> Cell:
        cell, place = self.sheet.cells[index], self.laid.places[index]
        row, column, row_to, column_to = (
            cell.row - top,
            cell.column - left,
            cell.row_to - top,
            cell.column_to - left,
        )
        if self.sealed and (cell.row, cell.column) in self.sealed:
            return Cell(row, column, row_to, column_to, "", place, cell.kind, hidden=True)
        hidden = self.any_hidden and (self.sheet.hidden != "" or self.sheet.seals(cell))
        return cell_of(
            row, column, row_to, column_to, cell.text, place,
            cell.kind, cell.number, cell.number_format, cell.formula, hidden,
        )  # fmt: skip


def _around(words: list[Word]) -> SheetPlace | None:
    places = [word.place for word in words if isinstance(word.place, SheetPlace)]
    if not places:
        return None
    return SheetPlace(
        places[0].sheet,
        min(place.row for place in places), min(place.column for place in places),
        max(place.row_to for place in places), max(place.column_to for place in places),
    )  # fmt: skip


def _add_sealed(seen: Seen, sheet: Sheet, source: Source) -> None:
    """A hidden sheet is named and measured, never read: it may hold what nobody meant to send."""
    seen.parts.append(Part(sheet.name, "sheet", "", layer="cells", hidden=sheet.hidden))
    size = sheet.size or plural(len(sheet.cells), "filled cell")
    seen.note(
        "hidden-sheet", f"The sheet is {sheet.hidden} ({size}); its content is sealed and was not read.",
        source, "Decide whether the body meant to send it; unseal it with a reason if the figures need it.",
        severity="warning", place=f"sheet {sheet.name!r}",
    )  # fmt: skip


def _note_hidden_lines(seen: Seen, sheet: Sheet, source: Source, unsealed: bool) -> None:
    sealed = (
        [cell for cell in sheet.cells if sheet.seals(cell)] if sheet.hidden_rows or sheet.hidden_columns else []
    )
    if not sealed:
        return
    rows = {cell.row for cell in sealed} & sheet.hidden_rows
    columns = {cell.column for cell in sealed} & sheet.hidden_columns
    lines = [plural(len(rows), "hidden row")] * bool(rows) + [plural(len(columns), "hidden column")] * bool(
        columns
    )
    state = "read on request" if unsealed else "sealed"
    seen.note(
        "hidden-rows", f"{' and '.join(lines)} with {plural(len(sealed), 'filled cell')}: {state}.",
        source, "Totals may count them: ask the body, or unseal them with a reason.",
        severity="warning", place=f"sheet {sheet.name!r}",
    )  # fmt: skip


def _note_errors(seen: Seen, sheet: Sheet, source: Source) -> None:
    wrong = [cell for cell in sheet.cells if cell.kind == "error" and not sheet.seals(cell)]
    if wrong:
        seen.note(
            "error-cells", f"{plural(len(wrong), 'cell')} with an error instead of a value.",
            source, "Ask the body for the missing values.",
            at=_places(sheet, wrong), severity="warning", place=f"sheet {sheet.name!r}",
        )  # fmt: skip


def _note_unfinished(seen: Seen, sheet: Sheet, source: Source) -> None:
    empty = [cell for cell in sheet.cells if cell.formula and not cell.text and not sheet.seals(cell)]
    empty += [cell for at in sheet.unfinished if not sheet.seals(cell := Filled(*at, ""))]
    if empty:
        seen.note(
            "formula-without-value", f"{plural(len(empty), 'formula')} saved without a result.",
            source, "Open the workbook in a spreadsheet program, save it and read it again.",
            at=_places(sheet, empty), severity="warning", place=f"sheet {sheet.name!r}",
        )  # fmt: skip


def _places(sheet: Sheet, cells: Iterable[Filled]) -> list[tuple[SheetPlace, str]]:
    shown = list(cells)[:20]
    return [(SheetPlace(sheet.name, c.row, c.column, c.row, c.column), c.text or c.formula) for c in shown]
