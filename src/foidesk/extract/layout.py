"""The lie of a table: which rows head it, which hold data, and what each column is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from foidesk.words.normal import normalise
from foidesk.words.periods import period

from .grid import Grid, Slot
from .headings import hint_kind, may_be, read_axis
from .questions import QUESTION
from .references import names_cases
from .terms import total_word

NATURES = ("figures", "period", "text", "id", "row number", "blank")
LONG = 60
_SERIES = re.compile(r"[^\W\d]+ (\d{1,4})")
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


def lay_out(grid: Grid) -> Layout:
    """The layout of a table."""
    figures = _figure_columns(grid)
    start = _first_data_row(grid, figures)
    titles = _titles(grid, start)
    header = _header(grid, figures, titles, start)
    inner = header[0] if not start and header and header[0] > 0 else None
    below = max((*titles, *(header if inner is None else ())), default=-1) + 1
    rows = [row for row in range(below, grid.height) if row != inner]
    figures |= _without_figures(grid, figures, header, rows)
    body = tuple(_body(grid, header, rows, figures))
    data = [row.index for row in body if row.role == "data"]
    natures = tuple(_nature(grid, column, data, header, figures) for column in range(grid.width))
    return Layout(grid, titles, header, body, natures)


# ---------------------------------------------------------------- figures


def _figure_columns(grid: Grid) -> frozenset[int]:
    """The columns that hold figures which are no row numbers, ids or periods."""
    found = frozenset(c for c in range(grid.width) if any(_is_figure(row[c]) for row in grid.rows))
    return frozenset(
        c for c in found if not _names_rows(grid, c) and _enough_figures(grid, c) and not _only_totals(grid, c)
    )


def _only_totals(grid: Grid, column: int) -> bool:
    """True if a column of words or years holds a figure in the row of the total only: it counts the rows."""
    held = [row for row in grid.rows if _is_figure(row[column])]
    words = sum(row[column].says.kind in ("text", "year", "period", "date") for row in grid.rows)
    return words > 1 and all(any(total_word(slot.text) for slot in row) for row in held)


def _is_figure(slot: Slot) -> bool:
    return slot.says.is_figure or slot.says.kind == "list"


def _enough_figures(grid: Grid, column: int) -> bool:
    """True if figures and holes make most of what stands below the first figure."""
    slots = [row[column] for row in grid.rows]
    first = next(i for i, slot in enumerate(slots) if _is_figure(slot))
    below = [slot for slot in slots[first:] if not slot.blank and slot.first]
    figures = sum(_is_figure(slot) or slot.says.kind in ("nil", "year") for slot in below)
    top = next((slot.text for slot in slots if not slot.blank), "")
    return figures >= (0.3 if hint_kind(grid.ground, top) == "measure" else 0.6) * len(below)


def _names_rows(grid: Grid, column: int) -> bool:
    """True for a column of row numbers or of references."""
    if any(QUESTION.match(row[column].text) for row in grid.rows[:3]) or _are_references(grid, column):
        return True
    top = next((row[column].text for row in grid.rows if not row[column].blank), "")
    slots, may_number = [row[column] for row in grid.rows], may_be(grid.ground, top, "id")
    if _is_nearly_run(slots, 2 if may_number else 3) or (may_number and _is_lost_run(slots)):
        return _numbers_rows(grid, column, top)
    plainly = hint_kind(grid.ground, top) == "id" and not any(letter.isdigit() for letter in top)
    return plainly and not may_be(grid.ground, top, "measure") and _all_different(grid, column)


def _are_references(grid: Grid, column: int) -> bool:
    return grid.memo.get(("references", column), lambda: names_cases(row[column] for row in grid.rows))


ALIGNED = 3


def _is_nearly_run(slots: list[Slot], least: int = 3) -> bool:
    """True for a run of row numbers in which a few are missing, at its start or inside.

    Where each is the number of its row, more may be missing: recognised characters lose a digit here and there.
    """
    counted = [slot for slot in slots if slot.first and _ordinal(slot) is not None]
    values = [value for slot in counted if (value := _ordinal(slot)) is not None]
    if all(slot.says.kind == "year" for slot in counted):
        return False
    rising = all(before < after for before, after in pairwise(values))
    if len(values) < least or not rising or values[0] < 1:
        return False
    missing = values[-1] - values[0] + 1 - len(values)
    if (
        len(values) >= ALIGNED
        and len({value - slot.row for slot, value in zip(counted, values, strict=True)}) == 1
    ):
        return True
    return missing == 0 or (missing <= max(1, len(values) // 5) and values[0] <= 2)


def _is_lost_run(slots: list[Slot]) -> bool:
    """True if recognition left few row numbers of many: each that is left tells its row below the heading."""
    filled = [slot for slot in slots if slot.first and not slot.blank]
    if len(filled) < 2 or _ordinal(filled[0]) is not None or len(slots) - slots.index(filled[0]) < len(filled) + 2:
        return False
    return all(_ordinal(slot) == slot.row - filled[0].row for slot in filled[1:])


def _numbers_rows(grid: Grid, column: int, top: str) -> bool:
    """True if a run 1, 2, 3 numbers the rows; beside the labels of one breakdown it may be counts."""
    first = column == 0 or (hint_kind(grid.ground, top) == "id" and is_run(row[column] for row in grid.rows))
    if grid.width < 2 or not first:
        return False
    return grid.width > 2 or not may_be(grid.ground, top, "measure")


def _all_different(grid: Grid, column: int) -> bool:
    values = [row[column].text for row in grid.rows if row[column].says.is_figure and row[column].first]
    return len(set(values)) == len(values)


def is_run(slots: Iterable[Slot]) -> bool:
    """True if the slots count up one by one from 1, three or more: "1", "2" or "Officer 1", "Officer 2"."""
    values = [value for slot in slots if slot.first and (value := _ordinal(slot)) is not None]
    return len(values) >= 3 and values == list(range(1, len(values) + 1))


def _ordinal(slot: Slot) -> int | None:
    exact = slot.says.exact
    if exact is not None:
        return int(exact) if exact == int(exact) else None
    named = _SERIES.fullmatch(slot.text)
    return int(named[1]) if named else None


def _without_figures(
    grid: Grid, figures: frozenset[int], header: tuple[int, ...], rows: list[int]
) -> frozenset[int]:
    """Columns headed like those with figures that hold nothing but blanks and dashes: they may say zero."""
    if not figures or not header or not rows:
        return frozenset()
    heads = {c: grid.slot(header[-1], c).piece for c in range(grid.width) if not grid.slot(header[-1], c).blank}
    empty = [c for c in heads if c not in figures and all(grid.slot(r, c).says.is_hole for r in rows)]
    said = {c: read_axis(grid.ground, [heads[c]]).labels[0] for c in empty}
    return frozenset(c for c, m in said.items() if m.period or m.total or (m.where and not m.unknown))


# ---------------------------------------------------------------- rows


def _first_data_row(grid: Grid, figures: frozenset[int]) -> int | None:
    """The first row with a figure, or with a mark for none, under the figure columns."""
    for index, row in enumerate(grid.rows):
        if any(_is_figure(row[c]) or row[c].says.kind == "nil" for c in figures):
            return index
    return None


def _titles(grid: Grid, start: int | None) -> tuple[int, ...]:
    """The rows above the headings that hold one cell of words."""
    rows: list[int] = []
    for index in range(grid.height if start is None else start):
        filled = grid.filled(index)
        if _names_letter(grid, index, start):
            rows.append(index)
            continue
        if len(filled) > 1 or (filled and not _is_title(grid, filled[0], index, start)):
            break
        rows.append(index)
    return tuple(rows) if len(rows) < grid.height else ()


def _names_letter(grid: Grid, index: int, start: int | None) -> bool:
    """True for a row like "Borough of Exampleton | FOI 12/34" above the headings: words that head no column."""
    filled, below = grid.filled(index), index + 1
    if len(filled) < 2 or start is None or below >= start or any(slot.width > 1 for slot in filled):
        return False
    strange = not any(hint_kind(grid.ground, slot.text) or _knows(grid, slot.text) for slot in filled)
    dated = any(slot.says.kind in ("year", "date") or slot.says.is_figure for slot in filled)
    return strange and not dated and len(grid.filled(below)) > len(filled) and _heads(grid, below)


def _heads(grid: Grid, row: int) -> bool:
    return _recognised(grid, row) or any(QUESTION.match(slot.text) for slot in grid.filled(row))


def _is_title(grid: Grid, slot: Slot, index: int, start: int | None) -> bool:
    if grid.width == 1:
        return False
    if slot.width >= grid.width:
        return True
    last_chance = start is not None and index == start - 1
    return slot.column == 0 and not last_chance


def _header(grid: Grid, figures: frozenset[int], titles: tuple[int, ...], start: int | None) -> tuple[int, ...]:
    first = max(titles, default=-1) + 1
    if start is None:
        return _words_header(grid, first)
    region = [row for row in range(first, start) if row not in grid.blank_rows]
    over = [row for row in region if any(not grid.slot(row, c).blank for c in figures)]
    while len(over) > 1 and _is_banner(grid, over[-1], start):
        region = [row for row in region if row < over.pop()]
    if over:
        return tuple(row for row in region if row <= over[-1])
    if region and _recognised(grid, region[0]):
        return (region[0],)
    return _numbered_header(grid, first, figures) or _inner_header(grid, figures, start)


def _is_banner(grid: Grid, row: int, start: int) -> bool:
    """True for words over all columns that others stand over further down: they head a group of rows."""
    filled = grid.filled(row)
    if len(filled) != 1 or filled[0].width < max(2, grid.width - 1):
        return False
    below = (grid.filled(other) for other in range(start + 1, grid.height))
    return any(len(slots) == 1 and slots[0].width == filled[0].width for slots in below)


def _inner_header(grid: Grid, figures: frozenset[int], start: int) -> tuple[int, ...]:
    """Headings below the first row of data: the one row of words over every figure column."""
    rows = [
        row for row in range(start + 1, grid.height)
        if len(grid.filled(row)) > 2 and all(grid.slot(row, c).says.kind == "text" for c in figures)
    ]  # fmt: skip
    plain = [row for row in rows if not any(total_word(slot.text) for slot in grid.filled(row))]
    named = plain and all(may_be(grid.ground, grid.slot(plain[0], c).text, "measure") for c in figures)
    return (plain[0],) if start == 0 and len(plain) == 1 and named else ()


def _numbered_header(grid: Grid, row: int, figures: frozenset[int]) -> tuple[int, ...]:
    """A first row of bare numbers under a recognised heading: "Years of service | 1 | 2 | 3"."""
    if row >= grid.height - 1 or len(figures) < 2:
        return ()
    kind = hint_kind(grid.ground, grid.slot(row, 0).text)
    return (row,) if kind == "variable" and not _knows(grid, grid.slot(row, 0).text) else ()


def _words_header(grid: Grid, first: int) -> tuple[int, ...]:
    """The heading row of a table without figures: one whose cells are names, not categories."""
    rows = [row for row in range(first, grid.height) if row not in grid.blank_rows]
    return (rows[0],) if rows and (_recognised(grid, rows[0]) or _contrasts(grid, rows)) else ()


def _contrasts(grid: Grid, rows: list[int]) -> bool:
    """True if a first row of different words stands over a column of days, and over no day itself."""
    top, below = grid.filled(rows[0]), rows[1:]
    texts = {slot.text.casefold() for slot in top}
    if len(below) < 3 or len(top) < 3 or len(texts) < len(top) or any(slot.says.kind != "text" for slot in top):
        return False
    days = [s.column for s in top if _mostly_days([grid.slot(row, s.column) for row in below])]
    return bool(days) and max(map(len, texts)) <= LONG


def _mostly_days(slots: list[Slot]) -> bool:
    filled = [slot for slot in slots if not slot.blank]
    return len(filled) > 2 and sum(slot.says.kind == "date" for slot in filled) >= 0.8 * len(filled)


def _recognised(grid: Grid, row: int) -> bool:
    """True if at least half of the row's cells are headings that the survey or anybody knows."""
    filled = grid.filled(row)
    named = [
        s for s in filled if hint_kind(grid.ground, s.text) and not (_knows(grid, s.text) and len(filled) > 2)
    ]
    dated = any(s.says.kind in ("year", "date") for s in filled)
    return bool(filled) and not dated and len(named) * 2 >= len(filled)


def _knows(grid: Grid, text: str) -> bool:
    return any(matcher.knows(text) for matcher in grid.ground.matchers.values())


def _body(grid: Grid, header: tuple[int, ...], rows: list[int], figures: frozenset[int]) -> list[Row]:
    heads = {grid.key(row) for row in header}
    last = max((r for r in rows if _has_data(grid, r, figures)), default=grid.height - 1)
    return [Row(r, _role(grid, r, heads, figures, last)) for r in rows if r not in grid.blank_rows]


def _has_data(grid: Grid, row: int, figures: frozenset[int]) -> bool:
    if figures:
        return not _over_all(grid, row) and any(not grid.slot(row, c).blank for c in figures)
    return len(grid.filled(row)) > 1


def _over_all(grid: Grid, row: int) -> bool:
    """True for a row with one cell of words over several columns: it heads the rows below."""
    filled = grid.filled(row)
    return len(filled) == 1 and filled[0].width > 1 and filled[0].says.kind == "text"


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
    heads_others = below is not None and grid.slot(below, slot.column).blank and len(grid.filled(below)) > 1
    if heads_others or period(slot.text, grid.ground.context.period) is not None:
        return "section"
    return "lone"


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
    if any(QUESTION.match(grid.slot(row, column).text) for row in header):
        return "id"
    numbering = may_be(grid.ground, _heading_text(grid, column, header), "id")
    if _is_nearly_run(slots, 2 if numbering else 3) and (column == 0 or numbering):
        return "row number"
    if numbering and hint_kind(grid.ground, _heading_text(grid, column, header)) in ("", "id"):
        return "id"
    if _are_references(grid, column):
        return "id"
    headed = hint_kind(grid.ground, _heading_text(grid, column, header)) == "period"
    if _share_of_periods(grid, slots) >= (0.3 if headed else 0.8):
        return "period"
    return "text"


def _heading_text(grid: Grid, column: int, header: tuple[int, ...]) -> str:
    return " ".join(dict.fromkeys(grid.slot(row, column).text for row in header))


def _share_of_periods(grid: Grid, slots: list[Slot]) -> float:
    texts = {slot.text: slot for slot in slots}.values()
    dated = sum(
        s.says.kind in ("date", "year") or period(s.text, grid.ground.context.period) is not None for s in texts
    )
    return dated / len(texts)
