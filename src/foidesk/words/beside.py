"""Ways of looking at a number and the words beside it: the tests that the entries of `ignored` are made of."""

from __future__ import annotations

import re
from collections.abc import Callable

from .numbers import NumberWord
from .spelt import spelt_numbers

SIGHT = 80
Matcher = Callable[[str, NumberWord], bool]


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
    return max(0, number.start - SIGHT), min(len(text), number.end + SIGHT)


def covered_by(*patterns: str, near: str = "", never: str = "", flags: int = re.IGNORECASE) -> Matcher:
    """True if a pattern covers the number, `near` stands in sight of it, and `never` does not."""
    compiled = [re.compile(pattern, flags | re.MULTILINE) for pattern in patterns]
    context = re.compile(near, re.IGNORECASE) if near else None
    veto = re.compile(never, re.IGNORECASE) if never else None

    def matches(text: str, number: NumberWord) -> bool:
        start, end = core(number)
        first, last = sight(text, number)
        if (context and not context.search(text, first, last)) or (veto and veto.search(text, first, last)):
            return False
        found = (match for pattern in compiled for match in pattern.finditer(text, first, last))
        return any(match.start() <= start and end <= match.end() for match in found)

    return matches


def of_kind(*kinds: str) -> Matcher:
    """True for a number of one of the kinds."""
    return lambda text, number: number.kind in kinds


def either(*matchers: Matcher) -> Matcher:
    return lambda text, number: any(matcher(text, number) for matcher in matchers)


def both(*matchers: Matcher) -> Matcher:
    return lambda text, number: all(matcher(text, number) for matcher in matchers)
