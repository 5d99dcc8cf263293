"""Words that say nobody does it alone: "no dedicated officer", "nobody is employed solely" and the like."""

from __future__ import annotations

import re

_ALONE = (
    r"(?:solely|sole|exclusively|specifically|specially|specific|specialist|only|just|dedicated|designated|appointed|"
    r"wholly|purely|directly|full[\s-]*time)"
)
_WHO = r"(?:employ\w*|ha(?:s|ve|d)|is|are|hold|an?|any|anyone|appointed|designated)"
_NOBODY = re.compile(
    rf"\b(?:no|none|nobody|no[ -]one|without)\b[^.;:]*?\b{_ALONE}\b"
    rf"|(?:\bnot|n['’]?t)\b\s+(?:currently\s+)?(?:{_ALONE}\s+)?{_WHO}\b[^.;:]*?\b{_ALONE}\b"
    rf"|(?:\bnot|n['’]?t)\b\s+(?:currently\s+)?{_ALONE}\s+employ",
    re.IGNORECASE,
)
_POST = (
    r"(?:[Oo]fficer|[Mm]anager|[Cc]o-?ordinator|[Aa]dministrator|[Ll]ead|[Hh]ead|[Aa]ssistant|[Ss]olicitor|"
    r"[Cc]lerk)"
)
_SOMEBODY = re.compile(rf"\b[Tt]he\s+(?:[A-Z][\w&/-]*\s+){{1,5}}{_POST}\s+(?:has|is|deals|takes|oversees)\b")


def nobody_alone(text: str) -> bool:
    """True if the sentence says that nobody does it alone; others may well do it beside other work."""
    return _NOBODY.search(text) is not None


def somebody(text: str) -> bool:
    """True if the words name one post that does it: "The Data Protection Officer has overall responsibility"."""
    return _SOMEBODY.search(text) is not None
