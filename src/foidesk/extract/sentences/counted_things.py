"""Whether a number counts something else, although our noun stands near: "30 people made complaints"."""

from __future__ import annotations

import re

from foidesk.model.codebook import Measure
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.measure import PEOPLE
from ..basis.nouns import is_people
from ..basis.plain import PLAIN
from .clause import Clause

_NUMBER_OF = re.compile(
    r"\b(?:numbers?|no\.|total|count)\s+(?:number\s+)?of\s+(?P<words>[^;:.()\d]{3,80})$|"
    r"\b(?:an)?zahl\s+(?:der|von)\s+(?P<german>[^;:.()\d]{3,80})$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\d\s+([^;:.()\d]{3,60})$")
"""The words behind the first of a row of numbers: "30 wards had complaints in 2022 and 20 in 2023"."""
_OF = re.compile(r"\s(?:about|of|for|to|on|in|by|over|against|with|from|über|wegen|von|gegen)\s", re.IGNORECASE)
"""Behind which a name only says of what: of "complaints about trees" no trees are counted."""
_NOT_PLURAL = re.compile(
    r"(?:ss|us|is|'s|’s|ous)$|^(?:was|has|is|does|cases|matters|instances|occasions|times)$", re.I
)
_MANY = frozenset(("people", "persons", "men", "women", "children", "personen", "menschen", "kinder"))
_OF_MORE = re.compile(
    r"\s+(?:about|concerning|regarding|relating\s+to|against|of|for|across)\s+(?:all|any|every|each|our|the\s+whole)\s+"
    r"(?:of\s+our\s+)?(?:kinds?|services?|council|matters|issues|departments?|authorit\w+|boards?|trusts?|forces?)\b"
    r"|\s+(?:and|or|&|und|oder)\s+(?!(?:was|were|had|has|have|all|none|no|then|that|this|these|those|they|we|it|is|are)\b)"
    r"[^\W\d]{3,}(?=\s*[.,;]|\s*$|\s+(?:were|was|in|between|during|from|for|over|since|received|recorded)\b)",
    re.IGNORECASE,
)
"""Behind the noun: what makes it more than was asked for."""
_BASE = re.compile(r"\b(?:of|among|from)\s+(?:the|our|these|those|all|a\s+total\s+of)?\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:were|was|are|is)?\s*(?:about|relat(?:ed|ing)\s+to|concern(?:ed|ing)?|regarding|involv(?:ed|ing))\s+(?:\w+\s+){0,2}?\w+",
    re.IGNORECASE,
)
_SHORTEST = 3
_DONE = re.compile(r"\w{3}ed$", re.IGNORECASE)
_LATER = 2
"""How many words may stand before the thing: "30 different local people"."""


def counts_others(ground: Ground, text: str, clause: Clause) -> bool:
    """True if the thing right behind the number, or behind "number of", is another than the noun's.

    "30 people made complaints", "30 wards had complaints", "Number of drivers who had complaints: 4". Where
    nothing stands between the word and the noun it only says which: "30 parking complaints". So do "540 complaints
    about all services", and "54 complaints about trees and hedges", which count more.
    """
    if clause.number is None or not clause.nouns:
        return False
    noun = clause.nouns[0]
    if _DONE.search(text[noun.start : noun.end]):
        return False  # "10 officers and staff were investigated": what is done to them is what is counted
    counted = ground.context.codebook.measure(noun.measure)
    if _OF_MORE.match(text, noun.end) or _is_base(text, clause, noun.end, counted):
        return True
    names = (_OF.split(name)[0] for name in (counted.label, counted.unit, *counted.nouns))
    own = {word for name in names for word in normalise(name).split()[-1:]}
    people = any(is_people(word) for word in own)
    if noun.start >= clause.end:
        between = text[clause.end : noun.start]
    else:
        before = text[: noun.start]
        found = _NUMBER_OF.search(before) or (_FIRST.search(before) if clause.listed else None)
        between = " ".join(filter(None, found.groups())) if found else ""
    return _names_a_thing(between.split(), own, people)


def _is_base(text: str, clause: Clause, end: int, counted: Measure) -> bool:
    """True for the 540 of "of 540 complaints received, 10% were about trees": only some are what was asked for."""
    if not _BASE.search(text[: clause.start]):
        return False
    unit = set(normalise(counted.unit).split())
    topic = {word for word in normalise(counted.label).split() if len(word) > _SHORTEST} - unit - PLAIN
    own, comma, rest = text[end:].partition(",")
    said = _ABOUT.search(rest) if comma else None
    return (
        said is not None
        and bool(topic & set(normalise(said[0]).split()))
        and not topic & set(normalise(own).split())
    )


def _names_a_thing(words: list[str], own: set[str], people: bool) -> bool:
    """True if one of the first words is the plural of a thing, and more words stand between it and the noun."""
    for at, word in enumerate(words[: _LATER + 1]):
        spelt = word.strip(",").lower()
        if spelt in own or normalise(word) in own:
            return False
        if spelt in _MANY or spelt in PEOPLE:
            return not people and at < len(words) - 1
        if spelt in PLAIN or _NOT_PLURAL.search(spelt):
            continue
        if spelt.endswith("s") and at < len(words) - 1:
            return True
    return False
