"""Sets of variables as a hypergraph: when tables that agree on what they share can be joined into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

Names = frozenset[str]


def maximal(sets: Iterable[Names]) -> list[Names]:
    """The sets that lie in no other, in a fixed order."""
    listed = sorted(set(sets), key=lambda one: (-len(one), sorted(one)))
    return [one for one in listed if not any(one < other for other in listed)]


def is_decomposable(sets: Iterable[Names]) -> bool:
    """True if the sets form a tree of their common parts (Graham's reduction ends in nothing).

    Then whole-number tables over them that agree on common margins always have a joint table: nothing is lost by
    keeping them apart.
    """
    left = [set(one) for one in sets]
    while True:
        lone = {name for one in left for name in one if sum(name in other for other in left) == 1}
        thinner = [frozenset(one - lone) for one in left]
        kept = maximal([one for one in thinner if one])
        if not kept:
            return True
        if len(kept) == len(left) and not lone:
            return False
        left = [set(one) for one in kept]


def ties(sets: list[Names]) -> Iterator[tuple[Names, Names, Names]]:
    """Each pair of sets with the variables they share."""
    for one, other in combinations(sets, 2):
        if one & other:
            yield one, other, one & other
