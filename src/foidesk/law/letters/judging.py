"""What the readings of a letter come to on a question: how likely each outcome is, by what all say of it.

`benchmarks/letters/train.py` fits the weights on letters of hands that the second and third reading have not seen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from .folding import QuestionSeen
from .seen import REPLIES, FirstReading
from .text import LetterText
from .weights import judge

LEAST = 1e-3
"""A share below this tells no more than this one."""


def evidence(
    question: int,
    first: FirstReading,
    letter: LetterText,
    events: Mapping[str, float],
    outcomes: Mapping[str, float],
    third: Mapping[str, float],
) -> dict[str, float]:
    """What the readings say that bears on a question, by name: the first one's words, the second one's shares,
    and what the third one heard.
    """
    seen = _of(question, first.seen.outcomes)
    answer = _of(question, first.answers or first.seen.outcomes)
    reply = sum(share for name, share in events.items() if set(name.split("+")) & set(REPLIES))
    as_reply = bool(set(first.seen.names) & set(REPLIES))
    found = {f"second: {name}": _log(share) for name, share in outcomes.items()}
    found |= {
        "second: reply": _log(reply),
        "second: no reply": _log(1 - reply),
        "second: clear": max(events.values()),
    }
    found |= {f"second: {name}": events.get(name, 0.0) for name in STEPS}
    found |= {f"first: {seen.outcome}": 1.0, f"first, as a reply: {answer.outcome}": 1.0}
    found |= {f"first, sure: {seen.outcome}": float(seen.sure), f"first, firm: {seen.outcome}": float(seen.firm)}
    found |= {f"states: {kind}": 1.0 for kind in seen.kinds}
    found |= {"first: reply": float(as_reply), "first, sure: reply": float(as_reply and first.seen.sure)}
    found |= {"first: open": float(first.open), "states: several": float(len(seen.kinds) > 1)}
    many = len(first.seen.outcomes)
    return found | dict(third) | {
        "questions": float(many), "one question": float(many == 1),
        "data": float(bool(letter.data)), "rows": float(bool(letter.rows)),
    }  # fmt: skip


STEPS = ("retraction", "extended", "part reply", "review outcome", "clarification asked", "portal", "correction")
"""Letters of which some questions are answered and others not."""


def _of(question: int, outcomes: tuple[QuestionSeen, ...]) -> QuestionSeen:
    return next((one for one in outcomes if one.question == question), QuestionSeen(question, "none"))


def _log(share: float) -> float:
    return math.log(max(share, LEAST))


def shares(
    question: int,
    first: FirstReading,
    letter: LetterText,
    events: Mapping[str, float],
    outcomes: Mapping[str, float],
    third: Mapping[str, float],
) -> dict[str, float]:
    """How likely each outcome of the question is, the likeliest first."""
    found = judge("outcomes").shares(evidence(question, first, letter, events, outcomes, third))
    return dict(sorted(found.items(), key=lambda one: -one[1]))
