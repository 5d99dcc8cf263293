"""Two numbers told behind a comparison of two bodies, in the order of these: "… than Sampleton: 11 to five"."""

from __future__ import annotations

import re
from decimal import Decimal

from foidesk.words.figures import Figure

from .clause import Clause
from .lexicon import BodySeen
from .reading import Group

_COMPARED = re.compile(
    r"\b(?:than|as|against|compared (?:with|to)|overtook|outstripped|ahead of|behind|beat)\s(?:[\w’']+\s){0,4}$"
)
"""Between the first and the second of those compared, at its end."""
_SET_OFF = re.compile(
    r"(?:\s(?:together|combined|put together|between them))?"
    r"(?:\s(?:in|for|during|over)\s[\w/ ]{2,24}|\s(?:last|this) year)?"
    r"(?:,|:|\s[–—-]|\s?\()\s?(?:with\s|at\s|by\s|only\s|just\s)*"
)
"""Between the second and the first number."""
_TO = re.compile(
    r"(?:\s[\w£$€%-]+){0,2},?\s(?:against|to|versus|vs\.?|compared (?:with|to)|and|as against)\s"
    r"(?:just\s|only\s|the\s)*"
)
"""Between the two numbers."""
_MORE = re.compile(
    r"\b(?:more|higher|longer|greater|larger|bigger|busier|slower|overtook|outstripped)\b", re.IGNORECASE
)
_FEWER = re.compile(r"\b(?:fewer|less|lower|shorter|smaller|quicker|faster)\b", re.IGNORECASE)
_AND = re.compile(r",?\sand\s(?:the\s)?|,\s(?:the\s)?")


def paired(part: Clause) -> Group | None:
    """The side of the comparison that the figure is of; None if the sentence tells no such pair."""
    sides, numbers = _sides(part), _numbers(part)
    for number, side in zip(numbers, sides or (), strict=False):
        if number.at == part.figure.at:
            return Group("listed", tuple(dict.fromkeys(seen.body for seen in side)))
    return None


def is_turned(part: Clause) -> bool:
    """ "More than Sampleton: 11 to 15": the words say more, the numbers less."""
    sides, numbers = _sides(part), _numbers(part)
    if sides is None or not any(one.at == part.figure.at for one in numbers):
        return False
    words = part.one.plain[: sides[1][0].start]
    more, fewer = _MORE.search(words), _FEWER.search(words)
    first, second = (one.value or Decimal(0) for one in numbers)
    return bool((more and not fewer and first <= second) or (fewer and not more and first >= second))


def _numbers(part: Clause) -> tuple[Figure, ...]:
    """The two numbers right behind the comparison; none if they do not stand there."""
    sides = _sides(part)
    if sides is None:
        return ()
    last, text = sides[1][-1].end, part.one.plain
    found = [
        one for one in part.one.figures if one.start > last and one.kind not in ("date", "rank", "superlative")
    ]
    if len(found) < 2 or not _SET_OFF.fullmatch(text[last : found[0].start]):
        return ()
    return tuple(found[:2]) if _TO.fullmatch(text[found[0].end : found[1].start]) else ()


def _sides(part: Clause) -> tuple[list[BodySeen], list[BodySeen]] | None:
    """The body in front of the comparison, and the one or those behind it."""
    text, bodies = part.one.plain, part.one.bodies
    if len(bodies) < 2 or not _COMPARED.search(text[bodies[0].end : bodies[1].start]):
        return None
    behind = [bodies[1]]
    for seen in bodies[2:]:
        if not _AND.fullmatch(text[behind[-1].end : seen.start]):
            break
        behind.append(seen)
    return [bodies[0]], behind
