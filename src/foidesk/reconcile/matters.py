"""Which question of a survey a statement answers: letters correct, review and withdraw answers one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from foidesk.model import Observation, Question


def answers(seen: Observation, asked: Collection[str], questions: Iterable[Question]) -> bool:
    """True if the statement answers one of the questions named (by id); all do where none is named."""
    listed = [question for question in questions if not question.measures or seen.measure in question.measures]
    told = [question for question in listed if question.variables and seen.where.keys() & set(question.variables)]
    plain = [question for question in listed if not question.variables]
    return not asked or any(question.id in asked for question in told or plain or listed)


def without(seen: Observation, asked: Collection[str], questions: Collection[Question]) -> Observation | None:
    """What is left of a statement where some questions lose their answer.

    A case of a list stays a case, if another question asks for the cases: it loses what it says to those.
    """
    if not answers(seen, asked, questions):
        return seen
    lost = {name for question in questions if question.id in asked for name in question.variables}
    if not lost or seen.role != "case row":
        return None
    left = replace(seen, where={name: words for name, words in seen.where.items() if name not in lost})
    return None if answers(left, asked, questions) else left
