"""Words that say a case is not over: "still with the manager", "awaiting decision", "not yet concluded"."""

from __future__ import annotations

import re

from foidesk.model.codebook import Category, Variable
from foidesk.words.categories import phrases

_OVER = r"(?:conclud|decid|determin|finish|finali[sz]|resolv|complet|settl|clos|end)\w*"
_BEGINS = re.compile(
    r"^\W*(?:(?:is|are|was|were|it|case|matter|the|has|have|been|remains?)\s+){0,3}"
    rf"(?:still\b|await|pending\b|ongoing\b|on-going\b|outstanding\b|in progress\b|live\b|open\b|"
    rf"under (?:review|investigation|consideration|appeal)\b|(?:not|never) (?:yet )?(?:been )?{_OVER}|"
    rf"yet to be {_OVER}|to be {_OVER}|undecided\b|noch (?:offen|nicht|anhängig|in)\b|offen\b|anhängig\b|"
    r"in bearbeitung\b|steht noch aus\b)",
    re.IGNORECASE,
)


def waiting(phrase: str, variable: Variable) -> str:
    """The id of the one category for cases that are not over; "" if the phrase says no such thing."""
    if not _BEGINS.match(phrase):
        return ""
    ids = [category.id for category in variable.categories if _waits(category)]
    return ids[0] if len(ids) == 1 else ""


def _waits(category: Category) -> bool:
    return any(_BEGINS.match(words) for words in phrases(category))
