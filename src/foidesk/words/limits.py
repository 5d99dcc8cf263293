"""Words that say whom figures cover: "relate to police officers only", "do not include agency staff"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIGURES = (
    r"(?:figures?|data|information|numbers?|statistics|totals?|tables?|spreadsheets?|lists?|logs?|records?|results?"
    r"|response|reply|breakdown|returns?|counts?|counted|recorded)"
)
_SPEAK = r"(?:relat|refer|appl|pertain|cover|includ|count|concern|contain)(?:e|es|s|y|ies|ed)?"
_RUN = r"[^.;:\n]{0,80}?"
_X = (
    r"(?:the\s+|those\s+|all\s+)?(?P<x>[^.;:,()\n]{2,80}?)"
    r"(?=\s*(?:$|[.;:,()\n]|\band\s+(?:do|does|did|is|are|exclude|include|it|they)\b|\b(?:but|which|who|whose|as)\b))"
)
_NOT = r"(?:do|does|did)(?:\s+not|n['’]t)\s+(?:include|cover|count|contain)"
_ABOUT = rf"(?:{_SPEAK}(?:\s+to)?|(?:is|are)\s+for)"
_ONLY = r"(?:only|solely|exclusively)"
_OPEN = rf"\b{_FIGURES}\b{_RUN}\b"
_THIS = r"(?:^|[.;:\n]\s*)\W*(?:this|these|they|it|the\s+above)\s+(?:all\s+)?"
_TELL = r"(?:relat|refer|cover|includ|count)(?:e|es|s)?"
_OF_LETTER = re.compile(r"\b(?:you|your|addressees?|recipients?|request|letter|e-?mail)\b", re.IGNORECASE)
"""Words of what is said of the letter itself: no limit of its figures."""
_SENTENCES = (
    ("only", rf"{_THIS}{_ONLY}\s+{_TELL}\s+(?:to\s+)?{_X}"),
    ("only", rf"{_THIS}{_TELL}\s+{_ONLY}\s+(?:to\s+)?{_X}"),
    ("only", rf"{_THIS}{_TELL}\s+(?:to\s+)?(?:the\s+)?(?P<x>[^.;:,()\n]{{2,60}}?)\s+(?:only|alone)\b"),
    ("without", rf"{_THIS}(?:excludes?|{_NOT})\s+{_X}"),
    ("only", rf"{_OPEN}{_ONLY}\s+(?:{_SPEAK}|to|for|about)\s+(?:to\s+|for\s+)?{_X}"),
    ("only", rf"{_OPEN}(?:{_SPEAK}|is|are)\s+{_ONLY}\s+(?:to\s+|for\s+|of\s+)?{_X}"),
    ("only", rf"{_OPEN}{_ABOUT}\s+(?:the\s+)?(?P<x>[^.;:,()\n]{{2,60}}?)\s+(?:only|alone)\b"),
    ("without", rf"{_OPEN}(?:excludes?|excluding|exclusive of|not including|{_NOT})\s+{_X}"),
)
_LABELS = (
    ("only", r"(?P<x>[^()–:]{2,60}?)[\s,]*[(–:-]*\s*\bonly\)?\W*$"),
    ("without", r"\b(?:excluding|excl\.?|exc\.|not including|without)\s+(?:the\s+)?(?P<x>[^()\n]{2,60})\)?\W*$"),
)
_SENTENCE = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SENTENCES)
_LABEL = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _LABELS)
_IN = r"(?:in|during|between|within|from|by year)"
_PUT = r"(?:recorded|reported|received|logged|registered|opened)"
_ENDED = r"(?:concluded|finali[sz]ed|closed|decided|completed|resulted)"
_DATES = {
    "event": (
        r"\b(?:occurr(?:ed|ing)|took place|happened"
        r"|dates? of (?:the )?(?:incident|event|offen[cs]e|occurrence)s?|(?:incident|event|offen[cs]e) dates?)\b"
    ),
    "recorded": (
        rf"\b(?:dates? (?:it was |they were )?{_PUT}|{_PUT} {_IN}"
        rf"|dates? of (?:the )?(?:report|complaint|recording|receipt|referral)|year {_PUT})\b"
    ),
    "decided": (
        rf"\b(?:dates? {_ENDED}|{_ENDED} {_IN}"
        r"|dates? of (?:the )?(?:outcome|decision|hearing|conclusion|closure|result)"
        rf"|(?:outcome|decision|hearing|closure) dates?|year {_ENDED})\b"
    ),
}
_BASES = {basis: re.compile(pattern, re.IGNORECASE) for basis, pattern in _DATES.items()}


@dataclass(frozen=True, slots=True)
class Limit:
    """Whom figures cover. `kind` "only": these; "without": all but these. `whole` is all that it says."""

    kind: str
    words: str
    whole: str


def limits(text: str, label: bool = False) -> Iterator[Limit]:
    """The limits that a sentence puts on figures or, with `label`, a caption or heading; none that hold a digit.

    A number there is a count or a date of its own: "excludes 3 cases", "2013 only".
    """
    seen: set[tuple[str, str]] = set()
    for kind, pattern in _LABEL if label else _SENTENCE:
        for found in pattern.finditer(text):
            words = " ".join(found["x"].split()).strip(" ,–-")
            if _OF_LETTER.search(words) and not label:
                continue
            if words and not any(sign.isdigit() for sign in words) and (kind, words) not in seen:
                seen.add((kind, words))
                yield Limit(kind, words, " ".join(found[0].split()).strip(" ()–-"))


def dated_by(text: str) -> str:
    """Which date decides by these words: "event", "recorded" or "decided"; "" if none or several do."""
    found = [basis for basis, pattern in _BASES.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else ""
