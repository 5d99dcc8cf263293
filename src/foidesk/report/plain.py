"""Caveats in a reader's words: what the desk's programs ask themselves is told as what it means for the figure."""

from __future__ import annotations

import re

_QUOTE = r"(?:.*?(?P<quote>“.*”)|.*)\s*$"
SET_ASIDE = "One passage of the reply is not counted, by decision of the desk"
UNDECIDED = "Open: one passage can be read in two ways, and the range holds both"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"^set aside: {_QUOTE}", re.S),
        SET_ASIDE,
    ),
    (
        re.compile(rf"^undecided: {_QUOTE}", re.S),
        UNDECIDED,
    ),
)
_KINDS = re.compile(r"^(\d[\d,]*) more are stated only as one of several kinds, of which this is one$")
_DAYS = re.compile(r"^the figures run from (.+?) to (.+?), not (.+?) to (.+?)$")


def plain(caveat: str) -> str:
    """The caveat as a sentence for readers; one that no rule knows stays as it is."""
    for pattern, words in _RULES:
        if found := pattern.match(caveat):
            quote = found["quote"] or ""
            return f"{words}{': ' + quote if quote else '.'}"
    if found := _KINDS.match(caveat):
        verb = "is" if found[1] == "1" else "are"
        return f"Beside these, {found[1]} {verb} given only as one of several kinds, this kind among them."
    if found := _DAYS.match(caveat):
        return f"Covers {found[1]} to {found[2]}; asked was {found[3]} to {found[4]}."
    return caveat
