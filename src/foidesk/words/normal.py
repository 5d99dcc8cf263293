"""Phrases in one spelling: the key under which a coding decision is kept and found again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SOFT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(  # N.F.A.; words with soft hyphens, 's, n't; numbers; signs that matter
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?"
    rf"|[^\W\d_](?:[^\W\d_]|[{_SOFT}](?=[^\W\d_]))*(?:['’´`](?:s|t|re|ve|d|ll|m)(?![^\W_]))?"
    r"|\d+(?:[.,]\d+)*"
    r"|[&+/;<>%£€$*#=≤≥]"
)
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W_])")
_EXPAND = {"&": "and", "n't": "not"}
_NO_SOFT = dict.fromkeys(map(ord, _SOFT))
_ENDING = re.compile(r"['’´`](?:s|re|ve|d|ll|m)$")
_ABBREVIATIONS = re.compile(r"[A-Z]{2,}s")
_NOT = re.compile(r"n['’]t$")


@dataclass(frozen=True, slots=True)
class NormalWord:
    """A word in its normal spelling, and the characters of the text that it stands for."""

    norm: str
    start: int
    end: int


@lru_cache(maxsize=32768)
def normalise(phrase: str) -> str:
    """The phrase in one spelling: lower case, no plural s, no hyphens, dots or commas, "&" as "and".

    Signs that change the sense stay as words: "+", "/", ";", "<", "%". Letters set apart ("T o t a l") are joined.
    """
    return " ".join(word.norm for word in normal_words(phrase))


@lru_cache(maxsize=4096)
def normal_words(text: str) -> tuple[NormalWord, ...]:
    """The words of a text in their normal spelling, each with its place."""
    words: list[NormalWord] = []
    spaced = [found.span() for found in _SPACED.finditer(text)]
    for start, end in spaced:
        words.append(NormalWord(singular(text[start:end].replace(" ", "").casefold()), start, end))
    for found in _TOKEN.finditer(text):
        if not any(start <= found.start() < end for start, end in spaced):
            words.extend(_word(found))
    return tuple(sorted(words, key=lambda word: word.start))


def _word(found: re.Match[str]) -> list[NormalWord]:
    raw = found[0]
    if _NOT.search(raw):  # "wasn't" is "was not": a negation must never be lost in a spelling
        cut = found.end() - 3
        return [NormalWord(_spell(raw[:-3]), found.start(), cut), NormalWord("not", cut, found.end())]
    norm = _EXPAND.get(raw) or _spell(raw)
    return [NormalWord(norm, found.start(), found.end())] if norm else []


@lru_cache(maxsize=65536)
def _spell(raw: str) -> str:
    bare = unicodedata.normalize("NFKC", raw.translate(_NO_SOFT))
    bare = _ENDING.sub("", bare)
    if not bare[:1].isdigit():
        bare = bare.replace(".", "")
    if _ABBREVIATIONS.fullmatch(bare):
        bare = bare[:-1]
    bare = bare.casefold()
    return singular(bare) if not bare[:1].isdigit() else bare.replace(",", "")


def singular(word: str) -> str:
    """The word without its plural ending; "harass", "status" and "basis" keep theirs."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]


def squeezed(phrase: str) -> str:
    """The normal spelling without spaces: PDF text breaks words ("dismis sed") and runs them together."""
    return singular(normalise(phrase).replace(" ", ""))
