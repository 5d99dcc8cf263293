"""median: the figure of the body in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from foidesk.model import Amount, Finding, Quantity

from ..desk import Desk, alphabetical, silent_on


def run(desk: Desk) -> Finding:
    """The median of the bodies' figures: of an even number of bodies, half-way between the two in the middle.

    Of open figures, its smallest value is the median of the smallest, its largest that of the largest: each body
    moves by itself, and no figure that rises can lower a median.
    """
    supports = desk.parts(desk.query.where)
    return desk.finding(
        _median([support.value for support in supports], desk),
        alphabetical(desk, desk.placed(supports)),
        verb="say so" if desk.query.where else "answered",
        caveats=silent_on(desk, supports),
    )


def _median(values: Sequence[Amount], desk: Desk) -> Amount:
    unit = desk.measure.unit
    if not values:
        return Quantity(Decimal(0), None, unit)
    lo = _middle(sorted(value.lo for value in values))
    tops = sorted((value.hi is None, value.hi or Decimal(0)) for value in values)
    near = tops[(len(tops) - 1) // 2 : len(tops) // 2 + 1]
    hi = None if any(is_open for is_open, _ in near) else sum(top for _, top in near) / len(near)
    return Quantity(lo, None if hi is None else Decimal(hi), unit, "exact" if lo == hi else "interval")


def _middle(ordered: Sequence[Decimal]) -> Decimal:
    near = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    return sum(near, Decimal(0)) / len(near)
