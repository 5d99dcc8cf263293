"""How a question ended at a body, as a person says: a decision with its reason, in force until it is revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UnknownName
from ..model import OUTCOME, Evidence, Judgement, Question
from . import left_open
from .deciding import Decided, record
from .judging import evidence_of

if TYPE_CHECKING:
    from .survey import Survey


def correct(survey: Survey, body: str, question: str, said: str, who: str, reason: str) -> Decided:
    """Records the outcome: `said` is one of `OUTCOMES`, with a section after it ("refused 40(2)")."""
    definition = survey.definition
    if all(one.id != body for one in definition.bodies):
        raise UnknownName(f"there is no body {body!r}", next="ids stand in bodies.csv")
    asked = next((one for one in definition.questions if one.id == question), None)
    if asked is None:
        known = ", ".join(one.id for one in definition.questions)
        raise UnknownName(f"there is no question {question!r}", next=f"use one of: {known}")
    ended = left_open.option(*left_open.parted(said))
    evidence = _evidence(survey, body, asked)
    return record(survey, Judgement("", "", who, OUTCOME, evidence, ended.id, ended.label, reason))


def _evidence(survey: Survey, body: str, asked: Question) -> tuple[Evidence, ...]:
    """What the letter leaves open if it does, so that the desk knows the question answered; else what it says."""
    choice = left_open.asked_about(survey, body, asked.id)
    if choice is not None:
        return evidence_of(choice, survey.definition.codebook.version)
    now = left_open.now_said(survey, body, asked.id)
    return (Evidence(asked.text, now.document, quote=now.words, variable=asked.id, body=body),)
