"""Dates in text, to the day; "03/04/2012" stays open between two days unless the order is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .lazy import lazy
from .shapes import DATES, MONTH, MONTHS, YEAR

_NAMED = lazy(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?(?:of\s)?[-‐‑–—]?\s?(?P<month>{MONTH}),?[\s-]*['’]?(?P<year>{YEAR}|\d\d)?$"
    rf"|(?P<month2>{MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s?(?P<year2>{YEAR})?$",
    re.IGNORECASE,
)
_ISO = lazy(r"(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)")
_FIGURES = lazy(r"(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d\d)$")


@dataclass(frozen=True, slots=True)
class DateSeen:
    """A date in characters `start` to `end`.

    `day` is None where the text leaves it open: two `readings` for day and month in figures, none for a date
    without its year.
    """

    start: int
    end: int
    text: str
    day: date | None
    readings: tuple[date, ...]


def dates(text: str, day_first: bool | None = None) -> tuple[DateSeen, ...]:
    """Every date of the text that names a day, in order."""
    found: list[DateSeen] = []
    for pattern in DATES:
        for match in pattern.finditer(text):
            days = date_readings(match[0], day_first)
            free = all(match.end() <= other.start or other.end <= match.start() for other in found)
            if free and (days or _NAMED.match(match[0])):
                found.append(DateSeen(*match.span(), match[0], days[0] if len(days) == 1 else None, days))
    return tuple(sorted(found, key=lambda item: item.start))


def date_readings(text: str, day_first: bool | None = None) -> tuple[date, ...]:
    """The days that a date may mean; none if it is no date or lacks its year."""
    if named := _NAMED.match(text):
        day, month = named["day"] or named["day2"], named["month"] or named["month2"]
        year = named["year"] or named["year2"]
        return _days((year, month_number(month), day)) if year else ()
    if iso := _ISO.match(text):
        return _days((iso["year"], iso["month"], iso["day"]))
    if figures := _FIGURES.match(text):
        return _in_figures(figures, day_first)
    return ()


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation, English or German."""
    return MONTHS[name.lower().rstrip(".")]


def full_year(digits: str) -> int:
    """The year of four digits, or of two: 00 to 69 are of this century."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _in_figures(found: re.Match[str], day_first: bool | None) -> tuple[date, ...]:
    first, second, year = found["first"], found["second"], found["year"]
    if found["sign"] == "." and day_first is None:
        day_first = True  # dots: the order of the day first, wherever they are used
    orders = {True: [(year, second, first)], False: [(year, first, second)]}
    return _days(*(orders[day_first] if day_first is not None else orders[True] + orders[False]))


def _days(*parts: tuple[str, int | str, str]) -> tuple[date, ...]:
    days: list[date] = []
    for year, month, day in parts:
        try:
            days.append(date(full_year(year), int(month), int(day)))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))
