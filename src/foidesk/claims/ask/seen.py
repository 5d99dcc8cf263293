"""What of the survey a text names: bodies and categories, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UPHELD = re.compile(
    r"(?:[^.;]{0,30}?\b(?:was|were|is|are|been|being|had|has)\b)?[^.;]{0,20}?"
    r"\b(?:upheld|found|proven|proved|substantiated|dismissed|withdrawn|unfounded)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BodySeen:
    """A body named in characters `start` to `end`."""

    start: int
    end: int
    body: str


def without_noun(text: str, found: list[CategorySeen]) -> list[CategorySeen]:
    """The categories without the noun of "the allegation was upheld": it tells no stage."""
    return [
        one for one in found
        if one.text.casefold() not in ("allegation", "allegations", "complaint", "complaints")
        or not any(two.variable == one.variable and two.start > one.end for two in found)
        or not _UPHELD.match(text, one.end)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CategorySeen:
    """Words that mean one of some categories of a variable."""

    start: int
    end: int
    variable: str
    categories: tuple[str, ...]
    text: str
