"""Tables that stand in one frame: figures headed anew, under another label, begin the next one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from foidesk.model.reading import Cell, Table

from .layout import Layout


def unstacked(layout: Layout) -> tuple[Table, ...]:
    """The tables of one frame, each under its own headings; the table itself if it holds one only."""
    table = layout.grid.table
    starts = [0, *_starts(layout), layout.grid.height]
    if len(starts) == 2:
        return (table,)
    return tuple(_slice(table, number, *rows) for number, rows in enumerate(pairwise(starts)))


def _starts(layout: Layout) -> Iterator[int]:
    """The first rows of the tables below the first: their headings, or the title over these."""
    body = [row.index for row in layout.body]
    for row in body:
        if row in layout.data and _heads_anew(layout, row):
            above = next((r for r in reversed(body) if r < row), -1)
            yield above if len(layout.grid.filled(above)) == 1 and above > body[0] else row


def _heads_anew(layout: Layout, row: int) -> bool:
    """True if a row has the headings of all figure columns, and other words over the labels.

    So it does where the figures below stand in another column than those above, under the heading of these.
    """
    figures = layout.columns("figures")
    heads = {c: head.text.casefold() for c in figures if (head := layout.lowest_heading(c)) is not None}
    here = {c: text.casefold() for c in figures if (text := layout.grid.slot(row, c).text)}
    again = here == heads and len(heads) == len(figures)
    moved = not here.keys() & heads.keys() and set(here.values()) <= set(heads.values())
    return bool(here) and (again or moved) and len(layout.grid.filled(row)) > len(here)


def _slice(table: Table, number: int, first: int, after: int) -> Table:
    cells = tuple(_moved(cell, -first) for cell in table.cells if first <= cell.row < after)
    if not number:
        return replace(table, cells=cells)
    return replace(table, name=f"{table.name} part {number + 1}", cells=cells, caption="", caption_place=None)


def _moved(cell: Cell, rows: int) -> Cell:
    return replace(cell, row=cell.row + rows, row_to=cell.row_to + rows)
