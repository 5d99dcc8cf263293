"""Letters that chase: reminder, internal review, complaint, drafted from what happened; a person sends them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..law import AccessLaw
from ..law.clock import Limit
from .state import Step

SUBJECTS = {
    "reminder": "Overdue: {subject}",
    "review asked": "Request for review: {subject}",
    "regulator asked": "Complaint: {subject}",
}


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done for one body today: the round of the letter, why, and since when."""

    body: str
    round: str
    why: str
    since: date | None


def due(body: str, steps: Sequence[Step], limits: Sequence[Limit], refused: bool, today: date) -> Due | None:
    """The next letter for a body: a reminder once late, a review if still late or refused, then the regulator."""
    kinds = {step.kind for step in steps}
    answer = next((limit for limit in limits if limit.rule.after == "request"), None)
    review = next((limit for limit in limits if limit.rule.after == "review asked"), None)
    if review is not None and review.overdue(today) and "regulator asked" not in kinds:
        return Due(body, "regulator asked", "the review is overdue", review.due)
    if answer is not None and answer.overdue(today) and "review asked" not in kinds:
        if "reminder" in kinds:
            return Due(body, "review asked", "no answer after a reminder", answer.due)
        return Due(body, "reminder", "no answer in time", answer.due)
    asking = next((limit for limit in limits if limit.rule.after == "final reply"), None)
    if refused and asking is not None and asking.met is None and asking.due is not None and today <= asking.due:
        return Due(body, "review asked", f"refused; a review can be asked for until {asking.due}", asking.start)
    return None


def draft(
    one: Due, steps: Sequence[Step], limits: Sequence[Limit], law: AccessLaw, name: str, applicant: str
) -> str:
    """The letter, from the events only: dates, sections, what was asked and not answered."""
    sent = next((step.day for step in steps if step.kind == "request"), None)
    answer = next((limit for limit in limits if limit.rule.after == "request"), None)
    history = "\n".join(
        f"- {spelt(step.day)}: {_HAPPENED.get(step.kind, step.kind)}"
        for step in sorted(steps, key=lambda s: s.day)
    )
    opening = f"On {spelt(sent)} I asked {name} for information under the {law.title}." if sent else ""
    asks = _ASKS[one.round].format(
        due=spelt(answer.due) if answer and answer.due else "",
        rule=f"{law.unit} {answer.rule.section}" if answer else "",
        law=law.title,
    )
    parts = [
        f"Dear {name},",
        f"{opening} {asks}",
        "What has happened so far:",
        history,
        "Yours faithfully,",
        applicant,
    ]
    return "\n\n".join(parts) + "\n"


_HAPPENED = {
    "request": "my request",
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
}
"""Each step as the body that reads the letter knows it."""

_ASKS = {
    "reminder": (
        "An answer was due by {due} ({rule}). I have not had one. Please tell me when I will, "
        "and send now whatever part is ready."
    ),
    "review asked": (
        "I ask for a review of how it was handled. Please look again at whether each exemption applies to each "
        "question, at the public interest where it has to be weighed, and at the time taken; an answer was due by "
        "{due} ({rule})."
    ),
    "regulator asked": (
        "I asked for a review and have had no outcome. I am complaining to the regulator, and enclose the "
        "correspondence."
    ),
}


def spelt(day: date) -> str:
    """ "4 March 2026"."""
    return f"{day.day} {day:%B %Y}"
