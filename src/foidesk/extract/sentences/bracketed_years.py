"""Years in brackets behind a part of a sentence: "41 were for arrears (20 in 2021, 21 in 2022)".

The years are those of the number before the bracket if they add up to it, or of the rest, if they are what the
parts leave of the whole; else nobody can tell, and the sentence is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground
from ..figures.seen import Categorised, Seen, look
from .clause import Clause
from .over import Sentence
from .series import Pair, pairs

_BRACKET = re.compile(r"\((?P<inside>[^()]*\d[^()]*)\)")
_REST = re.compile(r"\b(?:others?|rest|remainder|remaining(?:\s+\w+)?|übrigen|restlichen)\s*$", re.IGNORECASE)
_STOP = re.compile(r"[;.](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """The figures of a bracket with their years, and where it stands."""

    start: int
    end: int
    told: tuple[Pair, ...]

    @property
    def sum(self) -> Decimal:
        return sum((word.exact or Decimal(0) for word, _ in self.told), Decimal(0))


def bracketed_years(ground: Ground, text: str) -> Bracketed | None:
    """The one bracket of a sentence that holds figures by year and no more, beside kinds that stand outside it."""
    found = [one for match in _BRACKET.finditer(text) if (one := _held(ground, text, match)) is not None]
    if len(found) != 1:
        return None
    outside = look(ground, without(text, found[0]))
    plain = outside.numbers or _REST.search(text[: found[0].start])
    return found[0] if outside.categories and plain and not outside.periods else None


def without(text: str, one: Bracketed) -> str:
    return text[: one.start] + " " * (one.end - one.start) + text[one.end :]


def _held(ground: Ground, text: str, match: re.Match[str]) -> Bracketed | None:
    alone = " " * match.start("inside") + match["inside"]
    seen = look(ground, alone)
    told = pairs(alone, seen.numbers, seen.periods)
    if seen.categories or seen.nouns or not len(told) == len(seen.numbers) == len(seen.periods):
        return None
    return Bracketed(match.start(), match.end(), told)


def with_years(
    ground: Ground, sentence: Sentence, one: Bracketed, told: Callable[[Sentence], Sequence[Clause]]
) -> list[Clause]:
    """The clauses of the words around a bracket, and those of its years; unsure where it is not plain."""
    text = without(sentence.text, one)
    outside = list(told(replace(sentence, piece=replace(sentence.piece, text=text))))
    before = [each for each in outside if each.number is not None and each.end <= one.start]
    owner = before[-1] if before and not _REST.search(text[: one.start]) else None
    if owner is not None and owner.number is not None and owner.number.exact == one.sum:
        return [*outside, *_of(one, replace(owner, head=0))]
    rest = _rest(look(ground, text), text, one, outside) if owner is None else None
    if rest is None:
        return [replace(each, crowded=True) for each in outside]
    return [*outside, *_of(one, rest)]


def _of(one: Bracketed, owner: Clause) -> list[Clause]:
    return [
        replace(
            owner, start=word.start, end=word.end, number=word, period=when.period,
            period_at=(when.start, when.end), listed=True, head=owner.head, bare=False, gap="",
        )
        for word, when in one.told
    ]  # fmt: skip


def _rest(seen: Seen, text: str, one: Bracketed, outside: Sequence[Clause]) -> Clause | None:
    """The rest before a bracket, of the kind behind it; None unless its years are what the parts leave."""
    stop = _STOP.search(text, one.end)
    end = stop.start() if stop else len(text)
    behind: Categorised = tuple(item for item in seen.categories if one.end <= item[1].start < end)
    parts = [each for each in outside if each.categories and each.number is not None]
    if not _REST.search(text[: one.start]) or len(behind) != 1 or behind[0][1].negated:
        return None
    if not outside and not seen.numbers:
        return Clause(one.start, one.end, None, seen.nouns[:1], behind, head=one.end)
    if not parts:
        return None
    known = sum((each.number.exact or Decimal(0) for each in parts if each.number), Decimal(0))
    words: tuple[NumberWord, ...] = (*seen.numbers, *seen.referred)
    if not any(word.exact == known + one.sum for word in words):
        return None
    nouns = next((each.nouns for each in outside if each.nouns), ())
    return Clause(one.start, one.end, None, nouns, behind)
