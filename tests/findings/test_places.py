"""Places and medians of open figures against brute force: every value that each body's figure can have."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from statistics import median, quantiles

from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.findings.desk import ranked
from foidesk.findings.middle import middle, quantile
from foidesk.findings.ratio import largest_quotient, smallest_quotient
from foidesk.model import Count, Quantity, Support

ENDS = st.tuples(st.integers(0, 5), st.integers(0, 3)).map(lambda pair: (pair[0], pair[0] + pair[1]))
FIGURES = st.lists(ENDS, min_size=1, max_size=4)


def supports(figures: list[tuple[int, int]]) -> tuple[Support, ...]:
    return tuple(Support(f"b{n}", Count.between(lo, hi, "cases"), ()) for n, (lo, hi) in enumerate(figures))


def worlds(figures: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    return list(product(*(range(lo, hi + 1) for lo, hi in figures)))


@settings(max_examples=60, deadline=None)
@given(FIGURES)
def test_the_best_and_the_worst_place_are_those_of_some_values(figures: list[tuple[int, int]]) -> None:
    for at, one in enumerate(ranked(supports(figures))):
        places = [1 + sum(value > world[at] for value in world) for world in worlds(figures)]
        assert one.rank == (min(places), max(places))
        assert one.tied is any(
            figures[at][0] == figures[at][1] == lo == hi for n, (lo, hi) in enumerate(figures) if n != at
        )


@settings(max_examples=60, deadline=None)
@given(FIGURES)
def test_a_median_spans_those_of_all_values(figures: list[tuple[int, int]]) -> None:
    found = middle([one.value for one in supports(figures)], Quantity, "cases")
    every = [Decimal(str(median(world))) for world in worlds(figures)]
    assert (found.lo, found.hi) == (min(every), max(every))


@settings(max_examples=60, deadline=None)
@given(FIGURES)
def test_quartiles_span_those_of_all_values(figures: list[tuple[int, int]]) -> None:
    for share, at in ((Fraction(1, 4), 0), (Fraction(3, 4), 2)):
        found = quantile([one.value for one in supports(figures)], share, Quantity, "cases")
        every = [
            Decimal(str(quantiles(world, n=4, method="inclusive")[at] if len(world) > 1 else world[0]))
            for world in worlds(figures)
        ]
        assert (found.lo, found.hi) == (min(every), max(every))


@settings(max_examples=60, deadline=None)
@given(FIGURES, st.sampled_from((1, 10, 33, 90, 99)))
def test_percentiles_span_those_of_all_values(figures: list[tuple[int, int]], percent: int) -> None:
    found = quantile([one.value for one in supports(figures)], Fraction(percent, 100), Quantity, "cases")
    every = [Fraction(world[0]) if len(world) == 1 else percentile(world, percent) for world in worlds(figures)]
    assert found.hi is not None
    assert (round(found.lo, 9), round(found.hi, 9)) == (_nine(min(every)), _nine(max(every)))


def percentile(world: tuple[int, ...], percent: int) -> Fraction:
    """By the straight line through the values in order, the first at nought and the last at a hundred."""
    ordered, place = sorted(world), Fraction(percent * (len(world) - 1), 100)
    below = min(int(place), len(world) - 2)
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def _nine(number: Fraction) -> Decimal:
    return round(Decimal(number.numerator) / Decimal(number.denominator), 9)


def test_a_quartile_is_open_where_the_figures_at_its_place_are() -> None:
    amounts = [
        Count(Decimal(lo), hi, "cases", "interval") for lo, hi in ((1, None), (3, Decimal(4)), (3, Decimal(4)))
    ]
    assert quantile(amounts, Fraction(3, 4), Quantity, "cases").hi is None
    assert quantile(amounts, Fraction(1, 4), Quantity, "cases").hi == 4


def test_a_median_is_open_where_too_many_figures_are() -> None:
    amounts = [Count(Decimal(lo), hi, "cases", "interval") for lo, hi in ((1, None), (2, None), (3, Decimal(4)))]
    assert middle(amounts, Quantity, "cases").hi is None
    assert middle([*amounts, *amounts[2:] * 2], Quantity, "cases").hi == 4


POINTS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(POINTS)
def test_quotients_are_the_least_and_the_most_of_all_points(points: list[tuple[int, int]]) -> None:
    """Points (part, whole), the whole above zero and up to 20."""
    ratios = [Fraction(part, whole) for part, whole in points]
    end = Fraction(30)

    def least(n: int, d: int) -> int:
        return min(n * part - d * whole for part, whole in points)

    def most(n: int, d: int) -> int:
        return max(n * part - d * whole for part, whole in points)

    assert largest_quotient(most, 20, end) == max(ratios)
    assert smallest_quotient(least, 20, end) == min(ratios)
