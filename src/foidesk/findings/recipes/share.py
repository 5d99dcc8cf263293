"""share: a part of a base, both bounded together."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from foidesk.model import Amount, Finding, Share

from ..desk import Desk, silent_on
from ..ratio import largest_ratio


def run(desk: Desk) -> Finding:
    """The part as a share of the base: all cases of the bodies that answered, or those of `of`.

    A body that does not say is in the base and not in the part: the share is of what is stated. One that gives a
    part of no base is in neither, and is named: else its cases would be a share of other bodies' cases.
    """
    base = desk.supports(desk.query.of)
    based = {one.body for one in base}
    every = desk.supports(desk.query.where)
    part = tuple(one for one in every if one.body in based)
    numerator, denominator = desk.sum(part), desk.sum(base)
    true_parts = tuple(one for one in desk.supports(desk.query.where, "true") if one.body in based)
    true_part = desk.sum(true_parts) if true_parts else None
    value = share(numerator, denominator, desk.measure.unit)
    return desk.finding(
        together(desk, value, denominator) or value,
        part,
        n=len(base) if part else 0,
        true=share(true_part, denominator, desk.measure.unit) if true_part else None,
        numerator=numerator,
        denominator=denominator,
        caveats=(*silent_on(desk, every), *_baseless(desk, [one.body for one in every if one.body not in based])),
    )


def _baseless(desk: Desk, bodies: list[str]) -> tuple[str, ...]:
    """A caveat that names the bodies that give a part and nothing that it is a part of."""
    if not bodies:
        return ()
    return (f"left out, as they give a part and no base: {', '.join(map(desk.name, bodies))}",)


def together(desk: Desk, apart: Share, base: Amount) -> Share | None:
    """The share with part and base moving together; None where the base is exact, or not bounded at all."""
    is_open = not (base.is_exact or apart.is_exact)
    if not is_open or base.hi is None or base.lo <= 0 or desk.measure.type != "count":
        return None
    most = int(base.hi)
    hi = largest_ratio(lambda n, d: _reach(desk, n, -d), most)
    lo = 1 - largest_ratio(lambda n, d: _reach(desk, -n, n - d), most)
    low, high = max(apart.lo, _decimal(lo)), min(apart.hi or Decimal(1), _decimal(hi))
    return Share(low, max(low, high), apart.unit, "exact" if low == high else "interval")


def _reach(desk: Desk, part: int, whole: int) -> int | None:
    """The largest value of the part and the base, each times a factor, over all bodies that answered."""
    total = Decimal(0)
    for body in desk.answered:
        terms = [(desk.query.where, part), (desk.query.of, whole)]
        span = desk.accounts.weighed(body, desk.query.measure, terms, desk.query.reading, desk.period)
        if span is None:
            continue
        if span[1] is None:
            return None
        total += span[1]
    return int(total)


def _decimal(fraction: Fraction) -> Decimal:
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def share(part: Amount, base: Amount, unit: str) -> Share:
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
