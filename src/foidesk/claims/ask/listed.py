"""What the words ahead of a list of incidents say of all: "Among those sacked were a clerk at A, and one at B".

They are handed to each of the list, and judged with it: its row has to bear out each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .seen import CategorySeen
from .sentence import Sentence
from .stems import tokens
from .traits import ACT, SANCTION, STAGE

_LEADS = re.compile(
    r"(?:\b(?:including|includes?|included|among (?:them|these)|such as|namely|were|was|are|is)\b|[:–—])\s+"
    r"(?:(?:that|one|those) (?:into|of|against|involving) )?(?:(?:an?|one|the) )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Ahead of the first person of a list."""
_NEW_CLAUSE = re.compile(r";\s|,?\s(?:while|but|whereas)\s")
RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|after|before|when)\b[^,;]*")
VERB = re.compile(
    r"\b(?:was|were|is|are|has|had|got|received|resigned|retired|quit|left|lost|faced|faces|remains?|escaped|kept|"
    r"admitted|went|walked|stepped)\b",
    re.IGNORECASE,
)
_JOINED = len(", whereas ")
"""So long a word may join a clause to the one before."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands ahead of a list: its text, the act and end that it names, and its other words."""

    start: int = 0
    text: str = ""
    kinds: tuple[CategorySeen, ...] = ()
    words: tuple[str, ...] = ()


def lead(one: Sentence, first: int, kinds: dict[str, str]) -> Lead:
    """What is said of each of a list that begins with a person at `first`; empty if nothing leads to a list."""
    found = _LEADS.search(one.plain[:first])
    if found is None:
        return Lead()
    start = max((cut.end() for cut in _NEW_CLAUSE.finditer(one.plain, 0, first)), default=0)
    own = tuple(
        seen
        for seen in one.categories
        if start <= seen.start and seen.end <= first and kinds.get(seen.variable) in (ACT, SANCTION, STAGE)
    )
    held = [
        (seen.start, seen.end) for many in (own, one.figures, one.bodies, one.groups, one.whens) for seen in many
    ]
    held += one.asides
    words = tuple(
        one.plain[token.start : token.end]
        for token in tokens(one.plain[:first])
        if token.start >= start and not any(begin <= token.start < end for begin, end in held)
    )
    return Lead(start, one.plain[start:first].strip(), own, words)


def of_item(
    found: Lead, one: Sentence, first: int, start: int, inside: tuple[CategorySeen, ...], kinds: dict[str, str]
) -> Lead:
    """What the lead says of the incident at `start`: nothing of one whose own words it is, nor of a new clause;
    of one that tells its own end the words alone."""
    is_its_own = start <= found.start and found.text in one.plain
    if not found.text or is_its_own:
        return Lead()
    own = {kinds[seen.variable] for seen in inside}
    if _is_new_clause(one.plain, first, start, bool(own & {SANCTION, STAGE})):
        return Lead()
    ended = own & {SANCTION, STAGE} or VERB.search(RELATIVE.sub("", _first_clause(one.plain[start:])))
    gone = {ACT} & own | ({SANCTION, STAGE} if ended else set())
    kept = tuple(seen for seen in found.kinds if kinds[seen.variable] not in gone)
    words = [seen.text for seen in found.kinds if seen not in kept and kinds[seen.variable] != ACT]
    return Lead(found.start, found.text, kept, (*found.words, *words))


def _first_clause(text: str) -> str:
    cut = _NEW_CLAUSE.search(text)
    return text[: cut.start()] if cut else text


def _is_new_clause(text: str, first: int, start: int, ended: bool) -> bool:
    """ "…; a gardener got a warning": behind the list, with an end or a verb of its own."""
    cut = [found.end() for found in _NEW_CLAUSE.finditer(text, first) if found.end() <= start + _JOINED]
    if not cut:
        return False
    return ended or bool(VERB.search(RELATIVE.sub("", _first_clause(text[max(start, cut[-1]) :]))))
