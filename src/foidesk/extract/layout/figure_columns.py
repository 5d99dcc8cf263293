"""Which columns of a table hold figures, and which only look so: row numbers, references, runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from foidesk.words.normal import normalise

from ..basis.questions import QUESTION
from ..basis.terms import total_word
from ..figures.grid import Grid, Slot
from ..figures.headings import read_axis
from ..figures.hints import hint_kind, may_be
from ..figures.marks import may_explain_x, meanings
from ..figures.own_meaning import COUNT_WORDS
from ..figures.references import names_cases
from .tick_marks import is_tick_or_none

_TICK = "x"
_PAIR = re.compile(r"\d{1,6}(?:[-/.]\d{1,8}){1,3}")
NUMBERED = re.compile(r"(?i)(?:\b(?:number|num|no|nr|id|ref|reference|nummer|az)\b|#)\W*$")
_SERIES = re.compile(r"[^\W\d]+ (\d{1,4})")


def figure_columns(grid: Grid) -> frozenset[int]:
    """The columns that hold figures which are no row numbers, ids or periods."""
    found = frozenset(c for c in range(grid.width) if any(is_figure(row[c]) for row in grid.rows))
    ticked = frozenset(c for c in found if _only_ticks(grid, c))
    found = frozenset() if ticked == found else found
    return frozenset(
        c for c in found if not _names_rows(grid, c) and _enough_figures(grid, c) and not _only_totals(grid, c)
    )


def _only_ticks(grid: Grid, column: int) -> bool:
    """True for a column of nothing but x, which holds back numbers only where others stand in the table.

    Below the first x all is a mark of yes or no, or blank. Where the text around the table speaks of an x or of
    small numbers, it is no tick.
    """
    held = [at for at, row in enumerate(grid.rows) if is_figure(row[column])]
    explained = _TICK in {mark.lower() for mark in meanings(grid.ground)} or may_explain_x(grid.ground)
    if explained or {grid.rows[at][column].text.casefold() for at in held} != {_TICK}:
        return False
    return all(is_tick_or_none(row[column]) for row in grid.rows[held[0] :])


def _only_totals(grid: Grid, column: int) -> bool:
    """True if a column of words or years holds a figure in the row of the total only: it counts the rows.

    Its words stand beside data: "Outcome" over "Live", blanks below and 0 as their sum, are a head of two lines.
    """
    held = [row for row in grid.rows if is_figure(row[column])]
    if not all(_sums(row) for row in held):
        return False
    told = ("text", "year", "period", "date")
    words = [at for at, row in enumerate(grid.rows) if row[column].says.kind in told]
    data = [at for at, row in enumerate(grid.rows) if any(map(is_figure, row)) and not _sums(row)]
    return len(words) > 1 and (not data or words[-1] >= data[0])


def _sums(row: Sequence[Slot]) -> bool:
    return any(total_word(slot.text) for slot in row)


def is_figure(slot: Slot) -> bool:
    return slot.says.is_figure or slot.says.kind == "list"


def _enough_figures(grid: Grid, column: int) -> bool:
    """True if figures and holes make most of what stands below the first figure."""
    slots = [row[column] for row in grid.rows]
    first = next(i for i, slot in enumerate(slots) if is_figure(slot))
    below = [slot for slot in slots[first:] if not slot.blank and slot.first]
    figures = sum(is_figure(slot) or slot.says.kind in ("nil", "year") for slot in below)
    top = next((slot.text for slot in slots if not slot.blank), "")
    return figures >= (0.3 if hint_kind(grid.ground, top) == "measure" else 0.6) * len(below)


def _names_rows(grid: Grid, column: int) -> bool:
    """True for a column of row numbers or of references."""
    if any(QUESTION.match(row[column].text) for row in grid.rows[:3]) or are_references(grid, column):
        return True
    top = next((row[column].text for row in grid.rows if not row[column].blank), "")
    slots, may_number = [row[column] for row in grid.rows], may_be(grid.ground, top, "id")
    if is_nearly_run(slots, 2 if may_number else 3) or (may_number and _is_lost_run(slots)):
        return _numbers_rows(grid, column, top)
    if may_number and normalise(top) not in COUNT_WORDS and _is_number_of_someone(grid, column):
        return True
    plainly = hint_kind(grid.ground, top) == "id" and not any(letter.isdigit() for letter in top)
    return plainly and not may_be(grid.ground, top, "measure") and _all_different(grid, column)


def _is_number_of_someone(grid: Grid, column: int) -> bool:
    """True for whole numbers of as many digits each beside a day in every row: "Officer number", one twice."""
    told = [row for row in grid.rows if is_figure(row[column]) and row[column].first]
    digits = {len(row[column].text) if row[column].text.isdigit() else 0 for row in told}
    days = all(any(slot.says.kind == "date" for slot in row) for row in told)
    return len(told) > 1 and len(digits) == 1 and min(digits) >= LONG_NUMBER and days


def are_references(grid: Grid, column: int) -> bool:
    """True for a column of references, by its cells, or by its cells and a head that calls them numbers."""
    return grid.memo.get(
        ("references", column),
        lambda: names_cases(row[column] for row in grid.rows) or _called_references(grid, column),
    )


def _called_references(grid: Grid, column: int) -> bool:
    """True for "22-300", "22-309" ... under "Claim number": pairs of numbers, no two alike."""
    filled = [row[column].text for row in grid.rows if row[column].first and not row[column].blank]
    cells = filled[1:]
    paired = [text for text in cells if _PAIR.fullmatch(text.strip())]
    return len(paired) > 2 and NUMBERED.search(filled[0]) is not None and len(set(paired)) == len(cells)


ALIGNED, LONG_NUMBER = 3, 3


def is_nearly_run(slots: list[Slot], least: int = 3) -> bool:
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
    """True if recognition left few row numbers of many: each that is left tells its row below the heading.

    Beside two that do, one may be misread: "a." for 1.
    """
    filled = [slot for slot in slots if slot.first and not slot.blank]
    if len(filled) < 2 or _ordinal(filled[0]) is not None or len(slots) - slots.index(filled[0]) < len(filled) + 2:
        return False
    counted = [slot for slot in filled[1:] if _ordinal(slot) is not None]
    misread = len(filled) - 1 - len(counted)
    aligned = all(_ordinal(slot) == slot.row - filled[0].row for slot in counted)
    return aligned and (misread == 0 or (misread == 1 and len(counted) > 1))


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


def without_figures(
    grid: Grid, figures: frozenset[int], header: tuple[int, ...], rows: list[int]
) -> frozenset[int]:
    """Columns headed like those with figures that hold nothing but blanks and dashes: they may say zero."""
    if not figures or not header or not rows:
        return frozenset()
    heads = {c: grid.slot(header[-1], c).piece for c in range(grid.width) if not grid.slot(header[-1], c).blank}
    empty = [c for c in heads if c not in figures and all(grid.slot(r, c).says.is_hole for r in rows)]
    said = {c: read_axis(grid.ground, [heads[c]]).labels[0] for c in empty}
    return frozenset(c for c, m in said.items() if m.period or m.total or (m.where and not m.unknown))
