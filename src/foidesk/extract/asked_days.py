"""The days that a question asks about: "How many were lost in 2019?" is answered for 2019, not for all days."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.model.observations import Observation
from foidesk.model.periods import Period

from .clauses import dated
from .found import Found
from .ground import Ground
from .letter import Sentence
from .near import ask
from .seen import look
from .tellings import Said

_EACH = re.compile(
    r"\b(?:each|every|per|by|annual(?:ly)?|yearly|broken\s+down|breakdown|split|jeweils|je|pro|aufgeschlüsselt|nach|"
    r"since|after|before|prior|until|began|begun|started|introduced|came|seit|vor|bis|beginn)\b",
    re.IGNORECASE,
)
"""Words by which the days are no answer's as a whole, or only where something begins or ends."""
_IN = re.compile(
    r"\b(?:in|for|during|between|from|within|over|throughout|of|im|für|in\s+den|zwischen|von|vom)\s+(?:the\s+|dem\s+|das\s+)?"
    r"(?:(?:whole|full|calendar|financial|fiscal|academic|school)\s+)*(?:years?\s+|period\s+|months?\s+of\s+|fy\s*|"
    r"(?:kalender|haushalts)?jahr(?:e[ns]?)?\s+|zeitraum\s+)?(?:of\s+|between\s+|from\s+|vom\s+)?\W{0,2}$",
    re.IGNORECASE,
)
"""What stands before the days asked about, and not before the year of an Act or a census."""
_OF_THESE = re.compile(
    r"\b(?:of|from|among)\s+(?:these|those|them)\b|\bthese\b|\bthose\b|\bdavon\b|\bhiervon\b|\bdieser\b",
    re.IGNORECASE,
)


def of_asked_days(ground: Ground, said: list[Said]) -> list[Said]:
    """The sentences, what they count without a date being of the days that the question over them asks about."""
    return [replace(one, found=_dated(one.found, _days(ground, one.sentence))) for one in said]


def _dated(found: Found, days: Period | None) -> Found:
    if days is None:
        return found
    return replace(found, observations=tuple(_of(one, days) for one in found.observations))


def _of(one: Observation, days: Period) -> Observation:
    return replace(one, period=days) if one.period is None and one.role == "prose" else one


def _days(ground: Ground, sentence: Sentence) -> Period | None:
    """The days of the question over a sentence that says nothing of time itself."""
    if not sentence.over.question or look(ground, sentence.text).periods:
        return None
    return asked_days(ground, sentence.over.question)


def asked_days(ground: Ground, question: str) -> Period | None:
    """The one stretch of days that a question names; None if it names none, several, or all that the survey asks.

    "How many of these ...?" asks about the days of the question before it.
    """
    asked = ask(ground, question)
    if asked is None or _EACH.search(asked.text):
        return None
    named = ground.period_in(asked.text)
    if not named and _OF_THESE.search(asked.text):
        before = [one.id for one in ground.context.questions]
        at = before.index(question)
        return asked_days(ground, before[at - 1]) if at else None
    found = dated(ground, asked.text)
    days = found.period if found is not None else None
    window = ground.context.period
    is_asked = found is not None and _IN.search(asked.text[: found.start]) is not None
    if days is None or not is_asked or days.kind == "day" or (window is not None and not _is_part(days, window)):
        return None
    return days


def _is_part(days: Period, window: Period) -> bool:
    return days.inside(window) and not days.same_days(window)
