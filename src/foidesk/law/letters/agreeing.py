"""Where all readings agree so clearly that nobody need look, and where a ground beside an answer says: look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..acts import AccessLaw
from .folding import QuestionSeen
from .grounds import grounds
from .seen import FirstReading
from .statements import NEGATIVE
from .tokens import Passages

AGREED = 0.90
"""On `tenth-b` and `tenth-opened`, where it was chosen, 26 of 26 answers asked about were right with it."""
CLEARLY = 0.80
"""So much must the second reading give an outcome that no sentence states by a phrase."""
HEARD = 0.60
_CODE = re.compile(r"\b(?:sections?|§+) ?\d{4}\.\d{2,}\b", re.IGNORECASE)
_NOT_RELIED = re.compile(
    r"\b(?:not|no|nor|never|without|rather than|nicht|kein\w*)\b[^.;]{0,60}\b(?:rel(?:y|ied|ying)|appl\w+|"
    r"engag\w+|use[ds]?|invok\w+|need\w*|exempt\w*|section|regulation|beruf\w+)\b",
    re.IGNORECASE,
)
""" "We have not relied on section 12": no ground of anything."""


def agreed(
    first: QuestionSeen, found: Mapping[str, float], said: Mapping[str, float], third: Mapping[str, float]
) -> str:
    """The outcome that all together give nearly the whole share, as the phrases and another have it; "" if none.

    `first`: as the phrases have it; `found`: all together, the likeliest first; `said`, `third`: the other two.
    No sentence may state another outcome. Silence is never agreed on.
    """
    best, share = next(iter(found.items()))
    if best == "none" or share < AGREED or not set(first.kinds) <= {best} or first.outcome != best:
        return ""  # weights alone state nothing: "You said that we kept 14 hives"
    prefix = "third: share "
    heard = {name.removeprefix(prefix): one for name, one in third.items() if name.startswith(prefix)}
    told = max(said, key=said.__getitem__) == best
    of_third = max(heard, key=heard.__getitem__, default="") == best
    if first.kinds:
        return best if told or (of_third and heard[best] >= HEARD) else ""
    return best if said[best] >= CLEARLY and of_third else ""


def names_ground(one: QuestionSeen, passages: Passages, law: AccessLaw | None) -> bool:
    """True for an answer in full, or of nought, beside whose words a ground to refuse is named: a person looks."""
    if one.outcome not in ("full", "nil"):
        return False
    beside = (text for text in _beside(one, passages) if not _NOT_RELIED.search(text))
    return any(grounds(text, law) or _CODE.search(text) for text in beside)


def refuses_beside(one: QuestionSeen, first: FirstReading) -> bool:
    """True for a refusal of a question that a figure before it answers: it may be of some of it alone."""
    raw = next((each for each in first.seen.outcomes if each.question == one.question), one)
    kinds = [kind for kind in raw.kinds if kind in ("full", "refused")]
    return one.outcome == "refused" and kinds == ["full", "refused"]


def _beside(one: QuestionSeen, passages: Passages) -> Iterator[str]:
    """The sentences of the answer, and those that follow it in its paragraph and speak of no other question."""
    block = -1
    for clause, about, under in passages.placed:
        words = bool(one.words) and (one.words in clause.sentence or clause.sentence in one.words)
        if words or (under and one.question in about):
            block = clause.block
            yield clause.sentence
        elif clause.block == block and not about:
            yield clause.sentence
        else:
            block = -1


def of_one_sentence(outcomes: tuple[QuestionSeen, ...], first: FirstReading) -> tuple[QuestionSeen, ...]:
    """A refusal that one sentence states of several questions, sure of one of them, is sure of the others too.

    Not where anything else is said of the question, nor where all readings together hear something else of it.
    """
    read = {one.question: one for one in first.seen.outcomes}
    sure = {(one.outcome, one.sections, one.words) for one in outcomes if one.sure and one.outcome in NEGATIVE}
    found = []
    for one in outcomes:
        mine = read.get(one.question, one)
        same_ = (mine.outcome, mine.sections, mine.words) in sure and mine.kinds == (mine.outcome,)
        same_ = same_ and one.suggested.outcome in (mine.outcome, "refused", "none")
        found.append(mine if not one.sure and mine.sure and mine.sections and same_ else one)
    return tuple(found)


def silent(outcomes: tuple[QuestionSeen, ...]) -> tuple[QuestionSeen, ...]:
    """A reply that would answer no question at all is not understood: silence is doubtful of each."""
    silent = all(one.outcome == "none" and one.sure for one in outcomes)
    return tuple(replace(one, sure=False) for one in outcomes) if silent else outcomes
