"""What the reading of steps is trained on: passages that say one thing, and the sentences of labelled letters.

A label says what a letter is, seldom (`event_words`) which sentence says so: of each kind that is the sentence
which a model of the passages alone finds likeliest. Some other sentences are labelled as telling of nothing.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import train
from fitting import counted

from foidesk.law.letters.steps import NONE, TELLS, sentence_tokens, spoken
from foidesk.law.letters.weights import Weights, parsed

if TYPE_CHECKING:
    from train import Letter

Sample = tuple[list[str], str]
HARD, OTHER = 3, 2
"""So many sentences of each letter tell of nothing: those that seem to most, and some more."""


@cache
def of_passages() -> tuple[Sample, ...]:
    """The labelled passages and the lines of the tests."""
    return tuple(_of_passages())


def _of_passages() -> Iterator[Sample]:
    for row in train.rows_of_passages():
        yield _alone(row["passage"], row["law"]), row["event"]
    for act, kinds in tomllib.loads((train.WORDING / "events.toml").read_text(encoding="utf-8")).items():
        for kind, said in kinds.items():
            yield from ((_alone(text, act), kind) for text in said)


def _alone(text: str, act: str) -> list[str]:
    return sentence_tokens(train.alone(text, "de" if act.startswith("de") else "en"), text)


@cache
def _first() -> Weights:
    """A model of the passages alone."""
    told = of_passages()
    return parsed(counted([one for one, _ in told], [step for _, step in told], train.TELLING, balanced=True))


def told(letter: Letter) -> list[Sample]:
    """Sentences of the letter with the step that each tells of, or none."""
    said, label = spoken(letter.passages), letter.label
    shares = [_first().shares(tokens) for _, tokens in said]
    found = _named(label, [text for text, _ in said]) or _likely(label["events"], shares)
    fine = {*label["events"], *label.get("events_also_fine", ()), *label.get("acceptable_events", ())} - {NONE}
    rest = [at for at, one in enumerate(shares) if at not in found and max(one, key=one.__getitem__) not in fine]
    hard = sorted(rest, key=lambda at: shares[at][NONE])[:HARD]
    other = [at for at in rest if at not in hard]
    random.Random(label["id"]).shuffle(other)
    found |= dict.fromkeys([*hard, *other[:OTHER]], NONE)
    return [(said[at][1], step) for at, step in found.items()]


def _named(label: Mapping[str, Sequence[str]], texts: Sequence[str]) -> dict[int, str]:
    """The sentences that the label itself names for its kinds, in their order."""
    found = {}
    for kind, words in zip(label["events"], label.get("event_words", ()), strict=False):
        wanted = set(words.lower().split())
        if wanted:
            held = [len(wanted & set(text.lower().split())) / len(wanted) for text in texts]
            found[max(range(len(texts)), key=held.__getitem__)] = kind
    return found


def _likely(kinds: Sequence[str], shares: Sequence[Mapping[str, float]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind in kinds:
        if kind in shares[0]:
            found[max(range(len(shares)), key=lambda at, of=kind: shares[at][of])] = kind
            found |= {at: kind for at, one in enumerate(shares) if at not in found and one[kind] > TELLS}
    return found
