"""What is told behind an accusation or beside a figure, and held against no row: then a person is asked.

"He has been sacked." behind a case; "…, whose manager was convicted, …" between commas; "Only A dismissed staff."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..verdict import Verdict
from .counting import PREDICATES
from .incident import Told
from .sentence import RELATIVE, Sentence
from .traits import ACT, SANCTION, STAGE, traits

_CASE = (
    r"(?:the|this|that|these|those|his|her|their|its|both)\s(?:\w+\s)?(?:cases?|claims?|allegations?|accusations?|charges?|"
    r"complaints?|investigations?|inquir(?:y|ies)|probes?|hearings?|matters?|incidents?|offences?|panel|tribunal|misconduct)"
)
_WHO = re.compile(
    r"\b(?:he|she|they|him|her|them|it|this|that|both|neither|each|the (?:pair|two|man|woman|latter|former|"
    rf"first|second|individual|person|employee|worker|officer|official|suspect|rest|others?)|{_CASE})\b",
    re.IGNORECASE,
)
"""Somebody, or the case, told of in the sentences before."""
BECAME = re.compile(
    r"\b(?:sack(?:ed|ing)|dismiss(?:ed|al)|fired|suspen(?:ded|sion)|resign(?:ed|ation|s)|quit|retired|demoted|disciplined|"
    r"punished|reprimanded|warned|fined|jailed|imprisoned|convicted|charged|arrested|prosecuted|cautioned|cleared|"
    r"exonerated|acquitted|reinstated|re-?hired|guilty|innocent|proven|proved|upheld|substantiated|unfounded|dropped|"
    r"closed|concluded|settled|ended in|found to have|admitted (?:it|to|the|doing)|confessed|"
    r"(?:lost|kept) (?:his|her|their) jobs?|left (?:his|her|their) (?:jobs?|posts?))\b",
    re.IGNORECASE,
)
"""What became of somebody."""
_AGAIN = re.compile(
    r"\b(?:so|nor|neither) (?:too )?(?:did|do|does|was|were|has|have|had)\b|"
    r"\b(?:did|done|do|does) (?:the same|likewise)\b|"
    r"\bfollowed suit\b|\bthe same (?:happened|was true|is true|went for|goes for|applie[sd])\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:happened|occurred|took place|was|were)\s(?:at|in)\s(?:the\s)?$", re.IGNORECASE)
_MOVE = re.compile(
    r"\b(?:cuts?|rais(?:ed|es)|lower(?:ed|s)|reduc(?:ed|es)|doubl(?:ed|es)|halv(?:ed|es)|trebled|tripled|increas(?:ed|es)|"
    r"decreas(?:ed|es)|rose|fell|grew|dropped|shrank)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r",\s(?:who|whose)\b[^,;:]*(?=,)")
_ONLY = re.compile(r"\W*(?:only|no(?:ne| body)? other than|nobody but)\s(?:the\s)?$", re.IGNORECASE)
_REST = re.compile(
    r"\W*(?:all\s)?(?:the|of the)\s(?:rest|others|remainder|remaining\s\w+)\s(?:of them\s)?"
    r"(?:was|were|are|had|have|got|resigned|left|worked|kept)\b",
    re.IGNORECASE,
)
_WHY = "it tells more of the case before; nothing here has looked at that: hold it against the reply, or waive it"
_ASIDE = "what is told between the commas is held against nothing; look at the reply, or waive it"
_UNLOOKED = "nothing here has looked at that: hold it against the replies, or waive it"


def said_after(one: Sentence, last: Told | None) -> Iterator[tuple[int, int, Verdict]]:
    """What became of the person or case told of in the sentences before, or that another did the same."""
    if last is None:
        return
    end = len(one.plain.rstrip(" .,;"))
    start = len(one.plain) - len(one.plain.lstrip())
    kinds = traits(one.lexicon.definition)
    ended = [seen for seen in one.categories if kinds.get(seen.variable) in (SANCTION, STAGE)]
    placed = any(_HAPPENED.search(one.plain[: seen.start]) for seen in one.bodies)
    who = _WHO.search(one.plain)
    if _AGAIN.search(one.plain) or (who and (ended or placed or BECAME.search(one.plain))):
        yield start, end, Verdict("needs a person", "incident", why=_WHY)


def in_commas(one: Sentence, of_cases: frozenset[str]) -> Iterator[tuple[int, int, Verdict]]:
    """The clauses between commas that tell an act, an end, a refusal or a move: "…, which cut evictions, …".

    `of_cases` are the variables of the cases.
    """
    kinds = traits(one.lexicon.definition)
    for found in RELATIVE.finditer(one.text):
        if one.plain[found.start() : found.end()].strip():
            continue
        seen = [each for each in one.lexicon.categories(found[0]) if each.variable in of_cases]
        tells = any(kinds.get(each.variable) in (ACT, SANCTION, STAGE) for each in seen)
        tells = tells or any(
            pattern.search(found[0]) for name, pattern in PREDICATES if name in ("silent", "refused")
        )
        if tells or _MOVE.search(found[0]) or (of_cases and BECAME.search(found[0])):
            lead = len(found[0]) - len(found[0].lstrip(", "))
            yield found.start() + lead, found.end(), Verdict("needs a person", "statement", why=_ASIDE)


def of_the_rest(one: Sentence) -> Iterator[tuple[int, int, Verdict]]:
    """ "Only A dismissed staff.", "The rest were civilians.": of all the others, without a figure."""
    alone = bool(one.bodies) and _ONLY.fullmatch(one.plain[: one.bodies[0].start])
    if alone or _REST.match(one.plain):
        start = len(one.plain) - len(one.plain.lstrip())
        yield start, len(one.plain.rstrip(" .,;")), Verdict("needs a person", "statement", why=_UNLOOKED)


def beside_case(one: Sentence, start: int, end: int, found: Verdict, of_cases: frozenset[str]) -> Verdict:
    """The verdict on an incident; a person says whether it holds where it tells more between commas."""
    told = [(first, last) for first, last, _ in in_commas(one, of_cases)]
    told += [who.span() for who in _SOMEBODY.finditer(one.text) if not one.plain[slice(*who.span())].strip()]
    inside = any(start <= first and last <= end for first, last in told)
    if not inside or found.verdict != "supported":
        return found
    return replace(found, verdict="needs a person", why=f"a case agrees, but {_ASIDE}", first=found.verdict)
