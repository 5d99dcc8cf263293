"""Two moves told in one sentence: "rose from 9 to 14 before falling back to 12 in 2024"."""

from __future__ import annotations

import re
from datetime import timedelta

from foidesk.words.figures import When

from .clause import Clause
from .years import ends, is_year, moved

NO_YEAR = "the words do not say of which year this is"
_ANOTHER = re.compile(r",?\s(?:before|but then|and then|only to)\s\w+[^;:]{0,40}?\bto\s(?:just\s|only\s)?[£$€]?\d")
"""Behind a change, where it went afterwards."""


def year_before_another(part: Clause, first: bool) -> str | None:
    """The year of one end of a change behind which another is told; "" if nobody says, None if there is no other.

    It is that of a date of its own, else of the year before the other's end; the `first` end has the year before
    that only where the survey asks about no earlier one.
    """
    found = _ANOTHER.search(part.one.plain, part.figure.end)
    if found is None:
        return None
    whens = [when for when in part.one.whens if when.first is not None]
    to = next((one.start for one in part.one.figures if one.start >= part.figure.end), found.start())
    own = [when for when in whens if part.figure.end <= when.start < min(to, found.start())]
    if own:
        return _year(own[0])
    window = part.lexicon.definition.period
    begins, last = ends(window.start, window.end - timedelta(days=1)) if window else ("", "")
    behind = [when for when in whens if when.start >= found.start()]
    year = _year(behind[0]) if behind else last
    if not is_year(year):
        return ""
    before = moved(year, -2 if first else -1)
    return before if not first or before == begins else ""


def _year(when: When) -> str:
    assert when.first is not None
    return ends(when.first, when.last)[0] if when.last is not None else str(when.first.year)
