"""Years that words beside a figure cut short: "2023: 9 (to September)", "9 in 2023 to date"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from foidesk.words.shapes import MONTH

from ..basis.ground import Ground
from .clause import Clause

_BRACKET = re.compile(r"\s*[([]\s*(?P<words>[^()\[\]]{2,40}?)\s*[)\]]")
_TO = (
    r"(?:so far|to date|to now|(?:up\s+)?(?:to|till?|until)\s+(?:the\s+)?(?:end\s+of\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}\b)"
)
_BEHIND = re.compile(rf"\s*,?\s(?P<words>{_TO})(?!\s*\d{{4}})", re.IGNORECASE)
_AHEAD = re.compile(rf"(?:^\W*|[,;]\s+|\b(?:and|und),?\s+)(?P<words>{_TO})\s*,?\s*$", re.IGNORECASE)
_END_OF = re.compile(r"\b(?:the\s+)?end\s+of\s+", re.IGNORECASE)
_CUT = re.compile(
    r"(?:up\s+)?(?:to|till?|until|through|before|bis)\b|(?:as\s+(?:of|at)|so\s+far|part|year\s+to|ytd|incomplete|bisher|stand)\b"
    r"|(?:first|last)\s+\w+\s+(?:months?|quarters?|weeks?|half)\b",
    re.IGNORECASE,
)


def cut_short(ground: Ground, text: str, clause: Clause) -> Clause:
    """The clause with the days that are left of its year; unsure where they are not known."""
    if clause.period is None or clause.period_at is None or clause.number is None:
        return clause
    year = text[slice(*clause.period_at)]
    for words in _words(text, clause.start, clause.end, clause.period_at[1]):
        when = ground.period(f"{year} ({_END_OF.sub('', words)})")
        if when is not None and when != clause.period and when.inside(clause.period):
            return replace(clause, period=when)
        if _CUT.match(words) and (when is None or not when.inside(clause.period)):
            return replace(clause, crowded=True)
    return clause


def _words(text: str, start: int, end: int, year_ends: int) -> Iterator[str]:
    """What stands in brackets behind a number or its year, or without them around these."""
    for at in (end, year_ends):
        found = _BRACKET.match(text, at) or _BEHIND.match(text, at)
        if found is not None:
            yield found["words"]
    ahead = _AHEAD.search(text[:start])
    if ahead is not None:
        yield ahead["words"]
