"""What the letters that came in suggest: events and outcomes, each with the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ..law import AccessLaw, law
from ..law.clock import day_in
from ..law.letters import EVENTS, LetterSeen, letter_text, recognise
from ..mail.feeds import is_day
from ..model import Delivery, Reading

if TYPE_CHECKING:
    from .survey import Survey

ENDINGS = {"nil": "full"} | {
    name: name for name in ("full", "partial", "refused", "not held", "cost limit", "neither confirm nor deny")
}
"""The outcomes of the survey for those of a letter: nought is an answer, and what may be nought is none yet."""


Inside = dict[tuple[str, str], list[Delivery]]
"""What came with each letter, by its body and document: two bodies may send the same words."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that came in: from whom, when, the document, and what it suggests."""

    body: str
    day: date
    document: str
    path: str
    seen: LetterSeen
    dated: bool = True
    """False where nothing says when it came: `day` is then the day on which it was taken in."""

    @property
    def id(self) -> str:
        return self.document[:8]

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "body": self.body, "day": self.day.isoformat(), "path": self.path,
            "sure": self.seen.sure,
            "events": [{"event": one.event, "words": one.words} for one in self.seen.suggested],
            "outcomes": [
                {
                    "question": one.question, "outcome": one.outcome if one.sure else "ask",
                    "likely": one.suggested.outcome, "sections": list(one.suggested.sections),
                    "words": one.suggested.words,
                }
                for one in self.seen.outcomes
            ],
        }  # fmt: skip

    def offers(self) -> dict[int, str]:
        """What is likeliest of each question that the letter leaves to a person, as `decide --answer` takes it."""
        asked = ((one.question, one.suggested) for one in self.seen.outcomes if not one.sure)
        return {
            question: " ".join((ENDINGS[one.outcome], *one.sections[:1]))
            for question, one in asked
            if one.outcome in ENDINGS
        }


def law_of(survey: Survey, body: str) -> AccessLaw | None:
    """The access law of the request to the body, if the survey names one."""
    named = survey.definition.body(body).law or survey.definition.law
    return law(named) if named else None


def zone_of(survey: Survey, body: str) -> str:
    """The time zone of the body's days: its own, else that of its law; "" where neither is known."""
    act = law_of(survey, body)
    return survey.definition.body(body).zone or (act.zone if act else "")


def letters(survey: Survey) -> tuple[Letter, ...]:
    """Every letter from a known body, in order of day; a file in the drop folder that is data alone is none."""
    found = list(_letters(survey))
    return tuple(sorted(found, key=lambda one: (one.day, one.path)))


def _letters(survey: Survey) -> Iterator[Letter]:
    work = survey.work
    inside: Inside = {}
    for delivery in work.matched:
        if delivery.message and delivery.message != delivery.document:
            inside.setdefault((delivery.body, delivery.message), []).append(delivery)
    questions = [question.text for question in survey.definition.questions]
    for delivery in work.matched:
        reading = work.reading(delivery)
        if delivery.message or not _is_letter(reading):
            continue
        act = law_of(survey, delivery.body)
        seen = _seen(delivery, survey, inside, act, questions)
        own = _own_day(delivery, reading, zone_of(survey, delivery.body))
        day = date.fromisoformat(own or delivery.date[:10])
        yield Letter(delivery.body, day, delivery.document, delivery.path, seen, bool(own))


def _seen(
    delivery: Delivery,
    survey: Survey,
    inside: Inside,
    act: AccessLaw | None,
    questions: list[str],
) -> LetterSeen:
    """What the letter suggests; one that only forwards a mail of the body suggests what that mail does."""
    reading = survey.work.reading
    within = inside.get((delivery.body, delivery.document), [])
    seen = recognise(letter_text(reading(delivery), [(one.name, reading(one)) for one in within]), act, questions)
    mails = [one for one in within if reading(one).envelope is not None]
    if seen.sure or len(mails) != 1 or seen.names not in (("not a reply",), ("final reply",)):
        return seen
    return _seen(mails[0], survey, inside, act, questions)


def _is_letter(reading: Reading) -> bool:
    if reading.envelope is not None:
        return True
    return not reading.attachments and any(
        part.kind != "sheet" and part.blocks for part in reading.visible_parts()
    )


_BATCH = re.compile(r"/(\d{4}-\d\d-\d\d)-\d{6}/(?=incoming_|attachments-)")
"""The folder of one answer in the batch zip of WhatDoTheyKnow."""


def _own_day(delivery: Delivery, reading: Reading, zone: str) -> str:
    """The day that a mail, or the folder of a batch zip, says the letter came; "" if nothing does."""
    if reading.envelope and reading.envelope.date:
        return day_in(reading.envelope.date, zone).isoformat()
    folder = _BATCH.search(delivery.path)
    return folder[1] if folder and is_day(folder[1]) else ""


KNOWN_EVENTS = EVENTS
