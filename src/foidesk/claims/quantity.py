"""The numbers of a draft: digits, number words, ordinals, shares, and words that count without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from foidesk.words.hedges import bounds, hedged
from foidesk.words.numbers import NumberWord, numbers

ORDINALS = {
    word: place
    for place, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
SUPERLATIVES = {
    "most": 1, "highest": 1, "largest": 1, "biggest": 1, "greatest": 1, "worst": 1, "top": 1, "topped": 1,
    "fewest": -1, "lowest": -1, "smallest": -1, "least": -1,
}  # fmt: skip
"""Words for a place in an order: 1 from the top, -1 from the bottom."""

_COUNTING = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|twice|thrice|double[ds]?|triple[ds]?|trebled|halved|"
    r"majority|minority|none|nobody|no[ -]one|nowhere|every|all but)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})(?:-| )?(?:{'|'.join(SUPERLATIVES)})?\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(rf"(?<!\bat )\b(?:{'|'.join(SUPERLATIVES)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something in the draft that asserts a quantity or a place in an order; characters of the plain text.

    `kind`: "number", "ordinal", "superlative" or "quantity" (words like "dozens", "twice", "none"). `number` is
    given for those that the number reader knows.
    """

    start: int
    end: int
    text: str
    kind: str
    number: NumberWord | None = None


def quantities(text: str, nouns: tuple[str, ...]) -> tuple[Quantity, ...]:
    """All of them in order, none overlapping; `nouns` are what the survey counts, for “one case”."""
    found: list[Quantity] = []
    for one in (*_numbers(text), *_half(text), *_one(text, nouns), *_words(text)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _numbers(text: str) -> Iterator[Quantity]:
    for number in numbers(text):
        kind = "ordinal" if number.kind == "ordinal" else "number"
        yield Quantity(number.start, number.end, number.text, kind, number)


def _one(text: str, nouns: tuple[str, ...]) -> Iterator[Quantity]:
    """“One” and “a single” before what is counted, within two words."""
    named = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    if not named:
        return
    pattern = rf"\b(one|a single|only one|just one)\b(?=(?:\s+[\w-]+){{0,2}}?\s+(?:{named})\b)"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        value = Decimal(1)
        number = NumberWord(match.start(1), match.end(1), match[1], "integer", value, value, value, spelt=True)
        yield Quantity(match.start(1), match.end(1), match[1], "number", number)


def _half(text: str) -> Iterator[Quantity]:
    """“Half” wherever it stands, with its hedge; the number reader takes it only before “of”."""
    for match in re.finditer(r"\bhalf\b", text, re.IGNORECASE):
        found = hedged(text, *match.span())
        value = Decimal("0.5")
        lo, hi = bounds(found.hedge, value, whole=False)
        words = text[found.start : found.end]
        number = NumberWord(
            found.start, found.end, words, "fraction", value, lo, hi, hedge=found.hedge, spelt=True
        )
        yield Quantity(found.start, found.end, words, "number", number)


def _words(text: str) -> Iterator[Quantity]:
    for pattern, kind in ((_ORDINAL, "ordinal"), (_SUPERLATIVE, "superlative"), (_COUNTING, "quantity")):
        yield from (Quantity(*match.span(), match[0], kind) for match in pattern.finditer(text))
