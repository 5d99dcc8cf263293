"""A part by its whole, both open at once: never a quotient of end points."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

FINEST = 10_000
"""The largest denominator that is tried. An end of a larger one lies a millionth of a per cent outwards."""

LOOSE = "the bounds of the share hold, but may not be tight: its part and its base are bounded apart"

Ends = Callable[[int, int], int]
"""(n, d) → an end of n · part − d · whole."""

IsAbove = Callable[[int, int], bool]
"""(n, d) → True if n · part − d · whole can be more than zero: if the ratio can be more than d / n."""


def largest_ratio(can_exceed: IsAbove, most: int = FINEST) -> Fraction:
    """The largest part by whole, for 0 ≤ part ≤ whole ≤ `most` and a whole above zero; zero if there is no such.

    A whole of zero exceeds no ratio, so it needs no rule of its own. Where the whole can be larger than `most`,
    the end is the next fraction of such a denominator outwards.
    """
    if not can_exceed(1, 0):
        return Fraction(0)
    return _turned(lambda ratio: can_exceed(ratio.denominator, ratio.numerator), most, Fraction(1))[1]


def largest_quotient(highest: Ends, most: int, end: Fraction) -> Fraction:
    """The largest part by whole, at or below `end`, for a whole above zero and up to `most`."""
    if highest(1, 0) <= 0:
        return Fraction(0)
    finest = min(most, FINEST)
    return min(end, _turned(lambda ratio: highest(ratio.denominator, ratio.numerator) > 0, finest, end)[1])


def smallest_quotient(lowest: Ends, most: int, end: Fraction) -> Fraction:
    """The smallest part by whole, at or below `end`: no smaller one lets n · part − d · whole fall below zero."""
    if lowest(end.denominator, end.numerator) >= 0:
        return end
    finest = min(most, FINEST)
    return _turned(lambda ratio: lowest(ratio.denominator, ratio.numerator) >= 0, finest, end)[0]


def _turned(is_below: Callable[[Fraction], bool], most: int, end: Fraction) -> tuple[Fraction, Fraction]:
    """The neighbouring fractions of denominators up to `most` between which `is_below` turns, from zero on.

    The fraction nearest to the middle is asked about, so that no factor is larger than need be. If it is an end,
    no fraction lies between the two.
    """
    low, high = Fraction(0), Fraction(-(-end.numerator // end.denominator))
    while True:
        middle = ((low + high) / 2).limit_denominator(max(1, most))
        if not low < middle < high:
            return low, high
        low, high = (middle, high) if is_below(middle) else (low, middle)
