"""Where the words of one line of heads part: heads overhang their columns, and may nearly touch."""

from __future__ import annotations

from itertools import pairwise

from foidesk.readers.tables.blocks import Block, Row
from foidesk.readers.tables.ink import Line

WIDER = 1.25
"""How many spaces wide a gap must be that parts two heads."""

Cuts = tuple[list[float], set[float]]
"""Where columns part, and at which of these places words part though they stand close."""


def cuts_of_head(line: Line, cuts: list[float], hard: set[float], body: list[Row], block: Block) -> Cuts:
    """The cuts for one line of heads: each moved into the nearest gap between two columns of values."""
    space = _usual_space(block)
    gaps = [(a.x1, b.x0) for a, b in pairwise(line) if b.x0 - a.x1 > WIDER * space * max(a.size, b.size)]
    if not space or not gaps:
        return cuts, hard
    moved, parted = list(cuts), set(hard)
    for n, cut in enumerate(cuts):
        left, right = _gutter(body, cut)
        left = block.frame.x0 if n == 0 else left
        inside = [(a, b) for a, b in gaps if max(a, left) < min(b, right)]
        if inside:
            a, b = min(inside, key=lambda gap: max(gap[0] - cut, cut - gap[1]))
            moved[n] = cut if a < cut < b else (a + b) / 2
            parted.add(moved[n])
    return (moved, parted) if moved == sorted(set(moved)) else (cuts, hard)


def _gutter(body: list[Row], cut: float) -> tuple[float, float]:
    """How far the values left and right of the cut reach towards it."""
    left = max((t.x1 for row in body for t in row.line if t.x1 <= cut), default=cut)
    right = min((t.x0 for row in body for t in row.line if t.x0 >= cut), default=cut)
    return left, right


def _usual_space(block: Block) -> float:
    """The space between two words of one phrase, in font sizes; 0 if there are too few to tell."""
    gaps = sorted(
        gap for row in block.rows for a, b in pairwise(row.line)
        if 0.1 < (gap := (b.x0 - a.x1) / max(a.size, b.size)) < 0.5
    )  # fmt: skip
    return gaps[len(gaps) // 4] if len(gaps) >= 4 else 0.0
