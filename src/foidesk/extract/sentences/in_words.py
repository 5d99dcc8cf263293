"""Words of a clause beside its known categories: those yet to be coded, and what brackets say of all its cases."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.model.observations import OneOf
from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord

from ..basis.asked import asked_variables, names_persons
from ..basis.ground import Ground
from ..figures.seen import Seen
from .clause import Clause

_GLOSS = re.compile(r"\(\s*(?P<words>[^()\d]{3,120}?)\s*\)\W*(?:$|[.;](?:\s|$))")

_NO_GLOSS = re.compile(
    r"^(?:see|note|includ|exclud|not |of (?:wh|the)|which|up to|as at|e\.?g|i\.?e|all |rank|or |and |\W)",
    re.IGNORECASE,
)

_FOR = re.compile(
    r"\s+(?:(?:was|were|had been)\s+)?(?:for|about|involved|concerned|related to|relating to)\s+"
    r"(?P<words>[A-Za-z][\w’'/-]*(?:\s+[\w’'/-]+){0,6}?)(?=\s*(?:[,;.]|$)|\s+and\s+(?:\d|\w+\s+(?:for|about|were|was)\b))",
    re.IGNORECASE,
)


def with_words(seen: Seen, found: list[Clause | None]) -> list[Clause | None]:
    """The clauses of a list, with one for "five for vaping": words yet to be coded between known categories."""
    known = [one for one in found if one is not None]
    names = {name for one in known for name, _ in one.categories}
    if len(known) < 2 or len(names) != 1 or any(len(one.categories) != 1 or one.nouns for one in known):
        return found
    return [
        one or _in_words(seen, word, names.copy().pop()) for one, word in zip(found, seen.numbers, strict=True)
    ]


def _in_words(seen: Seen, word: NumberWord, name: str) -> Clause | None:
    """A number with the words behind "for" that no category knows."""
    said = _FOR.match(seen.text, word.end)
    if said is None or any(noun.start < said.end() and noun.end > said.start("words") for noun in seen.nouns):
        return None
    words = " ".join(said["words"].split())
    hit = CategoryHit(*said.span("words"), words, OneOf((), words))
    return Clause(word.start, word.end, word, (), ((name, hit),), gap=seen.text[word.end : said.start("words")])


def glossed(ground: Ground, seen: Seen, clause: Clause) -> Clause:
    """The clause with what brackets at its end say of all its cases: "2 resigned (a photograph)"."""
    told = {name for name, _ in clause.categories}
    start = max((hit.end for _, hit in clause.categories), default=0)
    found = _GLOSS.search(seen.text, start) if told else None
    if found is None or _NO_GLOSS.match(found["words"]):
        return clause
    inside = [
        (name, hit)
        for name, hit in seen.categories
        if found.start("words") <= hit.start and hit.end <= found.end("words")
    ]
    known = tuple((name, hit) for name, hit in inside if name not in told and not hit.negated)
    if len({name for name, _ in known}) < len(known):
        return clause
    left = {name for name in asked_variables(ground) - told if not names_persons(ground, name)}
    if not inside and len(left) == 1 and len(found["words"].split()) > 1:
        words = found["words"]
        known = ((left.pop(), CategoryHit(*found.span("words"), words, OneOf((), " ".join(words.split())))),)
    return replace(clause, categories=(*clause.categories, *known))
