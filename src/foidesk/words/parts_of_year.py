"""Months, quarters and halves without their year, as they stand under a year: "Q1 (Apr-Jun)", "January", "H2"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from foidesk.model.periods import Period

from .dates import month_number
from .lazy import lazy
from .shapes import DASH, MONTH

_ORDINALS = "first second third fourth erstes zweites drittes viertes".split()
_NUMBER = r"(?P<n>[1-4]|I{1,3}|IV)"
_NTH = rf"(?P<nth>[1-4](?:st|nd|rd|th|\.)|(?:I{{1,3}}|IV)\.|{'|'.join(_ORDINALS)})"
_QUARTER = (
    rf"(?:Q(?:u?a?r?te?r)?\.?\s?{_NUMBER}|(?:quarter|quartal)\s{_NUMBER.replace('<n>', '<n2>')}"
    rf"|{_NTH}\s(?:quarter|qtr\.?|quartal))"
)
_HALF = (
    r"(?:H\s?(?P<h>[12])|(?P<hth>1st|2nd|[12]\.|first|second|erstes|zweites)\s"
    r"(?:half(?:\s?-?\s?year)?|halbjahr))"
)
_MONTHS = rf"(?P<first>{MONTH})(?:\s?(?:{DASH}|/|to|bis|until)\s?(?P<last>{MONTH}))?"
_PART = lazy(rf"(?:(?:{_QUARTER}|{_HALF})\s?:?\s?{DASH}?\s?)?(?:\(?\s?{_MONTHS}\s?\)?)?", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
QUARTER, HALF = 3, 6


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """The `number`th stretch of `months` months, or from the month `first` on (1 to 12), or both."""

    months: int
    number: int = 0
    first: int = 0

    def of(self, year: Period) -> Period | None:
        """Its days in that year; None if it has none there, or if number and months do not go together."""
        start = year.start if year.start.day == 1 else None
        if start is None:
            return None
        at = (self.number - 1) * self.months if self.number else (self.first - start.month) % 12
        first = _later(start, at)
        end = _later(first, self.months)
        is_cut = year.end < _later(start, 12)
        if (self.first and first.month != self.first) or first >= year.end or (end > year.end and not is_cut):
            return None
        return Period(first, min(end, year.end), "month" if self.months == 1 else "window")


def part_of_year(text: str) -> PartOfYear | None:
    """What a label without a year says of one; None for all that says more, or something else."""
    found = _PART.fullmatch(" ".join(text.split()).strip(" .,;:*"))
    if found is None or not found[0]:
        return None
    quarter, half = found["n"] or found["n2"] or found["nth"], found["h"] or found["hth"]
    stretch = QUARTER if quarter else HALF if half else 0
    if found["first"] is None:
        return PartOfYear(stretch, _number(quarter or half)) if stretch else None
    first = month_number(found["first"])
    months = (month_number(found["last"]) - first) % 12 + 1 if found["last"] else 1
    if stretch and months != stretch:
        return None
    return PartOfYear(months, _number(quarter or half) if stretch else 0, first)


def _number(words: str) -> int:
    word = words.lower().rstrip(".")
    if word in _ROMAN:
        return _ROMAN[word]
    return int(word[0]) if word[0].isdigit() else _ORDINALS.index(word) % 4 + 1


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
