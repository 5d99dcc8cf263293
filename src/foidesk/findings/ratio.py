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
