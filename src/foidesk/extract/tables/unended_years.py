"""Blank months at the end of a table's last year: what is still to come, and no months without a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from foidesk.model.periods import Period

from ..figures.figures import Figure

Key = tuple[int, int, int]
LEAST = 2
"""One blank December may well be a month without a case."""


def to_come(figures: Sequence[Figure]) -> frozenset[Key]:
    """The holes of the last months told, two or more, where every month before them has a figure.

    A printed total of that year adds up without them, whatever they are.
    """
    months: dict[Period, list[Figure]] = defaultdict(list)
    for one in figures:
        when = one.meaning.period
        if when is not None and when.kind in ("month", "part year") and not one.is_total and _is_month(when):
            months[when].append(one)
    last: list[Period] = []
    for when in sorted(months, reverse=True):
        if not all(one.says.is_hole for one in months[when]):
            break
        last.append(when)
    told = [when for when in months if when not in last]
    full = bool(told) and all(not one.says.is_hole for when in told for one in months[when])
    return (
        frozenset(one.key for when in last for one in months[when]) if full and len(last) >= LEAST else frozenset()
    )


def _is_month(when: Period) -> bool:
    return (when.end - when.start).days < 32
