"""share: a part of a base, both bounded together."""

from __future__ import annotations

from decimal import Decimal

from foidesk.model import Amount, Finding, Share

from ..desk import Desk, silent_on


def run(desk: Desk) -> Finding:
    """The part as a share of the base: all cases of the bodies that answered, or those of `of`.

    A body that does not say is in the base and not in the part: the share is of what is stated.
    """
    base = desk.supports(desk.query.of)
    part = desk.supports(desk.query.where)
    numerator, denominator = desk.sum(part), desk.sum(base)
    true_part = desk.true_sum(desk.query.where)
    return desk.finding(
        share(numerator, denominator, desk.measure.unit),
        part,
        n=len(base) if part else 0,
        true=share(true_part, denominator, desk.measure.unit) if true_part else None,
        numerator=numerator,
        denominator=denominator,
        caveats=silent_on(desk, part),
    )


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
