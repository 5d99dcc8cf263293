"""lower-quartile, upper-quartile: the figure below which a quarter, or three quarters, of the bodies lie."""

from __future__ import annotations

from fractions import Fraction

from foidesk.model import Finding, Quantity

from ..desk import Desk, alphabetical, silent_on
from ..middle import quantile


def run_lower(desk: Desk) -> Finding:
    """A quarter of the bodies have fewer; between two bodies in proportion, as spreadsheets reckon it."""
    return _run(desk, Fraction(1, 4))


def run_upper(desk: Desk) -> Finding:
    """A quarter of the bodies have more."""
    return _run(desk, Fraction(3, 4))


def _run(desk: Desk, share: Fraction) -> Finding:
    supports = desk.shown(desk.query.where)
    return desk.finding(
        quantile([support.value for support in supports], share, Quantity, desk.measure.unit),
        alphabetical(desk, desk.placed(supports)),
        verb="say so" if desk.query.where else "answered",
        caveats=silent_on(desk, supports),
    )
