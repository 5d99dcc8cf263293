"""Each body's figure by its size: none for small counts, intervals only where counts were declared comparable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.model import Amount, ControlLimit, Rate, RateOf, Share, Support

from . import exact
from .desk import Desk
from .sizes import Sizes

LEAST = 10
"""Below so many, chance moves a rate more than anything else: none is given."""

LIMITS = (0.025, 0.975, 0.001, 0.999)
POINTS = 24


def unit(desk: Desk, sizes: Sizes) -> str:
    """ "cases per 1,000 police officers"."""
    per = f"{desk.query.per:,} " if desk.query.per != 1 else ""
    return f"{desk.measure.unit} per {per}{sizes.unit}"


def rate(desk: Desk, sizes: Sizes, count: Amount, size: Amount) -> Rate:
    """The count by the size, which is known exactly: so its ends are those of the count."""
    per = desk.query.per
    hi = None if count.hi is None else count.hi * per / size.lo
    return Rate(count.lo * per / size.lo, hi, unit(desk, sizes), "exact" if count.is_exact else "interval")


def rated(desk: Desk, sizes: Sizes, supports: Iterable[Support]) -> tuple[Support, ...]:
    """The bodies' parts, each with its rate, or why it has none."""
    return tuple(replace(one, rate=_rate_of(desk, sizes, one)) for one in supports)


def _rate_of(desk: Desk, sizes: Sizes, support: Support) -> RateOf | None:
    """From the figure as it may be shown: a rate must not give away what the figure does not."""
    size, count = sizes.of(support.body), support.public or support.value
    if size is None:
        return None
    if why := too_few(count, desk):
        return RateOf(size, None, why)
    interval = _interval(desk, sizes, count, size) if desk.is_comparable else None
    return RateOf(size, rate(desk, sizes, count, size), "", interval)


def too_few(count: Amount, desk: Desk) -> str:
    """Why no rate is given of so small a count; "" if one is."""
    if count.lo >= LEAST:
        return ""
    words = f"no rate for fewer than {LEAST} {desk.measure.unit}"
    return words if count.hi is not None and count.hi < LEAST else f"{words}, which this may be"


def _interval(desk: Desk, sizes: Sizes, count: Amount, size: Amount) -> Amount | None:
    if desk.measure.type != "count":
        return None
    low, high = exact.poisson_interval(int(count.lo), int(count.hi or count.lo))
    factor = desk.query.per / float(size.lo)
    top = None if high is None or count.hi is None else exact.rounded(high * factor)
    return Rate(exact.rounded(low * factor), top, unit(desk, sizes), "interval")


def share_interval(part: Amount, base: Amount, named: str) -> Share | None:
    """The exact 95 % interval of a share; None where an end is not bounded."""
    if part.hi is None or base.hi is None:
        return None
    low, high = exact.binomial_interval((int(part.lo), int(part.hi)), (int(base.lo), int(base.hi)))
    return Share(exact.rounded(low), min(Decimal(1), exact.rounded(high)), named, "interval")


Chance = Callable[[float, float], tuple[Callable[[int], float], float]]
"""(size, rate of the whole) → the distribution of the count of a body of that size, and its mean."""


def by_size(size: float, whole: float) -> tuple[Callable[[int], float], float]:
    """Counts without an upper end: Poisson."""
    return lambda number: exact.poisson(number, size * whole), size * whole


def by_base(size: float, whole: float) -> tuple[Callable[[int], float], float]:
    """A part of a base: binomial."""
    return lambda number: exact.binomial(number, int(size), whole), size * whole


def limits(sizes: Iterable[Decimal], whole: Amount, per: int, chance: Chance) -> tuple[ControlLimit, ...]:
    """The limits of chance at some sizes from the smallest body to the largest.

    Where the rate of the whole is open, its least gives the lower limits and its most the upper: the wider funnel.
    """
    ordered = sorted(sizes)
    if not ordered or whole.hi is None or whole.lo <= 0:
        return ()
    return tuple(limit(size, whole, per, chance) for size in _spread(ordered[0], ordered[-1], chance is by_base))


def _spread(low: Decimal, high: Decimal, is_whole: bool) -> Iterator[Decimal]:
    """Sizes from just below the smallest to just above the largest, close together where the limits bend."""
    start, end = low * Decimal("0.8"), high * Decimal("1.05")
    seen = set()
    for step in range(POINTS + 1):
        size = start + (end - start) * Decimal(step * step) / (POINTS * POINTS)
        size = max(Decimal(1), Decimal(int(size))) if is_whole else exact.rounded(float(size))
        if size not in seen:
            seen.add(size)
            yield size


def limit(size: Decimal, whole: Amount, per: int, chance: Chance) -> ControlLimit:
    """The 95 % and 99.8 % limits of the rate of a body of that size."""
    top = whole.lo if whole.hi is None else whole.hi
    low, high = (chance(float(size), float(end) / per) for end in (whole.lo, top))
    found = []
    for wanted in LIMITS:
        spread, mean = low if wanted < 0.5 else high
        found.append(max(0.0, exact.quantile(spread, wanted, mean)) / float(size) * per)
    low95, high95, low998, high998 = map(exact.rounded, found)
    if chance is by_base:
        high95, high998 = min(high95, Decimal(1)), min(high998, Decimal(1))
    return ControlLimit(size, low95, high95, low998, high998)


def marked(supports: Iterable[Support], whole: Amount, per: int, chance: Chance) -> tuple[Support, ...]:
    """The parts, each with the limits that its rate surely lies beyond."""
    return tuple(_marked(one, whole, per, chance) for one in supports)


def _marked(support: Support, whole: Amount, per: int, chance: Chance) -> Support:
    own = support.rate
    if own is None or own.value is None or whole.hi is None or whole.lo <= 0:
        return support
    at = limit(own.size.lo, whole, per, chance)
    return replace(support, rate=replace(own, outside=_outside(own.value, at)))


def _outside(value: Amount, at: ControlLimit) -> str:
    for low, high, name in ((at.low998, at.high998, "99.8 %"), (at.low95, at.high95, "95 %")):
        if value.lo > high:
            return f"above the {name} limit"
        if value.hi is not None and value.hi < low:
            return f"below the {name} limit"
    return ""
