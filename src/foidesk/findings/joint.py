"""A share of figures that are open: the part and its base take their values together, body by body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from foidesk.model import Amount, Share, Span

from .desk import Desk
from .ratio import FINEST, largest_ratio

COARSER = 1000
"""The largest denominator tried for money, whose sums are known to a cent only."""

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Joint:
    """A share; `tight` if its ends are those of some values that part and base can have together."""

    share: Share
    tight: bool = True


def jointly(desk: Desk, bodies: Sequence[str], reading: str, part: Amount, base: Amount) -> Joint:
    """The part by the base over these bodies: both as far as any values fit all that the bodies say."""
    value = apart(part, base, desk.measure.unit)
    if value.is_exact or base.is_exact:
        return Joint(value)
    if desk.hides(desk.query.where, desk.query.of, reading=reading):
        return Joint(value, False)
    return _Search(desk, tuple(bodies), reading).within(value, base)


@dataclass
class _Search:
    """The ends of one share, sought by asking whether it can exceed one fraction after the other."""

    desk: Desk
    bodies: tuple[str, ...]
    reading: str
    tight: bool = True

    @property
    def is_whole(self) -> bool:
        return self.desk.measure.type == "count"

    def within(self, value: Share, base: Amount) -> Joint:
        finest = FINEST if self.is_whole else COARSER
        if self.is_whole and base.hi is not None:
            finest = max(1, min(finest, int(base.hi)))
        high = largest_ratio(lambda n, d: self._can_exceed(n, -d), finest)
        low = 1 - largest_ratio(lambda n, d: self._can_exceed(-n, n - d), finest)
        lo, hi = max(value.lo, _decimal(low)), min(value.hi or Decimal(1), _decimal(high))
        if lo > hi:
            return Joint(value, False)
        return Joint(Share(lo, hi, value.unit, "exact" if lo == hi else "interval"), self.tight)

    def _can_exceed(self, part: int, whole: int) -> bool:
        """True if the part and the base, each times a factor, can add up to more than zero over all bodies."""
        least = Decimal(0) if self.is_whole else CENT * len(self.bodies)
        total = Decimal(0)
        for span in self._spans(part, whole):
            self.tight = self.tight and span.tight
            if span.hi is None:
                return True
            total += span.hi
        return total > least

    def _spans(self, part: int, whole: int) -> Iterator[Span]:
        desk = self.desk
        terms = [(desk.query.where, part), (desk.query.of, whole)]
        for body in self.bodies:
            span = desk.accounts.weighed(body, desk.query.measure, terms, self.reading, desk.period)
            if span is not None:
                yield span


def _decimal(fraction: Fraction) -> Decimal:
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def apart(part: Amount, base: Amount, unit: str) -> Share:
    """The part divided by the base that holds it; where both are open, what any pair of values allows.

    The base is never smaller than the part, so no share exceeds one. An open base leaves the share open.
    """
    lo = Decimal(0) if not base.hi else min(Decimal(1), part.lo / base.hi)
    least_base = base.lo if part.hi is None else max(base.lo, part.hi)
    if part.hi is None or least_base == 0:
        hi = Decimal(1) if base.hi is None or base.hi > 0 else Decimal(0)
    else:
        hi = min(Decimal(1), part.hi / least_base)
    return Share(lo, max(lo, hi), f"of {unit}", "exact" if lo == hi else "interval")
