"""Schedules of a decision with a row for each question. Each letter is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise

IRELAND = law("ireland-foi-2014")
QUESTIONS = (
    "The briefing given to the Minister on harbour dues",
    "Correspondence with the Harbourmasters' Association",
    "The negotiating position on the pier lease",
    "Any record of the lunch on 9 June",
)
HELLO = "I have made a decision on your request under the FOI Act 2014, as set out in the schedule."
HEAD = ("No.", "Record", "Decision", "Basis")
ROWS = (
    ("1", "Ministerial briefing, harbour dues", "Refused", "s.29(1) deliberations"),
    ("2", "Correspondence with Association", "Granted", "n/a"),
    ("3", "Negotiating paper, pier lease", "Part granted: prices removed", "s.36(1)(b)"),
    ("4", "Lunch of 9 June", "Refused", "s.15(1)(a) record does not exist"),
)


def outcomes(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """The outcome of each question; "ask" where a person is asked."""
    letter = LetterText("FOI decision", "foi@b.example", False, (HELLO,), rows)
    return [one.outcome if one.sure else "ask" for one in recognise(letter, IRELAND, QUESTIONS).outcomes]


def _with(at: int, *cells: str) -> tuple[tuple[str, ...], ...]:
    return (HEAD, *ROWS[:at], cells, *ROWS[at + 1 :])


def test_a_schedule_with_a_row_for_each_question_decides_them() -> None:
    assert outcomes((HEAD, *ROWS)) == ["refused", "full", "partial", "not held"]


@pytest.mark.parametrize(
    ("at", "row"),
    [
        (1, ("2", "Correspondence with Association", "Granted", "s.37(1)")),
        (1, ("2", "Correspondence with Association", "Granted, names removed", "n/a")),
        (1, ("2", "Correspondence with Association", "Granted subject to fee", "n/a")),
        (1, ("2", "Correspondence with Association", "Granted to page 9", "n/a")),
        (1, ("2", "Correspondence with Association", "To be granted", "n/a")),
        (1, ("2", "Correspondence with Association", "Refused", "n/a")),
        (1, ("2", "Correspondence with Association", "Not granted", "n/a")),
        (1, ("2", "Correspondence with Association", "Refused before review", "s.29(1)")),
        (1, ("2", "Negotiating paper, pier lease", "Granted", "n/a")),
        (1, ("3", "Correspondence with Association", "Granted", "n/a")),
    ],
)
def test_a_row_that_says_something_else_is_not_given_in_full(at: int, row: tuple[str, ...]) -> None:
    assert outcomes(_with(at, *row))[at] != "full"


@pytest.mark.parametrize(
    "rows",
    [
        (HEAD, *ROWS, ("5", "Diary", "Granted", "n/a")),
        (HEAD, *ROWS[:3]),
        (HEAD, ROWS[1], ROWS[0], *ROWS[2:]),
        (("No.", "Record", "Date", "Decision"), *ROWS),
        (HEAD, *((row[0], "A record", *row[2:]) for row in ROWS)),
    ],
)
def test_a_schedule_of_records_that_are_not_our_questions_decides_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert outcomes(rows)[1] not in ("full", "refused")


@pytest.mark.parametrize(
    ("at", "label"),
    [
        (0, "Draft ministerial briefing, harbour dues"),
        (1, "Letter to Association"),
        (2, "Negotiating position no. 4, pier lease"),
        (3, "E-mail on the lunch of 9 June"),
    ],
)
def test_a_row_of_one_record_that_the_question_does_not_name_is_not_of_it(at: int, label: str) -> None:
    assert outcomes(_with(at, str(at + 1), label, "Granted", "n/a"))[at] != "full"


def test_the_pages_of_a_record_are_no_number_of_it() -> None:
    assert outcomes(_with(1, "2", "Correspondence with Association (24 pp)", "Granted", "n/a"))[1] == "full"
