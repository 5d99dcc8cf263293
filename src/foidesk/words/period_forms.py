"""The forms in which periods are written, from ranges of days to a single year, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from foidesk.model.periods import Period

from .dates import date_readings, full_year, month_number
from .lazy import lazy
from .shapes import DASH, DAY, MONTH, YEAR

YEAR_MONTH = lazy(r"\s*((?:19|20)\d\d)-(\d\d)\s*")


@dataclass(frozen=True, slots=True)
class Locale:
    """How a reply writes its years and dates."""

    year_start: tuple[int, int] = (4, 1)
    day_first: bool | None = None
    months: bool = False  # "2011-12" is December 2011, because its neighbours are months


def period_forms(text: str, locale: Locale) -> Iterator[tuple[re.Match[str], tuple[Period, ...]]]:
    """Each form in turn takes its characters; the next sees only what is left."""
    left = text
    for pattern, read in FORMS:
        for found in list(pattern.finditer(left)):
            if readings := _safely(read, found, locale):
                yield found, readings
                left = left[: found.start()] + "\x00" * (found.end() - found.start()) + left[found.end() :]


def _safely(read: _Reader, found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    try:
        return read(found, locale)
    except ValueError:  # a 13th month, an end before its start: no period
        return ()


_Reader = Callable[[re.Match[str], Locale], tuple[Period, ...]]
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


def read_month(words: str) -> tuple[Period, ...]:
    try:
        first = _first_of_month(words)
    except ValueError:
        return ()
    return (Period(first, _next_month(first), "month"),)


_AND = lazy(r"\s(?:and|und)\s", re.IGNORECASE)
_FROM = lazy(r"\b(?:between|zwischen|from|von|periods?|zeitraum|span|window)\b[^.;\d]{0,40}$", re.IGNORECASE)


def _check_range(found: re.Match[str], apart: int) -> None:
    """Raises `ValueError` for "2020 and 2022": two years, and not the one between, save after "between"."""
    joined = _AND.fullmatch(found.string[found.end("first") : found.start("last")])
    if joined and apart > 1 and not _FROM.search(found.string[: found.start()]):
        raise ValueError(found[0])


def _day_range(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    last = date_readings(found["last"], locale.day_first)
    first = date_readings(found["first"], locale.day_first)
    if not first and last:  # "1 January to 17 February 2014"
        first = date_readings(f"{found['first']} {last[0].year}", locale.day_first)
        first = first or date_readings(f"{found['first']}, {last[0].year}", locale.day_first)
    if len(first) + len(last) > 2 and locale.day_first is None:
        return _same_order(found)
    return tuple(_span(start, end) for start in first for end in last if start <= end)


def _month_to_day(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    """ "April 2022 - 30 September 2022": from the first of the month."""
    first = _first_of_month(found["first"])
    return tuple(_span(first, last) for last in date_readings(found["last"], locale.day_first) if first <= last)


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


def _month_range(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    last = _first_of_month(found["last"])
    words = found["first"]
    first = _first_of_month(words if re.search(r"\d", words) else f"{words.strip()} {last.year}")
    _check_range(found, (last.year - first.year) * 12 + last.month - first.month)
    end = _next_month(last)
    return (Period(first, end, _kind(first, end)),)


def _months_of_year(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    """ "2016 (Jan - Nov)": the year stands before its months."""
    first, last = (_first_of_month(f"{found[name].strip(' .')} {found['year']}") for name in ("first", "last"))
    end = _next_month(last)
    return (Period(first, end, _kind(first, end)),) if first <= last else ()


def _quarter(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    number = int(found["q"] or found["q2"] or found["q3"])
    year = found["year"] or found["year2"] or found["year3"]
    start = _year_start(_financial(year), locale) if not re.fullmatch(YEAR, year) else date(int(year), 1, 1)
    first = _next_month(start, 3 * (number - 1))
    return (Period(first, _next_month(first, 3)),)


def _half(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    """ "1. Halbjahr 2021", "H2 2021/22", "second half of 2021"."""
    words, year = found["h"] or found["h2"], found["year"] or found["year2"]
    start = _year_start(_financial(year), locale) if not re.fullmatch(YEAR, year) else date(int(year), 1, 1)
    second = words.lower().removeprefix("h").strip().startswith(("2", "second", "zweit", "ii"))
    first = _next_month(start, 6 if second else 0)
    return (Period(first, _next_month(first, 6)),)


def _financial(words: str) -> int:
    """The year in which "2012/13" starts; ValueError if its two years do not follow each other."""
    first, last = re.findall(r"\d+", words)
    if (full_year(first) + 1) % 100 != int(last) % 100 or (len(last) == 4 and int(last) != full_year(first) + 1):
        raise ValueError(f"{words} is not one financial year")
    return full_year(first)


def _year_start(year: int, locale: Locale) -> date:
    return date(year, *locale.year_start)


def _financial_range(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    first, last = _financial(found["first"]), _financial(found["last"])
    _check_range(found, last - first)
    return (Period(_year_start(first, locale), _year_start(last + 1, locale)),)


def _financial_year(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    if locale.months and (month := YEAR_MONTH.fullmatch(found[0])):
        first = date(int(month[1]), int(month[2]), 1)
        return (Period(first, _next_month(first), "month"),)
    if locale.year_start == (1, 1):
        return ()  # a school year, a season, a budget of two years: no year of those who begin theirs in January
    return (_of_financial_year(_financial(found["years"]), locale),)


def _of_financial_year(year: int, locale: Locale) -> Period:
    return Period(_year_start(year, locale), _year_start(year + 1, locale), "financial year")


def _named_year(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    """ "FY 2013": the year that ends in 2013 where years start late (July, October); else both stay open."""
    year = full_year(found["year"])
    if locale.year_start == (1, 1):
        return (Period(date(year, 1, 1), date(year + 1, 1, 1), "calendar year"),)
    ending = _of_financial_year(year - 1, locale)
    return (ending,) if locale.year_start[0] >= 7 else (ending, _of_financial_year(year, locale))


def _year_ending(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    days = date_readings(found["last"], locale.day_first)
    ends = [day + timedelta(days=1) for day in days] or [_next_month(_first_of_month(found["last"]))]
    return tuple(
        Period(end.replace(year=end.year - 1), end, _kind(end.replace(year=end.year - 1), end)) for end in ends
    )


def _short_year(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    """ "13/14" is a financial year; "11/12" may be a month too."""
    first, last = found["first"], found["last"]
    if (
        (int(first) + 1) % 100 != int(last)
        or ("-" in found[0] and not found["word"])
        or locale.year_start == (1, 1)
    ):
        return ()  # "16-17" is an age band as well
    year = _of_financial_year(full_year(first), locale)
    if found["word"] or int(first) > 12:
        return (year,)
    month = date(full_year(last), int(first), 1) if int(first) else None
    return (year, Period(month, _next_month(month), "month")) if month else (year,)


def _iso_month(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    first = date(int(found["year"]), int(found["month"]), 1)
    return (Period(first, _next_month(first), "month"),)


def _year_range(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    first, last = int(found["first"]), int(found["last"])
    _check_range(found, last - first)
    return (Period(date(first, 1, 1), date(last + 1, 1, 1)),)


def _calendar_year(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    year = int(found["year"])
    return (Period(date(year, 1, 1), date(year + 1, 1, 1), "calendar year"),)


def _one_day(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    return tuple(Period.days(day, day, "day") for day in date_readings(found[0], locale.day_first))


def _one_month(found: re.Match[str], locale: Locale) -> tuple[Period, ...]:
    return read_month(found[0])


def _form(pattern: str) -> re.Pattern[str]:
    return lazy(_START + pattern + r"(?![\w/]|[.,]\d)", re.IGNORECASE)


_HALF = (
    r"(?:H\s?[12](?!\d)|(?:1st|2nd|[12]\.|first|second|erste[sn]?|zweite[sn]?|II?\.)\s?"
    r"(?:half(?:[\s-]?year)?|halbjahr|hj\.?))"
)
_UNDATED = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)"
FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(rf"(?:(?:financial|fiscal|calendar|academic|accounting)\s)?(?:year|12\smonths|twelve\smonths)\s(?:ending|ended|to|"
    rf"end)\s(?:the\s)?(?P<last>{DAY}|{_MONTH_YEAR})"), _year_ending),
    (_form(rf"(?P<first>{DAY}|{_UNDATED}){_TO}(?P<last>{DAY})"), _day_range),
    (_form(rf"(?P<first>{_MONTH_YEAR}){_TO}(?P<last>{DAY})"), _month_to_day),
    (_form(rf"(?P<first>{_MONTH_YEAR}|{MONTH}){_TO}(?P<last>{_MONTH_YEAR})"), _month_range),
    (_form(rf"(?P<year>{YEAR})[\s,:(]{{1,3}}(?P<first>{MONTH})\.?{_TO}(?P<last>{MONTH})\.?"), _months_of_year),
    (_form(rf"(?:Q|Qtr\.?\s?|Quarter\s)(?P<q>[1-4])[\s,/-]*(?P<year>{_FIN}|{YEAR})"
           rf"|(?P<year2>{_FIN}|{YEAR})[\s,/-]*(?:Q|Qtr\.?\s?|Quarter\s)(?P<q2>[1-4])"
           rf"|(?P<q3>[1-4])(?:st|nd|rd|th|\.)\s(?:quarter|Quartal)\s(?:of\s)?(?P<year3>{_FIN}|"
           rf"{YEAR})"), _quarter),
    (_form(rf"(?P<h>{_HALF})[\s,/-]*(?:of\s|in\s|im\s)?(?:the\s)?(?:Jahr\s)?(?P<year>{_FIN}|{YEAR})"
           rf"|(?P<year2>{_FIN}|{YEAR})[\s,/-]*(?P<h2>{_HALF})"), _half),
    (_form(rf"(?:FY\s?)?(?P<first>{_FIN}){_TO}(?:FY\s?)?(?P<last>{_FIN})"), _financial_range),
    (_form(rf"(?:FY\s?)?(?P<years>{_FIN})"), _financial_year),
    (_form(r"(?P<word>FY\s?|financial year\s|fiscal year\s)?(?P<first>\d\d)[/-](?P<last>\d\d)"), _short_year),
    (_form(rf"(?:FY\s?|financial year\s|fiscal year\s)['’]?(?P<year>{YEAR}|\d\d)"), _named_year),
    (_form(DAY), _one_day),
    (_form(_MONTH_YEAR), _one_month),
    (_form(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])"), _iso_month),
    (_form(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)"), _iso_month),
    (_form(rf"(?P<first>{YEAR}){_TO}(?P<last>{YEAR})"), _year_range),
    (_form(rf"(?:CY\s?['’]?)?(?P<year>{YEAR})"), _calendar_year),
)  # fmt: skip
