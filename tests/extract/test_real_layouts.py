"""Layouts met in real replies, invented anew: a survey of sharps injuries, with a second count and money."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

GROUP = Variable(
    "group", "Staff group", "2", ("staff group", "staff type"),
    categories=(
        Category("nurse", "Nurses", synonyms=("nurse", "nursing")),
        Category("doctor", "Doctors", synonyms=("doctor", "medical")),
        Category("other", "Other", synonyms=("other staff",)),
    ),
)  # fmt: skip
INJURIES = Measure(
    "injuries", "Sharps injuries", "injuries", "count", ("injury", "sharps injuries", "incidents", "injuries")
)
REPORTS = Measure("reports", "Reports to the HSE", "reports", "count", ("reported to the HSE",))
PAID = Measure("paid", "Compensation paid", "GBP", "money", ("compensation", "paid"))
QUESTIONS = (
    Question("q1", "How many sharps injuries to staff were recorded in 2021, 2022 and 2023?", ("injuries",)),
    Question("q2", "Please break these injuries down by staff group.", ("injuries",), ("group",)),
    Question("q3", "How many of these injuries were reported to the Health and Safety Executive?", ("reports",)),
    Question("q4", "How much compensation was paid to staff in each of these years?", ("paid",)),
)


def told(text: str, name: str = "reply.txt") -> set[str]:
    """The accepted statements, as "40 injuries group=nurse 2021"."""
    book = Codebook(1, (GROUP,), (INJURIES, REPORTS, PAID))
    window = Period.days(date(2021, 1, 1), date(2023, 12, 31))
    context = Context(book, QUESTIONS, window, "uk-foia-2000", "rehearsal-07", ("Rehearsal Trust 07",), "d1", name)
    data = text if name.endswith("csv") else f"REHEARSAL\n\n{text}\n"
    found = lines(extract(reading_of(data.encode(), name), context))["statements"]
    accepted = (one.partition(" (") for one in found if "open" not in one.partition(" (")[2])
    return {said.replace(" where", "").replace(" in ", " ") for said, _, _ in accepted}


def test_questions_that_a_reply_puts_itself_label_their_answers() -> None:
    text = (
        "1. How many sharps injuries to staff were recorded in 2021? 30\nHow many in 2022? 41\n"
        "How many in 2023? 28\n"
        "2. How many of these injuries were to nurses? 60\nHow many to doctors? 22\n"
        "4. How much compensation was paid to staff in 2021? £1,200\nIn 2022? £950\nIn 2023? Nil"
    )
    assert told(text) == {
        "30 injuries 2021", "41 injuries 2022", "28 injuries 2023", "60 injuries group=nurse",
        "22 injuries group=doctor", "1200 paid 2021", "950 paid 2022", "0 paid 2023",
    }  # fmt: skip


def test_a_question_with_a_word_that_is_none_of_ours_labels_nothing() -> None:
    text = "2. How many of these injuries were to nurses on trolleys? 6\nHow many were to visiting doctors? 4"
    assert not [one for one in told(text) if "group" in one or one in ("6 injuries", "4 injuries")]


def test_the_year_in_a_question_said_back_is_that_of_its_answer() -> None:
    assert told("4. How much compensation was paid to staff in 2022?\n\n£950") == {"950 paid 2022"}


@pytest.mark.parametrize(
    "text",
    [
        "4. How much compensation was paid to staff in each of these years?\n£1,200, £950 and £2,100.",
        "4. A total of £4,250 was paid in compensation (£1,200, £950 and £2,100 respectively).",
        "30 injuries in 2021, 41 in 2022 and 28 in 2023. Compensation of £1,200, £950 and £2,100 in those years.",
    ],
)
def test_figures_stand_in_the_order_of_years_named_before(text: str) -> None:
    assert {"1200 paid 2021", "950 paid 2022", "2100 paid 2023"} <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "4. How much compensation was paid to staff in each of these years?\n£1,200 and £950.",
        "4. A total of £5,000 was paid in compensation (£1,200, £950 and £2,100 respectively).",
    ],
)
def test_figures_that_do_not_fit_the_years_are_of_none(text: str) -> None:
    assert not [one for one in told(text) if "20" in one.partition("paid")[2]]


def test_what_a_question_asks_for_beside_the_first_count_is_of_that_question() -> None:
    found = told("3.\n2021 – zero injuries were reported to the HSE\n2022 – one injury was reported to the HSE")
    assert found == {"0 reports 2021", "1 reports 2022"}
    assert told("3. Of the 253 incidents, 3 were reported.") == {"3 reports"}
    assert "3 injuries" not in told("1. Of the 253 incidents, 3 were reported.")


@pytest.mark.parametrize("head", ["Question", "Q"])
def test_words_under_question_label_rows_of_figures(head: str) -> None:
    table = f'{head},2021,2022\n1. Sharps injuries,88,94\n3. Reported to HSE,2,0\n4. Compensation,£0,"£4,500"\n'
    assert told(table, "reply.csv") == {
        "88 injuries 2021", "94 injuries 2022", "2 reports 2021", "0 reports 2022", "0 paid 2021",
        "4500 paid 2022",
    }  # fmt: skip


def test_numbers_under_question_are_those_of_questions() -> None:
    found = told('Q,2021,2022\n1,88,94\n3,2,0\n4,£0,"£4,500"\n', "reply.csv")
    assert {"88 injuries 2021", "2 reports 2021", "4500 paid 2022"} <= found


def test_a_last_row_that_adds_up_is_a_total_though_the_others_are_only_numbered() -> None:
    table = "Area,2021,2022\nDistrict 1,20,18\nDistrict 2,25,22\nDistrict 3,16,15\nTrust,61,55\n"
    found = told(f"Sharps injuries\n{table}", "reply.csv")
    assert {"61 injuries 2021", "55 injuries 2022"} <= found


def test_one_column_that_adds_up_in_rows_without_words_is_asked_about() -> None:
    found = told("Area,Sharps injuries\nDistrict 1,20\nDistrict 2,25\nDistrict 3,16\nTrust,61\n", "reply.csv")
    assert "61 injuries" not in found


def test_cells_that_count_in_words_are_no_cases() -> None:
    found = told("2021  46 injuries recorded/ 5 to nurses\n2022  19 injuries recorded/ 1 to nurses\n")
    assert {"46 injuries 2021", "19 injuries 2022"} <= found
    assert not [one for one in found if one.startswith("1 injuries") and "nurse" not in one]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sharps injuries: 2021 (88), 2022 (94), 2023 (71)", {"88 injuries 2021", "94 injuries 2022"}),
        ("Sharps injuries, Jan. 1 to Dec. 31, 2021: 88", {"88 injuries Jan. 1 to Dec. 31, 2021"}),
        ("2021 Sharps injuries recorded 88\n2022 Sharps injuries recorded 94", {"88 injuries 2021"}),
        ("Compensation\n2021 £1,200\n2022 £0", {"1200 paid 2021", "0 paid 2022"}),
        ("1. Injuries\nNurses: 2021 - 50, 2022 - 55 (total 105)", {"50 injuries group=nurse 2021"}),
        ("4. We have not paid any compensation to staff in these years.", {"0 paid"}),
    ],
)
def test_lines_of_real_replies(text: str, found: set[str]) -> None:
    assert found <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have not paid any compensation to visitors.",
        "We have not kept any records of injuries.",
        "Sharps injuries in wards 2021 (88 to nurses)",
    ],
)
def test_lines_that_say_something_else(text: str) -> None:
    assert not [one for one in told(text) if one.startswith(("0 ", "88 injuries 2021"))]


PAID_OR_NOT = (
    "Sharps injuries 2021\nWard,Compensation agreed (pre-action),Nurses,Doctors,Total injuries\n"
    "A,35,2,9,46\nB,8,2,1,11\nC,3,0,4,7\n"
)


def test_a_column_under_words_of_money_that_adds_to_a_count_is_a_count() -> None:
    found = told(PAID_OR_NOT, "reply.csv")
    assert not [one for one in found if "paid" in one]
    assert [one for one in found if one.startswith("35 injuries") and "Compensation agreed" in one]


def test_money_beside_kinds_stays_money() -> None:
    found = told(
        "Year,Sharps injuries,Nurses,Doctors,Compensation paid\n2021,11,2,9,1200\n2022,4,2,2,800\n", "r.csv"
    )
    assert {"1200 paid 2021", "800 paid 2022", "11 injuries 2021"} <= found


def test_questions_and_heads_over_lists_of_years() -> None:
    asked = (
        "How many sharps injuries were there?\n2021 - 30\n2022 - 41\nHow many were to nurses?\n2021 - 7\n2022 - 9"
    )
    assert told(asked) == {
        "30 injuries 2021", "41 injuries 2022", "7 injuries group=nurse 2021", "9 injuries group=nurse 2022",
    }  # fmt: skip
    headed = "Please find below:\nNumber of sharps injuries\n   2021 30\n   2022 41\n   2023 28"
    assert told(headed) == {"30 injuries 2021", "41 injuries 2022", "28 injuries 2023"}


QA = (
    "No.,Question,Answer\n1,How many sharps injuries to staff were recorded in 2021?,30\n"
    '2,How many were to nurses?,23\n4,How much compensation was paid to staff?,"£3,500"\n'
)


def test_a_table_of_questions_in_words_and_answers() -> None:
    assert told(QA, "reply.csv") == {"30 injuries 2021", "23 injuries group=nurse", "3500 paid"}


def test_a_question_in_a_cell_is_not_ours_by_its_number_alone() -> None:
    table = (
        "Question,Answer\n1. How many potholes did you mend on the estate?,450\n"
        '4. What is the annual budget for ward upkeep?,"£3,500"\n'
    )
    assert not told(table, "reply.csv")


@pytest.mark.parametrize("asked", ["1. How many sharps injuries were to nurses at night?"])
def test_our_question_narrowed_to_a_kind_is_not_ours(asked: str) -> None:
    assert not told(f"{asked}\n\n5")


def test_shares_in_brackets_repeat_the_numbers_before_them() -> None:
    found = told(
        "Of the 99 sharps injuries, 23 (23%) were to nurses, 61 (62%) to doctors and 15 (15%) to other staff."
    )
    assert {"99 injuries", "23 injuries group=nurse", "61 injuries group=doctor"} <= found


def test_as_many_years_as_were_asked_about_restrict_nothing() -> None:
    assert told("There were 99 sharps injuries over the three years.") == {"99 injuries"}
    assert not told("There were 99 sharps injuries over the five years.")


def test_the_rest_is_of_a_total_that_has_all_the_days() -> None:
    text = (
        "Between 1 January 2021 and 31 December 2023 there were 118 sharps injuries: 45 in 2021, 40 in 2022 and "
        "33 in 2023. Of these, 31 were to nurses and 70 were to doctors; the remainder were to other staff."
    )
    assert any(one.startswith("17 injuries group=other") for one in told(text))
