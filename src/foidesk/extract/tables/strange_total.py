"""A printed total in words nobody knows: "Whole county" below the districts that add to it in every column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..basis.ground import Ground
from ..figures.figures import Figure
from ..figures.marks import rounded_to
from .cross import Cross
from .footing import Check, check_totals

_LEAST_PARTS = 3


def with_strange_total(ground: Ground, cross: Cross) -> Cross:
    """The cross with a first or last row in words nobody knows as its total ("Whole county").

    Only where it is the sum of all three or more other rows in each column, and in two or more no sum of noughts:
    what adds up so counts them all, whatever it is called. One column may add up by chance, and is asked about.
    """
    if any(f.whole_column for f in cross.figures):
        return cross
    rows, bare = sorted({f.row for f in cross.figures}), nameless(cross.figures)
    for row in (rows[-1:] + rows[:1]) if len(rows) > _LEAST_PARTS else []:
        mine = [f for f in cross.figures if f.row == row]
        strange = row in bare or all(map(_is_strange, mine))
        if len(mine) > 1 and strange and not any(f.meaning.percent for f in mine):
            figures = tuple(_as_total(f) if f.row == row else f for f in cross.figures)
            checks = check_totals(figures, ground.context.codebook, rounded_to(ground))
            sums = [one for one in checks if one.total.row == row and one.line == "column"]
            whole = len(sums) == len(mine) and all(_is_whole(one, rows) for one in sums)
            if whole and sum(bool(one.total.says.exact) for one in sums) > 1:
                return replace(cross, figures=figures)
    return cross


def _is_whole(check: Check, rows: list[int]) -> bool:
    """True if the total is exactly the sum of the figures of all other rows."""
    return check.holds and check.exact and {f.row for f in check.parts} == set(rows) - {check.total.row}


def _as_total(figure: Figure) -> Figure:
    """The figure as the total of its column, without the words of its row."""
    where = tuple((name, said) for name, said in figure.meaning.where if said.categories)
    return replace(figure, whole_column=True, meaning=replace(figure.meaning, where=where))


def _is_strange(figure: Figure) -> bool:
    return any(not said.categories for _, said in figure.meaning.where)


def nameless(figures: Sequence[Figure]) -> frozenset[int]:
    """The rows that say nothing of their figures: "District 1", "District 2" number theirs, "City" ends them.

    All that stands over such a figure stands over the figures of other rows of its column, too.
    """
    said: dict[int, set[tuple[int, str]]] = {}
    rows: dict[tuple[int, str], set[int]] = {}
    for one in figures:
        for _, piece in one.labels:
            key = (one.column, f"{piece.place} {piece.text}")
            said.setdefault(one.row, set()).add(key)
            rows.setdefault(key, set()).add(one.row)
    return frozenset(row for row, keys in said.items() if all(len(rows[key]) > 1 for key in keys))
