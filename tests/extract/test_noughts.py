"""Noughts in words: of all that the question asks, or a question to a person; never of less, unseen."""

from __future__ import annotations

import pytest

from foidesk.extract import extract
from foidesk.model import Codebook, Context, Extraction, Measure, Question

from .rehearsal import WINDOW, lines, reading_of

QUESTION = "How many claims for damaged tyres were received in each year?"
BOOK = Codebook(1, (), (Measure("claims", "Claims", "claims", "count", ("claim", "claims")),))


def answered(answer: str) -> Extraction:
    """What is extracted of an answer in words to a question for one count."""
    context = Context(BOOK, (Question("1", QUESTION, ("claims",)),), WINDOW, "uk-foia-2000", "x", ("X",), "d", "a")
    return extract(reading_of(f"Question 1: {QUESTION}\n\n{answer}\n".encode(), "reply.txt"), context)


@pytest.mark.parametrize(
    "answer",
    [
        "No such cases.", "There were none in any of the years.", "There have been no such incidents.",
        "The council did not receive any.", "We did not receive any claims in this time period.",
        "Zero in each year.",
        "Es gab keine.",
    ],
)  # fmt: skip
def test_a_sentence_that_says_none_of_what_was_asked_is_a_nought_of_all_of_it(answer: str) -> None:
    (said,) = lines(answered(answer))["statements"]
    assert said in ("0 claims (prose, nought-in-words)", "0 claims (prose, number-beside-its-noun)")


@pytest.mark.parametrize("answer", ["We hold no record of any.", "We are not aware of any."])
def test_that_nothing_is_held_may_be_none_and_is_asked(answer: str) -> None:
    assert lines(answered(answer))["choices"] == [f"Does this mean none? “{answer}”"]


@pytest.mark.parametrize(
    "answer",
    [
        "None of the claims were paid.", "No such claims were upheld.", "We had not received any from cyclists.",
        "There were none other than those listed.", "There have not been any incidents on our car parks.",
    ],
)  # fmt: skip
def test_a_nought_of_something_narrower_is_none_of_what_was_asked(answer: str) -> None:
    found = answered(answer)
    assert not any(one.accepted_by for one in found.observations)
    assert found.choices or found.issues
