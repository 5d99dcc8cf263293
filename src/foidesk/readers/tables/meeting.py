"""Figures set to the right just before words set to the left: two columns with no more than a space between.

So spreadsheets print a column of figures beside one of names, dates or codes, or of stand-ins ("<5", "*").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from foidesk.readers.tables.ink import GROUPED, THOUSANDS, Line, Token, is_number, median
from foidesk.readers.tables.stand_ins import is_stand_in

PHRASE = 0.9  # font sizes between two phrases
LEVEL = 0.15  # font sizes by which what is set level may stand elsewhere
UNEVEN = 1.5  # points by which the figures must differ in width: else nothing tells to which side they are set
LEAST = 3  # lines that show both columns
CLOSE = 2  # of them, those on which the two meet

OTHER = 0.2  # of the space between two words by which another white differs from it

Pair = tuple[Line, Line]


def parts_meeting(lines: Sequence[Line], cuts: Sequence[float], x: float, begun: Sequence[float] = ()) -> bool:
    """True if all that ends close before x ends at one place, and all that follows it begins at one place.

    The words of one text do so only by chance: where they are equally wide, or the same ("12 days", "3 days").
    `begun`: where heads begin that stand apart from the head before them.
    """
    pairs, lone = pairs_at(lines, cuts, x)
    close = [pair for pair in pairs if _gap(pair) < PHRASE * pair[1][0].size]
    if len(pairs) + len(lone) < LEAST or not close or not _is_level(close) or _is_one_text(close):
        return False
    (left, right), far = close[0], [pair for pair in pairs if pair not in close]
    slack = LEVEL * right[0].size
    told = sum(abs(a[-1].x1 - left[-1].x1) < slack or abs(b[0].x0 - right[0].x0) < slack for a, b in far)
    told += sum(abs(a[-1].x1 - left[-1].x1) < slack if a else abs(b[0].x0 - right[0].x0) < slack for a, b in lone)
    against = sum(abs(a[-1].x1 - left[-1].x1) >= slack and not is_stand_in(a[-1].text) for a, _ in far) - (
        sum(abs(b[0].x0 - right[0].x0) < slack for _, b in far)
    )
    if against > 1:
        return False
    if all(is_stand_in(b[0].text) for _, b in close) and not _is_column(close):
        return (
            bool(far) and told >= CLOSE and told >= len(far) - 1 and _ends_level([b[-1].x1 for _, b in far], slack)
        )
    if len(close) < CLOSE or len({b[0].text for _, b in close}) < CLOSE:
        return False
    headed = any(abs(right[0].x0 - at) < slack for at in begun)
    return headed or told > 0 or (len(close) >= LEAST and (_is_uneven(close) or _is_no_space(close)))


def stood_in(lines: Sequence[Line], cuts: Sequence[float], places: Sequence[float]) -> set[float]:
    """The places where columns meet if one of the cuts next to them is none, but parts stand-ins from figures."""
    if not any(is_stand_in(token.text) for line in lines for token in line):
        return set()
    return {x for x in places if any(parts_meeting(lines, rest, x) for rest in _without_one(cuts, x))}


def _without_one(cuts: Sequence[float], x: float) -> list[list[float]]:
    n = sum(cut < x for cut in cuts)
    return [list(cuts), *([*cuts[:k], *cuts[k + 1 :]] for k in (n - 1, n) if 0 <= k < len(cuts))]


def _is_level(close: Sequence[Pair]) -> bool:
    """True if the left sides end at one place, and the right sides begin at one place."""
    slack = LEVEL * close[0][1][0].size
    return _ends_level([a[-1].x1 for a, _ in close], slack) and _ends_level([b[0].x0 for _, b in close], slack)


def _is_column(close: Sequence[Pair]) -> bool:
    """True for several stand-ins that are not all the same mark, behind figures of which not all are as wide."""
    return len(close) >= LEAST and _is_uneven(close) and len({b[0].text for _, b in close}) >= CLOSE


def _ends_level(places: Sequence[float], slack: float) -> bool:
    middle = median(places)
    return all(abs(place - middle) < slack for place in places)


def _is_uneven(close: Sequence[Pair]) -> bool:
    starts = [a[0].x0 for a, _ in close]
    return max(starts) - min(starts) > UNEVEN


def _is_no_space(close: Sequence[Pair]) -> bool:
    """True if what parts the sides is clearly no space as it stands between the words of the right ones."""
    spaces = sorted(d.x0 - c.x1 for _, b in close for c, d in pairwise(b) if 0 < d.x0 - c.x1 < 0.5 * c.size)
    if len(spaces) < CLOSE or not all(is_number(a[-1].text) for a, _ in close):
        return False
    usual = spaces[len(spaces) // 2]
    return all(abs(_gap(pair) - usual) > OTHER * usual for pair in close)


def _is_one_text(close: Sequence[Pair]) -> bool:
    """True for a figure with more of it behind a space: a share, a mark of a note, all but its thousands."""
    said = all(b[0].text[0] in "(/%" or (len(b[0].text) == 1 and b[0].text.islower()) for _, b in close)
    grouped = all(GROUPED.match(a[-1].text) and THOUSANDS.match(b[0].text) for a, b in close)
    signs = not all(any(map(str.isalnum, a[-1].text)) or is_number(a[-1].text) for a, _ in close)
    return said or grouped or signs


def pairs_at(lines: Sequence[Line], cuts: Sequence[float], x: float) -> tuple[list[Pair], list[Pair]]:
    """The words left and right of x between the cuts next to it: of the lines with both, and of those with one."""
    left = max((c for c in cuts if c < x), default=-1.0)
    right = min((c for c in cuts if c > x), default=1e9)
    fields = [[t for t in line if left < t.centre < right] for line in lines]
    pairs = [(_last([t for t in field if t.centre < x]), [t for t in field if t.centre > x]) for field in fields]
    return [pair for pair in pairs if all(pair)], [pair for pair in pairs if any(pair) and not all(pair)]


def _last(line: Line) -> Line:
    """The last phrase of the line."""
    far = [n for n, (a, b) in enumerate(pairwise(line), 1) if b.x0 - a.x1 > PHRASE * b.size]
    return line[far[-1] :] if far else line


def _gap(pair: Pair) -> float:
    a: Token = pair[0][-1]
    return pair[1][0].x0 - a.x1
