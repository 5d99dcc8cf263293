"""Answers in words about the body itself: "Do you publish a list?" "Not currently." One body is one case.

A measure that counts the bodies themselves (`each`) and a question for one variable: the answer is yes or no, or
names a category. Words that leave it open are one of a set, or wait to be coded; nothing is taken as no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foidesk.model.bodies import Question
from foidesk.model.codebook import Measure, Variable
from foidesk.model.codec import digest
from foidesk.model.observations import Observation, OneOf
from foidesk.words.normal import normalise

from ..basis.found import Found, together
from ..basis.ground import Ground
from ..basis.measure import amount
from ..basis.pieces import Piece
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..sentences.over import Sentence

YES, NO = "yes", "no"
_YES = re.compile(r"\W*(?:yes\b|we do\b(?!\s+not)|it does\b(?!\s+not))", re.IGNORECASE)
_NO = re.compile(
    r"\W*(?:[a-h][.)]\s*)?(?:no|none|not|n/a|nil)\b"
    r"|^[^.;]{0,80}?\b(?:do(?:es)?\s+not|don['’]?t|doesn['’]?t|have\s+not|has\s+not|is\s+not|are\s+not)\b"
    r"|\bno\s+(?:[\w’'-]+\s+){1,4}?(?:is|are|was|were|used|published|held|kept)\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:but|however|although|though|except|only|partial\w*|some|future|consider\w*|develop\w*|evaluat\w*|"
    r"working on|look(?:ing)? (?:to|at|in|into)|review\w*|introduc\w*|plan\w*)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\W*(?:(?:please\s+)?(?:see|visit|refer\s+to|siehe)|(?:this\s+is\s+|it\s+is\s+)?(?:available|published)(?:\s+(?:at|on|here|via))?"
    r"|link|here|unter)?\W*(?:(?:https?://|www\.)\S+\s*){1,3}\W*",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"\b(?:publish\w*|on\s?line|website|web|internet|veröffentlich\w*)\b", re.IGNORECASE)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about the body itself, with the sentences that answer it."""

    question: Question
    measure: Measure
    variable: Variable
    answer: tuple[Sentence, ...]


def said_of_body(ground: Ground, sentences: Sequence[Sentence], refused: frozenset[str]) -> Found:
    """The answers in words to questions about the body itself."""
    asked = [one for one in _asked(ground, sentences) if one.question.id not in refused]
    return together(_found(ground, one) for one in asked)


def is_asked_of_body(ground: Ground, question: str) -> bool:
    """True for a question about the body itself."""
    return any(one.id == question and _measure(ground, one) is not None for one in ground.context.questions)


def _asked(ground: Ground, sentences: Sequence[Sentence]) -> list[Asked]:
    out = []
    for question in ground.context.questions:
        measure, mine = _measure(ground, question), [s for s in sentences if s.over.question == question.id]
        if measure is not None and mine:
            variable = ground.context.codebook.variable(question.variables[0])
            out.append(Asked(question, measure, variable, tuple(mine)))
    return out


def _measure(ground: Ground, question: Question) -> Measure | None:
    """The measure of a question that asks for one variable of the body itself."""
    if len(question.measures) != 1 or len(question.variables) != 1:
        return None
    measure = ground.context.codebook.measure(question.measures[0])
    return measure if measure.each else None


def _found(ground: Ground, asked: Asked) -> Found:
    where, sure = _where(ground, asked)
    first = asked.answer[0].piece
    made = _observation(ground, asked, first, where, rules.IN_WORDS.name if sure else "")
    if sure or not where.categories:
        return Found((made,))
    words = " ".join(first.text.split())[:160]
    names = " or ".join(asked.variable.category(id).label for id in where.categories)
    choice = confirm(ground, f"Does this say {names}? “{words}”", (made,), [made.places["value"]])
    return Found(tuple(under(ground, (made,), choice)), choices=(choice,))


def _where(ground: Ground, asked: Asked) -> tuple[OneOf, bool]:
    """What the answer says, and whether its words leave nothing open."""
    text, first = "\n".join(one.text for one in asked.answer), asked.answer[0].text
    phrase = " ".join(first.split())[:LONGEST]
    ids = {one.id for one in asked.variable.categories}
    polar = YES if _YES.match(first) or _shows_it(asked, text) else NO if _NO.search(first) else ""
    named = _named(ground, asked, text) - {YES, NO}
    if polar not in ids:
        polar = ""
    if len(named) == 1 and not (polar == YES and YES in ids):
        return OneOf(tuple(named), phrase), not (polar == NO and YES in ids)
    if named:
        return OneOf((*named, polar) if polar else tuple(named), phrase), False
    denied = _named(ground, asked, text, denied=True) - {YES, NO, *named}
    if polar == NO and YES not in ids and denied:  # "No – an Excel workbook"
        return OneOf((NO, *denied), phrase), False
    sure = polar == YES or (polar == NO and not _BUT.search(text))
    return OneOf((polar,) if polar else (), phrase), sure or not polar


def _shows_it(asked: Asked, text: str) -> bool:
    """True for an address and no more, where the question is whether something is published: there it stands."""
    return _ONLINE.search(asked.question.text) is not None and _LINK.fullmatch(text.strip()) is not None


def _named(ground: Ground, asked: Asked, text: str, denied: bool = False) -> set[str]:
    """The categories that the words name, without those of which a narrower one is named."""
    hits = [hit for hit in ground.matchers[asked.variable.id].find(text) if denied or not hit.negated]
    whole = ground.matchers[asked.variable.id].match(normalise(text))
    found = {id for hit in hits for id in hit.where.categories} | set(whole.categories if whole else ())
    return {id for id in found if not any(o != id and o in asked.variable.leaves(id) for o in found)}


def _observation(ground: Ground, asked: Asked, piece: Piece, where: OneOf, rule: str) -> Observation:
    place = ground.locator(piece)
    spans = [(span.part, span.start, span.end) for span in piece.spans]
    return Observation(
        digest(ground.document, "of the body", spans, asked.variable.id), ground.context.body, ground.document,
        asked.measure.id, amount(1, asked.measure), "case row", {asked.variable.id: where},
        table=f"answer to question {asked.question.id}", row=0, accepted_by=rule or "",
        places={"value": place, "row": place, f"where:{asked.variable.id}": place},
    )  # fmt: skip
