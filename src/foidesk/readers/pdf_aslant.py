"""Words that stand aslant on a page: a stamp or a watermark runs across lines, and belongs to none of them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers.basket import plural
from foidesk.readers.pdf_text import box_of
from foidesk.readers.pdf_view import FLOAT, INT, POINTER, bare
from foidesk.readers.tables.ink import Frame, PageInk

LEAST = 10.0
"""Degrees off upright, and off lying; a page that was scanned askew stands off by less."""
MOST = 0.5
"""Of the letters of a page: with more it is the page that lies aslant."""
FEW = 3
"""Letters: no more than a sign that a font draws aslant."""
SHOWN = 40

Span = tuple[int, int]
_angle = bare(raw.FPDFText_GetCharAngle, FLOAT, POINTER, INT)


def without_aslant(text: int, spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """The words that stand or lie, and those aslant, if these are the lesser part of the page."""
    aslant = {span for span in spans if LEAST < math.degrees(_angle(text, span[0])) % 90 < 90 - LEAST}
    letters = sum(end - start for start, end in spans)
    if not FEW < sum(end - start for start, end in aslant) <= MOST * letters:
        return spans, []
    return [span for span in spans if span not in aslant], [span for span in spans if span in aslant]


def words_aslant(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue with the places of those words: what they say is in no line and no table."""
    if ink.aslant:
        said = "".join(text for _, text in ink.aslant)
        what = f"{plural(len(ink.aslant), 'word')} aslant across this page, in none of its lines: “{said[:80]}”"
        figures = any(letter.isdigit() for letter in said)
        yield Issue(
            "words-aslant", "warning" if figures else "note", what, f"{source.name}, page {ink.number}",
            "look at the page: it may be a stamp, a watermark, or heads that were set aslant",
            tuple(_place(source, ink.number, frame, text) for frame, text in ink.aslant[:SHOWN]),
            key=f"page {ink.number} aslant",
        )  # fmt: skip


def _place(source: Source, page: int, frame: Frame, text: str) -> Locator:
    return Locator(source.sha256, PagePlace(page, box_of(frame)), text)
