"""Numbers written in words: "twenty-one", "a hundred and five", "half a million", "two thirds", "zwölf"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .spelt_german import german_number
from .terms import terms

_TO_NINETEEN = terms("""
    zero | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen
    | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen
""")
_TO_NINETY = terms("twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety")
ONES = {word: value for value, word in enumerate(_TO_NINETEEN)} | {"nil": 0, "nought": 0}
TENS = {word: 10 * value for value, word in enumerate(_TO_NINETY, start=2)} | {"fourty": 40}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10}  # fmt: skip

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+")
_GAP = re.compile(r"\s+|\s*[-‐‑–]\s*|,\s+")
_PRONOUN_BEFORE = frozenset(
    terms("""
    no | any | every | some | each | which | this | that | the | another | other | wrong | right | last
    | next | previous | former | latter | someone | phase | part | level | stage | type | section | band
    | grade | tier | category
    """)
)
_SAYS = frozenset(
    terms("""
    advise | advised | confirm | confirmed | confirms | find | found | inform | informed | note | report
    | reported | say | says | show | showed | shows | state | stated | states | suggest | suggests | indicate
    | indicates | you
    """)
)
"""Behind these "that" begins what is said: "I can confirm that one complaint was made" tells a number."""
_PRONOUN_AFTER = frozenset(
    terms("""
    of | another's | off | another | could | should | must | may | can | might | self | sided
    """)
)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words, characters `start` to `end`; `fraction` is true for shares of a whole."""

    start: int
    end: int
    value: Decimal
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    gap: str


def spelt_numbers(text: str) -> tuple[Spelt, ...]:
    """Every number in words, in order. "no one", "one of the", "the first half" are none."""
    return tuple(_spelt(_tokens(text), text))


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    last = 0
    for found in _WORD.finditer(text):
        tokens.append(_Token(found[0].lower(), found.start(), found.end(), text[last : found.start()]))
        last = found.end()
    return tokens


def _spelt(tokens: list[_Token], text: str) -> Iterator[Spelt]:
    at = 0
    while at < len(tokens):
        read = _fraction(tokens, at) or _whole(tokens, at) or _german(tokens, at, text)
        if read is None:
            at += 1
            continue
        upto, value, fraction = read
        if _glued(tokens, at, upto, text) or _is_pronoun(tokens, at, upto):
            at += 1
            continue
        yield Spelt(tokens[at].start, tokens[upto - 1].end, value, fraction)
        at = upto


def _german(tokens: list[_Token], at: int, text: str) -> tuple[int, Decimal, bool] | None:
    value = german_number(text[tokens[at].start : tokens[at].end])
    return None if value is None else (at + 1, Decimal(value), False)


def _glued(tokens: list[_Token], at: int, upto: int, text: str) -> bool:
    """True inside a longer token: "one2one", "section_one"."""
    before = text[tokens[at].start - 1 : tokens[at].start]
    after = text[tokens[upto - 1].end : tokens[upto - 1].end + 1]
    return any(letter.isalnum() or letter in "_@'’" for letter in (before, after) if letter)


def _is_pronoun(tokens: list[_Token], at: int, upto: int) -> bool:
    if upto - at != 1 or tokens[at].word != "one":
        return False
    before = tokens[at - 1].word if at and not tokens[at].gap.strip(" \t\n-") else ""
    after = tokens[upto].word if upto < len(tokens) and not tokens[upto].gap.strip(" \t\n-") else ""
    if after == "of" and before in ("least", "only", "than"):
        return False
    said = before == "that" and at > 1 and tokens[at - 2].word in _SAYS
    return (before in _PRONOUN_BEFORE and not said) or after in _PRONOUN_AFTER


def _joined(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and bool(_GAP.fullmatch(tokens[at].gap))


def _whole(tokens: list[_Token], at: int) -> tuple[int, Decimal, bool] | None:
    """A whole number from the token on: its groups of three, each with its scale."""
    total, upto, scale_before = Decimal(0), at, Decimal(10**15)
    while (group := _group(tokens, upto, first=upto == at)) is not None:
        after, value = group
        scale = Decimal(SCALES[tokens[after].word]) if _is_scale(tokens, after) else Decimal(1)
        if scale >= scale_before or (upto > at and value == 0):
            break
        total, upto, scale_before = total + value * scale, after + (scale > 1), scale
        if scale == 1:
            break
    return (upto, total, False) if upto > at else None


def _is_scale(tokens: list[_Token], at: int) -> bool:
    return _joined(tokens, at) and tokens[at].word in SCALES


def _group(tokens: list[_Token], at: int, first: bool) -> tuple[int, Decimal] | None:
    """Up to 999, "a dozen", or "half a" before a scale; the place after it."""
    if not first:
        if not _joined(tokens, at):
            return None
        if tokens[at].word == "and":
            at += 1
    if at >= len(tokens):
        return None
    return _half_a_scale(tokens, at) or _hundreds(tokens, at) or _dozen(tokens, at)


def _half_a_scale(tokens: list[_Token], at: int) -> tuple[int, Decimal] | None:
    if (
        tokens[at].word == "half"
        and _joined(tokens, at + 1)
        and tokens[at + 1].word == "a"
        and _is_scale(tokens, at + 2)
    ):
        return at + 2, Decimal("0.5")
    return None


def _dozen(tokens: list[_Token], at: int) -> tuple[int, Decimal] | None:
    if _joined(tokens, at + 1) and tokens[at + 1].word == "dozen":
        if tokens[at].word == "a":
            return at + 2, Decimal(12)
        if tokens[at].word == "half":
            return at + 2, Decimal(6)
    if (
        tokens[at].word == "half"
        and _joined(tokens, at + 2)
        and (tokens[at + 1].word, tokens[at + 2].word) == ("a", "dozen")
    ):
        return at + 3, Decimal(6)
    return None


def _hundreds(tokens: list[_Token], at: int) -> tuple[int, Decimal] | None:
    if tokens[at].word == "a":
        return _a_scale(tokens, at)
    small = _below_hundred(tokens, at)
    if small is None:
        return None
    upto, value = small
    if _joined(tokens, upto) and tokens[upto].word == "dozen":
        return upto + 1, value * 12
    if not (_joined(tokens, upto) and tokens[upto].word == "hundred"):
        return _and_a_half(tokens, upto, value)
    return _and_the_rest(tokens, upto + 1, value * 100)


def _a_scale(tokens: list[_Token], at: int) -> tuple[int, Decimal] | None:
    if not _joined(tokens, at + 1):
        return None
    if tokens[at + 1].word == "hundred":
        return _and_the_rest(tokens, at + 2, Decimal(100))
    return (at + 1, Decimal(1)) if tokens[at + 1].word in SCALES else None


def _and_the_rest(tokens: list[_Token], upto: int, value: Decimal) -> tuple[int, Decimal]:
    """What follows "hundred": "and five", "twenty-one"."""
    start = upto + 1 if _joined(tokens, upto) and tokens[upto].word == "and" else upto
    if _joined(tokens, upto) and "," not in tokens[upto].gap and _joined(tokens, start):
        rest = _below_hundred(tokens, start)
        if rest is not None and rest[1]:
            return rest[0], value + rest[1]
    return upto, value


def _and_a_half(tokens: list[_Token], upto: int, value: Decimal) -> tuple[int, Decimal]:
    words = [token.word for token in tokens[upto : upto + 3]]
    if words == ["and", "a", "half"] and all(_joined(tokens, upto + step) for step in range(3)):
        return upto + 3, value + Decimal("0.5")
    return upto, value


def _below_hundred(tokens: list[_Token], at: int) -> tuple[int, Decimal] | None:
    word = tokens[at].word
    if word in ONES:
        return at + 1, Decimal(ONES[word])
    if word not in TENS:
        return None
    if _joined(tokens, at + 1) and "," not in tokens[at + 1].gap and 0 < ONES.get(tokens[at + 1].word, 0) < 10:
        return at + 2, Decimal(TENS[word] + ONES[tokens[at + 1].word])
    return at + 1, Decimal(TENS[word])


def _fraction(tokens: list[_Token], at: int) -> tuple[int, Decimal, bool] | None:
    """ "two thirds", "a quarter of", "half of", "half the"; never "the first quarter" or "a third officer"."""
    word = tokens[at].word
    if word == "half" and _joined(tokens, at + 1) and tokens[at + 1].word in ("of", "the", "were", "had"):
        before = tokens[at - 1].word if at else ""
        return None if before in ("first", "second", "the", "other") else (at + 1, Decimal("0.5"), True)
    if not _joined(tokens, at + 1) or not (word in ("a", "an") or ONES.get(word, 0) > 0):
        return None
    part = tokens[at + 1].word
    divisor = PARTS.get(part.rstrip("s") if part != "halves" else "half")
    if divisor is None or not _is_share(tokens, at):
        return None
    return at + 2, Decimal(ONES.get(word, 1)) / divisor, True


def _is_share(tokens: list[_Token], at: int) -> bool:
    """A plural ("thirds"), or a singular that something follows as of a whole."""
    if tokens[at + 1].word.endswith("s"):
        return True
    if tokens[at].word not in ("a", "an", "one"):
        return False
    after = tokens[at + 2].word if _joined(tokens, at + 2) else ""
    return after in ("of", "were", "had", "was", "resigned") or (not after and tokens[at + 1].word != "half")
