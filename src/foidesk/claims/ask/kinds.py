"""Places of kinds: “more than any other role”, “the most common outcome was advice”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from foidesk.words.figures import Figure

from .clause import State
from .lexicon import Lexicon
from .measures import best
from .reading import Asked, Group, Reading
from .sentence import Sentence
from .sentence import said as words_said

_NOUN = r"(?P<what>[a-z][\w-]*(?:\s(?:of|for)?\s?[a-z][\w-]*){0,3})"
_THAN_OTHER = re.compile(
    r"\b(?:(?P<up>more|oftener)|(?P<down>fewer|less))(?:\s[\w-]+){0,3}\sthan (?:for |in |over )?any other "
    rf"{_NOUN}",
    re.IGNORECASE,
)
_MOST_COMMON = re.compile(
    r"\b(?:(?P<place>second|third|fourth|fifth)[ -])?(?:(?P<up>most)|(?P<down>least))[ -]"
    rf"(?:common(?:ly)?|frequent(?:ly)?|often|usual|popular|numerous)(?:[ -]\w+(?:ed|en))? {_NOUN}",
    re.IGNORECASE,
)
_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words of a place with the variable whose kinds are in order."""

    start: int
    end: int
    variable: str
    direction: int
    place: int


def kinds(one: Sentence, lexicon: Lexicon, state: State) -> list[Asked]:
    """The kinds that a sentence says are the most or least common of their variable."""
    return [_asked(seen, one, lexicon, state) for seen in _found(one, lexicon)]


def _found(one: Sentence, lexicon: Lexicon) -> Iterator[_Seen]:
    for pattern in (_THAN_OTHER, _MOST_COMMON):
        for found in pattern.finditer(one.plain):
            words = found["what"].split()
            named = (
                (lexicon.variable_named(" ".join(words[:n])), found.start("what") + len(" ".join(words[:n])))
                for n in range(1, len(words) + 1)
            )
            variable, end = next((pair for pair in named if pair[0]), ("", 0))
            if variable:
                place = _PLACES.get((found.groupdict().get("place") or "").lower(), 1)
                yield _Seen(found.start(), end, variable, 1 if found["up"] else -1, place)


def _asked(seen: _Seen, one: Sentence, lexicon: Lexicon, state: State) -> Asked:
    text = one.text[seen.start : seen.end]
    figure = Figure(seen.start, seen.end, text, "rank", seen.start, seen.end, Decimal(seen.place))
    asked = Asked(seen.start, seen.end, text, "superlative", figure)
    own = {found.categories for found in one.categories if found.variable == seen.variable}
    if len(own) != 1:
        return _open(asked, "the words do not say which kind is in this place")
    where = {found.variable: found.categories for found in one.categories}
    able = lexicon.measures_of(seen.variable)
    measure = best(words_said(one.bare), ("count", "money", "quantity"), lexicon)
    measure = measure if measure in able else state.measure if state.measure in able else (able or ("",))[0]
    ids = tuple(dict.fromkeys(body.body for body in one.bodies))
    group = Group("listed", ids) if ids else next((one.group for one in one.groups), Group())
    if not measure or any(when.first for when in one.whens):
        return _open(asked, "the words do not say what the kinds are counted in, or when")
    reading = Reading(
        "place", measure, where, group, direction=seen.direction, subject=seen.variable, predicate="kind"
    )
    return Asked(seen.start, seen.end, text, "superlative", figure, (reading,))


def _open(asked: Asked, why: str) -> Asked:
    return Asked(asked.start, asked.end, asked.text, asked.kind, asked.figure, open=why)
