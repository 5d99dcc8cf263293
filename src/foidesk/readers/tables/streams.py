"""Pages printed in two columns of prose: the lines of each column by themselves, in reading order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from foidesk.readers.tables.ink import Line, Phrase, frame_of, is_number, phrases

LEAST = 6
WORDS = 5
WIDE = 1.8
"""Font sizes that no space between two words of a justified line is wider than."""


def in_reading_order(lines: list[Line], width: float) -> list[Line]:
    """The lines, where two columns of prose stand side by side the left one first."""
    if len(lines) < LEAST:
        return lines
    rows = [phrases(line) for line in lines]
    for x in _candidates(rows, width):
        for start, end in _runs(rows, x):
            if _both_prose(rows[start:end], x):
                run = _without_table(rows, start, end, x)
                return _parted(lines, run, x, width)
    return lines


def _candidates(rows: list[list[Phrase]], width: float) -> list[float]:
    """Where phrases often begin in the middle third of the page, most often first."""
    starts = Counter(
        round(p.x0 / 3) for row in rows for p in row if 0.3 * width < p.x0 < 0.7 * width and len(p.tokens) > 1
    )
    return [bin_ * 3 - 4.0 for bin_, count in starts.most_common(3) if count >= LEAST]


def _runs(rows: list[list[Phrase]], x: float) -> list[tuple[int, int]]:
    """The runs of lines that nothing crosses at x, the longest first."""
    crossed = [n for n, row in enumerate(rows) if any(p.x0 < x - 1 and p.x1 > x + 1 for p in row)]
    runs = [(a + 1, b) for a, b in pairwise([-1, *crossed, len(rows)]) if b - a > LEAST]
    return sorted(runs, key=lambda run: run[0] - run[1])


def _without_table(rows: list[list[Phrase]], start: int, end: int, x: float) -> tuple[int, int]:
    """The run without the lines above and below its prose, where they are one table whose white goes on."""
    prose = [n for n in range(start, end) if _is_prose_row(*_sides(rows[n], x))]
    if not prose:
        return start, end
    first, last = prose[0], prose[-1] + 1
    return (
        first if _is_one_table(rows[start:first], x) else start,
        last if _is_one_table(rows[last:end], x) else end,
    )


def _sides(row: list[Phrase], x: float) -> tuple[list[Phrase], list[Phrase]]:
    return [p for p in row if p.x1 <= x + 1], [p for p in row if p.x0 >= x - 1]


def _is_prose_row(left: list[Phrase], right: list[Phrase]) -> bool:
    """True for a line of text on one side of the white; not for a long label before values."""
    label = bool(left and right) and is_number(right[0].text)
    return not label and any(len(side) == 1 and _words(side[0]) >= WORDS for side in (left, right))


def _words(phrase: Phrase) -> int:
    return sum(not is_number(token.text) for token in phrase.tokens)


def _is_one_table(rows: list[list[Phrase]], x: float) -> bool:
    """True for lines that reach over the white with values at its right: no table on either side of it."""
    over = [(left, right) for left, right in (_sides(row, x) for row in rows) if left and right]
    values = sum(is_number(right[0].text) for _, right in over)
    return len(over) >= 2 and values >= 0.6 * len(over)


def _both_prose(rows: list[list[Phrase]], x: float) -> bool:
    """True if on both sides of x enough lines are running text that fills its column."""
    left = [[p for p in row if p.x1 <= x + 1] for row in rows]
    right = [[p for p in row if p.x0 >= x - 1] for row in rows]
    return _is_prose([row for row in left if row]) and _is_prose([row for row in right if row])


def _is_prose(side: list[list[Phrase]]) -> bool:
    if len(side) < LEAST:
        return False
    frame = frame_of([p for row in side for p in row])
    full = [row for row in side if _is_full(row, frame.x1 - frame.x0)]
    return len(full) >= max(LEAST - 1, 0.35 * len(side))


def _is_full(row: list[Phrase], width: float) -> bool:
    """True for a line of words that fills its column; in a narrow one that is justified its spaces are wide."""
    words = sum(not is_number(token.text) for phrase in row for token in phrase.tokens)
    loose = any(b.x0 - a.x1 > WIDE * a.tokens[-1].size for a, b in pairwise(row))
    return words >= WORDS and not loose and row[-1].x1 - row[0].x0 > 0.7 * width


def _parted(lines: list[Line], run: tuple[int, int], x: float, width: float) -> list[Line]:
    start, end = run
    inside = lines[start:end]
    left = [line for line in ([t for t in line if t.centre < x] for line in inside) if line]
    right = [line for line in ([t for t in line if t.centre >= x] for line in inside) if line]
    before, after = in_reading_order(lines[:start], width), in_reading_order(lines[end:], width)
    return [*before, *left, *right, *after]
