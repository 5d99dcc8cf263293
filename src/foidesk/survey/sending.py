"""send: letters read over, drafted, recorded or sent; a dry run unless told otherwise, and never twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..errors import CannotFetch, CannotSend, FoideskError, SurveyFileError
from ..mail import Settings, settings
from ..mail.chase import REGULATOR, SUBJECTS, addressed, draft, spelt
from ..mail.checks import Remark
from ..mail.letter import fill
from ..mail.outgoing import (
    Outgoing,
    as_message,
    merge_sheet,
    message_id,
    plus,
    reference,
    whatdotheyknow_link,
    whatdotheyknow_search,
)  # fmt: skip
from ..mail.smtp import Refused, Smtp, Transport
from ..model import Event, PublicBody
from ..store.events import event
from ..store.files import write_atomically
from .letters import law_of
from .reading_over import our_letter
from .requests import REFUSED, Request, in_doubt, kept_days, request_of, requests

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Sent:
    """What was (or would be) sent, to whom, what is in doubt, and what stands in the way."""

    done: tuple[str, ...] = ()
    would: tuple[Outgoing, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    in_doubt: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    stopped: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain data for --json; letters by body, subject and recipient."""
        return {
            "done": list(self.done),
            "would": [
                {"body": one.body, "to": one.to, "subject": f"{one.subject} {one.reference}", "round": one.round}
                for one in self.would
            ],
            "skipped": [{"body": body, "why": why} for body, why in self.skipped],
            "in_doubt": list(self.in_doubt), "files": list(self.files), "stopped": self.stopped,
            "remarks": [asdict(one) for one in self.remarks],
        }  # fmt: skip


# ---------------------------------------------------------------- the letters


BY_HAND = ("clarification given", "fee paid", "reply asked")
"""Letters whose words no event gives: `send` only records them."""


@dataclass(frozen=True)
class Plan:
    """A round of letters: what was sent before, and what is due, looked up once for all bodies."""

    survey: Survey
    round: str
    on: date

    @cached_property
    def sent(self) -> dict[str, list[Event]]:
        """The "sent" events of each body, oldest first."""
        found: dict[str, list[Event]] = {}
        for one in self.survey.store.events.all():
            if one.kind == "sent":
                found.setdefault(one.body, []).append(one)
        return found

    @cached_property
    def requests(self) -> dict[str, Request]:
        return {one.body: one for one in requests(self.survey)}

    @cached_property
    def version(self) -> str:
        return version(self.survey)

    def _came_back(self, body: str) -> bool:
        """True if the request bounced and the address was put right since: then it goes out again."""
        address = self.survey.definition.body(body).email
        asked = [one for one in self.sent[body] if round_of(one) in ("request", "correction")]
        last = dict(asked[-1].details).get("to", "") if asked else ""
        return self.requests[body].state == "bounced" and bool(address) and last != address

    def skip(self, body: str) -> str:
        """Why no letter of this round goes to the body; "" if one does."""
        sent = self.sent.get(body, [])
        wordings = [dict(one.details).get("letter") for one in sent if round_of(one) in ("request", "correction")]
        if self.round == "request":
            if not sent or self._came_back(body):
                return ""
            return (
                "sent before" if self.version in wordings else "sent before in another wording: --round correction"
            )
        if not sent:
            return "the request itself has not been sent"
        if self.round == "correction":
            return "has this wording" if wordings[-1:] == [self.version] else ""
        if self.round in BY_HAND:
            return f"a letter that you write yourself; then record it: --record {body} --round {self.round!r}"
        todo = self.requests[body].todo(self.on)
        return "" if todo is not None and todo.round == self.round else "not due"


def compose(
    survey: Survey, round: str, only: Sequence[str], on: date
) -> tuple[list[Outgoing], list[tuple[str, str]]]:
    """The letters of a round that are still to go, and for each other body why none goes to it."""
    for one in only:
        request_of(survey, one)
    plan = Plan(survey, round, on)
    letters: list[Outgoing] = []
    skipped: list[tuple[str, str]] = []
    for body in survey.definition.bodies:
        if only and body.id not in only:
            continue
        reason = plan.skip(body.id)
        if reason:
            skipped.append((body.id, reason))
        else:
            letters.append(_outgoing(plan, body))
    return letters, skipped


def round_of(event: Event) -> str:
    return dict(event.details).get("round", "request")


def version(survey: Survey) -> str:
    """The wording of letter.md, as a short hash."""
    return sha256((survey.folder / "letter.md").read_bytes()).hexdigest()[:12]


def _values(survey: Survey, body: PublicBody, said: Settings) -> dict[str, str]:
    period = survey.definition.period
    act = law_of(survey, body.id)
    return {
        "body.name": body.name, "body.id": body.id, "body.email": body.email, "body.website": body.website,
        "survey.title": survey.definition.title, "reference": reference(survey.definition.id, body.id),
        "law.title": act.title if act else "", "applicant.name": said.sender.name,
        "applicant.address": said.sender.address, "applicant.email": said.sender.email,
        "applicant.organisation": said.sender.organisation,
        "period.from": spelt(period.start) if period else "",
        "period.to": spelt(period.end - timedelta(days=1)) if period else "",
    }  # fmt: skip


def _outgoing(plan: Plan, body: PublicBody) -> Outgoing:
    survey, round = plan.survey, plan.round
    said, letter = settings(survey.folder / "mail.toml"), our_letter(survey)
    values = _values(survey, body, said)
    sent = plan.sent.get(body.id, [])
    subject, text = fill(letter.subject, values), fill(letter.text, values)
    if round == "correction":
        first = (
            f"This replaces the wording of my request of {sent[0].at[:10]}. It is the same request, not a new one."
        )
        text = f"{first}\n\n{text}"
    elif round in SUBJECTS:
        subject, text = SUBJECTS[round].format(subject=subject), _chase(plan, body, said)
    return replace(slip(plan, body, said), subject=subject, text=text)


_MESSAGE_ID = re.compile(r"<[^<>\s]+@[^<>\s]+>")
"""What can stand in the thread of a mail; what a site or a sheet told of a sending has no such name."""


def _is_mail(one: Event, ours: str) -> bool:
    """True for a sending that a thread can name: of what was only recorded by hand there is no such mail."""
    recorded = round_of(one) in BY_HAND and one.name.startswith(ours)
    return bool(_MESSAGE_ID.fullmatch(one.name)) and not recorded


def slip(plan: Plan, body: PublicBody, said: Settings) -> Outgoing:
    """A letter without its words: to whom, and what it is known by."""
    id, sent = plan.survey.definition.id, plan.sent.get(body.id, [])
    number = 1 + sum(round_of(one) == plan.round for one in sent)
    one = Outgoing(
        body.id, body.name, body.email, "", "", plan.round, number, reference(id, body.id),
        message_id(id, body.id, plan.round, number, said.sender.email),
        plus(said.sender.email, id, body.id) if said.plus_address else "",
        tuple(one.name for one in sent if _is_mail(one, f"<{id}.{body.id}.")),
    )  # fmt: skip
    return replace(one, **addressed(law_of(plan.survey, body.id), said)) if plan.round == REGULATOR else one


def _chase(plan: Plan, body: PublicBody, said: Settings) -> str:
    one = plan.requests[body.id]
    todo = one.todo(plan.on)
    if todo is None or one.law is None:
        raise SurveyFileError(f"nothing is due for {body.id}", next="foidesk status says what is")
    asked = {q.id: f"{n}. {q.text}" for n, q in enumerate(plan.survey.definition.questions, 1)}
    refused = [
        (asked.get(o.question, o.question), o.outcome, o.section) for o in one.outcomes if o.outcome in REFUSED
    ]
    return draft(todo, one.steps, one.limits, one.law, body.name, said.sender.name, refused)


# ---------------------------------------------------------------- ways out


def drafts(survey: Survey, letters: Sequence[Outgoing]) -> tuple[str, ...]:
    """Writes unsent mails, a mail-merge sheet and links for WhatDoTheyKnow below outbox/; nothing is sent."""
    said = settings(survey.folder / "mail.toml")
    folder = survey.folder / "outbox"
    written = []
    for one in letters:
        path = folder / f"{one.body}-{_slug(one)}.eml"
        write_atomically(path, bytes(as_message(one, said.sender, None, unsent=True)))
        written.append(path)
    write_atomically(folder / "merge.csv", merge_sheet(letters).encode("utf-8-sig"))
    links = "".join(_link(survey, one) for one in letters)
    write_atomically(folder / "whatdotheyknow.md", (_LINKS + _public(said, letters) + links).encode())
    written += [folder / "merge.csv", folder / "whatdotheyknow.md"]
    return tuple(path.relative_to(survey.folder).as_posix() for path in written)


_LINKS = """# Links to send by hand

A link is filled in where bodies.csv says (`whatdotheyknow`) what the site calls the body:
`foidesk bodies --from all-authorities.csv --fill` takes that from the site's own list.
Elsewhere the link only looks the body up; take the letter from its draft there.

"""


LONGEST_LINK = 6000
"""More characters of a link than this are more than web servers take."""


def _public(said: Settings, letters: Sequence[Outgoing]) -> str:
    """A warning where what the site would publish holds the applicant's own address."""
    address = " ".join(said.sender.address.split())
    if not address or not any(address in " ".join(one.text.split()) for one in letters):
        return ""
    return "The site publishes every letter: take your own address out of it before you send.\n\n"


def _link(survey: Survey, one: Outgoing) -> str:
    url_name, draft = survey.definition.body(one.body).url_name, f"{one.body}-{_slug(one)}.eml"
    if one.round == REGULATOR:
        return f"- {one.body}: this goes to {one.name}, not through the site\n"
    if one.round != "request":
        return f"- {one.name}: write it in the thread of your request, not as a new one; its words: {draft}\n"
    if not url_name:
        return f"- look up: [{one.name}]({whatdotheyknow_search(one.name)})\n"
    link = whatdotheyknow_link(one, url_name, survey.definition.id)
    if len(link) > LONGEST_LINK:
        link = whatdotheyknow_link(replace(one, text=""), url_name, survey.definition.id)
        return f"- [{one.name}]({link}): the letter is too long for a link; put in its words from {draft}\n"
    return f"- [{one.name}]({link})\n"


def _slug(one: Outgoing) -> str:
    return f"{one.round.replace(' ', '-')}-{one.number}"


def details_of(survey: Survey, one: Outgoing, on: date) -> dict[str, str]:
    """What is kept of a letter: among it the days off that its deadline is counted with, for good."""
    act = law_of(survey, one.body)
    details = {"round": one.round, "reference": one.reference, "to": one.to, "letter": version(survey)}
    if one.round == "request" and act is not None:
        details |= {"law": act.id, "days_off": kept_days(act, on)}
    return details


def go(survey: Survey, letters: Sequence[Outgoing], transport: Transport | None = None) -> Sent:
    """Sends them, one message a body. What is in doubt from an earlier run is settled first, or left alone."""
    said = settings(survey.folder / "mail.toml")
    if said.smtp is None or not said.sender.email:
        raise SurveyFileError(
            "no mail server is set up", where="mail.toml", next="give [sender] email and [smtp] host"
        )
    if transport is not None:
        return _go(survey, letters, said, transport)
    with Smtp(said.smtp, said.per_minute) as smtp:
        return _go(survey, letters, said, smtp)


def _go(survey: Survey, letters: Sequence[Outgoing], said: Settings, transport: Transport) -> Sent:
    done: list[str] = []
    doubt: list[str] = []
    skipped: list[tuple[str, str]] = []
    for at, one in enumerate(letters, 1):
        try:
            result = _send_one(survey, one, said, transport)
        except Refused as error:
            return Sent(tuple(done), skipped=tuple(skipped), in_doubt=tuple(doubt), stopped=str(error))
        except CannotSend as error:
            return Sent(tuple(done), skipped=tuple(skipped), in_doubt=(*doubt, one.body), stopped=str(error))
        {"done": done, "doubt": doubt}.get(result, []).append(one.body)
        if result == "no address":
            where = "of the regulator in mail.toml" if one.round == REGULATOR else "in bodies.csv"
            skipped.append((one.body, f"no address {where}"))
        survey.progress("sending", at, len(letters))
    return Sent(tuple(done), skipped=tuple(skipped), in_doubt=tuple(doubt))


def _send_one(survey: Survey, one: Outgoing, said: Settings, transport: Transport) -> str:
    """Written down before and after: a kill in between leaves it in doubt, never sent twice."""
    if not one.to:
        return "no address"
    with survey.store.writing():
        events = [each for each in survey.store.events.all() if each.body == one.body]
        if any(each.kind == "sent" and each.name == one.id for each in events):
            return "before"
        trying = next((each for each in in_doubt(events) if each.name == one.id), None)
        if trying is not None:
            return _settle(survey, one, said, trying)
        now = datetime.now(UTC).replace(microsecond=0)
        message = as_message(one, said.sender, now)
        document = survey.store.originals.keep(bytes(message))
        attempt = str(1 + sum(each.kind == "sending" and each.name == one.id for each in events))
        details = details_of(survey, one, now.date())
        trying = event(
            "sending", now.isoformat(), body=one.body, document=document, name=one.id, attempt=attempt, **details
        )
        survey.store.events.append([trying])
        copies = [said.sender.email] if said.imap is not None else []
        try:
            transport.send(message, said.sender.email, [one.to, *copies])
        except Refused:
            end(survey, trying, was_sent=False, by="the mail server refused it")
            raise
        end(survey, trying, was_sent=True, by="smtp")
        return "done"


def end(survey: Survey, trying: Event, *, was_sent: bool, by: str) -> None:
    """Ends an attempt: sent, at the time it was tried, or not sent, and then it may be tried again."""
    details = dict(trying.details) | {"by": by}
    kind = "sent" if was_sent else "not sent"
    ended = event(kind, trying.at, body=trying.body, document=trying.document, name=trying.name, **details)
    survey.store.events.append([ended])


def _settle(survey: Survey, one: Outgoing, said: Settings, trying: Event) -> str:
    """Looks for our own copy in the mailbox: if it is there, the letter went out."""
    from ..mail.imap import holds

    try:
        there = said.imap is not None and holds(said.imap, one.id)
    except CannotFetch:
        there = False
    if not there:
        return "doubt"
    end(survey, trying, was_sent=True, by="smtp; our own copy came")
    return "done"


def resolve_doubt(survey: Survey, body: str, *, was_sent: bool, who: str) -> int:
    """Ends the doubts about a body's letters with what a person found out; gives how many."""
    request_of(survey, body)
    with survey.store.writing():
        doubts = in_doubt([each for each in survey.store.events.all() if each.body == body])
        for trying in doubts:
            end(survey, trying, was_sent=was_sent, by=f"{who} says so")
    if not doubts:
        raise FoideskError(f"no letter to {body} is in doubt", next="foidesk send lists those that are")
    return len(doubts)


def all_due(survey: Survey, on: date) -> Iterator[tuple[str, str, str]]:
    """Body, round and reason of each chasing letter that is due."""
    for one in requests(survey):
        if (todo := one.todo(on)) is not None:
            yield one.body, todo.round, todo.why
