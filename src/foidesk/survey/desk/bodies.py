"""A body's page: letters both ways, deliveries, status by question, numbers, statements, decisions, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...model import (
    Choice,
    Delivery,
    Event,
    Extraction,
    Issue,
    Judgement,
    Observation,
    Outcome,
    PublicBody,
    SurveyDefinition,
)  # fmt: skip
from ...model.places import PagePlace, place_text
from ...words.amounts import amount_words
from .. import left_open

if TYPE_CHECKING:
    from ..survey import Survey

MOST_STATEMENTS, LONGEST_LETTER = 300, 8000


@dataclass(frozen=True, slots=True)
class Files:
    """A body's share of the evidence, gathered once for all bodies."""

    deliveries: Mapping[str, list[Delivery]]
    choices: Mapping[str, list[Choice]]
    judgements: Mapping[str, list[Judgement]]
    answers: Mapping[str, str]
    outcomes: Mapping[str, list[Outcome]]
    issues: Mapping[str, list[Issue]]
    events: Mapping[str, list[Event]]


def body_cards(survey: Survey) -> list[dict[str, Any]]:
    """One card a body, in the order of bodies.csv."""
    files = _gather(survey)
    return [_card(survey, body, files) for body in survey.definition.bodies]


def _gather(survey: Survey) -> Files:
    results = survey.work.results
    judgements: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in survey.work.judgements:
        for body in dict.fromkeys(one.body for one in judgement.evidence):
            judgements[body].append(judgement)
    answers = {
        one.choice: one.judgement.answer_label or one.judgement.answer for one in results.attached if one.choice
    }
    labels = {one.id: one.answer_label or one.answer for one in survey.work.judgements}
    answers |= {choice: labels[id] for choice, id in left_open.answers(survey).items()}
    return Files(
        _by_body(survey.work.deliveries), _by_body((*results.choices, *left_open.questions(survey))), judgements,
        answers,
        _by_body(results.outcomes), _by_body(results.issues), _by_body(survey.store.events.all()),
    )  # fmt: skip


def _by_body(every: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for one in every:
        found[one.body].append(one)
    return found


def _card(survey: Survey, body: PublicBody, files: Files) -> dict[str, Any]:
    deliveries = files.deliveries.get(body.id, [])
    extractions = {one.id: survey.work.coded[one.id] for one in deliveries if one.id in survey.work.coded}
    outcomes = files.outcomes.get(body.id, [])
    events = files.events.get(body.id, [])
    return {
        "id": body.id, "name": body.name, "law": body.law or survey.definition.law, "email": body.email,
        "website": body.website, "about": body.note, "state": state(outcomes, bool(deliveries)),
        "outcomes": [_outcome(one, survey.definition) for one in outcomes],
        "letters": [*_sent(events), *filter(None, (_letter(survey, one) for one in deliveries))],
        "deliveries": [_delivery(one, extractions.get(one.id)) for one in deliveries],
        "numbers": _numbers(extractions.values()),
        "open_numbers": [
            {"text": seen.text, "quote": seen.locator.quote, "document": seen.locator.document,
             "place": place_text(seen.locator.place), "in": seen.locator.place.describe()}
            for one in extractions.values() for seen in one.open_numbers()
        ],
        "statements": _statements(extractions.values(), survey.definition),
        "more_statements": max(0, sum(len(one.observations) for one in extractions.values()) - MOST_STATEMENTS),
        "questions": [
            {"id": one.id, "kind": one.kind, "question": one.question, "answer": files.answers.get(one.id, "")}
            for one in files.choices.get(body.id, [])
        ],
        "decisions": [
            {"id": one.id, "at": one.at[:16].replace("T", " "), "who": one.who, "kind": one.kind,
             "answer": one.answer_label or one.answer, "reason": one.reason, "note": one.note,
             "question": one.evidence[0].question if one.evidence else ""}
            for one in files.judgements.get(body.id, [])
        ],
        "issues": [
            {"what": one.what, "next": one.next, "severity": one.severity, **_pictured(one)}
            for one in files.issues.get(body.id, [])
        ],
        "notes": [
            {"at": one.at[:16].replace("T", " "), **dict(one.details)}
            for one in events if one.kind == "note"
        ],
    }  # fmt: skip


def _pictured(issue: Issue) -> dict[str, str]:
    """The document and the place on a page that the issue is about, if it is about one."""
    at = next((one for one in issue.locators if isinstance(one.place, PagePlace)), None)
    return {"document": at.document, "place": place_text(at.place)} if at else {}


def summary(card: dict[str, Any]) -> dict[str, Any]:
    """What a list of bodies shows of one."""
    shown = {key: card[key] for key in ("id", "name", "state", "numbers")}
    still = sum(not one["answer"] for one in card["questions"])
    return shown | {"deliveries": len(card["deliveries"]), "questions_open": still}


def state(outcomes: list[Any], replied: bool) -> str:
    """Where a body stands, in one word or two."""
    kinds = {one.outcome for one in outcomes}
    if kinds & {"full", "partial"}:
        return "answered" if kinds <= {"full"} else "answered in part"
    if kinds & {"refused", "cost limit", "neither confirm nor deny"}:
        return "refused"
    return "no answer found" if replied else "no reply"


def _outcome(one: Any, definition: SurveyDefinition) -> dict[str, Any]:
    texts = {question.id: question.text for question in definition.questions}
    section = f"section {one.section}" if one.section else ""
    return {"question": texts.get(one.question, one.question), "outcome": one.outcome, "section": section,
            "words": one.words, "document": one.document}  # fmt: skip


def _sent(events: list[Event]) -> list[dict[str, Any]]:
    return [
        {"way": "out", "date": one.at[:10], "from": "us", "subject": dict(one.details).get("subject", one.name),
         "text": dict(one.details).get("text", ""), "document": one.document}
        for one in events if one.kind == "sent"
    ]  # fmt: skip


def _letter(survey: Survey, delivery: Delivery) -> dict[str, Any] | None:
    """A mail as it came, without what is sealed."""
    reading = survey.work.reading(delivery)
    if reading.envelope is None:
        return None
    words = "\n".join(part.text for part in reading.visible_parts())
    return {
        "way": "in", "date": (reading.envelope.date or delivery.date)[:10], "subject": reading.envelope.subject,
        "from": reading.envelope.sender_name or reading.envelope.sender, "text": words[:LONGEST_LETTER],
        "cut": max(0, len(words) - LONGEST_LETTER), "document": delivery.document,
    }  # fmt: skip


def _delivery(one: Delivery, extraction: Extraction | None) -> dict[str, Any]:
    numbers = _numbers([extraction] if extraction else [])
    return {"path": one.path, "name": one.name, "document": one.document, "date": one.date[:10],
            "matched_by": one.matched_by, "inside": bool(one.parent), "numbers": numbers,
            "kind": extraction.kind if extraction else ""}  # fmt: skip


def _numbers(extractions: Any) -> dict[str, int]:
    found = {"read": 0, "ignored": 0, "open": 0}
    for one in extractions:
        for seen in one.account:
            found[seen.status] += seen.count
    return found


def _statements(extractions: Any, definition: SurveyDefinition) -> list[dict[str, Any]]:
    every = [one for extraction in extractions for one in extraction.observations]
    return [_statement(one, definition) for one in every[:MOST_STATEMENTS]]


def _statement(one: Observation, definition: SurveyDefinition) -> dict[str, Any]:
    place = one.places.get("value") or next(iter(one.places.values()))
    variables = {variable.id: variable for variable in definition.codebook.variables}
    labels = []
    for id, said in one.where.items():
        known = {category.id: category.label for category in variables[id].categories} if id in variables else {}
        labels.append(" or ".join(known.get(c, c) for c in said.categories) or f"“{said.phrase}”")
    value = amount_words(one.amount) if one.amount else getattr(one.value, "reason", "") or "words"
    return {"value": value, "measure": one.measure, "role": one.role, "where": ", ".join(labels),
            "period": one.period.describe() if one.period else "",
            "by": one.accepted_by or "not accepted yet", "document": place.document,
            "place": place_text(place.place), "in": place.place.describe(), "quote": place.quote}  # fmt: skip
