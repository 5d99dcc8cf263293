"""The codebook as the replies use it: the words found, what they were taken to mean, and on whose word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...model import Choice, Observation, Variable
from ...words.normal import normalise

if TYPE_CHECKING:
    from ..survey import Survey


@dataclass(slots=True)
class Found:
    """A phrase under a variable: as first written, its categories, how often, at how many bodies."""

    phrase: str
    categories: tuple[str, ...]
    statements: int = 0
    bodies: set[str] = field(default_factory=set)

    def add(self, one: Observation) -> None:
        self.statements += 1
        self.bodies.add(one.body)


def variable_cards(survey: Survey) -> list[dict[str, Any]]:
    """One card a variable: its categories with counts, and every word the replies use for it."""
    found = _found(survey)
    proposed = _proposed(survey)
    decided = {key for codings in survey.work.coding_decisions.values() for key in codings}
    return [_card(one, found[one.id], proposed, decided) for one in survey.definition.codebook.variables]


def _found(survey: Survey) -> dict[str, dict[tuple[str, tuple[str, ...]], Found]]:
    found: dict[str, dict[tuple[str, tuple[str, ...]], Found]] = defaultdict(dict)
    for extraction in survey.work.coded.values():
        for one in extraction.observations:
            for variable, said in one.where.items():
                key = (normalise(said.phrase), said.categories)
                found[variable].setdefault(key, Found(said.phrase, said.categories)).add(one)
    return found


def _proposed(survey: Survey) -> dict[tuple[str, str], Choice]:
    """The open coding question of each (variable, phrase)."""
    return {(one.variable, normalise(one.phrase)): one for one in survey.work.coding_choices}


def _card(
    variable: Variable,
    found: dict[tuple[str, tuple[str, ...]], Found],
    proposed: dict[tuple[str, str], Choice],
    decided: set[tuple[str, str]],
) -> dict[str, Any]:
    words = sorted(found.items(), key=lambda item: (bool(item[1].categories), -item[1].statements, item[0]))
    return {
        "id": variable.id, "label": variable.label, "multiple": variable.multiple, "open": variable.open,
        "categories": [
            {
                "id": one.id, "label": one.label, "parent": one.parent, "synonyms": list(one.synonyms),
                "statements": sum(f.statements for f in found.values() if one.id in f.categories),
                "bodies": len({b for f in found.values() if one.id in f.categories for b in f.bodies}),
            }
            for one in variable.categories
        ],
        "words": [_words(variable, key, one, proposed, decided) for key, one in words if one.phrase],
    }  # fmt: skip


def _words(
    variable: Variable,
    key: tuple[str, tuple[str, ...]],
    one: Found,
    proposed: dict[tuple[str, str], Choice],
    decided: set[tuple[str, str]],
) -> dict[str, Any]:
    asked = proposed.get((variable.id, key[0]))
    by = "a person" if (variable.id, key[0]) in decided else "the codebook" if one.categories else ""
    return {
        "phrase": " ".join(one.phrase.split()), "categories": list(one.categories), "by": by,
        "statements": one.statements, "bodies": sorted(one.bodies),
        "proposed": [option.label for option in asked.options[:3]] if asked and not one.categories else [],
        "suggested": next((o.id for o in asked.options if o.suggested), "") if asked else "",
    }  # fmt: skip
