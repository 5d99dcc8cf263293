"""Cells of a ruled table that a wide blank parts, though no rule does: forms box in only what is to be filled."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from foidesk.readers.tables.filling import Words
from foidesk.readers.tables.ink import Line
from foidesk.readers.tables.lattice import Cell4, Lattice

KNOWN, SHARED, ALONE = 0.9, 1.5, 3.0
"""How many font sizes a blank must be wide: at a boundary of other rows, where another row parts too, anywhere."""

Blank = tuple[float, float, float]
"""Where the words before it end, where those after it begin, and its width in font sizes."""


def with_parted_cells(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with each cell of one line cut at its wide blanks; rows without the blank span the cut."""
    if len(lattice.xs) < 3:
        return lattice
    held = words.held_by(lattice)
    blanks = {
        cell: _blanks(sorted(next(iter(inside.values()))))
        for cell, inside in zip(lattice.cells, held, strict=True)
        if len(inside) == 1 and cell[0] == cell[2]
    }
    added = _new_boundaries(lattice, [blank for one in blanks.values() for blank in one])
    wider = _widened(lattice, added)
    at = {x: i for i, x in enumerate(wider.xs)}
    cells: list[Cell4] = []
    for cell, (r0, c0, r1, c1) in zip(lattice.cells, wider.cells, strict=True):
        inner = wider.xs[c0 + 1 : c1 + 1]
        cuts = sorted({at[x] for blank in blanks.get(cell, ()) if (x := _cut_in(blank, inner)) is not None})
        edges = [c0, *cuts, c1 + 1]
        cells.extend((r0, a, r1, b - 1) for a, b in pairwise(edges))
    return replace(wider, cells=sorted(cells))


def _blanks(line: Line) -> list[Blank]:
    return [
        (a.x1, b.x0, (b.x0 - a.x1) / max(a.size, b.size))
        for a, b in pairwise(line)
        if b.x0 - a.x1 > KNOWN * max(a.size, b.size)
    ]


def _cut_in(blank: Blank, inner: list[float]) -> float | None:
    """The boundary that stands in the blank, the last one before the words that follow."""
    inside = [x for x in inner if blank[0] - 0.5 < x < blank[1] + 0.5]
    return max(inside, default=None)


def _new_boundaries(lattice: Lattice, blanks: list[Blank]) -> list[float]:
    """Where columns begin that the lattice does not have: just before words that follow a wide blank."""
    out: list[float] = []
    starts = [blank for blank in blanks if _cut_in(blank, lattice.xs) is None]
    for end, start, width in sorted(starts, key=lambda blank: blank[1]):
        shared = sum(abs(other[1] - start) < 2 for other in starts) > 1
        near = out and end - 0.5 < out[-1] < start + 0.5
        if not near and width > (SHARED if shared else ALONE):
            out.append(start - min(2.0, (start - end) / 2))
    return out


def _widened(lattice: Lattice, added: list[float]) -> Lattice:
    """The lattice with more boundaries, over which all its cells run."""
    if not added:
        return lattice
    xs = sorted([*lattice.xs, *added])
    at = {x: i for i, x in enumerate(xs)}
    cells = [(r0, at[lattice.xs[c0]], r1, at[lattice.xs[c1 + 1]] - 1) for r0, c0, r1, c1 in lattice.cells]
    walls = [[x in lattice.xs and row[lattice.xs.index(x)] for x in xs] for row in lattice.walls]
    return replace(lattice, xs=xs, cells=cells, walls=walls)
