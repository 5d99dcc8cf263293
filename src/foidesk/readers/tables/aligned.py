"""Lines whose words end where the values of the lines around them end, though no wide white parts them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from foidesk.readers.tables.ink import Line, Phrase, Token, cluster, frame_of, is_number

NEAR = 6
"""Lines above and below in which values must stand."""
LEVEL = 1.0
"""Points by which a word may end elsewhere than the values."""
SPACE = 0.15
"""Font sizes of white that part two values at least."""
SHARE = 0.6
"""The share of the columns in which values of a row must end."""
MOST_WORDS = 9

Sides = tuple[list[float], list[float]]
"""Where values end above and below a line."""


def parted_by_neighbours(lines: Sequence[Line], rows: list[list[Phrase]]) -> dict[int, list[Phrase]]:
    """The phrases of those lines that are to be cut where the columns around them end."""
    values = [[p.x1 for p in row if _all_numbers(p)] if len(row) > 1 else [] for row in rows]
    out: dict[int, list[Phrase]] = {}
    for n, (line, row) in enumerate(zip(lines, rows, strict=True)):
        plain = len(row) == 1 < len(line)
        if not (plain or any(len(p.tokens) > 1 and _all_numbers(p) for p in row)):
            continue
        if any(values[max(0, n - NEAR) : n + NEAR + 1]):
            out |= _first_cut(n, line, row, _ends_near(rows, values, n))
    return out


def _first_cut(n: int, line: Line, row: list[Phrase], sides: Sides) -> dict[int, list[Phrase]]:
    """The line's phrases by the columns above it, else by those below it, else by both."""
    for ends in map(_shared, (*sides, sides[0] + sides[1])):
        parts = _cut(line, ends) if len(row) == 1 else [part for p in row for part in _numbers_apart(p, ends)]
        if len(parts) > len(row):
            return {n: parts}
    return {}


def _all_numbers(phrase: Phrase) -> bool:
    return all(is_number(token.text) for token in phrase.tokens)


def _numbers_apart(phrase: Phrase, ends: list[float]) -> list[Phrase]:
    """Each number by itself, if all end where values around them do; else the phrase."""
    level = _all_numbers(phrase) and all(_at_end(token, ends) for token in phrase.tokens)
    return [_phrase([token]) for token in phrase.tokens] if level else [phrase]


def _at_end(token: Token, ends: list[float]) -> bool:
    return any(abs(token.x1 - end) < LEVEL for end in ends)


def _ends_near(rows: list[list[Phrase]], values: list[list[float]], n: int) -> Sides:
    """Where the values of the lines above and below line n end, none of the lines far from the next."""
    sides: Sides = [], []
    for step, ends in zip((-1, 1), sides, strict=True):
        last = rows[n][0]
        for k in range(n + step, n + step * (NEAR + 1), step):
            if not 0 <= k < len(rows) or _far(rows[k][0], last):
                break
            ends += values[k]
            last = rows[k][0]
    return sides


def _shared(ends: list[float]) -> list[float]:
    """The places at which two values or more end."""
    return [mean for mean in cluster(ends, LEVEL) if sum(abs(end - mean) < 2 * LEVEL for end in ends) > 1]


def _far(a: Phrase, b: Phrase) -> bool:
    return max(a.y0 - b.y1, b.y0 - a.y1) > 2.5 * (b.y1 - b.y0)


def _cut(line: Line, ends: list[float]) -> list[Phrase]:
    """The phrases of the line if its words end at the ends, else none."""
    at = [k for k, token in enumerate(line) if _at_end(token, ends)]
    if not at or at[-1] != len(line) - 1 or not _holds(line, at, ends):
        return []
    first = at[0]
    starts = [_start_of(line, first), *(k + 1 for k in at[:-1])]
    if any(line[k].x0 - line[k - 1].x1 < SPACE * line[k].size for k in starts if k):
        return []
    edges = sorted({0, *starts, len(line)})
    return [_phrase(line[a:b]) for a, b in pairwise(edges)]


def _holds(line: Line, at: list[int], ends: list[float]) -> bool:
    """True if what ends there are values, or a head for each column; a sentence meets one end by chance."""
    numbers = [k for k, token in enumerate(line) if is_number(token.text)]
    if len(line) > MOST_WORDS + len(ends):
        return False
    if all(is_number(line[k].text) for k in at):
        return (len(at) > 1 and len(at) >= SHARE * len(ends)) or (len(ends) == 1 and numbers == at)
    return len(at) == len(ends) > 1


def _start_of(line: Line, end: int) -> int:
    """Where the words of the first column that ends there begin: a number alone, else behind the widest gap."""
    if is_number(line[end].text) or end == 0:
        return end
    return max(range(1, end + 1), key=lambda k: line[k].x0 - line[k - 1].x1)


def _phrase(run: list[Token]) -> Phrase:
    return Phrase(*frame_of(run), tuple(run))
