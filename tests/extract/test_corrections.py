"""A reply that corrects itself, and a number that can be read in two ways: neither gives an exact figure."""

from __future__ import annotations

import pytest

from foidesk.model import Amount, Extraction

from .rehearsal import extracted, lines

ASKED = "1. How many officers and staff were investigated for misusing social media?"


def reply(text: str, **more: object) -> Extraction:
    return extracted(f"Dear requester\n\n{text}\n", "reply.txt", **more)


def accepted(found: Extraction) -> list[str]:
    return [str(one.value.lo) for one in found.observations if one.accepted_by and isinstance(one.value, Amount)]


@pytest.mark.parametrize(
    "text",
    [
        "There were 23 investigations. The figure should read 25.",
        "There were 23 cases. Please note that the correct total is 25.",
        "There were 23 cases. This was stated in error; the correct figure is 25, not 23 as stated.",
        "There were 23 cases.\n\nCorrection: there were 25 cases.",
        f"{ASKED}\n\n23 cases.\n\nThe figure given above is incorrect and should be 25.",
    ],
)
def test_the_first_figure_and_the_corrected_one_are_a_choice(text: str) -> None:
    found = reply(text)
    (choice,) = found.choices
    (issue,) = [one for one in found.issues if one.kind == "reply-corrects-itself"]
    assert not accepted(found) and not found.open_numbers()
    assert sorted(str(one.value.lo) for one in found.observations if isinstance(one.value, Amount)) == ["23", "25"]
    assert [option.id for option in choice.options] == ["corrected", "as first given", "not data"]
    assert len(issue.locators) == 2 and issue.locators[0] != issue.locators[1]


def test_a_person_takes_the_corrected_figure() -> None:
    text = "There were 23 investigations. The figure should read 25."
    (choice,) = reply(text).choices
    assert accepted(reply(text, answers={choice.id: "corrected"})) == ["25"]


def test_a_correction_without_a_figure_leaves_the_first_one_open() -> None:
    found = reply("There were 23 cases. This total replaces the one in our letter of 3 May 2013.")
    assert not accepted(found) and [one.kind for one in found.issues] == ["reply-corrects-itself"]


def test_a_correction_of_a_part_leaves_the_whole() -> None:
    found = reply("There were 23 cases, of which 3 officers were dismissed. The number dismissed should read 4.")
    assert accepted(found) == ["23"]


def test_a_note_below_a_table_corrects_the_cell_that_it_names() -> None:
    text = (
        "Outcome,2012,2013\nDismissed,3,1\nResigned,2,2\nTotal,5,3\nNote: the 3 dismissed in 2012 should read 4\n"
    )
    told = lines(extracted(text))["statements"]
    assert "3 cases where outcome=dismissed in 2012 (cell, open, if as first given)" in told
    assert "4 cases where outcome=dismissed in 2012 (prose, open, if corrected)" in told
    assert "3 cases in 2013 (total, foots-to-printed-total)" in told


@pytest.mark.parametrize(
    "text",
    [
        "There were 23 cases. If you have received this e-mail in error please delete it.",
        "There were 23 cases. You may ask us to correct personal data that is wrong.",
    ],
)
def test_words_on_errors_that_correct_no_figure(text: str) -> None:
    assert accepted(reply(text)) == ["23"]


def test_a_number_with_two_readings_is_a_range_and_raised() -> None:
    found = extracted("Year,Number of cases\n2011,3\n2012,1.234\n")
    assert "1..1234 cases in 2012 (cell, single-typed-cell)" in lines(found)["statements"]
    (issue,) = (one for one in found.issues if one.kind == "ambiguous-numbers")
    assert issue.locators[0].quote == "1.234"
