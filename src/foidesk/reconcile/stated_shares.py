"""Shares that a reply states of its own cases ("9 %" of 828): the whole numbers that the usual rounding allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from foidesk.model import Count, Issue, Measure, Observation, Share

from .interval import ANYTHING, ZERO, Interval
from .words import Names, value_places

Totals = Callable[[Observation], Interval | None]
"""The cases that a stated share is a share of; None where the reply does not say how many."""


def is_share_of(seen: Observation, measure: Measure) -> bool:
    """True if the observation states a share of the measure's cases, of some kind."""
    named = seen.measure == measure.id and measure.type == "count" and bool(seen.where)
    return named and isinstance(seen.value, Share) and seen.value.unit == f"of {measure.unit}"


@dataclass
class Counted:
    """Shares as counts, and those that no figure can hold: of no total, or of one that no number fits.

    `ratios` are those of an open total, by their observation's id: the count moves with it.
    """

    counts: list[Observation] = field(default_factory=list)
    ratios: dict[str, Share] = field(default_factory=dict)
    baseless: list[Observation] = field(default_factory=list)
    unfit: list[Observation] = field(default_factory=list)


def as_counts(shares: Iterable[Observation], totals: Totals, measure: Measure) -> Counted:
    """The shares as counts of the total of their days: 9 %, read as 8.5 to 9.5 %, of 828 is 71 to 78 cases.

    Where the total is itself open, from the least share of the least to the largest of the most, and a ratio that
    ties it to the total. Of a share that no whole number of cases has, and of one of nobody knows how many, all
    that is known is that these are cases of the total.
    """
    found = Counted()
    for seen in shares:
        total = totals(seen)
        if total is None:
            found.baseless.append(seen)
            found.counts.append(_counted(seen, ANYTHING, measure))
            continue
        number = _number(seen, total)
        if number is None:
            found.unfit.append(seen)
        elif not total.is_exact and isinstance(seen.value, Share):
            found.ratios[seen.id] = seen.value
        found.counts.append(_counted(seen, number or Interval(ZERO, total.hi), measure))
    return found


def _number(seen: Observation, total: Interval) -> Interval | None:
    """How many cases the share is; None if it is of no whole number of them."""
    value = seen.value
    if not isinstance(value, Share):
        return ANYTHING
    lo = (value.lo * total.lo).to_integral_value(ROUND_CEILING)
    hi = None if total.hi is None else ((value.hi or Decimal(1)) * total.hi).to_integral_value(ROUND_FLOOR)
    return Interval(lo, hi) if hi is None or lo <= hi else None


def _counted(seen: Observation, number: Interval, measure: Measure) -> Observation:
    how = "exact" if number.is_exact else "rounded"
    role = "prose" if seen.role == "total" else seen.role
    return replace(seen, value=Count(number.lo, number.hi, measure.unit, how), role=role)


def issues(found: Counted, body: str, measure: Measure, names: Names) -> list[Issue]:
    """What a reader must know of shares that bind nothing."""
    unfit = f"no whole number of the {measure.unit} that the reply counts is this share of them"
    baseless = f"the reply states a share of its {measure.unit} and does not say how many these are"
    return [
        Issue(
            "share",
            "warning",
            f"“{seen.places['value'].quote}”: {why}; it narrows no figure.",
            names.where([seen]),
            "Look at the place: is the share of other cases, or misprinted? Ask the body how many there were.",
            value_places([seen]),
            body=body,
            key=seen.id,
        )
        for several, why in ((found.unfit, unfit), (found.baseless, baseless))
        for seen in several
    ]
