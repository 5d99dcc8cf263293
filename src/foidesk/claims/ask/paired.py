"""Two numbers told behind a comparison of two bodies, in the order of these: "… than Sampleton: 11 to five"."""

from __future__ import annotations

import re

from .clause import Clause
from .lexicon import BodySeen
from .reading import Group

_COMPARED = re.compile(r"\b(?:than|as|against|compared (?:with|to)|overtook|outstripped|ahead of|behind|beat)\s(?:[\w’']+\s){0,4}$")
"""Between the first and the second of those compared, at its end."""
_SET_OFF = re.compile(r"(?:\s(?:together|combined|put together|between them))?(?:,|:|\s[–—-]|\s?\()\s?(?:with\s|at\s|by\s|only\s|just\s)*")
"""Between the second and the first number."""
_TO = re.compile(r"(?:\s[\w£$€%-]+){0,2},?\s(?:against|to|versus|vs\.?|compared (?:with|to)|and|as against)\s(?:just\s|only\s|the\s)*")
"""Between the two numbers."""
_AND = re.compile(r",?\sand\s(?:the\s)?|,\s(?:the\s)?")


def paired(part: Clause) -> Group | None:
    """The side of the comparison that the figure is of; None if the sentence tells no such pair."""
    sides = _sides(part)
    if sides is None:
        return None
    last = sides[1][-1].end
    numbers = [one for one in part.one.figures if one.start > last and one.kind not in ("date", "rank", "superlative")]
    if len(numbers) < 2 or not _SET_OFF.fullmatch(part.one.plain[last : numbers[0].start]):
        return None
    if not _TO.fullmatch(part.one.plain[numbers[0].end : numbers[1].start]):
        return None
    for number, side in zip(numbers[:2], sides, strict=True):
        if number.at == part.figure.at:
            return Group("listed", tuple(dict.fromkeys(seen.body for seen in side)))
    return None


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
