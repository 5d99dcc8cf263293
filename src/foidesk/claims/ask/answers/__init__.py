"""What the data say to a reading: one function for each statistic that it can ask for."""

from __future__ import annotations

from collections.abc import Callable

from ..evaluate import Bench
from ..reading import Answer, Reading
from .bodies import bodies, group_size, share_of_bodies
from .comparisons import change, difference, multiple, points, quotient, trend
from .coverage import coverage
from .places import extreme, from_lowest_to_highest, place
from .shares import part, share
from .sums import each, mean, median, rate, rest, total

ANSWERS: dict[str, Callable[[Bench, Reading], Answer]] = {
    "total": total,
    "each": each,
    "share": share,
    "part": part,
    "mean": mean,
    "median": median,
    "multiple": multiple,
    "difference": difference,
    "quotient": quotient,
    "change": change,
    "points": points,
    "trend": trend,
    "place": place,
    "bodies": bodies,
    "share of bodies": share_of_bodies,
    "lowest": extreme,
    "highest": extreme,
    "range": from_lowest_to_highest,
    "rate": rate,
    "rest": rest,
    "group": group_size,
    "coverage": coverage,
}
