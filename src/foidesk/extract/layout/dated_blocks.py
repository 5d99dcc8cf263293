"""Blocks of labels and values under a year that is one of the values: "Year: 2021", "Dismissed: 3"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from foidesk.model.reading import Cell, Table

from ..basis.ground import Ground
from ..figures.hints import hint_kind

SEPARATOR = " / block "
LEAST = 2


def by_dated_row(ground: Ground, table: Table) -> Iterator[Table]:
    """The table, or a table for each block that a row "Year: 2021" opens; that row becomes its title."""
    heads = _dating_rows(ground, table)
    if len(heads) < LEAST or min(heads) != min((c.row for c in table.cells if c.text.strip()), default=0):
        yield table
        return
    bounds = [*heads, table.height]
    for number, (first, last) in enumerate(pairwise(bounds), 1):
        cells = tuple(_moved(c, first) for c in table.cells if first < c.row < last and c.row_to < last)
        title = replace(heads[first], row=0, row_to=0, column=0, column_to=_last_column(table))
        yield replace(table, name=f"{table.name}{SEPARATOR}{number}", cells=(title, *cells))


def _last_column(table: Table) -> int:
    return max(cell.column_to for cell in table.cells)


def _moved(cell: Cell, rows: int) -> Cell:
    return replace(cell, row=cell.row - rows, row_to=cell.row_to - rows)


def _dating_rows(ground: Ground, table: Table) -> dict[int, Cell]:
    """The rows that hold the name of a period and a period, and nothing else; each with the cell of its period.

    All must bear the same label, and no two the same period: a list of cases has a year on each of its rows.
    """
    found: dict[int, tuple[str, Cell]] = {}
    others = False
    for row in range(table.height):
        filled = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        if len(filled) == LEAST and _is_dated(ground, *sorted(filled, key=lambda cell: cell.column)):
            label, value = sorted(filled, key=lambda cell: cell.column)
            found[row] = (label.text.strip(" :").casefold(), value)
        elif len(filled) > 1:
            others = True
    told = [ground.period(value.text) for _, value in found.values()]
    one_label = len({label for label, _ in found.values()}) == 1
    if not (others and one_label and len({str(when) for when in told}) == len(told)):
        return {}
    rows = sorted(found)
    apart = all(after - before > 1 for before, after in pairwise(rows))
    return {row: value for row, (_, value) in found.items()} if apart else {}


def _is_dated(ground: Ground, label: Cell, value: Cell) -> bool:
    named = hint_kind(ground, label.text.strip(" :")) == "period"
    return named and ground.period(value.text) is not None
