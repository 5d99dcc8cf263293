"""share-by-body: each body's own share, in the order of the alphabet."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Amount, Finding, Query, RateOf, Share, Support, SurveyDefinition

from ..checks import check_not_forbidden, needs_where
from ..desk import Desk, alphabetical, silent_on
from ..rates import LEAST, share_interval
from . import share


def validate(query: Query, definition: SurveyDefinition) -> None:
    """The query says which cases, and the bodies may be compared."""
    needs_where(query, definition)
    check_not_forbidden(query, definition)


def run(desk: Desk) -> Finding:
    """The share of all, and beside each body's number its base and share; none of a base under ten.

    Where the counts were declared comparable each share has its exact 95 % interval.
    """
    found = share.run(desk)
    bases = {one.body: one.value for one in desk.shown(desk.query.of)}
    shown = desk.shown(desk.query.where)
    if desk.hides(desk.query.where, desk.query.of):
        found = _as_shown(desk, found, shown)
    parts = tuple(replace(one, rate=rate_of(desk, one, bases[one.body])) for one in shown if one.body in bases)
    return desk.finding(
        found.value,
        alphabetical(desk, parts),
        n=found.base.n,
        true=found.true,
        numerator=found.numerator,
        denominator=found.denominator,
        caveats=silent_on(desk, parts),
    )


def _as_shown(desk: Desk, found: Finding, shown: tuple[Support, ...]) -> Finding:
    """The share of all from the parts as they may be shown."""
    part, base = desk.sum(shown), desk.sum(desk.shown(desk.query.of))
    value = share.share(part, base, desk.measure.unit)
    return replace(found, value=value, true=None, numerator=part, denominator=base)


def rate_of(desk: Desk, part: Support, base: Amount) -> RateOf:
    """The body's share with its base; part and base are bounded together, as in the share of all."""
    if base.lo < LEAST:
        may_be = "" if base.hi is not None and base.hi < LEAST else ", which this may be"
        return RateOf(base, None, f"no share of fewer than {LEAST} {desk.measure.unit}{may_be}")
    value = _share(desk, part, base)
    interval = share_interval(part.value, base, value.unit) if desk.is_comparable else None
    return RateOf(base, value, "", interval)


def _share(desk: Desk, part: Support, base: Amount) -> Share:
    if desk.hides(desk.query.where, desk.query.of):
        return share.share(part.value, base, desk.measure.unit)
    alone = replace(desk, query=replace(desk.query, bodies=(part.body,)))
    apart = share.share(part.value, base, desk.measure.unit)
    return share.together(alone, apart, base) or apart
