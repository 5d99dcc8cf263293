"""Sums of which some are below zero (paid back, reversed): each is taken only as the body gives it.

What bounds a figure elsewhere (no part is more than its whole, what is left out is no less than nothing) does not
hold for them, so that nothing is worked out from them but the sum of a list's rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from foidesk.model import Issue, Measure, Observation, Period, Span

from .interval import Interval, hull
from .space import Asked, Fit, Space, fit
from .words import Names

KIND = "sum-below-zero"
SAID = "below zero: some of its sums are, so each is taken only as the reply gives it"
DIFFERENT = "contradicted: the replies give different numbers for this"
Where = Mapping[str, tuple[str, ...]]


def has_reversals(observations: Iterable[Observation]) -> bool:
    """True if one of the sums is below zero."""
    return any(seen.amount is not None and seen.amount.lo < 0 for seen in observations)


def as_given(
    held: Sequence[Observation], space: Space, where: Where, period: Period | None, window: Period | None
) -> tuple[Interval, tuple[Observation, ...]] | None:
    """The figure that is printed for just this, else the sum of the rows of a list; None if there is neither."""
    asked = space.asked(where)
    printed = [
        s for s in held if s.role != "case row" and is_just(s, space, asked) and is_of_days(s, period, window)
    ]
    ranges = {Interval(s.amount.lo, s.amount.hi) for s in printed if s.amount is not None}
    span = hull(ranges)
    if span is not None:
        return span, tuple(s for s in printed if s.amount is not None)
    return _sum_of_rows(held, space, asked, period)


def is_just(seen: Observation, space: Space, asked: Asked) -> bool:
    """True if the number is of these categories and of nothing else."""
    regions = dict(space.regions({**seen.within, **seen.where}))
    plain = {name: region.atoms for name, region in regions.items() if region.is_plain}
    return len(plain) == len(regions) and plain == dict(asked)


def is_of_days(seen: Observation, period: Period | None, window: Period | None) -> bool:
    """True for the days asked for; without any for what has none of its own, or all that the survey asks for."""
    if period is not None:
        return seen.period is not None and seen.period.same_days(period)
    return seen.period is None or (window is not None and seen.period.same_days(window))


def _sum_of_rows(
    held: Sequence[Observation], space: Space, asked: Asked, period: Period | None
) -> tuple[Interval, tuple[Observation, ...]] | None:
    """The rows of the only list, where each is known to be of what is asked for or not, and to be exact."""
    rows = [seen for seen in held if seen.role == "case row"]
    if len(rows) < len(held) or len({(seen.document, seen.table) for seen in rows}) != 1:
        return None
    mine: list[Observation] = []
    for seen in rows:
        fits = _row_fits(seen, space, asked, period)
        if fits is None or seen.amount is None or seen.relation != "=" or not seen.amount.is_exact:
            return None
        mine += [seen] if fits else []
    added = sum((seen.amount.lo for seen in mine if seen.amount), Decimal(0))
    return Interval(added, added), tuple(mine)


def _row_fits(seen: Observation, space: Space, asked: Asked, period: Period | None) -> bool | None:
    """True if the row is of what is asked for, False if not, None if it does not say."""
    kind = fit(space.regions(seen.where), asked)
    days = period is None or (None if seen.period is None else seen.period.inside(period))
    if kind is Fit.OUT or days is False:
        return False
    return True if kind is Fit.IN and days else None


def together(terms: Iterable[tuple[Interval | None, int]]) -> Span:
    """Figures as given, each times a factor; open where one of them is not given."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for figure, factor in terms:
        ends = (None, None) if figure is None else (figure.lo, figure.hi)
        down, up = ends if factor > 0 else ends[::-1]
        low = None if low is None or down is None else low + factor * down
        high = None if high is None or up is None else high + factor * up
    return Span(low, high)


def issue(body: str, measure: Measure, held: Iterable[Observation], names: Names) -> Issue:
    """Says which sums are below zero, and what follows."""
    below = [seen for seen in held if seen.amount is not None and seen.amount.lo < 0]
    many = "1 sum" if len(below) == 1 else f"{len(below)} sums"
    return Issue(
        KIND,
        "warning",
        f"{many} of {measure.label} below zero: the body's figures are taken only as it gives them, and none is "
        "worked out from others.",
        names.where(below),
        "Ask the body what was paid back or reversed; a figure that is missing can be entered by hand.",
        tuple(locator for seen in below[:20] for locator in seen.locators()),
        body=body,
        key=f"{body} {measure.id}",
    )
