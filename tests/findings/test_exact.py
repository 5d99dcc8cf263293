"""Exact intervals against printed tables, brute sums, and their own definition."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.findings.exact import TAIL, binomial, binomial_interval, poisson, poisson_interval, quantile

GARWOOD = {0: (0.0, 3.689), 1: (0.025, 5.572), 5: (1.623, 11.668), 10: (4.795, 18.390), 50: (37.111, 65.919),
           100: (81.364, 121.627)}  # fmt: skip
"""95 % limits of a Poisson count, as statistical tables print them."""


@pytest.mark.parametrize("events", GARWOOD)
def test_the_interval_of_a_count_is_that_of_the_printed_table(events: int) -> None:
    low, high = poisson_interval(events)
    assert high is not None and (low, high) == pytest.approx(GARWOOD[events], abs=0.001)


@pytest.mark.parametrize(
    ("part", "base", "expected"),
    [(0, 10, (0.0, 0.3085)), (10, 10, (0.6915, 1.0)), (5, 20, (0.0866, 0.4910)), (81, 263, (0.2527, 0.3676))],
)
def test_the_interval_of_a_share_is_that_of_clopper_and_pearson(
    part: int, base: int, expected: tuple[float, float]
) -> None:
    assert binomial_interval((part, part), (base, base)) == pytest.approx(expected, abs=0.0001)


@given(st.integers(0, 60), st.floats(0.01, 90))
def test_the_chance_of_a_count_is_its_sum(events: int, mean: float) -> None:
    terms = (math.exp(-mean + number * math.log(mean) - math.lgamma(number + 1)) for number in range(events + 1))
    assert poisson(events, mean) == pytest.approx(math.fsum(terms), abs=1e-10)


@given(st.integers(1, 80), st.data(), st.floats(0.01, 0.99))
def test_the_chance_of_a_part_is_its_sum(base: int, data: st.DataObject, share: float) -> None:
    part = data.draw(st.integers(0, base))
    terms = (math.comb(base, n) * share**n * (1 - share) ** (base - n) for n in range(part + 1))
    assert binomial(part, base, share) == pytest.approx(math.fsum(terms), abs=1e-9)


@given(st.integers(0, 3000), st.integers(0, 50))
def test_an_interval_leaves_what_it_says_outside_and_an_open_count_widens_it(events: int, more: int) -> None:
    low, high = poisson_interval(events)
    wide_low, wide_high = poisson_interval(events, events + more)
    assert high is not None and wide_high is not None
    assert poisson(events, high) == pytest.approx(TAIL, abs=1e-8)
    assert events == 0 or 1 - poisson(events - 1, low) == pytest.approx(TAIL, abs=1e-8)
    assert wide_low == low and wide_high >= high


@given(st.integers(1, 300), st.data())
def test_an_open_share_is_as_wide_as_all_that_it_may_be(base: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    most = data.draw(st.integers(part, base))
    low, high = binomial_interval((part, most), (base, base + 5))
    for k, n in ((part, base), (most, base), (part, base + 5), (most, base + 5)):
        one = binomial_interval((k, k), (n, n))
        assert low <= one[0] + 1e-9 and one[1] <= high + 1e-9


@given(st.floats(0.5, 500), st.sampled_from([0.001, 0.025, 0.975, 0.999]))
def test_a_limit_of_chance_lies_between_the_counts_around_it(mean: float, wanted: float) -> None:
    at = quantile(lambda number: poisson(number, mean), wanted, mean)
    above = math.ceil(at)
    assert poisson(above, mean) >= wanted - 1e-9 and poisson(above - 2, mean) <= wanted + 1e-9
