"""On which day the year of a body begins: as the reply says, else as it does where its access law holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from foidesk.law import law
from foidesk.words.dates import date_readings
from foidesk.words.shapes import MONTH

FIRST = (4, 1)
_LEAP = "2000"
_TH = r"(?:st|nd|rd|th|\.)?"
_DAY = rf"(?:\d{{1,2}}{_TH}\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}}{_TH}(?!\d)|{MONTH})"
_YEAR = r"(?:,?\s*(?:19|20)\d\d)?(?:\s+(?:of|in)\s+(?:each|every|the)\s+\w+)?"
_SAYS = re.compile(
    r"\b(?:fiscal|financial|budget)\s+years?\b|\bFYs?\b|\bhaushaltsjahr\w*",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"[^.;\n]{{0,40}}?\b(?P<first>{_DAY}){_YEAR}\s*(?:to|through|until|[-–—]|bis)\s*(?:the\s+)?(?P<last>{_DAY})",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"[^.;\n\d]{{0,20}}?\b(?:begin(?:s|ning)?|starts?|commences?|beginnt)\s+(?:on\s+|in\s+|am\s+)?(?:the\s+)?(?P<first>{_DAY})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"[^.;\n\d]{{0,20}}?\b(?:end(?:s|ing|ed)?|endet)\s+(?:on\s+|in\s+|am\s+)?(?:the\s+)?(?P<last>{_DAY})",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:years?|twelve months|12 months)\s+(?:(?:up )?to|end(?:s|ed|ing)?(?: on)?|until)\s+(?:the\s+)?"
    rf"(?P<last>{_DAY})(?!\S|,?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)


_FISCAL = re.compile(r"\b(?:fiscal|financial)\s+years?\b|\bFYs?\b", re.IGNORECASE)


_ENDING = re.compile(
    r"\b(?:years?|twelve months|12 months)\s+(?:end(?:ing|ed|s)?(?:\s+on)?|(?:up )?to)\W*$", re.IGNORECASE
)
YEAR_ENDING = "year ending"
"""What a head says over days on which years end."""


def year_end(head: str) -> str:
    """What a head over bare years says of each: "year to 31 March", "FY"; "" if it says nothing of the kind.

    `YEAR_ENDING` stands over the days themselves: "Year ending" over "31/03/2021".
    """
    plain = " ".join(head.split())
    if _ENDING.search(plain):
        return YEAR_ENDING
    if found := _TO.search(plain):
        return f"year to {found['last']}"
    return "FY" if _FISCAL.search(plain) and not any(map(str.isdigit, plain)) else ""


def year_start(texts: Iterable[str], law_id: str) -> tuple[int, int]:
    """The first month and day of a year like "FY 2019-20" in the reply of those texts."""
    told = {start for text in texts for start in _told(text)}
    if len(told) == 1:
        return told.pop()
    return law(law_id).year_start if law_id else FIRST


def _told(text: str) -> Iterable[tuple[int, int]]:
    """The first days that "our fiscal year runs from July 1 to June 30" and the like name."""
    for found in _SAYS.finditer(text):
        if span := _SPAN.match(text, found.end()):
            first, after = _day(span["first"]), _after(span["last"])
            yield from (first,) if first is not None and first == after else ()
        elif begins := _BEGINS.match(text, found.end()):
            yield from _known(_day(begins["first"]))
        elif ends := _ENDS.match(text, found.end()):
            yield from _known(_after(ends["last"]))


def _known(day: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    return (day,) if day is not None else ()


def _day(words: str) -> tuple[int, int] | None:
    """The month and day of "July 1", "1 July" or "July"."""
    plain = _plain(words)
    days = date_readings(f"{plain} {_LEAP}" if any(map(str.isdigit, plain)) else f"1 {plain} {_LEAP}", True)
    return (days[0].month, days[0].day) if len(days) == 1 else None


def _after(words: str) -> tuple[int, int] | None:
    """The day behind "June 30", "30 June" or "June"."""
    plain, first = _plain(words), _day(words)
    if first is None:
        return None
    if not any(map(str.isdigit, plain)):
        return (first[0] % 12 + 1, 1)
    after = date(int(_LEAP), *first) + timedelta(days=1)
    return (3, 1) if first == (2, 28) else (after.month, after.day)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"(?<=\d)(?:st|nd|rd|th|\.)|\bof\b", " ", words).split())
