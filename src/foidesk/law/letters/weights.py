"""A small linear model, read from a file of ours: how likely each class is for a bag of words.

`benchmarks/letters/train.py` writes the file (multinomial logistic regression over tf-idf). It is applied
with plain arithmetic, so that the same letter is read alike everywhere.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STEP = 0.1
"""The unit of the weights in the file: whole numbers of it are exact enough and short."""


@dataclass(frozen=True, slots=True)
class Likely:
    """The class that fits best, and how clearly it leads the next (0.5: not at all, 1: alone)."""

    best: str
    lead: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Classes, their bias, and for each term its rarity and its weights by class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    terms: dict[str, tuple[float, tuple[tuple[int, int], ...]]]

    def likely(self, tokens: Sequence[str]) -> Likely:
        """The most likely class of the tokens."""
        sums = self.sums(tokens)
        first, second = sorted(sums, reverse=True)[:2]
        return Likely(self.classes[sums.index(first)], 1 / (1 + math.exp(second - first)))

    def sums(self, tokens: Sequence[str]) -> list[float]:
        """The score of each class; a term said often counts little more than once."""
        counts = Counter(token for token in tokens if token in self.terms)
        found = {term: (1 + math.log(many)) * self.terms[term][0] for term, many in sorted(counts.items())}
        length = math.sqrt(sum(value * value for value in found.values())) or 1.0
        sums = list(self.bias)
        for term, value in found.items():
            for at, weight in self.terms[term][1]:
                sums[at] += weight * STEP * value / length
        return sums

    def speaks(self, tokens: Sequence[str], name: str) -> float:
        """How much the tokens speak for one class against the strongest other."""
        sums = self.sums(tokens)
        at = self.classes.index(name)
        return sums[at] - max(value for index, value in enumerate(sums) if index != at)


@cache
def weights(name: str) -> Weights:
    """The model of that name ("events", "outcomes")."""
    file = files("foidesk.law").joinpath("data", "letters", f"second-{name}.tsv")
    return parsed(file.read_text(encoding="utf-8"))


def parsed(text: str) -> Weights:
    """A model as `train.py` writes it: classes, their bias, then a line for each term."""
    classes, bias, *lines = text.splitlines()
    terms = {}
    for line in lines:
        term, rarity, *found = line.split("\t")
        terms[term] = (int(rarity) / 100, tuple(_pair(one) for one in found))
    return Weights(tuple(classes.split("\t")), tuple(float(one) for one in bias.split("\t")), terms)


def _pair(text: str) -> tuple[int, int]:
    at, _, weight = text.partition(":")
    return int(at), int(weight)
