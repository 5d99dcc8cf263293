"""ranking: the bodies with the highest figures, where the owner of the survey lets them be ranked."""

from __future__ import annotations

from dataclasses import replace

from foidesk.errors import SurveyFileError
from foidesk.model import Amount, Finding, Query, Support, SurveyDefinition

from ..checks import FILE, check_comparable, check_denominator, check_ranked
from ..desk import Desk, silent_on, with_place
from . import funnel

CAVEAT = "bodies record in different ways: a high figure may only mean better records"
APART = "the bodies do not all count the same: each place is among those that count in the same way"


def validate(query: Query, definition: SurveyDefinition) -> None:
    """The owner has switched ranking on; rates are ranked only where the counts were declared comparable."""
    check_ranked(query, definition)
    if query.denominator:
        _check_whole(query)
        check_comparable(query, definition)
        check_denominator(query, definition, needed=True)


def _check_whole(query: Query) -> None:
    """A ranking of rates stands under a funnel of all bodies, and lists them all."""
    if query.top:
        raise SurveyFileError(
            f"finding {query.name!r} would show the first {query.top} rates only", where=FILE,
            next="leave out top: rates are ranked beside those of all bodies, under their funnel",
        )  # fmt: skip


def run(desk: Desk) -> Finding:
    """The bodies by their figures, highest first; with `top`, all that may be among the first so many.

    Where figures are open, a body has several possible places; none is made up. Bodies that count in different
    ways have each its own order. With `denominator` the order is that of the rates, with the limits of the funnel.
    """
    found = _by_rate(desk) if desk.query.denominator else _by_count(desk)
    top = desk.query.top or len(found.supports)
    listed = [one for one in found.supports if one.rank and one.rank[0] <= top]
    apart = (APART,) if len({one.counting for one in found.supports}) > 1 else ()
    return replace(found, supports=_ordered(listed), caveats=(*found.caveats, *apart, CAVEAT))


def _by_count(desk: Desk) -> Finding:
    supports = desk.placed(desk.parts(desk.query.where))
    return desk.finding(desk.sum(supports), supports, caveats=silent_on(desk, supports))


def _by_rate(desk: Desk) -> Finding:
    """A body without a rate has no place."""
    found = funnel.run(desk)
    rates = {one.body: one.rate.value for one in found.supports if one.rate and one.rate.value}
    own = {one.body: one.counting for one in found.supports}

    def placed(one: Support, value: Amount) -> Support:
        return with_place(one, value, [rates[body] for body in rates if own[body] == one.counting])

    supports = tuple(placed(one, rates[one.body]) for one in found.supports if one.body in rates)
    left = [desk.name(one.body) for one in found.supports if one.body not in rates]
    caveats = (f"too few for a rate, so without a place: {', '.join(left)}",) if left else ()
    return replace(found, supports=supports, caveats=(*found.caveats, *caveats))


def _ordered(supports: list[Support]) -> tuple[Support, ...]:
    """Those that count in the same way together, the largest group first; in each by place."""
    sizes = {one.counting: sum(each.counting == one.counting for each in supports) for one in supports}

    def key(one: Support) -> tuple[int, str, int, int, str]:
        best, worst = one.rank or (0, 0)
        return -sizes[one.counting], one.counting, best, worst, one.body

    return tuple(sorted(supports, key=key))
