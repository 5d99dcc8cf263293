"""The marks of notes behind figures and words of a PDF: small, set high or low, no digits of the number before."""

from __future__ import annotations

import re

from foidesk.readers.raised import lowered, raised
from foidesk.readers.tables.ink import HIGHER, LOWER, MARK, SMALL


def with_marks(text: str, tops: list[float], feet: list[float]) -> str:
    """The word with small, raised or lowered figures written as such: the mark of 45¹ must not make it 451."""
    if len(text) != len(feet):  # letters of one sign
        return text
    sizes = [low - high for high, low in zip(tops, feet, strict=True)]
    size = max(sizes)
    foot = max(low for own, low in zip(sizes, feet, strict=True) if own >= SMALL * size)
    small = [own < SMALL * size for own in sizes]
    raises = [one and foot - low > HIGHER * size for one, low in zip(small, feet, strict=True)]
    lowers = [one and low - foot > LOWER * size for one, low in zip(small, feet, strict=True)]
    for run in re.finditer("1+", "".join("01"[one] for one in raises)):
        mark = text[run.start() : run.end()]
        if run.start() and MARK.match(mark):
            text = text[: run.start()] + raised(mark) + text[run.end() :]
    for run in re.finditer("1+", "".join("01"[one] for one in lowers)):
        before, mark = text[: run.start()], text[run.start() : run.end()]
        text = before + lowered(before, mark) + text[run.end() :] if MARK.match(mark) else text
    return text
