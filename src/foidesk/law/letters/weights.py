"""A small linear model, read from a file of ours: how likely each class is for a bag of words.

`benchmarks/letters/train.py` writes the file (multinomial logistic regression over tf-idf). It is applied
with plain arithmetic, so that the same letter is read alike everywhere.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
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
        return likeliest(self.shares(tokens))

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

    def shares(self, tokens: Sequence[str]) -> dict[str, float]:
        """How likely each class is; together they make one."""
        return softmax(self.classes, self.sums(tokens))

    def speaks(self, tokens: Sequence[str], name: str) -> float:
        """How much the tokens speak for one class against the strongest other."""
        sums = self.sums(tokens)
        at = self.classes.index(name)
        return sums[at] - max(value for index, value in enumerate(sums) if index != at)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Classes, their bias, and for each named value its weight by class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    terms: dict[str, tuple[float, ...]]

    def shares(self, values: Mapping[str, float]) -> dict[str, float]:
        """How likely each class is; a value without weight says nothing."""
        sums = list(self.bias)
        for term, value in values.items():
            for at, weight in enumerate(self.terms.get(term, ())):
                sums[at] += weight * value
        return softmax(self.classes, sums)

    def each(self, values: Mapping[str, float]) -> dict[str, float]:
        """How likely each class is by itself, whatever the others are."""
        sums = list(self.bias)
        for term, value in values.items():
            for at, weight in enumerate(self.terms.get(term, ())):
                sums[at] += weight * value
        return {name: _logistic(one) for name, one in zip(self.classes, sums, strict=True)}


def _logistic(sum_: float) -> float:
    return 1 / (1 + math.exp(-sum_)) if sum_ >= 0 else math.exp(sum_) / (1 + math.exp(sum_))


def softmax(classes: Sequence[str], sums: Sequence[float]) -> dict[str, float]:
    """The shares that sums of weights come to."""
    most = max(sums)
    raised = [math.exp(one - most) for one in sums]
    return {name: one / sum(raised) for name, one in zip(classes, raised, strict=True)}


def likeliest(shares: Mapping[str, float]) -> Likely:
    """The class with the largest share, and how clearly it leads the next."""
    best = max(shares, key=shares.__getitem__)
    first, second = sorted(shares.values(), reverse=True)[:2]
    return Likely(best, first / (first + second))


@cache
def weights(name: str, reading: str = "second") -> Weights:
    """The model of that name ("events", "outcomes"; "states" of the third reading)."""
    return parsed(_file(f"{reading}-{name}.tsv"))


@cache
def judge(name: str, reading: str = "both") -> Weighed:
    """The weights of what all readings say ("outcomes"), or of what links clauses and questions ("links")."""
    return judged(_file(f"{reading}-{name}.tsv"))


def _file(name: str) -> str:
    return files("foidesk.law").joinpath("data", "letters", name).read_text(encoding="utf-8")


def parsed(text: str) -> Weights:
    """A model as `train.py` writes it: classes, their bias, then a line for each term."""
    classes, bias, *lines = text.splitlines()
    terms = {}
    for line in lines:
        term, rarity, *found = line.split("\t")
        terms[term] = (int(rarity) / 100, tuple(_pair(one) for one in found))
    return Weights(tuple(classes.split("\t")), tuple(float(one) for one in bias.split("\t")), terms)


def judged(text: str) -> Weighed:
    """A table of weights as `train.py` writes it: classes, their bias, then a line for each named value."""
    classes, bias, *lines = text.splitlines()
    terms = {}
    for line in lines:
        term, *found = line.split("\t")
        terms[term] = tuple(float(one) for one in found)
    return Weighed(tuple(classes.split("\t")), tuple(float(one) for one in bias.split("\t")), terms)


def _pair(text: str) -> tuple[int, int]:
    at, _, weight = text.partition(":")
    return int(at), int(weight)
