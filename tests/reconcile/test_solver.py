"""The solver against brute force: bounds are reached, contradictions are found and cannot be made smaller."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.findings.ratio import largest_ratio
from foidesk.reconcile.solver import Solved, System, forcing, smallest_conflict
from foidesk.reconcile.solver.conflict import is_possible

MOST = 4


@st.composite
def systems(draw: st.DrawFn) -> System:
    """A few small unknowns under a few rows, each of a source of its own; some cannot all be right."""
    system = System()
    size = draw(st.integers(2, 5))
    for _ in range(size):
        lo = draw(st.integers(0, MOST))
        system.unknown(lo, draw(st.integers(lo, MOST)))
    for number in range(draw(st.integers(0, 5))):
        chosen = draw(st.sets(st.integers(0, size - 1), min_size=1))
        terms = [(unknown, draw(st.sampled_from((1, 1, 1, -1, 2)))) for unknown in sorted(chosen)]
        lo = draw(st.one_of(st.none(), st.integers(-3, 8)))
        hi = draw(st.one_of(st.none(), st.integers(lo if lo is not None else -3, 9)))
        system.bind(terms, lo, hi, f"s{number}")
    return system


def points(system: System) -> Iterator[tuple[int, ...]]:
    for point in product(*(range(lo, (hi or 0) + 1) for lo, hi in zip(system.lows, system.highs, strict=True))):
        if all(holds(point, row.terms, row.lo, row.hi) for row in system.rows):
            yield point


def holds(point: tuple[int, ...], terms: object, lo: int | None, hi: int | None) -> bool:
    total = value(point, terms)
    return (lo is None or total >= lo) and (hi is None or total <= hi)


def value(point: tuple[int, ...], terms: object) -> int:
    return sum(point[unknown] * factor for unknown, factor in terms)  # type: ignore[attr-defined]


@settings(max_examples=150, deadline=None)
@given(systems(), st.lists(st.sampled_from((-1, 0, 1, 2)), min_size=5, max_size=5))
def test_bounds_are_those_of_all_points(system: System, factors: list[int]) -> None:
    found, solved = list(points(system)), Solved(system)
    assert solved.is_possible == bool(found)
    if found:
        terms = [(unknown, factors[unknown]) for unknown in range(len(system.lows))]
        bound = solved.bound(terms)
        values = [value(point, terms) for point in found]
        assert (bound.lo, bound.hi, bound.tight) == (min(values), max(values), True)


@settings(max_examples=100, deadline=None)
@given(systems())
def test_a_conflict_clashes_and_does_not_without_any_one_of_it(system: System) -> None:
    found = smallest_conflict(system)
    assert bool(found) != is_possible(system, system.sources)
    if found:
        assert not is_possible(system, found)
        assert all(is_possible(system, [s for s in found if s != one]) for one in found)


@settings(max_examples=80, deadline=None)
@given(systems())
def test_what_forces_a_bound_forces_it_and_nothing_of_it_can_be_spared(system: System) -> None:
    solved = Solved(system)
    if not solved.is_possible:
        return
    terms = tuple((unknown, 1) for unknown in range(len(system.lows)))
    lo = solved.bound(terms).lo
    assert lo is not None
    sources = forcing(system, terms, lo, True)
    assert Solved(system.only(sources)).bound(terms).lo == lo
    for one in sources:
        less = Solved(system.only([s for s in sources if s != one])).bound(terms).lo
        assert less is not None and less < lo


@settings(max_examples=60, deadline=None)
@given(systems(), st.sets(st.integers(0, 4), min_size=1))
def test_a_ratio_is_the_largest_of_all_points(system: System, part: set[int]) -> None:
    whole = [(unknown, 1) for unknown in range(len(system.lows))]
    some = [(unknown, 1) for unknown in sorted(part) if unknown < len(system.lows)]
    ratios = [Fraction(value(p, some), value(p, whole)) for p in points(system) if value(p, whole)]
    if not ratios or len(ratios) < len(list(points(system))):
        return
    solved = Solved(system)

    def can_exceed(n: int, d: int) -> bool:
        top = solved.bound([*((u, n * f) for u, f in some), *((u, -d * f) for u, f in whole)]).hi
        return top is None or top > 0

    assert largest_ratio(can_exceed, MOST * 5) == max(ratios)


def test_two_rows_that_push_each_other_without_end_stop() -> None:
    system = System()
    one, other = system.unknown(), system.unknown()
    system.bind([(one, 1), (other, -1)], 1, None, "more")
    system.bind([(other, 1), (one, -1)], 1, None, "also more")
    assert not Solved(system).is_possible
    assert smallest_conflict(system) == ("more", "also more")


def test_money_is_bounded_outwards() -> None:
    system = System(whole=False)
    one, other = system.unknown(0, 100), system.unknown(0, 100)
    system.bind([(one, 2), (other, 1)], None, 101, "a")
    system.bind([(one, 1), (other, 2)], None, 101, "b")
    assert Solved(system).bound([(one, 1), (other, 1)]).hi == 68


def large_system(seed: int) -> tuple[System, list[tuple[int, int]]]:
    """Tens of thousands of cases under rows that whole numbers fit badly, and a sum of two unknowns."""
    draw, system = Random(seed), System()
    truth = [draw.randint(0, 60_000) for _ in range(draw.randint(4, 9))]
    every = [system.unknown() for _ in truth]
    for number in range(draw.randint(2, 5)):
        chosen = draw.sample(every, draw.randint(2, 4))
        terms = [(unknown, draw.choice((1, 1, 2, 2, 3, 5, -1))) for unknown in chosen]
        said, rough = value(tuple(truth), terms), draw.choice((0, 0, 1))
        system.bind(terms, said - rough, said + rough, f"s{number}")
    system.bind([(unknown, 1) for unknown in every], sum(truth), sum(truth), "all")
    return system, [(unknown, draw.choice((1, 1, 1, 2, 3))) for unknown in draw.sample(every, 2)]


@pytest.mark.parametrize("seed", [93, 343, 478])
def test_no_numbers_lie_outside_the_bounds_of_a_large_sum(seed: int) -> None:
    system, terms = large_system(seed)
    bound = Solved(system).bound(terms)
    assert bound.lo is not None and bound.hi is not None
    for lo, hi in ((None, bound.lo - 1), (bound.hi + 1, None)):
        beyond = System(True, list(system.lows), list(system.highs), list(system.rows))
        beyond.bind(terms, lo, hi, "beyond")
        assert not Solved(beyond).is_possible
