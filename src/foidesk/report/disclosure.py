"""Small numbers that a body withheld stay withheld: no figure of one body is printed closer than its reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foidesk.model import Amount, Finding, Line, Observation, Support

from .publication import Publication

CAVEAT = "The body withheld this small number; the range is the one that its reply gives."


def disclosed(publication: Publication) -> Publication:
    """The publication with each part of a body widened to what the body itself disclosed.

    Totals may pin a withheld cell down by subtraction. The desk may know that; the public page must not say it.
    """
    return replace(publication, findings=tuple(_finding(each, publication) for each in publication.findings))


def _finding(finding: Finding, publication: Publication) -> Finding:
    lines = tuple(_line(line, publication) for line in finding.lines)
    supports = _supports(finding.supports, publication)
    pairs = tuple(zip(finding.supports, supports, strict=True))
    numerator = _widened(finding.numerator, pairs)
    value = _widened(finding.value, pairs) or finding.value
    if numerator != finding.numerator:
        value = _share(value, numerator, finding.denominator)
    true = _widened(finding.true, pairs)
    return replace(finding, lines=lines, supports=supports, value=value, true=true, numerator=numerator)


def _line(line: Line, publication: Publication) -> Line:
    supports = _supports(line.supports, publication)
    pairs = tuple(zip(line.supports, supports, strict=True))
    value = _widened(line.value, pairs) or line.value
    return replace(line, supports=supports, value=value, true=_widened(line.true, pairs))


def _widened(amount: Amount | None, pairs: tuple[tuple[Support, Support], ...]) -> Amount | None:
    """A sum moved as its parts were: else the sum less the other bodies would tell the withheld number."""
    for old, new in pairs:
        before, after = old.value, new.value
        if amount is None or before == after or (type(amount), amount.unit) != (type(after), after.unit):
            continue
        hi = None
        if amount.hi is not None and after.hi is not None and before.hi is not None:
            hi = amount.hi + after.hi - before.hi
        amount = replace(amount, lo=amount.lo + after.lo - before.lo, hi=hi, how="suppressed")
    return amount


def _share(value: Amount, numerator: Amount | None, denominator: Amount | None) -> Amount:
    """The share of a widened numerator in a denominator known exactly; otherwise as it was."""
    if numerator is None or denominator is None or not denominator.is_exact or not denominator.lo:
        return value
    hi = None if numerator.hi is None else numerator.hi / denominator.lo
    return replace(value, lo=numerator.lo / denominator.lo, hi=hi, how="suppressed")


def _supports(supports: tuple[Support, ...], publication: Publication) -> tuple[Support, ...]:
    return tuple(disclosed_part(each, publication.observations) for each in supports)


def disclosed_part(support: Support, observations: Mapping[str, Observation]) -> Support:
    """A body's part, widened to the range that its reply gives where it lies closer than that."""
    withheld = _withheld(support, observations)
    if withheld is None or not _closer(support.value, withheld):
        return support
    return replace(support, value=withheld, caveats=(*support.caveats, CAVEAT))


def _withheld(support: Support, observations: Mapping[str, Observation]) -> Amount | None:
    """The range of the one withheld number that the part rests on; None if it rests on something else too."""
    behind = [observations[id] for id in support.observations if id in observations]
    cells = [each for each in behind if each.role != "total"]
    return _suppressed(cells[0], support) if len(cells) == 1 else None


def _suppressed(cell: Observation, support: Support) -> Amount | None:
    amount = cell.amount
    same = amount is not None and type(amount) is type(support.value) and amount.unit == support.value.unit
    return amount if same and amount is not None and amount.how == "suppressed" else None


def _closer(value: Amount, withheld: Amount) -> bool:
    """True if the value lies inside the withheld range and is narrower than it."""
    if value.lo < withheld.lo or (withheld.hi is not None and (value.hi is None or value.hi > withheld.hi)):
        return False
    return (value.lo, value.hi) != (withheld.lo, withheld.hi)
