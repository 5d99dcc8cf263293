"""The dates of accusations: reckoned from the story's day or a date told before, held against the row's period."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from foidesk.model import Observation
from foidesk.words.figures import When

from .sentence import Sentence

_SHIFT = re.compile(
    r"\b(?P<n>an?|the|[a-z]+|\d{1,2}) years? (?P<way>earlier|before|previously|later|after|afterwards|on)\b|"
    r"\bthe (?P<which>following|next|previous|preceding) year\b|"
    r"\b(?:that|this|the) same year\b|\bthat (?:very )?year\b",
    re.IGNORECASE,
)
"""A year that is reckoned from one told before: "that year", "two years earlier"."""
_BACK = ("earlier", "before", "previously", "previous", "preceding")
_ONE = ("a", "an", "the", "one")
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_A_DAY = timedelta(days=1)


def dated(one: Sentence, before: tuple[When, ...], day: date | None) -> Sentence:
    """The sentence with its relative years as days: from those told before it, or the day of the story.

    What neither settles stays without days.
    """
    own: list[When] = []
    for when in sorted([*one.whens, *_more(one)], key=lambda when: when.start):
        ahead = tuple(other for other in own if other.explicit) or before
        own.append(_settled(when, ahead, day))
    return replace(one, whens=tuple(own))


def settles(case: Observation, when: When) -> bool:
    """True if the row's period lies in the days of the date."""
    if case.period is None or when.first is None or when.last is None:
        return False
    return when.first <= case.period.start and when.last >= case.period.end - _A_DAY


def _more(one: Sentence) -> list[When]:
    """Relative years that are no dates elsewhere: "that year"."""
    found = []
    for shift in _SHIFT.finditer(one.plain):
        number = (shift["n"] or "").lower()
        if number and number not in _ONE and number not in _NUMBERS and not number.isdigit():
            continue
        if not any(when.start < shift.end() and shift.start() < when.end for when in one.whens):
            found.append(When(*shift.span(), shift[0], explicit=False))
    return found


def _settled(when: When, before: tuple[When, ...], day: date | None) -> When:
    if shift := _SHIFT.search(when.text):
        years = {other.first.year if _in_a_year(other) and other.first else 0 for other in before}
        year = years.pop() if len(years) == 1 else 0
        return _year(when, year + _steps(shift) if year else 0)
    if when.number and when.unit == "years" and day is not None:
        if not when.window:
            return _year(when, day.year - when.number if when.text.lower().endswith("ago") else 0)
        if re.search(r"\b(?:past|last|previous)\b", when.text, re.IGNORECASE):
            return replace(when, first=date(day.year - when.number, day.month, min(day.day, 28)), last=day)
    return when


def _in_a_year(when: When) -> bool:
    return when.first is not None and when.last is not None and when.first.year == when.last.year


def _year(when: When, year: int) -> When:
    """The date as a whole year; without days if it is none."""
    first, last = (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
    return replace(when, first=first, last=last)


def _steps(shift: re.Match[str]) -> int:
    """By how many years it goes on, or back."""
    way = (shift["way"] or shift["which"] or "").lower()
    if not way:
        return 0
    word = (shift["n"] or "one").lower()
    many = 1 if word in _ONE else _NUMBERS[word] if word in _NUMBERS else int(word)
    return -many if way in _BACK else many
