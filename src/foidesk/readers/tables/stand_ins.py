"""What stands for a figure ("<5", "*", "N/A") at the left of a column whose figures are set to the right.

So spreadsheets print words among figures: beside the figures of the column before, far from those of their own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from foidesk.readers.tables.ink import GROUPED, THOUSANDS, Line, Token, is_number

LEVEL = 0.15  # font sizes by which figures set to the right may end elsewhere
LEAST = 2  # figures that show where a column ends
MOST_SPACE = 0.75
"""Font sizes between the thousands of a figure and the rest of it, at most."""

WORDS = re.compile(
    r"(?:n/?[adkr]|nil|none|c|z|supp?|n/?av|null|tbc|unk|x{1,3}|\[[a-z]\]|≤\d{1,2}|fewer|k\.?\s?a\.?)\*?$", re.I
)

Ends = list[tuple[float, float]]
"""Where the figures of a column begin at the left, and where all of them end."""


def is_stand_in(text: str) -> bool:
    """True for what stands for a figure: "<5", "*", "-", "N/A", "nil", "[c]"."""
    return bool(WORDS.match(text)) or (is_number(text) and (text[0] in "<>~" or not any(map(str.isdigit, text))))


def set_right(lines: list[Line]) -> list[Line]:
    """The lines with each stand-in moved to where the figures of its column stand, if nothing is in between."""
    if not any(is_stand_in(token.text) for line in lines for token in line):
        return lines
    ends = _ends(lines)
    return [[_moved(line, n, ends) for n in range(len(line))] for line in lines]


def _ends(lines: list[Line]) -> Ends:
    """The columns of figures that end at one place."""
    figures = sorted(
        (token for line in lines for token in line if _is_figure(token.text)), key=lambda token: token.x1
    )
    groups: list[list[Token]] = []
    for token in figures:
        if groups and token.x1 - groups[-1][0].x1 < LEVEL * token.size:
            groups[-1].append(token)
        else:
            groups.append([token])
    return [(min(t.x0 for t in group), group[0].x1) for group in groups if len(group) >= LEAST]


def _is_figure(text: str) -> bool:
    return is_number(text) and not is_stand_in(text)


def _moved(line: Line, n: int, ends: Ends) -> Token:
    token = line[n]
    if not is_stand_in(token.text):
        return token
    slack = LEVEL * token.size
    if any(abs(token.x1 - end) < slack for _, end in ends):
        return token
    own = next(((x0, end) for x0, end in ends if token.x1 < end), None)
    room = line[n + 1].x0 if n + 1 < len(line) else float("inf")
    if own is None or own[1] > room or own[0] < token.x0:
        return token
    return token._replace(x0=own[0], x1=own[1])


def up_to_stand_ins(
    printed: list[Line], moved: list[Line], gutters: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The gutters, each no wider than to where stand-ins begin in it that belong right of it."""
    return [(a, min([b, *_starts(printed, moved, a, b)])) for a, b in gutters]


def before_stand_ins(
    printed: list[Line], moved: list[Line], cuts: list[float], hard: set[float]
) -> tuple[list[float], set[float]]:
    """The cuts, each moved to the left of the stand-ins that belong right of it; these part what stands close."""
    out, parting = [], set(hard)
    for cut in cuts:
        starts = _starts(printed, moved, 0.0, cut)
        ends = [token.x1 for line in moved for token in line if token.x1 <= cut]
        place = cut
        if starts and ends and max(ends) < min(starts):
            parting.discard(cut)
            place = (max(ends) + min(starts)) / 2
            parting.add(place)
        out.append(place)
    return out, parting


def _starts(printed: list[Line], moved: list[Line], a: float, b: float) -> list[float]:
    """Where stand-ins begin between a and b that belong right of b."""
    pairs = [pair for line, own in zip(printed, moved, strict=True) for pair in zip(line, own, strict=True)]
    return [one.x0 for one, other in pairs if one is not other and a < one.x0 < b <= other.x0]


def without_stand_ins(lines: list[Line], cuts: list[float]) -> list[float]:
    """The cuts but those that part one column: stand-ins for figures put to the left, thousands from the rest."""
    edges = [-1e9, *cuts, 1e9]
    fields = [[[t for t in line if a < t.centre < b] for line in lines] for a, b in pairwise(edges)]
    return [
        cut for cut, left, right in zip(cuts, fields, fields[1:], strict=False)
        if not (_stand_in(left, right) or _thousands(left, right))
    ]  # fmt: skip


def _stand_in(left: list[Line], right: list[Line]) -> bool:
    """True if the left field only says "N/A", "-", "<5" where the right one says nothing."""
    words = [field[0].text for field in left if field]
    none = all(len(field) < 2 for field in left) and all(map(is_stand_in, words))
    figures = [bool(field) and is_number(field[0].text) and not is_stand_in(field[0].text) for field in right]
    apart = not any(a and figure for a, figure in zip(left, figures, strict=True))
    return bool(words) and none and apart and sum(figures) >= max(2, 0.6 * sum(map(bool, right)))


def _thousands(left: list[Line], right: list[Line]) -> bool:
    """True if the left field holds no more than the thousands of some of the right one's figures: "1 204"."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a]
    if not 0 < len(pairs) < 0.6 * sum(map(bool, right)):
        return False
    return all(
        len(a) == 1 and b and GROUPED.match(a[0].text) and THOUSANDS.match(b[0].text)
        and b[0].x0 - a[0].x1 < MOST_SPACE * b[0].size
        for a, b in pairs
    )  # fmt: skip
