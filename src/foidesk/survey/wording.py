"""Which phrases of the replies the codebook does not know: the open questions of coding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .. import coding
from ..model import Choice, Codebook, Extraction, Locator, Observation, Variable
from ..words.normal import normalise

MOST_PLACES = 12
Said = tuple[Observation, Variable, str]


@dataclass(slots=True)
class Uncoded:
    """A phrase of one body under one variable: as first written, where it stands, how much rests on it."""

    variable: Variable
    body: str
    phrase: str
    places: list[Locator] = field(default_factory=list)
    weight: int = 0

    def add(self, one: Observation) -> None:
        place = _place(one, self.phrase)
        if place not in self.places:
            self.places.append(place)
        self.weight += max(1, int(one.amount.lo)) if one.amount else 1


def questions(extractions: Iterable[Extraction], codebook: Codebook) -> tuple[Choice, ...]:
    """One question per body, variable and phrase, with suggestions; none where the bodies' own labels are kept."""
    found = _gathered(_uncoded(extractions, codebook))
    return tuple(coding.suggest(_choice(one), codebook) for one in found)


def phrases(extractions: Iterable[Extraction], codebook: Codebook) -> tuple[Choice, ...]:
    """Every phrase that is coded by words, those that the codebook knows too; without suggestions."""
    return tuple(_choice(one) for one in _gathered(_worded(extractions, codebook)))


def _gathered(said: Iterable[Said]) -> Iterable[Uncoded]:
    found: dict[tuple[str, str, str], Uncoded] = {}
    for one, variable, phrase in said:
        key = (one.body, variable.id, normalise(phrase))
        found.setdefault(key, Uncoded(variable, one.body, phrase)).add(one)
    return found.values()


def _uncoded(extractions: Iterable[Extraction], codebook: Codebook) -> Iterator[Said]:
    return (
        (one, variable, phrase)
        for one, variable, phrase in _worded(extractions, codebook)
        if not one.where[variable.id].categories
    )


def _worded(extractions: Iterable[Extraction], codebook: Codebook) -> Iterator[Said]:
    variables = {variable.id: variable for variable in codebook.variables if not variable.open}
    for extraction in extractions:
        for one in extraction.observations:
            for id, said in one.where.items():
                if id in variables and said.phrase:
                    yield one, variables[id], said.phrase


def _choice(one: Uncoded) -> Choice:
    return coding.coding_choice(one.variable, one.phrase, one.body, one.places[:MOST_PLACES], one.weight)


def _place(one: Observation, phrase: str) -> Locator:
    """Where the phrase stands, as far as the observation says; else where its value does."""
    key = normalise(phrase)
    for place in one.places.values():
        if key and key in normalise(place.quote):
            return place
    return one.places.get("value") or next(iter(one.places.values()))
