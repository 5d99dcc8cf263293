"""Kinds named in a sentence that restrict no figure of it: words of telling, examples, whoever it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .harmless import SAYING, stems_of
from .seen import CategorySeen
from .wording import COUNTING

if TYPE_CHECKING:
    from .sentence import Sentence

_NUMBER = re.compile(r"\s+(?:just |only |another )?\d")
INCLUDING = re.compile(r"\b(?:including|among them|not least)\s(?:the\s|some\s)?$", re.IGNORECASE)
_SAID_BY = stems_of(SAYING)
_PAPERS = frozenset(
    "data figure figures record records file files document documents papers number numbers".split()
)
_OF_PAPERS = re.compile(
    r"\s(?:released|obtained|seen|supplied|provided|disclosed|shared|collected|gathered|compiled|published|requested|"
    r"held|under|from|shows?|showed|reveals?|revealed|suggests?|indicates?|confirms?)\b"
)
"""Behind a word for the papers themselves."""
_AND_OTHERS = re.compile(r"\s(?:and|or)\s(?:all\s|any\s)?other\s(?!\d)[a-z-]+s\b|\s(?:and|or)\sothers\b")
_OR_ANYBODY = re.compile(
    r"\sor\s(?:an?\s|the\s)?(?:other\s)?(?:employee|worker|official|staff|(?:member of staff|staff member))\b"
)
"""Behind a kind of people, with "the" before it: whoever it was ("with *the officer or employee* resigning")."""
_THE = re.compile(r"\bthe\s$")
_BY = re.compile(r"\s(?:to us )?by\s")
"""Behind a verb of telling, who told: "the 828 disclosed by 39 forces"."""
_SOON_BEHIND = 8
"""So many characters behind a word of looking into a number of what was looked into begins."""
_LOOKED_INTO = re.compile(
    r"(?:(?:been|was|were|had been|have been) )?(?:looked into|investigated|probed|examined|under investigation)",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|been|cases|incidents|matters|got)\s(?:\w+ly\s|first\s|later\s)?$", re.IGNORECASE)
"""Before a word of looking into, which is done to all that is counted: "24 incidents *were* looked into"."""
_STILL = re.compile(r"\b(?:still|being|currently|yet|now)\b", re.IGNORECASE)
_LOOKED_AT = re.compile(r"under (?:investigation|review)|investigated", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:the|each|every|whose|those) (?:person|people|individual|subject|man|woman|one)s?\s"
    r"(?:who (?:was|were|had been|are|is)\s)?$",
    re.IGNORECASE,
)
"""Before a word of the stage that only says of whom is told."""


def widened(one: CategorySeen, within: Sentence) -> re.Match[str] | None:
    """ "Fire engines *and other vehicles*": all kinds, by an example."""
    return _AND_OTHERS.match(within.plain, one.end) or _widened_in_list(one, within)


def _widened_in_list(one: CategorySeen, within: Sentence) -> re.Match[str] | None:
    """ "Over *Facebook*, Twitter *and other sites*": an example with more of its variable behind it."""
    end = one.end
    for other in within.every_kind:
        if other.variable == one.variable and other.start > end and within.plain[end : other.start] == ", ":
            end = other.end
    return _AND_OTHERS.match(within.plain, end) if end > one.end else None


def is_of_telling(one: CategorySeen, within: Sentence) -> bool:
    """Words of telling that else mean a kind: "the 74 cases *disclosed* by Exampleton"."""
    word = one.text.lower()
    if word in _PAPERS and _OF_PAPERS.match(within.plain, one.end):
        return True
    if word not in _SAID_BY or not (by := _BY.match(within.plain, one.end)):
        return False
    starts = [*(seen.start for seen in within.bodies), *(seen.start for seen in within.groups)]
    return any(by.end() <= start <= by.end() + 4 for start in starts)


def names_somebody(one: CategorySeen, within: Sentence) -> bool:
    """ "The person *under investigation* was a clerk": whose case it is, and not how far it has got."""
    ahead = within.plain[: one.start]
    if _LOOKED_INTO.fullmatch(one.text) and "under" not in one.text.lower() and not _STILL.search(one.text):
        if _STILL.search(ahead[-14:]):
            return False
        if any(0 < each.start - one.end < _SOON_BEHIND for each in within.figures if each.kind == "count"):
            return True
        was = one.text.lower().startswith(("been ", "was ", "were ", "had ", "have "))
        if was or _WAS.search(ahead):
            return True
    return bool(_LOOKED_AT.fullmatch(one.text) and _SUBJECT.search(ahead))


def is_aside(one: CategorySeen, within: Sentence) -> bool:
    """ "The other 75", "special constables among them", "including sergeants": no restriction."""
    if one.text.lower() in ("other", "others", "another", "found"):
        return True
    if COUNTING.fullmatch(one.text) and not within.lexicon.has_word(one.text.lower()):
        return True  # a body opens what it counts; whether that still is open, the word does not say
    if one.text.lower() in ("leave", "leaves", "leaving", "left") and _NUMBER.match(within.plain, one.end):
        return True
    if is_of_telling(one, within) or widened(one, within) or names_somebody(one, within):
        return True
    if any(figure.kind == "count" and figure.end == one.start - 1 for figure in within.figures):
        return False  # "among them 97 officers" counts these
    if _OR_ANYBODY.match(within.plain, one.end) and _THE.search(within.plain[: one.start]):
        return True
    before, after = within.plain[max(0, one.start - 24) : one.start], within.plain[one.end : one.end + 14]
    return bool(
        re.search(
            r"\b(?:including|among them|not counting|excluding|t(?:akes?|ook|aking) in|cover(?:s|ing)?)\s"
            r"(?:the\s|\w+\s)?$",
            before,
            re.IGNORECASE,
        )
    ) or bool(re.match(r"\s(?:among them|included)\b", after, re.IGNORECASE))
