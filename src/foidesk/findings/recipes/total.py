"""total and count: how many."""

from __future__ import annotations

from foidesk.model import Finding

from ..desk import Desk, silent_on


def run(desk: Desk) -> Finding:
    """The sum over the bodies that gave the figure; with `where`, of the cases of that kind only."""
    where = desk.query.where
    supports = desk.supports(where)
    return desk.finding(
        desk.sum(supports),
        supports,
        verb="say so" if where else "answered",
        true=desk.true_sum(where),
        caveats=silent_on(desk, supports),
    )
