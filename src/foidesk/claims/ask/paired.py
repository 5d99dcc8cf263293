"""Two numbers told behind a comparison of two bodies, kinds or years, in the order of these.

"More claims at Exampleton than Sampleton: 11 to five", "laptops cost more than chairs did: £9 against £4",
"fewer in 2023 than in 2022 – 86 against 89". Which of the two is more, the words say too; numbers that say the
opposite contradict them, and so do "fell from nine to 14" and "rose from 14 to nine".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from foidesk.words.figures import Figure, When

from .clause import Clause
from .reading import Group
from .seen import BodySeen, CategorySeen
from .wording import FALL, RISE

_COMPARED = re.compile(
    r"\b(?:than|as|against|compared (?:with|to)|overtook|outstripped|ahead of|behind|beat)\s(?:[\w’']+\s){0,4}$"
)
"""Between the first and the second of those compared, at its end."""
_SET_OFF = re.compile(
    r"(?:\s(?:did|does|do|had|has|have|was|were))?(?:\s(?:together|combined|put together|between them))?"
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
_FROM = re.compile(
    rf"\b(?:(?P<up>{RISE})|(?P<down>{FALL}))(?:\s(?:slightly|sharply|steeply|steadily|again|back|away))?"
    r"\sfrom\s(?:just\s|only\s|some\s|about\s|around\s)*$",
    re.IGNORECASE,
)
"""Right before the first of two numbers of a change."""
_CAME_FROM = re.compile(
    r"(?:\s[a-z][\w'’-]*){0,6}(?:\s(?:in|for|during)\s(?:the\s)?[\w/–-]+)?"
    r"(?:\s(?:last|this) year)?(?:,|\s[–—-]|\s\()\s"
    r"(?:which (?:is|was)\s)?(?P<way>up|down)\sfrom\s(?:just\s|only\s|the\s)*",
    re.IGNORECASE,
)
"""Between a number and the one that it came from: "262 in 2025, *down from* 279"."""
_UP_TO = re.compile(
    r"(?:\s[\w'’-]+){0,5},?\sto\s(?:just\s|only\s|some\s|about\s|around\s)*(?:the\s)?", re.IGNORECASE
)
"""Between its two numbers."""
TURNED = "the words and the two numbers do not agree on which of the two is more"

Seen = BodySeen | CategorySeen | When


@dataclass(frozen=True, slots=True)
class Sides:
    """The first of two that are compared, and the one or those behind it."""

    first: Sequence[Seen]
    second: Sequence[Seen]


def paired(part: Clause) -> Group | None:
    """The side of a comparison of bodies that the figure is of; None if the sentence tells no such pair."""
    found = _side(part, _bodies(part))
    ids = dict.fromkeys(one.body for one in found or () if isinstance(one, BodySeen))
    return Group("listed", tuple(ids)) if ids else None


def paired_kind(part: Clause) -> tuple[str, tuple[str, ...]] | None:
    """The variable and the kind that the figure is of: the first number is of the first kind."""
    found = _side(part, _kinds(part))
    kinds = [one for one in found or () if isinstance(one, CategorySeen)]
    return (kinds[0].variable, kinds[0].categories) if kinds else None


def paired_year(part: Clause) -> When | None:
    """The date that the figure is of, where two dates are compared."""
    found = _side(part, _dates(part))
    return next((one for one in found or () if isinstance(one, When)), None)


def turned(part: Clause) -> str:
    """How words and numbers exclude each other: "more than Sampleton: 11 to 15", "fell from nine to 14"."""
    return TURNED if _is_turned(part) or _moves_back(part) else ""


def _is_turned(part: Clause) -> bool:
    for sides in filter(None, (_bodies(part), _kinds(part), _dates(part))):
        numbers = _numbers(part, sides)
        if not any(one.at == part.figure.at for one in numbers):
            continue
        words = part.one.plain[: sides.second[0].start]
        more, fewer = _MORE.search(words), _FEWER.search(words)
        first, second = (one.value or Decimal(0) for one in numbers)
        if (more and not fewer and first <= second) or (fewer and not more and first >= second):
            return True
    return False


def _moves_back(part: Clause) -> bool:
    """ "Fell from nine to 14": the figure is one of the two, both written as plain numbers of one kind."""
    text, figures = part.one.plain, part.one.figures
    plain = [one for one in figures if one.kind not in ("date", "rank", "superlative", "duration")]
    for one, two in itertools.pairwise(plain):
        if part.figure.at not in (one.at, two.at) or one.value is None or two.value is None:
            continue
        if one.kind == two.kind and one.unit == two.unit and not (one.hedge or two.hedge):
            came = _CAME_FROM.fullmatch(text[one.end : two.start])
            if came and (one.value > two.value) != (came["way"].lower() == "up") and one.value != two.value:
                return True
        found = _FROM.search(text[: one.start])
        if found is None or one.kind != two.kind or one.unit != two.unit or one.hedge or two.hedge:
            continue
        if not _UP_TO.fullmatch(text[one.end : two.start]):
            continue
        if (found["up"] and one.value > two.value) or (found["down"] and one.value < two.value):
            return True
    return False


def _side(part: Clause, sides: Sides | None) -> Sequence[Seen] | None:
    if sides is None:
        return None
    for number, side in zip(_numbers(part, sides), (sides.first, sides.second), strict=False):
        if number.at == part.figure.at:
            return side
    return None


def _numbers(part: Clause, sides: Sides) -> tuple[Figure, ...]:
    """The two numbers right behind the comparison; none if they do not stand there."""
    last, text = sides.second[-1].end, part.one.plain
    found = [
        one for one in part.one.figures if one.start >= last and one.kind not in ("date", "rank", "superlative")
    ]
    if len(found) < 2 or not _SET_OFF.fullmatch(text[last : found[0].start]):
        return ()
    return tuple(found[:2]) if _TO.fullmatch(text[found[0].end : found[1].start]) else ()


def _bodies(part: Clause) -> Sides | None:
    text, bodies = part.one.plain, part.one.bodies
    if len(bodies) < 2 or not _COMPARED.search(text[bodies[0].end : bodies[1].start]):
        return None
    behind = [bodies[1]]
    for seen in bodies[2:]:
        if not _AND.fullmatch(text[behind[-1].end : seen.start]):
            break
        behind.append(seen)
    return Sides([bodies[0]], behind)


def _kinds(part: Clause) -> Sides | None:
    """Two kinds of one variable, each named once."""
    seen = [one for one in part.one.categories if len(part.one.categories) == 2]
    if len(seen) != 2 or seen[0].variable != seen[1].variable or seen[0].categories == seen[1].categories:
        return None
    compared = _COMPARED.search(part.one.plain[seen[0].end : seen[1].start])
    return Sides([seen[0]], [seen[1]]) if compared else None


def _dates(part: Clause) -> Sides | None:
    dated = [one for one in part.one.whens if one.first is not None]
    if len(dated) != 2 or not _COMPARED.search(part.one.plain[dated[0].end : dated[1].start]):
        return None
    return Sides([dated[0]], [dated[1]])
