"""A table whose first column holds the headings, turned so that they stand on top."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model.reading import Cell, Table


def turned(table: Table) -> Table:
    """The table with rows and columns exchanged; every cell keeps its place in the document."""
    return replace(table, cells=tuple(sorted((_turned(c) for c in table.cells), key=lambda c: (c.row, c.column))))


def _turned(cell: Cell) -> Cell:
    return replace(cell, row=cell.column, column=cell.row, row_to=cell.column_to, column_to=cell.row_to)
