"""Where the columns of an unruled table part."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.readers.tables.blocks import Block, Row
from foidesk.readers.tables.ink import Line, Phrase, Rule, Token, cluster, is_number, is_year


def cuts_of(block: Block, across: list[Rule]) -> list[float]:
    """The x positions between columns: white corridors first, then ends of strokes and narrow gaps."""
    body = body_of(block)
    lines = [row.line for row in body]
    frame, size = block.frame, block.size
    for share in (0.06, 0.15):
        gutters = corridors(lines, frame.x0, frame.x1, int(share * len(lines)), 0.42 * size)
        if gutters:
            cuts = placed_cuts(gutters, heads_of(block, body), size)
            return with_close_columns(block, lines, cuts, across) if len(lines) >= 5 else cuts
    return []


def body_of(block: Block) -> list[Row]:
    """The tabular rows from the first that holds a label and numbers: heads may overhang their columns."""
    rows = block.tabular
    for i, row in enumerate(rows):
        values = [phrase.text for phrase in row.phrases[1:]]
        numbers = sum(is_number(text) and not is_year(text) for text in values)
        label = row.phrases[0]
        begins = label.x0 < block.frame.x0 + 30 or is_number(label.text)
        if begins and numbers >= max(1, 0.5 * len(values)):
            return rows[i:] if len(rows) - i >= 3 else rows
    return rows


def heads_of(block: Block, body: list[Row]) -> list[list[Phrase]]:
    """The phrases of each line of heads, the lowest line first."""
    heads = [row for row in block.rows if row.frame.y1 < body[0].frame.y0 + 2 and row.tabular]
    return [list(row.phrases) for row in reversed(heads)]


def placed_cuts(gutters: list[tuple[float, float]], heads: list[list[Phrase]], size: float) -> list[float]:
    """A cut in each gutter, so placed that each column keeps its own head, however both are aligned."""
    columns = len(gutters) + 1
    for phrases in heads[:2]:
        if cuts := _one_each(gutters, [(p.x0, p.x1) for p in phrases]):
            return cuts
    for height in range(2, len(heads) + 1):
        if cuts := _one_each(gutters, _stacks([p for line in heads[:height] for p in line])):
            return cuts
    lowest = _stacks(heads[0]) if heads else []
    spare = len(_stacks([p for line in heads[:2] for p in line])) > columns
    return [cut for gutter in gutters for cut in _parted_by_heads(gutter, lowest if spare else [], size)]


Span = tuple[float, float]


def _one_each(gutters: list[Span], heads: list[Span]) -> list[float]:
    """Cuts that leave each column the head that is its own; none if there are not as many."""
    columns = len(gutters) + 1
    if len(heads) == columns:
        return _between_heads(gutters, heads)
    if len(heads) == columns - 1 and heads and heads[0][0] > gutters[0][0]:
        return _between_heads(gutters, [None, *heads])
    return []


def _between_heads(gutters: list[Span], heads: Sequence[Span | None]) -> list[float]:
    cuts: list[float] = []
    for (a, b), left, right in zip(gutters, heads, heads[1:], strict=False):
        low = max(a, left[1]) if left else a
        high = min(b, right[0]) if right else b
        cuts.append((low + high) / 2 if low < high else (a + b) / 2)
    return cuts


def _stacks(heads: list[Phrase]) -> list[Span]:
    """How far heads reach that stand over one another, from left to right."""
    stacks: list[Span] = []
    for x0, x1 in sorted((p.x0, p.x1) for p in heads):
        if stacks and x0 < stacks[-1][1]:
            stacks[-1] = (stacks[-1][0], max(x1, stacks[-1][1]))
        else:
            stacks.append((x0, x1))
    return stacks


def _parted_by_heads(gutter: Span, stacks: list[Span], size: float) -> list[float]:
    """One cut in the gutter; two if a head stands all inside it, over a column that has no values."""
    a, b = gutter
    inside = [s for s in stacks if a + 0.4 * size < s[0] and s[1] < b - 0.4 * size]
    edges = [a, *(x for stack in inside for x in stack), b]
    return [(edges[k] + edges[k + 1]) / 2 for k in range(0, len(edges), 2)]


def corridors(
    lines: Sequence[Line], x0: float, x1: float, crossed: int, width: float
) -> list[tuple[float, float]]:
    """Vertical white strips inside x0..x1, at least `width` wide, that at most `crossed` words touch."""
    events = sorted((x, step) for line in lines for t in line for x, step in ((t.x0, 1), (t.x1, -1)))
    out: list[tuple[float, float]] = []
    depth, start = 0, None
    for x, step in events:
        if step > 0 and depth == crossed and start is not None:
            if x - start >= width:
                out.append((start, x))
            start = None
        depth += step
        if step < 0 and depth == crossed and start is None:
            start = x
    return [(a, b) for a, b in out if a > x0 and b < x1]


def with_close_columns(block: Block, lines: list[Line], cuts: list[float], across: list[Rule]) -> list[float]:
    """More cuts where two columns of numbers stand so close that only their alignment parts them."""
    out = sorted(cuts)
    for x in sorted(_candidates(block, lines, across)):
        if all(abs(x - cut) >= 0.8 * block.size for cut in out) and _parts_numbers(lines, out, x, block):
            out = sorted([*out, x])
    return out


def _candidates(block: Block, lines: list[Line], across: list[Rule]) -> list[float]:
    frame = block.frame
    narrow = corridors(lines, frame.x0, frame.x1, 0, 0.12 * block.size)
    near = [r for r in across if frame.y0 - 14 < r.at < frame.y1 + 14]
    ends = cluster([r.lo for r in near] + [r.hi for r in near], 1.5)
    meeting = [x for x in ends if _meet(near, x) and frame.x0 < x < frame.x1]
    return [(a + b) / 2 for a, b in narrow] + meeting


def _meet(rules: list[Rule], x: float) -> bool:
    return any(abs(r.lo - x) < 2 for r in rules) and any(abs(r.hi - x) < 2 for r in rules)


def _parts_numbers(lines: list[Line], cuts: list[float], x: float, block: Block) -> bool:
    left = max((c for c in cuts if c < x), default=block.frame.x0 - 1)
    right = min((c for c in cuts if c > x), default=block.frame.x1 + 1)
    inside = [[t for t in line if left < t.x0 and t.x1 < right] for line in lines]
    crossing = sum(t.x0 < x - 1 and t.x1 > x + 1 for line in inside for t in line)
    pairs = [pair for line in inside if (pair := _beside(line, x)) is not None]
    both = len(pairs)
    spoken = sum(not is_number(a.text) and b.x0 - a.x1 < 0.36 * b.size for a, b in pairs)
    if spoken > 0.3 * both:  # "Ward 1", "Ward 2": a name and its number, with a space between
        return False
    tokens = [t for line in inside for t in line]
    numbers = sum(is_number(t.text) for t in tokens)
    return both >= 0.5 * len(lines) and crossing <= 0.05 * len(lines) and numbers >= 0.5 * len(tokens)


def _beside(line: list[Token], x: float) -> tuple[Token, Token] | None:
    """The words of the line that stand left and right of x, if there are both."""
    left = [t for t in line if t.x1 <= x + 1]
    right = [t for t in line if t.x0 >= x - 1]
    return (left[-1], right[0]) if left and right else None
