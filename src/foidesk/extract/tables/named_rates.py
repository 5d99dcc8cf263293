"""Rows whose label sounds like a mean and that are counted all the same: "Half rate" beside "Full price".

What tells is the printed total: where every column adds up with these rows, they are parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from foidesk.model.observations import OneOf

from ..figures.figures import Figure
from ..figures.scales import is_mean

FEW, LEAST = 2, 2
"""With fewer rows than three, or in one column alone, a sum may come of chance."""
_RATE = re.compile(r"\brates?\W*$", re.IGNORECASE)


def sounds_mean(figure: Figure) -> bool:
    """True for a figure one of whose labels names an average, a rate or the like."""
    return any(piece and is_mean(piece.text) for _, piece in figure.labels)


def needed_rows(figures: Iterable[Figure]) -> dict[int, str]:
    """The rows called a rate that the printed totals of all their columns need, and the variable of the others.

    Empty where one column does not add up, or the rows beside them are of several variables.
    """
    figures = list(figures)
    rows = {f.row for f in figures if not f.is_total and _RATE.search(_label(f))}
    columns = {f.column for f in figures if f.row in rows}
    beside = {n for f in figures if f.row not in rows and not f.is_total for n, _ in f.meaning.where}
    if (
        not rows
        or len(columns) < LEAST
        or len(beside) != 1
        or not all(_adds_up(figures, column) for column in columns)
    ):
        return {}
    return dict.fromkeys(rows, beside.pop())


def as_kind(figure: Figure, needed: dict[int, str]) -> Figure:
    """The figure as one of a kind in the words of its row."""
    piece = dict(figure.labels).get("row")
    if not figure.meaning.percent or piece is None:
        return figure
    name = needed[figure.row]
    where = (*figure.meaning.where, (name, OneOf((), " ".join(piece.text.split()))))
    return replace(
        figure, meaning=replace(figure.meaning, percent=False, where=where),
        labels=(*figure.labels, (f"where:{name}", piece)),
    )  # fmt: skip


def _label(figure: Figure) -> str:
    piece = dict(figure.labels).get("row")
    return piece.text if piece is not None else ""


def _adds_up(figures: list[Figure], column: int) -> bool:
    """True if the numbers of a column are whole, and are in sum its one printed total."""
    mine = [f for f in figures if f.column == column]
    numbers = [f.says.number.exact if f.says.number is not None else None for f in mine]
    totals = [n for f, n in zip(mine, numbers, strict=True) if f.whole_column]
    parts = [n for f, n in zip(mine, numbers, strict=True) if not f.whole_column]
    whole = [n for n in parts if n is not None and n == int(n) and n > 0]
    return len(totals) == 1 and len(parts) > FEW and len(whole) == len(parts) and sum(whole) == totals[0]
