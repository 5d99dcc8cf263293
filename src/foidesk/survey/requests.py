"""Where each request stands: steps from events and letters, three axes, and the clock of its law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..law import AccessLaw, law
from ..law.clock import OPEN_END, DaysOff, Fact, Limit, day_in, days_off, explain, run, stored, unstored
from ..mail.chase import Due, due
from ..mail.state import ELSEWHERE, FROM_ALAVETELI, OWN, Step, alaveteli, correspondence
from ..model import Event, Outcome
from ..words.dates import dates
from .letters import Letter, law_of, letters, zone_of

if TYPE_CHECKING:
    from .survey import Survey

REPLIES = ("part reply", "final reply", "review outcome")
REFUSED = ("refused", "cost limit", "neither confirm nor deny")
"""The outcomes that a review can be asked of."""
NOT_CHASED = ("in doubt", "bounced", "waiting in a portal", "retracted")
"""In these states the next step is ours, and another than a letter that chases."""
ONE_DAY = timedelta(days=1)
"""A letter of the day before may be of another time zone."""
KEPT = timedelta(days=550)
"""How far ahead the days off are kept with a request that is sent."""


def today(survey: Survey) -> date:
    """The day that it is now where the survey's access law holds; in UTC where none is named."""
    named = survey.definition.law
    return day_in(datetime.now(UTC).isoformat(timespec="microseconds"), law(named).zone if named else "")


@dataclass(frozen=True)
class Request:
    """One body's request: what happened, what is suggested, what is due."""

    body: str
    name: str
    law: AccessLaw | None
    steps: tuple[Step, ...]
    letters: tuple[Letter, ...]
    outcomes: tuple[Outcome, ...]
    off: DaysOff
    doubtful: bool = False

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """The limits that the facts set going; none before the request is sent or where its law has no clock."""
        facts = [Fact(step.kind, step.day, step.until) for step in self.steps if not self._is_early(step)]
        return run(self.law, facts, self.off) if self.law and self.off else ()

    @property
    def state(self) -> str:
        return "in doubt" if self.doubtful else correspondence(self.steps)

    @property
    def answer(self) -> Limit | None:
        return next((limit for limit in self.limits if limit.rule.after == "request"), None)

    @property
    def review(self) -> Limit | None:
        """The time to decide the review that was asked for."""
        return next((limit for limit in self.limits if limit.rule.after == "review asked"), None)

    @property
    def review_late(self) -> int:
        """The days by which the outcome of the review was late; 0 where nobody knows on which day it came."""
        late = self.review.late if self.review else 0
        known = any(step.dated for step in self.steps if step.kind == "review outcome")
        return late if known else 0

    @property
    def unrecorded(self) -> str:
        """What stopped the clock and, as far as is recorded, never ended, where the answer is late without it."""
        limit = self.answer
        if limit is None or not limit.late:
            return ""
        return next((why for _, last, why in limit.pauses if last == OPEN_END), "")

    @property
    def unknown_day(self) -> bool:
        """True if nobody knows if the answer was late: it bears no day, or the clock stood still before it."""
        limit = self.answer
        if limit is None or not limit.late:
            return False
        if self.unrecorded:
            return True
        return not any(step.dated for step in self.steps if step.kind == "final reply" and step.day == limit.met)

    @property
    def unconfirmed(self) -> tuple[Letter, ...]:
        """The letters that no person has looked at."""
        confirmed = {step.document for step in self.steps if step.confirmed and step.document}
        return tuple(one for one in self.letters if one.document not in confirmed)

    @property
    def too_early(self) -> tuple[Letter, ...]:
        """The letters whose own day is before that of the request: perhaps they answer another one."""
        sent = self._sent
        return tuple(one for one in self.unconfirmed if sent and one.dated and one.day < sent - ONE_DAY)

    @property
    def _sent(self) -> date | None:
        return min((step.day for step in self.steps if step.kind == "request"), default=None)

    def _is_early(self, step: Step) -> bool:
        """True for what only a letter suggests that is older than the request: it moves no clock."""
        return not step.confirmed and self._sent is not None and step.day < self._sent - ONE_DAY

    @property
    def wrote(self) -> date | None:
        """The day of our last letter that a site tells of, after the body asked us something; else None."""
        asked = [step.day for step in self.steps if step.kind in ("clarification asked", "fee asked")]
        later = [step.day for step in self.steps if step.kind == OWN and asked and step.day >= max(asked)]
        return max(later, default=None)

    @property
    def refused(self) -> bool:
        kinds = {one.outcome for one in self.outcomes}
        return bool(kinds & set(REFUSED))

    @property
    def told(self) -> str:
        """What WhatDoTheyKnow last said of the answer, in its terms; "" if nothing."""
        said = [step.words for step in self.steps if step.words in FROM_ALAVETELI and not step.document]
        return said[-1] if said else ""

    @property
    def elsewhere(self) -> tuple[Step, ...]:
        """The answers that are told of and are not here: no letter came within three days of them."""
        told = [step for step in self.steps if not step.document and step.kind in (ELSEWHERE, *REPLIES)]
        return tuple(step for step in told if not any(abs((one.day - step.day).days) <= 3 for one in self.letters))

    def todo(self, on: date) -> Due | None:
        """The next letter of ours, if one is due: none while an answer waits to be fetched or looked at."""
        if self.state in NOT_CHASED or self.elsewhere or any(not one.seen.sure for one in self.unconfirmed):
            return None
        return due(self.body, self.steps, self.limits, self.refused, on)

    def as_json(self, on: date) -> dict[str, Any]:
        limit = self.answer
        return {
            "body": self.body,
            "state": self.state,
            "alaveteli": alaveteli(self.state, [one.outcome for one in self.outcomes], self.told),
            "suggested": [one.as_json() for one in self.unconfirmed],
            "due": limit.due.isoformat() if limit and limit.due else "",
            "late": limit.late if limit and not self.unknown_day else 0,
            "overdue": bool(limit and limit.overdue(on)),
            "review_late": self.review_late,
            "paused": limit.paused if limit else "",
            "steps": [{"step": s.kind, "day": s.day.isoformat(), "confirmed": s.confirmed} for s in self.steps],
        }


def requests(survey: Survey, ended: Sequence[Outcome] | None = None) -> tuple[Request, ...]:
    """The request of every body, in the order of bodies.csv; `ended` where the results are not there yet."""
    came: dict[str, list[Letter]] = {}
    for letter in letters(survey):
        came.setdefault(letter.body, []).append(letter)
    events: dict[str, list[Event]] = {}
    for event in survey.store.events.all():
        events.setdefault(event.body, []).append(event)
    outcomes: dict[str, list[Outcome]] = {}
    for outcome in survey.work.results.outcomes if ended is None else ended:
        outcomes.setdefault(outcome.body, []).append(outcome)
    return tuple(
        _request(survey, body.id, events.get(body.id, ()), came.get(body.id, ()), outcomes.get(body.id, ()))
        for body in survey.definition.bodies
    )


def request_of(survey: Survey, body: str) -> Request:
    """The request of one body. `UnknownName` if the survey does not ask it."""
    for one in requests(survey):
        if one.body == body:
            return one
    known = ", ".join(one.id for one in survey.definition.bodies[:8])
    raise UnknownName(f"there is no body {body!r}", next=f"ids stand in bodies.csv: {known} …")


def _request(
    survey: Survey, body: str, events: Sequence[Event], came: Sequence[Letter], outcomes: Sequence[Outcome]
) -> Request:
    sent = next((one for one in events if one.kind == "sent" and _round(one) == "request"), None)
    act = law_of(survey, body)
    steps = [*_ours(events, zone_of(survey, body)), *_confirmed(events)]
    settled = {step.document for step in steps if step.document}
    steps += [step for letter in came if letter.document not in settled for step in _suggested(letter, sent)]
    return Request(
        body, survey.definition.body(body).name, act, tuple(sorted(steps, key=lambda step: step.day)), tuple(came),
        tuple(outcomes), _off(sent, act), bool(in_doubt(events)),
    )  # fmt: skip


def _round(event: Event) -> str:
    return dict(event.details).get("round", "request")


def _off(sent: Event | None, act: AccessLaw | None) -> DaysOff:
    """The days off kept when the request was sent; a survey from before they were kept has today's table."""
    if sent is None or act is None:
        return {}
    kept = unstored(dict(sent.details).get("days_off", ""))
    year = int(sent.at[:4])
    return kept or days_off(act, year, year + 2) or {date(1, 1, 1): "none"}


def kept_days(act: AccessLaw, day: date) -> str:
    """The table of days off to keep with a request of that day."""
    return stored(days_off(act, day.year, day.year + 2), day, day + KEPT)


def _ours(events: Sequence[Event], zone: str) -> Iterator[Step]:
    for event in events:
        if event.kind == "sent":
            yield Step(_round(event), day_in(event.at, zone))


def _confirmed(events: Sequence[Event]) -> Iterator[Step]:
    """What people said of each letter: the last word holds, so that a mistake can be put right."""
    last: dict[str, str] = {}
    for event in events:
        if event.kind == "step" and event.document:
            last[event.document] = dict(event.details).get("said", "")
    for event in events:
        said = dict(event.details)
        if event.kind == "step" and said.get("said", "") == last.get(event.document, said.get("said", "")):
            until = date.fromisoformat(said["until"]) if said.get("until") else None
            day = date.fromisoformat(event.at[:10])
            yield Step(said["step"], day, True, said.get("words", ""), event.document, until)


def _suggested(letter: Letter, sent: Event | None) -> Iterator[Step]:
    if letter.seen.sure:
        for one in letter.seen.events:
            until = _named_day(one.words, letter.day) if one.event in ("portal", "extended") else None
            yield Step(one.event, letter.day, False, one.words, letter.document, until, letter.dated)


def _named_day(words: str, after: date) -> date | None:
    """The first day that the words name after the day of the letter: until then a link works, or time is taken."""
    return min((seen.day for seen in dates(words, True) if seen.day and seen.day >= after), default=None)


def in_doubt(events: Sequence[Event]) -> tuple[Event, ...]:
    """The attempts of which nobody knows whether the server took the message."""
    open: dict[str, Event] = {}
    for event in events:
        if event.kind == "sending":
            open[event.name] = event
        elif event.kind in ("sent", "not sent"):
            open.pop(event.name, None)
    return tuple(open.values())


def why(survey: Survey, body: str) -> list[str]:
    """The clock of one body, every limit with every day of it."""
    one = request_of(survey, body)
    if one.law is None or not one.limits:
        return [f"{body}: no clock runs: the request is not recorded as sent, or its law has none"]
    zone = zone_of(survey, body)
    days = (
        f"days are those of {zone}"
        if zone
        else "no time zone is known (`zone` in bodies.csv): days are those of UTC"
    )
    begun = (limit for limit in one.limits if limit.begun(today(survey)))
    return [days, *(line for limit in begun for line in explain(one.law, limit))]
