"""How a body answered: did it refuse, on the ground that the sentence gives, or keep silent?"""

from __future__ import annotations

import re

from foidesk.law import laws
from foidesk.model import Outcome

from ..evaluate import REFUSED, Bench
from ..reading import Answer, Reading
from ..stems import stems

_COST = re.compile(
    (
        r"\b(?:cost|costs|costly|expensive|too (?:long|much)|search(?:ed|ing)?|by hand|hours|time "
        r"limit|too many hours)\b"
    ),
    re.IGNORECASE,
)
"""The ground of a refusal is what the search would cost."""


def coverage(bench: Bench, asked: Reading) -> Answer:
    """True if every body that the sentence names ended in the way that it says."""
    if asked.predicate == "has":
        return _has(bench, asked)
    marks = [_ended(bench, body, asked) for body in asked.group.ids]
    words = "; ".join(f"{bench.name(body)}: {_words(bench, body)}" for body in asked.group.ids)
    is_so = False if False in marks else None if None in marks else True
    return Answer(words=words, kind="truth", is_so=is_so)


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


def _ground(bench: Bench, body: str, clause: str) -> bool | None:
    """Does the ground that the sentence gives agree with the section relied on?"""
    ends = [one for one in _outcomes(bench, body) if one.outcome in REFUSED]
    cost = any(one.outcome == "cost limit" for one in ends)
    said = frozenset(stems(clause))
    sections = _sections(bench, body, said)
    if sections and not _COST.search(clause):
        return any(_main(one.section) in sections for one in ends)
    if _COST.search(clause):
        return cost or not all(one.section for one in ends)
    return True


def _main(section: str) -> str:
    found = re.match(r"\d+[A-Z]?", section)
    return found[0] if found else ""


def _sections(bench: Bench, body: str, said: frozenset[str]) -> frozenset[str]:
    """The sections of the body's law whose titles the clause names."""
    law = bench.definition.body(body).law or bench.definition.law
    known = next((one for one in laws() if one.id == law), None)
    if known is None:
        return frozenset()
    found = set()
    for one in known.exemptions:
        keys = [frozenset(stems(words)) - {"inform", "prejudic"} for words in (one.title, *one.words)]
        if any(len(key) > 1 and key <= said for key in keys):
            found.add(_main(one.section))
    return frozenset(found)
