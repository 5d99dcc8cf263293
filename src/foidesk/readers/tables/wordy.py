"""Tables of words: where columns part that stand close, and whether words that line up are a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from foidesk.readers.tables.ink import Line, Token, median
from foidesk.readers.tables.rows import Band

LEVEL = 0.8
"""Points by which the words of a column may begin elsewhere than the others."""
LEAST_LINES = 4
APART = 0.6
"""Font sizes of white that stand before a column in half of its lines."""
NEAR = 0.2
"""Font sizes of white that stand before it in every line."""
SMALL = 4
"""Lines of a table that is nothing but words."""
MOST_WORDS = 4.5
"""Words of a cell's line in such a table; those of a column of prose have more."""


def parts_words(lines: Sequence[Line], cuts: Sequence[float], x: float) -> bool:
    """True if words begin at one place right of x in all lines, after words that end where they will.

    Words of a text that are equally wide begin level too ("28 June", "19 June"), but never with more than a space.
    """
    left = max((cut for cut in cuts if cut < x), default=-1e9)
    right = min((cut for cut in cuts if cut > x), default=1e9)
    pairs = [pair for line in lines if (pair := _beside(line, left, x, right)) is not None]
    if len(pairs) < max(LEAST_LINES, 0.9 * len(lines)):
        return False
    # a head may stand otherwise
    return _begin_level(pairs) or (len(pairs) > LEAST_LINES and _begin_level(pairs[1:]))


def _begin_level(pairs: Sequence[tuple[Token, Token]]) -> bool:
    starts = [b.x0 for _, b in pairs]
    gaps = [(b.x0 - a.x1) / max(a.size, b.size) for a, b in pairs]
    return max(starts) - min(starts) < LEVEL and median(gaps) > APART and min(gaps) > NEAR


def _beside(line: Line, left: float, x: float, right: float) -> tuple[Token, Token] | None:
    """The words next to x on either side, inside the column that it would part."""
    inside = [token for token in line if left < token.centre < right]
    return next(((a, b) for a, b in pairwise(inside) if a.centre < x < b.centre), None)


def is_wordy_table(bands: Sequence[Band], columns: int, heads: int) -> bool:
    """True for words in three columns or more below heads that a rule or a bold font shows, each cell filled.

    Each column begins level, or is centred: lines of a letter seldom have more than two such, and no heads.
    """
    body = bands[heads:]
    if columns < 3 or not heads or len(bands) < SMALL or len(body) < SMALL - 1:
        return False
    pieces = [piece for band in body for piece in band.pieces]
    words = sum(len(line) for piece in pieces for line in piece.lines) / len(pieces)
    rows = [band for band in body if len(band.pieces) > 1]
    named = {piece.first for band in bands[:heads] for piece in band.pieces}
    full = sum(len(band.pieces) == columns for band in rows) >= max(SMALL - 1, 0.6 * len(rows))
    return words <= MOST_WORDS and full and len(named) == columns and _level(rows, columns)


def _level(rows: Sequence[Band], columns: int) -> bool:
    """True if the words of each column begin at one place, end at one, or are centred on one."""
    for column in range(columns):
        frames = [p.frame for band in rows for p in band.pieces if p.first == column == p.last]
        ways = ([f.x0 for f in frames], [f.x1 for f in frames], [(f.x0 + f.x1) / 2 for f in frames])
        if not frames or not any(_most_near(values) for values in ways):
            return False
    return True


def _most_near(values: list[float]) -> bool:
    """True if nearly all stand at one place."""
    middle = median(values)
    return sum(abs(value - middle) < 2 * LEVEL for value in values) >= 0.9 * len(values)
