"""How each question ended at each body: answered, in part, refused under which section, or silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foidesk.model import NOT_STATED, Delivery, Extraction, Outcome, Question, StatusSeen, SurveyDefinition

from .account import Account
from .matters import answers

ANEW = ("after review", "corrected")
REFUSALS = ("refused", "not held", "cost limit", "neither confirm nor deny")


@dataclass(frozen=True, slots=True)
class Seen:
    """A status that a reply states, with the document it stands in."""

    status: StatusSeen
    document: str


def outcomes(
    definition: SurveyDefinition,
    extractions: Mapping[str, Extraction],
    deliveries: Iterable[Delivery],
    accounts: Mapping[tuple[str, str], Account],
) -> tuple[Outcome, ...]:
    """One outcome for each body and question, in the order of bodies.csv."""
    sent = list(deliveries)
    found = []
    for body in definition.bodies:
        ours = [one for one in sent if one.body == body.id and not one.is_outside_foi]
        for question in definition.questions:
            found.append(_outcome(body.id, question, ours, extractions, accounts, definition))
    return tuple(found)


def _outcome(
    body: str,
    question: Question,
    deliveries: list[Delivery],
    extractions: Mapping[str, Extraction],
    accounts: Mapping[tuple[str, str], Account],
    definition: SurveyDefinition,
) -> Outcome:
    own = _of_its_own(question, definition)
    if not deliveries:
        return Outcome(body, question.id, "no reply")
    seen = _statuses(question.id, deliveries, extractions)
    refusal = next((one for one in seen if one.status.outcome in REFUSALS), None)
    replied = any(extractions[one.id].observations for one in deliveries if one.id in extractions)
    answer = _answered(body, question, accounts, own) if replied else ""
    if answer == "full" and _is_given_anew(question, deliveries, extractions, definition.questions):
        refusal = None
    if refusal is not None:
        return _from(body, question.id, "partial" if answer else refusal.status.outcome, refusal)
    if answer:
        partial = next((one for one in seen if one.status.outcome == "partial" and one.status.question), None)
        return _from(body, question.id, "partial" if partial else answer, partial)
    stated = next((one for one in seen if not question.measures and not question.variables), None)
    return _from(body, question.id, stated.status.outcome if stated else "no answer found", stated)


def _is_given_anew(
    question: Question,
    deliveries: list[Delivery],
    extractions: Mapping[str, Extraction],
    questions: tuple[Question, ...],
) -> bool:
    """True if a review or a correction gives what was refused before, itself or in what came with it."""
    later = {
        one.document
        for one in deliveries
        if one.id in extractions and (version := extractions[one.id].version) is not None
        if version.kind in ANEW and (not version.questions or question.id in version.questions)
    }
    return any(
        answers(seen, (question.id,), questions)
        for one in deliveries
        if one.id in extractions and {one.document, one.parent} & later
        for seen in extractions[one.id].observations
    )


def _from(body: str, question: str, outcome: str, seen: Seen | None) -> Outcome:
    if seen is None:
        return Outcome(body, question, outcome)
    words = seen.status.locator.quote if seen.status.locator else ""
    return Outcome(body, question, outcome, seen.status.section, seen.status.act, words, seen.document)


def _statuses(question: str, deliveries: list[Delivery], extractions: Mapping[str, Extraction]) -> list[Seen]:
    """What the replies say of this question, then what they say of the whole letter."""
    all_seen = [
        Seen(status, delivery.document)
        for delivery in deliveries
        if delivery.id in extractions
        for status in extractions[delivery.id].statuses
    ]
    own = [seen for seen in all_seen if seen.status.question == question]
    return own or [seen for seen in all_seen if not seen.status.question]


def _of_its_own(question: Question, definition: SurveyDefinition) -> frozenset[str]:
    """The measures that no other question asks for."""
    others = {id for one in definition.questions if one.id != question.id for id in one.measures}
    return frozenset(question.measures) - others


def _answered(
    body: str, question: Question, accounts: Mapping[tuple[str, str], Account], its_own: frozenset[str]
) -> str:
    """ "full", "partial" or "" by what the figures themselves cover.

    A question for a breakdown is answered in part by a bare figure of a measure that it alone asks for.
    """
    ours = [account for (name, _), account in accounts.items() if name == body and not account.is_empty]
    if question.variables:
        bare = any(account.measure.id in its_own for account in ours)
        return _covers(ours, question.variables) or ("partial" if bare else "")
    own = [account for account in ours if account.measure.id in question.measures]
    return "full" if any(account.total() for account in own) else "partial" if own else ""


def _covers(accounts: list[Account], variables: tuple[str, ...]) -> str:
    spoken = [account for account in accounts if account.variables() & set(variables)]
    if not spoken:
        return ""
    left = [a.answer({v: (NOT_STATED,)}, "stated") for a in spoken[:1] for v in variables]
    return "full" if all(one is not None and one.count.hi == 0 for one in left) else "partial"
