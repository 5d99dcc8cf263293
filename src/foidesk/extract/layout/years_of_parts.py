"""Months and quarters in a column of labels with the years between them: "2022/23", "Q1" ... "Q4", "2023/24"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foidesk.model.periods import Period

from ..basis.ground import Ground
from ..figures.figures import combine
from ..figures.meaning import Axis, Meaning

YEARS = ("calendar year", "financial year", "part year")


def with_years(ground: Ground, axis: Axis) -> Axis:
    """The axis, each part of a year in the year above it; in the one below, where none of them stands above."""
    if axis.kind != "part of year":
        return axis
    labels = _in_order(ground, axis.labels)
    if any(one.part is not None for one in labels):
        below = _in_order(ground, axis.labels[::-1])[::-1]
        labels = below if not any(one.part is not None for one in below) else list(axis.labels)
    return replace(axis, labels=tuple(labels))


def _in_order(ground: Ground, labels: Sequence[Meaning]) -> list[Meaning]:
    out: list[Meaning] = []
    year: Period | None = None
    for said in labels:
        year = said.period if said.period is not None and said.period.kind in YEARS else year
        waits = said.part is not None and year is not None
        out.append(replace(combine(ground, Meaning(period=year), said), total=said.total) if waits else said)
    return out
