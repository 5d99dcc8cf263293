"""One spelling for phrases that mean the same; two for those that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.words.normal import normal_words, normalise, squeezed


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("Final-Written Warnings.", "final written warning"),
        ("N.F.A.", "nfa"),
        ("P.C.", "pc"),
        ("PCs", "pc"),
        ("PCSO's", "pcso"),
        ("Equality & Diversity", "equality and diversity"),
        ("T o t a l", "total"),
        ("ﬁnal written warning", "final written warning"),
        ("dis\u00admissed", "dismissed"),
        ("wasn’t dismissed", "was not dismissed"),
        ("policies", "policy"),
        ("breaches", "breach"),
        ("harassment", "harassment"),
        ("harass", "harass"),
        ("status", "status"),
        ("  Written\n warning ", "written warning"),
        ("“Resigned”", "resigned"),
        ("", ""),
    ],
)
def test_key(phrase: str, key: str) -> None:
    assert normalise(phrase) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inspector +", "Inspector"),
        ("resigned/retired", "resigned retired"),
        ("<5", "5"),
        ("was dismissed", "wasn't dismissed"),
        ("upheld", "not upheld"),
    ],
)
def test_phrases_that_differ_keep_apart(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("broken", ["dis missed", "dismis sed", "Dismissed", "d ismissed"])
def test_words_broken_by_a_pdf(broken: str) -> None:
    assert squeezed(broken) == squeezed("dismissed")


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    for word in normal_words(text):
        assert 0 <= word.start < word.end <= len(text)
    assert normalise(text) == normalise(text.strip())
