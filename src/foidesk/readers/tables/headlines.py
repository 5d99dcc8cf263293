"""How many lines at the top of a table are its heads."""

from __future__ import annotations

import re

from foidesk.readers.tables.ink import Frame, Rule, is_year
from foidesk.readers.tables.rows import Band, Piece
from foidesk.readers.tables.rules import joined

LEAST_BODY = 3
SMALL = 4
"""Lines of a table of which most may be heads, if they hold no figures."""
DATE = re.compile(r"\d{1,2}[ .\-/]\w{2,9}[ .\-/]\d{2,4}$")
WORD = re.compile(r"[^\W\d_]{3}")


def head_height(bands: list[Band], across: list[Rule], frame: Frame) -> int:
    """How many lines at the top are heads: those above the first line that has a label and numbers."""
    heavy = _bold_heads(bands)
    for told in (_is_figure, _is_value) if not heavy else (_is_figure,):
        for i, band in enumerate(bands):
            if i < heavy:
                continue
            numbers = sum(map(told, band.values))
            named = band.label is not None or (heavy and _has_stub(band)) or _is_beside_label(bands, i)
            if named and numbers >= max(1, 0.25 * len(band.values)):
                ruled = _ruled_off(bands, across, frame)
                height = ruled if 0 < ruled <= i else _without_labels(bands, i, heavy)
                short = height <= max(1, 0.5 * len(bands), len(bands) - LEAST_BODY)
                return height if short or 0 < height == ruled < len(bands) else 0
    return _ruled_off(bands, across, frame) or heavy or _over_cases(bands)


def _over_cases(bands: list[Band]) -> int:
    """1 if the first line is words in parts, and all others in parts begin, or end, with a number; else 0.

    Lists of cases begin so, whose only figures are a number and a year.
    """
    first, below = bands[0], [band for band in bands[1:] if len(band.pieces) >= LEAST_BODY]
    if (
        len(first.pieces) < LEAST_BODY
        or len(below) < LEAST_BODY
        or any(c.isdigit() for p in first.pieces for c in p.text)
    ):
        return 0
    return int(any(all(band.pieces[at].number for band in below) for at in (0, -1)))


def _bold_heads(bands: list[Band]) -> int:
    """How many lines at the top begin in a bold font, if few others do: "Rate per" above "1,000" is one head."""
    heads = next((i for i, band in enumerate(bands) if not band.bold or _is_full_of_figures(band)), 0)
    return heads if sum(band.bold for band in bands[heads:]) < 0.5 * (len(bands) - heads) else 0


def _is_full_of_figures(band: Band) -> bool:
    return sum(map(_is_figure, band.values)) > 0.5 * len(band.values)


def _is_beside_label(bands: list[Band], i: int) -> bool:
    """True for figures set in the middle of the height of a label of several lines."""
    band = bands[i]
    third = 0.3 * (band.bottom - band.top)
    near = bands[max(0, i - 1) : i] + bands[i + 1 : i + 2]
    near = [
        b
        for b in near
        if b.label is not None and not any(p.number or p.on(q) for p in b.pieces for q in band.pieces)
    ]
    return any(b.bottom > band.top + third and b.top < band.bottom - third for b in near)


def _has_stub(band: Band) -> bool:
    """True for a line that begins with words: what its row is, beside a name for several rows."""
    first = band.pieces[0]
    return not first.number and not first.text.startswith("(")


def _is_value(piece: Piece) -> bool:
    """A number that is no year, and no rest of a bracket: "2024 (to" above "30.09.)" is a head."""
    text = piece.text
    return bool(DATE.match(text)) or (piece.number and not is_year(text) and text.count("(") == text.count(")"))


def _is_figure(piece: Piece) -> bool:
    """True for a value without a word behind it: "18 years" is a head as often as a value."""
    return _is_value(piece) and not WORD.search(piece.text)


def _without_labels(bands: list[Band], height: int, heavy: int) -> int:
    """The head without the lines at its end that hold a label only: they begin the body."""
    end, column = height, bands[height].pieces[0].last if heavy else 0
    while end and len(bands[end - 1].pieces) == 1 and bands[end - 1].pieces[0].last <= (end > heavy) * column:
        end -= 1
    return end or height


def _ruled_off(bands: list[Band], across: list[Rule], frame: Frame) -> int:
    """The number of lines above the first rule that runs under the heads of most columns, the first among them."""
    for rule in sorted(joined(across), key=lambda r: r.at):
        width = frame.x1 - frame.x0
        wide = min(rule.hi, frame.x1) - max(rule.lo, frame.x0) > 0.75 * width and rule.lo < frame.x0 + 0.1 * width
        above = sum((b.top + b.bottom) / 2 < rule.at for b in bands)
        small = len(bands) <= SMALL and not any(_is_figure(p) for band in bands[:above] for p in band.values)
        most = len(bands) - 1 if small else 0.5 * len(bands)
        if wide and 0 < above <= most and bands[0].top < rule.at:
            return above
    return 0
