"""by-body: each body's figure, in the order of the alphabet."""

from __future__ import annotations

from foidesk.model import Finding, Query, SurveyDefinition

from ..checks import check_denominator
from ..desk import Desk, alphabetical, silent_on
from ..rates import rated
from ..sizes import sizes


def validate(query: Query, definition: SurveyDefinition) -> None:
    """With `denominator`, there must be sizes that match."""
    check_denominator(query, definition, needed=False)


def run(desk: Desk) -> Finding:
    """The bodies' figures by name, with what each counted, and the sum; with `denominator`, each one's rate.

    Where the owner lets bodies be ranked, each has its possible places among those that count in the same way.
    """
    supports = desk.parts(desk.query.where)
    caveats = silent_on(desk, supports)
    if not desk.query.denominator:
        return desk.finding(desk.sum(supports), alphabetical(desk, desk.placed(supports)), caveats=caveats)
    held = sizes(desk.query, desk.definition)
    supports = alphabetical(desk, rated(desk, held, supports))
    used = held.used(one.body for one in supports)
    caveats = (*caveats, *held.caveats, *unmatched(desk, [one.body for one in supports if not one.rate]))
    return desk.finding(desk.sum(supports), supports, caveats=caveats, denominators=used)


def unmatched(desk: Desk, bodies: list[str]) -> tuple[str, ...]:
    """A caveat that names the bodies without a size of that definition, year and kind."""
    named = ", ".join(sorted(map(desk.name, bodies), key=str.casefold))
    return (f"no {desk.query.denominator} on file, so no rate: {named}",) if bodies else ()
