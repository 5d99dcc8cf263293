"""Which words stand in which cell of a lattice."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from foidesk.readers.tables.ink import Line, Token
from foidesk.readers.tables.lattice import Cell4, Lattice

Spot = tuple[int, tuple[int, int], Token]
"""The number of the line, the field (row and column), and the word."""
Held = list[dict[int, Line]]
"""For each cell: the tokens that stand in it, by the number of their line on the page."""


class Words:
    """The words that may stand in a table, line by line; which field they stand in is found out once.

    The steps that cut and join cells ask again and again, mostly with the boundaries that the step before had.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._asked: tuple[list[float], list[float]] = ([], [])
        self._spots: list[Spot] = []
        self._cells: list[Cell4] = []
        self._held: Held = []

    def held_by(self, lattice: Lattice) -> Held:
        """The tokens in each cell: a token belongs where its middle stands."""
        known = self._asked == (lattice.xs, lattice.ys)
        if not known:
            self._asked, self._spots = (lattice.xs, lattice.ys), list(self._placed(lattice))
        if not known or self._cells != lattice.cells:
            self._cells, self._held = lattice.cells, self._given_to(lattice)
        return self._held

    def _placed(self, lattice: Lattice) -> Iterator[Spot]:
        frame, xs, ys = lattice.frame, lattice.xs, lattice.ys
        left, top, right, bottom = frame
        for number, line in enumerate(self.lines):
            if line[0].y0 > bottom + 40:
                break
            for token in line:
                x, y = (token.x0 + token.x1) / 2, (token.y0 + token.y1) / 2
                if left < x < right and top < y < bottom:
                    yield number, (bisect(ys, y) - 1, bisect(xs, x) - 1), token

    def _given_to(self, lattice: Lattice) -> Held:
        owner = _owners(lattice)
        held: Held = [{} for _ in lattice.cells]
        for number, field, token in self._spots:
            cell = owner.get(field)
            if cell is not None:
                held[cell].setdefault(number, []).append(token)
        return held


def _owners(lattice: Lattice) -> dict[tuple[int, int], int]:
    return {
        (r, c): i
        for i, (r0, c0, r1, c1) in enumerate(lattice.cells)
        for r in range(r0, r1 + 1)
        for c in range(c0, c1 + 1)
    }


def has_gap(line: Line, wide: float = 1.3) -> bool:
    """True if two words of the line stand further apart than words of a sentence do."""
    line = sorted(line)
    return any(b.x0 - a.x1 > wide * a.size for a, b in pairwise(line))
