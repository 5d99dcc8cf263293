"""median: the figure of the body in the middle."""

from __future__ import annotations

from foidesk.model import Finding

from ..desk import Desk, alphabetical, silent_on
from ..middle import middle


def run(desk: Desk) -> Finding:
    """The median of the bodies' figures: of an even number of bodies, half-way between the two in the middle."""
    supports = desk.shown(desk.query.where)
    return desk.finding(
        middle([support.value for support in supports], desk.between, desk.measure.unit),
        alphabetical(desk, desk.placed(supports)),
        verb="say so" if desk.query.where else "answered",
        caveats=silent_on(desk, supports),
    )
