"""share-by-body: each body's own share, in the order of the alphabet."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Amount, Finding, Query, RateOf, Support, SurveyDefinition

from ..checks import check_not_forbidden, needs_part
from ..desk import Desk, alphabetical, is_below_zero, silent_on
from ..joint import Joint, apart
from ..rates import LEAST, share_interval
from . import share


def validate(query: Query, definition: SurveyDefinition) -> None:
    """The query says which cases, and the bodies may be compared."""
    needs_part(query, definition)
    check_not_forbidden(query, definition)


def run(desk: Desk) -> Finding:
    """The share of all, and beside each body's number its base and share; none of a base under ten.

    Where the counts were declared comparable each share has its exact 95 % interval.
    """
    found = share.run(desk)
    bases = {one.body: one.value for one in desk.shown(desk.query.of) if not is_below_zero(one)}
    shown = tuple(one for one in desk.shown(desk.query.where) if not is_below_zero(one))
    if desk.hides(desk.query.where, desk.query.of):
        found = _as_shown(desk, found, shown)
    rated = {one.body: rate_of(desk, one, bases[one.body]) for one in shown if one.body in bases}
    parts = tuple(replace(one, rate=rated[one.body][0]) for one in shown if one.body in bases)
    loose = share.loosely(*(joint for _, joint in rated.values()))
    return desk.finding(
        found.value,
        alphabetical(desk, parts),
        n=found.base.n,
        true=found.true,
        numerator=found.numerator,
        denominator=found.denominator,
        caveats=tuple(dict.fromkeys((*found.caveats, *silent_on(desk, parts), *loose))),
    )


def _as_shown(desk: Desk, found: Finding, shown: tuple[Support, ...]) -> Finding:
    """The share of all from the parts as they may be shown."""
    part, base = desk.sum(shown), desk.sum(desk.shown(desk.query.of))
    value = apart(part, base, desk.measure.unit)
    return replace(found, value=value, true=None, numerator=part, denominator=base)


def rate_of(desk: Desk, part: Support, base: Amount) -> tuple[RateOf, Joint | None]:
    """The body's share with its base; part and base are bounded together, as in the share of all."""
    if base.lo < LEAST:
        may_be = "" if base.hi is not None and base.hi < LEAST else ", which this may be"
        return RateOf(base, None, f"no share of fewer than {LEAST} {desk.measure.unit}{may_be}"), None
    joint = share.of_body(desk, part.body, part.value, base)
    interval = share_interval(part.value, base, joint.share.unit) if desk.is_comparable else None
    return RateOf(base, joint.share, "", interval), joint
