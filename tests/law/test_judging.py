"""Two readings weighed together, and what is offered first where a person is asked."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise
from foidesk.law.letters.cues import cues
from foidesk.law.letters.weights import Weighed, judge

FOIA = law("uk-foia-2000")
QUESTIONS = ("How many allotment plots stood empty in 2024?", "Please send the waiting list policy.")


def test_shares_make_one_and_a_value_without_weight_says_nothing() -> None:
    model = Weighed(("full", "refused"), (0.0, 0.5), {"states: refused": (-1.0, 2.0)})
    found = model.shares({"states: refused": 1.0, "never seen": 9.0})
    assert sum(found.values()) == pytest.approx(1.0)
    assert found == model.shares({"states: refused": 1.0})
    assert found["refused"] > model.shares({})["refused"]


def test_what_a_sentence_states_speaks_for_that_outcome() -> None:
    model = judge("outcomes")
    for kind in ("refused", "not held", "nil", "cost limit"):
        said = dict.fromkeys((f"states: {kind}", f"first: {kind}", f"first, as a reply: {kind}"), 1.0)
        assert model.shares(said)[kind] > model.shares({})[kind]


@pytest.mark.parametrize(
    "blocks",
    [
        ("We have looked into the plots for you and would ask that you bear with us as to the second matter.",),
        ("1. It varied. 2. The policy, save for two paragraphs that we are minded to keep, is with this mail.",),
        ("The plots are let by the parish and the waiting list is theirs as well.",),
        ("",),
    ],
)
def test_whoever_is_asked_is_offered_something(blocks: tuple[str, ...]) -> None:
    found = recognise(LetterText("Your request", "foi@b.example", False, blocks), FOIA, QUESTIONS)
    assert found.sure or found.suggested
    for one in found.outcomes:
        assert one.sure or (one.likely is not None and 0 < one.likely.share <= 1)
        assert one.sure or one.suggested.outcome == "none" or one.suggested.words


@pytest.mark.parametrize(
    ("word", "concept"),
    [("withholding", "REFUSE"), ("redacted", "REDACT"), ("no", "NOT"), ("zebra", ""), ("publicly", "PUBLIC")],
)
def test_words_of_one_meaning_come_to_one_concept(word: str, concept: str) -> None:
    assert cues("en").concepts.of(word) == concept
