"""Which periods of a table are added to each other: years, parts of years, or parts that stand for a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from foidesk.model import Observation, Period

YEARS = ("calendar year", "financial year")
PARTS = ("part year", "month", "window")
"""Kinds of periods shorter than a year."""
WITHIN = "month"
"""The kind of parts of years that are told beside their year."""

Place = tuple[str, str, Period]


def kinds_of_days(observations: Iterable[Observation]) -> Mapping[Place, str]:
    """The kind as which each period of a table counts where years and parts of years stand in one table.

    Quarters or months that stand for a year ("2022, 2023, Q1 2024 … Q4 2024") are added to the years beside them;
    those of a year that is given, too, are a sum of their own. So where the years stand in one table and the parts
    of another year in another.
    """
    tables: dict[tuple[str, str], set[Period]] = defaultdict(set)
    for seen in observations:
        if seen.role == "cell" and seen.table and seen.period is not None:
            tables[seen.document, seen.table].add(seen.period)
    every = _kinds({one for days in tables.values() for one in days})
    joined = every if len(tables) > 1 and WITHIN not in every.values() else {}
    return {
        (*place, one): kind
        for place, days in tables.items()
        for one, kind in (joined | _kinds(days)).items()
        if one in days
    }


def _kinds(days: set[Period]) -> dict[Period, str]:
    years = [one for one in days if one.kind in YEARS]
    parts = [one for one in days if one.kind in PARTS and not any(one.same_days(year) for year in years)]
    kinds = {one.kind for one in years}
    if len(kinds) != 1 or not parts or len(years) + len(parts) != len(days) or _overlap(parts):
        return {}
    if not any(part.overlaps(year) for part in parts for year in years):
        return dict.fromkeys(parts, kinds.pop())
    return dict.fromkeys(parts, WITHIN) if all(_in_one(part, years) for part in parts) else {}


def _overlap(parts: list[Period]) -> bool:
    ordered = sorted(parts)
    return any(after.start < before.end for before, after in pairwise(ordered))


def _in_one(part: Period, years: list[Period]) -> bool:
    return any(part.inside(year) for year in years)
