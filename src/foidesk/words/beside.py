"""Ways of looking at a number and the words beside it: the tests that the entries of `ignored` are made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from .lazy import lazy
from .numbers import NumberWord
from .spelt import spelt_numbers

SIGHT = 80
Matcher = Callable[[str, NumberWord], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of number that is not data: its name, what it covers, and the test of a number in its text."""

    name: str
    doc: str
    matches: Matcher


@lru_cache(maxsize=4096)
def core(number: NumberWord) -> tuple[int, int]:
    """The characters of the number itself, without hedge."""
    digits = [place for place, letter in enumerate(number.text) if letter.isdecimal()]
    if digits:
        return number.start + digits[0], number.start + digits[-1] + 1
    spelt = spelt_numbers(number.text)
    if not spelt:
        return number.start, number.end
    return number.start + spelt[0].start, number.start + spelt[-1].end


def sight(text: str, number: NumberWord) -> tuple[int, int]:
    """The stretch of text, 80 characters either side, whose words may explain a number."""
    return max(0, number.start - SIGHT), min(len(text), number.end + SIGHT)


@lru_cache(maxsize=2048)
def _spans(pattern: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    """Starts and ends of all matches: a text is searched once for a pattern, however many numbers it holds."""
    spans = [found.span() for found in pattern.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def covers(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """True if a match of the pattern holds all characters from start to end."""
    starts, ends = _spans(pattern, text)
    place = bisect_right(starts, start) - 1
    return place >= 0 and end <= ends[place]


def _stands_between(pattern: re.Pattern[str], text: str, first: int, last: int) -> bool:
    starts, ends = _spans(pattern, text)
    place = bisect_left(starts, first)
    return place < len(starts) and ends[place] <= last


def covered_by(*patterns: str, near: str = "", never: str = "", flags: int = re.IGNORECASE) -> Matcher:
    """True if a pattern covers the number, `near` stands in sight of it, and `never` does not."""
    compiled = [lazy(pattern, flags | re.MULTILINE) for pattern in patterns]
    context = lazy(near, re.IGNORECASE) if near else None
    veto = lazy(never, re.IGNORECASE) if never else None

    def matches(text: str, number: NumberWord) -> bool:
        start, end = core(number)
        if not any(covers(pattern, text, start, end) for pattern in compiled):
            return False
        seen = sight(text, number)
        if veto and _stands_between(veto, text, *seen):
            return False
        return context is None or _stands_between(context, text, *seen)

    return matches


def of_kind(*kinds: str) -> Matcher:
    """True for a number of one of the kinds."""
    return lambda text, number: number.kind in kinds


def either(*matchers: Matcher) -> Matcher:
    """True where one of the tests is."""
    return lambda text, number: any(matcher(text, number) for matcher in matchers)


def both(*matchers: Matcher) -> Matcher:
    """True where all of the tests are."""
    return lambda text, number: all(matcher(text, number) for matcher in matchers)
