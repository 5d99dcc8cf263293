"""Hands read by models that saw no letter of them: what the weighing of all readings is fitted on.

Where a hand is left out of the weighing (`folds.py`), the models that read the other hands have seen it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fitting import each_valued, valued
from train import LATER, Letter, letters, second, third

from foidesk.law.letters import EVENTS, answering, judging, steps
from foidesk.law.letters import kinds as of_kinds
from foidesk.law.letters import second as reading
from foidesk.law.letters.answering import heard
from foidesk.law.letters.judging import evidence
from foidesk.law.letters.weights import Weighed, judged, parsed

TOGETHER, EACH = 0.03, 0.1
"""How freely the weights of all readings together follow the letters: those are few."""


@dataclass(frozen=True)
class Row:
    """What the readings say of a question of a hand that they had not seen, and how it is labelled."""

    values: Mapping[str, float]
    label: str


@dataclass(frozen=True)
class Whole:
    """What the readings say of a letter of a hand that they had not seen, what it is, and what else is fine."""

    values: Mapping[str, float]
    events: frozenset[str]
    fine: frozenset[str]


def read_by(hand: str, together: Weighed, kinds: Weighed) -> None:
    """From here letters are read by the models that saw no letter of the hand, and weighed so."""
    models = {what: parsed(second(what, (hand,))) for what in ("events", "outcomes")}
    states, links = parsed(third("states", (hand,))), judged(third("links", (hand,)))
    reading.weights = models.__getitem__  # type: ignore[assignment]
    steps_ = parsed(third("steps", (hand,)))
    judging.judge = lambda _: together  # type: ignore[assignment]
    of_kinds.judge = lambda _: kinds  # type: ignore[assignment]
    steps.weights = lambda *_: steps_  # type: ignore[assignment]
    answering.weights = lambda *_: states  # type: ignore[assignment]
    answering.judge = lambda *_: links  # type: ignore[assignment]


@cache
def rows(hand: str) -> tuple[tuple[Row, ...], tuple[Whole, ...]]:
    """Every question, and every letter, of a hand."""
    questions: list[Row] = []
    wholes: list[Whole] = []
    events, outcomes = (parsed(second(what, (hand,))) for what in ("events", "outcomes"))
    states, links = parsed(third("states", (hand,))), judged(third("links", (hand,)))
    telling = parsed(third("steps", (hand,)))
    for letter in _of(hand):
        of_event, by_clause = events.shares(letter.tokens), heard(letter.passages, states, links)
        said = {number: outcomes.shares(tokens) for number, tokens in letter.questions.items()}
        questions += _questions(letter, of_event, said, by_clause)
        told = steps.values(steps.told(letter.passages, telling))
        label, several = letter.label, list(said.values())
        fine = frozenset((*label.get("events_also_fine", ()), *label.get("acceptable_events", ())))
        values = of_kinds.evidence(letter.first, letter.text, of_event, several, by_clause, told)
        wholes.append(Whole(values, frozenset(label["events"]), fine))
    return tuple(questions), tuple(wholes)


def _questions(
    letter: Letter,
    of_event: Mapping[str, float],
    said: Mapping[int, Mapping[str, float]],
    by_clause: Sequence[Mapping[str, float]],
) -> Iterator[Row]:
    for one in letter.label.get("outcome", ()):
        number = one["question"]
        third_of = by_clause[number - 1]
        values = evidence(number, letter.first, letter.text, of_event, said[number], third_of)
        yield Row(values, one["outcome"])


def _of(hand: str) -> Sequence[Letter]:
    return [one for one in letters() if one.hand == hand]


@cache
def both(without: tuple[str, ...] = ()) -> tuple[str, str]:
    """The files of what all readings come to: on a question, and on what the letter is."""
    found = [rows(hand) for hand in LATER if hand not in without]
    questions = [row for of, _ in found for row in of]
    wholes = [row for _, of in found for row in of]
    return (
        valued([row.values for row in questions], [row.label for row in questions], TOGETHER),
        each_valued(
            [row.values for row in wholes],
            EVENTS,
            [row.events for row in wholes],
            [row.fine for row in wholes],
            EACH,
        ),
    )


def files(without: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every file of weights by its name."""
    for what in ("events", "outcomes"):
        yield f"second-{what}.tsv", second(what, without)
    for what in ("states", "links", "steps"):
        yield f"third-{what}.tsv", third(what, without)
    outcomes, events = both(without)
    yield "both-outcomes.tsv", outcomes
    yield "both-events.tsv", events
