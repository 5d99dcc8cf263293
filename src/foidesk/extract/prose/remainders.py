"""Numbers that fill what a breakdown in the text leaves of its total: "The other 12 were a mix"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model.observations import TOLD_IN, Observation
from foidesk.words.numbers import NumberWord, numbers

from ..basis.ground import Ground
from ..figures.seen import look
from ..sentences.said import Said
from .uncoded import coded_later

_OTHERS = re.compile(r"\b(?:others?|remaining|rest|übrigen|restlichen)\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the|these|those)\s+", re.IGNORECASE)
LONGEST = 14
AFTER, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Short:
    """A breakdown by one variable that lacks a number of cases, and one of its statements."""

    name: str
    whole: Decimal
    lacks: Decimal
    like: Observation
    parts: tuple[Observation, ...]


def with_remainders(ground: Ground, said: Sequence[Said]) -> list[Said]:
    """The sentences, with a statement for the one unread number that makes a breakdown add up to its total.

    Its words wait to be coded; left out, its cases would pass for none.
    """
    out = list(said)
    for short in _short(said):
        places = [at for at, one in enumerate(out) if any(o in short.parts for o in one.found.observations)]
        near = [(at, word) for at in _near(out, places) for word in _unread(ground, out[at])]
        told = [(at, word) for at, word in near if _is_of_total(out[at].sentence.text, word, short)]
        for at, word in told or _filling(ground, out, near, short):
            out[at] = _with(ground, out[at], short, word)
    return out


def _near(said: Sequence[Said], places: Sequence[int]) -> list[int]:
    """The sentences of the paragraphs that hold the breakdown, and the two behind it."""
    held = {(said[at].sentence.over.question, said[at].sentence.block) for at in places}
    behind = range(max(places), min(max(places) + AFTER + 1, len(said)))
    return [
        at for at, one in enumerate(said)
        if (one.sentence.over.question, one.sentence.block) in held or at in behind
    ]  # fmt: skip


def _is_of_total(text: str, word: NumberWord, short: Short) -> bool:
    """True for "five of the eight", where eight is the total: a part of it, in words that no category knows."""
    of = _OF.match(text, word.end)
    base = next((one for one in numbers(text) if of is not None and one.start == of.end()), None)
    fits = word.value is not None and word.value <= short.lacks
    return base is not None and base.value == short.whole and fits


def _filling(
    ground: Ground, said: Sequence[Said], near: list[tuple[int, NumberWord]], short: Short
) -> list[tuple[int, NumberWord]]:
    """The one number that is what the breakdown lacks, or all unread ones if they come to it together."""
    near = [(at, word) for at, word in near if not _is_known(ground, said[at].sentence.text, word)]
    one = [(at, word) for at, word in near if word.value == short.lacks]
    if len(one) == 1 and len(short.parts) > 1:
        return one
    together = sum((word.value or Decimal(0) for _, word in near), Decimal(0)) == short.lacks
    apart = len({at for at, _ in near}) == len(near)
    return near if together and apart and 1 < len(near) <= MOST else []


def _is_known(ground: Ground, text: str, word: NumberWord) -> bool:
    """True where the words of a number, up to the next one, name a kind, or those before it if none do."""
    seen = look(ground, text)
    after = min((one.start for one in numbers(text) if one.start >= word.end), default=len(text))
    before = max((one.end for one in numbers(text) if one.end <= word.start), default=0)
    if text[word.end : after].strip(" .;,)") and before:
        before = word.start
    return any(before <= hit.start < after for _, hit in seen.categories)


def _short(said: Sequence[Said]) -> Iterator[Short]:
    found = [o for one in said for o in one.found.observations if _counts(o)]
    for total in (o for o in found if not o.where):
        fits = [o for o in found if len(o.where) == 1 and _same(o, total)]
        for name in dict.fromkeys(name for o in fits for name in o.where):
            parts = tuple(o for o in fits if name in o.where)
            lacks = _number(total) - sum((_number(o) for o in parts), Decimal(0))
            if lacks > 0:
                yield Short(name, _number(total), lacks, parts[0], parts)


def _counts(one: Observation) -> bool:
    return one.amount is not None and one.amount.is_exact and not one.table.startswith(TOLD_IN)


def _same(part: Observation, total: Observation) -> bool:
    return part.measure == total.measure and part.period in (None, total.period)


def _number(one: Observation) -> Decimal:
    return one.amount.lo if one.amount is not None else Decimal(0)


def _unread(ground: Ground, one: Said) -> Iterator[NumberWord]:
    """The numbers of a sentence that no statement of it reads and that no noun of a measure follows."""
    seen = look(ground, one.sentence.text)
    read = {mark.span for mark in one.found.marks if mark.read}
    others = (word for word in seen.referred if _OTHERS.search(one.sentence.text[: word.start]))
    for word in (*seen.numbers, *others):
        own = set(one.sentence.piece.cut(word.start, word.end).spans)
        if word.kind == "integer" and not own & read and not any(noun.start >= word.end for noun in seen.nouns):
            yield word


def _with(ground: Ground, one: Said, short: Short, word: NumberWord) -> Said:
    text = one.sentence.text
    base = _OF.match(text, word.end)
    after = next((one.end for one in numbers(text) if base is not None and one.start == base.end()), word.end)
    label = text[after:].strip(" .;,:–—-\n\t)")
    if not label or len(label.split()) > LONGEST or any(letter.isdigit() for letter in label):
        return one
    at = text.index(label, after)
    made = coded_later(ground, one, short.like, short.name, word, (at, at + len(label)))
    fresh = {o.id for o in made.observations} - {o.id for o in one.found.observations}
    kept = tuple(replace(o, accepted_by="") if o.id in fresh else o for o in made.observations)
    return replace(one, found=replace(made, observations=kept))
