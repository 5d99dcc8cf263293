"""Letters that chase: reminder, internal review, complaint, drafted from what happened; a person sends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..law import AccessLaw, ClockRule
from ..law.clock import Limit
from .settings import Settings
from .state import Step

SUBJECTS = {
    "reminder": "Overdue: {subject}",
    "review asked": "Request for review: {subject}",
    "regulator asked": "Complaint: {subject}",
}


REGULATOR = "regulator asked"
"""The letter that goes to the regulator, and not to the body."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done for one body today: the round of the letter, why, and since when."""

    body: str
    round: str
    why: str
    since: date | None


def due(body: str, steps: Sequence[Step], limits: Sequence[Limit], refused: bool, today: date) -> Due | None:
    """The next letter for a body: a reminder once late or past its own day, then a review, then the regulator."""
    kinds = {step.kind for step in steps}
    answer = next((limit for limit in limits if limit.rule.after == "request"), None)
    review = next((limit for limit in limits if limit.rule.after == "review asked"), None)
    complaint = next((limit for limit in limits if limit.rule.after == "review outcome"), None)
    if review is not None and review.overdue(today) and REGULATOR not in kinds:
        return Due(body, REGULATOR, "the review is overdue", review.due)
    waits = review is not None and review.met is None
    after = complaint is not None and not complaint.silent and _open(complaint, today) and not waits
    if refused and complaint is not None and after and REGULATOR not in kinds:
        why = f"refused after the review too; the regulator can be asked until {complaint.due}"
        return Due(body, REGULATOR, why, complaint.start)
    asking = next((limit for limit in limits if limit.rule.after == "final reply"), None)
    if answer is not None and answer.overdue(today) and "review asked" not in kinds:
        if asking is not None and asking.silent and _open(asking, today):
            why = f"no answer in time; a review can be asked for until {asking.due}"
            return Due(body, "review asked" if "reminder" in kinds else "reminder", why, answer.due)
        if "reminder" in kinds:
            return Due(body, "review asked", "no answer after a reminder", answer.due)
        return Due(body, "reminder", "no answer in time", answer.due)
    if answer is not None and answer.broken(today) and not kinds & {"reminder", "review asked"}:
        return Due(body, "reminder", f"the body said that it would answer by {answer.named}", answer.named)
    if refused and asking is not None and not asking.silent and _open(asking, today):
        return Due(body, "review asked", f"refused; a review can be asked for until {asking.due}", asking.start)
    return None


def _open(limit: Limit, today: date) -> bool:
    return limit.met is None and limit.due is not None and today <= limit.due


def addressed(law: AccessLaw | None, said: Settings) -> dict[str, Any]:
    """To whom a complaint goes: the regulator of the law, at the address that mail.toml gives; in no thread."""
    name = (law.regulator if law else "") or "the regulator"
    return {"name": name, "to": said.regulators.get(law.id, "") if law else "", "answers": ()}


Refused = tuple[str, str, str]
"""A question that was refused: its number and words, the outcome, and the section relied on."""


def draft(
    one: Due, steps: Sequence[Step], limits: Sequence[Limit], law: AccessLaw, name: str, applicant: str,
    refused: Sequence[Refused] = (),
) -> str:  # fmt: skip
    """The letter, from the events only: dates, sections, what was asked and not answered."""
    to = addressed(law, Settings())["name"] if one.round == REGULATOR else name
    history = "\n".join(
        f"- {spelt(step.day)}: {_happened(step, one.round)}" for step in sorted(steps, key=lambda s: s.day)
    )
    sent = _last(steps, "request")
    whom = name if one.round == REGULATOR else "you"
    opening = f"On {spelt(sent.day)} I asked {whom} for information under the {law.title}." if sent else ""
    parts = [f"Dear {to},", f"{opening} {_asks(one, steps, limits, law)}"]
    if refused and one.round != "reminder":
        parts += ["What was refused:", "\n".join(_refusal(each, law) for each in refused)]
    parts += ["What has happened so far:", history, "Yours faithfully,", applicant]
    return "\n\n".join(parts) + "\n"


def _asks(one: Due, steps: Sequence[Step], limits: Sequence[Limit], law: AccessLaw) -> str:
    answer = next((limit for limit in limits if limit.rule.after == "request"), None)
    after, asked = _last(steps, "review outcome"), _last(steps, "review asked")
    if after is not None and asked is not None and after.day < asked.day:
        after = None  # of an earlier review
    kind = "complaint after review" if one.round == REGULATOR and after else one.round
    if one.round == "reminder" and answer is not None and answer.named == one.since:
        kind = "reminder of their own day"
    if one.round == "review asked" and answer is not None and answer.met is not None and not answer.late:
        kind = "review of an answer in time"
    return _ASKS[kind].format(
        named=spelt(answer.named) if answer and answer.named else "",
        due=spelt(answer.due) if answer and answer.due else "",
        rule=_rule(answer.rule, law) if answer else "",
        law=law.title,
        after=spelt(after.day) if after else "",
        asked=spelt(asked.day) if asked else "",
        late=_lateness(after, limits, law),
    )


def _lateness(outcome: Step | None, limits: Sequence[Limit], law: AccessLaw) -> str:
    """ " That outcome came late: it was due by ...", of the outcome of a review that came after that day."""
    review = next((limit for limit in limits if limit.rule.after == "review asked"), None)
    if outcome is None or not outcome.dated or review is None or not review.late or review.due is None:
        return ""
    return f" That outcome came late: it was due by {spelt(review.due)} ({_rule(review.rule, law)})."


def _rule(rule: ClockRule, law: AccessLaw) -> str:
    """ "section 10", or that the limit is one of good practice and not of the law."""
    return "by the code of practice" if rule.standing == "guidance" else f"{law.unit} {rule.section}"


def _last(steps: Sequence[Step], kind: str) -> Step | None:
    return next((step for step in sorted(steps, key=lambda s: s.day, reverse=True) if step.kind == kind), None)


def _happened(step: Step, round: str) -> str:
    """The step as its reader knows it: the body, or the regulator, to whom the body is another."""
    said = _HAPPENED.get(step.kind, step.kind)
    return said if round != REGULATOR else re.sub(r"\byour\b", "their", re.sub(r"\byou\b", "them", said))


def _refusal(one: Refused, law: AccessLaw) -> str:
    question, outcome, section = one
    under = f" ({law.unit} {section})" if section else ""
    return f"- {question}: {outcome}{under}"


_HAPPENED = {
    "request": "my request",
    "letter of ours": "my further letter",
    "correction": "a corrected answer from you",
    "clarification asked": "your question what I meant",
    "clarification given": "my answer to it",
    "fee asked": "your notice of a fee",
    "fee paid": "the fee paid",
    "acknowledged": "your acknowledgement",
    "auto-reply": "an automatic reply",
    "extended": "your notice that you need more time",
    "transferred": "your notice of a transfer",
    "holding": "your note that the answer is still being prepared",
    "part reply": "your answer in part",
    "final reply": "your answer",
    "portal": "your note that the answer is to be fetched",
    "bounce": "my letter returned by a mail server",
    "reminder": "my reminder",
    "review asked": "my request for a review",
    "review outcome": "your outcome of the review",
    "regulator asked": "my complaint to the regulator",
}
"""Each step as the body that reads the letter knows it."""

_ASKS = {
    "reminder": (
        "An answer was due by {due} ({rule}). I have not had one. Please tell me when I will, "
        "and send now whatever part is ready."
    ),
    "reminder of their own day": (
        "You wrote that you would answer by {named}. I have not had an answer. Please tell me when I will, and "
        "send now whatever part is ready."
    ),
    "review asked": (
        "I ask for a review of how it was handled. Please look again at whether each exemption applies to each "
        "question, at the public interest where it has to be weighed, and at the time taken; an answer was due by "
        "{due} ({rule})."
    ),
    "review of an answer in time": (
        "I ask for a review of how it was handled. Please look again at whether each exemption applies to each "
        "question, and at the public interest where it has to be weighed."
    ),
    REGULATOR: (
        "I asked for a review on {asked} and have had no outcome. Please decide whether my request was dealt with "
        "as the law requires. The correspondence is enclosed."
    ),
    "complaint after review": (
        "I asked for a review on {asked}; its outcome of {after} leaves refused what is named below.{late} "
        "Please decide whether my request was dealt with as the law requires. The correspondence is enclosed."
    ),
}


def spelt(day: date) -> str:
    """ "4 March 2026"."""
    return f"{day.day} {day:%B %Y}"
