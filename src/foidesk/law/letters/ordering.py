"""Statements without a question of their own, placed by the order of the letter and by what is still open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from .statements import NEGATIVE, Statement
from .topics import Topics

MANY = 5
"""So many answers without a question are not tried in every order."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with the questions it speaks of; `by`: number, words, row, back, whole, order, guess or ""."""

    said: Statement
    questions: tuple[int, ...]
    by: str

    @property
    def negative(self) -> bool:
        return self.said.kind in (*NEGATIVE, "elsewhere")


def in_order(found: list[Placed], topics: Topics, waiting: frozenset[int]) -> list[Placed]:
    """The statements, those without a question given the questions that nothing else answers, where that fits."""
    count = len(topics.questions)
    found = _loosened(_yes(found, topics))
    answered = {number for one in found for number in one.questions if one.by != "whole"} | waiting
    open_ = [number for number in range(1, count + 1) if number not in answered]
    loose = [at for at, one in enumerate(found) if _is_loose(one)]
    heads = [at for at in loose if not _continues(found, at)]
    pairs = _pairs(found, loose, open_, topics) or _pairs(found, heads, open_, topics)
    pairs = pairs or dict(_between_all(found, open_, count, waiting, bool(answered)))
    placed = [
        replace(one, questions=(pairs[at],), by="order") if at in pairs else one for at, one in enumerate(found)
    ]
    return [_guessed(one, open_, pairs) if one.by == "loose" else one for one in placed]


def _loosened(found: list[Placed]) -> list[Placed]:
    """The statements; beside answers to named questions, "we do not collect nationality" is of another one."""
    told = any(one.by in ("words", "number") for one in found)
    return [replace(one, questions=(), by="loose") if told and _is_vague(one) else one for one in found]


def _is_vague(one: Placed) -> bool:
    return one.by == "whole" and one.said.kind == "not held" and not one.said.whole and not one.said.sections


_YES = re.compile(r"\W*(?:yes|no|ja|nein)\b\W*(?:$|[,.;:])", re.IGNORECASE)


def _yes(found: list[Placed], topics: Topics) -> list[Placed]:
    """The statements, a bare yes or no given to the only question that it can answer."""
    named = {number for one in found for number in one.questions if one.by != "whole"}
    open_ = [n for n in range(1, len(topics.questions) + 1) if n not in named and topics.yes_or_no(n)]
    bare = [one for one in found if not one.questions and _YES.match(one.said.words)]
    if len(open_) != 1 or len(bare) != 1:
        return found
    return [replace(one, questions=(open_[0],), by="order") if one is bare[0] else one for one in found]


def _is_loose(one: Placed) -> bool:
    return not one.questions and (one.by == "loose" or one.said.kind in ("full", "nil"))


def _continues(found: Sequence[Placed], at: int) -> bool:
    """True for the second figure of a sentence whose first is an answer: "£18,400 and £51,000"."""
    before = found[at - 1] if at else None
    return before is not None and before.said.clause.sentence == found[at].said.clause.sentence


def _pairs(found: Sequence[Placed], loose: Sequence[int], open_: Sequence[int], topics: Topics) -> dict[int, int]:
    """As many answers as open questions: the one way in which they fit, their order first; else nothing."""
    if not loose or len(loose) != len(open_) or len(loose) > MANY:
        return {}
    if len(loose) == 1 and not _amid(found, loose[0], open_[0]):
        return {}
    fitting = [way for way in permutations(open_) if _fits(found, loose, way, topics)]
    if not fitting or (fitting[0] != tuple(open_) and len(fitting) > 1):
        return {}
    return dict(zip(loose, fitting[0], strict=True))


def _fits(found: Sequence[Placed], loose: Sequence[int], way: Sequence[int], topics: Topics) -> bool:
    return all(
        topics.fits(found[at].said.clause.text, number)
        and not (
            found[at].said.kind == "nil" and topics.kinds[number - 1] & {"nature", "reason", "rank", "document"}
        )
        for at, number in zip(loose, way, strict=True)
    )


def _amid(found: Sequence[Placed], at: int, number: int) -> bool:
    """True if what stands before it answers no later question, or it is a refusal: those stand anywhere."""
    if found[at].said.kind in NEGATIVE:
        return True
    early = [one for one in found[:at] if one.by != "whole" and any(other > number for other in one.questions)]
    late = [one for one in found[at + 1 :] if one.by != "whole" and any(0 < o < number for o in one.questions)]
    return not early and not late


def _guessed(one: Placed, open_: Sequence[int], pairs: dict[int, int]) -> Placed:
    """A refusal of something that we did not name: perhaps of all that is open."""
    rest = tuple(number for number in open_ if number not in pairs.values())
    return replace(one, questions=rest, by="guess") if rest else one


def _between_all(
    found: Sequence[Placed], open_: Sequence[int], count: int, waiting: frozenset[int], some: bool
) -> Iterator[tuple[int, int]]:
    """Figures of one sentence that stand between the answers to the neighbour questions."""
    claims: dict[int, list[int]] = {}
    for number in open_:
        gap = [
            at for at, one in enumerate(found) if _is_figure(one) and _between(found, at, number, count, waiting)
        ]
        if gap and some and _is_one(found, gap):
            for at in gap:
                claims.setdefault(at, []).append(number)
    yield from ((at, numbers[0]) for at, numbers in claims.items() if len(numbers) == 1)


def _is_figure(one: Placed) -> bool:
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
