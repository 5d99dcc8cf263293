"""bodies-with-any: at how many bodies there is at least one case."""

from __future__ import annotations

from foidesk.model import Finding, Support

from ..desk import Desk, bodies_count, silent_on
from ..public import public_part


def run(desk: Desk) -> Finding:
    """The number of bodies that state one case or more; those that may have one widen it."""
    supports = tuple(map(public_part, desk.supports(desk.query.where)))
    some = tuple(support for support in supports if support.value.hi != 0)
    value = bodies_count(_sure(some), len(some))
    free = map(public_part, desk.supports(desk.query.where, "true"))
    true = [support for support in free if support.value.hi != 0]
    return desk.finding(
        value,
        some,
        n=len(supports),
        verb="say so",
        true=bodies_count(_sure(tuple(true)), len(true)),
        caveats=silent_on(desk, supports),
    )


def _sure(supports: tuple[Support, ...]) -> int:
    return sum(support.value.lo > 0 for support in supports)
