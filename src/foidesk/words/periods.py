"""Periods in headings, labels and sentences: "2019/20", "FY 2012/13", "Q1 2012", "1 Jan 2009 - 17 Feb 2014".

Calendar and financial years are kept apart. What has two readings is never chosen between: `period` gives None,
`period_readings` gives both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from foidesk.model.periods import Period
from foidesk.model.remembered import remembered

from .dates import DateSeen, date_readings, dates
from .lazy import lazy
from .period_forms import YEAR_MONTH, Locale, period_forms, read_month
from .shapes import DASH, MONTH, YEAR
from .small_numbers import FEW

__all__ = [
    "DateSeen",
    "PeriodSeen",
    "cut_from",
    "dates",
    "is_unended",
    "period",
    "period_in",
    "period_readings",
    "periods",
]


@dataclass(frozen=True, slots=True)
class PeriodSeen:
    """A period inside running text; `period` is None where its words have several `readings`."""

    start: int
    end: int
    text: str
    period: Period | None
    readings: tuple[Period, ...]


def period(
    text: str,
    window: Period | None = None,
    *,
    year_start: tuple[int, int] = (4, 1),
    day_first: bool | None = None,
) -> Period | None:
    """The period that a heading or label is; None if it is none, says more, or has several readings.

    `year_start` is the first day of the financial year: (4, 1) in the UK, (10, 1) for US agencies. A year that
    sticks out of the survey's window is cut to it and becomes a "part year": so it was asked for (see `cut_from`).
    """
    readings = period_readings(text, window, year_start=year_start, day_first=day_first)
    return readings[0] if len(readings) == 1 else None


def period_readings(
    text: str,
    window: Period | None = None,
    *,
    year_start: tuple[int, int] = (4, 1),
    day_first: bool | None = None,
) -> tuple[Period, ...]:
    """Every period that a heading or label can be; two or more where it is ambiguous."""
    return _heading(text, window, Locale(_asked_start((text,), window, year_start), day_first))


def periods(
    headings: Sequence[str],
    window: Period | None = None,
    *,
    year_start: tuple[int, int] = (4, 1),
    day_first: bool | None = None,
) -> tuple[Period | None, ...]:
    """A run of headings read together: "2011-12" beside "2011-10" is a month, "12/13" beside "13/14" a year."""
    locale = Locale(_asked_start(headings, window, year_start), day_first, months=_are_months(headings))
    read = [_heading(text, window, locale) for text in headings]
    kinds = {item[0].kind for item in read if len(item) == 1} - {"part year", "window", "day"}
    found = [_by_neighbours(item, kinds) for item in read]
    years = [item for item in found if item is not None and item.kind in ("calendar year", "financial year")]
    return tuple(_rest_of_years(item, years) for item in found)


def _rest_of_years(item: Period | None, years: Sequence[Period]) -> Period | None:
    """ "Apr-Dec 2025" below "2023/24" and "2024/25" is part of the next year, however its days are written."""
    if item is None or item.kind != "window" or len({year.kind for year in years}) != 1:
        return item
    beside = any(item.start == year.end or item.end == year.start for year in years)
    short = _after_months(item.start, 11) >= item.end if item.start.day == 1 else False
    return replace(item, kind="part year") if beside and short else item


_NAMED_YEAR = lazy(r"\b(?:financial|fiscal|tax|fy|f/y|april|haushaltsjahre?)\b", re.IGNORECASE)


def _asked_start(texts: Sequence[str], window: Period | None, year_start: tuple[int, int]) -> tuple[int, int]:
    """The first day of a year like "2021/22": that of the whole years asked for, if nobody names another.

    Asked for school sessions from August to July, a body's "2021/22" is such a session.
    """
    if window is None or any(map(_NAMED_YEAR.search, texts)):
        return year_start
    first, last = (window.start.month, window.start.day), (window.end.month, window.end.day)
    return first if first == last != (1, 1) and window.end.year > window.start.year else year_start


def _by_neighbours(readings: tuple[Period, ...], kinds: set[str]) -> Period | None:
    if len(readings) == 1:
        return readings[0]
    fitting = [item for item in readings if item.kind in kinds]
    return fitting[0] if len(kinds) == 1 and len(fitting) == 1 else None


def _are_months(headings: Sequence[str]) -> bool:
    """True if a heading has the form of a month ("2011-09") that no financial year has."""
    found = [match for text in headings if (match := YEAR_MONTH.fullmatch(text))]
    return any(int(match[2]) != (int(match[1]) + 1) % 100 and 1 <= int(match[2]) <= 12 for match in found)


@remembered
def period_in(
    text: str,
    window: Period | None = None,
    *,
    year_start: tuple[int, int] = (4, 1),
    day_first: bool | None = None,
) -> tuple[PeriodSeen, ...]:
    """The periods inside running text, in order; ranges are taken whole."""
    locale = Locale(_asked_start((text,), window, year_start), day_first)
    seen = []
    for found, readings in period_forms(text, locale):
        cut = tuple(_within(replace(item, label=found[0].strip()), window) for item in readings)
        seen.append(PeriodSeen(*found.span(), found[0], cut[0] if len(cut) == 1 else None, cut))
    whole = [_with_bracket(text, one, locale) for one in sorted(seen, key=lambda item: item.start)]
    return tuple(one for at, one in enumerate(whole) if not any(before.end > one.start for before in whole[:at]))


SOME_MONTHS = (
    r"(?:(?:first|only|erste)\s+)?(?P<months>1?\d|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+(?:months?|monate?)"
    r"(?:\s+only)?"
)
_BRACKET = lazy(
    rf"\s?\(\s*(?:(?P<open>to date|so far|to now|part[- ]year|year to date|ytd|bisher|{SOME_MONTHS})|"
    r"(?:up\s+)?(?:to|until|till|thru|through|as at|bis)\s[^()]{3,30})\s*\)",
    re.IGNORECASE,
)


def _with_bracket(text: str, seen: PeriodSeen, locale: Locale) -> PeriodSeen:
    """The period with the bracket behind it that ends it early: "2024 (to date)", "2023 (as at 3 May 2023)"."""
    found = _BRACKET.match(text, seen.end)
    if found is None or seen.period is None or seen.period.kind in ("month", "day"):
        return seen
    words = text[seen.start : found.end()]
    if found["open"] and not found["months"]:
        cut: tuple[Period, ...] = (replace(seen.period, kind="part year", label=words),)
    else:
        cut = _heading(words, None, locale)
    if len(cut) != 1 or not cut[0].inside(seen.period):
        return seen
    return PeriodSeen(seen.start, found.end(), words, cut[0], cut)


# --- a heading: one form, and words that qualify it ------------------------------------------------------------

_NOISE = lazy(
    r"(?:\b(?:financial|fiscal|calendar|academic|school|session|years?|fy|f/y|cy|period|in|for|during|the|of|"
    r"full|whole|inclusive|"
    r"jahr|haushaltsjahr|geschäftsjahr|both|dates|quarter)\b|[\s,.:;()\[\]*†‡#^–—-])+",
    re.IGNORECASE,
)
_PART = lazy(r"\b(?:part(?:ial)?(?:[ -]years?)?|ytd|year to date|so far|incomplete)\b", re.IGNORECASE)
_MONTHS_OF = lazy(rf"\(\s*{SOME_MONTHS}\s*\)", re.IGNORECASE)
_TO_DATE = lazy(r"\(\s*to (?:date|now)\s*\)|\(\s*bisher\s*\)", re.IGNORECASE)
_ONWARD = lazy(
    rf"(?:\bto|{DASH}|\buntil|\bup to)\s*(?:the )?(?:date|present(?: day)?|now|today|current)\b|\bonwards?\b", re.I
)
_UNTIL = lazy(
    rf"\b(?:up\s+)?(?:to|until|till|thru|through|as at|bis)\s+(?:and including\s+)?"
    rf"(?P<date>\d.*?|{MONTH}(?:\s+\d+(?:st|nd|rd|th)?(?:,?\s+{YEAR})?)?)\s*\)?$",
    re.I,
)


def _heading(text: str, window: Period | None, locale: Locale) -> tuple[Period, ...]:
    label = text.strip()
    spaced = re.fullmatch(rf"({YEAR})\s?({DASH})\s(\d\d)", label)
    if spaced and (int(spaced[1]) + 1) % 100 == int(spaced[3]):  # "2010 - 12" is no month, but a year and 12
        label = f"{spaced[1]}{spaced[2]}{spaced[3]}"
    forms = sorted(period_forms(label, locale), key=lambda item: item[0].start())
    if not forms:
        return ()
    main, readings = forms[0]
    rest = label[: main.start()] + " " + label[main.end() :]
    readings = tuple(replace(item, label=text.strip()) for item in readings)
    part = tuple(cut for item in readings if (cut := _qualified(item, rest, window, locale)) is not None)
    return tuple(dict.fromkeys(part))


def _qualified(item: Period, rest: str, window: Period | None, locale: Locale) -> Period | None:
    """The period with its qualifiers ("to 17 Feb", "part year"), or None if other words stand beside it."""
    if some := _MONTHS_OF.search(rest):
        return (
            _some_months(item, some["months"], window) if not _NOISE.sub("", rest.replace(some[0], "")) else None
        )
    if onward := _ONWARD.search(rest):
        return _onward(item, window) if not _NOISE.sub("", rest.replace(onward[0], "")) else None
    if until := _UNTIL.search(rest):
        last = _last_day(until["date"].strip(" )."), item, locale)
        if last is None or _NOISE.sub("", _PART.sub("", rest[: until.start()])):
            return None
        return replace(item, end=last + timedelta(days=1), kind="part year")
    if _NOISE.sub("", _PART.sub("", rest)):
        return None
    if _PART.search(rest):
        return replace(_within(item, window), kind="part year")
    return _within(item, window)


def _some_months(item: Period, words: str, window: Period | None) -> Period | None:
    """ "2025/26 (9 months)": what the window leaves of the year, if it is so many months; else its first ones."""
    many = FEW.index(words.lower()) + 1 if words.lower() in FEW else int(words)
    asked = _within(item, window)
    if not 0 < many < 12 or item.kind not in ("calendar year", "financial year", "part year"):
        return None
    if _after_months(asked.start, many) == asked.end:
        return replace(asked, kind="part year")
    return replace(item, end=min(item.end, _after_months(item.start, many)), kind="part year")


def _after_months(day: date, many: int) -> date:
    years, month = divmod(day.month - 1 + many, 12)
    return date(day.year + years, month + 1, 1)


def _onward(item: Period, window: Period | None) -> Period | None:
    """ "2013 to date": up to the end of the window; without a window nobody can say how far."""
    if window is None or window.end <= item.start:
        return None
    return replace(item, end=window.end, kind="part year" if window.end <= item.end else "window")


def _last_day(words: str, item: Period, locale: Locale) -> date | None:
    """The day in "to 17 Feb"; without a year, the one inside the period."""
    short = re.fullmatch(r"\d{1,2}([/.])\d{1,2}", words)
    between = short[1] if short else " "  # "9/30", "30.09."
    for year in ("", f"{between}{item.start.year}", f"{between}{item.end.year}"):
        days = date_readings(words + year, locale.day_first)
        months = [found.end - timedelta(days=1) for found in read_month(words + year)]
        for day in (*days, *months):
            if item.start <= day < item.end and len(days) < 2:
                return day
    return None


def _within(item: Period, window: Period | None) -> Period:
    years = ("calendar year", "financial year")
    if window is None or item.kind not in years or item.inside(window) or not item.overlaps(window):
        return item
    return replace(item, start=max(item.start, window.start), end=min(item.end, window.end), kind="part year")


def cut_from(item: Period, *, year_start: tuple[int, int] = (4, 1)) -> Period | None:
    """The whole year that a part year was cut from to fit the window; None if that goes without saying.

    Asked for up to 17 February 2014, a body's "2014" ends there. Asked for the calendar years 2020 to 2022, its
    "2022/23" may well hold months that nobody asked for: then whoever uses the figure should know.
    """
    whole = period(item.label, year_start=year_start) if item.kind == "part year" and item.label else None
    if whole is None or whole.kind == "part year":
        return None
    early = whole.start < item.start and _is_edge(item.start, year_start)
    late = item.end < whole.end and _is_edge(item.end, year_start)
    return whole if early or late else None


def is_unended(item: Period) -> bool:
    """True for "2022 YTD", "2022 (part)" or "2022 to date": part of a year, and no word up to which day.

    "2014 to date" ends where the days asked for do, if that is in 2014.
    """
    whole = (item.end.month, item.end.day) == (item.start.month, item.start.day)
    onward = whole and _ONWARD.search(item.label)
    unended = _PART.search(item.label) or _TO_DATE.search(item.label) or onward
    return item.kind == "part year" and bool(unended) and not _UNTIL.search(item.label)


def _is_edge(day: date, year_start: tuple[int, int]) -> bool:
    """True for the first day of a calendar or financial year."""
    return (day.month, day.day) in ((1, 1), year_start)
