"""Nouns of measures inside running text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.words.german import inflected, is_german
from foidesk.words.headings import without_articles
from foidesk.words.normal import NormalWord, normal_words, normalise

from .ground import Ground
from .measure import PEOPLE

_LACKING = re.compile(
    r"\b(?:no|without|lacking|missing|invalid|expired|ohne|kein\w*|fehlende\w*)\s+(?:an?\s+|valid\s+|gültige\w*\s+)*$",
    re.IGNORECASE,
)


_NUMBER_OF = re.compile(r"(?:total\s+|overall\s+)?(?:numbers?|count|no\.?)\s+of\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NounHit:
    """A noun of a measure in characters `start` to `end`; `people` is true if it names persons."""

    start: int
    end: int
    measure: str
    people: bool = False


def nouns_in(ground: Ground, text: str) -> tuple[NounHit, ...]:
    """The nouns of measures, the longest first where they overlap, in order."""
    return ground.memo.get(("nouns in", text), lambda: _nouns_in(ground, text))


def _nouns_in(ground: Ground, text: str) -> tuple[NounHit, ...]:
    words = normal_words(text)
    found = sorted(
        _called(ground, text, list(_hits(ground, words))), key=lambda hit: (-_length(text, hit), hit.start)
    )
    kept: list[NounHit] = []
    for hit in found:
        if all(hit.end <= other.start or other.end <= hit.start or _same(hit, other) for other in kept):
            kept.append(hit)
    return tuple(sorted((hit for hit in kept if not _lacks(ground, text, hit)), key=lambda hit: hit.start))


def _length(text: str, hit: NounHit) -> int:
    """How long a noun is without "number of": "number of claims upheld" names the claims upheld."""
    found = _NUMBER_OF.match(text, hit.start, hit.end)
    return hit.end - (found.end() if found else hit.start)


def _called(ground: Ground, text: str, found: list[NounHit]) -> list[NounHit]:
    """The hits without those of measures that only count in a unit which is the name of another."""
    if len({hit.measure for hit in found}) < 2:
        return found
    names = {one.id: {normalise(name) for name in (one.label, *one.nouns, *one.prefer)} for one in ground.measures}
    by_name = {(hit.start, hit.end) for hit in found if normalise(text[hit.start : hit.end]) in names[hit.measure]}
    return [
        hit
        for hit in found
        if (hit.start, hit.end) not in by_name or normalise(text[hit.start : hit.end]) in names[hit.measure]
    ]


def is_own_name(ground: Ground, text: str, variable: str, start: int, end: int) -> bool:
    """True for words of a category inside the name of a measure that is asked for without its variable.

    Where the outcome of reports is asked for, and fines paid in sum, "fines" in "Fines paid" is no outcome. Nor is
    "dog" in "dog attacks" whom a dog attacked, where our question calls all that it asks for so.
    """
    inside = [
        hit for hit in nouns_in(ground, text)
        if hit.start <= start and end <= hit.end and hit.end - hit.start > end - start and not hit.people
    ]  # fmt: skip
    return any(
        not _is_asked_by(ground, hit.measure, variable)
        or is_asked_for(ground, hit.measure, variable, text[hit.start : hit.end])
        for hit in inside
    )


def is_asked_for(ground: Ground, measure: str, variable: str, name: str) -> bool:
    """True for the name that the question for a measure by a variable itself gives to what is counted."""
    asked = [q for q in ground.context.questions if measure in q.measures and variable in q.variables]
    return any(f" {normalise(name)} " in f" {normalise(question.text)} " for question in asked)


def _is_asked_by(ground: Ground, measure: str, variable: str) -> bool:
    """False where the survey asks for the measure, and for the variable only with others."""
    asked = ground.context.questions
    own = [one for one in asked if measure in one.measures]
    elsewhere = any(variable in one.variables for one in asked if measure not in one.measures)
    return not own or not elsewhere or any(variable in one.variables for one in own)


def _lacks(ground: Ground, text: str, hit: NounHit) -> bool:
    """True for the permit of "31 no permit", which are words of a category: what is lacking is not counted."""
    before = _LACKING.search(text[: hit.start])
    if before is None:
        return False
    words = text[before.start() : hit.end]
    found = (one for matcher in ground.matchers.values() for one in matcher.find(words))
    return any((one.start, one.end) == (0, len(words)) for one in found)


def _same(one: NounHit, other: NounHit) -> bool:
    return (one.start, one.end) == (other.start, other.end) and one.measure != other.measure


def _hits(ground: Ground, words: tuple[NormalWord, ...]) -> Iterator[NounHit]:
    spelt = [word.norm for word in words]
    for measure, noun in ground.memo.get("nouns", lambda: tuple(_nouns(ground))):
        for at in range(len(spelt) - len(noun) + 1):
            if spelt[at : at + len(noun)] == list(noun):
                yield NounHit(words[at].start, words[at + len(noun) - 1].end, measure, " ".join(noun) in PEOPLE)


def _nouns(ground: Ground) -> Iterator[tuple[str, tuple[str, ...]]]:
    for measure in ground.measures:
        words = (measure.label, measure.unit, *measure.nouns, *measure.prefer)
        spelt = [one for word in words for one in (inflected(word) if is_german(words) else (word,))]
        known = [noun for noun in map(normalise, spelt) if noun]
        for noun in dict.fromkeys([*known, *map(without_articles, known)]):
            if noun:
                yield measure.id, tuple(noun.split())


def is_people(words: str) -> bool:
    """True if the words name persons: "officers", "members of staff"."""
    spelt = normalise(words)
    return spelt in PEOPLE or (bool(spelt) and spelt.split()[-1] in PEOPLE)
