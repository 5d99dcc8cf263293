"""References of cases: "07-00177", "3:07-cv-30085", "06-072A". Their digits count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foidesk.words.periods import period_readings

from .grid import Slot

_PARTS = re.compile(r"[-/: _#]+")
_SHAPE = re.compile(r"\W{0,2}[A-Za-z]{0,8}\W?\s?\d[\w\-/:.#]*\W?$")
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-/]\s*(?:\d\d|(?:19|20)\d\d)$")
MOSTLY = 0.7


def is_reference(text: str) -> bool:
    """True for digits in parts that are no range, date or amount: a nought in front, letters, three parts."""
    text = text.strip()
    if not _SHAPE.match(text) or _YEARS.match(text):
        return False
    parts = [part for part in _PARTS.split(text) if part]
    lettered = any(c.isalpha() for c in text) and sum(c.isdigit() for c in text) > 2
    padded = len(parts) > 1 and any(len(part) > 1 and part[0] == "0" and part.isdigit() for part in parts)
    numbered = len(parts) == 2 and text.isascii() and all(map(str.isdigit, parts)) and _uneven(*parts)
    return (lettered and not _is_amount(text)) or (padded and not _dated(parts)) or numbered


def _uneven(year: str, number: str) -> bool:
    """True for "19-10596": a year of two digits and a running number, which is no range."""
    return len(year) <= 2 and len(number) >= 4 and not number.startswith(("19", "20"))


def _is_amount(text: str) -> bool:
    """ "3k", "2m" or "15th": a number with letters at its end."""
    return re.fullmatch(r"\W*[\d.,]+\s?[A-Za-z]{1,3}", text) is not None


def _dated(parts: list[str]) -> bool:
    """True for "03/04/2019": a day in figures; and for "1.05", a decimal."""
    return len(parts) == 3 and all(part.isdigit() and len(part) in (1, 2, 4) for part in parts)


def names_cases(slots: Iterable[Slot]) -> bool:
    """True for a column of references: most of what it holds, hardly any twice."""
    texts = [slot.text for slot in slots if slot.first and not slot.blank]
    marked = [text for text in texts if is_reference(text) and not period_readings(text)]
    return len(texts) > 2 and len(marked) >= MOSTLY * (len(texts) - 1) and len(set(marked)) >= MOSTLY * len(marked)
