"""The days that a question asks about: "How many were lost in 2019?" is answered for 2019, not for all days."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model.observations import Observation
from foidesk.model.periods import Period

from ..basis.asked_period import is_of_these, period_asked
from ..basis.found import Found
from ..basis.ground import Ground
from ..basis.near import ask
from ..figures.seen import look
from ..sentences.over import Sentence
from ..sentences.said import Said


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
    if asked is None:
        return None
    if is_of_these(ground, asked.text):
        ids = [one.id for one in ground.context.questions]
        at = ids.index(question)
        return asked_days(ground, ids[at - 1]) if at else None
    return period_asked(ground, asked.text)
