"""Exact intervals for counts and shares, and the limits of chance around a whole: no normal approximation.

The interval of a count is that of Garwood (Biometrika 28, 1936), of a share that of Clopper and Pearson
(Biometrika 26, 1934). Control limits are those of Spiegelhalter, "Funnel plots for comparing institutional
performance" (Statistics in Medicine 24, 2005), appendix A.1. The distribution functions are the incomplete gamma
and beta functions (NIST Digital Library of Mathematical Functions, 8.7.1, 8.9.2 and 8.17.22), to about 1e-12.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from math import exp, lgamma, log, log1p

TAIL = 0.025
"""Of 95 %: half of what is left outside, on each side."""

_TINY = 1e-300
_NEAR = 1e-14
_STEPS = 100_000


def poisson_interval(events: int, most: int | None = None) -> tuple[float, float | None]:
    """The means that so many events are consistent with, at 95 %; of an open count, those of all its values."""
    low = 0.0 if events == 0 else _root(lambda mean: 1 - poisson(events - 1, mean) < TAIL, float(events))
    top = events if most is None else most
    return low, _root(lambda mean: poisson(top, mean) > TAIL, 2.0 * top + 10)


def binomial_interval(part: tuple[int, int], base: tuple[int, int]) -> tuple[float, float]:
    """The shares that a part of a base is consistent with, at 95 %; both may be open, as (least, most)."""
    (k, most), (least_base, n) = part, (max(base[0], part[1]), base[1])
    low = 0.0 if k == 0 else _root(lambda share: 1 - binomial(k - 1, n, share) < TAIL, 1.0)
    high = 1.0 if most >= least_base else _root(lambda share: binomial(most, least_base, share) > TAIL, 1.0)
    return low, high


def poisson(events: int, mean: float) -> float:
    """The chance of at most so many events where `mean` are expected."""
    if events < 0:
        return 0.0
    return 1.0 if mean <= 0 else 1 - _gamma(events + 1.0, mean)


def binomial(part: int, base: int, share: float) -> float:
    """The chance of at most so many of `base` where each is in with the chance `share`."""
    if part < 0:
        return 0.0
    if part >= base or share <= 0:
        return 1.0
    return 0.0 if share >= 1 else _beta(float(base - part), part + 1.0, 1 - share)


def quantile(chance: Callable[[int], float], wanted: float, near: float) -> float:
    """Where a count passes the chance `wanted`, between whole numbers as Spiegelhalter interpolates."""
    at = _first(lambda number: chance(number) > wanted, int(near))
    before = chance(at - 1)
    return at - (chance(at) - wanted) / (chance(at) - before)


def rounded(value: float) -> Decimal:
    """Six significant digits: more than any reader needs, fewer than machines differ in."""
    return Decimal(f"{value:.6g}")


def _first(passes: Callable[[int], bool], near: int) -> int:
    """The smallest whole number from zero on that passes, found from a guess by doubling and halving."""
    high = max(near, 1)
    while not passes(high):
        high *= 2
    low = -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(middle) else (middle, high)
    return high


def _root(is_below: Callable[[float], bool], top: float) -> float:
    """The point up to which `is_below` holds, between zero and `top`."""
    low, high = 0.0, top
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
        if high - low <= _NEAR * high:
            break
    return (low + high) / 2


def _gamma(a: float, x: float) -> float:
    """The lower regularised incomplete gamma function P(a, x)."""
    scale = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for step in count(1):
            term *= x / (a + step)
            total += term
            if term < total * _NEAR or step > _STEPS:
                return min(1.0, total * scale)
    b = x + 1 - a
    fraction = _lentz(b, lambda step: (-step * (step - a), b + 2 * step))
    return 1 - min(1.0, scale / fraction)


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    scale = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a

    def term(step: int) -> tuple[float, float]:
        m = step // 2
        if step % 2:
            return -(a + m) * (a + b + m) * x / ((a + step - 1) * (a + step)), 1.0
        return m * (b - m) * x / ((a + step - 1) * (a + step)), 1.0

    return min(1.0, scale / _lentz(1.0, term))


def _lentz(start: float, term: Callable[[int], tuple[float, float]]) -> float:
    """A continued fraction start + a1/(b1 + a2/(b2 + ...)) by the method of Lentz, terms given as (a, b)."""
    value, c, d = start, start, 0.0
    for step in range(1, _STEPS):
        a, b = term(step)
        d = 1 / ((b + a * d) or _TINY)
        c = (b + a / c) or _TINY
        value *= c * d
        if abs(c * d - 1) < _NEAR:
            break
    return value
