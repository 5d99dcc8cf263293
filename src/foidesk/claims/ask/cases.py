"""The verdict on an incident: one case of a reply must agree in body, role, act, sanction, stage and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from foidesk.model import Observation, OneOf, Variable
from foidesk.words.figures import When

from ..verdict import Verdict
from .harmless import ADVERBS, COLOUR, LITTLE, NEGATIONS, TELLING, stems_of
from .incident import Told
from .lexicon import Lexicon
from .sentence import Sentence
from .stages import NOT_MADE_OUT, PROVED, PUNISHED, is_alleged, stage_of
from .stems import stems, tokens
from .traits import ACT, OTHER, PERSON, SANCTION, STAGE, traits

_HARMLESS = stems_of(LITTLE, COLOUR, ADVERBS, TELLING)
_OR_MORE_SENIOR = re.compile(r"\bor (?:a )?(?:more senior|above)(?: officer| rank)?\b", re.IGNORECASE)
_OF_ACT = re.compile(r"\b(?:for|over|accused of|after|who)\b")
"""Before what somebody did."""
FAIRLY = (
    "a case of the reply agrees in body, role, act, sanction and stage; whether it is told fairly, a person judges"
)


@dataclass
class Cases:
    """The cases of the replies, against which incidents are held."""

    lexicon: Lexicon
    cases: tuple[Observation, ...]

    @cached_property
    def traits(self) -> dict[str, str]:
        return traits(self.lexicon.definition)

    def judge(self, told: Told, one: Sentence) -> Verdict:
        """A case of the body agrees in all, or the nearest says where it does not."""
        rows = [case for case in self.cases if not told.bodies or case.body in told.bodies]
        if not rows:
            why = (
                "no case of this body is listed in its reply"
                if told.bodies
                else "no case is listed in the replies"
            )
            return Verdict("no data", "incident", why=why, body=told.bodies[0] if told.bodies else "")
        whens = tuple(when for when in one.whens if told.start <= when.start < told.end)
        judged = [(self._wrong(told, case, whens), case) for case in rows]
        wrong, case = min(judged, key=lambda pair: (len(pair[0]), -_nearness(told, pair[1])))
        said = f"{self.lexicon.definition.body(case.body).name}: {row_words(case)}"
        if wrong and not told.bodies:
            return Verdict("needs a person", "incident", why="it names no body, and no case of any agrees in all")
        if wrong:
            why = "no case agrees; the nearest: " + "; ".join(wrong)
            return Verdict("contradicted", "incident", said, why, part=case.id, body=case.body)
        agreeing = [row for row_wrong, row in judged if not row_wrong]
        left = min((self._left(told, row, one, whens) for row in agreeing), key=len)
        if left:
            why = f"a case agrees, but its row does not say “{left}”"
            return Verdict("needs a person", "incident", said, why, part=case.id, body=case.body)
        return Verdict("supported", "incident", said, FAIRLY, part=case.id, body=case.body)

    # --- what does not agree ---

    def _wrong(self, told: Told, case: Observation, whens: tuple[When, ...]) -> list[str]:
        """What does not agree, one sentence each."""
        wrong = []
        for name in dict.fromkeys(found.variable for found in told.every):
            if self.traits[name] in (PERSON, SANCTION, OTHER):
                wrong += self._other(name, told, case)
        wrong += filter(
            None, (self._other_act(told, case), self._other_stage(told, case), _other_date(case, whens))
        )
        return wrong

    def _other(self, name: str, told: Told, case: Observation) -> list[str]:
        given = case.where.get(name)
        if not isinstance(given, OneOf) or not given.categories:
            return [f"it does not say {name}"] if name in case.where or self.traits[name] != PERSON else []
        variable = self.lexicon.variable(name)
        mine = tuple(id for found in told.every if found.variable == name for id in found.categories)
        return (
            []
            if _within(variable, mine, given.categories)
            else [f"{variable.label.lower()} is {_labels(variable, given)}"]
        )

    def _acts(self, case: Observation) -> list[str]:
        return [name for name in case.where if self.traits.get(name) == ACT]

    def _other_act(self, told: Told, case: Observation) -> str:
        """The act in other words than the row's: by category, and by words that tell two of one category apart."""
        acts = [name for name in self._acts(case) if case.where[name].phrase]
        named = [name for name in acts if any(found.variable == name for found in told.every)]
        for name in named:
            if not self._fits_act(name, told, case):
                return f"what it tells of is “{case.where[name].phrase}”"
        if named or not acts or not _OF_ACT.search(told.text):
            return ""
        said = frozenset(stems(told.text))
        if any(_shared(case.where[name].phrase, said) >= 0.6 for name in acts):
            return ""
        told_of = frozenset(stems(_OF_ACT.split(told.text)[-1])) - _HARMLESS
        if told_of and any(told_of <= frozenset(stems(case.where[name].phrase)) for name in acts):
            return ""
        return f"what it tells of is “{case.where[acts[0]].phrase}”"

    def _fits_act(self, name: str, told: Told, case: Observation) -> bool:
        given, variable = case.where[name], self.lexicon.variable(name)
        row = frozenset(stems(f"{given.phrase} {row_words(case)}"))
        named = [found for found in told.every if found.variable == name]
        shared = _shared(given.phrase, frozenset(stems(told.text)))
        fits = _within if isinstance(given, OneOf) else _among
        if not any(fits(variable, found.categories, given.categories) for found in named) and shared < 0.99:
            return False
        return shared >= 0.6 or all(frozenset(stems(found.text)) <= row for found in named)

    def _other_stage(self, told: Told, case: Observation) -> str:
        """A verb stronger than the stage: told as done where the row has it alleged, open or not found."""
        stage = self.stage(case)
        text = told.text
        if NOT_MADE_OUT.search(text):
            return "" if stage == "not found" else f"its stage is: {stage}"
        proved = bool(PROVED.search(text)) or self._tells_found(told)
        if PUNISHED.search(text) and stage != "found":
            return f"its stage is: {stage}"
        if (is_alleged(text) and not proved) or not self._names_act(told, case):
            return f"its stage is: {stage}" if proved and stage != "found" else ""
        return "" if stage == "found" else f"it is told as done, but its stage is: {stage}"

    def _tells_found(self, told: Told) -> bool:
        """A category of the stage that says it was found."""
        return any(
            PROVED.search(self.lexicon.variable(found.variable).category(id).label)
            for found in told.categories
            if self.traits[found.variable] == STAGE
            for id in found.categories
        )

    def stage(self, case: Observation) -> str:
        """The stage of the case, by its row."""
        own = next((case.where[name] for name in case.where if self.traits.get(name) == STAGE), None)
        sanction = next((case.where[name] for name in case.where if self.traits.get(name) == SANCTION), None)
        words = (own.phrase or " ".join(own.categories)) if own is not None else ""
        return stage_of(case.stage or words, sanction.phrase if sanction is not None else "", row_words(case))

    def _names_act(self, told: Told, case: Observation) -> bool:
        """The sentence says what the person did, not only how it ended."""
        if any(self.traits[found.variable] == ACT for found in told.every):
            return True
        said = frozenset(stems(told.text))
        acts = [case.where[name].phrase for name in self._acts(case)]
        return any(len(frozenset(stems(act)) & said) >= 2 for act in acts if act)

    # --- the account of words ---

    def _left(self, told: Told, case: Observation, one: Sentence, whens: tuple[When, ...]) -> str:
        """The first word of the incident that its row does not bear out; "" if all are accounted for."""
        row = frozenset(stems(row_words(case))).union(*(stems(said.phrase) for said in case.where.values()))
        row |= self._labels_of(case)
        spans = [
            *((seen.start, seen.end) for seen in told.categories),
            *((body.start, body.end) for body in one.bodies),
            *((when.start, when.end) for when in whens if case.period is not None),
        ]
        text = _OR_MORE_SENIOR.sub(lambda one: " " * len(one[0]), one.plain)
        for token in tokens(text[told.start : told.end]):
            if not any(map(str.isalnum, token.word)):
                continue
            at = told.start + token.start
            if any(start <= at < end for start, end in one.asides):
                continue
            raw = text[at : told.start + token.end].lower().strip("'’")
            if raw in NEGATIONS and not any(start <= at < end for start, end in spans):
                return raw
            if any(start <= at < end for start, end in spans) or {raw, token.word, token.stem} & (row | _HARMLESS):
                continue
            if token.stem in self.lexicon.subject_words or self.lexicon.body_nouns.fullmatch(raw):
                continue
            return text[at : told.start + token.end]
        return ""

    def _labels_of(self, case: Observation) -> frozenset[str]:
        """The words of the categories that the row has, and of what the variables are called."""
        found: set[str] = set()
        for name, said in case.where.items():
            variable = self.lexicon.variable(name)
            found.update(stems(variable.label), stems(name))
            for id in said.categories:
                found.update(*(stems(words) for words in _names(variable, id)))
        return frozenset(found)


def _other_date(case: Observation, whens: tuple[When, ...]) -> str:
    """A date of the sentence that the row's own leaves out."""
    period = case.period
    for when in whens:
        if period is None or when.first is None or when.last is None:
            continue
        if when.last < period.start or when.first >= period.end:
            return f"it is of {period.label or period.start.year}"
    return ""


def _shared(phrase: str, said: frozenset[str]) -> float:
    """The part of a row's words that a sentence says."""
    row = frozenset(stems(phrase))
    return len(row & said) / max(1, len(row))


def _names(variable: Variable, id: str) -> tuple[str, ...]:
    """The codebook's own words for a category."""
    category = next((one for one in variable.categories if one.id == id), None)
    return (category.label, *category.synonyms) if category is not None else ()


def _nearness(told: Told, case: Observation) -> int:
    return len(frozenset(stems(told.text)) & frozenset(stems(row_words(case))))


def row_words(case: Observation) -> str:
    """The words of the case as the reply gives them."""
    if "row" in case.places:
        return case.places["row"].quote
    quotes = (place.quote for name, place in case.places.items() if name.startswith("where:"))
    return " · ".join(dict.fromkeys(quote for quote in quotes if quote)) or "a case"


def _within(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Every category that the row allows lies in those that the sentence names."""
    allowed = frozenset[str]().union(*(variable.leaves(id) for id in told))
    return all(variable.leaves(id) <= allowed or id in allowed for id in given)


def _among(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Of a case that is several things at once, the sentence may tell one."""
    return any(variable.leaves(id) & variable.leaves(other) for id in told for other in given)


def _labels(variable: Variable, said: OneOf) -> str:
    labels = {category.id: category.label for category in variable.categories}
    return " or ".join(labels.get(id, id) for id in said.categories)
