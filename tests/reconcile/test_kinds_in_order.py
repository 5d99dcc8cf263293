"""Which kind is the most frequent, where a total ties those that are open: the places that some values give."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.findings import compute
from foidesk.model import Count, Query

from .build import Reply, definition, run

KINDS = ("left", "warning", "advice")
OUTCOMES = Query("outcomes", "breakdown", "Outcomes", "cases", by="outcome")


def places(ranges: list[tuple[int, int]], total: int) -> dict[str, tuple[int, int] | None]:
    reply = Reply()
    for kind, (lo, hi) in zip(KINDS, ranges, strict=True):
        how = "exact" if lo == hi else "interval"
        reply.cell(Count(Decimal(lo), Decimal(hi), "cases", how), outcome=kind)
    reply.total(total, "Table 1")
    result = run(reply, survey=definition(OUTCOMES))
    (found,) = compute(definition(OUTCOMES), result.accounts, result.outcomes)
    return {line.key: line.rank for line in found.lines if line.key in KINDS}


def enumerated(ranges: list[tuple[int, int]], total: int) -> dict[str, tuple[int, int]]:
    ways = [way for way in product(*(range(lo, hi + 1) for lo, hi in ranges)) if sum(way) == total]
    own = {kind: [1 + sum(other > way[at] for other in way) for way in ways] for at, kind in enumerate(KINDS)}
    return {kind: (min(found), max(found)) for kind, found in own.items()}


def test_two_kinds_that_share_what_is_left_are_not_both_above_a_third() -> None:
    """Twelve of thirty left; the other two are eighteen together, so that only one of them can be more."""
    assert places([(12, 12), (3, 15), (3, 15)], 30) == {"left": (1, 2), "warning": (1, 3), "advice": (1, 3)}


def test_one_of_two_kinds_that_share_what_is_left_is_surely_above_a_third() -> None:
    assert places([(8, 8), (3, 15), (3, 15)], 26) == {"left": (2, 3), "warning": (1, 3), "advice": (1, 3)}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=3), st.data())
def test_no_place_that_some_values_give_is_left_out(drawn: list[tuple[int, int]], data: st.DataObject) -> None:
    ranges = [(min(pair), max(pair)) for pair in drawn]
    total = data.draw(st.integers(sum(lo for lo, _ in ranges), sum(hi for _, hi in ranges)))
    shown, true = places(ranges, total), enumerated(ranges, total)
    for kind, rank in shown.items():
        assert rank is not None and rank[0] <= true[kind][0] and true[kind][1] <= rank[1]
