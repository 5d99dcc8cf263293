"""Which variables the survey asks for, and which of them name persons."""

from __future__ import annotations

from .ground import Ground
from .nouns import is_people


def asked_variables(ground: Ground) -> set[str]:
    """The variables that the survey's questions ask for; all of them if none names any."""
    asked = {name for question in ground.context.questions for name in question.variables}
    counted = set(ground.matchers) - ground.of_body
    return asked & counted or counted


def names_persons(ground: Ground, variable: str) -> bool:
    """True for a variable whose categories name persons: a role, a rank."""
    return any(is_people(category.label) for category in ground.matchers[variable].variable.categories)
