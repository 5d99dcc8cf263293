"""Rows that a clerk typed as lines of one row: each cell holds as many lines as the others, figures among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from foidesk.model.places import TextPlace
from foidesk.model.reading import Cell, Table

from ..basis.ground import Ground
from ..basis.says import says


def in_lines(ground: Ground, table: Table) -> Table:
    """The table with such a row as the rows that it stands for; the table itself if it has none."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    apart = {row: lines for row, cells in rows.items() if (lines := _lines(ground, cells))}
    if not apart:
        return table
    return replace(table, cells=tuple(_spread(table, apart)))


def _lines(ground: Ground, cells: list[Cell]) -> list[list[Cell]]:
    """The cells of each line of a row, if its cells can be told apart so; else none."""
    filled = [cell for cell in cells if cell.text.strip()]
    parts = [_cut(ground, cell) for cell in filled]
    count = len(parts[0]) if parts else 0
    if len(parts) < 2 or count < 2 or any(len(part) != count for part in parts):
        return []
    counted = [all(_is_figure(line.text) for line in part) for part in parts]
    if not any(counted[1:]) or len({line.text for line in parts[0]}) < count:
        return []
    return [list(line) for line in zip(*parts, strict=True)]


def _is_figure(text: str) -> bool:
    seen = says(text)
    return seen.is_figure or seen.kind in ("nil", "suppressed")


def _cut(ground: Ground, cell: Cell) -> list[Cell]:
    """The lines of a cell of running text, each with its own place."""
    place = cell.place
    if not isinstance(place, TextPlace) or (cell.row, cell.column) != (cell.row_to, cell.column_to):
        return []
    raw, at = ground.parts[place.part].text, place.start
    out: list[Cell] = []
    for line in filter(None, (line.strip() for line in cell.text.splitlines())):
        found = raw.find(line, at, place.end)
        if found < 0:
            return []
        at = found + len(line)
        out.append(replace(cell, text=line, place=TextPlace(place.part, found, at)))
    return out


def _spread(table: Table, apart: dict[int, list[list[Cell]]]) -> Iterator[Cell]:
    """All cells, those below a row that was told apart moved down."""
    more = 0
    for row in sorted({cell.row for cell in table.cells}):
        for down, line in enumerate(apart.get(row, ())):
            yield from (replace(cell, row=row + more + down, row_to=row + more + down) for cell in line)
        if row in apart:
            more += len(apart[row]) - 1
        else:
            yield from (replace(c, row=c.row + more, row_to=c.row_to + more) for c in table.cells if c.row == row)
