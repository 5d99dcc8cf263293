"""What is said of all that was counted just before: "11 injuries, all to nurses", "2 - both withdrawn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.words.numbers import NumberWord, numbers

from ..basis.asked import our_words
from ..basis.ground import Ground
from ..basis.plain import PLAIN
from ..figures.seen import Categorised, look, words_besides
from .clause import Clause
from .over import Sentence

_ALL = re.compile(
    r"(?:\s*[,:(]\s*|\s+[–—-]\s+)(?:and\s+|und\s+)?"
    r"(?:(?P<both>both|beide)|(?P<one>(?:it|this|which|that|die|der|das|es)\s+(?:was|wurde|war))|"
    r"all|each(?:\s+one)?|every\s+one|alle|sämtlich\w*|jeweils)\b(?!\s+(?:but|except|bar|bis\s+auf|außer)\b)",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:some|several|most|many|few|a\s+number|mainly|including|the\s+rest|others?)\b", re.IGNORECASE
)
_JOINS = frozenset(
    "of them these those which whom both all each one davon hiervon alle beide wegen aufgrund due because".split()
)


@dataclass(frozen=True, slots=True)
class AllTold:
    """The kind that all are of, and where the words that say so begin."""

    start: int
    categories: Categorised
    is_both: bool
    is_one: bool
    number: NumberWord | None


def all_told(ground: Ground, text: str) -> AllTold | None:
    """What the end of a sentence says of all that it counts; None if it says more, or nothing of the kind."""
    for found in _ALL.finditer(text):
        start = found.start()
        if not re.search(r"\w", text[:start]) or not _in_one_part(text[:start]):
            continue
        tail = " " * found.end() + text[found.end() :]
        seen = look(ground, tail)
        words = [word for word in numbers(tail) if word.is_amount]
        hits = seen.categories
        once = len({name for name, _ in hits}) == len(hits) > 0 and not any(hit.negated for _, hit in hits)
        if not once or seen.periods or len(words) > 1 or not all(hit.where.categories for _, hit in hits):
            continue
        left = words_besides(tail, words, [hit for _, hit in hits])
        ours = our_words(ground)
        if all(one in PLAIN or one in _JOINS or one in ours for one in left if any(map(str.isalnum, one))):
            return AllTold(start, hits, bool(found["both"]), bool(found["one"]), words[0] if words else None)
    return None


def _in_one_part(said: str) -> bool:
    """True unless another part stands between the number and "all": "20 reports; where it was known, all ..."."""
    bare = re.sub(r"\([^()]*\)", " ", said)
    last = re.split(r"[;:(]", bare)[-1]
    return _SOME.search(bare) is None and any(word.is_amount for word in numbers(last))


def without_tail(sentence: Sentence, told: AllTold) -> Sentence:
    """The sentence up to where it speaks of all."""
    text = sentence.text[: told.start] + " " * (len(sentence.text) - told.start)
    return replace(sentence, piece=replace(sentence.piece, text=text))


def with_all(told: AllTold, found: Sequence[Clause]) -> list[Clause] | None:
    """The clauses of the words before, and each of them again as of the kind; None if not all can be meant.

    All that was counted is of one measure and of no kind of that variable; "both" are two, and "it" is one.
    """
    counted = [one for one in found if one.number is not None]
    names = {name for name, _ in told.categories}
    taken = any(name in names for one in found for name, _ in one.categories)
    kinds = {tuple(sorted({noun.measure for noun in one.nouns})) for one in counted}
    if not counted or taken or len(kinds) > 1 or any(one.number and one.number.exact is None for one in counted):
        return None
    parts = [one for one in counted if one.period is not None] or counted
    whole = sum((one.number.exact or Decimal(0) for one in parts if one.number), Decimal(0))
    if (told.is_both and whole != 2) or (told.is_one and whole != 1):
        return None
    if told.number is not None and told.number.exact != whole:
        return None
    of_kind = [replace(one, categories=(*one.categories, *told.categories), bare=False) for one in counted]
    return [*(replace(one, whole=one.number is not None) for one in found), *of_kind]
