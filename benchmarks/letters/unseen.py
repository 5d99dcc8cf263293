"""Hands read by models that saw no letter of them: what the weighing of all readings is fitted on.

Where a hand is left out of the weighing (`folds.py`), the models that read the other hands have seen it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fitting import valued
from train import LATER, Letter, letters, second, third

from foidesk.law.letters import answering, judging
from foidesk.law.letters import second as reading
from foidesk.law.letters.answering import heard
from foidesk.law.letters.judging import evidence
from foidesk.law.letters.weights import Weighed, judged, parsed

TOGETHER = 0.03
"""How freely the weights of all readings together follow the letters: those are few."""


@dataclass(frozen=True)
class Row:
    """What the readings say of a question of a hand that they had not seen, and how it is labelled."""

    values: Mapping[str, float]
    label: str


def read_by(hand: str, together: Weighed) -> None:
    """From here letters are read by the models that saw no letter of the hand, and weighed so."""
    models = {what: parsed(second(what, (hand,))) for what in ("events", "outcomes")}
    states, links = parsed(third("states", (hand,))), judged(third("links", (hand,)))
    reading.weights = models.__getitem__  # type: ignore[assignment]
    judging.judge = lambda _: together  # type: ignore[assignment]
    answering.weights = lambda *_: states  # type: ignore[assignment]
    answering.judge = lambda *_: links  # type: ignore[assignment]


@cache
def rows(hand: str) -> tuple[Row, ...]:
    """Every question of a hand."""
    return tuple(_rows(hand))


def _rows(hand: str) -> Iterator[Row]:
    events, outcomes = (parsed(second(what, (hand,))) for what in ("events", "outcomes"))
    states, links = parsed(third("states", (hand,))), judged(third("links", (hand,)))
    for letter in _of(hand):
        of_event, by_clause = events.shares(letter.tokens), heard(letter.passages, states, links)
        for one in letter.label.get("outcome", ()):
            number = one["question"]
            said = outcomes.shares(letter.questions[number])
            third_of = by_clause[number - 1]
            yield Row(evidence(number, letter.first, letter.text, of_event, said, third_of), one["outcome"])


def _of(hand: str) -> Sequence[Letter]:
    return [one for one in letters() if one.hand == hand]


@cache
def both(without: tuple[str, ...] = ()) -> str:
    """The file of what all readings come to."""
    found = [row for hand in LATER if hand not in without for row in rows(hand)]
    return valued([row.values for row in found], [row.label for row in found], TOGETHER)


def files(without: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every file of weights by its name."""
    for what in ("events", "outcomes"):
        yield f"second-{what}.tsv", second(what, without)
    for what in ("states", "links"):
        yield f"third-{what}.tsv", third(what, without)
    yield "both-outcomes.tsv", both(without)
