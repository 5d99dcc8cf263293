"""Is a query one that the survey can answer? Each check refuses with the nearest name that exists."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from foidesk.errors import SurveyFileError, UnknownName
from foidesk.model import NOT_STATED, Query, SurveyDefinition

from .sizes import sizes

FILE = "survey.toml"


def known(name: str, names: Iterable[str], kind: str, query: Query) -> None:
    """Refuses a name that is not among `names`."""
    listed = list(names)
    if name in listed:
        return
    near = get_close_matches(name, listed, 1, 0.4)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(listed) or 'none'}"
    raise UnknownName(f"finding {query.name!r} names the {kind} {name!r}, which the survey does not have",
                      where=FILE, next=hint)  # fmt: skip


def check_names(query: Query, definition: SurveyDefinition) -> None:
    """Measure, variables, categories and bodies are the survey's own."""
    codebook = definition.codebook
    known(query.measure, (measure.id for measure in codebook.measures), "measure", query)
    for where in (query.where, query.of):
        for variable, categories in where.items():
            _known_variable(variable, query, definition)
            ids = [*(c.id for c in codebook.variable(variable).categories), NOT_STATED]
            for category in categories:
                known(category, ids, f"category of {variable}", query)
    for body in query.bodies:
        known(body, (one.id for one in definition.bodies), "body", query)


def needs_where(query: Query, definition: SurveyDefinition) -> None:
    """The query says which cases it counts."""
    if not query.where:
        raise _missing(query, "where", 'say which cases: where = { variable = ["category"] }')


def needs_part(query: Query, definition: SurveyDefinition) -> None:
    """The query says which cases, and they are among those of its base."""
    needs_where(query, definition)
    for variable, base in query.of.items():
        wide = frozenset(base).union(*(definition.codebook.variable(variable).leaves(id) for id in base))
        part = query.where.get(variable, ())
        if not part or not set(part) <= wide:
            raise SurveyFileError(
                f"finding {query.name!r} asks for a share of {variable} {', '.join(base)}, "
                "and its cases are no part of these",
                where=FILE,
                next=f"put {variable} under where, too, with these categories or finer ones",
            )


def needs_by(query: Query, definition: SurveyDefinition) -> None:
    """The query says which variable it breaks down by."""
    if not query.by:
        raise _missing(query, "by", 'name the variable to break down by: by = "variable"')
    _known_variable(query.by, query, definition)


def needs_additive(query: Query, definition: SurveyDefinition) -> None:
    """The measure is one whose parts add up: nobody may add shares, rates, medians or lengths of time."""
    measure = definition.codebook.measure(query.measure)
    if not measure.additive:
        raise SurveyFileError(
            f"finding {query.name!r} of recipe {query.recipe!r} would add up {measure.label!r} ({measure.unit})",
            where=FILE,
            next='use recipe = "by-body", or write adds = true under the measure if its parts do add up',
        )


def anything(query: Query, definition: SurveyDefinition) -> None:
    """Nothing more is asked of the query."""


def _known_variable(variable: str, query: Query, definition: SurveyDefinition) -> None:
    known(variable, (one.id for one in definition.codebook.variables), "variable", query)


def _missing(query: Query, key: str, then: str) -> SurveyFileError:
    return SurveyFileError(
        f"finding {query.name!r} of recipe {query.recipe!r} has no {key!r}", where=FILE, next=then
    )


def check_denominator(query: Query, definition: SurveyDefinition, needed: bool) -> None:
    """The sizes that the query names match it, and each body's own rate may be shown."""
    if not query.denominator and not needed:
        return
    sizes(query, definition)
    if query.per < 1:
        raise SurveyFileError(
            f"finding {query.name!r} asks for a rate per {query.per}", where=FILE, next="write per = 1000, or 1"
        )
    if not needed:
        check_not_forbidden(query, definition)


def check_not_forbidden(query: Query, definition: SurveyDefinition) -> None:
    """The survey does not forbid what sets bodies beside each other."""
    if definition.comparison.forbidden:
        raise SurveyFileError(
            f"finding {query.name!r} compares bodies, which this survey forbids: {definition.comparison.because}",
            where=FILE, next='take the finding out, or write bodies = "listed" under [comparison]',
        )  # fmt: skip


def check_ranked(query: Query, definition: SurveyDefinition) -> None:
    """The owner of the survey has switched ranking on."""
    check_not_forbidden(query, definition)
    if not definition.comparison.ranked:
        raise SurveyFileError(
            f"finding {query.name!r} ranks bodies, which the survey does not allow yet", where=FILE,
            next='use recipe = "by-body"; or, if the owner agrees, write bodies = "ranked" under [comparison]',
        )  # fmt: skip


def check_comparable(query: Query, definition: SurveyDefinition) -> None:
    """The owner has declared that the measure's counts mean the same at every body."""
    check_not_forbidden(query, definition)
    if query.measure not in definition.comparison.comparable:
        raise SurveyFileError(
            f"finding {query.name!r} needs counts of {query.measure} that mean the same at every body", where=FILE,
            next=f'if they do, write comparable = ["{query.measure}"] and because = "..." under [comparison]',
        )  # fmt: skip
