"""A part by its whole, both open at once: never a quotient of end points."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

Reach = Callable[[int, int], int | None]
"""(n, d) → the largest value of n · part − d · whole; None if nothing bounds it."""


def largest_ratio(reach: Reach, most: int) -> Fraction:
    """The largest part by whole, for 0 ≤ part ≤ whole ≤ `most` and a whole above zero.

    A ratio p/q can be reached if q · part − p · whole can be zero or more. Bisection narrows the ratio until only
    one fraction with a denominator up to `most` is left, so that the end is exact and no rounded number.
    """
    if _is_reached(reach, Fraction(1)):
        return Fraction(1)
    low, high, width = Fraction(0), Fraction(1), Fraction(1, 2 * most * most)
    while high - low > width:
        middle = (low + high) / 2
        if _is_reached(reach, middle):
            low = middle
        else:
            high = middle
    return ((low + high) / 2).limit_denominator(most)


def _is_reached(reach: Reach, ratio: Fraction) -> bool:
    top = reach(ratio.denominator, ratio.numerator)
    return top is None or top >= 0


Ends = Callable[[int, int], int]
"""(n, d) → an end of n · part − d · whole."""


def largest_quotient(highest: Ends, most: int, end: Fraction) -> Fraction:
    """The largest part by whole, at or below `end`, for a whole above zero and up to `most`; they may be anything.

    By the same bisection: two quotients of wholes up to `most` lie further apart than where it stops.
    """
    if highest(end.denominator, end.numerator) >= 0:
        return end
    return _bisected(lambda ratio: highest(ratio.denominator, ratio.numerator) >= 0, most, end)


def smallest_quotient(lowest: Ends, most: int, end: Fraction) -> Fraction:
    """The smallest part by whole, at or below `end`: no smaller one lets n · part − d · whole fall to zero."""
    if lowest(1, 0) <= 0:
        return Fraction(0)
    return _bisected(lambda ratio: lowest(ratio.denominator, ratio.numerator) > 0, most, end)


def _bisected(is_below: Callable[[Fraction], bool], most: int, end: Fraction) -> Fraction:
    """The one fraction with a denominator up to `most` where `is_below` turns, between zero and `end`."""
    low, high, width = Fraction(0), end, Fraction(1, 2 * most * most)
    while high - low > width:
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return ((low + high) / 2).limit_denominator(most)
