"""Shares that a reply states of its own cases ("9 %" of 828): the whole numbers that the usual rounding allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from foidesk.model import Count, Measure, Observation, Share

from .interval import Interval


def is_share_of(seen: Observation, measure: Measure) -> bool:
    """True if the observation states a share of the measure's cases, of some kind."""
    named = seen.measure == measure.id and measure.type == "count" and bool(seen.where)
    return named and isinstance(seen.value, Share) and seen.value.unit == f"of {measure.unit}"


def as_counts(shares: Iterable[Observation], total: Interval, measure: Measure) -> list[Observation]:
    """The shares as counts of the total: 9 %, read as 8.5 to 9.5 %, of 828 is 71 to 78 cases.

    Where the total is itself open, from the least share of the least to the largest of the most; a share that no
    whole number of cases has is left out here, and so stays an issue of its own.
    """
    found = []
    for seen in shares:
        value = seen.value
        if not isinstance(value, Share):
            continue
        lo = (value.lo * total.lo).to_integral_value(ROUND_CEILING)
        hi = None if total.hi is None else ((value.hi or Decimal(1)) * total.hi).to_integral_value(ROUND_FLOOR)
        if hi is None or lo <= hi:
            how = "exact" if lo == hi else "rounded"
            role = "prose" if seen.role == "total" else seen.role
            found.append(replace(seen, value=Count(lo, hi, measure.unit, how), role=role))
    return found
