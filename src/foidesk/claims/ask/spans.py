"""Lengths of time and their limits in one spelling: "past the hour", "sixty minutes-plus" are "over hour"."""

from __future__ import annotations

from foidesk.words.numbers import numbers

Word = tuple[str, int, int]
"""A word in its normal spelling with its place in the text."""
Found = tuple[tuple[str, ...], int]
"""Stems, and of how many words they are made."""
_UNITS = ("second", "minute", "min", "hour", "day", "week", "month", "year")
_LONGER = {"minute": (60, "hour"), "day": (7, "week"), "month": (12, "year")}
"""So many of a unit are one of the next."""
_PARTS = (
    (("three", "quarter", "of", "an", "hour"), "45"),
    (("a", "quarter", "of", "an", "hour"), "15"),
    (("quarter", "of", "an", "hour"), "15"),
    (("half", "an", "hour"), "30"),
    (("half", "hour"), "30"),
)
"""Parts of an hour, in minutes."""
_OVER = (
    "past beyond above exceed exceeded exceeding exceeds breach breached breaching breaches pass passed passing "
    "passes topped topping overran overrun overshot overstep overstepped over"
).split()
_STRETCHES = ("day", "week", "month", "year")
"""Units in which a survey is counted rather than a wait."""
_MARKS = ("mark", "limit", "target", "threshold", "line", "barrier")


def span_at(words: list[Word], at: int) -> Found | None:
    """The length of time that begins here, alone or under its limit; None if none does."""
    if words[at][0] in _OVER and not _is_window(words, at) and (found := _length(words, at + 1, True)):
        return ("over", *found[0]), 1 + found[1]
    return _length(words, at, False)


def _is_window(words: list[Word], at: int) -> bool:
    """ "The past year", "over the three years": how long it was counted, no limit; "over three years" may be both.

    The bare "over" is a word of its own then, and what stands behind it a length: the stems stay the same.
    """
    if words[at][0] == "past":
        return at > 0 and words[at - 1][0] in ("the", "this")
    if words[at][0] != "over":
        return False
    article = words[at + 1 : at + 2] and words[at + 1][0] == "the"
    found = _counted(words, at + 1 + bool(article), bool(article))
    if found is None or found[0][-1] not in _STRETCHES:
        return False
    following = words[at + 1 + bool(article) + found[1] :][:1]
    return not (following and following[0][0] in _MARKS)


def _length(words: list[Word], at: int, limit: bool) -> Found | None:
    """ "An hour", "sixty minutes", "the four-hour mark" as a number and a unit; of one, the unit alone."""
    start = at
    if limit and at < len(words) and words[at][0] == "the":
        at += 1
    found = _part(words, at) or _counted(words, at, limit and at > start)
    if found is None:
        return None
    stems, many = found
    end = at + many
    following = tuple(one[0] for one in words[end : end + 1])
    if limit and following and following[0] in _MARKS:
        end += 1
    elif not limit and following in (("long",), ("plus",)):
        return ("over", *stems), end + 1 - start
    elif not limit and stems == ("hour",) and following == ("mark",):
        end += 1
    return stems, end - start


def _part(words: list[Word], at: int) -> Found | None:
    for phrase, minutes in _PARTS:
        if tuple(one[0] for one in words[at : at + len(phrase)]) == phrase:
            return (minutes, "minute"), len(phrase)
    return None


def _counted(words: list[Word], at: int, bare: bool) -> Found | None:
    """A number or an article and a unit; the unit alone only behind "past the"."""
    if at >= len(words):
        return None
    first = words[at][0]
    if first == "hour" and (bare or _next(words, at) in ("long", "plus", "mark")):
        return ("hour",), 1
    if bare and first in _UNITS:
        return (_unit(first),), 1
    unit = _next(words, at)
    if unit not in _UNITS:
        return None
    if first in ("a", "an", "one"):
        return ((_unit(unit),), 2) if unit == "hour" else None
    number = _number(first)
    if not number:
        return None
    return _in_full(int(number), _unit(unit)), 2


def _next(words: list[Word], at: int) -> str:
    return words[at + 1][0] if at + 1 < len(words) else ""


def _unit(word: str) -> str:
    return "minute" if word == "min" else word


def _in_full(number: int, unit: str) -> tuple[str, ...]:
    many, longer = _LONGER.get(unit, (0, ""))
    if many and number % many == 0 and number:
        number, unit = number // many, longer
    return (unit,) if number == 1 else (str(number), unit)


def _number(word: str) -> str:
    """The digits of a small whole number, in figures or words; "" of anything else."""
    if word.isdigit():
        return str(int(word)) if len(word) < 4 else ""
    found = numbers(word) if word.replace("-", "").isalpha() else ()
    value = found[0].value if len(found) == 1 and found[0].text.lower() == word else None
    return str(int(value)) if value is not None and value == int(value) and 1 < value < 1000 else ""
