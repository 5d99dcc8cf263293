"""Rows without days that add up to a total with days: "Q1 ... Q4, Total 2023/24"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..figures.figures import Figure
from .footing import Check
from .subtotals import called_subtotal


def dated_by_total(figures: tuple[Figure, ...], checks: Sequence[Check]) -> tuple[Figure, ...]:
    """The figures, those without a period in that of the total that they add up to, number for number."""
    when: dict[tuple[int, int, int], Figure] = {}
    for check in checks:
        if check.holds and check.exact and _dates(check):
            when |= {one.key: check.total for one in check.parts}
    return tuple(_within(one, when.get(one.key)) for one in figures)


def _dates(check: Check) -> bool:
    undated = all(part.meaning.period is None for part in check.parts)
    return check.total.meaning.period is not None and undated and not called_subtotal(check.total)


def _within(figure: Figure, total: Figure | None) -> Figure:
    if total is None:
        return figure
    label = next((piece for part, piece in total.labels if part == "row"), None)
    places = (("period", label),) if label is not None else ()
    meaning = replace(figure.meaning, period=total.meaning.period)
    return replace(figure, meaning=meaning, labels=(*figure.labels, *places))
