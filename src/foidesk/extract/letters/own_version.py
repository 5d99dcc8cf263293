"""What a letter calls itself: an interim or a final answer, in words about this letter and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EARLY = r"interim|provisional|preliminary|draft|initial|partial|vorläufige[nrs]?|erste[nrs]?"
_LATE = r"full and final|final|definitive|abschließende[nrs]?|endgültige[nrs]?"
_ANSWER = r"respon[sc]e|reply|replies|answers?|disclosure|release|return|antwort|auskunft|bescheid"
_FIGURES = r"figures?|numbers?|data|totals?|statistics|zahlen|angaben|daten"
_NAMED = re.compile(
    rf"\b(?:(?:(?P<early>{_EARLY})|(?P<late>{_LATE}))\s+(?:\w+\s+)?(?:{_ANSWER}|{_FIGURES})"
    r"|(?P<compound>zwischen(?:antwort|bescheid|nachricht|auskunft)))\b",
    re.IGNORECASE,
)
_POINTS_HERE = re.compile(
    r"\b(?:this|these|here|hier|dies(?:e|er|es)?)\b|\b(?:attach|enclos|anbei|beigefügt)\w*"
    r"|\bplease (?:see|find)\b|\b(?:i|we) (?:can |now |hereby )?(?:provide|give|send|am sending|are sending)\b"
    r"|^\W*(?:the|our|my|die|unsere)\s*$",
    re.IGNORECASE,
)
"""What makes a name that of this letter: "this is our ...", "please find ...", "the final figures are"."""
_POINTS_AWAY = re.compile(
    r"\b(?:further to|since|after|following on|following (?:our|my|the)|in (?:our|my|the)|with (?:our|my)"
    r"|from (?:our|my)|to (?:our|my)|earlier|previous(?:ly)?|last|will|shall|may|would|hope|expect|intend|until"
    r"|once|when|replac\w+|supersed\w+|instead|was|were|sent|gave|said|wird|werden|wurden?|nach|bis)\b",
    re.IGNORECASE,
)
_AWAITED = re.compile(
    r"^\W*(?:\w+\W+){0,2}(?:will|shall|due|expected|awaited|not|outstanding|pending|follow|follows|being|wird|folgt)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|nicht|keine?)\b[^.]*$", re.IGNORECASE)
_ARE = re.compile(
    rf"\b(?:these|the|all|our|this|die|diese)\s+(?:\w+\s+)?(?:{_FIGURES}|{_ANSWER})"
    r"(?:\s+(?!are\b|is\b|not\b)\w+){0,4}\s+"
    r"(?:(?:is|are|remain|sind|ist)|should be (?:treated|regarded|considered|taken) as)\s+"
    r"(?:still |only |all |noch )?"
    rf"(?:(?P<early>(?:{_EARLY}|vorläufig)\b|subject to (?:change|revision|validation)"
    r"|not (?:yet )?(?:final|validated))"
    r"|(?P<late>(?:now )?(?:final|endgültig)))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?\n,–—]|\b(?:but|and|aber|und)\b")
_QUESTION = re.compile(
    r"^\W*(?:to|on|for|of|zu)\s+(?:your\s+)?(?:question|part|point|item|frage|q)s?\s*(\d{1,2})\b", re.IGNORECASE
)
LONGEST_HEADING = 8


def called(text: str) -> tuple[str, tuple[int, ...], str] | None:
    """ "interim" or "final", the numbers of the questions named, and the words; None if it is neither, or both."""
    found = list(_told(text))
    if len({kind for kind, _, _ in found}) != 1:
        return None
    questions = tuple(dict.fromkeys(number for _, numbers, _ in found for number in numbers))
    named_apart = all(numbers for _, numbers, _ in found)
    return found[0][0], questions if named_apart else (), found[0][2]


def _told(text: str) -> Iterator[tuple[str, tuple[int, ...], str]]:
    for clause in _clauses(text):
        for said in _ARE.finditer(clause):
            yield ("interim" if said["early"] else "final"), (), clause.strip()
        for said in _NAMED.finditer(clause):
            kind = _kind(clause, said)
            if kind:
                question = _QUESTION.match(clause[said.end() :])
                yield kind, (int(question[1]),) if question else (), clause.strip()


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for mark in _CLAUSE.finditer(text):
        yield text[start : mark.start()]
        start = mark.end()
    yield text[start:]


def _kind(clause: str, said: re.Match[str]) -> str:
    """What the name makes of this letter; "" where it is the name of another one, or of one still to come."""
    before, after = clause[: said.start()], clause[said.end() :]
    if _POINTS_AWAY.search(before) or _AWAITED.match(after):
        return ""
    is_alone = not (before + after).strip(" \t*#–-")
    if not (is_alone and len(clause.split()) <= LONGEST_HEADING) and not _POINTS_HERE.search(before):
        return ""
    is_late = bool(said["late"])
    if _NEGATED.search(before):
        return "interim" if is_late else ""
    return "final" if is_late else "interim"
