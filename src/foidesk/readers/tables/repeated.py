"""Tables set level beside each other, told by the head of their labels: it stands twice, over words both times."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import frame_of, is_number

HEADS = 2
"""Rows at the top in which the head of the labels may stand."""
LEAST = 3
"""Labels that each of the two tables has at least."""


def parted_at_second_labels(table: Found) -> list[Found]:
    """The table, as two where the head of its labels stands again over labels, and figures follow both.

    In one row they would be one case: "Northern 12 | Southern 9" as a row named Northern. Where all heads stand
    twice it is one list set in two columns, or a ranking: that is doubted and stays as printed.
    """
    cells: dict[int, dict[int, str]] = defaultdict(dict)
    for slot in table.slots:
        if slot.column == slot.column_to and not slot.empty():
            cells[slot.column][slot.row] = slot.text
    for row in range(HEADS):
        head = cells[0].get(row, "")
        again = [at for at in range(2, table.columns - 1) if head and cells[at].get(row) == head]
        heads = [cells[column].get(row, "") for column in range(table.columns)]
        other = len(again) == 1 and not set(heads[again[0] :]) <= set(heads[: again[0]])
        if other and _is_begun(table, cells, row, again[0]):
            return [_part(table, 0, again[0]), _part(table, again[0], table.columns)]
    return [table]


def _is_begun(table: Found, cells: dict[int, dict[int, str]], row: int, at: int) -> bool:
    """True if both columns hold labels, all columns behind them figures, and nothing runs from one part over."""
    if any(slot.column < at <= slot.column_to for slot in table.slots):
        return False
    for column in range(table.columns):
        below = [text for n, text in cells[column].items() if n > row]
        numbers = sum(map(is_number, below))
        if column in (0, at) and (numbers or len(below) < LEAST):
            return False
        if column not in (0, at) and numbers < 0.8 * len(below):
            return False
    return True


def _part(table: Found, first: int, end: int) -> Found:
    """The columns from `first` to before `end` as a table of its own."""
    slots = [_moved(slot, first) for slot in table.slots if first <= slot.column < end]
    rows = max(slot.row_to for slot in slots if not slot.empty()) + 1
    frame = frame_of([token for slot in slots for token in slot.tokens])
    kept = [slot for slot in slots if slot.row < rows]
    xs, ys = table.xs[first : end + 1], table.ys[: rows + 1]
    return replace(table, frame=frame, slots=kept, xs=[frame.x0, *xs[1:-1], frame.x1], ys=[*ys[:-1], frame.y1])


def _moved(slot: Slot, first: int) -> Slot:
    return replace(slot, column=slot.column - first, column_to=slot.column_to - first)
