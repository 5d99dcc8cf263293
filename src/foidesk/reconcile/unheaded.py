"""Rows of a table that no heading names beside rows under one: totals of those, or cases of their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import permutations

from .above import is_own
from .interval import Interval, total
from .space import Region
from .statements import Statement

Place = tuple[str, str]
Shape = frozenset[str]


def told_apart(statements: list[Statement]) -> list[Statement]:
    """The statements, with rows that cannot be totals of the finer rows below them as cases of their own.

    "Settled 1, rejected 2", then "South: settled 3, rejected 1": what stands above is of another depot that nobody
    names, since three of one are not settled. Cells in the row of what they would add up stay as they are.
    """
    tables: dict[Place, dict[Shape, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in statements:
        seen = one.observation
        if seen.role == "cell" and seen.table and one.shape:
            tables[seen.document, seen.table][one.shape].append(one)
    new: dict[int, Statement] = {}
    for place, shapes in tables.items():
        printed = [one.own for one in statements if _is_total_of(one, place)]
        for coarse, fine in permutations(shapes, 2):
            if coarse < fine and _are_others(shapes[coarse], shapes[fine], printed):
                new |= {id(one): _with_unknown(one, fine - coarse) for one in shapes[coarse]}
    return [new.get(id(one), one) for one in statements] if new else statements


def _is_total_of(one: Statement, place: Place) -> bool:
    seen = one.observation
    return (seen.document, seen.table) == place and seen.role == "total" and not one.shape


def _are_others(coarse: list[Statement], fine: list[Statement], printed: list[Interval]) -> bool:
    """True if some of the rows holds less than the finer ones of its kind, which stand in other rows.

    Also if a person said so, or a printed total is what both come to and not what either does.
    """
    if any(is_own(one.observation) for one in coarse):
        return True
    rows = {one.observation.row for one in fine}
    if any(one.observation.row in rows for one in coarse):
        return False
    above, below = (total(one.own for one in several) for several in (coarse, fine))
    if above.plus(below) in printed and above not in printed and below not in printed:
        return True
    return any(one.own.below(total(each.own for each in fine if _lies_in(each, one))) for one in coarse)


def _lies_in(fine: Statement, coarse: Statement) -> bool:
    known = dict(fine.regions)
    same = fine.observation.period == coarse.observation.period
    return same and all(known[name].inside(region) for name, region in coarse.regions)


def _with_unknown(one: Statement, names: Shape) -> Statement:
    unknown = tuple((name, Region("unstated")) for name in names)
    return replace(one, regions=tuple(sorted((*one.regions, *unknown), key=lambda pair: pair[0])))
