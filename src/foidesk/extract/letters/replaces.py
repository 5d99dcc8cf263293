"""A letter that says, in its own words, that it takes the place of an earlier one of the same body."""

from __future__ import annotations

import re

_EARLIER = (
    r"(?:our|my|the|those|all|any|unsere?[nrms]?|meine?[nrms]?|die|der|das|den)\s+"
    r"(?:(?!not\b|nicht\b|no\b)[\w’'/-]+\s+){0,3}?"
    r"(?:(?<=earlier )ones?|(?<=previous )ones?|(?<=first )one|messages?|tables?|files?|"
    r"e-?mails?|letters?|repl(?:y|ies)|responses?|answers?|disclosures?|releases?|spreadsheets?|"
    r"(?:e-?)?mails?|nachricht|tabellen?|datei(?:en)?|schreiben|antwort(?:schreiben)?|auskunft|bescheid|"
    r"zwischen(?:nachricht|bescheid|antwort|auskunft))\b"
)
"""An earlier letter of the body itself: "our e-mail", "the interim reply", "unsere Zwischennachricht"."""
_FIGURES = (
    r"(?:(?:all|the|any|alle|die)\s+(?:\w+\s+){0,2}?(?:figures?|numbers?|tables?|data|information|zahlen|angaben)\s+"
    r"(?:given\s+|contained\s+|provided\s+|set\s+out\s+|aus\s+)?(?:in|of|from|with|aus|in)\s+)?"
)
"""All of what it holds: "the figures in"; figures of one year or kind are not all of them."""
_SAYS = (
    rf"(?:\b(?:this|it|these|they|which|that|and|attached|enclosed|below|dies(?:e|es)?|sie|es|response|reply|letter)\b|\()\s*"
    rf"(?:\w+\s+){{0,2}}?(?:now\s+|hereby\s+)?"
    rf"(?:replaces?|supersedes?|takes?\s+the\s+place\s+of|is\s+sent\s+in\s+place\s+of|ersetz(?:t|en))\s+"
    rf"{_FIGURES}{_EARLIER}"
)
_ASKS = rf"\b(?:please\s+)?(?:disregard|ignore|discard)\s+{_FIGURES}{_EARLIER}"
_GONE = (
    rf"\b{_EARLIER}(?:\s+(?!not\b|nicht\b|no\b)[\w.’'/-]+){{0,6}}?\s+(?:is|are|has\s+been|ist|sind|wird)\s+"
    r"(?:now\s+|hereby\s+|therefore\s+|damit\s+|hiermit\s+|somit\s+)?"
    r"(?:superseded|replaced|überholt|hinfällig|gegenstandslos|ersetzt)\b"
)
_USE_ONLY = re.compile(
    r"\b(?:please\s+use\s+only|only\s+use|bitte\s+(?:verwenden|nutzen)\s+sie\s+(?:nur|ausschließlich)|"
    r"(?:verwenden|nutzen)\s+sie\s+bitte\s+(?:nur|ausschließlich))\s+(?:the|these|this|die|diese)\s+(?:\w+\s+){0,2}?"
    r"(?:figures?|numbers?|tables?|files?|data|spreadsheets?|attachments?|zahlen|angaben|tabellen?|datei(?:en)?|anlage)\b",
    re.IGNORECASE,
)
_REPLACES = re.compile(rf"{_SAYS}|{_ASKS}|{_GONE}", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|nor|cannot|nicht|kein\w*|will|shall|would|(?-i:may)|might|could|should|hope|intend|expect\w*|until|"
    r"unless|if|once|when|wenn|sobald|soll\w*|würde\w*|partly|partially|in\s+part|part\s+of|some\s+of|teilweise|"
    r"only|except|apart|other\s+than|nur|außer)\b",
    re.IGNORECASE,
)
"""What is denied, awaited, or true of a part only."""


def replaces(text: str) -> bool:
    """True for "This replaces our e-mail of 22 September", "Please use only the attached table".

    Not for what will replace a letter or does not, nor for a part of it ("the figures for 2023 in our letter").
    """
    if _USE_ONLY.search(text):
        return True
    return _REPLACES.search(text) is not None and not _NOT.search(text)
