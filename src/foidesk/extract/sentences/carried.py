"""Numbers whose noun the words before have named: "In 2021 we lost 14 dogs; in 2022 we lost 17, in 2023 two"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen
from foidesk.words.totals import zeros

from ..basis.measure import MeasureSeen
from ..basis.plain import PLAIN
from ..figures.seen import Seen
from .beside import named_from, period_of
from .clause import Clause
from .listed_years import of_each
from .series import sum_behind

_ENDS = re.compile(
    r"\s*(?:[,;:.)]|–|$|(?:of\s+(?:which|whom)|davon|hiervon)\b|(?:and|but|while|und|sowie|compared\s+(?:to|with)|as\s+against)\s"
    r"|in\s+total\b|altogether\b|respectively\b)",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:(?:in|during|for|im|in\s+den)\s+)?(?:the\s+)?$", re.IGNORECASE)
_STARTS = re.compile(r"[;:.(,]|\s[–—-]\s")
_JOINS = frozenset(
    "and but while whereas with then or nor did do not any finally also again und aber sowie".split()
)
_SPLITS = frozenset("of which whom these those them including davon hiervon darunter dabei je each per".split())
"""Words before a number that is a part of what was counted, or one of many."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a sentence before has counted, in which words."""

    seen: MeasureSeen
    words: frozenset[str]


def words_of(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split())


def with_carried(seen: Seen, found: Sequence[Clause | None], lead: Lead | None) -> list[Clause | None]:
    """The clauses, with those of numbers that name no noun and count what was counted for another year before."""
    first = next((one for one in found if one and one.nouns and not one.categories and one.period), None)
    out = list(found)
    for index, word in enumerate(seen.numbers):
        if out[index] is not None or word.kind != "integer":
            continue
        when = _year(seen, index)
        if when is None or not _stands_alone(seen, word, when):
            continue
        known = words_of(seen.text[: first.nouns[0].end]) if first else lead.words if lead else None
        if known is None or (first and first.start > word.start) or not _is_known(seen, word, when, known):
            continue
        at = (when.start, when.end)
        nouns = first.nouns if first else ()
        if first is None or first.period != when.period:
            out[index] = Clause(word.start, word.end, word, nouns, (), when.period, at, carried=first is None)
    fresh = {id(one) for one, was in zip(out, found, strict=True) if one is not None and was is None}
    told = [one.period for one in out if one is not None and one.nouns and not one.categories]
    # of two numbers for a year not both are all of it
    kept = [None if one and id(one) in fresh and told.count(one.period) > 1 else one for one in out]
    return _with_sum(seen, kept)


def _with_sum(seen: Seen, found: list[Clause | None]) -> list[Clause | None]:
    """The clauses, with the last number as the total that it says it is, if it is the sum of the years."""
    *years, last = found or [None]
    dated = [one for one in years if one is not None and one.period is not None and one.number is not None]
    pairs = [(one.number, when) for one in dated for when in seen.periods if one.number and _is_at(one, when)]
    whole = seen.numbers[-1] if seen.numbers else None
    if last is not None or whole is None or len(years) < 2 or len(pairs) < len(years):
        return found
    if any(one.categories or not one.nouns for one in dated) or len({one.period for one in dated}) < len(dated):
        return found
    if sum((number.exact or Decimal(0) for number, _ in pairs), Decimal(0)) != whole.exact:
        return found
    signs = list(seen.text)
    for noun in seen.nouns:
        signs[noun.start : noun.end] = " " * (noun.end - noun.start)
    if not sum_behind("".join(signs), whole, pairs):
        return found
    return [*years, Clause(whole.start, whole.end, whole, dated[0].nouns)]


def _is_at(one: Clause, when: PeriodSeen) -> bool:
    return one.period_at == (when.start, when.end)


def carried_none(seen: Seen, lead: Lead | None) -> list[Clause]:
    """ "None were lost in 2023", where the sentence before tells how many were lost in another year."""
    said = zeros(seen.text)
    if lead is None or len(said) != 1 or seen.nouns or seen.categories or not seen.periods:
        return []
    words = [word for word in _left(seen, 0, len(seen.text)) if word not in words_of(said[0].words)]
    if any(when.period is None for when in seen.periods) or not all(_fits(word, lead.words) for word in words):
        return []
    none = Clause(said[0].start, said[0].end, None, carried=True)
    return of_each(none, seen.periods)


def _year(seen: Seen, index: int) -> PeriodSeen | None:
    """The year that a number is of: the one right behind it, else the one of its part of the sentence."""
    word = seen.numbers[index]
    behind = next((one for one in seen.periods if one.start >= word.end), None)
    if behind is not None and _IN.fullmatch(seen.text[word.end : named_from(seen, behind)]):
        return behind if behind.period is not None else None
    before = seen.numbers[index - 1].end if index else 0
    after = seen.numbers[index + 1].start if index + 1 < len(seen.numbers) else len(seen.text)
    when = period_of(seen, index, before, after)
    return when if when is not None and when.period is not None and when.end <= word.start else None


def _stands_alone(seen: Seen, word: NumberWord, when: PeriodSeen) -> bool:
    end = when.end if when.start >= word.end else word.end
    return _ENDS.match(seen.text, end) is not None


def _is_known(seen: Seen, word: NumberWord, when: PeriodSeen, known: frozenset[str]) -> bool:
    """True if the words from the last stop up to a number have all been said of the number before."""
    end = word.start
    stops = [found.end() for found in _STARTS.finditer(seen.text, 0, end)]
    dates = [(one.start, one.end) for one in seen.periods]
    stops = [at for at in stops if not any(start < at <= last for start, last in dates)]
    start = max(stops, default=0)
    if stops and not seen.text[start:end].strip():
        # "231 in 2023/24" says itself what "3" between commas does not, nor does the year before one: "in 2022, 3"
        before = max((at for at in stops if at < start), default=0)
        return when.start > end or (when.start >= before and not _left(seen, before, start - 1))
    if any(word in _SPLITS for word in _left(seen, start, end)):
        return False
    last = max((one.end for one in seen.numbers if one.end <= end), default=0)
    if last > start and not any(last <= one.start < end or one.start >= end for one in seen.periods):
        return False  # right beside another number, and of the same year
    return all(_fits(word, known) for word in _left(seen, max(start, last), end))


def _left(seen: Seen, start: int, end: int) -> list[str]:
    """The words of a stretch without its periods."""
    signs = list(seen.text[start:end])
    for one in seen.periods:
        for at in range(max(named_from(seen, one), start), min(one.end, end)):
            signs[at - start] = " "
    return [word for word in normalise("".join(signs)).split() if word.isalpha()]


def _fits(word: str, known: frozenset[str]) -> bool:
    return word in PLAIN or word in _JOINS or word in known
