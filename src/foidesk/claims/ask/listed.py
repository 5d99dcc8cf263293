"""What the words ahead of a list of incidents say of all: "Among those sacked were a clerk at A, and one at B"."""

from __future__ import annotations

import re

from .lexicon import CategorySeen
from .sentence import Sentence
from .traits import SANCTION, STAGE

_LEADS = re.compile(
    r"(?:\b(?:including|includes?|included|among (?:them|these)|such as|namely|were|was|are|is)\b|[:–—])\s+"
    r"(?:(?:that|one|those) (?:into|of|against|involving) )?(?:(?:an?|one|the) )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Ahead of the first person of a list."""
_ENDED = re.compile(
    r"\b(?:sacked|dismissed|fired|ousted|cleared|exonerated|resigned|quit|retired|warned|cautioned|suspended|demoted|"
    r"fined|convicted|disciplined|punished|penalised|sanctioned|reprimanded)\b",
    re.IGNORECASE,
)
"""How those of a list ended, where the codebook has no such words."""
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|after|before|when)\b[^,;]*")
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|had|got|received|resigned|retired|quit|left|lost|faced|faces|remains?|escaped|kept|"
    r"admitted|went|walked|stepped)\b",
    re.IGNORECASE,
)


def lead(one: Sentence, first: int, kinds: dict[str, str]) -> tuple[tuple[CategorySeen, ...], str]:
    """How those ended whose list begins with a person at `first`: as kinds, else in words no codebook has."""
    found = _LEADS.search(one.plain[:first])
    if found is None:
        return (), ""
    ends = tuple(
        seen for seen in one.categories if seen.end <= first and kinds.get(seen.variable) in (SANCTION, STAGE)
    )
    words = _ENDED.search(one.plain[: found.start()])
    return ends, words[0] if words and not ends else ""


def says_how_it_ended(text: str, inside: tuple[CategorySeen, ...], kinds: dict[str, str]) -> bool:
    """True for an item of a list with a verb of its own: "a clerk at A was warned"."""
    own = any(kinds.get(seen.variable) in (SANCTION, STAGE) for seen in inside)
    return own or bool(_VERB.search(_RELATIVE.sub("", text)))
