"""The lie of a table: which rows head it, which hold data, and what each column is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foidesk.words.normal import normalise

from ..basis.questions import QUESTION, is_question_number
from ..basis.terms import total_word
from ..figures.grid import Grid, Slot
from ..figures.hints import hint_kind, may_be
from .carried_sums import carried_rows
from .figure_columns import NUMBERED, are_references, figure_columns, is_nearly_run, without_figures
from .heading_rows import LONG, first_data_row, heading_rows, title_rows

NATURES = ("figures", "period", "text", "id", "row number", "blank")
_SENTENCE = re.compile(r"\S+(?:\s+\S+){4,}[.!?]\W*$", re.DOTALL)
_NOTE = re.compile(r"\W*(?:notes?|source|key|\*)\b|\*|†|‡|#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the body.

    `role`: "data", "section" (a label for the rows below), "lone" (a label without figures: a section, or data
    left blank), "answer" (a sentence where others have a figure), "repeat" (of the headings), "note".
    """

    index: int
    role: str


@dataclass(frozen=True)
class Layout:
    """Rows and columns of a table by what they are for."""

    grid: Grid
    titles: tuple[int, ...]
    header: tuple[int, ...]
    body: tuple[Row, ...]
    natures: tuple[str, ...]

    @property
    def data(self) -> list[int]:
        return self.rows("data")

    def rows(self, *roles: str) -> list[int]:
        return [row.index for row in self.body if row.role in roles]

    def columns(self, *natures: str) -> list[int]:
        return [column for column, nature in enumerate(self.natures) if nature in natures]

    @property
    def naming(self) -> list[int]:
        """The columns that name each case: of references, or of words below "Claim number" and the like."""
        called = [c for c in self.columns("text") if _calls_numbers(self.heading(c))]
        return sorted({*self.columns("id"), *called})

    def heading(self, column: int) -> str:
        """The words over a column, from top to bottom, each cell once."""
        seen: dict[int, str] = {}
        for row in self.header:
            slot = self.grid.slot(row, column)
            if not slot.blank:
                seen.setdefault(id(slot.cell), slot.text)
        return " ".join(seen.values())

    def lowest_heading(self, column: int) -> Slot | None:
        """The filled heading cell nearest to the body."""
        slots = [self.grid.slot(row, column) for row in reversed(self.header)]
        return next((slot for slot in slots if not slot.blank), None)


def _calls_numbers(heading: str) -> bool:
    return NUMBERED.search(re.sub(r"[_\s]+", " ", heading)) is not None


def lay_out(grid: Grid) -> Layout:
    """The layout of a table."""
    figures = figure_columns(grid)
    start = first_data_row(grid, figures)
    titles = title_rows(grid, start)
    header = heading_rows(grid, figures, titles, start)
    inner = header[0] if not start and header and header[0] > 0 else None
    below = max((*titles, *(header if inner is None else ())), default=-1) + 1
    rows = [row for row in range(below, grid.height) if row != inner]
    figures |= without_figures(grid, figures, header, rows)
    body = tuple(_body(grid, header, rows, figures))
    carried = carried_rows(grid, [row.index for row in body if row.role == "data"], figures)
    body = tuple(Row(row.index, "carried") if row.index in carried else row for row in body)
    data = [row.index for row in body if row.role == "data"]
    natures = tuple(_nature(grid, column, data, header, figures) for column in range(grid.width))
    return Layout(grid, titles, header, body, natures)


# ---------------------------------------------------------------- rows


def _body(grid: Grid, header: tuple[int, ...], rows: list[int], figures: frozenset[int]) -> list[Row]:
    heads = {grid.key(row) for row in header}
    last = max((r for r in rows if _has_data(grid, r, figures)), default=grid.height - 1)
    return [Row(r, _role(grid, r, heads, figures, last)) for r in rows if r not in grid.blank_rows]


def _has_data(grid: Grid, row: int, figures: frozenset[int]) -> bool:
    if figures:
        return not _over_all(grid, row) and any(not grid.slot(row, c).blank for c in figures)
    return len(grid.filled(row)) > 1


def _over_all(grid: Grid, row: int) -> bool:
    """True for a row with one cell of words, or a period, over several columns: it heads the rows below."""
    filled = grid.filled(row)
    if len(filled) != 1 or filled[0].width < 2:
        return False
    return filled[0].says.kind == "text" or (
        filled[0].width == grid.width > 2 and grid.ground.period(filled[0].text) is not None
    )


def _role(grid: Grid, row: int, heads: set[tuple[str, ...]], figures: frozenset[int], last: int) -> str:
    if grid.key(row) in heads:
        return "repeat"
    filled = grid.filled(row)
    if len(filled) == 1 and not _has_data(grid, row, figures) and grid.width > 1:
        return _lone(grid, row, filled[0], last)
    if figures and not _has_data(grid, row, figures) and any(_SENTENCE.match(slot.text) for slot in filled):
        return "answer"
    return "data"


def _lone(grid: Grid, row: int, slot: Slot, last: int) -> str:
    """The role of a row with a single cell of words: a note, the head of a section, or undecided."""
    if row > last and _is_note(grid, slot, last):
        return "note"
    if slot.width > 1 or (len(slot.text) <= LONG and slot.text.endswith(":")):
        return "section"
    if slot.column > 0:
        return "lone"
    if _heads_subtotal(grid, row, slot):
        return "section"
    below = next((r for r in range(row + 1, grid.height) if r not in grid.blank_rows), None)
    if below is not None and len(grid.filled(below)) > 1 and _names_all_below(grid, slot):
        return "section"
    if _is_left_blank(grid, row, slot):
        return "lone"
    heads_others = below is not None and grid.slot(below, slot.column).blank and len(grid.filled(below)) > 1
    if heads_others or (grid.ground.period(slot.text) is not None and not _is_next(grid, slot, below)):
        return "section"
    return "lone"


def _names_all_below(grid: Grid, slot: Slot) -> bool:
    """True for what is counted, without figures, over its kinds: "Incidents" over "Blood" and "Urine"."""
    if hint_kind(grid.ground, slot.text) != "measure":
        return False
    filled = (grid.slot(row, slot.column) for row in range(grid.height) if len(grid.filled(row)) > 1)
    labels = [one.text for one in filled if one.row > slot.row and not one.blank and not total_word(one.text)]
    return not any(hint_kind(grid.ground, label) == "measure" for label in labels)


def _is_left_blank(grid: Grid, row: int, slot: Slot) -> bool:
    """True for the blank "Dec 2023" between the figure of "Nov 2023" and the total: it heads nothing."""
    mine = grid.ground.period(slot.text)
    if mine is None:
        return False

    def beyond(rows: Iterable[int]) -> int | None:
        """The first row that is no further one of the same kind left blank."""
        told = (r for r in rows if r not in grid.blank_rows)
        return next((r for r in told if len(grid.filled(r)) > 1 or not alike(r)), None)

    def alike(at: int) -> bool:
        one = grid.ground.period(grid.slot(at, slot.column).text)
        return one is not None and one.kind == mine.kind

    above, below = beyond(range(row - 1, -1, -1)), beyond(range(row + 1, grid.height))
    if above is None or len(grid.filled(above)) < 2 or not alike(above):
        return False
    label = grid.slot(below, slot.column).text if below is not None else ""
    return below is None or bool(total_word(label)) or grid.ground.period(label) is not None


def _is_next(grid: Grid, slot: Slot, below: int | None) -> bool:
    """True for a year over a row with figures that begins with a year too: it is a row left blank, not a head."""
    if below is None or len(grid.filled(below)) < 2:
        return False
    mine, next_one = grid.ground.period(slot.text), grid.ground.period(grid.slot(below, slot.column).text)
    return mine is not None and next_one is not None and mine.kind == next_one.kind


def _heads_subtotal(grid: Grid, row: int, slot: Slot) -> bool:
    """True for a label without figures over rows that end in a subtotal: "Place" ... "Total Place"."""
    name = normalise(slot.text)
    for below in range(row + 1, grid.height - 1):
        label = grid.slot(below, slot.column).text
        kind = total_word(label)
        if kind == "subtotal" or (kind and f" {name} " in f" {normalise(label)} "):
            return below > row + 1
        if kind or (label and len(grid.filled(below)) == 1):
            return False
    return False


def _is_note(grid: Grid, slot: Slot, last: int) -> bool:
    """True for words under a table; a short label under the last figures is a row whose figure is blank."""
    if slot.width > 1 or len(slot.text) > LONG or _NOTE.match(slot.text):
        return True
    return slot.column == 0 and any(total_word(other.text) for other in grid.filled(last))


# ---------------------------------------------------------------- columns


def _nature(grid: Grid, column: int, data: list[int], header: tuple[int, ...], figures: frozenset[int]) -> str:
    filled = [slot for slot in grid.column(column, data) if not slot.blank]
    slots = [slot for slot in filled if not total_word(slot.text)]
    if column in figures:
        return "figures"
    if not slots:
        return "text" if filled else "blank"
    if any(QUESTION.match(grid.slot(row, column).text) for row in header) and not _labels(grid, column, slots):
        return "id"
    numbering = may_be(grid.ground, _heading_text(grid, column, header), "id")
    if is_nearly_run(slots, 2 if numbering else 3) and (column == 0 or numbering):
        return "row number"
    if numbering and hint_kind(grid.ground, _heading_text(grid, column, header)) in ("", "id"):
        return "id"
    if are_references(grid, column):
        return "id"
    headed = hint_kind(grid.ground, _heading_text(grid, column, header)) == "period"
    if _share_of_periods(grid, slots) >= (0.3 if headed else 0.8):
        return "period"
    return "text"


def _labels(grid: Grid, column: int, slots: list[Slot]) -> bool:
    """True if the words under "Question" label rows of figures: none is a mere number of a question."""
    return grid.width > column + 1 and not any(is_question_number(slot.text) for slot in slots)


def _heading_text(grid: Grid, column: int, header: tuple[int, ...]) -> str:
    return " ".join(dict.fromkeys(grid.slot(row, column).text for row in header))


def _share_of_periods(grid: Grid, slots: list[Slot]) -> float:
    texts = {slot.text: slot for slot in slots}.values()
    dated = sum(s.says.kind in ("date", "year") or grid.ground.period(s.text) is not None for s in texts)
    return dated / len(texts)
