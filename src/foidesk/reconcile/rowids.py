"""Rows that name their case: by its own number, or by words that no other row of the list has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from foidesk.model import Observation

from .words import value_place

ID = re.compile(r"\b(?=[\w/-]*\d)[A-Za-z]{0,4}\d[\w]*(?:[-/]\w*\d\w*)*\b")
DATE = re.compile(
    r"^(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4}[-/]\d{1,2}[-/]\d{1,2}|(?:19|20)\d\d(?:[-/]\d{2,4})?|\d{1,4})$"
)
NUMBER = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w-])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*"
WRITTEN_DATE = re.compile(
    r"\b(?:(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?: 00:00(?::00)?)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}[ -](?:19|20)\d\d|{_MONTH} \d{{1,2}},? (?:19|20)\d\d)\b"
)
ALIKE = 0.4
NAMED = 0.8
"""The share of the rows that must have a number of their own."""


def ids_apart(mine: list[Observation], theirs: list[Observation]) -> bool:
    """True if both lists number their cases in the same style, and not one number stands in both.

    Dates, years and short numbers are no names of cases; two lists that number in different styles may be of the
    same cases.
    """
    first, second = _ids(mine), _ids(theirs)
    if first is None or second is None or first & second:
        return False
    return bool({_style(one) for one in first} & {_style(one) for one in second})


def _ids(rows: list[Observation]) -> set[str] | None:
    """The numbers of the cases, each in one row; None if not nearly all rows have one."""
    told = {(row.document, row.table, row.row): _words(row) for row in rows}
    of_row = [set(_numbers(words)) for words in told.values()]
    often = Counter(number for numbers in of_row for number in numbers)
    own = [{number for number in numbers if often[number] == 1} for numbers in of_row]
    if sum(map(bool, own)) < NAMED * len(of_row):
        return None
    return set().union(*of_row)


def _numbers(words: str) -> Iterable[str]:
    for found in ID.findall(words):
        if not DATE.match(found) and any(sign in found for sign in "-/") | any(sign.isalpha() for sign in found):
            yield found.upper()


def _style(number: str) -> str:
    """ "07-055A" and "13-221" are one style: runs of digits and letters, whatever their length."""
    return re.sub(r"\d+", "9", re.sub(r"[A-Z]+$", "", number))


def said_again(mine: list[Observation], theirs: list[Observation]) -> list[Observation]:
    """The rows of the second list that the first holds word for word; none where rows are told too briefly."""
    left = Counter(key for row in mine if len(key := key_of(row)) > 2)
    found = []
    for row in theirs:
        if left[key_of(row)] > 0:
            left[key_of(row)] -= 1
            found.append(row)
    return found


def key_of(row: Observation) -> tuple[str, ...]:
    """The words of a row, without signs and case; numbers and dates as a sheet and a print-out both write them."""
    return _key(_words(row))


@lru_cache(maxsize=100_000)
def _key(words: str) -> tuple[str, ...]:
    plain = NUMBER.sub(_plain_number, WRITTEN_DATE.sub(_plain_date, words.lower()))
    return tuple(re.findall(r"\w+(?:\.\w+)*", plain))


def _plain_date(found: re.Match[str]) -> str:
    """Year, then day and month, the smaller first: which of the two is which differs from land to land."""
    parts = [part for part in re.split(r"[^\w]+", found[0]) if part not in ("00", "of")][:3]
    numbers = [MONTHS.index(part[:3]) + 1 if part[:3] in MONTHS else int(part.rstrip("stndrh")) for part in parts]
    year = max(numbers) if max(numbers) > 99 else numbers[-1]
    numbers.remove(year)
    return f"{year % 100:02}d{min(numbers):02}d{max(numbers):02}"


def _plain_number(found: re.Match[str]) -> str:
    """ "1200.5" for "1,200.50"."""
    whole, _, part = found[0].replace(",", "").partition(".")
    part = part.rstrip("0")
    return f"{whole}.{part}" if part else whole


def _words(row: Observation) -> str:
    return (row.places.get("row") or value_place(row)).quote


def row_by_row(mine: list[Observation], theirs: list[Observation]) -> tuple[tuple[str, str], ...]:
    """The rows of two lists side by side, those with most words in common together; "" where one has none."""
    left, pairs = {id(row): row for row in theirs}, []
    for row in mine:
        words = set(key_of(row))
        best = max(left.values(), key=lambda other: _alike(words, set(key_of(other))), default=None)
        if best is not None and _alike(words, set(key_of(best))) >= ALIKE:
            del left[id(best)]
            pairs.append((_words(row), _words(best)))
        else:
            pairs.append((_words(row), ""))
    return tuple(dict.fromkeys([*pairs, *(("", _words(row)) for row in left.values())]))


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))
