"""Two texts side by side that were read line by line, as one: a sentence of each stands cut up in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers.pdf_text import box_of
from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import Line, PageInk, Phrase, frame_of, phrases, stands_in, text_of

LEVEL = 1.5  # points by which the beginnings of two lines of one text may differ
CLOSE = 0.7  # line heights between two lines of one text
WORDS = 2  # words on each side of a line of two texts
MOST = 40  # places that the issue names


def mixed_texts(
    ink: PageInk, ordered: Sequence[Line], tables: Sequence[Found], source: Source
) -> Iterator[Issue]:  # fmt: skip
    """An issue for the lines, as one reads them, in which two texts beside each other go on at once."""
    frames = [table.frame for table in tables]
    free = [line for line in ordered if not (frames and any(stands_in(t, frames) for t in line))]
    parts = [phrases(line) for line in free]
    found: list[Line] = []
    for (a, above), (b, below) in pairwise(zip(free, parts, strict=True)):
        if len(above) == 2 == len(below) and _goes_on(a, above, b, below):
            found += [line for line in (a, b) if line not in found[-1:]]
    if found:
        what = (
            f"two texts stand beside each other on {len(found)} lines of this page and were read across: "
            f"“{text_of(found[0])[:80]}”"
        )
        yield Issue(
            "row-in-doubt", "warning", what, f"{source.name}, page {ink.number}",
            "look at the page: read the left text and the right one each by itself",
            tuple(_place(ink, source, line) for line in found[:MOST]), key=f"page {ink.number} beside",
        )  # fmt: skip


def _place(ink: PageInk, source: Source, line: Line) -> Locator:
    return Locator(source.sha256, PagePlace(ink.number, box_of(frame_of(line))), text_of(line))


def _goes_on(a: Line, above: list[Phrase], b: Line, below: list[Phrase]) -> bool:
    """True if both phrases stand level with those above, close below, and one or both go on with a sentence."""
    upper, lower = frame_of(a), frame_of(b)
    near = lower.y0 - upper.y1 < CLOSE * (upper.y1 - upper.y0)
    level = all(abs(p.x0 - q.x0) < LEVEL for p, q in zip(above, below, strict=True))
    wordy = all(len(p.tokens) >= WORDS for p in above)
    left, right = (p.text for p in below)
    begun = left[:1].islower() and above[0].text[-1:].isalnum()
    return near and level and wordy and begun and any(letter.isalpha() for letter in right)
