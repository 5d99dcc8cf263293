"""Dates, years and relative dates of a news text, with the days they mean where these are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ..dates import date_readings
from ..lazy import lazy
from ..shapes import DATES, MONTH, MONTHS, YEAR
from .pieces import NUMBER, value

_NAMES = "january february march april may june july august september october november december".split()
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:early |mid-?|late )?"
_ON = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?)?{YEAR}(?:[/–-]\d\d(?![\d/-]))?"
)
_SPAN = lazy(
    rf"\b(?:between|from) {_PART}(?P<a>{_ON}) (?:and|to|until|till|through) {_PART}(?P<b>{_ON})\b"
    rf"|(?<![\w.,£$€/-])(?P<fa>{YEAR})\s?(?:/|[-–—])\s?(?P<fb>{YEAR}|\d\d?)(?![\d/\w]|[,.]\d|-\d)|"
    rf"\b(?:in|during|over) (?P<ya>{YEAR}) (?:to|until) (?P<yb>{YEAR})\b|"
    rf"\b(?P<ma>{MONTH}) (?:to|until|and|[-–]) (?P<mb>{MONTH} (?P<my>{YEAR}))",
    re.IGNORECASE,
)
_TO_MONTH = lazy(
    rf"\b(?:(?:in|over|during|for|within) )?(?P<the>(?:the |a )(?:last |past )?)?(?:(?P<n>{NUMBER})[ -])?"
    r"(?P<unit>years?|months?) (?:to|ending(?: in)?|ended|up to)(?: the end of)? "
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTH})\b"
    rf"(?: (?P<day_after>\d{{1,2}})(?!\d),?)?(?: (?P<year>{YEAR})(?!\d))?",
    re.IGNORECASE,
)
"""A stretch that ends with a month: "the year to March 2024", "in the six months to September 2022".

Without its year the last such month before the dateline is meant."""
_PART_OF_YEAR = lazy(
    r"\b(?:the )?(?P<which>first|second|third|fourth|last|final) (?P<part>half|quarter|three months|six months)"
    rf" of (?P<year>{YEAR})(?![\d/–-])",
    re.IGNORECASE,
)
"""A half or a quarter: "the first half of 2011"."""
_MONTH_YEAR = lazy(
    rf"\b(?:(?P<part>early|mid|late)[- ])?(?P<month>{MONTH}),? (?P<year>{YEAR})(?!\d)", re.IGNORECASE
)
_DAY = lazy(
    (
        rf"\b(?:{_WEEKDAY},? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH} "
        rf"\d{{1,2}}(?:st|nd|rd|th)?)(?:,? {YEAR})?(?![\d,]*\d)(?!\s?%)"
    ),
    re.IGNORECASE,
)
_DECADE = lazy(
    (
        r"(?<![\w£$€])(?:the (?:early |mid-? ?|late )?)?(?:(?P<d>(?:1[6-9]|20)\d0)s|"
        r"['’](?P<e>[2-9]0)s)\b|\b(?:\d{1,2}(?:st|nd|rd|th)|nineteenth|twentieth|"
        r"twenty-first)[- ]century\b"
    ),
    re.IGNORECASE,
)
_YEAR = lazy(
    (
        rf"(?<![\w.,£$€/-])(?P<year>{YEAR})(?!\d|[,.]\d|\s?%|/\d|\s(?:per cent|percent|people|officers|"
        rf"cases|complaints|incidents|reports|arrests|patients|jobs|staff|homes))"
    ),
    re.IGNORECASE,
)
_RELATIVE = lazy(
    rf"\b(?:(?:in|over|during|for|within) )?(?:the )?(?:past|last|previous|next|coming|first) "
    rf"(?P<n>{NUMBER}) (?P<unit>years?|months?|weeks?|days?|decades?|hours?)\b"
    rf"|\b(?P<ago>{NUMBER}) (?P<unit2>years?|months?|weeks?|days?|decades?|hours?) (?:ago|earlier|later|before)\b"
    r"|\b(?P<word>(?:last|this past|this|next|the past|the previous|the following|the last|the current) (?:year|"
    r"month|week|"
    r"decade|(?:financial|calendar|academic|school|tax|municipal|fiscal) year|summer|spring|autumn|winter)|"
    r"yesterday|today|tomorrow|tonight|"
    r"(?:last|next|this) (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|"
    r"(?:a|the) year (?:ago|earlier|before)|a (?:month|week|decade) (?:ago|earlier))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date or stretch of days in characters `start` to `end`.

    `first` and `last` are its days, both included, None where the text does not settle them. `window` is true for
    "the past five years", "two years ago": a figure of its own, of `number` of `unit`.
    """

    start: int
    end: int
    text: str
    first: date | None = None
    last: date | None = None
    window: bool = False
    number: int = 0
    unit: str = ""
    explicit: bool = True


def whens(text: str, dateline: date | None = None) -> tuple[When, ...]:
    """Every date of the text in order, none overlapping; relative ones are reckoned from the dateline."""
    found: list[When] = []
    for shape in (_to_months, _parts_of_years, _spans, _days, _month_years, _relatives, _decades, _years):
        for one in shape(text, dateline):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _spans(text: str, dateline: date | None) -> Iterator[When]:
    for found in _SPAN.finditer(text):
        if found["fa"]:
            first, tail = int(found["fa"]), found["fb"]
            last = _year_after(first, tail)
            one_year = last == first + 1 and len(tail) < 4
            if last <= first or (len(tail) == 1 and not one_year) or _is_count(found, text, first, last):
                continue
            yield When(
                *found.span(),
                found[0],
                date(first, 4, 1) if one_year else date(first, 1, 1),
                date(last, 3, 31) if one_year else date(last, 12, 31),
            )
        elif found["ya"]:
            first, last = int(found["ya"]), int(found["yb"])
            if first < last:
                yield When(*found.span(), found[0], date(first, 1, 1), date(last, 12, 31))
        elif found["ma"]:
            _, last_day = _of_month(found["mb"].split()[0], int(found["my"]))
            first_month = _month(found["ma"])
            year = int(found["my"]) - (first_month > _month(found["mb"].split()[0]))
            yield When(*found.span(), found[0], date(year, first_month, 1), last_day)
        else:
            yield When(*found.span(), found[0], _edge(found["a"], 0), _edge(found["b"], 1))


LONGEST = 40
"""Years that a stretch written with two digits at its end may last: "2022 – 86" is a year and a number."""
_COUNTS = lazy(
    r"\s(?!(?:the|a|an|in|on|at|of|to|and|or|but|with|by|for|from|was|were|is|are|it|its|they|there)\b)[a-z]"
)


def _year_after(first: int, tail: str) -> int:
    """The year that "23", "3" or "2023" means behind another; "00" behind 1999 is 2000."""
    last = int(str(first)[: 4 - len(tail)] + tail)
    return last + 100 if len(tail) == 2 and first % 100 > int(tail) and first + 1 == last + 100 else last


def _is_count(found: re.Match[str], text: str, first: int, last: int) -> bool:
    """ "2015 – 40 people": a number of its own, not the end of a stretch of years."""
    if len(found["fb"]) == 4:
        return False
    apart = found.start("fb") - found.end("fa") > 1
    return last - first > LONGEST or (apart and bool(_COUNTS.match(text, found.end())))


def _edge(words: str, end: int) -> date | None:
    """The first or last day of "2014", "May 2014", "3 May 2014"."""
    if financial := re.fullmatch(r"(\d{4})[/–-]\d\d", words):
        return date(int(financial[1]) + end, *((3, 31) if end else (4, 1)))
    days = date_readings(words)
    if days:
        return days[0]
    if not words[-4:].isdigit():
        return None
    year = int(words[-4:])
    month = words[:-4].strip()
    if not month:
        return date(year, 12, 31) if end else date(year, 1, 1)
    return _of_month(month, year)[end]


def _month(name: str) -> int:
    return MONTHS[name.strip(". ").lower()]


def _of_month(name: str, year: int) -> tuple[date, date]:
    month = _month(name)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _days(text: str, dateline: date | None) -> Iterator[When]:
    spans: list[When] = []
    for found in (*_DAY.finditer(text), *(match for pattern in DATES for match in pattern.finditer(text))):
        if any(found.start() < one.end and one.start < found.end() for one in spans):
            continue
        if re.search(r"\d\s(?:may|march|mar|dec|mai|jun|jan)$", found[0]) or re.match(
            r"(?:may|march) \d+$", found[0]
        ):
            continue
        core = re.sub(rf"^{_WEEKDAY},? |^the ", "", found[0], flags=re.IGNORECASE)
        days = date_readings(core, True)
        if not days and dateline is not None and not re.search(YEAR, core):
            days = date_readings(f"{core} {dateline.year}", True)
        day = days[0] if len(days) == 1 else None
        if day is None and _MONTH_YEAR.fullmatch(found[0]):
            continue  # a month has no one day
        one = When(*found.span(), found[0], day, day)
        spans.append(one)
        yield one


def _to_months(text: str, dateline: date | None) -> Iterator[When]:
    for found in _TO_MONTH.finditer(text):
        number = value(found["n"]) if found["n"] else Decimal(1)
        months = int(number) * (12 if found["unit"].lower().startswith("year") else 1)
        month = _month(found["month"])
        if (not found["year"] and dateline is None) or not (found["the"] or found["n"]):
            continue
        year = (
            int(found["year"]) if found["year"] else dateline.year - (month >= dateline.month) if dateline else 0
        )
        last = _of_month(found["month"], year)[1]
        day = int(found["day"] or found["day_after"] or 0)
        if 0 < day <= last.day:
            last = date(year, month, day)
        after = last + timedelta(days=1)
        start = after.year * 12 + after.month - 1 - months
        if number == number.to_integral_value() and 0 < months < 600 and after.day <= 28:
            yield When(*found.span(), found[0], date(start // 12, start % 12 + 1, after.day), last)


def _parts_of_years(text: str, dateline: date | None) -> Iterator[When]:
    for found in _PART_OF_YEAR.finditer(text):
        months = 6 if found["part"].lower() in ("half", "six months") else 3
        which, year = found["which"].lower(), int(found["year"])
        number = (
            12 // months if which in ("last", "final") else ("first", "second", "third", "fourth").index(which) + 1
        )
        if number * months <= 12:
            first, end = date(year, (number - 1) * months + 1, 1), number * months
            yield When(*found.span(), found[0], first, _of_month(_NAMES[end - 1], year)[1])


def _month_years(text: str, dateline: date | None) -> Iterator[When]:
    for found in _MONTH_YEAR.finditer(text):
        yield When(*found.span(), found[0], *_of_month(found["month"], int(found["year"])))


def _decades(text: str, dateline: date | None) -> Iterator[When]:
    for found in _DECADE.finditer(text):
        if found["d"]:
            yield When(*found.span(), found[0], date(int(found["d"]), 1, 1), date(int(found["d"]) + 9, 12, 31))
        else:
            yield When(*found.span(), found[0])


def _years(text: str, dateline: date | None) -> Iterator[When]:
    for found in _YEAR.finditer(text):
        year = int(found["year"])
        yield When(*found.span(), found[0], date(year, 1, 1), date(year, 12, 31))


def _relatives(text: str, dateline: date | None) -> Iterator[When]:
    for found in _RELATIVE.finditer(text):
        if found["n"] or found["ago"]:
            number, unit = value(found["n"] or found["ago"]), (found["unit"] or found["unit2"]).lower().rstrip("s")
            window = bool(found["n"])
            yield When(*found.span(), found[0], window=window, number=int(number), unit=unit + "s", explicit=False)
            continue
        first, last = _of_word(found["word"].lower(), dateline) if dateline else (None, None)
        yield When(*found.span(), found[0], first, last, explicit=False)


def _of_word(word: str, dateline: date) -> tuple[date | None, date | None]:
    """The days of "last year", "this month", "yesterday"."""
    simple = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if word in simple:
        day = dateline + timedelta(days=simple[word])
        return day, day
    step = (
        -1
        if word.startswith(("last", "the previous", "a year", "the year"))
        else 1
        if word.startswith(("next", "the following"))
        else 0
    )
    if (
        word.endswith(("calendar year", "year", "year ago", "year earlier", "year before"))
        and "financial" not in word
        and "past" not in word
    ):
        return date(dateline.year + step, 1, 1), date(dateline.year + step, 12, 31)
    if word.endswith("month") and "past" not in word:
        month = dateline.year * 12 + dateline.month - 1 + step
        after = month + 1
        return date(month // 12, month % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return None, None


def dateline(text: str) -> date | None:
    """The day that a story gives at its head: "LONDON, 19 August 2014 -", "Published: 3 May 2022"; else None."""
    for found in DATES[1].finditer(text[:1500]):
        days = date_readings(found[0], True)
        before = text[max(0, found.start() - 40) : found.start()]
        is_head = re.search(
            r"(?:^|\n)\W*(?:[A-Z][A-Z .'’-]{2,}[,(]\s*|(?:Last )?(?:Published|Updated|Posted|Date)\b[^\n]{0,20})$",
            before,
        )
        if days and (is_head or re.fullmatch(r"\s*", before.rsplit("\n", 1)[-1])):
            return days[0]
    return None
