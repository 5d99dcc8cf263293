"""An answer in the question's own words around one number: "35 issued." to "How many notices did you issue?"."""

from __future__ import annotations

import re

from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.near import ask
from ..basis.plain import PLAIN
from ..figures.seen import Seen, look, words_besides

LONGEST = 14
_POINTS = frozenset(
    "see above below answer question response note refer section page table item point part same attached "
    "to from up until till by than bis ab siehe oben unten anlage nicht not no never und and or oder of".split()
)
_TIME = re.compile(
    r"\s*(?:working\s+|calendar\s+|full\s+)?(?:years?|months?|weeks?|days?|hours?|minutes?|jahre?n?|monate?n?|wochen?|tagen?)\b",
    re.IGNORECASE,
)


def in_its_words(ground: Ground, question: str, seen: Seen) -> bool:
    """True if a sentence has one number, and no word that is neither plain nor of the question above it.

    Words that point elsewhere ("see 2 above"), deny or join are none of these, nor is a stretch of time.
    """
    asked = ask(ground, question)
    if asked is None or len(asked.measures) != 1 or len(seen.numbers) != 1 or seen.nouns or seen.categories:
        return False
    word = seen.numbers[0]
    rest = rest_of(seen)
    if seen.referred or _TIME.match(seen.text, word.end) or len(rest) > LONGEST or "%" in seen.text:
        return False
    measure = ground.context.codebook.measure(asked.measures[0])
    ours = set(normalise(f"{asked.text} {measure.unit}").split()) - _ABOUT
    return all(one not in _POINTS and (one in PLAIN or one in ours) for one in rest)


_FIRST_PART = re.compile(
    r"^\W*(?:how\s+many|(?:the\s+)?(?:total\s+)?number\s+of|wie\s?viele?)\b(?P<asked>.*?)(?:,|\?|;|\s+and\s+|\s+und\s+|$)",
    re.IGNORECASE | re.DOTALL,
)


def says_what_is_asked(ground: Ground, question: str, text: str) -> bool:
    """True for "six were appealed" below "How many were appealed, and what was the outcome?": it says the verb."""
    asked = ask(ground, question)
    first = _FIRST_PART.match(asked.text) if asked is not None and len(asked.measures) == 1 else None
    if first is None:
        return False
    said = [
        word for word in words_besides(text, look(ground, text).numbers) if word.isalpha() and word not in PLAIN
    ]
    verbs = {word for word in normalise(first["asked"]).split() if word not in PLAIN}
    return bool(said) and said[-1].endswith(("ed", "t", "n")) and set(said) <= verbs


_TOTAL = re.compile(
    r"\W*(?:(?:the\s+)?(?:grand\s+|overall\s+)?(?:total|gesamt|insgesamt)\s*(?:is|was)?\s*[:=–—-]?\s*[\d,.]+"
    r"|[\d,.]+\s+(?:in\s+total|in\s+all|altogether|overall|insgesamt))\W*",
    re.IGNORECASE,
)


def says_total(ground: Ground, question: str, text: str) -> bool:
    """True for "Total: 60" below a question that counts one thing, whatever else it asks of it."""
    asked = ask(ground, question)
    if asked is None or len(asked.measures) != 1 or not _TOTAL.fullmatch(text):
        return False
    return ground.context.codebook.measure(asked.measures[0]).type == "count"


def asks_sum(ground: Ground, question: str) -> bool:
    """True for a question that asks for a count and for one sum of money."""
    asked = ask(ground, question)
    types = sorted(ground.context.codebook.measure(id).type for id in asked.measures) if asked else []
    return types == ["count", "money"]


_ABOUT = frozenset("number total how many much".split())


def rest_of(seen: Seen) -> list[str]:
    """The words of a sentence without its number and periods."""
    words = words_besides(seen.text, seen.numbers, seen.periods)
    return [word for word in words if any(sign.isalnum() for sign in word)]
