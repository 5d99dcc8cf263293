"""Words that stand over a group of columns, or in the middle of a row, where rules part the groups only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from foidesk.readers.tables.filling import Words
from foidesk.readers.tables.ink import Frame, Line, Token, frame_of, is_number, is_year
from foidesk.readers.tables.lattice import Cell4, Lattice

OFF = 0.04
"""The share of a group's width by which the middle of its words may be off the middle of the group."""
SPACE = 0.6
"""Font sizes by which two words of one phrase stand apart at most."""

Filled = dict[Cell4, Line]
"""The words of each cell that has any, from left to right; those of a line below follow."""


def with_heads_over_groups(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with one cell over each group of columns that has one head, and for each name of a part."""
    held = words.held_by(lattice)
    filled = {
        cell: [t for number in sorted(inside) for t in inside[number]]
        for cell, inside in zip(lattice.cells, held, strict=True)
        if inside
    }
    lines = {cell: len(inside) for cell, inside in zip(lattice.cells, held, strict=True)}
    heads, parts = [], []
    for row, group in _groups_by_row(lattice):
        middle = _middle_phrase(lattice, group, filled)
        if middle is None:
            continue
        if _above_figures(row, filled) and _heads_below(group, filled):
            heads.append(group)
        elif all(lines[cell] <= 1 for cell in group):
            parts.append((group, middle))
    return _joined(lattice, [*heads, *(group for group, frame in parts if _repeats(group, frame, parts))])


def _joined(lattice: Lattice, groups: list[list[Cell4]]) -> Lattice:
    gone = {cell for group in groups for cell in group}
    cells = [cell for cell in lattice.cells if cell not in gone]
    cells += [(group[0][0], group[0][1], group[0][0], group[-1][3]) for group in groups]
    return replace(lattice, cells=sorted(cells))


def _groups_by_row(lattice: Lattice) -> Iterator[tuple[int, list[Cell4]]]:
    """The cells of each row between one rule down and the next, where there are several."""
    rows: dict[int, list[Cell4]] = {}
    for cell in lattice.cells:
        if cell[0] == cell[2]:
            rows.setdefault(cell[0], []).append(cell)
    for row, cells in rows.items():
        groups: list[list[Cell4]] = []
        for cell in sorted(cells, key=lambda c: c[1]):
            if groups and not lattice.posts[row][cell[1]] and groups[-1][-1][3] + 1 == cell[1]:
                groups[-1].append(cell)
            else:
                groups.append([cell])
        yield from ((row, group) for group in groups if len(group) > 1)


def _middle_phrase(lattice: Lattice, group: list[Cell4], filled: Filled) -> Frame | None:
    """Where the one phrase of the group stands, if it stands in the middle of all its columns."""
    words = [token for cell in group for token in filled.get(cell, ())]
    if not words or _has_figures(words):
        return None
    one_cell = sum(cell in filled for cell in group) == 1
    if not one_cell and any(not -1 < b.x0 - a.x1 < SPACE * a.size for a, b in pairwise(words)):
        return None
    frame, left, right = frame_of(words), lattice.xs[group[0][1]], lattice.xs[group[-1][3] + 1]
    off = abs((frame.x0 + frame.x1 - left - right) / 2)
    return frame if off < OFF * (right - left) + 1 else None


def _above_figures(row: int, filled: Filled) -> bool:
    """True if no row down to this one holds figures."""
    return not any(_has_figures(words) for cell, words in filled.items() if cell[1] and cell[0] <= row)


def _heads_below(group: list[Cell4], filled: Filled) -> bool:
    """True if each of the columns has words of its own in the next row."""
    below = {c for r0, c, r1, last in filled if r0 == group[0][0] + 1 and c == last}
    return all(c in below for c in range(group[0][1], group[-1][3] + 1))


def _repeats(group: list[Cell4], frame: Frame, parts: list[tuple[list[Cell4], Frame]]) -> bool:
    """True if the same columns hold another such phrase further up or down, longer or shorter than this one."""
    span, wide = (group[0][1], group[-1][3]), frame.x1 - frame.x0
    others = [f for other, f in parts if other is not group and (other[0][1], other[-1][3]) == span]
    return any(abs(f.x1 - f.x0 - wide) > 4 for f in others)


# ------------------------------------------------------------------ heads that nothing parts from the body


def with_closed_heads(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with a high cell cut where its head ends and its body begins: above the rows with no heads."""
    held = words.held_by(lattice)
    filled = {
        cell: [t for line in inside.values() for t in line]
        for cell, inside in zip(lattice.cells, held, strict=True)
        if inside
    }
    figures = [cell[0] for cell, tokens in filled.items() if cell[1] and _has_figures(tokens)]
    first = min(figures, default=0)
    cells: list[Cell4] = []
    for r0, c0, r1, c1 in lattice.cells:
        cut = next((k for k in range(r0 + 1, min(first, r1) + 1) if _is_body(filled, k, first, c0)), None)
        inside = filled.get((r0, c0, r1, c1), [])
        apart = cut is not None and len({t.middle > lattice.ys[cut] for t in inside}) > 1
        cells += [(r0, c0, cut - 1, c1), (cut, c0, r1, c1)] if cut is not None and apart else [(r0, c0, r1, c1)]
    return replace(lattice, cells=sorted(cells))


def _has_figures(words: list[Token]) -> bool:
    """True if figures are more than half of the words: "18 years and over" is a head."""
    return sum(is_number(t.text) and not is_year(t.text) for t in words) > 0.5 * len(words)


def _is_body(filled: Filled, row: int, first: int, column: int) -> bool:
    """True if no other column has words from this row down to the first with figures."""
    return not any(row <= r1 and r0 < first and c0 != column for r0, c0, r1, _ in filled)
