"""The clock part of `status`: who owes what since when, what to do today, and the statistics for the write-up."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ..law.clock import Limit, calendar_file
from ..mail.chase import spelt
from ..mail.state import since
from .requests import REPLIES, Request, requests, today

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True)
class Tracking:
    """Where every request stands on a day."""

    requests: tuple[Request, ...]
    on: date
    stamp: str
    survey: str = ""
    title: str = ""
    decided: frozenset[str] = frozenset()
    """The bodies of whose withdrawn answers a person has said what becomes of the figures."""

    def as_json(self) -> dict[str, Any]:
        return {
            "on": self.on.isoformat(),
            "requests": [one.as_json(self.on) for one in self.requests],
            "today": [{"body": body, "do": what} for body, what in self.today()],
            "statistics": self.statistics(),
        }

    def today(self) -> Iterator[tuple[str, str]]:
        """What to do, the most pressing first: what expires, what is asked of us, what is due from them."""
        for part in (self._to_press, _to_fetch, _to_date, self._to_send, _to_confirm, _unsettled):
            for one in self.requests:
                yield from ((one.body, what) for what in part(one))

    def _to_press(self, one: Request) -> Sequence[str]:
        return () if one.state == "retracted" and one.body in self.decided else _pressing(one)

    def _to_send(self, one: Request) -> Iterator[str]:
        if (todo := one.todo(self.on)) is not None:
            yield f"{todo.why}: foidesk send --round {todo.round!r} --only {one.body}"

    def statistics(self) -> dict[str, Any]:
        """For the write-up: which bodies answered, and reviewed, on time, late, not yet; refusals by section."""
        timed: dict[str, list[str]] = {}
        reviewed: dict[str, list[str]] = {}
        for one in self.requests:
            timed.setdefault(_timing(one, self.on), []).append(one.body)
            if (review := one.review) is not None:
                known = not review.late or one.review_late
                reviewed.setdefault(_met(review, self.on) if known else UNKNOWN, []).append(one.body)
        sections = Counter(
            (outcome.section, one.body) for one in self.requests for outcome in one.outcomes if outcome.section
        )
        by_section: dict[str, list[str]] = {}
        for section, body in sections:
            by_section.setdefault(section, []).append(body)
        return {
            "asked": sum(one.state != "not sent" for one in self.requests),
            "timing": {name: sorted(bodies) for name, bodies in sorted(timed.items())},
            "reviews": {name: sorted(bodies) for name, bodies in sorted(reviewed.items())},
            "by_section": {name: sorted(bodies) for name, bodies in sorted(by_section.items())},
        }

    def states_csv(self) -> str:
        """One row a request, with the state in our terms and in Alaveteli's."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        head = ("body", "state", "described_state", "sent", "due", "replied", "days_late", "unconfirmed", "since")
        writer.writerow(head)
        for one in self.requests:
            row = one.as_json(self.on)
            sent = next((step["day"] for step in row["steps"] if step["step"] == "request"), "")
            met = one.answer.met.isoformat() if one.answer and one.answer.met else _replied(one)
            met = "" if one.unknown_day else met
            state = (row["body"], row["state"], row["alaveteli"])
            writer.writerow((*state, sent, row["due"], met, row["late"], len(row["suggested"]), since(one.steps)))
        return out.getvalue()

    def calendar(self) -> str:
        """Every open limit as a calendar file."""
        return calendar_file(self._entries(), self.stamp or f"{self.on.isoformat()}T00:00:00")

    def _entries(self) -> Iterator[tuple[str, date, str, str]]:
        for one in self.requests:
            for limit in one.limits:
                rule = limit.rule
                open_ = limit.begun(self.on) if limit.silent else one.refused
                needless = rule.whose == "ours" and not open_  # nobody asks for a review of a full answer
                if limit.due is not None and limit.met is None and not needless:
                    title = f"{one.name}: {rule.step} due"
                    note = f"{self.title}: {rule.amount} {rule.unit}, section {rule.section} ({rule.standing})"
                    yield f"{self.survey}.{one.body}-{rule.step.replace(' ', '-')}", limit.due, title, note


def track(survey: Survey, on: date | None = None) -> Tracking:
    """Where every request of the survey stands, today or on another day."""
    events = survey.store.events.all()
    stamp, definition = max((one.at for one in events), default=""), survey.definition
    results = survey.work.results
    open_ = {one.id for one in results.open_choices()}
    asked = [one for one in results.choices if one.kind == "withdrawn"]
    left = {one.body for one in asked if one.id in open_}
    decided = frozenset(one.body for one in asked) - left
    return Tracking(requests(survey), on or today(survey), stamp, definition.id, definition.title, decided)


def _to_fetch(one: Request) -> Iterator[str]:
    """Answers that stand on another site."""
    for step in one.elsewhere:
        yield f"download the answer of {spelt(step.day)} that WhatDoTheyKnow shows: foidesk receive FILE"


def _to_date(one: Request) -> Iterator[str]:
    """Letters of which it is not known when they came, or which are older than the request."""
    if one.unrecorded:
        kind = "fee paid" if one.unrecorded.startswith("fee") else "clarification given"
        day = one.wrote.isoformat() if one.wrote else "DAY"
        record = f"foidesk send --record {one.body} --round {kind!r} --on {day}"
        yield f"say when you answered ({one.unrecorded}): until then nobody knows if the answer was late: {record}"
    elif one.unknown_day:
        id = next(letter.id for letter in one.letters if not letter.dated)
        yield f"say on which day the answer came: foidesk receive --confirm {id} --on DAY"
    for letter in one.too_early:
        then = f"if so, take it out of replies/; if not: foidesk receive --confirm {letter.id} --on DAY"
        when = f"{letter.path} is of {spelt(letter.day)}, before the request was sent"
        yield f"{when}: does it answer another request? {then}"


def _to_confirm(one: Request) -> Iterator[str]:
    for letter in one.unconfirmed:
        if not letter.seen.sure:
            seen = ", ".join(event.event for event in letter.seen.suggested) or "nothing we know"
            yield f"say what {letter.path} is (perhaps {seen}): foidesk receive --confirm {letter.id}"


def _unsettled(one: Request) -> Iterator[str]:
    """The questions whose answer was not found and which the last letter to speak of them leaves to a person."""
    offers = {question: offer for letter in one.letters for question, offer in letter.offers().items()}
    for number, outcome in enumerate(one.outcomes, 1):
        if outcome.outcome == "no answer found" and number in offers:
            then = (
                f'foidesk decide --outcome {one.body} {outcome.question} --answer "{offers[number]}" --reason WHY'
            )
            yield f"say how {outcome.question!r} ended (perhaps {offers[number]}): {then}"


def _pressing(one: Request) -> Sequence[str]:
    """What expires or waits for us."""
    if one.state == "waiting in a portal":
        step = next(step for step in reversed(one.steps) if step.kind == "portal")
        until = f" by {spelt(step.until)}" if step.until else " now: such links expire"
        return (
            f"fetch the documents from the portal{until} (told on {spelt(step.day)}), and drop them into replies/",
        )
    return {
        "in doubt": (f"find out whether the letter went out: foidesk send --was-sent (or --not-sent) {one.body}",),
        "bounced": ("the letter came back: correct the address in bodies.csv, then send it again: foidesk send",),
        "clarification asked": (_wrote(one) or _ASKED.format(one.body),),
        "fee asked": (_FEE.format(one.body),),
        "retracted": ("they withdrew their answer: decide whether its figures stay (no figure has changed)",),
    }.get(one.state, ())  # fmt: skip


_ASKED = (
    "answer their question: the clock stands still until then; then: "
    "foidesk send --record {} --round 'clarification given' --on DAY"
)
_FEE = (
    "decide about the fee: the clock stands still until it is paid; then: "
    "foidesk send --record {} --round 'fee paid' --on DAY"
)


def _wrote(one: Request) -> str:
    """Our letter that a site tells of may answer what they asked: then the clock runs again, from its day."""
    if one.wrote is None:
        return ""
    record = f"foidesk send --record {one.body} --round 'clarification given' --on {one.wrote.isoformat()}"
    return f"you wrote on {spelt(one.wrote)}: if that answers their question, record it: {record}"


def _replied(one: Request) -> str:
    """The day of the last answer, where no clock runs."""
    return max((step.day.isoformat() for step in one.steps if step.kind in REPLIES), default="")


def _timing(one: Request, on: date) -> str:
    limit = one.answer
    if limit is None:
        return "no clock"
    if one.unknown_day:
        return "answered, our answer to them not recorded" if one.unrecorded else UNKNOWN
    return _met(limit, on)


UNKNOWN = "answered, day not known"


def _met(limit: Limit, on: date) -> str:
    if limit.met is not None:
        return "late" if limit.late else "on time"
    if limit.paused:
        return "paused"
    return "overdue" if limit.overdue(on) else "waiting"
