"""Where the words end that tell what a figure counts: what comes behind counts something else."""

from __future__ import annotations

import re

from .clause import Clause

_SET_AGAINST = re.compile(
    r"(?:,|\s[–—-])?\s(?:but|yet|whereas|while|although|though|because(?! of))\s", re.IGNORECASE
)


def own_end(part: Clause) -> int:
    """The end of the sentence; of a bare "the total" that of its clause: the next one counts something else."""
    ahead = part.one.plain[: part.figure.start]
    if part.figure.kind == "count" and _BARE_TOTAL.search(ahead):
        return clause_end(part)
    if part.figure.kind == "count" and _opens_bare_total(part):
        return _bare_end(part)
    beside = _WITH_OTHERS.search(part.one.plain, part.figure.end)
    bare = part.figure.kind == "count" and (part.context.inherited or not part.context.unit)
    return beside.start() if bare and beside else len(part.one.bare)


def _opens_bare_total(part: Clause) -> bool:
    """ "Having dipped to 64 in 2024, *the total* went back up to 82, while …": told of what comes right behind."""
    found = _TOTAL_AHEAD.match(part.one.plain, part.figure.end)
    return bool(found and _HAVING.match(part.one.plain) and part.place == 0)


_WITH_OTHERS = re.compile(
    r",\s(?:with|and)\s(?:just\s|only\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\s[a-z]+s?\s"
    r"(?:[a-z]+ed|hurt|lost|left|sent|paid|made|found)\b"
)
"""Behind bare numbers, so many of something else: "counted 116 in 2025, *with 20 pupils hurt*"."""
_HAVING = re.compile(r"\W*(?:(?:After|Before)\s\w+ing|Having|Down|Up|\w+ing)\b")
_TOTAL_AHEAD = re.compile(
    r"[^,;.]{0,40},\s(?:the|its|their) (?:total|figure|number|tally|count|toll)\b(?! (?:of|who|that)\b)",
    re.IGNORECASE,
)
_BARE_TOTAL = re.compile(
    r"\b(?:the|its|their) (?:total|figure|number|tally|count|toll)\b(?! (?:of|who|that)\b)[^.;]*$", re.IGNORECASE
)


def clause_end(part: Clause) -> int:
    """Where a clause that is set against the figure's begins, else the end of its part."""
    found = _SET_AGAINST.search(part.one.plain, part.figure.end, part.part.end)
    return found.start() if found else part.part.end


def _bare_end(part: Clause) -> int:
    """Where the clause of a bare total ends, whatever figures stand in it."""
    found = _SET_AGAINST.search(part.one.plain, part.figure.end)
    return found.start() if found else len(part.one.bare)
