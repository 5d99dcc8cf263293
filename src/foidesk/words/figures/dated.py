"""Which date or stretch of time a figure is told of."""

from __future__ import annotations

import re

from ..lazy import lazy
from ..shapes import MONTH
from .dating import When
from .entities import CLAUSE
from .figure import Figure
from .pieces import NUMBER

_OF_TELLING = lazy(r"(?:today|yesterday|tonight|tomorrow)$", re.IGNORECASE)
"""When it was told, not what it is of."""
_VERSUS = lazy(
    r"\b(?:than (?:in|for|during|the|a|an|last|it)\b|compared|versus|(?:up|down) (?:from|on)|since)\s?|"
    r"\b(?:from|against)\s(?:\w+\s)?[\d£$€]",
    re.IGNORECASE,
)
"""Between a figure and the date of the one that it is held against."""
_CHANGED = lazy(
    r"\b(?:rise|increase|fall|drop|decrease|decline|growth|up|down|by|of|jump|cut|surge)\s"
    r"(?:a |an |about |nearly |almost )?$",
    re.IGNORECASE,
)
_CHANGES = lazy(r"\s(?:more|fewer|less|rise|increase|higher|lower|up|down|fall|drop|jump|surge|reduction|cut)\b")
_WINDOW = lazy(
    rf"\b(?:in|over|during|within)\s(?:(?:the|a|an|just|only|under|less than|more than|its|their)\s)*"
    rf"(?:(?:space|course) of\s)?(?:(?:last|past|first|previous|single)\s)?"
    rf"(?:{NUMBER}[\s-])?(?:financial |calendar |full )?(?:years?|months?|weeks?|decades?|days?|quarters?)\b"
    rf"(?:[\s-]period)?(?:\s(?:to|ending|ended)\s(?:{MONTH}))?",
    re.IGNORECASE,
)
"""A stretch of time without a date: "in three years", "over a five-year period", "in the 12 months to March"."""
_FIRST_OF = lazy(
    r"\b(?:in|during) the (?:first|second|third|fourth|last|final|opening) (?:year|quarter|half|month|week|decade)"
    r"(?: of (?:the )?[\w’'-]+)?",
    re.IGNORECASE,
)
_MONTHS = lazy(
    r"\b(?:between|in|during|throughout|for|since|from|(?:at|by|until) the (?:end|start|beginning) of|last|this)\s"
    rf"(?P<months>{MONTH}(?:\s(?:and|to)\s{MONTH})?)(?![\w.]*\s\d)",
    re.IGNORECASE,
)


def period_of(one: Figure, sentence: tuple[int, int], dates: tuple[When, ...], text: str) -> str:
    """The date of the figure's own clause, else of its sentence, else a stretch of time; "" if none is told."""
    if one.kind == "date":
        return one.text
    inside = [
        when for when in dates if sentence[0] <= when.start < sentence[1] and not _OF_TELLING.search(when.text)
    ]
    after = [when for when in inside if when.start >= one.end and not CLAUSE.search(text, one.end, when.start)]
    after = [when for when in after if not _held_against(one, when, text)]
    before = [when for when in inside if when.end <= one.start]
    if after and after[0].start - one.end < 60:
        versus = _VERSUS.search(text, one.end, after[0].start)
        own = _stretch(one, (sentence[0], after[0].start), text) if versus and one.kind != "duration" else ""
        return own or after[0].text
    if one.kind != "duration" and (close := _WINDOW.match(text, one.end + 1, sentence[1])):
        return close[0]
    if before:
        return before[-1].text
    if after:
        return after[0].text
    left = [when for when in inside if not _held_against(one, when, text)]
    stretch = _stretch(one, sentence, text) if one.kind != "duration" else ""
    return stretch or (left[0].text if left else "")


def _held_against(one: Figure, when: When, text: str) -> bool:
    """ "512, up from 498 in 2019": the date of another figure; of a change it is that from which it is counted."""
    if when.start < one.end or not _VERSUS.search(text, one.end, when.start):
        return False
    changed = _CHANGED.search(text, max(0, one.start - 24), one.start) or _CHANGES.match(text, one.end)
    return not changed and one.kind not in ("percent", "points", "multiple")


def _stretch(one: Figure, sentence: tuple[int, int], text: str) -> str:
    """The stretch of time or the month of the figure's own clause: behind it first."""
    for pattern, group in ((_FIRST_OF, 0), (_MONTHS, "months"), (_WINDOW, 0)):
        behind = pattern.search(text, one.end, sentence[1])
        if (
            behind
            and (group == 0 or behind["months"][0].isupper())
            and not CLAUSE.search(text, one.end, behind.start())
            and not _VERSUS.search(text, one.end, behind.start())
        ):
            return str(behind[group]).rstrip(" .")
        ahead = [*pattern.finditer(text, sentence[0], one.start)]
        if ahead and (group == 0 or ahead[-1]["months"][0].isupper()):
            return str(ahead[-1][group]).rstrip(" .")
    return ""
