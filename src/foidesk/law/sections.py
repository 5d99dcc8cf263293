"""Sections of an access law named in a sentence: "sections 30, 31 and 40(2)", "s.12(1)", "Exemption 6"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .acts import AccessLaw

_BRACKETS = r"(?:\s?\((?:\d+(?:\.\d+)?[A-Za-z]{0,2}|[a-z]\.\d+|[a-z]{1,4}|[ivxl]{5,7})\))*"
_NUMBER = rf"\d{{1,2}}[A-Z]{{0,2}}(?!\d|\.\d)(?:{_BRACKETS})"
_LIST = rf"(?P<list>{_NUMBER}(?:\s*(?:,|;|and|or|&|/)\s*(?:and\s+)?(?:(?:sections?|s\.?)\s*)?{_NUMBER})*)"
_UNIT = r"(?:(?:sub-?)?sections?|sec\.|ss?\.?(?=\s?\d)|regulations?|regs?\.?(?=\s?\d)|exceptions?|exemptions?|§+)"
_NAMED = re.compile(rf"(?<![\w'’]){_UNIT}\s*(?:\(?b\)?\s*\(?)?{_LIST}", re.IGNORECASE)
_FEDERAL = re.compile(r"(?:552\s?)?\(b\)\((?P<number>\d)\)")
_DOTTED = re.compile(r"(?:section|§)\s*(?P<number>\d{4}\.\d{3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SectionSeen:
    """A section as the sentence names it, without spaces ("40(2)"), and the Act that it is of."""

    section: str
    act: str


def sections(text: str, law: AccessLaw | None) -> tuple[SectionSeen, ...]:
    """The sections that a sentence names, in order, each once. Those of other Acts keep that Act's name."""
    found: dict[str, SectionSeen] = {}
    for match in _NAMED.finditer(text):
        act = _act(text, match.end(), law)
        for number in re.finditer(_NUMBER, match["list"]):
            section = number[0].replace(" ", "")
            found.setdefault(section, SectionSeen(section, act))
    for pattern in (_FEDERAL, _DOTTED):
        for match in pattern.finditer(text):
            found.setdefault(match["number"], SectionSeen(match["number"], law.title if law else ""))
    return tuple(found.values())


_OTHER_ACT = re.compile(
    r"^\W{0,3}(?:\([^)]{1,12}\)\s*)*(?:personal\s\w+\s|"
    r"[\w ,]{0,40}?)?\bof\s(?:the\s)?(?P<act>(?:[A-Z][\w()]*\s(?:of\s|and\s|the\s)?){1,7}?(?:Act|"
    r"Regulations|Order)(?:\s(?:19|20)\d\d)?)"
)


def _act(text: str, end: int, law: AccessLaw | None) -> str:
    """The Act named after a section, else the law that the request went under."""
    named = _OTHER_ACT.match(text[end:])
    if named is None:
        return law.title if law else ""
    act = named["act"]
    own = law is not None and any(name.lower() in act.lower() or act.lower() in name.lower() for name in law.names)
    return law.title if own and law is not None else act
