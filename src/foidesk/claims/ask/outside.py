"""What a sentence asserts that no reply can bear out: why it is so, and how it went on afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..verdict import Verdict
from .sentence import Sentence

_CAUSE = re.compile(
    r"\b(?:(?:is|are|was|were) (?:partly |largely |mainly )?(?:to blame|the (?:cause|reason)|"
    r"(?:down|due|owing) to)|(?:is|are|was|were) (?:caused|driven|fuelled) by|lies? behind)\b",
    re.IGNORECASE,
)
"""Says why something is so."""
_AFTERWARDS = re.compile(
    r"\b(?:has|have) (?:gone on|kept(?: on)?|continued|only|since)\b[^.;]*\b(?:since|\w+ing|risen|fallen|grown)\b|"
    r"\b(?:has|have) (?:risen|fallen|grown|worsened|improved|doubled)\b[^.;]*\bsince\s*[.;]?\s*$",
    re.IGNORECASE,
)
"""Says how it went on after the survey's last day."""
_SOMEBODY = re.compile(
    r"\b(?:said|says|told|tells|claim(?:s|ed)|argu(?:es?|ed)|believes?|believed|according to|"
    r"blam(?:es|ed|ing)|if|whether|may|might|could|would)\b",
    re.IGNORECASE,
)
"""It is somebody's opinion, or only supposed."""


def outside(one: Sentence) -> Iterator[tuple[int, int, Verdict]]:
    """The whole sentence where it says a cause or what came later, without a number and in nobody's mouth."""
    if one.figures or _SOMEBODY.search(one.plain):
        return
    end = len(one.plain.rstrip(" ."))
    if _AFTERWARDS.search(one.plain) and not one.whens:
        why = "it tells what came after the days that the survey asks about"
        yield 0, end, Verdict("no data", "outside", why=why)
    elif _CAUSE.search(one.plain) and not one.categories:
        yield (
            0,
            end,
            Verdict("not established", "outside", why="it tells a cause; the replies give numbers, not causes"),
        )
