"""The share in brackets behind a number: "Of 99 claims 23 (23%) were accepted" says 23 twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..basis.found import Mark
from .over import Sentence

_BEHIND = re.compile(
    r"(?<=\d)\s*\(\s*(?:or\s+|about\s+|approx\w*\.?\s+)?(?P<share>\d{1,3}(?:\.\d+)?)\s*(?:%|per ?cent)\s*\)",
    re.IGNORECASE,
)
_NEAR = Decimal("0.51")


def without_shares(text: str) -> str:
    """The text with blanks for such shares."""
    return _BEHIND.sub(lambda found: " " * len(found[0]), text)


def shares_borne_out(
    sentence: Sentence, whole: Decimal | None, parts: Sequence[tuple[int, Decimal]]
) -> Iterator[Mark]:
    """Marks for the shares that the numbers right before them (end, value) are of the whole; others stay open."""
    for found in _BEHIND.finditer(sentence.text):
        part = next((value for end, value in parts if end == found.start()), None)
        if whole and part is not None and abs(part * 100 / whole - Decimal(found["share"])) <= _NEAR:
            for span in sentence.piece.cut(*found.span("share")).spans:
                yield Mark(span, "share of a stated number")
