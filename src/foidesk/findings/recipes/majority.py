"""majority: is a group of cases more than half of its base?"""

from __future__ import annotations

from decimal import Decimal

from foidesk.model import Finding

from ..desk import Desk
from . import share

HALF = Decimal("0.5")


def run(desk: Desk) -> Finding:
    """The group's share of the base, with both numbers. It is the majority if surely more than half."""
    return share.run(desk)


def is_majority(finding: Finding) -> bool | None:
    """True if the part is surely more than half of the base, False if surely not, None if that is open."""
    part, base = finding.numerator, finding.denominator
    if part is None or base is None:
        return None
    if (base.hi is not None and part.lo * 2 > base.hi) or finding.value.lo > HALF:
        return True
    if part.hi is not None and part.hi * 2 <= base.lo:
        return False
    return False if finding.value.hi is not None and base.lo > 0 and finding.value.hi <= HALF else None
