"""Heads that neither a rule nor a bold font shows, and those that stand at one side of their column.

Where the values stand at the other side, the white between the two parts no columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from foidesk.readers.tables.candidates import Row
from foidesk.readers.tables.ink import Line, Phrase, is_number

Span = tuple[float, float]
LEAST = 3
"""Rows below such heads, at least."""


def words_over_figures(rows: Sequence[Row]) -> int:
    """1 if the first row is words in parts and each row below begins, or each one ends, with a figure; else 0.

    A year is a figure here: so lists of cases begin, with a number for each or the year of each.
    """
    first, below = rows[0], rows[1:]
    if len(below) < LEAST or len(first.phrases) < LEAST or any(c.isdigit() for t in first.line for c in t.text):
        return 0
    sides = ([row.line[at].text for row in below] for at in (0, -1))
    return int(any(all(is_number(text) and text[:1].isdigit() for text in texts) for texts in sides))


def under_their_heads(cuts: list[float], heads: Sequence[Sequence[Phrase]], lines: Sequence[Line]) -> list[float]:
    """The cuts without those between a head that has no values and, right beside it, values that have no head.

    Only where each such head has one such neighbour: a column may be empty, and the one beside it without a head.
    The first column may be labels without a head, if it is no head alone.
    """
    if not cuts or not heads:
        return cuts
    headed = _filled(cuts, [(p.x0, p.x1) for line in heads for p in line])
    valued = _filled(cuts, [(t.x0, t.x1) for line in lines for t in line])
    lone = [n for n in range(len(cuts) + 1) if n in headed and n not in valued]
    bare = [n for n in range(1, len(cuts) + 1) if n in valued and n not in headed]
    if not lone or len(lone) != len(bare):
        return cuts
    sides = [[n + step for step in (-1, 1) if n + step in bare] for n in lone]
    if any(len(side) != 1 for side in sides) or len({side[0] for side in sides}) < len(lone):
        return cuts
    gone = {min(n, side[0]) for n, side in zip(lone, sides, strict=True)}
    return [cut for n, cut in enumerate(cuts) if n not in gone]


def _filled(cuts: list[float], spans: list[Span]) -> set[int]:
    """The columns in which something stands, a little over their edges or not."""
    edges = [float("-inf"), *cuts, float("inf")]
    columns = list(enumerate(pairwise(edges)))
    return {n for x0, x1 in spans for n, (a, b) in columns if min(x1, b) - max(x0, a) > 0.3 * min(x1 - x0, b - a)}
