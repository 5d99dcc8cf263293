"""Where a request stands: three axes folded from its events, never merged into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

CORRESPONDENCE = (
    "not sent", "in doubt", "sent", "bounced", "acknowledged", "clarification asked", "fee asked", "extended",
    "transferred", "waiting in a portal", "part reply", "replied", "under review", "reviewed",
    "with the regulator", "retracted",
)  # fmt: skip

_AFTER = {
    "request": "sent",
    "correction sent": "sent",
    "clarification given": "acknowledged",
    "fee paid": "acknowledged",
    "bounce": "bounced",
    "acknowledged": "acknowledged",
    "clock restarted": "acknowledged",
    "clarification asked": "clarification asked",
    "fee asked": "fee asked",
    "extended": "extended",
    "transferred": "transferred",
    "portal": "waiting in a portal",
    "part reply": "part reply",
    "final reply": "replied",
    "correction": "replied",
    "review asked": "under review",
    "review outcome": "reviewed",
    "regulator asked": "with the regulator",
    "regulator": "with the regulator",
    "retraction": "retracted",
}
"""What each step makes of the correspondence; steps that are not here change nothing (holding, auto-reply)."""

_NO_STEP_BACK = ("part reply", "replied", "under review", "reviewed", "with the regulator", "retracted")
_EARLY = ("acknowledged", "sent")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of one request: what, on which day, whether a person confirmed it, and the words it rests on."""

    kind: str
    day: date
    confirmed: bool = True
    words: str = ""
    document: str = ""
    until: date | None = None
    dated: bool = True
    """False where the letter bears no day of its own: `day` is then the day on which it was taken in."""


def correspondence(steps: Iterable[Step]) -> str:
    """The correspondence state after the steps, in order of day."""
    return _last(steps)[0]


def since(steps: Iterable[Step]) -> str:
    """The day (ISO 8601) of the step that the correspondence state rests on; "" if nothing was sent."""
    step = _last(steps)[1]
    return step.day.isoformat() if step is not None else ""


def _last(steps: Iterable[Step]) -> tuple[str, Step | None]:
    state, by = "not sent", None
    for step in sorted(steps, key=lambda one: one.day):
        after = _AFTER.get(step.kind, "")
        if after and not (after in _EARLY and state in _NO_STEP_BACK):
            state, by = after, step
    return state, by


ALAVETELI = {
    "sent": "waiting_response",
    "bounced": "error_message",
    "acknowledged": "waiting_response",
    "clarification asked": "waiting_clarification",
    "fee asked": "waiting_clarification",
    "extended": "waiting_response",
    "transferred": "waiting_response",
    "waiting in a portal": "gone_postal",
    "part reply": "waiting_response",
    "under review": "internal_review",
    "retracted": "attention_requested",
}
"""Correspondence states in Alaveteli's terms, where the correspondence decides."""

FROM_STATE = {
    "bounced": "bounce", "acknowledged": "acknowledged", "clarification asked": "clarification asked",
    "fee asked": "fee asked", "extended": "extended", "transferred": "transferred",
    "waiting in a portal": "portal",
    "part reply": "part reply", "replied": "final reply", "under review": "review asked",
    "reviewed": "review outcome", "with the regulator": "regulator asked", "retracted": "retraction",
}  # fmt: skip
"""The step that each of our own states tells of, when a sheet of states is taken in."""
AFTER_REPLY = ("under review", "reviewed", "with the regulator", "retracted")
"""States that an answer went before."""

FROM_ALAVETELI = {
    "waiting_response": "request",
    "waiting_clarification": "clarification asked",
    "gone_postal": "portal",
    "not_held": "final reply",
    "rejected": "final reply",
    "successful": "final reply",
    "partially_successful": "final reply",
    "internal_review": "review asked",
    "error_message": "bounce",
    "user_withdrawn": "withdrawn",
}
"""The step that each of Alaveteli's described states tells of; others are left to a person."""


ELSEWHERE = "answer elsewhere"
"""A step that tells that an answer stands on a site; what it says stands in the answer, which is to be fetched."""
OWN = "letter of ours"
"""A step that tells that we wrote again, on a site; what we wrote, a person says."""


def alaveteli(state: str, outcomes: Sequence[str], told: str = "") -> str:
    """The request in Alaveteli's terms, which has one axis for our three: once replied, the outcome decides.

    `told` is what a person said of it there; it holds while nothing of the answer is known here.
    """
    if state in ALAVETELI:
        return ALAVETELI[state]
    kinds = set(outcomes) - {"none", "no reply", "no answer found"}
    if not kinds and FROM_ALAVETELI.get(told) == "final reply" and state in ("replied", "reviewed"):
        return told
    if not kinds:
        return "waiting_classification" if state != "not sent" else ""
    if kinds <= {"full", "nil"}:
        return "successful"
    if kinds <= {"not held"}:
        return "not_held"
    return "partially_successful" if kinds & {"full", "nil", "partial"} else "rejected"
