"""What each sentence of a letter tells of: a step of the request, or nothing.

A letter can be two things at once (a part of the answer, and more time for the rest): each sentence is one.
The weights are trained on passages labelled alone, and on the sentences of labelled letters
(`benchmarks/letters/train.py`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from .tokens import Passages, ideas, sentences_of, tokens
from .weights import Weights, weights

LEAST = 1e-3
NONE = "none"
TELLS, MANY = 0.4, 3.0
"""A sentence with this share tells of a step; of more than so many it does not matter how many there are."""
_OPENS, _ENDS = 0.25, 0.75


def sentence_tokens(passages: Passages, text: str, place: float = 0.5, *, subject: bool = False) -> list[str]:
    """What is counted of a sentence: its words and pairs of words, its concepts, and where it stands."""
    where = "OPENS" if place < _OPENS else "ENDS" if place > _ENDS else "AMID"
    found = tokens(text, "t", pairs=True) + ideas(text, "t", passages.cues)
    return [*found, "SUBJECT" if subject else where]


def spoken(passages: Passages) -> list[tuple[str, list[str]]]:
    """The subject and each sentence of the body's own, with what is counted of it."""
    own = [text for text in sentences_of(passages) if text.strip()]
    found = [(passages.letter.subject, sentence_tokens(passages, passages.letter.subject, subject=True))]
    return found + [(text, sentence_tokens(passages, text, (at + 0.5) / len(own))) for at, text in enumerate(own)]


def told(passages: Passages, model: Weights | None = None) -> list[tuple[str, Mapping[str, float]]]:
    """The subject and each sentence, with how likely it tells of each step."""
    model = model or weights("steps", "third")
    return [(text, model.shares(counted)) for text, counted in spoken(passages)]


def values(said: Sequence[tuple[str, Mapping[str, float]]]) -> dict[str, float]:
    """What all sentences come to, by step: the likeliest sentence, any of them, and how many tell of it."""
    found: dict[str, float] = {}
    for name in said[0][1] if said else ():
        if name != NONE:
            each = [shares[name] for _, shares in said]
            found[f"told, most: {name}"] = _log(max(each))
            found[f"told, any: {name}"] = _log(1 - math.prod(1 - one for one in each))
            found[f"told, often: {name}"] = min(MANY, sum(one > TELLS for one in each))
    return found


def words_of(said: Sequence[tuple[str, Mapping[str, float]]], name: str) -> str:
    """The sentence that speaks most for a step; the subject only where no sentence has words."""
    own = [one for one in said[1:] if one[0].strip()] or said[:1]
    return max(own, key=lambda one: one[1].get(name, 0.0))[0] if own else ""


def _log(share: float) -> float:
    return math.log(max(share, LEAST))
