"""How a question ended at a body, as a person says: a decision with its reason, in force until it is revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UnknownName
from ..model import OUTCOME, OUTCOMES, Evidence, Judgement
from .deciding import Decided, record
from .endings import JOIN

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
    outcome, section = _parted(said)
    now = next(one for one in survey.work.results.outcomes if (one.body, one.question) == (body, question))
    evidence = Evidence(asked.text, now.document, quote=now.words, variable=question, body=body)
    label = f"{outcome}, section {section}" if section else outcome
    answer = JOIN.join(part for part in (outcome, section) if part)
    return record(survey, Judgement("", "", who, OUTCOME, (evidence,), answer, label, reason))


def _parted(said: str) -> tuple[str, str]:
    """ "cost limit 12(1)" in outcome and section. `UnknownName` if it begins with no outcome."""
    for outcome in sorted(OUTCOMES, key=len, reverse=True):
        if said == outcome or said.startswith(f"{outcome} "):
            return outcome, said[len(outcome) :].strip()
    raise UnknownName(f"there is no outcome {said!r}", next=f"use one of: {', '.join(OUTCOMES)} (and a section)")
