"""Heads that stand over a group of columns in a table in which rules part the groups only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foidesk.readers.tables.filling import Words
from foidesk.readers.tables.ink import Frame, frame_of, is_number, is_year
from foidesk.readers.tables.lattice import Cell4, Lattice

OFF = 0.04
"""The share of a group's width by which the middle of its head may be off the middle of the group."""


def with_heads_over_groups(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with one cell over each group of columns that has one head, centred over it."""
    held = words.held_by(lattice)
    frames = {
        cell: frame_of([t for line in inside.values() for t in line])
        for cell, inside in zip(lattice.cells, held, strict=True)
        if inside
    }
    texts = {
        cell: [t.text for line in h.values() for t in line] for cell, h in zip(lattice.cells, held, strict=True)
    }
    cells = list(lattice.cells)
    for row in range(len(lattice.ys) - 2):
        single = [cell for cell in cells if cell[0] == row == cell[2]]
        if any(is_number(text) and not is_year(text) for cell in single for text in texts[cell]):
            break
        for group in _groups(lattice, row, single):
            if len(group) > 1 and _has_one_head(lattice, group, frames) and _heads_below(group, frames):
                cells = [cell for cell in cells if cell not in group]
                cells.append((row, group[0][1], row, group[-1][3]))
    return replace(lattice, cells=sorted(cells))


def _groups(lattice: Lattice, row: int, cells: list[Cell4]) -> Iterator[list[Cell4]]:
    """The cells of a row between one rule down and the next."""
    group: list[Cell4] = []
    for cell in sorted(cells, key=lambda c: c[1]):
        if group and (lattice.posts[row][cell[1]] or group[-1][3] + 1 != cell[1]):
            yield group
            group = []
        group.append(cell)
    if group:
        yield group


def _has_one_head(lattice: Lattice, group: list[Cell4], frames: dict[Cell4, Frame]) -> bool:
    """True if one of the cells is filled, and its words stand in the middle of them all."""
    filled = [frames[cell] for cell in group if cell in frames]
    left, right = lattice.xs[group[0][1]], lattice.xs[group[-1][3] + 1]
    if len(filled) != 1:
        return False
    middle = (filled[0].x0 + filled[0].x1) / 2
    return abs(middle - (left + right) / 2) < OFF * (right - left) + 1


def _heads_below(group: list[Cell4], frames: dict[Cell4, Frame]) -> bool:
    """True if each of the columns has words of its own in the next row."""
    below = {c for r0, c, r1, last in frames if r0 == group[0][0] + 1 and c == last}
    return all(c in below for c in range(group[0][1], group[-1][3] + 1))
