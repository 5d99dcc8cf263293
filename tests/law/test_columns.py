"""Tables with a column for each question: full where every row has its figure. Each letter is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = (
    "How many noise complaints were made in each year from 2022 to 2024?",
    "How many fines were issued?",
    "Please send the policy on noise at night.",
)
HELLO = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."
POLICY = "The policy on noise at night is attached."
HEAD = ("Year", "Noise complaints", "Fines issued")
ROWS = (("2022", "88", "19"), ("2023", "131", "34"), ("2024", "1,140", "29"))


def outcomes(rows: tuple[tuple[str, ...], ...], *blocks: str, questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    """The outcome of each question; "ask" where a person is asked."""
    letter = LetterText("Response", "foi@b.example", False, (HELLO, POLICY, *blocks), rows)
    return [one.outcome if one.sure else "ask" for one in recognise(letter, FOIA, questions).outcomes]


def test_a_column_with_a_figure_in_every_row_answers_its_question() -> None:
    assert outcomes((HEAD, *ROWS)) == ["full", "full", "full"]


def test_a_column_may_name_its_question_by_number() -> None:
    assert outcomes((("Year", "Q1 Made", "Q2 Issued"), *ROWS))[:2] == ["full", "full"]


@pytest.mark.parametrize(
    "rows",
    [
        (HEAD, ROWS[0], ROWS[1]),
        (HEAD, ("2022", "88", "19"), ("2023", "[c]", "34"), ("2024", "140", "29")),
        (HEAD, ("2022", "88", "19"), ("2023", "<5", "34"), ("2024", "140", "29")),
        (HEAD, ("2022", "88", "19"), ("2023", "*", "34"), ("2024", "140", "29")),
        (HEAD, ("2022", "88", "19"), ("2023", "", "34"), ("2024", "140", "29")),
        (HEAD, ("2022", "not held", "19"), ("2023", "131", "34"), ("2024", "140", "29")),
        (HEAD, ("2022", "88 (part)", "19"), ("2023", "131", "34"), ("2024", "140", "29")),
        (("Year", "Dust reports", "Fines issued"), *ROWS),
        (("Year", "Noise complaints", "Noise complaints dropped"), *ROWS),
        (("Ward", "Noise complaints", "Fines issued"), ("East", "88", "19"), ("West", "131", "34")),
        (HEAD, ("2019", "88", "19"), ("2020", "131", "34"), ("2021", "140", "29")),
        (("Year", "Our answer", "Fines issued"), *ROWS),
    ],
)
def test_a_column_that_may_leave_something_out_is_no_plain_answer(rows: tuple[tuple[str, ...], ...]) -> None:
    assert outcomes(rows)[0] != "full"


@pytest.mark.parametrize(
    "asked",
    [
        "How many noise complaints were made in 2022 to 2024, by ward?",
        "How many noise complaints were made in each of the last five years?",
        "How many noise complaints were made between 2020 and 2024?",
        "How many noise complaints were made and how many were dropped?",
        "Please send each noise complaint made from 2022 to 2024.",
    ],
)
def test_a_question_that_asks_for_more_than_the_column_has_is_not_answered_by_it(asked: str) -> None:
    assert outcomes((HEAD, *ROWS), questions=(asked, *QUESTIONS[1:]))[0] != "full"


@pytest.mark.parametrize(
    "said",
    [
        "Noise complaints made by tenants are left out and exempt under section 40(2).",
        "The noise complaints are those of two wards only; for the rest we do not hold records.",
    ],
)
def test_words_that_take_from_the_column_leave_it_to_a_person(said: str) -> None:
    assert outcomes((HEAD, *ROWS), said)[0] != "full"


@pytest.mark.parametrize(
    "head",
    [
        ("Year", "Noise complaints upheld", "Fines paid"),
        ("Year", "Noise complaints (dogs)", "Warnings before fines issued"),
        ("Year", "Noise complaints (estimated)", "Value of fines issued"),
        ("Year", "Change in noise complaints", "Fines issued on appeal"),
        ("Year", "Noise complaints target", "Fines cancelled"),
    ],
)
def test_a_head_that_says_more_than_the_question_answers_none(head: tuple[str, ...]) -> None:
    assert outcomes((head, *ROWS))[:2] == ["ask", "ask"]


@pytest.mark.parametrize(
    "question",
    [
        "How many fines were issued to landlords?",
        "How many fines were issued each month?",
        "How many fines of more than £100 were issued?",
        "How many fines were issued in the past decade?",
        "How many fines were issued and what was their total value?",
    ],
)
def test_a_question_that_says_more_than_the_head_is_asked_about(question: str) -> None:
    assert outcomes((HEAD, *ROWS), questions=(QUESTIONS[0], question, QUESTIONS[2]))[1] == "ask"


@pytest.mark.parametrize(
    "note",
    [
        "Only complaints made online are shown.",
        "These are the figures of the north office; those of the south office could not be found.",
        "The year 2024 is to the end of June.",
        "The table does not include figures of the airport.",
    ],
)
def test_a_note_that_the_figures_are_less_is_asked_about(note: str) -> None:
    assert outcomes((HEAD, *ROWS), note)[:2] == ["ask", "ask"]


@pytest.mark.parametrize("last", ["2024 (to June)", "2024 so far", "January to June 2024", "2024*"])
def test_a_year_that_is_not_whole_is_asked_about(last: str) -> None:
    assert outcomes((HEAD, *ROWS[:2], (last, "140", "29")))[:2] == ["ask", "ask"]


def test_pounds_answer_no_how_many() -> None:
    assert outcomes((HEAD, *((year, many, f"£{fines}") for year, many, fines in ROWS)))[:2] == ["full", "ask"]
