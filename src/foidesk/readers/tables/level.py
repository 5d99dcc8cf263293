"""Words and figures on two sides of a narrow white: two columns, if each side stands level from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.readers.tables.ink import Frame, Line, frame_of, is_number, median, meets

PHRASE = 0.9  # font sizes between two phrases
NEARLY, MOST = 0.8, 0.6  # the share of lines with words on both sides, and of those with figures, or far apart
LEAST = 4  # lines
LEVEL = 0.6  # points by which what is set level may stand elsewhere
UNEVEN = 0.5  # font sizes by which the white must differ: between words of one text it is the same

Side = list[Frame]


def parts_level(lines: Sequence[Line], cuts: Sequence[float], x: float) -> bool:
    """True if words stand on both sides of x on nearly all lines, as two columns do.

    That is, two of these: the right side is figures, most stand further apart than words do, both sides are level;
    figures and words that are level and stand close must be unevenly far apart.
    """
    left = max((c for c in cuts if c < x), default=-1.0)
    right = min((c for c in cuts if c > x), default=1e9)
    fields = [_sides([t for t in line if left < t.centre < right], x) for line in lines]
    both = [(a, b) for a, b in fields if a and b]
    if len(both) < LEAST - 1:
        return False
    apart = sum(b[0].x0 - a[-1].x1 > PHRASE * b[0].size or meets(a[-1], b[0]) for a, b in both) >= MOST * len(both)
    figures = sum(is_number(b[0].text) for _, b in both) >= MOST * len(both)
    if len(both) < max(LEAST, NEARLY * len(lines)):
        return apart and figures and _is_set_right(fields)
    level = _is_level([frame_of(a) for a, _ in both]) and _is_level([frame_of(b) for _, b in both])
    return (apart and figures) or (level and (apart or (figures and _is_uneven(both))))


def _is_set_right(fields: Sequence[tuple[Line, Line]]) -> bool:
    """True if on most lines that have a figure on the right, words stand left of it, and all figures end level.

    Labels that wrap have their figures on a line of its own, or beside one of their lines.
    """
    right = [(bool(a), b) for a, b in fields if b]
    ends = [b[-1].x1 for _, b in right]
    figures = all(is_number(b[-1].text) for _, b in right)
    return figures and sum(a for a, _ in right) >= MOST * len(right) and max(ends) - min(ends) < LEVEL


def _is_uneven(both: list[tuple[Line, Line]]) -> bool:
    gaps = [(b[0].x0 - a[-1].x1) / b[0].size for a, b in both]
    return max(gaps) - min(gaps) > UNEVEN


def _sides(line: Line, x: float) -> tuple[Line, Line]:
    return [t for t in line if t.centre < x], [t for t in line if t.centre > x]


def _is_level(side: Side) -> bool:
    """True if nearly all begin, end or have their middle at one place."""
    return any(
        sum(abs(v - middle) < LEVEL for v in values) >= NEARLY * len(values)
        for values in ([f.x0 for f in side], [f.x1 for f in side], [(f.x0 + f.x1) / 2 for f in side])
        for middle in [median(values)]
    )  # fmt: skip
