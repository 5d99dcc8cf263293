"""The cues of a language, from `law/data/letters/*.toml`, as patterns.

`en.toml` holds patterns with their limits, `en-phrases.toml` plain ways of saying the same things.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Cue:
    """How one event is worded: `sure` names it, `ask` hints at it, `no` takes both back in the same sentence.

    `soft` names it too, in a sentence that can hold an answer as well ("here is a first part: ...").
    `about` are its words as a subject: where a question asks for appeals, "12 appeals were upheld" answers it.
    """

    sure: re.Pattern[str]
    soft: re.Pattern[str]
    ask: re.Pattern[str]
    no: re.Pattern[str]
    about: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Concepts:
    """What words come to, by the word or by how it begins ("withh*"): what another hand would word otherwise."""

    words: dict[str, str]
    beginnings: dict[str, str]

    def of(self, word: str) -> str:
        """The concept of a word, "" if it has none; of two beginnings the longer one counts."""
        if word in self.words:
            return self.words[word]
        starts = (word[:size] for size in range(len(word), SHORTEST - 1, -1))
        return next((self.beginnings[one] for one in starts if one in self.beginnings), "")


SHORTEST = 3
"""So long is the shortest beginning of a word in the lists."""


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The wording of one language: events by name, statements by kind, and how questions are pointed at."""

    events: dict[str, Cue]
    says: dict[str, re.Pattern[str]]
    ordinals: tuple[str, ...]
    last: tuple[str, ...]
    number: str
    lexicon: dict[str, re.Pattern[str]]
    stop: frozenset[str]
    same: tuple[re.Pattern[str], ...]
    conditional: re.Pattern[str]
    asides: dict[str, re.Pattern[str]]
    concepts: Concepts


@cache
def cues(language: str) -> Cues:
    """The cues of the language; those of English where there are none of it."""
    folder = files("foidesk.law").joinpath("data", "letters")
    file = folder.joinpath(f"{language}.toml")
    if not file.is_file():
        return cues("en")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    more = _phrases(folder.joinpath(f"{language}-phrases.toml"))
    asked, words = data["questions"], data.get("classes", {})

    def _any(patterns: Sequence[str], of: str = "") -> re.Pattern[str]:
        return _pattern([*patterns, *more.get(of, ())], words)

    def _cue(name: str, entry: dict[str, Any]) -> Cue:
        return Cue(
            *(_any(entry.get(part, ()), f"{name}.{part}") for part in ("sure", "soft", "ask", "not", "about"))
        )

    return Cues(
        events={name: _cue(name, entry) for name, entry in data["events"].items()},
        says={name: _any(data["statements"].get(name, ()), name) for name in _SAYS},
        ordinals=tuple(asked["ordinal"]),
        last=tuple(asked["last"]),
        number=asked["number"],
        lexicon={name: _any(entry) for name, entry in asked["lexicon"].items()},
        stop=frozenset(asked["stop"].split()),
        same=tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in asked.get("same", ())),
        conditional=_any(data["conditional"]),
        concepts=_concepts(data.get("concepts", {})),
        asides={name: _any(data.get("asides", {}).get(name, ()), f"asides.{name}") for name in _ASIDES},
    )


_SAYS = (
    "leads", "same", "rest", "prejudice", "works_out", "ncnd", "cost", "not_held", "maybe_zero", "nil", "refused",
    "public", "given", "partial", "whole", "upheld", "overturned", "granted", "undecided", "supposes", "denies",
    "explains", "covers", "side", "redacted", "in_part",
)  # fmt: skip
_ASIDES = (
    "repeats", "applicant", "standing", "closing", "heading", "paragraph", "rights", "law", "general",
    "reason_head", "reason_tail", "applied", "foot", "so_here", "request_head", "answer_head", "answer_to",
    "voice", "to_us", "after_rights", "own_quote",
)  # fmt: skip


@cache
def lists(name: str) -> dict[str, re.Pattern[str]]:
    """The lists of a file of words, by name: each finds any of its lines, in any case."""
    file = files("foidesk.law").joinpath("data", "letters", f"{name}.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return {key: re.compile("|".join(each), re.IGNORECASE) for key, each in data.items()}


def _concepts(lists: dict[str, str]) -> Concepts:
    of = [(word, name) for name, text in lists.items() for word in text.split()]
    beginnings = {word[:-1]: name for word, name in of if word.endswith("*")}
    return Concepts({word: name for word, name in of if not word.endswith("*")}, beginnings)


def _phrases(file: Traversable) -> dict[str, list[str]]:
    """The phrases by what they are evidence of; each is whole words, and either apostrophe will do."""
    if not file.is_file():
        return {}
    lists = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        name: [rf"(?<!\w)(?:{phrase})(?:(?<=\d)|(?!\w))".replace("'", "['’]") for phrase in phrases]
        for name, phrases in lists.items()
    }


def _pattern(patterns: Sequence[str], classes: dict[str, str]) -> re.Pattern[str]:
    """One pattern out of many; "~" is up to 75 characters of a sentence, "<name>" any word of that class."""
    if not patterns:
        return NEVER
    joined = "|".join(f"(?:{pattern})" for pattern in patterns).replace("~", r"[^?!]{0,75}?")
    named = re.sub(r"(?<!\?P)<(\w+)>(?!=)", lambda seen: f"(?:{classes[seen[1]]})", joined)
    return re.compile(named, re.IGNORECASE)
