"""Sheets too wide for the paper: the columns printed on later pages belong beside those printed first.

A spreadsheet prints all rows of its first columns, then all rows of the next. The later pages have no labels, or
repeat them; what shows where they belong is that their rows stand at exactly the same heights.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace

from foidesk.model.issues import Issue
from foidesk.model.places import Box, Locator, PagePlace, Place
from foidesk.model.protocols import Source
from foidesk.model.reading import Cell
from foidesk.readers.pdf_pieces import Piece
from foidesk.readers.tables.ink import is_number, is_year

SAME, MIDDLE = 3.0, 6.0
HEADS = 3  # rows: so much higher heads may begin
LEAST = 3  # labels that say different things
MOST = 40  # places that one issue names


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
    """True if each of the later pieces has the rows of its base, and no labels of its own or the same ones."""
    if not later or len(later) != len(base) or later[0].page != base[-1].page + 1 + _pages(base[0]):
        return False
    if any(b.page - a.page != later[0].page - base[0].page for a, b in zip(base, later, strict=True)):
        return False
    alone = all(p.first and p.last for p in (*base, *later))
    if not alone or not all(rows_beside(a, b) for a, b in zip(base, later, strict=True)):
        return False
    bare = not _numeric(base[0]) and all(_numeric(p) for p in later)
    return bare or all(repeats_labels(a, b) for a, b in zip(base, later, strict=True))


def repeats_labels(base: Piece, later: Piece) -> bool:
    """True if the later piece begins with the labels of the base, row by row, and has other heads than that."""
    rows, least = rows_beside(base, later), min(LEAST, base.found.rows - 1)
    before, after = ({c.row: c.text for c in piece.cells if not c.column} for piece in (base, later))
    if base.found.columns < 2 or later.found.columns < 2 or len(rows) != base.found.rows:
        return False
    labels = [after.get(row, "") for row in rows]
    same = labels == [before.get(row, "") for row in rows.values()]
    heads = [
        {c.text for p in (piece, *piece.wider) for c in p.cells if not c.row and c.column}
        for piece in (base, later)
    ]
    return same and len(set(labels)) > least and not (heads[0] & heads[1] - {""})


def _pages(piece: Piece) -> int:
    return sum(wide.page > piece.page for wide in piece.wider) and max(w.page for w in piece.wider) - piece.page


def _numeric(piece: Piece) -> bool:
    """True if the first column holds numbers: it is no column of labels."""
    column = [c.text for c in piece.cells if c.column == 0 and c.row > 0 and c.text]
    return sum(map(is_number, column)) >= 0.8 * len(column)


def rows_beside(base: Piece, later: Piece) -> dict[int, int]:
    """For each row of the later piece, the row of the base at the same height; empty if one has none.

    Heads of two lines begin higher than those of one: what tells is where the row below them begins.
    """
    edges, tops = base.found.ys, later.found.ys[: later.found.rows]
    out: dict[int, int] = {}
    for row, top in enumerate(tops):
        if _is_head_beside(base, later, row):
            out[row] = 0
            continue
        near = bisect(edges, top + (MIDDLE if later.lone else SAME)) - 1
        if not 0 <= near < base.found.rows or (abs(edges[near] - top) > SAME and not later.lone):
            return {}
        out[row] = near
    body = [row for row in out.values() if row]
    alike = len(set(body)) == len(body) and len(set(out.values())) >= max(3, 0.6 * base.found.rows)
    return out if alike and (later.lone or len(set(out.values())) == len(out)) else {}


def _is_head_beside(base: Piece, later: Piece, row: int) -> bool:
    """True for the first row, if the second ones begin level; in a lone column, for all lines above the second."""
    edges, tops = base.found.ys, later.found.ys
    if base.found.rows < 2 or later.found.rows < 2:
        return False
    if later.lone:
        return edges[0] - HEADS * (edges[1] - edges[0]) < tops[row] < edges[1] - MIDDLE
    return row == 0 and abs(tops[1] - edges[1]) < SAME and abs(tops[0] - edges[0]) < HEADS * (tops[2] - tops[1])


def columns_apart(pieces: list[Piece], kept: list[Piece], source: Source) -> Iterator[Issue]:
    """An issue for each page of figures without labels whose rows stand level with labelled ones before it."""
    beside = {(wide.page, wide.number) for piece in kept for wide in piece.wider}
    labelled = [piece for piece in kept if not _numeric(piece)]
    for piece in pieces:
        base = next((base for base in reversed(labelled) if base.page < piece.page), None)
        alone = piece.first and piece.last and (piece.lone or (_numeric(piece) and not _is_counted(piece)))
        if base is None or not alone or (piece.page, piece.number) in beside or not _is_level(base, piece):
            continue
        what = f"the figures on this page have no labels: they may belong beside the rows of page {base.page}"
        yield Issue(
            "row-in-doubt", "warning", what, f"{source.name}, page {piece.page}", "look at both pages",
            tuple(Locator(source.sha256, cell.place, cell.text) for cell in piece.cells if cell.text)[:MOST],
            key=f"page {piece.page} without labels",
        )  # fmt: skip


def _is_counted(piece: Piece) -> bool:
    """True if the first column holds years, or numbers that count the rows: those are labels."""
    column = [cell.text for cell in piece.cells if cell.column == 0 and is_number(cell.text)]
    counted = all(text.isdecimal() for text in column) and len({int(t) - n for n, t in enumerate(column)}) == 1
    return counted or all(map(is_year, column))


def _is_level(base: Piece, later: Piece) -> bool:
    """True if most rows begin where a row of the base does."""
    tops = later.found.ys[: later.found.rows]
    level = sum(any(abs(top - edge) < MIDDLE for edge in base.found.ys) for top in tops)
    return level >= max(3, 0.6 * len(tops))


def _joined(base: Piece) -> Piece:
    cells, width = list(base.cells), base.found.columns
    for right in base.wider:
        rows, again = rows_beside(base, right), int(repeats_labels(replace(base, wider=[]), right))
        new = [cell for cell in right.cells if cell.column >= again]
        cells.extend(_one_a_place([_moved(cell, rows, width - again) for cell in new]))
        width += right.found.columns - again
    return replace(base, cells=sorted(cells, key=lambda c: (c.row, c.column)))


def _one_a_place(cells: list[Cell]) -> list[Cell]:
    """The cells, those of one place as one: the lines of a head."""
    out: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        at = cell.row, cell.column
        known = out.get(at)
        out[at] = (
            cell if known is None else replace(known, text=f"{known.text} {cell.text}", place=_round(known, cell))
        )
    return list(out.values())


def _round(a: Cell, b: Cell) -> Place:
    """The place of two cells of one page."""
    p, q = a.place, b.place
    if not isinstance(p, PagePlace) or not isinstance(q, PagePlace):
        return p
    x, y = p.box, q.box
    return PagePlace(p.page, Box(min(x.x0, y.x0), min(x.y0, y.y0), max(x.x1, y.x1), max(x.y1, y.y1)))


def _moved(cell: Cell, rows: dict[int, int], shift: int) -> Cell:
    row, row_to = rows[cell.row], rows.get(cell.row_to, rows[cell.row])
    return replace(cell, row=row, row_to=row_to, column=cell.column + shift, column_to=cell.column_to + shift)
