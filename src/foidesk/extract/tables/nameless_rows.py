"""Rows of a list that name no case: sums of the rows above them, and rows without the reference that others have.

"3 claims | | | | £4,250" below three claims is their sum, and "| | | Settled | £500" below a claim may be one
more payment of it: neither is a case by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..figures.grid import Slot
from ..figures.references import is_reference
from ..layout.layout import Layout

MOSTLY = 0.9
FEWEST = 3
NAMELESS = "it has no reference of its own, as the others have"
EMPTY = "it holds nothing that tells a case"
LOOSE = "it is a sum by itself"


def unnamed_sums(layout: Layout, rows: Sequence[int], told: Sequence[int]) -> list[int]:
    """The rows that tell nothing of a case and whose figures each add up the rows since the last such row."""
    sums: list[int] = []
    for row in _bare(layout, rows, told):
        since = [one for one in rows if (sums[-1] if sums else -1) < one < row]
        figures = [slot for slot in _figures(layout, row) if slot.says.exact is not None]
        if figures and len(since) > 1 and all(_adds_up(layout, slot, since, row) for slot in figures):
            sums.append(row)
    return sums


def loose_sums(layout: Layout, sums: Sequence[int], told: Sequence[int]) -> list[int]:
    """Of rows with nothing but figures, inside a list of references, those that sum up no rows above."""
    ids = [column for column in layout.naming if column not in told]
    if not ids:
        return []
    figures = set(layout.columns("figures"))
    bare = [row for row in sums if {slot.column for slot in layout.grid.filled(row)} <= figures]
    inner = [row for row in bare if any(one > row and one not in sums for one in layout.data)]
    return [row for row in inner if not any(_sums_up(layout, row, since) for since in _since(layout, row, sums))]


def _since(layout: Layout, row: int, sums: Sequence[int]) -> Iterator[list[int]]:
    """The rows of cases above, and those since each sum above."""
    above = [one for one in layout.data if one < row and one not in sums]
    for start in (-1, *(one for one in sums if one < row)):
        yield [one for one in above if one > start]


def _sums_up(layout: Layout, row: int, above: Sequence[int]) -> bool:
    return any(
        sum(layout.grid.slot(one, slot.column).says.exact or 0 for one in above) == slot.says.exact
        for slot in _figures(layout, row)
    )


def doubtful_rows(layout: Layout, rows: Sequence[int], told: Sequence[int]) -> dict[int, str]:
    """Why some rows may be no cases: they tell nothing, or lack the reference that nearly all others have."""
    bare = dict.fromkeys(_bare(layout, rows, told), EMPTY)
    return dict.fromkeys(_without_reference(layout, rows, told), NAMELESS) | bare


def _bare(layout: Layout, rows: Sequence[int], told: Sequence[int]) -> list[int]:
    """The rows without a cell in any column that tells of a case, and without a reference like the others'."""
    ids = [column for column in layout.naming if column not in told]
    telling = [row for row in rows if any(not layout.grid.slot(row, column).blank for column in told)]
    if not told or not ids or len(telling) < max(FEWEST, len(rows) / 2):
        return []
    like = any(is_reference(layout.grid.slot(row, ids[0]).text) for row in telling)
    untold = [row for row in rows if row not in telling and _figures(layout, row)]
    return [row for row in untold if not any(_refers(layout.grid.slot(row, column), like) for column in ids)]


def _refers(slot: Slot, like: bool) -> bool:
    """True for a cell that names a case as those of the other rows do: by a reference, or in words."""
    return not slot.blank and is_reference(slot.text) is like


def _without_reference(layout: Layout, rows: Sequence[int], told: Sequence[int]) -> list[int]:
    """The few rows whose reference is blank, in a list in which nearly all have one."""
    ids = [column for column in layout.naming if column not in told]
    lacking = [row for row in rows if ids and all(layout.grid.slot(row, column).blank for column in ids)]
    few = len(rows) - len(lacking) >= max(FEWEST, MOSTLY * (len(rows) - 1))
    return lacking if few else []


def _figures(layout: Layout, row: int) -> list[Slot]:
    return [slot for column in layout.columns("figures") if not (slot := layout.grid.slot(row, column)).blank]


def _adds_up(layout: Layout, slot: Slot, above: Sequence[int], row: int) -> bool:
    """True for the sum of several figures above, or of one among as many rows as the row says to sum up."""
    exact = [layout.grid.slot(one, slot.column).says.exact for one in above]
    parts = [one for one in exact if one]
    words = " ".join(other.text for other in layout.grid.filled(row) if other.column != slot.column)
    counted = re.findall(r"\d+", words) == [str(len(above))]
    return sum(parts) == slot.says.exact and bool(words) and (len(parts) > 1 or counted)
