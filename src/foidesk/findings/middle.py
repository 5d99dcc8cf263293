"""The value in the middle, of figures that may be open."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from foidesk.model import Amount

Kind = TypeVar("Kind", bound=Amount)


def quantile(values: Sequence[Amount], share: Fraction, kind: type[Kind], unit: str) -> Kind:
    """The value below which a share of the bodies lies; between two of them in proportion, as spreadsheets reckon.

    Of open figures its smallest value is that of the smallest figures, its largest that of the largest, as of a
    median: see `middle`.
    """
    if not values:
        return kind(Decimal(0), None, unit, "interval")
    at = share * (len(values) - 1)
    low, part = int(at), Decimal((at % 1).numerator) / Decimal((at % 1).denominator)
    bottoms = sorted(value.lo for value in values)[low : low + 2]
    tops = sorted((value.hi is None, value.hi or Decimal(0)) for value in values)[low : low + 2]
    lo = _between(bottoms, part)
    is_open = tops[0][0] or (part > 0 and tops[-1][0])
    hi = None if is_open else _between([top for _, top in tops], part)
    return kind(lo, hi, unit, "exact" if lo == hi else "interval")


def _between(near: Sequence[Decimal], part: Decimal) -> Decimal:
    return near[0] if part == 0 else near[0] + part * (near[1] - near[0])


def middle(values: Sequence[Amount], kind: type[Kind], unit: str) -> Kind:
    """The median: of an even number of values half-way between the two in the middle.

    Of open figures its smallest value is the median of the smallest, its largest that of the largest: each moves
    by itself, and no figure that rises can lower a median.
    """
    if not values:
        return kind(Decimal(0), None, unit, "interval")
    lo = _middle(sorted(value.lo for value in values))
    tops = sorted((value.hi is None, value.hi or Decimal(0)) for value in values)
    near = tops[(len(tops) - 1) // 2 : len(tops) // 2 + 1]
    hi = None if any(is_open for is_open, _ in near) else sum((top for _, top in near), Decimal(0)) / len(near)
    return kind(lo, hi, unit, "exact" if lo == hi else "interval")


def _middle(ordered: Sequence[Decimal]) -> Decimal:
    near = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    return sum(near, Decimal(0)) / len(near)
