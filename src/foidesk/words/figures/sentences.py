"""A text as sentences: where each begins and ends."""

from __future__ import annotations

from ..lazy import lazy

_END = lazy(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£$€]|\s*$)|\n\s*\n|\n(?=\s*(?:[-*•#>]|\d+[.)]\s))")
_ABBREVIATION = lazy(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|Sgt|Insp|Supt|Det|Con|Lt|Col|Gen|Capt|Hon|Gov|Sen|Rep|No|Nos|vs|v|etc|"
    r"approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Jr|Sr|Fig|p|pp|s|ss|para|est|incl|"
    r"e\.g|i\.e|U\.S|U\.K|a\.m|p\.m)|(?<![A-Za-z])[A-Z])\.$"
)


_ENUMERATES = lazy(r"[:;]\s\d{1,2}$")
"""Before the dot of a number that only counts the items of a list: "; 2. Exampleton"."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences, in order, without the white space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if found[0] == "." and _ENUMERATES.search(text[start : found.start()]):
            continue
        if found[0].startswith(".") and _ABBREVIATION.search(text[start : found.start() + 1]):
            continue
        _add(spans, text, start, found.end())
        start = found.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    inner = text[start:end]
    if inner.strip():
        lead = len(inner) - len(inner.lstrip())
        spans.append((start + lead, start + len(inner.rstrip())))
