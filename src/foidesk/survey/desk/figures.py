"""Findings as cards: value, range, population, and every source with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import findings
from ...model.places import parse_place

if TYPE_CHECKING:
    from ..survey import Survey

MOST_PLACES = 40


def finding_cards(survey: Survey, paths: dict[str, str]) -> list[dict[str, Any]]:
    """One card a finding, in the survey's order."""
    made = []
    for one in survey.work.results.findings:
        card = findings.finding_json(one, survey.definition, sources=True)
        for support in [*card["bodies"], *(s for line in card["lines"] for s in line["sources"])]:
            _place(support, paths)
        made.append(card | {"headline": one.query.headline, "contradicted": one.contradicted})
    return made


def _place(support: dict[str, Any], paths: dict[str, str]) -> None:
    """Adds file and plain words to each place; a long list is cut, with what was left out counted."""
    every = list({(p["document"], p["place"]): p for p in support["places"]}.values())
    support["more_places"] = max(0, len(every) - MOST_PLACES)
    support["places"] = [
        place | {"path": paths.get(place["document"], ""), "in": parse_place(place["place"]).describe()}
        for place in every[:MOST_PLACES]
    ]


def values(cards: list[dict[str, Any]]) -> dict[str, str]:
    """Each finding's value in words: to say what a decision changed."""
    return {one["title"]: f"{one['value']['text']} {one['unit']}" for one in cards}
