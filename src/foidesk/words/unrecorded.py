"""Labels under which a body puts the cases of which it does not know or did not write down the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .normal import normalise

_UNRECORDED = re.compile(
    r"not (?:recorded|stated|known|specified|captured|documented)|unknown|unrecorded|unspecified|unstated"
    r"|\(?blanks?\)?|no data(?: (?:recorded|held|entered))?"
    r"|nicht (?:erfasst|bekannt|angegeben|dokumentiert|vermerkt)|unbekannt|k\. ?a\.?|(?:keine|ohne) angaben?"
    r"|\(?leer\)?",
    re.IGNORECASE,
)


def is_unrecorded(phrase: str, names: Iterable[str] = ()) -> bool:
    """True for "Not recorded", "(blank)" or "k. A." as a whole label, and "Material unknown" of what is so named.

    Not for "Offender unknown" of a variable that is no offender's: that may be an answer of its own.
    """
    words = " ".join(phrase.split()).strip(" .,;:*†‡–-")
    parts = [part for part in re.split(r"\s*/\s*|\s+(?:or|oder)\s+", words) if part]
    known = {normalise(name) for name in names} - {""}
    return bool(parts) and all(_says_so(part, known) for part in parts)


def _says_so(part: str, known: set[str]) -> bool:
    if _UNRECORDED.fullmatch(part):
        return True
    lead, _, rest = part.partition(" ")
    while rest:
        if normalise(lead) in known and _UNRECORDED.fullmatch(rest):
            return True
        word, _, rest = rest.partition(" ")
        lead = f"{lead} {word}"
    return False
