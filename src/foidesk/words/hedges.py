"""Words around a number that make it a bound: "fewer than 5", "5 or more", "up to 10", "about 200"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .lazy import lazy

HEDGES = ("", "fewer than", "at most", "at least", "more than", "about", "between")

_BEFORE = (
    ("at most", r"up to|no more than|not more than|not exceeding|at most|a? ?maximum of|max\.? of|≤|<="),
    ("at least", r"at least|no fewer than|no less than|not fewer than|not less than|a? ?minimum of|≥|>="),
    (
        "fewer than",
        r"fewer than|less than|lower than|smaller than|under|below|(?<![-=<>])<(?=[ \t]*$)|&lt;|weniger als|unter",
    ),
    (
        "about",
        (
            r"about|around|approximately|approx\.?|broadly|circa|ca?\.|roughly|nearly|almost|close to|"
            r"just under|just over|well over|an estimated|estimated|in the region of|some|"
            r"[~≈]|etwa|rund"
        ),
    ),
    (
        "more than",
        (
            r"more than|greater than|higher than|over|above|exceeding|in excess of|upwards of|"
            r"(?<![-=<>])>(?=[ \t]*$)|&gt;|mehr als|über"
        ),
    ),
)
_AFTER = (
    (
        "about",
        (
            r"or so\b|or thereabouts|-?ish\b|odd\b|"
            r"\(?(?:approx(?:imately|\.)?|estimated|est\.|circa|ca\.)(?![^\W\d])\)?"
        ),
    ),
    ("at most", r"at most\b|or fewer|or less|or under|or below|and under|and below|or lower|oder weniger"),
    (
        "at least",
        (
            r"at least\b|or more|or above|or over|or greater|or higher|and over|and above|and more|plus\b|"
            r"\+(?![\d+])|oder mehr"
        ),
    ),
)
_OPENERS = tuple(
    (hedge, lazy(rf"(?<!\w)(?:{words})[^\S\n]*\n?[^\S\n]*$", re.IGNORECASE)) for hedge, words in _BEFORE
)
_CLOSERS = tuple((hedge, lazy(rf"\s?(?:{words})", re.IGNORECASE)) for hedge, words in _AFTER)
_DECIDED = lazy(
    r"[^.;]{0,60}?\b(?:entsch(?:ied|eid)\w*|befunden|beraten|verhandelt|geurteilt|gesprochen|berichtet)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Hedged:
    """The hedge, and the characters that it and the number take together."""

    hedge: str
    start: int
    end: int


def hedged(text: str, start: int, end: int) -> Hedged:
    """The hedge before or after characters `start` to `end`; "" where there is none."""
    begin = max(0, start - _LOOK_BACK)
    before = text[begin:start]
    for hedge, opener in _OPENERS:
        if (found := opener.search(before)) and not _is_about(found[0], text[end:]):
            return Hedged(hedge, begin + found.start(), end)
    for hedge, closer in _CLOSERS:
        if found := closer.match(text, end):
            return Hedged(hedge, start, found.end())
    return Hedged("", start, end)


def _is_about(opener: str, after: str) -> bool:
    """True for German "über drei ist noch nicht entschieden": on three, not more than three."""
    return opener.strip().casefold() == "über" and _DECIDED.match(after) is not None


def bounds(hedge: str, value: Decimal, whole: bool) -> tuple[Decimal | None, Decimal | None]:
    """The smallest and largest number that a hedged one allows, both included; None is unbounded.

    A whole number "fewer than 5" is at most 4; of amounts that are not whole, the bound itself is kept, which is
    never too narrow. "About" bounds nothing: both are None.
    """
    step = Decimal(1) if whole else Decimal(0)
    if hedge == "about":
        return None, None
    if hedge == "fewer than":
        return (Decimal(0), value - step) if value - step >= 0 else (None, None)
    if hedge == "at most":
        return (Decimal(0), value) if value >= 0 else (None, value)
    if hedge == "at least":
        return value, None
    return (value + step, None) if hedge == "more than" else (value, value)
