"""Words as stems with their places: "falsifying" and "falsified" meet, "longer than an hour" is "over hour"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from foidesk.words.normal import normal_words

from .spans import span_at

IRREGULAR = {
    "paid": "pay",
    "payment": "pay",
    "made": "make",
    "sent": "send",
    "left": "leave",
    "got": "get",
    "took": "take",
    "given": "give",
    "gave": "give",
    "told": "tell",
    "held": "hold",
    "kept": "keep",
    "lost": "lose",
    "wrote": "write",
    "written": "written",
    "fallen": "fall",
    "fell": "fall",
    "went": "go",
    "quit": "quit",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "payout": "payout",
    "found": "find",
    "used": "use",
    "using": "use",
}
STOP = frozenset(
    "a an the of from by with for to in on at and or their his her its some any "
    "being been be was were is are".split()
)
_MERGES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("more", "than"), ("over",)),
    (("longer", "than"), ("over",)),
    (("greater", "than"), ("over",)),
    (("in", "excess", "of"), ("over",)),
    (("exceeding",), ("over",)),
    (("beyond",), ("over",)),
    (("above",), ("over",)),
    (("upward", "of"), ("over",)),
    (("inside",), ("within",)),
    (("fewer", "than"), ("under",)),
    (("less", "than"), ("under",)),
    (("a", "and", "e"), ("a&e",)),
)


_NORTH_OF = re.compile(r"north\sof\s[£$€]?\d", re.IGNORECASE)
"""More than, in front of a number; else a part of some place."""
_ENDINGS = (
    ("ied", "y", 3),
    ("ying", "y", 3),
    ("ement", "", 4),
    ("ment", "", 5),
    ("ing", "", 3),
    ("edly", "", 3),
    ("ed", "", 3),
    ("ion", "", 4),
    ("ure", "", 5),
    *((f"{doing}al", doing, 3) for doing in "ss us os is rs ov iv ev av aw ew ay rr tt".split()),
)
"""An ending, what stands for it, and the letters at least before it; in -al only nouns of doing ("dismissal")."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stem and the characters that it stands for."""

    stem: str
    start: int
    end: int
    word: str


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """The part of an English word that its forms share; meant for equality, not for reading."""
    if word in IRREGULAR:
        word = IRREGULAR[word]
        return word[:-1] if len(word) > 3 and word.endswith("e") else word
    if len(word) < 4 or not word.isalpha():
        return word
    verbal = False
    for ending, into, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word, verbal = word[: -len(ending)] + into, ending in ("ed", "ing", "ion")
            break
    if verbal and len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    if verbal and len(word) > 5 and word.endswith("at"):
        word = word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The stems of a text in order; phrases that mean the same are one."""
    found = [(word.norm, word.start, word.end) for word in normal_words(text)]
    out: list[Token] = []
    at = 0
    while at < len(found):
        if span := span_at(found, at):
            start, end = found[at][1], found[at + span[1] - 1][2]
            out += [Token(one, start, end, one) for one in span[0]]
            at += span[1]
            continue
        if found[at][0] == "north" and _NORTH_OF.match(text, found[at][1]):
            out.append(Token("over", found[at][1], found[at + 1][2], "over"))
            at += 2
            continue
        for phrase, into in _MERGES:
            if tuple(norm for norm, _, _ in found[at : at + len(phrase)]) == phrase:
                start, end = found[at][1], found[at + len(phrase) - 1][2]
                out += [Token(one, start, end, one) for one in into]
                at += len(phrase)
                break
        else:
            norm, start, end = found[at]
            out.append(Token(stem(norm), start, end, norm))
            at += 1
    return tuple(out)


@lru_cache(maxsize=20000)
def stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase without words that carry no meaning ("a", "of", "the")."""
    return tuple(token.stem for token in tokens(phrase) if token.word not in STOP and re.search(r"\w", token.stem))
