"""German words as sentences bend them: "fehlende Hundemarke" is "fehlender Hundemarke" after "wegen"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_GERMAN = re.compile(r"[äöüß]|\b(?:und|oder|der|die|das|ohne|gegen|wegen|von)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\b(?P<stem>[a-zäöüß]{3,})e(?:[nrsm])?(?=\s+[A-ZÄÖÜ])")
_NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}$")
_ENDINGS = ("e", "er", "en", "em", "es")
_CASES = ("n", "en", "s", "es")


def is_german(phrases: Iterable[str]) -> bool:
    """True if some of the phrases of a codebook are German by a letter or a word that no English phrase has."""
    return any(_GERMAN.search(phrase) for phrase in phrases)


def inflected(phrase: str) -> tuple[str, ...]:
    """The phrase, with its adjective in every ending and its last noun in every case: never another word."""
    bent = [phrase]
    found = _ADJECTIVE.search(phrase)
    if found is not None:
        bent += [f"{phrase[: found.start()]}{found['stem']}{end}{phrase[found.end() :]}" for end in _ENDINGS]
    nouns = [one + case for one in bent if _NOUN.search(one) for case in _CASES]
    return tuple(dict.fromkeys([*bent, *nouns]))
