"""Numbers written as German words: "zwölf", "einundzwanzig", "dreihundertfünf"."""

from __future__ import annotations

import re

from .terms import terms

_ONES = {
    word: value
    for value, words in enumerate(
        terms("""
        eins | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf | dreizehn | vierzehn
        | fünfzehn | sechzehn | siebzehn | achtzehn | neunzehn
        """),
        start=1,
    )
    for word in (words, words.replace("ü", "ue").replace("ö", "oe"))
}
_TENS = {
    spelt: value
    for value, word in enumerate(
        terms("zwanzig | dreißig | vierzig | fünfzig | sechzig | siebzig | achtzig | neunzig"), start=2
    )
    for spelt in (word, word.replace("ü", "ue").replace("ß", "ss"))
}
_SMALL, _TEN = "|".join(sorted(_ONES, key=len, reverse=True)), "|".join(_TENS)
_ONE = rf"(?:ein|{_SMALL})"
_WORD = re.compile(
    rf"(?:(?P<thousands>{_ONE})?tausend)?(?:und)?(?:(?P<hundreds>{_ONE})?(?P<hundred>hundert))?(?:und)?"
    rf"(?:(?:(?P<ones>{_ONE})und)?(?P<tens>{_TEN})|(?P<small>{_SMALL}))?"
)
_NOT_ALONE = ("eins",)
"""Words that count nothing by themselves: "eins" is the name of the figure, as in "Anlage eins"."""


def german_number(word: str) -> int | None:
    """The whole number that a German word is; None if it is none. "ein" and "eine" are articles, not numbers."""
    low = word if word == word.lower() else word.capitalize().lower() if word[1:] == word[1:].lower() else ""
    found = _WORD.fullmatch(low) if low and low not in _NOT_ALONE and not low.startswith("und") else None
    if found is None:
        return None
    held = found.groupdict()
    value = 1000 * _one(held["thousands"]) if "tausend" in low else 0
    value += 100 * _one(held["hundreds"]) if held["hundred"] else 0
    value += 10 * _TENS[held["tens"]] if held["tens"] else 0
    value += _one(held["ones"]) if held["ones"] else 0
    return (value + (_ONES[held["small"]] if held["small"] else 0)) or None


def _one(word: str | None) -> int:
    return _ONES.get(word or "", 1)
