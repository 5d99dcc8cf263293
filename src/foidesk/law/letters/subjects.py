"""Words of deciding that are the subject of the questions: "45 were refused", where they ask how many were."""

from __future__ import annotations

import re

from .cues import Cues

SUBJECTS = {"refused": "refused", "not held": "not_held", "maybe zero": "maybe_zero"}
NO = re.compile(r"\W*(?:there (?:were|was|have been) )?no(?:ne)?\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"refus|withh|den[iy]|declin|exempt|reject|confiden|redact|disclos|releas|privileg|held|keep|kept|record|publish|"
    r"available|destroy|delet|locat|trace|lehn|verweiger|erteilt|gewähr|vorlieg|geführt|erfasst",
    re.IGNORECASE,
)
_OF_REQUEST = re.compile(
    r"\b(?:your request|information|disclosure|records|data|documents|figures|this question|"
    r"we (?:do not|cannot)|ihre?[nm]? (?:antrag|anfrage)|der antrag)\b",
    re.I,
)


def is_subject(text: str, kind: str, cues: Cues, asked: str) -> bool:
    """True for "45 were refused", "no hearings were held", where questions ask for what was refused or held."""
    found = cues.says[SUBJECTS[kind]].search(text)
    words = {word.lower() for word in _DECIDES.findall(found[0])} if found else set()
    return bool(words) and all(word in asked.lower() for word in words) and not _OF_REQUEST.search(text)
