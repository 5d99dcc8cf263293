"""rate: so many per so many, over the bodies whose size is known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from foidesk.model import Finding, Quantity, Query, Support, SurveyDefinition

from ..checks import check_denominator
from ..desk import Desk, alphabetical, silent_on
from ..rates import rate, rated, too_few
from ..sizes import Sizes, sizes
from .by_body import unmatched


def validate(query: Query, definition: SurveyDefinition) -> None:
    """The query names sizes that match it."""
    check_denominator(query, definition, needed=True)


def run(desk: Desk) -> Finding:
    """The cases of the bodies that answered by their sizes; a body without a size is in neither, and is named.

    Of fewer than ten cases no rate is given: the value is then their number, and a caveat says so.
    """
    held = sizes(desk.query, desk.definition)
    given = desk.shown(desk.query.where)
    supports = alphabetical(desk, rated(desk, held, (one for one in given if held.of(one.body))))
    count = desk.sum(supports)
    caveats = (*silent_on(desk, given), *held.caveats, *unmatched(desk, _left(given, supports)))
    if not supports:
        return desk.finding(count, supports, caveats=caveats)
    size = _size(held, supports)
    if desk.definition.comparison.forbidden:
        supports = tuple(replace(one, rate=None) for one in supports)
    why = too_few(count, desk)
    return desk.finding(
        count if why else rate(desk, held, count, size),
        supports,
        verb="answered and whose size is known",
        numerator=count,
        denominator=size,
        caveats=(*((why,) if why else ()), *caveats),
        denominators=held.used(one.body for one in supports),
    )


def _size(held: Sizes, supports: tuple[Support, ...]) -> Quantity:
    return Quantity.exactly(sum((one.rate.size.lo for one in supports if one.rate), Decimal(0)), held.unit)


def _left(given: tuple[Support, ...], supports: tuple[Support, ...]) -> list[str]:
    kept = {one.body for one in supports}
    return [one.body for one in given if one.body not in kept]
