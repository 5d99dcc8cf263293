"""by-body: each body's figure, in the order of the alphabet, with its possible places."""

from __future__ import annotations

from foidesk.model import Finding

from ..desk import Desk, alphabetical, ranked, silent_on


def run(desk: Desk) -> Finding:
    """The sum, and each body's part with its best and worst place among those that gave the figure."""
    supports = desk.supports(desk.query.where)
    return desk.finding(
        desk.sum(supports),
        alphabetical(desk, ranked(supports)),
        true=desk.true_sum(desk.query.where),
        caveats=silent_on(desk, supports),
    )
