"""How many lines at the top of a table are its heads."""

from __future__ import annotations

import re

from foidesk.readers.tables.ink import Frame, Rule, is_year
from foidesk.readers.tables.rows import Band, Piece

LEAST_BODY = 3
SMALL = 4
"""Lines of a table of which most may be heads, if they hold no figures."""
WORD = re.compile(r"[^\W\d_]{3}")


def head_height(bands: list[Band], across: list[Rule], frame: Frame) -> int:
    """How many lines at the top are heads: those above the first line that has a label and numbers."""
    for told in (_is_figure, _is_value):
        for i, band in enumerate(bands):
            numbers = sum(map(told, band.values))
            if band.label is not None and numbers >= max(1, 0.25 * len(band.values)):
                ruled = _ruled_off(bands, across, frame)
                height = min(i, ruled) if ruled else _without_labels(bands, i)
                short = height <= max(1, 0.5 * len(bands), len(bands) - LEAST_BODY)
                return height if short or 0 < height == ruled < len(bands) else 0
    return _ruled_off(bands, across, frame) or 0


def _is_value(piece: Piece) -> bool:
    """A number that is no year, and no rest of a bracket: "2024 (to" above "30.09.)" is a head."""
    return piece.number and not is_year(piece.text) and piece.text.count("(") == piece.text.count(")")


def _is_figure(piece: Piece) -> bool:
    """True for a value without a word behind it: "18 years" is a head as often as a value."""
    return _is_value(piece) and not WORD.search(piece.text)


def _without_labels(bands: list[Band], height: int) -> int:
    """The head without the lines at its end that hold a label only: they begin the body."""
    end = height
    while end and not bands[end - 1].values and bands[end - 1].pieces[0].last == 0:
        end -= 1
    return end or height


def _ruled_off(bands: list[Band], across: list[Rule], frame: Frame) -> int:
    """The number of lines above the first rule that runs under the heads of most columns, the first among them."""
    for rule in sorted(across, key=lambda r: r.at):
        width = frame.x1 - frame.x0
        wide = min(rule.hi, frame.x1) - max(rule.lo, frame.x0) > 0.75 * width and rule.lo < frame.x0 + 0.1 * width
        above = sum((b.top + b.bottom) / 2 < rule.at for b in bands)
        small = len(bands) <= SMALL and not any(_is_figure(p) for band in bands[:above] for p in band.values)
        most = len(bands) - 1 if small else 0.5 * len(bands)
        if wide and 0 < above <= most and bands[0].top < rule.at:
            return above
    return 0
