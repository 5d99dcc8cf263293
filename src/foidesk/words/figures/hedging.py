"""Hedges of news prose before and after a number, and what they leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..lazy import lazy

_BEFORE = (
    ("well over", (r"(?:well|far|significantly|substantially|much) (?:over|more than|above)")),
    ("just over", (r"(?:just|slightly|a little|marginally) (?:over|more than|above)")),
    ("nearly", (r"nearly|almost|(?:just|slightly|a little) (?:under|below|less than|fewer than)|close to|"
r"approaching|"
               r"(?:just |not far )?short of|virtually|nigh on|pushing")),
    ("at most", (r"up to|no (?:more|greater|higher) than|"
                r"not (?:more|exceeding)(?: than)?|at (?:the )?most|a maximum of|maximum of|≤")),
    ("at least", (r"at (?:the very )?least|no (?:fewer|less) than|not (?:fewer|less) than|"
                 r"a minimum of|minimum of|≥")),
    ("more than", (r"(?:more|greater|higher|larger) th[ae]n|over|above|in excess of|upwards of|exceeding|"
                  r"exceeds?|exceeded|topp(?:ing|ed)|north of|>")),
    ("fewer than", (r"(?:fewer|less|lower|smaller) th[ae]n|under|below|<")),
    ("about", (r"about|around|approximately|approx\.?|roughly|some|an estimated|estimated|circa|c\.|ca\.|"
              r"in the region of|something like|somewhere around|broadly|or so|~|≈")),
    ("exactly", (r"exactly|precisely|a total of|total of|totalling|all|as many as|as much as|as high as")),
    ("only", (r"only|just|merely|a mere|as few as|as little as|no more than|barely")),
)  # fmt: skip
_AFTER = (
    ("at least", (r"\s(?:or|and) (?:more|over|above|upwards?|greater|higher|older)\b|\+(?![\d+])|[ -]plus\b|"
r"\sat least\b")),
    ("at most", (r"\s(?:or|and) (?:fewer|less|under|below|younger)\b|\sat most\b")),
    ("about", (r"\sor (?:so|thereabouts)\b|-odd\b|-ish\b|\sodd\b")),
)  # fmt: skip
_OPENERS = tuple((name, lazy(rf"(?<![\w-])(?:{words})\s?$", re.IGNORECASE)) for name, words in _BEFORE)
_CLOSERS = tuple((name, lazy(words, re.IGNORECASE)) for name, words in _AFTER)
_LOOK_BACK = 30
HEDGED = ("well over", "just over", "nearly", "at most", "at least", "more than", "fewer than", "about")


@dataclass(frozen=True, slots=True)
class Hedge:
    """The hedge ("" if none), and the characters that it and the number take together."""

    name: str
    start: int
    end: int


def hedge(text: str, start: int, end: int, floor: int = 0) -> Hedge:
    """The hedge beside characters `start` to `end`; nothing before `floor` is looked at."""
    begin = max(floor, start - _LOOK_BACK)
    before = text[begin:start]
    for name, opener in _OPENERS:
        if found := opener.search(before):
            if _is_no_hedge(text, begin + found.start(), found[0]):
                continue
            return Hedge(name, begin + found.start(), end)
    for name, closer in _CLOSERS:
        if found := closer.match(text, end):
            return Hedge(name, start, found.end())
    return Hedge("", start, end)


_OVER_CONTEXT = lazy(
    r"\b(?:all|spread|extended|held|taken|paid|turned|dispute|row|concerns?|inquiry|investigation|questions?|"
    r"hand(?:ed)?|taking|took|clash(?:ed)?|watch|control|argu\w+|worth)\s$", re.IGNORECASE
)  # fmt: skip


_CAUSE = lazy(
    r"\b(?:(?:was|were|is|are|be|been|being|got)\s(?:\w+ly\s)?(?:investigated|disciplined|sacked|dismissed|fired|"
    r"suspended|arrested|prosecuted|charged|warned|punished|criticised|criticized|quizzed|questioned|sued|probed|"
    r"reprimanded|censured|rebuked|convicted|cautioned|interviewed|accused|demoted|disqualified|blamed)|"
    r"complained|apologi[sz]ed|resigned|quit)\s$",
    re.IGNORECASE,
)
"""In front of "over" where it tells for what: "12 officers were disciplined *over* 14 posts"."""
_COUNTED = lazy(
    r"over\s\w+\s(?!(?:years?|months?|weeks?|days?|hours?|minutes?|per cent|percent)\b)[a-z]", re.IGNORECASE
)


_AFTER_CHANGE = lazy(
    r"(?:%|per cent|percent|\d|doubled|trebled|tripled|quadrupled|halved|fold|growth|rise|fall|increase|drop|"
    r"times)\s$",
    re.IGNORECASE,
)
_STRETCH = lazy(
    r"over\s(?:an?|the|\w+)\s?-?(?:\w+[\s-])?(?:(?P<long>decades?|years?|months?)|weeks?)\b"
    r"(?![ -](?:old|ago|late))",
    re.IGNORECASE,
)
_DWELLS = lazy(
    r"\b(?:wait\w*|delay\w*|t[ao]ok?e?|taking|last\w*|spen[dt]\w*|for|of|jail\w*|sentence\w*|serv\w+|overdue|late|"
    r"old|aged?|is|was|are|were|been|be|after|than|just|well|experience|held|detain\w*|stay\w*|not|and|or|to)\s$|^\s*$",
    re.IGNORECASE,
)
"""In front of a length of time that is told as more than so long: "waited over two years"."""
"""A stretch of time behind a change: "a jump of 62% *over a decade*"."""
_WENT = lazy(
    r"\bback\s$|\b(?:cre(?:ep|pt)|inch(?:ed|ing)|edg(?:ed|ing)|shot|went|going|gone|clim(?:bed|bing)|mov(?:ed|ing)|came|"
    r"pushed|driven|drove|sent|taking|took|brought|bringing|brings|takes|br[oi]ng|rose|risen|jumped|leapt|"
    r"own(?:ed|s|ing)|fess(?:ed|es|ing)|fac(?:ed|es|ing)|stack(?:ed|s)|tott?(?:ed|s|ing)|stood|woke|confess(?:ed|es)|"
    r"crawl(?:ed|ing)|bounc(?:ed|ing)|r[ai]ll(?:ied|ying)|swung|now)\s"
    r"(?:(?:it|them|this|that|the \w+|back|right|all the way|again|slightly|sharply|steadily) )?$", re.IGNORECASE
)  # fmt: skip
"""In front of "up to" where it tells where a number went: "had crept up to 48", "bringing the total up to 12"."""


def _is_no_hedge(text: str, start: int, words: str) -> bool:
    """ "the row over 12 officers", "the law under section 5": a preposition, no bound."""
    word = words.strip().lower()
    if word == "up to":
        return bool(_WENT.search(text[max(0, start - 30) : start]))
    if word == "over" and (stretch := _STRETCH.match(text, start)):
        before = text[max(0, start - 20) : start]
        if _AFTER_CHANGE.search(before) or (stretch["long"] and not _DWELLS.search(before)):
            return True
    if word == "over" and _CAUSE.search(text[max(0, start - 40) : start]) and _COUNTED.match(text, start):
        return True
    if word in ("over", "under", "above", "below", "about"):
        return bool(_OVER_CONTEXT.search(text[max(0, start - 20) : start]))
    return word == "all" and bool(re.search(r"\b(?:at|above|after|first of)\s$", text[max(0, start - 12) : start]))


def bounds(name: str, value: Decimal, whole: bool) -> tuple[Decimal | None, Decimal | None]:
    """The smallest and largest number that a hedge allows, both included; None is unbounded or open."""
    one = Decimal(1) if whole else Decimal(0)
    if name in ("", "exactly", "only"):
        return value, value
    if name in ("more than", "well over", "just over"):
        return value + one, None
    if name == "at least":
        return value, None
    if name in ("fewer than", "nearly"):
        return None, value - one
    return (None, value) if name == "at most" else (None, None)
