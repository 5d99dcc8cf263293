"""Numbers that are not data, each ignored by name: telephones, sections of Acts, cost estimates, page numbers.

An entry speaks only where the words around a number leave no doubt; "12 officers" and "£225,000 settled" are never
ignored. What no entry knows stays open, to be read or raised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from foidesk.model.remembered import remembered

from .beside import Entry, core, covers
from .ignoring.contact import CONTACT
from .ignoring.law import LAW
from .ignoring.papers import PAPERS
from .ignoring.phrases import PHRASES
from .ignoring.references import REFERENCES
from .ignoring.remarks import REMARKS
from .ignoring.times import TIMES
from .numbers import NumberWord

__all__ = ["BODY_NAME", "IGNORED", "Entry", "ignored", "ignored_as"]

IGNORED: tuple[Entry, ...] = (*CONTACT, *LAW, *REFERENCES, *TIMES, *PAPERS, *PHRASES, *REMARKS)
BODY_NAME = "name of a body"


def ignored(text: str, number: NumberWord, names: Sequence[str] = ()) -> str:
    """The name of the entry that explains a number of the text as no data; "" if it is, or may be, data.

    `names` are names of bodies: the number in "Engine Company 12" is ignored as `BODY_NAME` where the text holds
    that name in full.
    """
    if _in_name(text, number, tuple(names)):
        return BODY_NAME
    return _entry(text, number)


@remembered
def _entry(text: str, number: NumberWord) -> str:
    return next((entry.name for entry in IGNORED if entry.matches(text, number)), "")


def ignored_as(text: str, numbers: Sequence[NumberWord], names: Sequence[str] = ()) -> tuple[str, ...]:
    """`ignored` for each number of the text."""
    return tuple(ignored(text, number, names) for number in numbers)


def _in_name(text: str, number: NumberWord, names: tuple[str, ...]) -> bool:
    pattern = _names(names)
    return pattern is not None and covers(pattern, text, *core(number))


@lru_cache(maxsize=256)
def _names(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """The names as a pattern, the longest first; a name without letters would explain any count, so it is left."""
    telling = {" ".join(name.split()) for name in names if any(map(str.isalpha, name))}
    words = [r"\s+".join(map(re.escape, name.split())) for name in sorted(telling, key=lambda n: (-len(n), n))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w|[.,]\d)", re.IGNORECASE) if words else None
