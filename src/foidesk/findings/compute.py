"""Queries → findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foidesk.model import Accounts, Finding, Outcome, Query, SurveyDefinition, Timing

from .checks import check_names, known, needs_additive
from .desk import Desk, period_asked
from .recipes import RECIPES, Recipe


def compute(
    definition: SurveyDefinition,
    accounts: Accounts,
    outcomes: Iterable[Outcome],
    timings: Iterable[Timing] = (),
) -> tuple[Finding, ...]:
    """A finding for each query of the survey, in its order.

    All are validated before any is run: a name that the survey does not have stops the work.
    """
    chosen = [(query, _validated(query, definition)) for query in definition.findings]
    ended, timed = tuple(outcomes), tuple(timings)
    return tuple(_run(recipe, Desk(query, definition, accounts, ended, timed)) for query, recipe in chosen)


def _validated(query: Query, definition: SurveyDefinition) -> Recipe:
    recipes = {recipe.name: recipe for recipe in RECIPES}
    known(query.recipe, recipes, "recipe", query)
    check_names(query, definition)
    period_asked(query, definition)
    recipe = recipes[query.recipe]
    if not recipe.levels:
        needs_additive(query, definition)
    recipe.validate(query, definition)
    return recipe


def _run(recipe: Recipe, desk: Desk) -> Finding:
    return replace(recipe.run(desk), recipe=recipe.name, recipe_version=recipe.version)
