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
