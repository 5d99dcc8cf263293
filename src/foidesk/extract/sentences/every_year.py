"""A none said of each year: "£0 in each of the three years", "No appeals in any of the years" is none in all.

Of another number it is not said so here: "12 in each of the three years" is 12 or 36, and is asked about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.words.numbers import numbers
from foidesk.words.small_numbers import FEW, FEW_GERMAN, few
from foidesk.words.totals import zeros

from ..basis.asked import years_of_window
from ..basis.ground import Ground
from .over import Sentence

_COUNT = rf"(?P<count>{few(2)}|\d{{1,2}}|{few(2, german=True)})"
_EVERY = re.compile(
    r"[,\s]\s*(?:in|for|during|over|across|im|für|in\s+den|während)?\s*"
    rf"(?:(?:each|any|all|every\s+one|(?P<two>either|both))\s+(?:of\s+)?(?:(?:the|these|those)\s+)?(?:{_COUNT}\s+)?"
    r"(?:(?:calendar|financial|fiscal|academic|school|relevant)\s+)?years?"
    r"|(?:every|each)\s+year"
    rf"|(?:jedem|allen|keinem)\s+(?:der\s+|dieser\s+)?(?P<zahl>{few(2, german=True)})?\s*jahre?n?)"
    r"(?:\s+(?:requested|asked\s+(?:about|for)|in\s+question|specified|concerned|listed|above))?\b",
    re.IGNORECASE,
)


def without_every_year(ground: Ground, sentence: Sentence) -> Sentence:
    """The sentence without "in each of the three years" where it says none; else as it is."""
    text = sentence.text
    found = _EVERY.search(text)
    if found is None or ground.period_in(text):
        return sentence
    if of_other_years(ground, text):
        return sentence
    rest = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    words = [word for word in numbers(rest) if word.is_amount]
    if any(word.exact != 0 for word in words) or not (words or zeros(rest)):
        return sentence
    return replace(sentence, piece=replace(sentence.piece, text=rest))


def of_other_years(ground: Ground, text: str) -> bool:
    """True if the words speak of so many years, and so many were not asked about: "in either year" of three."""
    found = None if ground.period_in(text) else _EVERY.search(text)
    return found is not None and _count(found) not in (0, years_of_window(ground))


def _count(found: re.Match[str]) -> int:
    """How many years the words speak of; 0 if they do not say."""
    word = (found["count"] or found["zahl"] or ("two" if found["two"] else "")).lower()
    for words in (FEW, FEW_GERMAN):
        if word in words:
            return words.index(word) + 1
    return int(word) if word else 0
