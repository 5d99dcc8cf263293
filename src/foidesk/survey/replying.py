"""reply: the right of reply, drafted per body with its figures and their sources; asked, answered, or waived."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from .. import findings
from ..errors import Blocked, FoideskError
from ..model import Claim, Event, Finding, Locator, Observation, Support
from ..store.events import event
from ..store.files import write_atomically
from ..words.amounts import amount_words
from . import answering, reply_letters
from .requests import request_of, today
from .resting import rests

if TYPE_CHECKING:
    from .checking import Checked
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a body that is to be printed: what, value, rank and rate if there are, where it comes from.

    `of_all` is true where the finding is of all bodies together (a median), and this what the body gave for it.
    """

    finding: str
    title: str
    value: str
    unit: str
    rank: str
    sources: tuple[str, ...]
    rate: str = ""
    caveats: tuple[str, ...] = ()
    of_all: bool = False

    @property
    def beside(self) -> str:
        """What is printed beside the value: ", rank 2, 4.23 cases per 1,000 staff (people counted as cases)"."""
        told = "; ".join(caveat for caveat in self.caveats if rests(caveat))
        placed = (f", rank {self.rank}" if self.rank else "") + (f", {self.rate}" if self.rate else "")
        return placed + (f" ({told})" if told else "")


@dataclass(frozen=True, slots=True)
class RightOfReply:
    """Where the right of reply of one body stands; `state`: not asked, waiting, no answer, answered, waived."""

    body: str
    named: tuple[str, ...]
    state: str
    deadline: str = ""
    answer: str = ""

    @property
    def open(self) -> bool:
        return self.state in ("not asked", "waiting")


def figures(survey: Survey, body: str) -> tuple[Figure, ...]:
    """Every figure of the body in the findings, with rank and sources."""
    return tuple(
        _figure(finding, support)
        for finding in survey.work.results.findings
        for support in finding.supports
        if support.body == body
    )


def _figure(finding: Finding, part: Support) -> Figure:
    """In the part's own unit, and no closer than it may be shown."""
    support, rank = findings.public_part(part), ""
    if support.rank:
        first, last = support.rank
        rank = f"{first}" if first == last else f"{first} to {last}"
    sources = tuple(dict.fromkeys(f"{one.describe()}: “{one.quote}”" for one in support.locators))
    value, rate = support.value, support.rate.value if support.rate else None
    told = f"{amount_words(rate)} {rate.unit}" if rate else ""
    said = amount_words(value)
    of_all = finding.recipe in findings.OF_NO_BODY
    return Figure(
        finding.name, finding.title, said, value.unit, rank, sources, told, support.caveats, of_all
    )  # fmt: skip


def named(survey: Survey, checked: Checked | None) -> dict[str, list[str]]:
    """The bodies that the site ranks, or that the story ranks or names in an incident, and where."""
    found: dict[str, list[str]] = {}
    for finding in survey.work.results.findings:
        for support in finding.supports:
            if support.rank:
                found.setdefault(support.body, []).append(f"ranked in {finding.name}")
    cases = {one.id: body for body, one in _cases(survey)} if checked else {}
    for claim in checked.claims if checked else ():
        if claim.kind == "incident" and claim.part in cases:
            found.setdefault(cases[claim.part], []).append(f"incident in line {claim.line} of the story")
        for body in _placed(claim, survey):
            found.setdefault(body, []).append(f"ranked in line {claim.line} of the story")
    return found


def _placed(claim: Claim, survey: Survey) -> list[str]:
    """The bodies that a superlative of the story is said of: "Exampleton recorded the most"."""
    if claim.kind != "superlative" or not claim.reading:
        return []
    read = json.loads(claim.reading)
    said = {str(each.get("subject", "")) for each in (read if isinstance(read, list) else [read])}
    return sorted(said & {body.id for body in survey.definition.bodies})


def _cases(survey: Survey) -> Iterator[tuple[str, Observation]]:
    for delivery in survey.work.matched:
        extraction = survey.work.coded.get(delivery.id)
        for one in extraction.observations if extraction else ():
            yield delivery.body, one


def standing(survey: Survey, checked: Checked | None = None, on: date | None = None) -> tuple[RightOfReply, ...]:
    """Where the right of reply of each named body stands on a day."""
    events = survey.store.events.all()
    day = on or today(survey)
    return tuple(_standing(body, tuple(why), events, day) for body, why in sorted(named(survey, checked).items()))


def _standing(body: str, why: tuple[str, ...], events: Sequence[Event], on: date) -> RightOfReply:
    mine = [
        one
        for one in events
        if one.body in (body, "") and one.kind in ("reply asked", "reply answered", "reply waived")
    ]
    latest = {one.kind: one for one in mine}
    asked = latest.get("reply asked")
    deadline = dict(asked.details).get("deadline", "") if asked else ""
    if answered := latest.get("reply answered"):
        return RightOfReply(body, why, "answered", deadline, dict(answered.details).get("text", ""))
    if "reply waived" in latest:
        return RightOfReply(body, why, "waived", deadline)
    if asked is None:
        return RightOfReply(body, why, "not asked")
    return RightOfReply(body, why, "waiting" if on.isoformat() <= deadline else "no answer", deadline)


def incidents(survey: Survey, checked: Checked | None) -> dict[str, list[str]]:
    """What the story tells of each body, case by case: its own words, and the words of the reply behind them."""
    cases = {one.id: (body, one) for body, one in _cases(survey)} if checked else {}
    found: dict[str, list[str]] = {}
    for claim in checked.claims if checked else ():
        if claim.kind == "incident" and claim.part in cases:
            body, case = cases[claim.part]
            places = reply_letters.places_of((_fullest(case),), survey.work.names)
            source = "".join(f"\n    - read from {place}" for place in places)
            found.setdefault(body, []).append(f"- “{_whole(claim.text)}”{source}")
    return found


def _whole(text: str) -> str:
    """The words of a claim on one line; those of a part of a sentence end with an ellipsis."""
    words = " ".join(text.split())
    return words if words.endswith((".", "!", "?", "”", '"')) else f"{words} …"


def _fullest(case: Observation) -> Locator:
    """The longest words of a case: its row or its sentence, which holds the rest."""
    return max(case.locators(), key=lambda one: len(one.quote))


def draft(
    survey: Survey, deadline: date, only: Sequence[str] = (), checked: Checked | None = None
) -> tuple[str, ...]:
    """Writes right-of-reply/BODY.md for each body named: figures, rank, incidents, sources and the deadline."""
    written, told = [], incidents(survey, checked)
    for body in survey.definition.bodies:
        cases = told.get(body.id, [])
        if not (cases or figures(survey, body.id)) or (only and body.id not in only):
            continue
        path = survey.folder / "right-of-reply" / f"{body.id}.md"
        write_atomically(path, reply_letters.reply_letter(survey, body.id, deadline, cases).encode())
        written.append(path.relative_to(survey.folder).as_posix())
    return tuple(written)


def record(
    survey: Survey,
    body: str,
    kind: str,
    who: str,
    text: str = "",
    deadline: date | None = None,
    disputes: str = "",
) -> dict[str, str]:
    """Records that a body was asked, what it answered, or why a person does not ask it ("" for all bodies)."""
    if body:
        request_of(survey, body)
    if kind == "reply waived" and not text.strip():
        raise FoideskError("a waiver needs a reason", next='--reason "..."')
    details = {"who": who, "text": text} | ({"deadline": deadline.isoformat()} if deadline else {})
    details |= {"disputes": disputes} if disputes else {}
    document = survey.store.originals.keep(text.encode()) if kind == "reply answered" else ""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    with survey.store.writing():
        survey.store.events.append([event(kind, now, body=body, document=document, **details)])
    return {"body": body or "all", "recorded": kind}


@dataclass(frozen=True, slots=True)
class ReplyOrder:
    """One call of `reply`: draft for a deadline, or record that a body was asked, answered, or is not asked."""

    draft: date | None = None
    only: tuple[str, ...] = ()
    asked: str = ""
    deadline: date | None = None
    answered: str = ""
    text: str = ""
    waive: str = ""
    who: str = ""
    disputes: str = ""
    settle: str = ""


def reply(survey: Survey, order: ReplyOrder) -> list[dict[str, Any]]:
    """Does what was ordered; then where the right of reply of each named body stands."""
    if order.asked:
        if order.deadline is None:
            raise FoideskError("there is no deadline", next="--deadline 2026-03-31")
        record(survey, order.asked, "reply asked", order.who, deadline=order.deadline)
    elif order.answered:
        answering.check_disputes(survey, order.disputes)
        record(survey, order.answered, answering.ANSWERED, order.who, order.text, disputes=order.disputes)
    elif order.settle:
        answering.settle(survey, order.settle, order.who, order.text)
    elif order.waive:
        record(survey, "" if order.waive == "all" else order.waive, "reply waived", order.who, order.text)
    checked = survey.check() if (survey.folder / "story.md").exists() else None
    files = set(draft(survey, order.draft, order.only, checked)) if order.draft else set()
    events, on = survey.store.events.all(), today(survey)
    stands = {one.id: _standing(one.id, (), events, on) for one in survey.definition.bodies}
    stands |= {one.body: one for one in standing(survey, checked)}
    disputed = {one.body: one.what for one in answering.disputes(survey)}
    rows = [_row(stands[body.id], files) for body in survey.definition.bodies]
    return [row | {"disputed": disputed.get(row["body"], "")} for row in rows]


def _row(one: RightOfReply, files: set[str]) -> dict[str, Any]:
    """What the body was asked and said; one that is named nowhere need not be asked, but may have been."""
    path, unasked = f"right-of-reply/{one.body}.md", one.state == "not asked" and not one.named
    return {
        "body": one.body, "state": "not named" if unasked else one.state, "named": list(one.named),
        "deadline": one.deadline, "answer": one.answer, "draft": path if path in files else "",
    }  # fmt: skip


def gate(survey: Survey, checked: Checked | None) -> None:
    """Refuses to publish before every named body was asked and its time has passed, or a person says why not.

    A rehearsal names nobody real and is not held up.
    """
    embargo(survey)
    open = [] if survey.definition.rehearsal else [one for one in standing(survey, checked) if one.open]
    if open:
        bodies = ", ".join(f"{one.body} ({one.state})" for one in open[:4])
        raise Blocked(
            f"{len(open)} named body(ies) have not had their right of reply: {bodies}",
            next="`foidesk reply` shows each; ask and wait for the deadline, or `foidesk reply --waive BODY`",
        )


def embargo(survey: Survey, on: datetime | None = None) -> None:
    """Refuses before the embargo that `pack` has set."""
    until = embargo_until(survey)
    if until and (on or datetime.now(UTC)).isoformat() < until:
        raise Blocked(
            f"the figures are under embargo until {embargo_said(survey)}",
            next="wait, or set another: foidesk pack --embargo TIME; `foidesk publish --draft` stays possible",
        )


def embargo_said(survey: Survey) -> str:
    """The embargo that stands in the time zone that it was given in: in UTC it may read as the day before."""
    set_ = [dict(one.details) for one in survey.store.events.all() if one.kind == "embargo"]
    return set_[-1].get("said", "") or set_[-1].get("until", "") if set_ else ""


def embargo_until(survey: Survey) -> str:
    """The embargo that stands, in UTC (ISO 8601), or ""."""
    set_ = [one for one in survey.store.events.all() if one.kind == "embargo"]
    return dict(set_[-1].details).get("until", "") if set_ else ""
