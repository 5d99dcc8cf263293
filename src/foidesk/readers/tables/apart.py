"""Unruled tables side by side that are not level, or have captions or rules of their own, round a white gutter."""

from __future__ import annotations

from itertools import pairwise

from foidesk.readers.tables.blocks import CAPTION
from foidesk.readers.tables.candidates import Block, Row, row_of
from foidesk.readers.tables.columns import corridors
from foidesk.readers.tables.ink import Rule, frame_of, is_number, is_year, text_of
from foidesk.readers.tables.rules import joined

WIDE = 1.5
"""Font sizes of white between two tables at least."""
LEVEL = 2.0
"""Points by which the middles of two lines of one row may differ."""
SLACK = 12.0
"""Points by which the words of a side may stand out over its rules, or these over them."""
UNLEVEL = 2
"""Rows on each side that stand level with none of the other side."""


def set_apart(block: Block, near: list[Rule]) -> list[list[Row]]:
    """The rows of the block on each side of a gutter between two tables; all of them if there is none."""
    frame = block.frame
    white = corridors([row.line for row in block.rows], frame.x0, frame.x1, 0, WIDE * block.size)
    for a, b in sorted(white, key=lambda gap: gap[0] - gap[1]):
        x = (a + b) / 2
        sides = _sides(block, x)
        if any(r.lo < x - LEVEL and r.hi > x + LEVEL for r in near) or not all(map(_is_whole, sides)):
            continue
        if _unlevel(*sides) or _titled(*sides) or _ruled(near, sides) or _repeated(*sides):
            return sides
    return [block.rows]


def _sides(block: Block, x: float) -> list[list[Row]]:
    lines = [
        [[t for t in row.line if a < t.centre < b] for row in block.rows] for a, b in pairwise((-1e9, x, 1e9))
    ]
    return [[row_of(line) for line in side if line] for side in lines]


def _is_whole(rows: list[Row]) -> bool:
    """True for lines with labels and values: a table, whatever stands beside it."""
    tabular = [row for row in rows if row.tabular]
    left = min((row.frame.x0 for row in rows), default=0.0)
    labels = [row for row in tabular if _label_of(row) and row.frame.x0 < left + 12]
    values = sum(any(is_number(p.text) for p in row.phrases[1:]) for row in labels)
    return bool(values) and len(labels) >= 0.5 * len(tabular) and values >= 0.5 * len(labels)


def _label_of(row: Row) -> str:
    text = row.phrases[0].text
    return text if is_year(text) or not is_number(text) else ""


def _repeated(left: list[Row], right: list[Row]) -> bool:
    """True if a row of each side has the same label, as no list has that only goes on beside itself."""
    first, second = ({_label_of(row) for row in side if _has_figure(row)} for side in (left, right))
    return bool(first & second - {""})


def _has_figure(row: Row) -> bool:
    return any(is_number(phrase.text) and not is_year(phrase.text) for phrase in row.phrases[1:])


def _unlevel(left: list[Row], right: list[Row]) -> bool:
    """True if on each side two rows or more with values stand level with none of the other's, beside its rows."""
    return _alone(left, right) >= UNLEVEL and _alone(right, left) >= UNLEVEL


def _alone(rows: list[Row], others: list[Row]) -> int:
    top, bottom = others[0].frame.y0, others[-1].frame.y1
    middles = [(row.frame.y0 + row.frame.y1) / 2 for row in rows if row.tabular]
    inside = [y for y in middles if top < y < bottom]
    there = [(row.frame.y0 + row.frame.y1) / 2 for row in others]
    return sum(all(abs(y - other) > LEVEL for other in there) for y in inside)


def _titled(left: list[Row], right: list[Row]) -> bool:
    """True if both sides begin with the caption of a table."""
    return all(CAPTION.match(text_of(side[0].line)) for side in (left, right))


def _ruled(near: list[Rule], sides: list[list[Row]]) -> bool:
    """True if two rules or more run over all of each side: they are no boxes round inputs."""
    frames = [frame_of([row.frame for row in side]) for side in sides]
    lines = joined(near)
    over = (sum(r.lo < f.x0 + SLACK and r.hi > f.x1 - SLACK for r in lines) for f in frames)
    return all(rules >= UNLEVEL for rules in over)
