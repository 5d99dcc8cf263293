"""Rows that name a part of the table: a phrase set in the middle of the table, or of its values."""

from __future__ import annotations

from foidesk.readers.tables.ink import Frame, is_year
from foidesk.readers.tables.rows import Band

LEVEL = 1.2
"""Points by which the middles of two such phrases may differ."""
OFF = 0.06
"""The share of the table's width by which they may stand off its middle."""


def mark_sections(bands: list[Band], columns: list[tuple[float, float]], frame: Frame) -> None:
    """Mark the lines that name parts, and let each span the columns in whose middle it stands.

    One phrase may stand in the middle by chance; two or more of different lengths, with figures between, do not,
    nor does one that follows a whole line of heads and is set level with none of them.
    """
    lone = [n for n, band in enumerate(bands) if _is_lone(band)]
    if len(columns) < 2:
        return
    whole, values = (frame.x0 + frame.x1) / 2, (columns[1][0] + columns[-1][1]) / 2
    reach = OFF * (frame.x1 - frame.x0) + 2
    label = (columns[0][0] + columns[0][1]) / 2
    for n in lone:
        middle = _middle(bands[n])
        off = min(abs(middle - whole), abs(middle - values))
        sure = _repeats(bands, lone, n) or _is_under_heads(bands, n, len(columns))
        if off < reach and off < abs(middle - label) and sure and not _wraps(bands, n):
            bands[n].section = True
            piece = bands[n].pieces[0]
            piece.first = int(abs(middle - values) < abs(middle - whole))
            piece.last = len(columns) - 1


def _wraps(bands: list[Band], n: int) -> bool:
    """True if words right below begin where the phrase does: it is the upper line of a cell."""
    frame = bands[n].pieces[0].frame
    below = bands[n + 1] if n + 1 < len(bands) else bands[n]
    return any(
        abs(p.frame.x0 - frame.x0) < 1 and p.frame.y0 - frame.y1 < 0.3 * (frame.y1 - frame.y0) and not p.number
        for p in below.pieces if p.frame.y0 > frame.y0
    )  # fmt: skip


def _is_lone(band: Band) -> bool:
    return len(band.pieces) == 1 and len(band.pieces[0].lines) == 1 and not band.pieces[0].number


def _middle(band: Band) -> float:
    frame = band.pieces[0].frame
    return (frame.x0 + frame.x1) / 2


def _repeats(bands: list[Band], lone: list[int], n: int) -> bool:
    """True if another such phrase, longer or shorter, stands level with this one, and figures between them."""
    frame = bands[n].pieces[0].frame
    for other in lone:
        there = bands[other].pieces[0].frame
        level = abs(_middle(bands[other]) - _middle(bands[n])) < LEVEL
        unlike = abs((there.x1 - there.x0) - (frame.x1 - frame.x0)) > 4
        if level and unlike and any(band.numbers for band in bands[min(n, other) : max(n, other)]):
            return True
    return False


def _is_under_heads(bands: list[Band], n: int, columns: int) -> bool:
    """True if the line above has a head for each column of values, and the phrase goes on none of them."""
    if not n or len(bands[n - 1].values) < max(2, columns - 1) or bands[n - 1].section:
        return False
    frame, heads = bands[n].pieces[0].frame, [piece.frame for piece in bands[n - 1].values]
    if any(piece.number and not is_year(piece.text) for piece in bands[n - 1].values):
        return False
    level = (
        min(abs(h.x0 - frame.x0), abs(h.x1 - frame.x1), abs(h.x0 + h.x1 - frame.x0 - frame.x1) / 2) for h in heads
    )
    return all(shift > 3 for shift in level)


def above_sections(bands: list[Band], height: int) -> int:
    """The height of the head without the lines from the first that names a part: there the body begins."""
    first = next((n for n, band in enumerate(bands[:height]) if band.section), height)
    return first or height
