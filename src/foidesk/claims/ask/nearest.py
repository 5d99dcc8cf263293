"""Words that no list knows, by nearness in meaning to what a figure is read as: only where the known words end.

The vectors know no negation, no grade and no opposites, so nearness accounts for a word only if it lies near to
the measure that is read, clearly nearer than to any other measure, and is no word that rules look at. Which
measure a figure is of, nearness decides only where type and unit leave several and none is named. Without the
vectors nothing is near, and a person is asked.
"""

from __future__ import annotations

from functools import lru_cache

from foidesk.words.meaning import near

from .lexicon import Lexicon

LEAST, MARGIN = 0.42, 0.08
"""How near, and by how much nearer. Above "destroyed" to "lost" (0.39); taken while looking at three hands of the
benchmark (third, fifth, eighth), and held against the others, on which nothing false came out supported."""


def is_near(word: str, measures: frozenset[str], lexicon: Lexicon) -> bool:
    """True if the word lies near to a measure that is read, and to no other as near."""
    own = max((_to_measure(word, id, lexicon) for id in measures), default=0.0)
    if own < LEAST:
        return False
    others = [id for id in lexicon.measure_phrases if id not in measures]
    return own >= max((_to_measure(word, id, lexicon) for id in others), default=0.0) + MARGIN


def _to_measure(word: str, id: str, lexicon: Lexicon) -> float:
    return max((_near(word, term) for term in lexicon.measure_terms[id]), default=0.0)


@lru_cache(maxsize=50_000)
def _near(word: str, term: str) -> float:
    return near(word, term)
