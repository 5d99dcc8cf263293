"""Sentences that count within a part of all cases: "Of those concluded, five were fined and the rest warned"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.words.normal import normalise
from foidesk.words.small_numbers import BODY_KINDS

from ..basis.asked import without_own_place
from ..basis.ground import Ground
from ..figures.seen import Stretch, look

_OPENS = re.compile(
    r"\b(?:of|among|amongst|in|within|for|from|where|when|once|with|von|unter|bei|im)\b", re.IGNORECASE
)
_OF_THE = re.compile(r"\W*(?:out\s+)?of\s+(?:(?:the|these|those|our|all)\s+){1,2}", re.IGNORECASE)
_ALL = frozenset(
    normalise(
        "the a that this these those them which same year years period time calendar financial total all "
        "our such respectively other others remaining and we i had have there they it was were is been "
        "received recorded reported made logged cases matters number in for of by during over to answer "
        "response question confirm can also der die das den dem diesen diese davon jahr jahre jahren wir "
        "es waren wurden gab und im in fälle fällen "
    ).split()
)
"""Words before the first number that name no part of the cases."""


def is_of_part(ground: Ground, text: str) -> bool:
    """True if words before the first number name some of the cases: "In the closed cases, 5 were fined"."""
    seen = look(ground, text)
    told: list[Stretch] = [*seen.numbers, *seen.referred, *(hit for _, hit in seen.categories)]
    first = min((one.start for one in told), default=0)
    opens = _OPENS.search(text[:first])
    known: list[Stretch] = [*seen.periods, *seen.nouns]
    return opens is not None and _names_some(ground, text, opens.start(), first, known)


def is_base_of_part(ground: Ground, text: str, start: int, end: int) -> bool:
    """True for the twelve of "Of the twelve attacks on people, five were children": some of all, and no total."""
    comma = text.find(",", end)
    if comma < 0 or _OF_THE.fullmatch(text[:start]) is None:
        return False
    seen = look(ground, text)
    known: list[Stretch] = [*seen.periods, *seen.nouns, *(hit for _, hit in seen.categories)]
    return _names_some(ground, text, end, comma, known)


def _names_some(ground: Ground, text: str, start: int, end: int, known: Sequence[Stretch]) -> bool:
    """True if words of a stretch, besides those known, say of which cases it speaks."""
    signs = list(text)
    for one in known:
        signs[one.start : one.end] = " " * (one.end - one.start)
    left = normalise(without_own_place(ground, "".join(signs[start:end])))
    return any(word not in _ALL and word not in BODY_KINDS for word in left.split() if any(map(str.isalpha, word)))
