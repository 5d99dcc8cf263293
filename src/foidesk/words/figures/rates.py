"""Numbers that a rate is told for: "8.4 crimes per 1,000 residents", "33 patients in every 10,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy
from .figure import Passed

MANY = r"(?:10{0,2},0{3}(?:,0{3})?|10{2,6}|(?:an? |one )?(?:hundred thousand|hundred|thousand|million)|1m)"
"""A round number that something is told for."""
_BASE = lazy(
    rf"\b(?:per\s(?P<per>{MANY})|(?P<before>\w+)(?P<noun>(?:\s(?!in\b|for\b|out\b)[a-z][\w-]*){{0,3}})"
    rf"\s(?:in|for|out of)\s(?:every|each)\s(?P<each>{MANY}))(?![\w,.]*\d)(?!\s?(?:%|per cent))",
    re.IGNORECASE,
)
_NO_NOUN = frozenset(
    """in at and of to on for with by from per each every a an the last this that were was had has have is are
    suffer suffered compared while when than but or as it they who which during since over under between against
    across among""".split()
)


def bases(text: str) -> Iterator[Passed]:
    """The numbers behind "per" and "in every"; "one in every 1,000" is a share, and is not among them."""
    for found in _BASE.finditer(text):
        which = "per" if found["per"] else "each"
        if which == "each" and (found["before"] or "").lower() in ("one", "1"):
            continue
        yield Passed(*found.span(which), found[which], "base of a rate")


def is_noun(words: str) -> bool:
    """True for words that can say what a rate is told for."""
    *rest, last = words.lower().removesuffix(" of staff").split()
    plural = last.endswith("s") or last in ("people", "head", "staff", "population", "men", "women", "children")
    return plural and not _NO_NOUN & {*rest, last} and (not rest or not rest[0].endswith("s"))
