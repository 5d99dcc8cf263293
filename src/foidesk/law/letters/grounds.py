"""The sections that a clause of a letter names, as grounds of the law of the request."""

from __future__ import annotations

import re

from ..acts import AccessLaw
from ..sections import sections

_GERMAN = re.compile(r"§+\s*(\d+[a-z]?(?:\s+(?:Abs|Nr|lit|Satz|S)\.?\s*\w+)*)")
_DOTTED = re.compile(r"\b\d{4}\.\d{3}\b")
_OTHER_CODE = re.compile(
    r"\b(Pen(?:al)?\.?|Evid(?:ence)?\.?)\s+Code,?\s+(?:section|§)?\s*(\d[\d.]*\d)", re.IGNORECASE
)
_AND_LETTER = re.compile(r"(\d{1,2}[A-Z]?(?:\(\d+\))?)(\([a-z]\))((?:\s*(?:,|and|&|or)\s*\([a-z]\))+)")
_BARE = re.compile(r"(?<![\w(.,£$€])(?:1[2-9]|[2-9]\d)[A-Z]?(?:\((?:\d{1,2}|[a-z]{1,2}|[ivx]{3,5})\))+")
""" "12(5)(g)": no word says that it is a section, but no number of an answer is written so."""
_LETTERED = re.compile(r"(?:\bexemptions?\s+\(?|\(b\)\()(\d)\)?\(([A-F])\)", re.IGNORECASE)


def grounds(text: str, law: AccessLaw | None) -> tuple[str, ...]:
    """The sections named, as a lawyer writes them without the Act; each once, in order."""
    if law is not None and law.unit == "§":
        named = (" ".join(seen.replace(".", ". ").split()) for seen in _GERMAN.findall(text))
        return tuple(one for one in dict.fromkeys(named) if _is_ground(_bare(one), law))
    spelt = _AND_LETTER.sub(_each_letter, re.sub(r"\b5 U\.? ?S\.? ?C\.?", "", text))
    found = [one.section for one in sections(spelt, law) if law is None or one.act == law.title]
    found += _DOTTED.findall(text)
    found += [one for one in _BARE.findall(text) if law is not None and law.unit in ("section", "regulation")]
    lettered = [f"{number}({letter})" for number, letter in _LETTERED.findall(text)]
    found = [one for one in found if not any(each.startswith(f"{one}(") for each in lettered)] + lettered
    return (
        tuple(dict.fromkeys(found))
        if law is None
        else tuple(one for one in dict.fromkeys(found) if _is_ground(one, law))
    )


def _bare(german: str) -> str:
    """ "9 Abs. 3 Satz 1" as the law data writes it: "9(3)"."""
    paragraph, _, rest = german.partition(" Abs. ")
    return f"{paragraph}({rest.split()[0]})" if rest else german.split()[0]


def elsewhere(text: str) -> tuple[str, ...]:
    """Sections of another code that a clause relies on ("Pen. Code 832.7")."""
    return tuple(f"{kind[:3].title()}. Code {number}" for kind, number in _OTHER_CODE.findall(text))


def _each_letter(seen: re.Match[str]) -> str:
    more = re.findall(r"\([a-z]\)", seen[3])
    return ", ".join(f"{seen[1]}{letter}" for letter in (seen[2], *more))


def _is_ground(section: str, law: AccessLaw) -> bool:
    return law.exemption(section) is not None or law.refusal(section) is not None
