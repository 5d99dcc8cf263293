"""Sums carried over a page: "carried forward 7" at its foot and "b/f 7" at the head of the next are no data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ..basis.terms import total_word
from ..figures.grid import Grid, Slot

_CARRIED = re.compile(
    r"""\W*(?:(?:sub\W?)?total|sum|amount|balance|figure)?s?\s*
    (?: (?:carried|brought)\s+(?:forwards?|fwd|f/?wd) | [cb]\s?/\s?(?:f(?:wd|orward)?|d)\b\.? | [cb]\.\s?f\.?
      | carry\W?\s?forward | (?:running|cumulative)\s+total | laufende\s+summe
      | (?:zwischen)?(?:summen?)?übertrag(?:\s*summe)? | (?:übertrag|vortrag) )
    (?:\s+(?:(?:to|from|on|onto|over|auf|von|vom|der|the|next|previous|last|nächste[nr]?|vorige[nr]?|letzte[nr]?)\s+)*
       (?:page|sheet|overleaf|seite|blatt)\b.*)?\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def is_carried(text: str) -> bool:
    """True for a label that calls its row a sum carried over: "Carried forward", "b/f", "Übertrag von Seite 1"."""
    return bool(text.strip()) and _CARRIED.fullmatch(text.strip()) is not None


def carried_rows(grid: Grid, rows: Sequence[int], figures: Iterable[int]) -> frozenset[int]:
    """The rows of a table that carry over what the rows above them add to, in every column.

    Any other row so called stays what it is: nothing shows that it is a sum.
    """
    columns = sorted(figures)
    sums = dict.fromkeys(columns, Decimal(0))
    parts, found = 0, set[int]()
    for row in rows:
        slots = [grid.slot(row, column) for column in columns]
        if any(is_carried(slot.text) for slot in grid.filled(row)):
            found |= {row} if parts and _are_sums(slots, sums) else set()
        elif not any(total_word(slot.text) for slot in grid.filled(row)):
            parts += 1
            if not _add(slots, sums):
                return frozenset(found)
    return frozenset(found)


def _are_sums(slots: Sequence[Slot], sums: dict[int, Decimal]) -> bool:
    """True if each number is the sum of its column so far, and no column that has one is left out."""
    told = [slot for slot in slots if slot.says.exact is not None]
    silent = [slot for slot in slots if slot.says.exact is None]
    return bool(told) and all(s.says.exact == sums[s.column] for s in told) and all(s.says.is_hole for s in silent)


def _add(slots: Sequence[Slot], sums: dict[int, Decimal]) -> bool:
    """Adds a row of parts to the sums; False if one of them is no number and no blank."""
    for slot in (one for one in slots if one.first and not one.says.is_hole):
        if slot.says.exact is None:
            return False
        sums[slot.column] += slot.says.exact
    return True
