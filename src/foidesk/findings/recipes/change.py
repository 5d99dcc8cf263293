"""change: how many more or fewer than before."""

from __future__ import annotations

from decimal import Decimal

from foidesk.model import Finding, Query, SurveyDefinition

from ..desk import Desk, alphabetical
from ..stretches import change, check_periods, stretch


def validate(query: Query, definition: SurveyDefinition) -> None:
    """Two periods of one kind: never from a calendar to a financial year."""
    check_periods(query, definition)


def run(desk: Desk) -> Finding:
    """The later figure less the earlier, over the bodies that give both; below zero if it fell.

    A body's two figures are bounded together, so that an open question that moves both is not counted twice.
    """
    given = stretch(desk)
    supports = alphabetical(desk, given.changes())
    low = sum((one.value.lo for one in supports), Decimal(0))
    highs = [one.value.hi for one in supports if one.value.hi is not None]
    value = change(low, sum(highs, Decimal(0)), desk.measure.unit)
    return desk.finding(value, supports, verb=given.verb, lines=given.lines(), caveats=given.caveats)
