"""The questions in the order in which the desk asks them: what would move a finding comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...model import OUTCOME, Choice, Finding, Locator, Observation, Query, Reading, digest, dumps
from ...store import QuestionRow
from .. import judging, left_open
from .views import sentence, views

if TYPE_CHECKING:
    from ..survey import Survey

ALIKE = ("coding", "reading")
"""Kinds of question that are asked together where they are the same question with the same suggestion."""
FEW = 3
ENDED = "coverage"
"""The recipe that tells how the questions ended."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the questions are laid out with."""

    survey: Survey
    observations: Mapping[str, Observation]
    readings: dict[str, Reading]
    paths: dict[str, str]


def questions(ground: Ground) -> Iterator[QuestionRow]:
    """Every question of the survey; the open ones laid out, the answered ones only named."""
    results, survey = ground.survey.work.results, ground.survey
    by_choice = {one.choice: one.judgement.id for one in results.attached if one.choice}
    by_choice |= left_open.answers(survey)
    every = (*results.choices, *left_open.questions(survey))
    moves = {one.id: moved(one, results.findings, ground.observations) for one in every}
    ranked = sorted(every, key=lambda one: _rank(one, moves[one.id]))
    places: dict[str, int] = {}
    for one in ranked:
        batch = _batch(one)
        place = places.setdefault(batch, len(places))
        evidence = judging.evidence_key(one.kind, judging.evidence_of(one, survey.definition.codebook.version))
        yield QuestionRow(
            one.id, place, batch, evidence, by_choice.get(one.id, ""), _laid_out(one, moves[one.id], ground)
        )


def _rank(one: Choice, moves: tuple[Finding, ...]) -> tuple[Any, ...]:
    headline = any(finding.query.headline for finding in moves)
    return (one.kind != "body", not headline, not moves, -one.weight, one.kind, one.question, one.body, one.id)


def _batch(one: Choice) -> str:
    """Questions with one batch are shown together: same words, same options, same suggestion, other places."""
    if one.kind not in ALIKE:
        return one.id
    suggested = next((option.id for option in one.options if option.suggested), "")
    return digest("batch", one.kind, one.question, one.variable, one.phrase, suggested)


def moved(
    one: Choice, findings: tuple[Finding, ...], observations: Mapping[str, Observation]
) -> tuple[Finding, ...]:
    """The findings whose value an answer can change: they ask about that body, measure and variable."""
    held = [observations[id] for option in one.options for id in option.observations if id in observations]
    return tuple(finding for finding in findings if _can_move(one, finding.query, held))


def _can_move(one: Choice, query: Query, held: list[Observation]) -> bool:
    if query.bodies and one.body and one.body not in query.bodies:
        return False
    asked = {*query.where, *query.of, *([query.by] if query.by else [])}
    if one.kind == "coding":
        return one.variable in asked
    if one.kind == OUTCOME:
        return query.recipe == ENDED
    if not held:
        return True
    return any(seen.measure == query.measure and asked <= set(seen.where) for seen in held)


def _laid_out(one: Choice, moves: tuple[Finding, ...], ground: Ground) -> dict[str, Any]:
    """The question as plain data, with its places as a page can show them."""
    definition = ground.survey.definition
    names = {body.id: body.name for body in definition.bodies}
    return {
        "id": one.id, "kind": one.kind, "question": one.question, "body": one.body,
        "body_name": names.get(one.body, one.body), "phrase": one.phrase, "weight": one.weight,
        "options": [{"id": o.id, "label": o.label, "suggested": o.suggested} for o in one.options],
        "moves": [finding.title for finding in moves[:FEW]], "moves_more": max(0, len(moves) - FEW),
        "headline": any(finding.query.headline for finding in moves),
        "views": views(one.locators, ground.readings, ground.paths),
        "instances": [_instance(place, ground) for place in one.locators], "choice": dumps(one),
    }  # fmt: skip


def _instance(place: Locator, ground: Ground) -> dict[str, Any]:
    return {"path": ground.paths.get(place.document, ""), **sentence(place, ground.readings.get(place.document))}
