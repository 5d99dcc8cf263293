"""The marks of notes behind figures and words of a PDF: small, raised, and no digits of the number before."""

from __future__ import annotations

import re

from foidesk.readers.raised import raised
from foidesk.readers.tables.ink import HIGHER, MARK, SMALL


def with_marks(text: str, tops: list[float], feet: list[float]) -> str:
    """The word with small, raised figures written as such: the note's mark of 45¹ must not make it 451."""
    if len(text) != len(feet):  # letters of one sign
        return text
    sizes, foot = [low - high for high, low in zip(tops, feet, strict=True)], max(feet)
    size = max(sizes)
    small = [own < SMALL * size and foot - low > HIGHER * size for own, low in zip(sizes, feet, strict=True)]
    for run in re.finditer("1+", "".join("01"[one] for one in small)):
        mark = text[run.start() : run.end()]
        if run.start() and MARK.match(mark):
            text = text[: run.start()] + raised(mark) + text[run.end() :]
    return text
