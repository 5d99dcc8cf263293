"""What a letter calls itself, and what it calls other letters."""

from __future__ import annotations

import pytest

from foidesk.extract.letters.own_version import called


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("This is an interim reply; the remaining figures will follow.", "interim"),
        ("Further to our interim response of 3 March, this is our final response.", "final"),
        ("The figures we sent in March were provisional. The final figures are: 24 claims", "final"),
        ("Please note that these figures are provisional.", "interim"),
        ("The figures given above are subject to change.", "interim"),
        ("This is not our final response.", "interim"),
        ("INTERIM RESPONSE", "interim"),
        ("We will provide the final data in May, but these are the provisional figures.", "interim"),
        ("Anbei erhalten Sie die abschließende Antwort.", "final"),
        ("Our final response will follow in May.", ""),
        ("The final figures are not yet available.", ""),
        ("If you are unhappy with our final response you may complain.", ""),
        ("Two of them got a final warning. This is the final outcome of the case.", ""),
        ("You asked for the final figures of each contract.", ""),
    ],
)
def test_only_words_about_this_letter_make_it_a_version(words: str, kind: str) -> None:
    found = called(words)
    assert (found[0] if found else "") == kind


def test_a_letter_can_be_interim_for_one_question() -> None:
    assert called("This is an interim response to question 2; our answer to question 1 is below.") == (
        "interim", (2,), "This is an interim response to question 2",
    )  # fmt: skip
