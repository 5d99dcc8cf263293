"""Rows below the total of a table: "for information: days lost" is no part of what was added up."""

from __future__ import annotations

from collections.abc import Sequence

from ..figures.figures import Figure
from .footing import Check
from .subtotals import called_subtotal


def without_asides(figures: tuple[Figure, ...], checks: Sequence[Check]) -> tuple[Figure, ...]:
    """The figures without rows in words nobody knows below a total of all that stands above it.

    Their numbers stay open: nothing says what they are.
    """
    footed: dict[int, set[int]] = {}
    for check in (one for one in checks if one.line == "column" and one.holds and one.exact):
        if called_subtotal(check.total):
            continue
        footed.setdefault(check.total.row, set()).add(check.total.column)
    columns = {one.column for one in figures if not one.is_total}
    last = max((row for row, held in footed.items() if columns <= held), default=None)
    if last is None or _adds_on(figures, last):
        return figures
    return tuple(one for one in figures if one.row <= last or not _is_strange(one))


def _adds_on(figures: Sequence[Figure], last: int) -> bool:
    """True if another total stands below: then the rows between are parts of that."""
    return any(one.row > last and one.whole_column for one in figures)


def _is_strange(figure: Figure) -> bool:
    return any(not where.categories for _, where in figure.meaning.where)
