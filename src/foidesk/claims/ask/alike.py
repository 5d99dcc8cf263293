"""Two wordings held against each other: they say the same, they cannot both be so, or nobody has said.

Only words that are known to exclude each other make a contradiction: a number for another, "never" for
"sometimes", "plans to" for "has". A word that one wording has and the other lacks, of which nothing is known,
leaves it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from foidesk.words.figures import sentences

from .harmless import NEGATIONS
from .stems import STOP, tokens

SAME, OPPOSITE, OPEN = "same", "opposite", "open"
FEWEST = 3
"""Words that tell something, without which nothing is told that could be found again."""
_SYNONYMS = """
photo photograph picture snap image selfie
comment remark
film video footage
disclose reveal leak divulge
begin start commence
buy purchase
criticise criticism gripe moan complain
rude discourteous impolite
improper inappropriate
former ex
insult abuse
alter tamper doctor amend
fake forge falsify
submit lodge
browse visit surf trawl
online internet web
sell flog hawk sale
equipment kit gear
bogus phoney sham
verbal oral verbally spoken
journalist reporter
pay wage salary
boss manager
mate friend pal
ex-partner ex-wife ex-husband
swear curse
steal nick pinch
bully harass
doctor fiddle
improve improvement
require need
assist help
regret sorry apologise
try attempt
refer pass hand forward
"""
"""A line of words of one sense, whatever the subject; a word that has other common senses is in none."""
_CONTRASTS = """
never seldom sometimes often always
daily weekly fortnightly monthly quarterly yearly annual
day week fortnight month quarter year winter spring summer autumn
monday tuesday wednesday thursday friday saturday sunday
small large
few many
low high
short long
minor major
early late
first last
accept reject
support oppose
open close
increase reduce
before after
more fewer
better worse
best worst
north south east west
male female
public private
"""
"""A line of words of which one excludes the others."""
INTENT = frozenset("plan intend hope aim propose consider will would may might could should shall".split())
"""Before something that is not done yet."""
_UNSURE = frozenset("if unless whether only some alleg accus den maybe possibl unabl cannot fail".split())
_FILL = STOP | frozenset(
    "we our us i my me it they them he him she hers you your has have had do does did as that which who whom this"
    "  these those there also so then very just own s d ll re ve".split()
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b(?:\s\w+ly|\snever|\snot|\salways|\soften|\ssometimes)?\s"
    r"(?!need|exceed)\w+(?:ed|ught|wn|ilt|ven|ept|ade|eld|aid|ent)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _senses() -> dict[str, str]:
    return {one: line.split()[0] for line in _SYNONYMS.strip().splitlines() for one in _stems(line)}


@lru_cache(maxsize=1)
def _classes() -> dict[str, int]:
    lines = enumerate(_CONTRASTS.strip().splitlines())
    return {one: number for number, line in lines for one in _stems(line)}


def _stems(line: str) -> tuple[str, ...]:
    return tuple(token.stem for word in line.split() for token in tokens(word))


@dataclass(frozen=True, slots=True)
class Wording:
    """What a stretch of text tells: its senses in order, and whether something is done to the subject."""

    senses: tuple[str, ...]
    passive: bool
    by: bool

    @property
    def unsure(self) -> frozenset[str]:
        return frozenset(self.senses) & (NEGATIONS | INTENT | _UNSURE)


def sense(word_stem: str) -> str:
    """One word for all of a sense: "snap" is "photo"."""
    return _senses().get(word_stem, word_stem)


@lru_cache(maxsize=20000)
def wording(text: str) -> Wording:
    """The text as the senses of the words that tell something."""
    found = [
        sense(token.stem)
        for token in tokens(text.replace("’", "'"))
        if any(map(str.isalnum, token.word))
        and not {token.word.strip("'"), text[token.start : token.end].lower().strip("'’")} & _FILL
    ]
    return Wording(tuple(found), bool(_PASSIVE.search(text)), bool(_BY.search(text)))


def compare(told: Wording, source: Wording) -> str:
    """`SAME`, `OPPOSITE` or `OPEN`."""
    if len(told.senses) < FEWEST:
        return OPEN
    more = [one for one in told.senses if one not in source.senses]
    if not more and told.unsure == source.unsure:
        return SAME if _in_order(told, source) else OPEN
    return OPPOSITE if _excluded(told, source, more) else OPEN


def shared(told: Wording, source: Wording) -> float:
    """The part of what is told that the source has too."""
    return sum(one in source.senses for one in told.senses) / max(1, len(told.senses))


def _in_order(told: Wording, source: Wording) -> bool:
    """In the source's order and voice; or what the source says was done, without saying by whom."""
    left = iter(source.senses)
    if told.passive == source.passive and all(one in left for one in told.senses):
        return True
    turned = source.passive and not told.passive and not source.by
    return turned and sorted(told.senses) == sorted(source.senses)


def _excluded(told: Wording, source: Wording, more: list[str]) -> bool:
    """All else alike, one word stands where the source has one that excludes it."""
    less = [one for one in source.senses if one not in told.senses]
    rest = len(told.senses) - len(more)
    if rest < FEWEST - 1:
        return False
    flips = NEGATIONS | INTENT
    if len(more) == 1 and len(less) == 1:
        return exclude(more[0], less[0])
    if not less and len(more) == 1:
        return more[0] in flips
    return not more and len(less) == 1 and less[0] in flips


def exclude(one: str, other: str) -> bool:
    """True if what is the one is not the other."""
    if one == other:
        return False
    if one[:1].isdigit() and other[:1].isdigit():
        return True
    return one in _classes() and _classes()[one] == _classes().get(other, -1)


@lru_cache(maxsize=512)
def told_in(text: str) -> tuple[tuple[str, Wording], ...]:
    """The sentences of a text that tell something, each with its wording."""
    found = []
    for start, end in sentences(text):
        own = " ".join(text[start:end].split())
        if len(own) < 600 and len((read := wording(own)).senses) >= FEWEST:
            found.append((own, read))
    return tuple(found)
