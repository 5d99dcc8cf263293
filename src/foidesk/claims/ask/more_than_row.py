"""Words of an accusation that pass for harmless elsewhere, and say something of a case here."""

from __future__ import annotations

import re

TELLS = frozenset("only latest concluded closed former back same".split())
"""Each says something of a case that its row has to say as well."""
_OVER = frozenset(("concluded", "closed"))
_WHOM = re.compile(
    r"(?:\b(?:at|with|by|towards|against)|\b(?!according|relating|leading)\w+ing\sto)\s"
    r"(?P<whom>(?:(?:an?|the|another|other|some|fellow|his|her|its|their|one of (?:his|her|its|the|their))\s)*"
    r"[\w’'-]+(?:\s(?!an?\b|the\b|who\b|for\b|was\b)[\w’'-]+)?)",
    re.IGNORECASE,
)
"""Somebody to whom it was done: "swearing at *another warden*"."""
_PEOPLE = re.compile(
    r"\b(?:staff|colleagues?|officers?|workers?|employees?|members?|managers?|boss(?:es)?|supervisors?|somebody|someone|"
    r"anyone|co-?workers?|workmates?|person|people|man|woman)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\bfor\s(?:just\s|only\s|about\s|over\s|nearly\s|more than\s|up to\s)*"
    r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|many)\s(?:\w+\s)?"
    r"(?:years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_INQUIRY = re.compile(
    r"\b(?:following|after|at the end of)\s(?:an?|the|its)\s(?:\w+\s){0,2}"
    r"(?:inquiry|investigation|probe|hearing|tribunal)\b",
    re.IGNORECASE,
)


def more_than_row(text: str, row: str, acts: str, roles: tuple[str, ...], stage: str) -> str:
    """Words of an incident that its row does not say: the person told of, how long, an inquiry; "" for none.

    `row` are the words of the row, `acts` those of what was done, `roles` the words of persons in the text.
    """
    for found in _WHOM.finditer(text):
        whom = found["whom"]
        is_person = _PEOPLE.search(whom) or any(re.search(rf"\b{re.escape(role)}\b", whom) for role in roles)
        named = [word for word in re.findall(r"[a-z]+", whom.lower()) if word not in _SMALL]
        if is_person and not all(word.rstrip("s") in acts.lower() for word in named):
            return found[0]
    if (long := _LONG.search(text)) and long[0].lower() not in row.lower():
        return long[0]
    inquiry = _INQUIRY.search(text) if stage in ("alleged", "not stated") else None
    return inquiry[0] if inquiry and inquiry[0].lower() not in row.lower() else ""


_SMALL = frozenset("a an the some his her its their one of".split())


def row_tells(word: str, row: str, stage: str) -> bool:
    """True if the row bears out a word that says something; that it is over, by its stage."""
    if word in _OVER and stage in ("found", "not found"):
        return True
    return re.search(rf"\b{word}\b", row, re.IGNORECASE) is not None
