"""Words that no list knows: nearness in meaning accounts for some, and for none that says something else."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from foidesk.claims.ask.nearest import is_near
from foidesk.words import meaning

pytestmark = pytest.mark.skipif(not meaning.available(), reason="the word vectors are not on this machine")
LEXICON: Any = SimpleNamespace(
    measure_phrases={"lost": (), "tagged": (), "cost": ()},
    measure_terms={
        "lost": ("items lost", "lost", "losses"),
        "tagged": ("equipment with a tracking tag", "tracking"),
        "cost": ("replacement cost", "cost"),
    },
)


@pytest.mark.parametrize(("word", "measure"), [("tracker", "tagged"), ("loss", "lost"), ("costing", "cost")])
def test_a_word_near_to_what_is_read_is_accounted_for(word: str, measure: str) -> None:
    assert is_near(word, frozenset({measure}), LEXICON)


@pytest.mark.parametrize(
    ("word", "measure"),
    [("destroyed", "lost"), ("serious", "lost"), ("tracker", "lost"), ("children", "tagged"), ("broken", "lost")],
)
def test_a_word_that_says_something_else_is_not(word: str, measure: str) -> None:
    assert not is_near(word, frozenset({measure}), LEXICON)
