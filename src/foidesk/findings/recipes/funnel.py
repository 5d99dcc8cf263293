"""funnel: how far from the whole chance alone takes a body of its size."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Finding, Query, Rate, Share, SurveyDefinition

from ..checks import check_comparable, check_denominator, needs_part
from ..desk import Desk
from ..rates import by_base, by_size, limits, marked
from . import rate, share_by_body

CAVEAT = (
    "beyond a limit is no proof of anything: it says only that chance alone rarely takes a body of that size so "
    "far from the whole"
)


def validate(query: Query, definition: SurveyDefinition) -> None:
    """The counts are declared comparable; the query has a denominator, or a part and its base."""
    check_comparable(query, definition)
    if query.denominator:
        check_denominator(query, definition, needed=True)
    else:
        needs_part(query, definition)


def run(desk: Desk) -> Finding:
    """The rate or share of all bodies, with limits of chance (95 % and 99.8 %) by size; the bodies stand by name.

    With `denominator` the counts are taken as Poisson, else the shares as binomial. A body under ten has no mark.
    """
    is_rate = bool(desk.query.denominator)
    found = rate.run(desk) if is_rate else share_by_body.run(desk)
    if not isinstance(found.value, Rate if is_rate else Share):
        return found
    chance, per = (by_size, desk.query.per) if is_rate else (by_base, 1)
    sizes = [one.rate.size.lo for one in found.supports if one.rate and one.rate.value]
    return replace(
        found,
        supports=marked(found.supports, found.value, per, chance),
        limits=limits(sizes, found.value, per, chance),
        caveats=(*found.caveats, CAVEAT),
    )
