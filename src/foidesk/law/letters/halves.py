"""Questions that ask two things in one ("the model and the number held"), and answers to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .topics import Topics

_JOINED = re.compile(
    r",? (?:and|or|und|oder|sowie) |, (?=how |what |which |who |when |where |why )", re.IGNORECASE
)


def names_half(question: int, said: Sequence[str], topics: Topics) -> bool:
    """True if the sentences have words that one half of the question alone has, and none of the other's."""
    sides = [topics.stems_of(part) for part in _JOINED.split(topics.questions[question - 1])]
    if len(sides) != 2:
        return False
    told = topics.stems_of(" ".join(said))
    first, second = sides[0] - sides[1], sides[1] - sides[0]
    return bool(first and second) and bool(told & first) != bool(told & second)
