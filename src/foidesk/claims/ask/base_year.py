"""Words right beside a change that say from which year it is counted: "a rise of 24 *on the year before*"."""

from __future__ import annotations

import re

from .clause import Clause
from .years import moved

IN_A_YEAR = re.compile(
    r"\b(?:in|within|over) (?:(?:a|one|a single|the last|the latest) year|(?:just |the (?:past |last )?)?"
    r"(?:12|twelve) months)\b|\byear[ -]on[ -]year\b",
    re.IGNORECASE,
)
ON_YEAR_BEFORE = re.compile(
    r"\b(?:on|from|over|than|since|against|compared (?:with|to)) (?:in )?(?:the )?(?:year before|year earlier|"
    r"(?:previous|preceding|prior) (?:\w+ )?year|(?:12|twelve) months (?:before|earlier))\b",
    re.IGNORECASE,
)
"""What a change is counted from, where no year is named: the last year against the one before."""
_SINCE = re.compile(
    r"\s(?:more\s|fewer\s)?(?:since|on|over|from|than|against|compared (?:with|to))\s(?:in\s)?"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s(?:to|and|until)\b)"
)


def base_beside(part: Clause, later: str) -> str:
    """The year from which the words right beside the figure count a change up to `later`; "" if none do."""
    if found := _SINCE.match(part.after):
        return found["year"]
    year_before = (
        ON_YEAR_BEFORE.search(part.after) or IN_A_YEAR.search(part.after) or IN_A_YEAR.search(part.before)
    )
    return moved(later, -1) if year_before else ""
