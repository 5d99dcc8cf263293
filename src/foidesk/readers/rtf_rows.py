"""The rows of a Rich Text table: cells with the places of their right edges, which tell columns and spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from .textflow import GridCell, Line, Stretches, lined

NEAR = 60  # twips: edges of one column differ by no more from row to row


@dataclass(slots=True)
class Edge:
    """The right edge of a cell, in twips, and whether the cell only goes on with the one left of or above it."""

    at: int
    goes_on: bool = False
    from_above: bool = False


@dataclass(slots=True)
class Layout:
    """How the cells of the next rows stand, as `trowd` begins it and `cellx` writes it."""

    left: int = 0
    edges: list[Edge] = field(default_factory=list)
    goes_on: bool = False
    from_above: bool = False

    def word(self, word: str, number: int | None) -> bool:
        """Take a word that describes a row; False if it is none."""
        match word:
            case "trowd":
                self.left, self.edges, self.goes_on, self.from_above = 0, [], False, False
            case "trleft":
                self.left = number or 0
            case "clmrg":
                self.goes_on = True
            case "clvmrg":
                self.from_above = True
            case "cellx":
                self.edges.append(Edge(number or 0, self.goes_on, self.from_above))
                self.goes_on = self.from_above = False
            case _:
                return False
        return True


@dataclass(slots=True)
class Row:
    """The texts of a row and how its cells stand; without that they are counted."""

    texts: list[tuple[str, Stretches]]
    left: int
    edges: list[Edge]


@dataclass(slots=True)
class Inner:
    """The tables inside the cells of a table: each is written behind it, as one of its own."""

    cell: list[Line] = field(default_factory=list)
    row: list[tuple[str, Stretches]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    tables: list[list[Row]] = field(default_factory=list)

    def end_cell(self, last: Line) -> None:
        """End the cell with its last line."""
        self.row.append(lined([*self.cell, last]))
        self.cell.clear()

    def end_row(self) -> None:
        """End the row."""
        if self.row:
            self.rows.append(Row(list(self.row), 0, []))
        self.row.clear()

    def end_table(self) -> None:
        """End the table, if there is one; what was begun of a row belongs to it."""
        if self.cell:
            self.end_cell(self.cell.pop())
        self.end_row()
        if self.rows:
            self.tables.append(list(self.rows))
        self.rows.clear()


def grid_of(rows: list[Row]) -> Iterator[GridCell]:
    """The cells of a table, in the columns that the edges of all its rows make."""
    known = all(len(row.edges) >= len(row.texts) for row in rows)
    columns = _columns(rows) if known else []
    above: dict[int, GridCell] = {}
    for number, row in enumerate(rows):
        left: GridCell | None = None
        start = bisect_left(columns, row.left + NEAR)
        for n, (text, generated) in enumerate(row.texts):
            edge = row.edges[n] if known else Edge(0)
            first, last = (start, max(start, bisect_left(columns, edge.at - NEAR))) if known else (n, n)
            start = last + 1
            if edge.goes_on and left is not None:
                left.column_to = last
            elif edge.from_above and first in above:
                left = above[first]
                left.row_to = number
            else:
                left = GridCell(number, first, text, number, last, generated)
                above[first] = left
                yield left


def _columns(rows: list[Row]) -> list[int]:
    """The edges of all rows, those of one column as one: the column left of an edge has its number."""
    out: list[int] = []
    for at in sorted(edge.at for row in rows for edge in row.edges):
        if not out or at - out[-1] > NEAR:
            out.append(at)
    return out
