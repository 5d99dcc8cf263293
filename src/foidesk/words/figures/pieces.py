"""The number itself, in digits or words: its pattern and its value."""

from __future__ import annotations

import re
from decimal import Decimal

from ..lazy import lazy

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {word: n for n, word in enumerate(_ONES, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
VALUES |= {"zero": 0, "nil": 0, "nought": 0, "fourty": 40, "a": 1, "an": 1}
SCALES = {"hundred": 10**2, "dozen": 12, "score": 20, "thousand": 10**3, "million": 10**6, "billion": 10**9,
          "trillion": 10**12}  # fmt: skip
MAGNITUDES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12,
              "trillion": 12, "hundred": 2, "dozen": 0}  # fmt: skip

_DIGIT_WORDS = "|".join(sorted((w for w in VALUES if w not in ("a", "an")), key=len, reverse=True))
SMALL = rf"(?:(?:{'|'.join(_TENS)}|fourty)(?:[-‐‑ ](?:{'|'.join(_ONES[:9])}))?|{_DIGIT_WORDS})\b"
_SCALE = r"(?:hundred|dozen|thousand|million|billion|trillion)\b"
_SCALED = rf"(?:an?|{SMALL})[ -]{_SCALE}(?:[ -]{_SCALE})*"
WORDS = (
    rf"\b(?:half[ -]an?[ -]{_SCALE}|(?:a )?half[ -]dozen\b|{SMALL} and a half(?:[ -]{_SCALE})?"
    rf"|{_SCALED}(?:,? (?:and )?{_SCALED})*(?:[ -](?:and[ -])?{SMALL})?|{SMALL})"
)
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<=[\s£$€(])\.\d+)"
MAGNITUDE = r"(?:\s?(?:k|mn?|mln|bn|tn)\b|(?:[\s-]|(?<=\d))(?:hundred|thousand|million|billion|trillion|dozen)\b)"
NUMERAL = rf"(?:{DIGITS}(?:{MAGNITUDE})?)"
NUMBER = rf"(?:(?<![\w.,]){NUMERAL}|{WORDS})"
"""A number in digits or words, with its magnitude; has no groups of its own."""

_NUMERAL = lazy(rf"({DIGITS})({MAGNITUDE})?$", re.IGNORECASE)


def value(text: str) -> Decimal:
    """What a text that `NUMBER` matches is worth."""
    if found := _NUMERAL.match(text.strip()):
        digits = Decimal(re.sub(r"[,\s\u00a0\u2009\u202f]", "", found[1]))
        word = (found[2] or "").strip(" -").lower()
        return digits * 12 if word == "dozen" else digits.scaleb(MAGNITUDES[word]) if word else digits
    return _spelt(re.findall(r"[a-z]+", text.lower()))


def is_spelt(text: str) -> bool:
    """True if the number is written in words."""
    return not any(map(str.isdigit, text))


def step(text: str) -> Decimal:
    """The unit that digits are written to: 0.1 for "9.2", 100,000 for "1.2m", 1 for "828"; 0 for words."""
    found = _NUMERAL.match(text.strip())
    if not found:
        return Decimal(0)
    word = (found[2] or "").strip(" -").lower()
    places = len(found[1].partition(".")[2])
    return Decimal(1).scaleb(MAGNITUDES.get(word, 0) - places)


def _spelt(words: list[str]) -> Decimal:
    total, current = Decimal(0), Decimal(0)
    for place, word in enumerate(words):
        if word == "half":
            current += Decimal("0.5")
        elif word in ("a", "an"):
            current += 0 if "half" in (words[place - 1] if place else "", *words[place + 1 : place + 2]) else 1
        elif word in VALUES:
            current += VALUES[word]
        elif word in ("hundred", "dozen"):
            current = (current or Decimal(1)) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], Decimal(0)
    return total + current
