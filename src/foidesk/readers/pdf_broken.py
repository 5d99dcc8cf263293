"""Figures and dates that a narrow column breaks in two: "26/01/2" over "020", "£47,587.6" over "9"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foidesk.readers.pdf_near import Doubt
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import frame_of

NEAR = 0.5
"""Line heights between two lines of one text, at most."""
REST = re.compile(r"[\d.,/]{1,7}[%)]?$")
PARTS = re.compile(
    r"\d[/,]\n\d|\d\n[.,/]\d"  # broken beside the mark inside a figure
    r"|\d[/.]\d{1,2}[/.]\d{0,3}\n\d{1,3}$"  # in the year of a date
    r"|[£$€][\d,]*\.\d\n\d$|\d,\d{1,2}\n\d{1,2}(?:\.\d+)?$"  # in the pence, in the thousands
    r"|^(?:19|20)\d\n\d(?:[/–-]\d{2,4})?$|^(?:19|20)\n\d\d(?:[/–-]\d{2,4})?$|^[12]\n\d{3}(?:[/–-]\d{2,4})?$"
    r"|^(?:19|20)\d\d[/–-]\d?\n\d{1,4}$"  # in a year, or between two
)


def broken_figures(table: Found) -> Iterator[Doubt]:
    """Figures of which one line of a cell, or one row, has the beginning and the next the rest."""
    below: dict[tuple[int, int], Slot] = {(slot.row, slot.column): slot for slot in table.slots if slot.tokens}
    for slot in table.slots:
        words = [line for line in slot.lines if line]
        for above, line in pairwise(words):
            if len(line) == 1 and is_broken(above[-1].text, line[0].text):
                yield frame_of(slot.tokens), slot.text
        under = _under(slot, below) if table.kind != "ruled" and words else None
        if words and under is not None and len(under.tokens) == 1 and _goes_on(words[-1][-1].text, under.text):
            yield frame_of(slot.tokens), slot.text
            yield frame_of(under.tokens), under.text


def _under(slot: Slot, slots: dict[tuple[int, int], Slot]) -> Slot | None:
    """What stands in the next row; in the one after it if that is right below, beside values set in the middle."""
    under, after = (slots.get((slot.row_to + n, slot.column)) for n in (1, 2))
    if under is not None or after is None:
        return under
    frame, rest = frame_of(slot.tokens), frame_of(after.tokens)
    return after if rest.y0 - frame.y1 < NEAR * (rest.y1 - rest.y0) else None


def is_broken(above: str, below: str) -> bool:
    """True if what stands below is the rest of the figure or date above it."""
    return bool(REST.match(below) and PARTS.search(f"{above}\n{below}"))


def _goes_on(above: str, below: str) -> bool:
    """The same for a figure and that of the next row: "20" over "10" are two."""
    return is_broken(above, below) and not (above.isdigit() and below.isdigit())
