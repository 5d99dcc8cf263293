"""change-percent: by how many per cent more or less than before."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from foidesk.model import Change, Finding, Query, SurveyDefinition

from ..desk import Desk, alphabetical
from ..rates import LEAST
from ..ratio import largest_quotient, smallest_quotient
from ..stretches import Stretch, change, check_periods, stretch
from . import change as absolute


def validate(query: Query, definition: SurveyDefinition) -> None:
    """Two periods of one kind, of what is counted: never from a calendar to a financial year."""
    check_periods(query, definition)


def run(desk: Desk) -> Finding:
    """The change in per cent of the earlier figure, over the bodies that give both periods.

    From fewer than ten no per cent is given: the value is then the change in number, and a caveat says so.
    """
    given = stretch(desk)
    before, _ = given.sums()
    if not given.pairs or before.lo < LEAST:
        found = absolute.run(desk)
        why = f"no per cent: it would start from fewer than {LEAST} {desk.measure.unit}"
        return desk.finding(
            found.value, found.supports, verb=given.verb, lines=found.lines,
            caveats=((why,) if given.pairs else ()) + given.caveats,
        )  # fmt: skip
    return desk.finding(
        _per_cent(given),
        alphabetical(desk, given.changes()),
        verb=given.verb,
        lines=given.lines(),
        caveats=given.caveats,
    )


def _per_cent(given: Stretch) -> Change:
    """Both sums open at once, where they are counts and one of them is open."""
    desk = given.desk
    before, after = given.sums()
    assert before.hi is not None and after.hi is not None
    low, high = after.lo / before.hi, after.hi / before.lo
    if desk.measure.type == "count" and not (before.is_exact and after.is_exact):
        most, end = int(before.hi), Fraction(int(after.hi), int(before.lo))
        low = max(low, _decimal(smallest_quotient(lambda n, d: _ends(given, n, d)[0], most, end)))
        high = min(high, _decimal(largest_quotient(lambda n, d: _ends(given, n, d)[1], most, end)))
    return change((low - 1) * 100, (high - 1) * 100, f"per cent on {desk.query.since}")


def _ends(given: Stretch, new: int, old: int) -> tuple[int, int]:
    """The bounds of `new` times the later sum less `old` times the earlier, body by body."""
    spans = [given.difference(body, old, new) for body in given.pairs]
    lows, highs = [one.lo for one in spans if one.lo is not None], [one.hi for one in spans if one.hi is not None]
    return int(sum(lows)), int(sum(highs))


def _decimal(fraction: Fraction) -> Decimal:
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)
