"""The grounds of a refusal: what the search would cost, a section of the law, an exemption by its title."""

from __future__ import annotations

import re
from functools import lru_cache

from foidesk.law import laws

from .stems import stems

COST = re.compile(
    r"\b(?:costs?|costly|expensive|too (?:long|much)|search(?:ed|ing)?|by hand|hours|time "
    r"limit|too many hours)\b",
    re.IGNORECASE,
)
"""The ground of a refusal is what the search would cost."""
_WORD = re.compile(r"^(?:section|s\.?|regulation)\s*", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:section|s\.|regulation)\s*\d+[A-Z]?(?:\(\w+\))*", re.IGNORECASE)
"""A section of the law that a sentence names."""


def grounds(clause: str, law: str) -> bool:
    """True if the clause gives a ground of refusal that can be looked at."""
    return bool(COST.search(clause) or named_sections(clause) or sections_of(frozenset(stems(clause)), law))


def named_sections(clause: str) -> tuple[str, ...]:
    """The numbers of the sections that a clause names: "43(2)"."""
    return tuple(_WORD.sub("", one[0]) for one in _NAMED.finditer(clause))


def same_section(named: str, given: str) -> bool:
    """ "Section 43" is given by 43(2); "section 43(1)" is not."""
    one, other = re.sub(r"\s", "", named), re.sub(r"\s", "", given)
    return bool(other) and (one == other or other.startswith(f"{one}(") or one.startswith(f"{other}("))


def main_section(section: str) -> str:
    """ "43" of "43(2)"."""
    found = re.match(r"\d+[A-Z]?", section)
    return found[0] if found else ""


def sections_of(said: frozenset[str], law: str) -> frozenset[str]:
    """The sections of a law whose titles the words name."""
    return frozenset(section for section, key in _titles(law) if len(key) > 1 and key <= said)


@lru_cache(maxsize=16)
def _titles(law: str) -> tuple[tuple[str, frozenset[str]], ...]:
    known = next((one for one in laws() if one.id == law), None)
    exemptions = known.exemptions if known is not None else ()
    return tuple(
        (main_section(one.section), frozenset(stems(words)) - {"inform", "prejudic"})
        for one in exemptions
        for words in (one.title, *one.words)
    )
