"""What a body says it has: "We have one car park, one barrier and one very patient attendant" counts no case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord
from foidesk.words.small_numbers import BODY_KINDS, few
from foidesk.words.telling import PAST

from ..basis.asked import our_words
from ..basis.ground import Ground
from ..basis.nouns import NounHit

_THINGS = (
    r"(?:car\s+parks?|sites?|buildings?|offices?|depots?|hospitals?|clinics?|wards?|schools?|librar(?:y|ies)|branch(?:es)?|"
    r"pools?|leisure\s+centres?|stations?|barriers?|beds?|vehicles?|vans?|lorr(?:y|ies)|bus(?:es)?|parks?|museums?|"
    r"beach(?:es)?|harbou?rs?|cemeter(?:y|ies)|theatres?|doors?|yards?|kitchens?|laborator(?:y|ies))"
)
_COUNT = rf"(?:\d{{1,3}}|{few(1, 12)})"
_NO_THING = (
    r"(?!(?:of|in|on|at|for|with|who|which|that|under|over|to|from|by|about|against|still|open|closed|pending|live|"
    r"outstanding|such|so|more|further|other|left|off|out|is|are|per|and|or|but)\b)"
)
_ITEM = rf"(?:{_COUNT}|an?)\s+(?:{_NO_THING}[a-z-]+\s+){{0,3}}?{_NO_THING}[a-z-]+"
_HAS = re.compile(
    rf"^\W*(?:we|(?:our|the)\s+(?:{'|'.join(BODY_KINDS)}))\s+(?:have|has|runs?|operates?|owns?|manages?)\s+(?:only\s+|just\s+)?"
    rf"(?P<list>(?P<first>{_COUNT}\s+(?:{_NO_THING}[a-z-]+\s+){{0,2}}?{_THINGS})(?:(?:,\s*(?:and\s+)?|\s+and\s+){_ITEM})*)"
    r"(?=\s*[.!]?\s*$|,\s+(?:and|but)\s)",
    re.IGNORECASE,
)


def in_stock(
    ground: Ground, text: str, nouns: Sequence[NounHit], kinds: Sequence[tuple[str, CategoryHit]]
) -> tuple[int, int]:
    """The characters of a list of what the body has, whose numbers count nothing that is asked; (0, 0) for none.

    The first thing of it is none that the survey knows or asks about, and nothing happened to any.
    """
    found = _HAS.match(text)
    if found is None or PAST.search(found["list"]):
        return 0, 0
    start, end = found.span("list")
    known = any(start <= noun.start < end for noun in nouns)
    known = known or any(start <= hit.start < found.end("first") for _, hit in kinds)
    asked = our_words(ground)
    known = known or any(word in asked for word in normalise(found["first"]).split()[1:])
    return (0, 0) if known else (start, end)


def stands_in(word: NumberWord, place: tuple[int, int]) -> bool:
    return place[0] <= word.start < place[1]
