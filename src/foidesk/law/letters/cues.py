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
    concepts: dict[str, str]


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
        concepts={word: name for name, text in data.get("concepts", {}).items() for word in text.split()},
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
    "voice", "to_us",
)  # fmt: skip


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
