"""Where the words of one line of heads part: heads overhang their columns, and may nearly touch."""

from __future__ import annotations

from itertools import pairwise

from foidesk.readers.tables.candidates import Block, Row
from foidesk.readers.tables.ink import Line, phrases

WIDER = 1.25
"""How many spaces wide a gap must be that parts two heads."""

SPACE = 0.3
"""The space between two words, in font sizes, where a table has too few to tell."""

LEAST, LEVEL, SHORT = 3, 0.7, 0.5
"""How many lines must begin at one place, within how many points, and how far before it they part."""

NEARLY = 3.0
"""Points by which a head may stand over the words of the column beside its own: letters that run over."""

Cuts = tuple[list[float], set[float]]
"""Where columns part, and at which of these places words part though they stand close."""


def cuts_of_head(line: Line, cuts: list[float], hard: set[float], body: list[Row], block: Block) -> Cuts:
    """The cuts for one line of heads: each moved into the nearest gap between two columns of values.

    Where the lines of heads begin at one place in the white, they part there: so words stand that are justified.
    """
    space = usual_space(block) or SPACE
    gaps = [(a.x1, b.x0) for a, b in pairwise(line) if b.x0 - a.x1 > WIDER * space * max(a.size, b.size)]
    moved, parted = list(cuts), set(hard)
    if _one_in_each(line, cuts):
        return cuts, hard | {cut for cut in cuts if any(a < cut < b for a, b in gaps)}
    if between := _between_heads(line, cuts, body):
        return between, hard | set(between)
    for n, cut in enumerate(cuts):
        left, right = _gutter(body, cut)
        begin = _shared_start(block, body, left, right)
        if begin is not None:
            moved[n] = begin - SHORT
            continue
        left = block.frame.x0 if n == 0 else left
        inside = [(a, b) for a, b in gaps if max(a, left) < min(b, right)]
        if inside:
            a, b = min(inside, key=lambda gap: max(gap[0] - cut, cut - gap[1]))
            moved[n] = cut if a < cut < b else (a + b) / 2
            parted.add(moved[n])
    return (moved, parted) if moved == sorted(set(moved)) else (cuts, hard)


def _one_in_each(line: Line, cuts: list[float]) -> bool:
    """True if each column behind the first has one head as it is cut; the corner over the labels may be blank."""
    heads = phrases(line)
    if any(head.x0 < cut < head.x1 for head in heads for cut in cuts):
        return False
    columns = [sum(head.x0 > cut for cut in cuts) for head in heads]
    return columns[-len(cuts) :] == list(range(1, len(cuts) + 1)) and len(columns) <= len(cuts) + 1


def _between_heads(line: Line, cuts: list[float], body: list[Row]) -> list[float]:
    """The middles between the heads, if there is one for each column and none stands over words of another.

    So a sheet is printed in which heads are words, set left, and figures are set right: "2021" starts where its
    column does, close to the labels.
    """
    heads = phrases(line)
    if len(heads) != len(cuts) + 1 or not body:
        return []
    gutters = [_gutter(body, cut) for cut in cuts]
    ends, begins = [-1e9, *(left for left, _ in gutters)], [*(right for _, right in gutters), 1e9]
    inside = all(ends[n] - NEARLY < head.x0 and head.x1 < begins[n] + NEARLY for n, head in enumerate(heads))
    return [(a.x1 + b.x0) / 2 for a, b in pairwise(heads)] if inside else []


def _shared_start(block: Block, body: list[Row], left: float, right: float) -> float | None:
    """Where in the white between two columns all lines of heads that reach over it begin, if three or more do."""
    lines = [row.line for row in block.rows if row.frame.y1 < body[0].frame.y0 + 2]
    over = [line for line in lines if line[0].x0 < left and line[-1].x1 > right]
    starts = [token.x0 for line in over for token in line if left - LEVEL < token.x0 < right + LEVEL]
    for x in starts if len(over) >= LEAST else ():
        if all(any(abs(token.x0 - x) < LEVEL for token in line) for line in over):
            return x
    return None


def _gutter(body: list[Row], cut: float) -> tuple[float, float]:
    """How far the values left and right of the cut reach towards it."""
    left = max((t.x1 for row in body for t in row.line if t.x1 <= cut), default=cut)
    right = min((t.x0 for row in body for t in row.line if t.x0 >= cut), default=cut)
    return left, right


def usual_space(block: Block) -> float:
    """The space between two words of one phrase, in font sizes; 0 if there are too few to tell."""
    gaps = sorted(
        gap for row in block.rows for a, b in pairwise(row.line)
        if 0.1 < (gap := (b.x0 - a.x1) / max(a.size, b.size)) < 0.5
    )  # fmt: skip
    return gaps[len(gaps) // 4] if len(gaps) >= 4 else 0.0
