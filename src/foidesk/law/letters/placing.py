"""Which questions each statement of a letter speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .pieces import Clause
from .statements import NEGATIVE, Statement
from .topics import Topics

_POINTS_BACK = re.compile(
    r"\W*(?:they|these|those|it|this|that|both|such|the same|of (?:them|these|those)|exempt|portions|parts|diese|"
    r"dies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with the questions it speaks of; `by`: number, words, row, back, whole, order, guess or ""."""

    said: Statement
    questions: tuple[int, ...]
    by: str

    @property
    def negative(self) -> bool:
        return self.said.kind in (*NEGATIVE, "elsewhere")


def place(
    said: Sequence[tuple[Clause, Statement | None]], topics: Topics, waiting: frozenset[int]
) -> list[Placed]:
    """Every statement with its questions. A clause without statement still tells what the next points back to."""
    complete = _numbered(said, len(topics.questions))
    found: list[Placed] = []
    before = Before()
    for clause, one in said:
        own, by = _own(clause, one, topics, complete)
        if not own and one is not None:
            own, by = _otherwise(clause, one, topics, before)
        if one is not None:
            found.append(Placed(one, own, by))
        before = before.then(clause, own if by != "whole" else ())
    return _in_order(found, len(topics.questions), waiting)


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentence before (or the same one so far) spoke of."""

    sentence: str = ""
    block: int = -1
    questions: tuple[int, ...] = ()

    def then(self, clause: Clause, questions: tuple[int, ...]) -> Before:
        """After one more clause: questions of one sentence add up, a sentence that names none changes nothing."""
        if clause.sentence == self.sentence:
            return Before(clause.sentence, clause.block, tuple(dict.fromkeys((*self.questions, *questions))))
        return Before(clause.sentence, clause.block, questions or (self.questions if self.near(clause) else ()))

    def near(self, clause: Clause) -> bool:
        return clause.block - self.block in (0, 1)


def _numbered(said: Sequence[tuple[Clause, Statement | None]], count: int) -> bool:
    """True if the letter's own numbering names every question."""
    return {number for clause, _ in said for number in (*clause.asked, *clause.over)} >= set(range(1, count + 1))


def _own(clause: Clause, one: Statement | None, topics: Topics, complete: bool) -> tuple[tuple[int, ...], str]:
    """The questions that the clause itself names, by number or in words."""
    if clause.asked:
        return clause.asked, "number"
    about = topics.best(clause.text) if one is not None and one.kind in NEGATIVE else topics.about(clause.text)
    about = about or topics.about(clause.text)
    if clause.over and (complete or not about or set(about) & set(clause.over)):
        return clause.over, "number"
    if one is not None and one.whole and one.kind in NEGATIVE and len(about) != 1:
        return tuple(range(1, len(topics.questions) + 1)), "whole"
    return about, "words" if about else ""


def _otherwise(clause: Clause, one: Statement, topics: Topics, before: Before) -> tuple[tuple[int, ...], str]:
    """For a statement that names no question: what stood before it, else the request as a whole."""
    every = tuple(range(1, len(topics.questions) + 1))
    if one.kind == "upheld":
        return every, "whole"
    if one.kind not in (*NEGATIVE, "elsewhere"):
        around = topics.best(clause.sentence) if _POINTS_BACK.match(clause.text) else ()
        return around, "near" if around else ""
    same = before.sentence == clause.sentence
    around = topics.about(clause.sentence)
    if around and not one.whole:
        return around, "back"
    if before.questions and before.near(clause) and (same or one.sections or _POINTS_BACK.match(clause.text)):
        return before.questions, "back"
    return every, "whole"


def _in_order(found: list[Placed], count: int, waiting: frozenset[int]) -> list[Placed]:
    """A figure without a question belongs to the one question that is missing between its neighbours."""
    answered = {number for one in found for number in one.questions if one.by != "whole"} | waiting
    placed = list(found)
    claims: dict[int, list[int]] = {}
    for number in (one for one in range(1, count + 1) if one not in answered):
        gap = [
            at for at, one in enumerate(found) if _is_loose(one) and _between(found, at, number, count, waiting)
        ]
        if gap and answered and _is_one(found, gap):
            for at in gap:
                claims.setdefault(at, []).append(number)
    for at, numbers in claims.items():
        if len(numbers) == 1:
            placed[at] = replace(found[at], questions=(numbers[0],), by="order")
    return placed


def _is_loose(one: Placed) -> bool:
    return not one.questions and one.said.kind in ("full", "nil")


def _is_one(found: Sequence[Placed], gap: Sequence[int]) -> bool:
    """All of one sentence, side by side."""
    return len({found[index].said.clause.sentence for index in gap}) == 1 and gap[-1] - gap[0] == len(gap) - 1


def _between(found: Sequence[Placed], index: int, number: int, count: int, waiting: frozenset[int]) -> bool:
    """The neighbour question before is answered before this place, and the one after it behind it."""
    before = [one for one in found[:index] if number - 1 in one.questions and one.by != "whole"]
    after = [one for one in found[index + 1 :] if number + 1 in one.questions and one.by != "whole"]
    early = [one for one in found[:index] if number + 1 in one.questions and one.by != "whole"]
    started = number == 1 or bool(before) or number - 1 in waiting
    return started and (number == count or bool(after) or number + 1 in waiting) and not early
