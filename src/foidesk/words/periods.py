"""Periods in headings, labels and sentences: "2019/20", "FY 2012/13", "Q1 2012", "1 Jan 2009 - 17 Feb 2014".

Calendar and financial years are kept apart. What has two readings is never chosen between: `period` gives None,
`period_readings` gives both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from foidesk.model.periods import Period

from .dates import DateSeen, date_readings, dates, full_year, month_number
from .lazy import lazy
from .shapes import DASH, DAY, MONTH, YEAR

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


@dataclass(frozen=True, slots=True)
class _Locale:
    year_start: tuple[int, int] = (4, 1)
    day_first: bool | None = None
    months: bool = False  # "2011-12" is December 2011, because its neighbours are months


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
    return _heading(text, window, _Locale(_asked_start((text,), window, year_start), day_first))


def periods(
    headings: Sequence[str],
    window: Period | None = None,
    *,
    year_start: tuple[int, int] = (4, 1),
    day_first: bool | None = None,
) -> tuple[Period | None, ...]:
    """A run of headings read together: "2011-12" beside "2011-10" is a month, "12/13" beside "13/14" a year."""
    locale = _Locale(_asked_start(headings, window, year_start), day_first, months=_are_months(headings))
    read = [_heading(text, window, locale) for text in headings]
    kinds = {item[0].kind for item in read if len(item) == 1} - {"part year", "window", "day"}
    return tuple(_by_neighbours(item, kinds) for item in read)


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


_YEAR_MONTH = lazy(r"\s*((?:19|20)\d\d)-(\d\d)\s*")


def _are_months(headings: Sequence[str]) -> bool:
    """True if a heading has the form of a month ("2011-09") that no financial year has."""
    found = [match for text in headings if (match := _YEAR_MONTH.fullmatch(text))]
    return any(int(match[2]) != (int(match[1]) + 1) % 100 and 1 <= int(match[2]) <= 12 for match in found)


def period_in(
    text: str,
    window: Period | None = None,
    *,
    year_start: tuple[int, int] = (4, 1),
    day_first: bool | None = None,
) -> tuple[PeriodSeen, ...]:
    """The periods inside running text, in order; ranges are taken whole."""
    locale = _Locale(_asked_start((text,), window, year_start), day_first)
    seen = []
    for found, readings in _forms(text, locale):
        cut = tuple(_within(replace(item, label=found[0].strip()), window) for item in readings)
        seen.append(PeriodSeen(*found.span(), found[0], cut[0] if len(cut) == 1 else None, cut))
    return tuple(sorted(seen, key=lambda item: item.start))


# --- a heading: one form, and words that qualify it ------------------------------------------------------------

_NOISE = lazy(
    r"(?:\b(?:financial|fiscal|calendar|academic|school|session|years?|fy|f/y|cy|period|in|for|during|the|of|"
    r"full|whole|inclusive|"
    r"jahr|haushaltsjahr|geschäftsjahr|both|dates|quarter)\b|[\s,.:;()\[\]*†‡#^–—-])+",
    re.IGNORECASE,
)
_PART = lazy(r"\b(?:part(?:ial)?(?:[ -]years?)?|ytd|year to date|so far|incomplete)\b", re.IGNORECASE)
_ONWARD = lazy(
    rf"(?:\bto|{DASH}|\buntil|\bup to)\s*(?:the )?(?:date|present(?: day)?|now|today|current)\b|\bonwards?\b", re.I
)
_UNTIL = lazy(
    rf"\b(?:up\s+)?(?:to|until|till|as at|bis)\s+(?:and including\s+)?(?P<date>\d.*?|{MONTH}(?:\s+\d+)?)\s*\)?$",
    re.I,
)


def _heading(text: str, window: Period | None, locale: _Locale) -> tuple[Period, ...]:
    label = re.sub(rf"^({YEAR})\s?({DASH})\s(\d\d)$", r"\1\2\3", text.strip())
    forms = sorted(_forms(label, locale), key=lambda item: item[0].start())
    if not forms:
        return ()
    main, readings = forms[0]
    rest = label[: main.start()] + " " + label[main.end() :]
    readings = tuple(replace(item, label=text.strip()) for item in readings)
    part = tuple(cut for item in readings if (cut := _qualified(item, rest, window, locale)) is not None)
    return tuple(dict.fromkeys(part))


def _qualified(item: Period, rest: str, window: Period | None, locale: _Locale) -> Period | None:
    """The period with its qualifiers ("to 17 Feb", "part year"), or None if other words stand beside it."""
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


def _onward(item: Period, window: Period | None) -> Period | None:
    """ "2013 to date": up to the end of the window; without a window nobody can say how far."""
    if window is None or window.end <= item.start:
        return None
    return replace(item, end=window.end, kind="part year" if window.end <= item.end else "window")


def _last_day(words: str, item: Period, locale: _Locale) -> date | None:
    """The day in "to 17 Feb"; without a year, the one inside the period."""
    for year in ("", f" {item.start.year}", f" {item.end.year}"):
        days = date_readings(words + year, locale.day_first)
        months = [found.end - timedelta(days=1) for found in _read_month(words + year)]
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
    """True for "2022 YTD" or "2022 (part)": part of a year, and no word up to which day."""
    return item.kind == "part year" and _PART.search(item.label) is not None and not _UNTIL.search(item.label)


def _is_edge(day: date, year_start: tuple[int, int]) -> bool:
    """True for the first day of a calendar or financial year."""
    return (day.month, day.day) in ((1, 1), year_start)


# --- the forms -------------------------------------------------------------------------------------------------


def _forms(text: str, locale: _Locale) -> Iterator[tuple[re.Match[str], tuple[Period, ...]]]:
    """Each form in turn takes its characters; the next sees only what is left."""
    left = text
    for pattern, read in FORMS:
        for found in list(pattern.finditer(left)):
            if readings := _safely(read, found, locale):
                yield found, readings
                left = left[: found.start()] + "\x00" * (found.end() - found.start()) + left[found.end() :]


def _safely(read: _Reader, found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    try:
        return read(found, locale)
    except ValueError:  # a 13th month, an end before its start: no period
        return ()


_Reader = Callable[[re.Match[str], _Locale], tuple[Period, ...]]
_MONTH_YEAR = rf"{MONTH}[\s'’/-]*(?:{YEAR}|\d\d)(?!\d)"
_TO = rf"(?:\s?{DASH}\s?|\s(?:to|until|till|and|bis|und|through|up to)(?:\sthe)?\s(?:end(?: of)?\s)?)"
_FIN = rf"{YEAR}(?:\s?(?:/|{DASH})\s?{YEAR}|\s?/\s?\d\d|{DASH}\d\d)(?!\d)"
_START = r"(?<![\w.,£$€/-])"


def _first_of_month(words: str) -> date:
    found = re.match(rf"({MONTH})[\s'’/-]*(\d+)", words, re.IGNORECASE)
    if not found:
        raise ValueError(words)
    return date(full_year(found[2]), month_number(found[1]), 1)


def _next_month(day: date, months: int = 1) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _read_month(words: str) -> tuple[Period, ...]:
    try:
        first = _first_of_month(words)
    except ValueError:
        return ()
    return (Period(first, _next_month(first), "month"),)


def _day_range(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    last = date_readings(found["last"], locale.day_first)
    first = date_readings(found["first"], locale.day_first)
    if not first and last:  # "1 January to 17 February 2014"
        first = date_readings(f"{found['first']} {last[0].year}", locale.day_first)
    if len(first) + len(last) > 2 and locale.day_first is None:
        return _same_order(found)
    return tuple(_span(start, end) for start in first for end in last if start <= end)


def _same_order(found: re.Match[str]) -> tuple[Period, ...]:
    """Both dates in figures keep one order; often only one order makes two dates."""
    spans = []
    for order in (True, False):
        first, last = date_readings(found["first"], order), date_readings(found["last"], order)
        spans += [_span(start, end) for start in first for end in last if start <= end]
    return tuple(dict.fromkeys(spans))


def _span(start: date, last: date) -> Period:
    return Period(start, last + timedelta(days=1), _kind(start, last + timedelta(days=1)))


def _kind(start: date, end: date) -> str:
    """A full year from 1 January is a calendar year, one from the first of another month a financial year."""
    if start.day == end.day == 1 and (end.year, end.month) == (start.year + 1, start.month):
        return "calendar year" if start.month == 1 else "financial year"
    return "month" if start.day == 1 and end == _next_month(start) else "window"


def _month_range(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    last = _first_of_month(found["last"])
    words = found["first"]
    first = _first_of_month(words if re.search(r"\d", words) else f"{words.strip()} {last.year}")
    end = _next_month(last)
    return (Period(first, end, _kind(first, end)),)


def _quarter(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    number = int(found["q"] or found["q2"] or found["q3"])
    year = found["year"] or found["year2"] or found["year3"]
    start = _year_start(_financial(year), locale) if not re.fullmatch(YEAR, year) else date(int(year), 1, 1)
    first = _next_month(start, 3 * (number - 1))
    return (Period(first, _next_month(first, 3)),)


def _financial(words: str) -> int:
    """The year in which "2012/13" starts; ValueError if its two years do not follow each other."""
    first, last = re.findall(r"\d+", words)
    if (full_year(first) + 1) % 100 != int(last) % 100 or (len(last) == 4 and int(last) != full_year(first) + 1):
        raise ValueError(f"{words} is not one financial year")
    return full_year(first)


def _year_start(year: int, locale: _Locale) -> date:
    return date(year, *locale.year_start)


def _financial_range(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    first, last = _financial(found["first"]), _financial(found["last"])
    return (Period(_year_start(first, locale), _year_start(last + 1, locale)),)


def _financial_year(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    if locale.months and (month := _YEAR_MONTH.fullmatch(found[0])):
        first = date(int(month[1]), int(month[2]), 1)
        return (Period(first, _next_month(first), "month"),)
    return (_of_financial_year(_financial(found["years"]), locale),)


def _of_financial_year(year: int, locale: _Locale) -> Period:
    return Period(_year_start(year, locale), _year_start(year + 1, locale), "financial year")


def _named_year(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    """ "FY 2013": the year that ends in 2013 where years start late (July, October); else both stay open."""
    year = full_year(found["year"])
    ending = _of_financial_year(year - 1, locale)
    return (ending,) if locale.year_start[0] >= 7 else (ending, _of_financial_year(year, locale))


def _year_ending(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    days = date_readings(found["last"], locale.day_first)
    ends = [day + timedelta(days=1) for day in days] or [_next_month(_first_of_month(found["last"]))]
    return tuple(
        Period(end.replace(year=end.year - 1), end, _kind(end.replace(year=end.year - 1), end)) for end in ends
    )


def _short_year(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    """ "13/14" is a financial year; "11/12" may be a month too."""
    first, last = found["first"], found["last"]
    if (int(first) + 1) % 100 != int(last) or ("-" in found[0] and not found["word"]):
        return ()  # "16-17" is an age band as well
    year = _of_financial_year(full_year(first), locale)
    if found["word"] or int(first) > 12:
        return (year,)
    month = date(full_year(last), int(first), 1) if int(first) else None
    return (year, Period(month, _next_month(month), "month")) if month else (year,)


def _iso_month(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    first = date(int(found["year"]), int(found["month"]), 1)
    return (Period(first, _next_month(first), "month"),)


def _year_range(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    return (Period(date(int(found["first"]), 1, 1), date(int(found["last"]) + 1, 1, 1)),)


def _calendar_year(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    year = int(found["year"])
    return (Period(date(year, 1, 1), date(year + 1, 1, 1), "calendar year"),)


def _one_day(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    return tuple(Period.days(day, day, "day") for day in date_readings(found[0], locale.day_first))


def _one_month(found: re.Match[str], locale: _Locale) -> tuple[Period, ...]:
    return _read_month(found[0])


def _form(pattern: str) -> re.Pattern[str]:
    return lazy(_START + pattern + r"(?![\w/]|[.,]\d)", re.IGNORECASE)


_UNDATED = rf"\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}"
FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(rf"(?:year|12\smonths|twelve\smonths)\s(?:ending|ended|to|"
    rf"end)\s(?:the\s)?(?P<last>{DAY}|{_MONTH_YEAR})"), _year_ending),
    (_form(rf"(?P<first>{DAY}|{_UNDATED}){_TO}(?P<last>{DAY})"), _day_range),
    (_form(rf"(?P<first>{_MONTH_YEAR}|{MONTH}){_TO}(?P<last>{_MONTH_YEAR})"), _month_range),
    (_form(rf"(?:Q|Qtr\.?\s?|Quarter\s)(?P<q>[1-4])[\s,/-]*(?P<year>{_FIN}|{YEAR})"
           rf"|(?P<year2>{_FIN}|{YEAR})[\s,/-]*(?:Q|Qtr\.?\s?|Quarter\s)(?P<q2>[1-4])"
           rf"|(?P<q3>[1-4])(?:st|nd|rd|th|\.)\s(?:quarter|Quartal)\s(?:of\s)?(?P<year3>{_FIN}|"
           rf"{YEAR})"), _quarter),
    (_form(rf"(?:FY\s?)?(?P<first>{_FIN}){_TO}(?:FY\s?)?(?P<last>{_FIN})"), _financial_range),
    (_form(rf"(?:FY\s?)?(?P<years>{_FIN})"), _financial_year),
    (_form(r"(?P<word>FY\s?|financial year\s|fiscal year\s)?(?P<first>\d\d)[/-](?P<last>\d\d)"), _short_year),
    (_form(rf"(?:FY\s?|financial year\s|fiscal year\s)['’]?(?P<year>{YEAR}|\d\d)"), _named_year),
    (_form(DAY), _one_day),
    (_form(_MONTH_YEAR), _one_month),
    (_form(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])"), _iso_month),
    (_form(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)"), _iso_month),
    (_form(rf"(?P<first>{YEAR}){_TO}(?P<last>{YEAR})"), _year_range),
    (_form(rf"(?P<year>{YEAR})"), _calendar_year),
)  # fmt: skip
