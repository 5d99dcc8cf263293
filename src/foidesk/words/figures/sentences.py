"""A text as sentences: where each begins and ends."""

from __future__ import annotations

from ..lazy import lazy

_END = lazy(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£$€]|\s*$)|\n\s*\n|\n(?=\s*(?:[-*•#>]|\d+[.)]\s))")
_ABBREVIATION = lazy(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|Sgt|Insp|Supt|Det|Con|Lt|Col|Gen|Capt|Hon|Gov|Sen|Rep|No|Nos|vs|v|etc|"
    r"approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Jr|Sr|Fig|p|pp|s|ss|para|est|incl|"
    r"e\.g|i\.e|U\.S|U\.K|a\.m|p\.m)|(?<![A-Za-z])[A-Z])\.$"
)


_ENUMERATES = lazy(r"(?:[:;]\s|^\s*|\n[ \t]*)\d{1,2}$")
"""Before the dot of a number that only counts the items of a list: "; 2. Exampleton"."""


_BREAK = lazy(r"(?<=[\w’'”\"%)])\n(?=[ \t]*[\"“‘'(]?[A-Z0-9£$€])")
"""The end of a line that no sign ends, before one that begins like a sentence."""
_GOES_ON = frozenset(
    "and or but the a an of in at on to from by for with that which who is was were are had has have as".split()
)
"""Words with which no heading ends."""
_FIRST_WORD = lazy(r"[ \t]*\S+")


def _headings(text: str) -> list[int]:
    """The line ends that are no wrapping: the next word would have fitted into the line, so the line was ended."""
    found: list[int] = []
    for one in _BREAK.finditer(text):
        start = text.rfind("\n\n", 0, one.start())
        end = text.find("\n\n", one.end())
        lines = text[max(start, 0) : end if end >= 0 else len(text)].split("\n")
        line = one.start() - (text.rfind("\n", 0, one.start()) + 1)
        word = _FIRST_WORD.match(text, one.end())
        last = text[: one.start()].rsplit(None, 1)[-1].lower().strip("\"'“”’(")
        if word and last not in _GOES_ON and line + 1 + len(word[0].strip()) <= max(map(len, lines)):
            found.append(one.start())
    return found


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences, in order, without the white space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    ends = {found.end(): found[0] for found in _END.finditer(text)}
    for end in sorted({*ends, *_headings(text)}):
        sign = ends.get(end, "")
        at = end - len(sign)
        if sign == "." and _ENUMERATES.search(text[start:at]):
            continue
        if sign.startswith(".") and _ABBREVIATION.search(text[start : at + 1]):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    inner = text[start:end]
    if inner.strip():
        lead = len(inner) - len(inner.lstrip())
        spans.append((start + lead, start + len(inner.rstrip())))
