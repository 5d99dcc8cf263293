"""How the letter answers each question: given, refused under a section, not held ... in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foidesk.errors import UnknownName
from foidesk.law import AccessLaw, OutcomeSeen, law, outcomes
from foidesk.model.observations import StatusSeen

from .ground import Ground
from .letter import Sentence

_SUPPOSES = re.compile(r"\W*(?:if|where|when|should|in the event)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:your request|this (?:letter|notice|response)|the information (?:you )?requested)\b", re.IGNORECASE
)
ENDS = ("refused", "not held", "cost limit", "neither confirm nor deny")


def law_of(ground: Ground) -> AccessLaw | None:
    """The access law of the request, if it is one that foidesk knows."""
    try:
        return law(ground.context.law) if ground.context.law else None
    except UnknownName:
        return None


def statuses(ground: Ground, sentences: Sequence[Sentence]) -> tuple[StatusSeen, ...]:
    """Every outcome that a sentence states, once for each question, section and outcome."""
    act = law_of(ground)
    seen: dict[tuple[str, str, str], StatusSeen] = {}
    for sentence in sentences:
        for status in _statuses(ground, sentence, act):
            seen.setdefault((status.question, status.outcome, status.section), status)
    return tuple(seen.values())


def _statuses(ground: Ground, sentence: Sentence, act: AccessLaw | None) -> Iterator[StatusSeen]:
    if _SUPPOSES.match(sentence.text):
        return
    for found in outcomes(sentence.text, act):
        named = _named_question(ground, sentence.text)
        question = named or ("" if _WHOLE.search(sentence.text) else sentence.over.question)
        piece = sentence.piece.cut(found.start, found.end)
        yield StatusSeen(question, _of_question(found, named), found.section, found.act, ground.locator(piece))


def _of_question(found: OutcomeSeen, named: str) -> str:
    """A part of the letter withheld under a section is, for the question that asks for that part, a refusal."""
    return "refused" if named and found.outcome == "partial" and found.section else found.outcome


def _named_question(ground: Ground, text: str) -> str:
    """The question that a sentence speaks of by the name of what it asks: "the names of the hospitals"."""
    asked = {hit.id for hit in ground.headings.caption(text) if hit.kind == "variable"}
    by_variable = {q.id for q in ground.context.questions if asked & set(q.variables)}
    return by_variable.pop() if len(by_variable) == 1 else ""


def refuses(found: Sequence[StatusSeen]) -> bool:
    """True if the letter as a whole ends without an answer."""
    whole = {status.outcome for status in found if not status.question}
    return bool(whole & set(ENDS)) and not any(status.outcome in ("full", "partial") for status in found)


def unanswered(found: Sequence[StatusSeen]) -> frozenset[str]:
    """The questions that the letter says it does not answer."""
    return frozenset(status.question for status in found if status.question and status.outcome in ENDS)
