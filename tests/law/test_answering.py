"""The third reading: which clause answers which question, and what it states."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise
from foidesk.law.letters.answering import heard
from foidesk.law.letters.cues import cues
from foidesk.law.letters.tokens import Passages

FOIA = law("uk-foia-2000")
QUESTIONS = ("How many allotment plots stood empty in 2024?", "What rent was charged for a half plot?")


def values(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> tuple[dict[str, float], ...]:
    return heard(Passages(LetterText("Your request", "foi@b.example", False, blocks), cues("en"), questions))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_clause_answers_the_question_whose_words_it_has_in_either_order(order: tuple[int, int]) -> None:
    said = ("Fourteen of the plots were empty.", "The rent of a half plot is not held by the Council.")
    plots, rent = values(*(said[one] for one in order))
    assert plots["third: most full"] > plots["third: most not held"]
    assert rent["third: most not held"] > rent["third: most full"]


def test_a_number_in_front_outweighs_words_in_common() -> None:
    first, second = values("1. It is not held.", "2. £31.")
    assert first["third: most not held"] > first["third: most full"]
    assert second["third: most full"] > second["third: most not held"]


def test_a_letter_without_words_says_nothing_of_any_question() -> None:
    assert all(not one or one["third: none"] == 0.0 for one in values(""))


@pytest.mark.parametrize(
    "blocks", [("A redacted copy of the minutes is enclosed.",), ("The rest is with this mail.",)]
)
def test_a_document_refused_beside_one_with_gaps_is_asked_about(blocks: tuple[str, ...]) -> None:
    """Half of it may have been given: the sentence that refuses says nothing of the copy."""
    refuses = "We refuse the minutes of the June meeting under section 36(2)(b) of the Act."
    found = recognise(
        LetterText("Your request", "foi@b.example", False, (refuses, "A redacted copy is enclosed.", *blocks)),
        FOIA, ("Please send the minutes of the June meeting.",),
    )  # fmt: skip
    (one,) = found.outcomes
    assert not one.sure or one.outcome == "partial"
