"""Rows of figures, one for each year, said to be in the order of the years: "for the three years in turn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord, numbers

from ..basis.ground import Ground
from ..basis.near import all_lines
from ..figures.seen import Seen
from .clause import Clause
from .years_named import Years, years_of_survey

_LIST = re.compile(r"\s*(?:,|,?\s*(?:and|und)|&)\s*", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:figures?|numbers?|counts?|totals?|they|data)\b[^.;:]{0,60}?\bthe\s+(?P<count>\w+)\s+"
    r"(?:(?:calendar|fiscal|financial)\s+)?years?\b[^.;:]{0,30}?"
    r"\b(?:in\s+turn|respectively|in\s+(?:that|this|the\s+same|chronological)\s+order|one\s+after\s+the\s+other)\b",
    re.IGNORECASE,
)
"""What a reply says once of all its rows of figures."""
_RESPECTIVELY = re.compile(r"\b(?:respectively|in\s+(?:that|this)\s+order|in\s+turn)\b", re.IGNORECASE)
_BEHIND_KIND = re.compile(
    r"\s*(?:[:–—-]|(?:accounted|made\s+up)\s+for|accounting\s+for|came\s+to|for|to|was|were|with|at)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[\s,;.]*(?:of\s+(?:them|these|those|which)\b)?[\s,;.]*(?:(?:and|while|with|but)\s+)?", re.IGNORECASE
)
_OF_PLACES = re.compile(r"[,;]|\b(?:at|and|und)\b", re.IGNORECASE)
"""Behind a row and its noun: what each figure may be of beside a year: "at the north, east and west sites"."""


def said_in_turn(ground: Ground) -> bool:
    """True if the reply says once that its rows of figures are those of the years asked about, in their order."""
    return bool(ground.memo.get("figures in turn", lambda: _says(ground)))


def _says(ground: Ground) -> bool:
    years = years_of_survey(ground)
    for _, _, piece in all_lines(ground):
        found = _SAID.search(piece.text)
        count = next((word.exact for word in numbers(found["count"])), None) if found else None
        if years and count == len(years):
            return True
    return False


def in_turn(ground: Ground, seen: Seen) -> list[Clause]:
    """A clause for each figure of rows in the order of the years; [] where that is not said, or not plain.

    Each number of the sentence stands in a row of as many as there are years, each row behind its kind or beside
    the one noun of the sentence.
    """
    years = years_of_survey(ground)
    if len(years) < 3 or seen.periods or not (said_in_turn(ground) or _RESPECTIVELY.search(seen.text)):
        return []
    rows = rows_in(seen)
    if not rows or any(len(row) != len(years) for row in rows):
        return []
    if len({word.kind for word in seen.numbers}) > 1 or any(word.exact is None for word in seen.numbers):
        return []
    out: list[Clause] = []
    for before, row in zip([None, *rows], rows, strict=False):
        made = _row(seen, before[-1].end if before else 0, row, years)
        if not made:
            return []
        out += made
    return out


def _row(seen: Seen, start: int, row: Sequence[NumberWord], years: Years) -> list[Clause]:
    kinds = [(name, hit) for name, hit in seen.categories if start <= hit.start and hit.end <= row[0].start]
    if kinds:
        return _of_kind(seen, start, row, years, kinds)
    named = len({noun.measure for noun in seen.nouns}) == 1
    nouns = tuple(noun for noun in seen.nouns if named or not seen.text[row[-1].end : noun.start].strip())
    nouns = tuple(noun for noun in nouns if named or noun.start >= row[-1].end)[:1]
    rest = seen.text[max(row[-1].end, *(noun.end for noun in nouns)) :] if nouns else ""
    if start or not nouns or seen.categories or _OF_PLACES.search(rest):
        return []
    return [
        Clause(word.start, word.end, word, nouns, (), when, None, listed=True)
        for word, when in zip(row, years, strict=True)
    ]


def _of_kind(
    seen: Seen, start: int, row: Sequence[NumberWord], years: Years, kinds: Sequence[tuple[str, CategoryHit]]
) -> list[Clause]:
    """The clauses of "food for 47, 45 and 52": one kind, with nothing else before it but what joins it."""
    (name, hit), *more = kinds
    plain = (
        not more and not hit.negated and hit.where.categories and _BETWEEN.fullmatch(seen.text[start : hit.start])
    )
    if not plain or not _BEHIND_KIND.fullmatch(seen.text[hit.end : row[0].start]):
        return []
    one = Clause(0, 0, None, (), ((name, hit),), listed=True)
    return [
        replace(one, start=word.start, end=word.end, number=word, period=when)
        for word, when in zip(row, years, strict=True)
    ]


def rows_in(seen: Seen) -> list[list[NumberWord]]:
    """The numbers of a sentence in rows of those that only commas and "and" part."""
    rows: list[list[NumberWord]] = []
    for word in seen.numbers:
        last = rows[-1][-1] if rows else None
        if last is not None and _LIST.fullmatch(seen.text[last.end : word.start]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def of_no_year(seen: Seen, found: Sequence[Clause | None]) -> list[Clause | None]:
    """The clauses without those of rows of which only the first or last has words: "12, 9, 4 and 7 complaints".

    Each of its numbers is of something, and the one beside the noun is no more all of it than the others.
    """
    held = {id(one.number): at for at, one in enumerate(found) if one is not None and one.number is not None}
    out = list(found)
    for row in rows_in(seen):
        told = [held[id(word)] for word in row if id(word) in held]
        if len(row) > 2 and len(told) < 2:
            for at in told:
                out[at] = None
    return out
