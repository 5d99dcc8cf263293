"""The outcomes as the replies word them, but as a person said where one did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..law import law
from ..model import UNREADABLE, Attached, Judgement, Outcome, SurveyDefinition

JOIN = "; "
"""Between outcome and section in the answer of such a decision."""


def corrected(
    outcomes: Iterable[Outcome], judgements: Sequence[Judgement], definition: SurveyDefinition
) -> tuple[tuple[Outcome, ...], tuple[Attached, ...]]:
    """The outcomes with those that a person stated in place, and what each such decision is attached to."""
    latest = {(one.evidence[0].body, one.evidence[0].variable): one for one in judgements if one.evidence}
    known = {(body.id, question.id) for body in definition.bodies for question in definition.questions}
    found = tuple(_said(one, latest.get((one.body, one.question)), definition) for one in outcomes)
    attached = tuple(
        Attached(one, f"outcome {body} {question}")
        if (body, question) in known
        else Attached(one, "", "the survey asks no such question of that body now")
        for (body, question), one in latest.items()
    )
    return found, attached


def _said(one: Outcome, judgement: Judgement | None, definition: SurveyDefinition) -> Outcome:
    if judgement is None or judgement.answer == UNREADABLE:
        return one
    outcome, _, section = judgement.answer.partition(JOIN)
    act = definition.body(one.body).law or definition.law
    title = law(act).title if act and section else ""
    return replace(one, outcome=outcome, section=section, act=title)
