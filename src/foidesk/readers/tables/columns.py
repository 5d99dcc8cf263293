"""Where the columns of an unruled table part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from foidesk.readers.tables.candidates import Block, Row
from foidesk.readers.tables.headless import under_their_heads, words_over_figures
from foidesk.readers.tables.ink import (
    Frame,
    Line,
    Phrase,
    Rule,
    Token,
    cluster,
    frame_of,
    is_number,
    is_year,
    median,
    meets,
)
from foidesk.readers.tables.level import parts_level
from foidesk.readers.tables.meeting import parts_meeting, stood_in
from foidesk.readers.tables.pairs import is_head_of_few
from foidesk.readers.tables.rules import joined, joints
from foidesk.readers.tables.stand_ins import before_stand_ins, set_right, up_to_stand_ins, without_stand_ins
from foidesk.readers.tables.wordy import parts_words

Span = tuple[float, float]
LEVEL = 0.35
"""Points by which words set to one side of a column may end elsewhere than the others."""
LEAD = 0.35
"""Font sizes by which a head may begin right of the middle of the white before its column."""
LEAST, MOST_HEADS = 3, 3
"""Rows that a body has at least, and heads of a table of words at most."""
ENOUGH = 5
"""Lines that show two columns of figures which stand close."""
APART = 0.4
"""Font sizes by which words that meet are taken to be narrower, for the white between their columns to show."""
NARROW, TIGHT = 0.12, 0.05
"""Font sizes of white, at least, between columns that only their alignment parts; between those that meet."""
SAME = 1.5
"""Points by which a boundary may stand elsewhere on the next page and still be the same."""


def cuts_of(
    block: Block, body: list[Row], across: list[Rule], close: Sequence[float] = ()
) -> tuple[list[float], set[float]]:  # fmt: skip
    """The x positions between columns, and which of them part words that stand no further apart than a space.

    White corridors first, then ends of strokes and narrow gaps. `close`: such cuts of the page before.
    """
    printed = [row.line for row in body]
    lines = set_right(printed)
    # a row cut by its neighbours closes no white but by its label
    open_lines = [list(r.phrases[0].tokens) if r.parted else line for r, line in zip(body, lines, strict=True)]
    open_lines += [row.line for row in block.rows if not row.tabular and _is_before(row, body)]
    frame, size = block.frame, block.size
    for share in (0.06, 0.15):
        gutters = corridors(open_lines, frame.x0, frame.x1, int(share * len(lines)), 0.42 * size)
        gutters = up_to_stand_ins(printed, lines, gutters)
        if gutters:
            heads = [[q for p in line for q in _parted_at(p, gutters)] for line in heads_of(block, body)]
            cuts = placed_cuts(gutters, heads, size)
            met = stood_in(printed, cuts, candidates_of(block, printed, across, TIGHT))
            apart = without_stand_ins(lines, sorted({*cuts, *met}))
            cuts = [cut for cut in cuts if cut in apart]
            drawn = joints_of(across, frame)
            cuts = [_drawn_in(gutters, cut, drawn) for cut in cuts]
            close_heads = set(cuts) & set(drawn)
            close_heads |= {cut for cut in cuts if any(_between(line, cut, size) for line in heads)}
            begun = [q.x0 for line in heads for p, q in pairwise(line) if q.x0 - p.x1 > size]
            cuts, hard = with_close_columns(block, lines, cuts, across, close, begun, printed)
            cuts = under_their_heads(cuts, heads, printed)
            hard, close_heads = hard & set(cuts), close_heads & set(cuts)
            return before_stand_ins(printed, lines, cuts, hard | close_heads)
    return before_stand_ins(printed, lines, *with_close_columns(block, lines, [], across, close, (), printed))


def _is_before(row: Row, body: list[Row]) -> bool:
    """True for words beside or between the rows that stand left of all of them: a name for several rows."""
    inside = body[0].frame.y0 < row.frame.y1 and row.frame.y0 < body[-1].frame.y1
    return inside and row.frame.x1 < min(other.phrases[0].x0 for other in body)


def joints_of(across: list[Rule], frame: Frame) -> list[float]:
    """Where the rules in and round the table show that columns part: borders drawn cell by cell."""
    near = [r for r in across if frame.y0 - 14 < r.at < frame.y1 + 14 and r.hi > frame.x0 and r.lo < frame.x1]
    return joints(near, joined(near), 8.0)


def drawn_fields(across: list[Rule], cuts: list[float]) -> list[Span] | None:
    """From where to where each column is drawn, if rules drawn cell by cell show it for all of them."""
    lines = joined(across)
    drawn = joints(across, lines, 8.0)
    if not lines or not all(any(abs(cut - x) < 1.0 for x in drawn) for cut in cuts):
        return None
    return list(pairwise([min(r.lo for r in lines), *cuts, max(r.hi for r in lines)]))


def _drawn_in(gutters: list[Span], cut: float, drawn: list[float]) -> float:
    """The place that is drawn in the white in which the cut lies; the cut itself if not one is."""
    a, b = next(((a, b) for a, b in gutters if a <= cut <= b), (cut, cut))
    inside = [x for x in drawn if a - 0.5 < x < b + 0.5]
    return inside[0] if len(inside) == 1 else cut


def body_of(block: Block, across: Sequence[Rule] = (), bold: frozenset[int] = frozenset()) -> list[Row]:
    """The tabular rows from the first that holds a label and numbers: heads may overhang their columns.

    Of a table of words, those below heads that a rule or a bold font shows.
    """
    rows = block.tabular
    if block.is_pair:
        return rows[1:]
    ends = Counter(round(row.phrases[0].x1) for row in rows)
    for i, row in enumerate(rows):
        if numbers_columns([phrase.text for phrase in row.phrases]):
            continue
        values = row.phrases[1:]
        numbers = sum(_is_value(phrase) for phrase in values)
        label = row.phrases[0]
        level = sum(ends[round(label.x1) + n] for n in (-1, 0, 1)) > 0.5 * len(rows)  # labels set to the right
        begins = label.x0 < block.frame.x0 + 30 or level or is_number(label.tokens[0].text)
        if begins and numbers >= max(1, 0.5 * len(values)):
            return (
                rows[i:]
                if len(rows) - i >= LEAST or (i == 1 and is_head_of_few([row.phrases for row in rows]))
                else rows
            )
    return rows[shown_heads(rows, across, bold, block.frame) or words_over_figures(rows) :]


def numbers_columns(texts: list[str]) -> bool:
    """True for a row that only numbers the columns, in brackets or not: (1), (2), (3)."""
    digits = [text.strip("()[] ") for text in texts]
    if len(digits) < LEAST or not all(text.isdecimal() and len(text) < 3 for text in digits):
        return False
    numbers = list(map(int, digits))
    return numbers[0] < 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def shown_heads(rows: list[Row], across: Sequence[Rule], bold: frozenset[int], frame: Frame) -> int:
    """How many rows at the top a rule or a bold font sets apart from those below; 0 if none, or too many."""
    heads = max(_above_rule(rows, across, frame), _bold_rows(rows, bold))
    return heads if heads <= MOST_HEADS and len(rows) - heads >= LEAST else 0


def _above_rule(rows: list[Row], across: Sequence[Rule], frame: Frame) -> int:
    """How many rows stand above the first rule inside the table that runs along most of it."""
    wide = 0.75 * (frame.x1 - frame.x0)
    near = [r for r in across if frame.y0 < r.at < frame.y1 and r.hi > frame.x0 and r.lo < frame.x1]
    at = min((r.at for r in joined(near) if r.hi - r.lo > wide), default=frame.y0)
    return sum((row.frame.y0 + row.frame.y1) / 2 < at for row in rows)


def _bold_rows(rows: list[Row], bold: frozenset[int]) -> int:
    """How many rows at the top begin in a bold font, if none below does."""
    heavy = [row.line[0].start in bold for row in rows]
    heads = heavy.index(False) if False in heavy else 0
    return 0 if any(heavy[heads:]) else heads


def _is_value(phrase: Phrase) -> bool:
    """True for a number that is no year, or several close to one another."""
    return not is_year(phrase.text) and (is_number(phrase.text) or all(is_number(t.text) for t in phrase.tokens))


def heads_of(block: Block, body: list[Row]) -> list[list[Phrase]]:
    """The phrases of each line of heads, the lowest line first."""
    heads = [row for row in block.rows if row.frame.y1 < body[0].frame.y0 + 2 and row.tabular]
    return [list(row.phrases) for row in reversed(heads)]


def _parted_at(phrase: Phrase, gutters: list[Span]) -> list[Phrase]:
    """The phrase cut where a word of it ends just where the values of a column end, all to the right.

    So spreadsheets print a head that is a number, or set to the right, beside one that is set to the left.
    """
    ends = [
        n for n, (word, after) in enumerate(pairwise(phrase.tokens), 1)
        if any(abs(word.x1 - a) < LEVEL and after.x1 < b + LEVEL for a, b in gutters)
    ]  # fmt: skip
    edges = [0, *ends, len(phrase.tokens)]
    runs = [phrase.tokens[a:b] for a, b in pairwise(edges)]
    return [Phrase(*frame_of(run), run) for run in runs]


def _between(heads: list[Phrase], cut: float, size: float) -> bool:
    """True if two heads meet there with no more than a space between them."""
    return any(a.x1 < cut < b.x0 and b.x0 - a.x1 < 0.4 * size for a, b in pairwise(heads))


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
    events = sorted((x, step) for line in lines for x0, x1 in _extents(line) for x, step in ((x0, 1), (x1, -1)))
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


def _extents(line: Line) -> list[Span]:
    """From where to where each word closes the white: for less than its width where it meets another cell's."""
    out = [(t.x0, t.x1) for t in line]
    for n, (a, b) in enumerate(pairwise(line)):
        if a.end == b.start and meets(a, b):
            (x0, x1), (x2, x3) = out[n], out[n + 1]
            out[n], out[n + 1] = (x0, max(x0 + 0.1, x1 - APART * a.size)), (min(x3 - 0.1, x2 + APART * b.size), x3)
    return out


def with_close_columns(
    block: Block, lines: list[Line], cuts: list[float], across: list[Rule],
    close: Sequence[float], begun: Sequence[float], printed: list[Line],
) -> tuple[list[float], set[float]]:  # fmt: skip
    """More cuts where two columns stand so close that only their alignment parts them.

    `begun`: where heads begin that stand apart from the head before them. `printed`: the lines as they stand.
    """
    out = sorted(cuts)
    hard: set[float] = set()
    usual = set(candidates_of(block, lines, across))
    for x in sorted(usual | set(candidates_of(block, printed, across, TIGHT))):
        if any(abs(x - cut) < 0.8 * block.size for cut in out):
            continue
        if x not in usual:
            if parts_meeting(printed, out, x, begun):
                out, hard = sorted([*out, x]), hard | {x}
            continue
        known = any(abs(x - cut) < SAME for cut in close) or any(0 < at - x < LEAD * block.size for at in begun)
        index = len(lines) >= ENOUGH and parts_index(lines, out, x, known)
        numbers = len(lines) >= ENOUGH and _parts_numbers(lines, out, x, block)
        wide = not index and (parts_level(lines, out, x) or parts_meeting(printed, out, x, begun))
        if index or wide or numbers or parts_words(lines, out, x):
            out = sorted([*out, x])
            hard.update([x] if index or wide else [])
    return out, hard


def candidates_of(block: Block, lines: list[Line], across: list[Rule], least: float = NARROW) -> list[float]:
    frame = block.frame
    narrow = corridors(lines, frame.x0, frame.x1, 0, least * block.size)
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
    if sum(map(_is_said_with, pairs)) > 0.7 * both:
        return False
    tokens = [t for line in inside for t in line]
    numbers = sum(is_number(t.text) for t in tokens)
    return both >= 0.5 * len(lines) and crossing <= 0.05 * len(lines) and numbers >= 0.5 * len(tokens)


def _is_said_with(pair: tuple[Token, Token]) -> bool:
    """True for a figure with more of it behind a space: "14 (3.5%)", a number with its prefix "(020) 555-0142"."""
    a, b = pair
    more = b.text.startswith("(") or (a.text.startswith("(") and not is_number(b.text))
    return more and b.x0 - a.x1 < 0.36 * b.size


def parts_index(lines: list[Line], cuts: list[float], x: float, known: bool = False) -> bool:
    """True if numbers that end at one place stand before words that begin at one place: a number and its label.

    As spreadsheets print them: figures to the right, words to the left, no more than a space between. Where all
    numbers are equally wide, the space must be another than that between the words, or the column must be `known`
    from its head or from the page before.
    """
    left = max((c for c in cuts if c < x), default=-1.0)
    right = min((c for c in cuts if c > x), default=1e9)
    found = (_beside([t for t in line if t.x0 > left], x) for line in lines)
    pairs = [pair for pair in found if pair is not None and pair[1].x0 < right]
    if len(pairs) < max(4, 0.7 * len(lines)) or not all(is_number(a.text) for a, _ in pairs):
        return False
    both = [line for line in lines if any(left < t.x0 < x for t in line)]
    said = {tuple(t.text for t in line if x - 1 <= t.x0 < right) for line in both} - {()}
    if len(said) < 2:  # "3 days", "12 days": a figure and its unit
        return False
    first = all(min(t.x0 for t in line if t.x0 > left) >= a.x0 for line in lines for a, b in pairs if a in line)
    ends, begins = [a.x1 for a, _ in pairs], [b.x0 for _, b in pairs]
    level = max(ends) - min(ends) < 1.5 and max(begins) - min(begins) < 1.5
    uneven = max(a.x0 for a, _ in pairs) - min(a.x0 for a, _ in pairs) > 1.5
    words = sum(not is_number(b.text) for _, b in pairs) >= 0.8 * len(pairs)
    return first and level and words and (uneven or known or _is_no_space(begins[0] - ends[0], pairs, lines))


def _is_no_space(gap: float, pairs: list[tuple[Token, Token]], lines: list[Line]) -> bool:
    """True if the gap is clearly narrower or wider than the spaces between the words that follow it."""
    after = {(b.x0, b.y0) for _, b in pairs}
    spaces = [
        c.x0 - b.x1 for line in lines for b, c in pairwise(line)
        if (b.x0, b.y0) in after and 0 < c.x0 - b.x1 < 0.5 * b.size
    ]  # fmt: skip
    return gap > 0.5 * pairs[0][0].size or (len(spaces) >= 3 and abs(gap - median(spaces)) > 0.2 * median(spaces))


def _beside(line: list[Token], x: float) -> tuple[Token, Token] | None:
    """The words of the line that stand left and right of x, if there are both."""
    left = [t for t in line if t.x1 <= x + 1]
    right = [t for t in line if t.x0 >= x - 1]
    return (left[-1], right[0]) if left and right else None
