"""Sentences that say the same for one period after the other: "in 2021 12 cases, 3 of fraud; in 2022 14, 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen

from ..basis.nouns import NounHit

_PARTED = re.compile(r"[;,.:()]|\b(?:and|while|but|und|sowie|während)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\s*(?:(?:in|for|during|im|für)\s+)?(?:the\s+)?"
    r"(?:(?:financial|calendar|academic|school|fiscal|year|session|jahr|kalenderjahr)\s*)*",
    re.IGNORECASE,
)
_SAME_ORDER = re.compile(
    r"\b(?:respectively|in (?:the same|that) order|in (?:der)?selbe[nr]? Reihenfolge|in gleicher Reihenfolge|"
    r"in dieser Reihenfolge)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[;,.)]|$)")

Labels = tuple[tuple[NounHit, ...], tuple[tuple[str, CategoryHit], ...]]


@dataclass(frozen=True, slots=True)
class Sections:
    """The numbers of a sentence by the period that leads them; as places among all its numbers."""

    periods: tuple[PeriodSeen, ...]
    held: tuple[tuple[int, ...], ...]


def sections(text: str, numbers: Sequence[NumberWord], periods: Sequence[PeriodSeen]) -> Sections | None:
    """The numbers under each period, where each leads those that follow it; None if that is not plain."""
    if len(periods) < 2 or not numbers or numbers[0].start < periods[0].start:
        return None
    bounds = [*(one.start for one in periods[1:]), len(text)]
    held = tuple(
        tuple(at for at, word in enumerate(numbers) if one.end <= word.start < bound)
        for one, bound in zip(periods, bounds, strict=True)
    )
    plain = all(held) and all(
        _opens(text[numbers[some[-1]].end : one.start]) for some, one in zip(held, periods[1:], strict=False)
    )
    return Sections(tuple(periods), held) if plain else None


def _opens(between: str) -> bool:
    """True if the words between a number and the next period part them: that period opens what follows."""
    stops = list(_PARTED.finditer(between))
    return bool(stops) and _LEADS.fullmatch(between[stops[-1].end() :]) is not None


def filled(
    text: str, numbers: Sequence[NumberWord], found: Sections, labels: Sequence[Labels | None]
) -> dict[int, Labels]:
    """What numbers without words of their own mean, by those in the same place of the first section.

    Only nouns left out at the end of a section are understood by themselves; of kinds the sentence must say that
    their order is the same.
    """
    first = [labels[at] for at in found.held[0]]
    if len(first) < 2 or any(one is None for one in first) or len({len(some) for some in found.held}) > 1:
        return {}
    said = _SAME_ORDER.search(text) is not None
    out: dict[int, Labels] = {}
    for some in found.held[1:]:
        for at, model in zip(some, first, strict=True):
            own = labels[at]
            if own is not None and model is not None and not _alike(own, model):
                return {}
            if own is None and model is not None and _may_lack(text, numbers[at], model, said, at == some[-1]):
                out[at] = model
    return out


def _may_lack(text: str, word: NumberWord, model: Labels, said: bool, last: bool) -> bool:
    return said or (last and not model[1] and _ENDS.match(text, word.end) is not None)


def _alike(one: Labels, other: Labels) -> bool:
    kinds = [[(name, hit.where.categories) for name, hit in labels[1]] for labels in (one, other)]
    nouns = [{noun.measure for noun in labels[0]} for labels in (one, other)]
    return kinds[0] == kinds[1] and (nouns[0] == nouns[1] or not (nouns[0] and nouns[1]))
