"""Upper headings over lower ones that repeat: "2020 | 2021" over "minor, serious, minor, serious"."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model.reading import Cell, Table

HEADS = 4
TOLD = "the headings below repeat as often as there are headings above, each of which was set over one repetition"


def regrouped(table: Table) -> Table:
    """The table with each upper heading over one repetition of the lower ones, where a reader cut them otherwise.

    The same lower heading twice under one upper heading would be the same column twice: so no clerk draws it.
    """
    grid = table.grid()
    for row in range(min(HEADS, len(grid) - 1)):
        below = _labels(grid[row + 1])
        heads = list({id(cell): cell for cell in grid[row] if cell is not None and cell.text.strip()}.values())
        size = _repeats(list(below.values()), len(heads))
        if size and _may_head(heads, below) and _is_cut(grid, row, below):
            return _set_over(table, heads, list(below), size)
    return table


def _labels(row: list[Cell | None]) -> dict[int, str]:
    """The headings of a row by column, but the first, which is over the labels of the rows."""
    found = {
        c: " ".join(cell.text.split()).casefold()
        for c, cell in enumerate(row)
        if cell is not None and cell.text.strip() and cell.column == c == cell.column_to
    }
    return {c: text for c, text in found.items() if c > min(found)} if found else {}


def _repeats(labels: list[str], times: int) -> int:
    """How many headings come again and again, if they do so that often; 0 if not."""
    if times < 2 or len(labels) % times or len(labels) // times < 2:
        return 0
    size = len(labels) // times
    block = labels[:size]
    return size if len(set(block)) == size and labels == block * times else 0


def _may_head(heads: list[Cell], below: dict[int, str]) -> bool:
    """True for different words that stand over these columns, in their order."""
    texts = [" ".join(cell.text.split()).casefold() for cell in heads]
    columns = list(below)
    plain = all(not text.isdigit() or len(text) == 4 for text in (*texts, *below.values()))
    inside = heads[0].column >= min(columns) and columns == list(range(columns[0], columns[0] + len(columns)))
    return plain and inside and len(set(texts)) == len(texts)


def _is_cut(grid: list[list[Cell | None]], row: int, below: dict[int, str]) -> bool:
    """True if a column has no upper heading, or two columns have both headings alike."""
    pairs = [(cell.text if (cell := grid[row][c]) is not None else "", text) for c, text in below.items()]
    return len(set(pairs)) < len(pairs) or any(not head.strip() for head, _ in pairs)


def _set_over(table: Table, heads: list[Cell], columns: list[int], size: int) -> Table:
    new = [
        replace(cell, column=columns[at * size], column_to=columns[at * size + size - 1])
        for at, cell in enumerate(heads)
    ]
    row, over = heads[0].row, range(columns[0], columns[-1] + 1)
    kept = [c for c in table.cells if c not in heads and not (c.row == row and c.column in over)]
    cells = tuple(sorted((*kept, *new), key=lambda cell: (cell.row, cell.column)))
    return replace(table, cells=cells, repaired=(*table.repaired, TOLD))
