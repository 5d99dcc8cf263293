"""Sheets too wide for the paper: the columns printed on later pages belong beside those printed first.

A spreadsheet prints all rows of its first columns, then all rows of the next. The later pages have no labels;
what shows where they belong is that their rows stand at exactly the same heights.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace

from foidesk.model.reading import Cell
from foidesk.readers.pdf_pieces import Piece
from foidesk.readers.tables.ink import is_number

SAME, MIDDLE = 3.0, 6.0


def widened(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those with columns only put beside the rows they belong to."""
    out: list[Piece] = []
    i = 0
    while i < len(pieces):
        deep = _depth(pieces, i)
        if not deep:
            out.append(pieces[i])
            i += 1
            continue
        base = pieces[i : i + deep]
        i += deep
        while _stands_beside(base, pieces[i : i + deep]):
            for low, right in zip(base, pieces[i : i + deep], strict=True):
                low.wider.append(right)
            i += deep
        out.extend(map(_joined, base))
    return [piece for piece in out if not piece.lone]


def _depth(pieces: list[Piece], start: int) -> int:
    """How many pages deep the sheet is whose first page this is; 0 if no later columns follow."""
    for deep in range(1, (len(pieces) - start) // 2 + 1):
        if pieces[start + deep - 1].page != pieces[start].page + deep - 1:
            break
        if _stands_beside(pieces[start : start + deep], pieces[start + deep : start + 2 * deep]):
            return deep
    return 0


def _stands_beside(base: list[Piece], later: list[Piece]) -> bool:
    """True if each of the later pieces has the rows of its base, and no labels of its own."""
    if not later or len(later) != len(base) or later[0].page != base[-1].page + 1 + _pages(base[0]):
        return False
    if any(b.page - a.page != later[0].page - base[0].page for a, b in zip(base, later, strict=True)):
        return False
    alone = all(p.first and p.last for p in (*base, *later))
    labels = not _numeric(base[0]) and all(_numeric(p) for p in later)
    return alone and labels and all(rows_beside(a, b) for a, b in zip(base, later, strict=True))


def _pages(piece: Piece) -> int:
    return sum(wide.page > piece.page for wide in piece.wider) and max(w.page for w in piece.wider) - piece.page


def _numeric(piece: Piece) -> bool:
    """True if the first column holds numbers: it is no column of labels."""
    column = [c.text for c in piece.cells if c.column == 0 and c.row > 0 and c.text]
    return sum(map(is_number, column)) >= 0.8 * len(column)


def rows_beside(base: Piece, later: Piece) -> dict[int, int]:
    """For each row of the later piece, the row of the base at the same height; empty if one has none."""
    edges = base.found.ys
    out: dict[int, int] = {}
    for row, top in enumerate(later.found.ys[: later.found.rows]):
        near = bisect(edges, top + (MIDDLE if later.lone else SAME)) - 1
        if not 0 <= near < base.found.rows or (abs(edges[near] - top) > SAME and not later.lone):
            return {}
        out[row] = near
    alike = len(set(out.values())) == len(out) >= max(3, 0.6 * base.found.rows)
    return out if alike else {}


def _joined(base: Piece) -> Piece:
    cells, width = list(base.cells), base.found.columns
    for right in base.wider:
        rows = rows_beside(base, right)
        cells.extend(_moved(cell, rows, width) for cell in right.cells)
        width += right.found.columns
    return replace(base, cells=sorted(cells, key=lambda c: (c.row, c.column)))


def _moved(cell: Cell, rows: dict[int, int], shift: int) -> Cell:
    row, row_to = rows[cell.row], rows.get(cell.row_to, rows[cell.row])
    return replace(cell, row=row, row_to=row_to, column=cell.column + shift, column_to=cell.column_to + shift)
