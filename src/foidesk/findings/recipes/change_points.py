"""change-points: how a share moved, in percentage points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from foidesk.model import Amount, Finding, Line, Query, SurveyDefinition

from ..checks import needs_part
from ..desk import Desk, is_below_zero
from ..joint import Joint, apart, jointly
from ..rates import LEAST
from ..stretches import Stretch, change, check_periods, stretch
from . import share

UNIT = "percentage points"


def validate(query: Query, definition: SurveyDefinition) -> None:
    """The query says which cases, and two periods of one kind."""
    needs_part(query, definition)
    check_periods(query, definition)


def run(desk: Desk) -> Finding:
    """The later share less the earlier, over the bodies that give part and base of both periods.

    Each share is bounded with its base; the two years are bounded apart. None is given of a base under ten.
    """
    parts, bases = stretch(desk), stretch(desk, desk.query.of)
    both = [body for body in parts.pairs if body in bases.pairs and not any(map(is_below_zero, bases.pairs[body]))]
    shares = [_share(desk, parts, bases, both, at) for at in (0, 1)]
    lines = tuple(_line(desk, parts, both, at, shares[at]) for at in (0, 1))
    left = replace(parts, left=tuple(body for body in desk.answered if body not in both))
    caveats = (*left.caveats, *share.loosely(*shares))
    least = min((_base(desk, bases, both, at).lo for at in (0, 1)), default=Decimal(0))
    if not both or least < LEAST:
        why = f"no change of a share of fewer than {LEAST} {desk.measure.unit}"
        value = change(Decimal(-100), Decimal(100), UNIT)
        return desk.finding(value, (), n=len(both), verb=parts.verb, lines=lines, caveats=(why, *caveats))
    before, after = (line.value for line in lines)
    high = None if after.hi is None else (after.hi - before.lo) * 100
    low = (after.lo - (Decimal(1) if before.hi is None else before.hi)) * 100
    return desk.finding(change(low, high, UNIT), (), n=len(both), verb=parts.verb, lines=lines, caveats=caveats)


def _line(desk: Desk, parts: Stretch, bodies: list[str], at: int, found: Joint) -> Line:
    label = desk.query.period if at else desk.query.since
    return Line(label, label, found.share, None, tuple(parts.pairs[body][at] for body in bodies))


def _base(desk: Desk, bases: Stretch, bodies: list[str], at: int) -> Amount:
    return desk.sum(bases.pairs[body][at] for body in bodies)


def _share(desk: Desk, parts: Stretch, bases: Stretch, bodies: list[str], at: int) -> Joint:
    """The share of one period, part and base open at once, unless that would tell what a body withheld."""
    part, base = desk.sum(parts.pairs[body][at] for body in bodies), _base(desk, bases, bodies, at)
    if not bodies or parts.hidden | bases.hidden:
        value = apart(part, base, desk.measure.unit)
        return Joint(value, value.is_exact or base.is_exact)
    period = desk.query.period if at else desk.query.since
    alone = replace(desk, query=replace(desk.query, period=period, bodies=tuple(bodies)))
    return jointly(alone, bodies, desk.query.reading, part, base)
