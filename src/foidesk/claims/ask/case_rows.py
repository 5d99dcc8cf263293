"""What the row of a case says, in words, kinds and days, and how near what a sentence tells of lies to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from foidesk.model import Observation, OneOf, Variable
from foidesk.words.figures import When
from foidesk.words.meaning import near

from .alike import sense
from .cut.supplements import CHANGES
from .incident import Told
from .lexicon import Lexicon
from .stages import stage_of
from .stems import stems
from .traits import ACT, SANCTION, STAGE, traits

_NEAR = 0.5
"""How near in meaning a word must lie to one of the row's own, to be borne out by it."""


@dataclass
class Rows:
    """The cases of the replies, with what their rows say."""

    lexicon: Lexicon
    cases: tuple[Observation, ...]

    @cached_property
    def traits(self) -> dict[str, str]:
        """What each variable tells of a case: who, what was done, what became of it."""
        return traits(self.lexicon.definition)

    @cached_property
    def told_in_rows(self) -> frozenset[tuple[str, ...]]:
        """How the rows tell what was done."""
        return frozenset(stems(case.where[name].phrase) for case in self.cases for name in self.acts(case))

    def tells_act(self, told: Told) -> bool:
        """True if what was done is told in words of the codebook, here or before it."""
        return any(self.traits[seen.variable] == ACT for seen in told.every)

    def acts(self, case: Observation) -> list[str]:
        """The variables by which the row tells what was done."""
        return [name for name in case.where if self.traits.get(name) == ACT]

    def stage(self, case: Observation) -> str:
        """The stage of the case, by its row."""
        own = next((case.where[name] for name in case.where if self.traits.get(name) == STAGE), None)
        words = (own.phrase or " ".join(own.categories)) if own is not None else ""
        return stage_of(case.stage or words, self.sanction(case), row_words(case))

    def sanction(self, case: Observation) -> str:
        """How it ended, in the words of its row."""
        found = next((case.where[name] for name in case.where if self.traits.get(name) == SANCTION), None)
        return found.phrase if found is not None else ""

    def senses_of(self, case: Observation) -> frozenset[str]:
        """The senses of the words that the row says, and of its labels."""
        row = frozenset(stems(row_words(case))).union(*(stems(said.phrase) for said in case.where.values()))
        return frozenset(map(sense, row | self._labels_of(case)))

    def _labels_of(self, case: Observation) -> frozenset[str]:
        """The words of the categories that the row has, and of what the variables are called."""
        found: set[str] = set()
        for name, said in case.where.items():
            variable = self.lexicon.variable(name)
            found.update(stems(variable.label), stems(name))
            for id in said.categories:
                names = names_of(variable, id)
                found.update(*(stems(words) for words in (names[:1] if self.traits[name] == ACT else names)))
        return frozenset(found)


def long_words(text: str) -> tuple[str, ...]:
    """The longer words of a text, each once: those whose nearness in meaning says something."""
    return tuple(dict.fromkeys(word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3))


def is_near(word: str, own: tuple[str, ...]) -> bool:
    """The word lies near in meaning to one of the row's: "sale" where the row says that it was sold."""
    return word not in CHANGES and len(word) > 3 and any(near(word, other) >= _NEAR for other in own)


def other_date(case: Observation, whens: tuple[When, ...]) -> str:
    """A date of the sentence that the row's own leaves out."""
    period = case.period
    for when in whens:
        if period is None or when.first is None or when.last is None:
            continue
        if when.last < period.start or when.first >= period.end:
            return f"it is of {period.label or period.start.year}"
    return ""


def senses(text: str) -> frozenset[str]:
    """The words of a text, those of one sense as one."""
    return frozenset(map(sense, stems(text)))


def shared(phrase: str, said: frozenset[str]) -> float:
    """The part of a row's words that a sentence says."""
    row = frozenset(stems(phrase))
    return len(row & said) / max(1, len(row))


def names_of(variable: Variable, id: str) -> tuple[str, ...]:
    """The codebook's own words for a category."""
    category = next((one for one in variable.categories if one.id == id), None)
    return (category.label, *category.synonyms) if category is not None else ()


def nearness(told: Told, case: Observation) -> int:
    """How many words the sentence and the row share."""
    return len(frozenset(stems(told.text)) & frozenset(stems(row_words(case))))


def row_words(case: Observation) -> str:
    """The words of the case as the reply gives them."""
    if "row" in case.places:
        return case.places["row"].quote
    quotes = (place.quote for name, place in case.places.items() if name.startswith("where:"))
    return " · ".join(dict.fromkeys(quote for quote in quotes if quote)) or "a case"


def within(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Every category that the row allows lies in those that the sentence names."""
    allowed = frozenset[str]().union(*(variable.leaves(id) for id in told))
    return all(variable.leaves(id) <= allowed or id in allowed for id in given)


def among(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Of a case that is several things at once, the sentence may tell one."""
    return any(variable.leaves(id) & variable.leaves(other) for id in told for other in given)


def labels(variable: Variable, said: OneOf) -> str:
    """The kinds that the row gives, as the codebook calls them."""
    called = {category.id: category.label for category in variable.categories}
    return " or ".join(called.get(id, id) for id in said.categories)
