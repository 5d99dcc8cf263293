"""Queries → findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from foidesk.model import Accounts, Finding, Outcome, Query, SurveyDefinition, Timing

from .checks import check_names, known, needs_additive
from .desk import BODIES, Desk, period_asked
from .readings import with_true
from .recipes import RECIPES, Recipe


def compute(
    definition: SurveyDefinition,
    accounts: Accounts,
    outcomes: Iterable[Outcome],
    timings: Iterable[Timing] = (),
    own: Iterable[Recipe] = (),
) -> tuple[Finding, ...]:
    """A finding for each query of the survey, in its order; `own` are recipes beside those of foidesk.

    All are validated before any is run: a name that the survey does not have stops the work.
    """
    recipes = {recipe.name: recipe for recipe in (*own, *RECIPES)}
    chosen = [(query, _validated(query, definition, recipes)) for query in definition.findings]
    ended, timed = tuple(outcomes), tuple(timings)
    return tuple(_run(recipe, Desk(query, definition, accounts, ended, timed)) for query, recipe in chosen)


def _validated(query: Query, definition: SurveyDefinition, recipes: Mapping[str, Recipe]) -> Recipe:
    known(query.recipe, recipes, "recipe", query)
    check_names(query, definition)
    period_asked(query, definition)
    recipe = recipes[query.recipe]
    if not recipe.levels:
        needs_additive(query, definition)
    recipe.validate(query, definition)
    return recipe


def _run(recipe: Recipe, desk: Desk) -> Finding:
    found = recipe.run(desk)
    if _has_two_readings(recipe, desk):
        found = with_true(found, recipe.run(_free(recipe, desk, found)))
    caveats = (
        *found.caveats,
        *(() if recipe.timed else _waiting(found, desk)),
        *_uncompared(found, desk.definition),
    )
    return replace(found, recipe=recipe.name, recipe_version=recipe.version, caveats=caveats)


def _free(recipe: Recipe, desk: Desk, stated: Finding) -> Desk:
    """The desk for what is true; of a figure between bodies, over the very bodies that it was stated of."""
    bodies = tuple(one.body for one in stated.supports) if recipe.between else desk.query.bodies
    return replace(desk, query=replace(desk.query, reading="true", bodies=bodies or desk.query.bodies))


def _has_two_readings(recipe: Recipe, desk: Desk) -> bool:
    """True where what is stated and what is true may differ; a recipe of one's own is run just once."""
    is_ours = recipe in RECIPES and not (recipe.timed or recipe.one_reading)
    return is_ours and desk.measure.additive and desk.query.reading == "stated"


def _waiting(found: Finding, desk: Desk) -> tuple[str, ...]:
    """Bodies that are in no figure only because nobody has looked at what their replies say."""
    if found.unit == BODIES:
        return ()
    waits = set(desk.accounts.waiting(desk.query.measure))
    names = sorted((desk.name(body) for body in desk.asked if body in waits), key=str.casefold)
    return (
        (f"not in this figure, as a number of the reply waits for a person: {', '.join(names)}",) if names else ()
    )


def _uncompared(found: Finding, definition: SurveyDefinition) -> tuple[str, ...]:
    """The owner's word, wherever figures of several bodies stand beside each other."""
    several = max((len(found.supports), *(len(line.supports) for line in found.lines)), default=0) > 1
    said = f"bodies must not be compared: {definition.comparison.because}"
    return (said,) if several and definition.comparison.forbidden else ()
