"""What a letter is: a yes or no for each kind of event, since one letter can be two things at once.

What the phrases, the words of the whole letter, its sentences and the answers to its questions say is weighed for
each kind by itself; the sets of kinds are then as likely as their yeses and noes together. Fitted on hands that
none of the readings had seen (`benchmarks/letters/train.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from .seen import EVENTS, FirstReading
from .text import LetterText
from .weights import Weighed, judge

LEAST = 1e-3
NEARLY = 1e-6
TWICE = 2
ALONE = ("not a reply", "bounce", "regulator")
"""A letter that is one of these is nothing else."""
EITHER = {"part reply", "final reply"}
"""An answer is whole or in part."""


def _sets() -> tuple[tuple[str, ...], ...]:
    pairs = (pair for pair in combinations(EVENTS, 2) if set(pair) != EITHER and not set(pair) & set(ALONE))
    return (*((one,) for one in EVENTS), *pairs)


SETS = _sets()
"""What a letter can be: one kind or two."""


def evidence(
    first: FirstReading,
    letter: LetterText,
    events: Mapping[str, float],
    outcomes: Sequence[Mapping[str, float]],
    third: Sequence[Mapping[str, float]],
    told: Mapping[str, float],
) -> dict[str, float]:
    """What all readings say of what the letter is, by name."""
    found = dict(told)
    for kind in EVENTS:
        share = sum(of for name, of in events.items() if kind in name.split("+"))
        found |= {f"second: {kind}": _log(share), f"second, not: {kind}": _log(1 - share)}
        found[f"worded: {kind}"] = min(first.worded.get(kind, 0), TWICE)
        found[f"hinted: {kind}"] = float(kind in first.hinted)
        named = kind in first.seen.names
        found |= {f"first: {kind}": float(named), f"first, sure: {kind}": float(named and first.seen.sure)}
        found[f"step: {kind}"] = float(first.step is not None and kind in first.step.names)
    return found | _answers(first, outcomes, third) | {
        "auto": float(letter.auto), "data": float(bool(letter.data)), "report": float(letter.report),
        "open": float(first.open), "length": math.log(1 + len(letter.text)),
    }  # fmt: skip


def _answers(
    first: FirstReading, outcomes: Sequence[Mapping[str, float]], third: Sequence[Mapping[str, float]]
) -> dict[str, float]:
    """How many of the questions each reading sees answered."""
    said = first.answers or first.seen.outcomes
    answered = [float(one.outcome != "none") for one in said]
    given = [float(one.outcome in ("full", "nil", "partial")) for one in said]
    second = [1 - one.get("none", 0.0) for one in outcomes]
    heard = [1 - math.exp(one["third: none"]) for one in third if "third: none" in one]
    return (
        _summed("first", answered)
        | _summed("second", second)
        | _summed("third", heard)
        | {
            "given": _mean(given),
            "sections": float(any(one.sections for one in said)),
            "questions": float(len(first.seen.outcomes)),
        }
    )


def _summed(who: str, shares: Sequence[float]) -> dict[str, float]:
    return {
        f"{who}, answered": _mean(shares),
        f"{who}, least": min(shares, default=0.0),
        f"{who}, most": max(shares, default=0.0),
    }


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / (len(shares) or 1)


def kinds(values: Mapping[str, float], weights: Weighed | None = None) -> dict[str, float]:
    """How likely the letter is of each kind, whatever else it is."""
    return (weights or judge("events")).each(values)


def together(each: Mapping[str, float]) -> dict[tuple[str, ...], float]:
    """How likely the letter is just this set of kinds, the likeliest set first."""
    no = sum(math.log(_within(1 - share)) for share in each.values())
    known = [some for some in SETS if set(some) <= set(each)]
    sums = {some: no + sum(_odds(each[kind]) for kind in some) for some in known}
    most = max(sums.values())
    raised = {some: math.exp(one - most) for some, one in sums.items()}
    whole = sum(raised.values())
    return dict(sorted(((some, one / whole) for some, one in raised.items()), key=lambda one: -one[1]))


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    return set(one) == set(other)


def _odds(share: float) -> float:
    return math.log(_within(share)) - math.log(_within(1 - share))


def _within(share: float) -> float:
    return min(max(share, NEARLY), 1 - NEARLY)


def _log(share: float) -> float:
    return math.log(max(share, LEAST))
