"""How a body answered: did it refuse, on the ground that the sentence gives, or keep silent?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from foidesk.model import Outcome

from ..evaluate import REFUSED, Bench
from ..grounds import COST, main_section, named_sections, same_section, sections_of
from ..reading import Answer, Group, Reading
from ..stems import stems


def coverage(bench: Bench, asked: Reading) -> Answer:
    """True if every body that the sentence names ended in the way that it says."""
    if asked.predicate in ("has", "among"):
        return _each(bench, asked, _has if asked.predicate == "has" else _is_among)
    marks = [_ended(bench, body, asked) for body in asked.group.ids]
    words = "; ".join(f"{bench.name(body)}: {_words(bench, body)}" for body in asked.group.ids)
    if asked.only and (
        others := [one for one in bench.asked if one not in asked.group.ids and _ended(bench, one, asked)]
    ):
        names = ", ".join(bench.name(one) for one in others)
        return Answer(words=f"so did {names}", kind="truth", is_so=False)
    if asked.threshold is not None:
        n = sum(_ended(bench, one, asked) is True for one in bench.asked)
        words, marks = f"{words}; {n} in all", [*marks, n == asked.threshold.value]
    return Answer(words=words, kind="truth", is_so=_all(marks))


def _all(marks: list[bool | None]) -> bool | None:
    return False if False in marks else None if None in marks else True


def _each(bench: Bench, asked: Reading, one_of: Callable[[Bench, Reading], Answer]) -> Answer:
    """What is said of several bodies holds if it holds of each; with "only", if it holds of no other."""
    found = [one_of(bench, replace(asked, group=Group("listed", (id,)))) for id in asked.group.ids]
    if none := next((one for one in found if one.none), None):
        return none
    words = "; ".join(one.words for one in found)
    is_so = _all([one.is_so for one in found])
    if is_so and asked.only:
        rest = [id for id in bench.asked if id not in asked.group.ids]
        others = [one_of(bench, replace(asked, group=Group("listed", (id,)), only=False)) for id in rest]
        more = [id for id, one in zip(rest, others, strict=True) if one.is_so is not False and not one.none]
        if more:
            return Answer(words=f"so has {', '.join(map(bench.name, more))}", kind="truth", is_so=False)
    return Answer(
        words=words, kind="truth", is_so=is_so, sources=tuple(pair for one in found for pair in one.sources)
    )


def _is_among(bench: Bench, asked: Reading) -> Answer:
    """Is the body one of those that were counted before?"""
    assert asked.other is not None
    (body,) = asked.group.ids
    answer = bench.answer(replace(asked.other, statistic="bodies", group=asked.group, top=0))
    is_so = True if answer.lo >= 1 else False if answer.hi == 0 else None
    return Answer(
        words=f"{bench.name(body)}: {'yes' if is_so else 'no'}",
        kind="truth",
        is_so=is_so if is_so is None or not asked.complement else not is_so,
        sources=answer.sources,
        none=answer.none,
    )


def _has(bench: Bench, asked: Reading) -> Answer:
    body = asked.group.ids[0]
    found = bench.supports(asked.measure, asked.where, "").get(body)
    if found is None:
        return Answer(none=f"{bench.name(body)} did not say")
    (variable, (category,)) = next(iter((name, ids) for name, ids in asked.where.items()))
    is_so = True if found.value.lo > 0 else False if found.value.hi == 0 else None
    label = bench.definition.codebook.variable(variable).label
    said = category if is_so else f"not {category}"
    return Answer(
        words=f"{bench.name(body)}: {label}: {said}",
        kind="truth",
        is_so=is_so,
        sources=tuple((body, id) for id in found.observations),
    )


def _outcomes(bench: Bench, body: str) -> list[Outcome]:
    return [one for one in bench.outcomes if one.body == body]


def _words(bench: Bench, body: str) -> str:
    ends = dict.fromkeys(
        f"{one.outcome}{f' (section {one.section})' if one.section else ''}" for one in _outcomes(bench, body)
    )
    return ", ".join(ends) or "no reply"


def _answered(bench: Bench, body: str) -> bool:
    return any(body in bench.answered(one.id) for one in bench.definition.codebook.measures)


def _ended(bench: Bench, body: str, asked: Reading) -> bool | None:
    ends = {one.outcome for one in _outcomes(bench, body)}
    if asked.predicate == "answered":
        return _answered(bench, body)
    if asked.predicate == "silent":
        return not _answered(bench, body) and ends <= {"no reply"}
    if _answered(bench, body):
        return False if not ends & set(REFUSED) else None
    if not ends & set(REFUSED):
        return False
    return _ground(bench, body, asked.subject)


_BECAUSE = re.compile(
    r"\b(?:because|since|as (?:it|its|they|their|the|this|no)|on (?:the )?grounds?|citing|claiming|arguing|saying|"
    r"due to|owing to|for fear|reason(?:s|ing)?)\b",
    re.IGNORECASE,
)
"""Words that give a reason: one that nobody can look at needs a person."""


def _ground(bench: Bench, body: str, clause: str) -> bool | None:
    """Does the ground that the sentence gives agree with the section relied on?"""
    ends = [one for one in _outcomes(bench, body) if one.outcome in REFUSED]
    if named := named_sections(clause):
        return all(any(same_section(one, end.section) for end in ends) for one in named)
    if COST.search(clause):
        return any(one.outcome == "cost limit" for one in ends) or not all(one.section for one in ends)
    sections = sections_of(frozenset(stems(clause)), bench.definition.body(body).law or bench.definition.law)
    if sections:
        return any(main_section(one.section) in sections for one in ends)
    return None if _BECAUSE.search(clause) else True
