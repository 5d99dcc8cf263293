"""Figures that nobody may add: shares, rates, medians. Each is what a reply states, or nothing."""

from __future__ import annotations

from collections.abc import Mapping

from foidesk.model import Amount, Observation, OneOf, Period

from .account import Account, Answer
from .interval import Interval, hull
from .periods import cover
from .worlds import worlds

Where = Mapping[str, tuple[str, ...]]


def level(account: Account, where: Where, period: Period | None) -> Answer | None:
    """What the body states of exactly these categories and days; None if it states nothing of just them.

    Nothing is worked out from parts. Without a period, a body that gave several has no one figure, and one that is
    of other days than those asked for says so. Two different numbers for the same thing give the range from one to
    the other, marked as contradicted.
    """
    held = [seen for one in _possible(account) for seen in one if _is_of(seen, where)]
    days = {(seen.period.start, seen.period.end) if seen.period else None for seen in held if _fits(seen, period)}
    found = {seen.id: seen for seen in held if _fits(seen, period)}.values()
    if not found or (period is None and len(days) > 1):
        return None
    days_given = cover({seen.period for seen in found}, period, account.window)
    if days_given.problem:
        return None
    ranges = {Interval(seen.amount.lo, seen.amount.hi) for seen in found if seen.amount is not None}
    span = hull(ranges)
    said = ["contradicted: the replies give different numbers for this"] if len(ranges) > 1 else []
    said += [days_given.caveat] if days_given.caveat else []
    return Answer(span, tuple(found), tuple(said)) if span is not None else None


def states_a_level(account: Account) -> bool:
    """True if the body states any figure of the measure."""
    return any(seen.amount is not None for one in _possible(account) for seen in one)


def _possible(account: Account) -> list[list[Observation]]:
    """The observations of each world that open questions allow."""
    return [one for held in worlds(account.observations, account.copies) for one in worlds(held, account.readings)]


def _is_of(seen: Observation, where: Where) -> bool:
    if not isinstance(seen.value, Amount) or seen.where.keys() != where.keys():
        return False
    return all(isinstance(said, OneOf) and set(said.categories) == set(where[v]) for v, said in seen.where.items())


def _fits(seen: Observation, period: Period | None) -> bool:
    return period is None or (seen.period is not None and seen.period.same_days(period))
