"""Decided codings put in place: a phrase that a person coded for one body, in that body's replies only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model import AllOf, Extraction, Observation, OneOf, Where
from ..words.normal import normalise

Decisions = Mapping[str, Mapping[tuple[str, str], tuple[str, ...]]]
"""Body id to (variable id, normalised phrase) to category ids."""


def apply(extraction: Extraction, decisions: Decisions, multiple: frozenset[str] = frozenset()) -> Extraction:
    """The extraction with each phrase that its body's decisions cover coded; all else as it was.

    `multiple` names the variables of which a case can have several categories: there, several mean all of them.
    """
    coded = tuple(_observation(one, decisions.get(one.body, {}), multiple) for one in extraction.observations)
    return extraction if coded == extraction.observations else replace(extraction, observations=coded)


def _observation(
    one: Observation, decided: Mapping[tuple[str, str], tuple[str, ...]], multiple: frozenset[str]
) -> Observation:
    if not decided:
        return one
    where = {
        variable: _where(variable, said, decided, variable in multiple) for variable, said in one.where.items()
    }
    return one if where == dict(one.where) else replace(one, where=where)


def _where(
    variable: str, said: Where, decided: Mapping[tuple[str, str], tuple[str, ...]], multiple: bool
) -> Where:
    categories = decided.get((variable, normalise(said.phrase))) if said.phrase else None
    if categories is None:
        return said
    return (
        AllOf(categories, said.phrase) if multiple or isinstance(said, AllOf) else OneOf(categories, said.phrase)
    )
