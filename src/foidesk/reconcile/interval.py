"""Exact interval arithmetic on what a reply leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from foidesk.model import AMOUNTS, Amount, Measure

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `lo` to `hi`, both included; `hi` is None where nothing bounds it from above."""

    lo: Decimal
    hi: Decimal | None

    @property
    def is_exact(self) -> bool:
        return self.lo == self.hi

    def plus(self, other: Interval) -> Interval:
        hi = None if self.hi is None or other.hi is None else self.hi + other.hi
        return Interval(self.lo + other.lo, hi)

    def minus(self, other: Interval) -> Interval:
        """What is left when the other, a part of this, is taken away; never below zero."""
        lo = ZERO if other.hi is None else max(ZERO, self.lo - other.hi)
        return Interval(lo, None if self.hi is None else max(lo, self.hi - other.lo))

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        hi = None if self.hi is None or other.hi is None else max(self.hi, other.hi)
        return Interval(min(self.lo, other.lo), hi)

    def meets(self, other: Interval) -> bool:
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """True if every number of this is smaller than every number of the other."""
        return self.hi is not None and self.hi < other.lo

    def meet(self, other: Interval) -> Interval:
        """What both allow. The two must meet."""
        return Interval(max(self.lo, other.lo), least(self.hi, other.hi))

    def capped(self, top: Decimal | None) -> Interval:
        """The interval with its upper bound at most `top`."""
        return Interval(self.lo if top is None else min(self.lo, top), least(self.hi, top))

    def words(self) -> str:
        """ "12", "12 to 16" or "12 or more"."""
        if self.hi is None:
            return f"{self.lo:f} or more"
        return f"{self.lo:f}" if self.is_exact else f"{self.lo:f} to {self.hi:f}"

    def amount(self, measure: Measure) -> Amount:
        """The interval as a value of the measure, with its unit."""
        return AMOUNTS[measure.type](self.lo, self.hi, measure.unit, "exact" if self.is_exact else "interval")


NOTHING = Interval(ZERO, ZERO)
ANYTHING = Interval(ZERO, None)


def least(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The smaller of two upper bounds, None being no bound."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum; zero of nothing."""
    result = NOTHING
    for part in parts:
        result = result.plus(part)
    return result


def hull(parts: Iterable[Interval]) -> Interval | None:
    """The smallest interval that holds all of them; None of nothing."""
    result: Interval | None = None
    for part in parts:
        result = part if result is None else result.hull(part)
    return result
