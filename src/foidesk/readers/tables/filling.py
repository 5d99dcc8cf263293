"""Which words stand in which cell of a lattice."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise

from foidesk.readers.tables.ink import Line
from foidesk.readers.tables.lattice import Lattice

Held = list[dict[int, Line]]
"""For each cell: the tokens that stand in it, by the number of their line on the page."""


def held_by(lattice: Lattice, lines: list[Line]) -> Held:
    """The tokens in each cell: a token belongs where its middle stands."""
    owner = _owners(lattice)
    held: Held = [{} for _ in lattice.cells]
    frame = lattice.frame
    for number, line in enumerate(lines):
        if line[0].y0 > frame.y1 + 40:
            break
        for token in line:
            if frame.has(token.centre, token.middle):
                cell = owner.get((bisect(lattice.ys, token.middle) - 1, bisect(lattice.xs, token.centre) - 1))
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
