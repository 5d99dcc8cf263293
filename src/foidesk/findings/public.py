"""A finding as it may be shown: where its parts would give away a withheld number, their bodies' own ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foidesk.model import Amount, Finding, Line, Share, Support

from .ratio import LOOSE

CAVEAT = "the body withheld a number behind this; the range is the one that its reply gives"


def public(finding: Finding) -> Finding:
    """The finding with every part, line and sum as wide as what its bodies disclosed. Unchanged for most.

    What is true beside it was made no closer than that.
    """
    every = (*finding.supports, *(support for line in finding.lines for support in line.supports))
    if not any(support.public for support in every):
        return finding
    numerator = _moved(finding.numerator, finding.supports)
    denominator = finding.denominator
    value = _moved(finding.value, finding.supports) or finding.value
    caveats = finding.caveats
    if numerator is not None and denominator is not None and numerator != finding.numerator:
        value = _share(finding.value, numerator, denominator)
        caveats = tuple(dict.fromkeys((*caveats, LOOSE)))
    return replace(
        finding,
        caveats=caveats,
        value=value,
        numerator=numerator,
        supports=tuple(map(public_part, finding.supports)),
        lines=tuple(map(_line, finding.lines)),
    )


def _line(line: Line) -> Line:
    value = _moved(line.value, line.supports) or line.value
    supports = tuple(map(public_part, line.supports))
    return replace(line, value=value, supports=supports)


def public_part(support: Support) -> Support:
    """A body's part as it may be shown."""
    if support.public is None:
        return support
    return replace(support, value=support.public, public=None, caveats=(*support.caveats, CAVEAT))


def _moved(amount: Amount | None, supports: Sequence[Support]) -> Amount | None:
    """A sum moved as its parts were: else the sum less the other bodies would tell the withheld number."""
    for one in supports:
        if (
            amount is None
            or one.public is None
            or (type(amount), amount.unit) != (type(one.value), one.value.unit)
        ):
            continue
        hi = None
        if amount.hi is not None and one.public.hi is not None and one.value.hi is not None:
            hi = amount.hi + one.public.hi - one.value.hi
        lo = max(amount.lo * 0, amount.lo + one.public.lo - one.value.lo)
        amount = replace(amount, lo=lo, hi=hi, how="suppressed")
    return amount


def _share(value: Amount, numerator: Amount, denominator: Amount) -> Amount:
    """The share that the shown part allows, never closer than before."""
    lo = numerator.lo / denominator.hi if denominator.hi else value.lo * 0
    hi = None if numerator.hi is None or not denominator.lo else numerator.hi / denominator.lo
    top = value.hi if hi is None or value.hi is None else max(value.hi, min(type(hi)(1), hi))
    return Share(min(value.lo, lo), top, value.unit, "suppressed")
