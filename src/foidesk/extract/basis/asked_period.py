"""The days that the words of a question ask about: "How many were lost in 2019?"."""

from __future__ import annotations

import re

from foidesk.model.periods import Period

from .ground import Ground

_NOT_WHOLE = re.compile(
    r"\b(?:each|every|per|by\s+(?:\w+\s+)?(?:year|month|quarter|week)s?|annual(?:ly)?|yearly|broken\s+down|breakdown|split|jeweils|je|pro|aufgeschlüsselt|nach|"
    r"since|after|before|prior|until|up\s+to|begin|began|begun|start(?:s|ed)?|introduced|came|seit|vor|bis|beginn)\b",
    re.IGNORECASE,
)
"""Words by which the days are no answer's as a whole, or only where something begins or ends."""
_IN = re.compile(
    r"\b(?:in|for|during|between|from|within|over|throughout|of|im|für|in\s+den|zwischen|von|vom)\s+"
    r"(?:the\s+|dem\s+|das\s+)?(?:(?:whole|full|calendar|financial|fiscal|academic|school)\s+)*"
    r"(?:years?\s+|period\s+|months?\s+of\s+|fy\s*|(?:kalender|haushalts)?jahr(?:e[ns]?)?\s+|zeitraum\s+)?"
    r"(?:of\s+|between\s+|from\s+|vom\s+)?\W{0,2}$",
    re.IGNORECASE,
)
"""What stands before the days asked about, and not before the year of an Act or a census."""

_OF_THESE = re.compile(
    r"\b(?:of|from|among)\s+(?:these|those|them)\b|\bthese\b|\bthose\b|\bdavon\b|\bhiervon\b|\bdieser\b",
    re.IGNORECASE,
)


def is_of_these(ground: Ground, text: str) -> bool:
    """True for "How many of these ...?", which asks about the days of the question before it."""
    return _OF_THESE.search(text) is not None and not ground.period_in(text)


def period_asked(ground: Ground, text: str) -> Period | None:
    """The one stretch of days that a question names; None if it names none, several, or all of the survey."""
    named = ground.period_in(text)
    if len(named) != 1 or _NOT_WHOLE.search(text) or not _IN.search(text[: named[0].start]):
        return None
    days, window = named[0].period, ground.context.period
    if days is None or days.kind == "day":
        return None
    return days if window is None or (days.inside(window) and not days.same_days(window)) else None
