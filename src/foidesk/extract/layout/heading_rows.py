"""Which rows stand over the data of a table: titles and headings."""

from __future__ import annotations

from ..basis.questions import QUESTION
from ..basis.terms import total_word
from ..figures.grid import Grid, Slot
from ..figures.hints import hint_kind, may_be
from .figure_columns import is_figure

LONG = 60


def first_data_row(grid: Grid, figures: frozenset[int]) -> int | None:
    """The first row with a figure, or with a mark for none, under the figure columns."""
    for index, row in enumerate(grid.rows):
        slots = [row[c] for c in figures]
        words = any(slot.says.kind == "text" for slot in slots)  # "Corrosion | Unknown | Total" are heads
        if any(map(is_figure, slots)) or (any(slot.says.kind == "nil" for slot in slots) and not words):
            return index
    return None


def title_rows(grid: Grid, start: int | None) -> tuple[int, ...]:
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


def heading_rows(
    grid: Grid, figures: frozenset[int], titles: tuple[int, ...], start: int | None
) -> tuple[int, ...]:
    first = max(titles, default=-1) + 1
    if start is None:
        return _words_header(grid, first)
    region = [row for row in range(first, start) if row not in grid.blank_rows]
    over = [row for row in region if any(not grid.slot(row, c).blank for c in figures)]
    while len(over) > 1 and _is_banner(grid, over[-1], start):
        banner = over.pop()
        region = [row for row in region if row < banner]
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
    if (
        len(below) < 3
        or len(top) < 3
        or len(texts) < len(top)
        or any(slot.says.kind not in ("text", "nil") for slot in top)
    ):
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
