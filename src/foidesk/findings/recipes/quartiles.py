"""lower-quartile, upper-quartile, percentile: the figure below which so many of a hundred of the bodies lie."""

from __future__ import annotations

from fractions import Fraction

from foidesk.errors import SurveyFileError
from foidesk.model import Finding, Query, SurveyDefinition

from ..checks import FILE
from ..desk import Desk, alphabetical, silent_on
from ..middle import quantile


def validate(query: Query, definition: SurveyDefinition) -> None:
    """It is said which percentile."""
    if not 0 < query.percent < 100:
        raise SurveyFileError(
            f"finding {query.name!r} asks for percentile {query.percent}", where=FILE,
            next="say how many of a hundred bodies lie below it: percent = 90",
        )  # fmt: skip


def run(desk: Desk) -> Finding:
    """So many of a hundred bodies have fewer; between two bodies in proportion, as spreadsheets reckon it."""
    return _run(desk, Fraction(desk.query.percent, 100))


def run_lower(desk: Desk) -> Finding:
    """A quarter of the bodies have fewer; between two bodies in proportion, as spreadsheets reckon it."""
    return _run(desk, Fraction(1, 4))


def run_upper(desk: Desk) -> Finding:
    """A quarter of the bodies have more."""
    return _run(desk, Fraction(3, 4))


def _run(desk: Desk, share: Fraction) -> Finding:
    supports = desk.shown(desk.query.where)
    return desk.finding(
        quantile([support.value for support in supports], share, desk.between, desk.measure.unit),
        alphabetical(desk, desk.placed(supports)),
        verb="say so" if desk.query.where else "answered",
        caveats=silent_on(desk, supports),
    )
