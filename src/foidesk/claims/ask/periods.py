"""The years that a sentence speaks of, as labels that the findings understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from foidesk.model import Period
from foidesk.words.figures import When

from .years import ends, is_year, moved

_AFTER = re.compile(
    r"\b(?:the|a) (?:year|following year) (?:after|later)\b|\ba year on\b(?! (?:the|from|\w+ing)\b)|"
    r"\bthe (?:following|next) year\b|\ba year later\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:the|a) year (?:before|earlier|ago|previously)\b|\bthe (?:previous|preceding) (?:year|12 months)\b|"
    r"\b(?:the )?(?:12|twelve) months (?:before|earlier|previously)\b",
    re.IGNORECASE,
)
_BEFORE_N = re.compile(
    r"\b(two|three|four|five|\d) years (?P<how>earlier|before|previously|ago|later|after|"
    r"on(?! (?:the|from|\w+ing)\b))\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:that|the same|in the same) year\b", re.IGNORECASE)
_YEARS_TO = re.compile(r"\b(two|three|four|five|\d|the) years (?:to|up to|until|ending(?: in)?)\s$", re.IGNORECASE)
"""Before the year with which a stretch ends: "the three years to 2023"."""
_PAST = re.compile(r"\b(?:last|this|past|previous|ago|earlier)\b", re.IGNORECASE)
SMALL_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
"""Numbers of years, in words."""


_BESIDE = re.compile(
    r"\b(?:(?P<since>since(?: the (?:start|beginning|turn) of)?)|"
    r"(?P<after>after|later than|beyond)|(?P<but>before|prior to|earlier than)|"
    r"(?:until|till|up to|through))\s(?:the\s)?(?:end of\s)?$",
    re.IGNORECASE,
)
"""Right before a date: which side of it is meant."""


@dataclass(frozen=True, slots=True)
class Span:
    """One period (`label`, "" for the whole window), or two that are compared. `given` if the words name any.

    `bad` says what the words name that the survey does not cover.
    """

    label: str = ""
    earlier: str = ""
    later: str = ""
    given: bool = False
    bad: str = ""


def labels(whens: tuple[When, ...], window: Period | None, text: str = "") -> Span:
    """The period of dates: a year, the window, or the two ends of a change. `text` is what the dates stand in."""
    explicit = [when for when in whens if when.first is not None and when.last is not None and _tells(when)]
    if not explicit:
        return _window(whens, window)
    one = explicit[0]
    assert one.first is not None and one.last is not None
    if len(explicit) == 1:
        if window is not None and _is_vague(one, window):
            return Span("", given=True, bad=one.text)
        outside = "" if _inside(one, window) or _is_year(one) else _with_year(one)
        if stretch := _YEARS_TO.search(text[max(0, one.start - 30) : one.start]):
            if stretch[1].lower() == "the":
                return _one_side(one, window, False, False) if window else Span("", given=True, bad=one.text)
            length = SMALL_NUMBERS.get(stretch[1].lower()) or int(stretch[1])
            first = one.last.replace(year=one.last.year - length + 1, month=1, day=1)
            return Span(_label(first, one.last, window), given=True)
        beside = _BESIDE.search(text[max(0, one.start - 24) : one.start])
        if beside and beside["since"]:
            return _since(one, window)
        if beside and window is not None:
            return _one_side(one, window, bool(beside["after"]), bool(beside["but"]))
        return Span(_label(one.first, one.last, window), _first_year(one), last_year(one), True, outside)
    years = [_label(when.first, when.last, window) for when in explicit if when.first and when.last]
    return Span(years[-1], years[0], years[-1], True)


_VAGUE = re.compile(r"\b(?P<part>early|mid|late)[ -]?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


def _is_vague(when: When, window: Period) -> bool:
    """ "Early 2014" as an end, unless the window itself begins or ends there: nobody knows which day is meant."""
    end = window.end - timedelta(days=1)
    edges = {(edge.year, ("early", "mid", "late")[(edge.month - 1) // 4]) for edge in (window.start, end)}
    return any((int(found["year"]), found["part"].lower()) not in edges for found in _VAGUE.finditer(when.text))


def _tells(when: When) -> bool:
    """True for a date that a figure can be of: written out, or a year reckoned from the dateline ("last year")."""
    return when.explicit or ("year" in when.text.lower() and not is_shift(when.text))


def is_shift(text: str) -> bool:
    """ "The year before", "a year later": reckoned from the year that the text spoke of last."""
    return bool(_AFTER.search(text) or _BEFORE.search(text) or _BEFORE_N.search(text) or _SAME.search(text))


def told_last(one: When) -> When:
    """ "The year before" without the days that a date line would give it: it is reckoned from the text."""
    return one if one.explicit or not is_shift(one.text) else replace(one, first=None, last=None)


_LAST_YEAR = re.compile(
    r"\b(?P<which>last|this|(?:the )?(?:last|latest|previous|current)) (?P<kind>(?:financial|tax|fiscal) )?year\b",
    re.IGNORECASE,
)


def of_financial(one: When, window: Period | None, day: date | None) -> When:
    """ "Last year", where the survey asks by financial years: the one before that of the day of the story.

    "The past year" of a story that appears within a year of the last one asked about is that one.
    """
    found = _LAST_YEAR.search(one.text)
    if window is None or day is None or one.explicit:
        return one
    last = window.end - timedelta(days=1)
    if _PAST_YEAR.search(one.text) and 0 <= (day - last).days <= _A_YEAR and (last.month, last.day) in _ENDS:
        return replace(one, first=window.end.replace(year=window.end.year - 1), last=last)
    if found is None:
        return one
    financial = (window.start.month, window.start.day, last.month, last.day) == (4, 1, 3, 31)
    if not found["kind"] and (not financial or one.first is None):
        return one
    year = day.year - (day.month < _APRIL) - (found["which"].lower().split()[-1] not in ("this", "current"))
    return replace(one, first=date(year, 4, 1), last=date(year + 1, 3, 31))


_APRIL = 4
_A_YEAR = 366
_ENDS = ((12, 31), (3, 31))
_PAST_YEAR = re.compile(r"\bthe (?:past|last) year\b", re.IGNORECASE)


def shifts(text: str) -> Iterator[tuple[int, int]]:
    """Where such words stand."""
    for pattern in (_AFTER, _BEFORE, _BEFORE_N, _SAME):
        yield from (found.span() for found in pattern.finditer(text))


_FROM = re.compile(r"\b(?:on|than|from|over|against|compared (?:with|to)|since)\s(?:in\s)?$", re.IGNORECASE)


def counted_from(text: str) -> str:
    """The words of a shifted year that a change is counted from: "up 34 per cent on *the year before*"."""
    return next((text[start:end] for start, end in shifts(text) if _FROM.search(text[:start])), "")


def _one_side(one: When, window: Period, after: bool, but: bool) -> Span:
    """ "After 2012", "up to 2012": what lies in the window on that side; `but` leaves the date itself out."""
    assert one.first is not None and one.last is not None
    end = window.end - timedelta(days=1)
    first = one.last + timedelta(days=1) if after else window.start
    last = end if after else one.first - timedelta(days=1) if but else one.last
    last = end if _is_year(one) and one.first <= end < last else last
    if first > last or first < window.start or last > end:
        return Span("", given=True, bad=one.text)
    return Span(_label(first, last, window), given=True)


def _since(one: When, window: Period | None) -> Span:
    """ "Since 2021" begins a change; of a sum it is what lies between it and the end of the window."""
    assert one.first is not None and one.last is not None
    end = window.end - timedelta(days=1) if window else one.first
    bad = "" if window is None or window.start <= one.last <= end else f"since {one.text}"
    label = "" if window is None or bad else _label(max(one.first, window.start), end, window)
    return Span(
        label, ends(one.first, one.last)[0], ends(window.start if window else one.first, end)[1], True, bad
    )


def _window(whens: tuple[When, ...], window: Period | None) -> Span:
    """ "In the past five years" is the window if it is about as long; else it is no period of the survey.

    "Last year", "this month" without a dateline to reckon from are none either.
    """
    for when in whens:
        if not when.explicit and not when.window and _PAST.search(when.text) and not is_shift(when.text):
            return Span("", given=True, bad=when.text)
        if when.window and window is not None and when.unit == "years":
            years = (window.end - window.start).days / 365.25
            return Span("", "", "", True, "" if abs(years - when.number) < 0.6 else when.text)
    return Span()


def _label(first: date, last: date, window: Period | None) -> str:
    """ "2021" for a calendar year, "2012/13" for a financial one, "" for the whole window; else the days."""
    if window is not None and first <= window.start and last >= window.end - timedelta(days=1):
        return ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if (first.month, first.day, last.month, last.day) == (4, 1, 3, 31) and last.year == first.year + 1:
        return f"{first.year}/{last.year % 100:02}"
    return f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"


def _with_year(one: When) -> str:
    """The words of a date, with the year that "last year" was reckoned to be."""
    return one.text if any(map(str.isdigit, one.text)) else f"{one.text} ({last_year(one)})"


def _is_year(one: When) -> bool:
    """A year outside the window is a question that has no answer, not one that is not understood."""
    return one.explicit and bool(re.fullmatch(r"(?:19|20)\d\d", one.text))


def _first_year(one: When) -> str:
    """The year a stretch begins with, for "between 2021 and 2023"."""
    assert one.first is not None and one.last is not None
    first, last = ends(one.first, one.last)
    return first if last > first else ""


def _inside(one: When, window: Period | None) -> bool:
    if window is None or one.first is None or one.last is None:
        return True
    return one.first < window.end and one.last >= window.start


def last_year(one: When) -> str:
    """The year that a stretch ends with."""
    return ends(one.first or one.last, one.last)[1] if one.last else ""


def told_years(whens: tuple[When, ...]) -> list[str]:
    """The years of the dates that are written out, in the form in which they are told."""
    dated = [when for when in whens if when.first is not None and when.explicit]
    return [ends(when.first, when.last or when.first)[0] for when in dated if when.first is not None]


def shifted_year(text: str, before: Span) -> Span | None:
    """ "The year after", "a year earlier", "that year": counted from the year that the text spoke of last."""
    if not is_year(before.label):
        return None
    if found := _BEFORE_N.search(text):
        number = SMALL_NUMBERS.get(found[1].lower()) or int(found[1])
        ahead = found["how"].lower() in ("later", "after", "on")
        return Span(moved(before.label, number if ahead else -number), given=True)
    if _AFTER.search(text):
        return Span(moved(before.label, 1), given=True)
    if _BEFORE.search(text):
        return Span(moved(before.label, -1), given=True)
    return replace(before, given=True) if _SAME.search(text) else None
