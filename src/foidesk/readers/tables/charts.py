"""What looks like a table but is none: charts, whose scales and grids line up, and lists of contents."""

from __future__ import annotations

import re
from itertools import pairwise

from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import LEADER, Frame, PageInk

PLAIN = re.compile(r"^[-–]?\d[\d,]*(?:\.\d+)?%?$")
TICKS = 4


def is_chart(frame: Frame, ink: PageInk) -> bool:
    """True if slanting strokes run inside: lines of a chart, whose grid is no table."""
    xs = [x for x, y in ink.slants if frame.has(x, y)]
    return len(xs) >= 3 and max(xs) - min(xs) > 0.2 * (frame.x1 - frame.x0)


def has_scale(table: Found) -> bool:
    """True if a row or a column is the scale of a chart: 0, 10, 20, 30 ..."""
    rows: dict[int, list[str]] = {}
    columns: dict[int, list[str]] = {}
    for slot in sorted(table.slots, key=lambda s: (s.row, s.column)):
        if not slot.empty():
            rows.setdefault(slot.row, []).extend(token.text for token in slot.tokens)
            columns.setdefault(slot.column, []).append(slot.text)
    lines = ([token.text for token in line] for slot in table.slots for line in slot.lines)
    in_one_cell = any(is_scale(line, one_cell=True) for line in lines)
    return in_one_cell or any(map(is_scale, (*rows.values(), *columns.values())))


def is_scale(words: list[str], one_cell: bool = False) -> bool:
    """True for numbers only, in even steps of another size than 1; unless all are in one cell, from or to 0."""
    if len(words) < TICKS or not all(map(PLAIN.match, words)):
        return False
    values = [float(word.replace(",", "").replace("–", "-").rstrip("%")) for word in words]
    steps = [round(b - a, 6) for a, b in pairwise(values)]
    return (
        (one_cell or 0.0 in (values[0], values[-1])) and len(set(steps)) == 1 and abs(steps[0]) not in (0.0, 1.0)
    )


def is_contents(table: Found) -> bool:
    """True for a list of contents: leaders, then page numbers that never go down."""
    if table.columns != 2:
        return False
    labels = [slot.text for slot in table.slots if slot.column == 0]
    pages = [slot for slot in table.slots if slot.column == slot.column_to == 1]
    led = sum(bool(LEADER.search(text)) for text in labels)
    return led >= 0.6 * max(1, len(pages)) and len(pages) >= 3 and _never_down(pages)


def _never_down(slots: list[Slot]) -> bool:
    words = [slot.text for slot in sorted(slots, key=lambda s: s.row)]
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= 4]
    ordered = sum(a <= b for a, b in pairwise(numbers))
    return len(numbers) >= 0.7 * len(words) and ordered >= 0.9 * (len(numbers) - 1)
