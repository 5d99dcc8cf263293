"""The cues of a language, from `law/data/letters/*.toml`, as patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Cue:
    """How one event is worded: `sure` names it, `ask` hints at it, `no` takes both back in the same sentence.

    `soft` names it too, in a sentence that can hold an answer as well ("here is a first part: ...").
    """

    sure: re.Pattern[str]
    soft: re.Pattern[str]
    ask: re.Pattern[str]
    no: re.Pattern[str]


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


@cache
def cues(language: str) -> Cues:
    """The cues of the language; those of English where there are none of it."""
    folder = files("foidesk.law").joinpath("data", "letters")
    file = folder.joinpath(f"{language}.toml")
    if not file.is_file():
        return cues("en")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    asked, words = data["questions"], data.get("classes", {})

    def _any(patterns: Sequence[str]) -> re.Pattern[str]:
        return _pattern(patterns, words)

    def _cue(entry: dict[str, Any]) -> Cue:
        return Cue(*(_any(entry.get(part, ())) for part in ("sure", "soft", "ask", "not")))

    return Cues(
        events={name: _cue(entry) for name, entry in data["events"].items()},
        says={name: _any(entry) for name, entry in data["statements"].items()},
        ordinals=tuple(asked["ordinal"]),
        last=tuple(asked["last"]),
        number=asked["number"],
        lexicon={name: _any(entry) for name, entry in asked["lexicon"].items()},
        stop=frozenset(asked["stop"].split()),
        same=tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in asked.get("same", ())),
        conditional=_any(data["conditional"]),
        asides={name: _any(entry) for name, entry in data.get("asides", {}).items()},
    )


def _pattern(patterns: Sequence[str], classes: dict[str, str]) -> re.Pattern[str]:
    """One pattern out of many; "~" is up to 75 characters of a sentence, "<name>" any word of that class."""
    if not patterns:
        return NEVER
    joined = "|".join(f"(?:{pattern})" for pattern in patterns).replace("~", r"[^?!]{0,75}?")
    named = re.sub(r"<(\w+)>(?!=)", lambda seen: f"(?:{classes[seen[1]]})", joined)
    return re.compile(named, re.IGNORECASE)
