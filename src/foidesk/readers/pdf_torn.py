"""Rows whose cells stand at unlike heights, and lines that are printed over those of the next row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from foidesk.readers.pdf_near import Doubt
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import Line, frame_of, text_of

APART = 0.8
"""Line heights of white across a row in which none of its cells stands."""
OVER = 0.35
"""The share of their height by which two lines of one column overlap that were not set for each other."""


def torn_rows(table: Found) -> Iterator[Doubt]:
    """The cells of a row that a white from edge to edge parts into some above and some below: perhaps two rows."""
    rows: dict[int, list[Slot]] = defaultdict(list)
    for slot in table.slots if table.kind != "ruled" else ():
        if slot.row == slot.row_to and slot.tokens:
            rows[slot.row].append(slot)
    for slots in rows.values():
        frames = sorted(((frame_of(slot.tokens), slot) for slot in slots), key=lambda pair: pair[0].y0)
        lowest = frames[0][0].y1
        for n, (frame, slot) in enumerate(frames):
            if frame.y0 - lowest > APART * slot.tokens[0].size:
                yield from ((box, cell.text) for box, cell in (frames[n - 1], frames[n]))
            lowest = max(lowest, frame.y1)


def overprinted(table: Found) -> Iterator[Doubt]:
    """Lines of one column that overlap: a text too long for its cell, printed over the cell below."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for slot in table.slots:
        if slot.column == slot.column_to and all(token.upright for token in slot.tokens):
            columns[slot.column] += filter(None, slot.lines)
    for lines in columns.values():
        placed = sorted(((frame_of(line), text_of(line)) for line in lines), key=lambda pair: pair[0].y0)
        for (a, above), (b, below) in pairwise(placed):
            height = min(a.y1 - a.y0, b.y1 - b.y0)
            if a.x0 < b.x1 and b.x0 < a.x1 and a.y1 - b.y0 > OVER * height and above != below:
                yield from ((a, above), (b, below))
