"""Figures that look like counts and are none, or that nothing tells apart: each stays open or is asked about."""

from __future__ import annotations

import pytest

from foidesk.model import Extraction

from .rehearsal import extracted


def accepted(found: Extraction) -> list[str]:
    """The amounts that enter without a person."""
    return [str(o.amount.lo) for o in found.observations if o.amount is not None and o.accepted_by]


def left_open(found: Extraction) -> list[str]:
    return [one.text for one in found.account if one.status == "open"]


def test_a_share_beside_a_count_leaves_the_count() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5 (25%)\nResigned,15 (75 %)\nTotal,20 (100%)\n")
    assert accepted(found) == ["5", "15", "20"]


def test_a_second_number_in_brackets_is_nobodys_guess() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5 (3)\nResigned,12 (4)\n")
    assert not found.observations
    assert left_open(found) == ["5 (3)", "12 (4)"]


def test_numbers_that_look_like_years_under_a_count_are_no_list_of_cases() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,2020\nResigned,2021\nRetired,2022\n")
    assert not accepted(found)
    assert left_open(found) == ["2020", "2021", "2022"]


@pytest.mark.parametrize(
    "text",
    [
        "Outcome,Average number of cases\nDismissed,5\nResigned,2\n",
        "Outcome,Median cases per 1000 staff\nDismissed,5\nResigned,2\n",
        "Outcome,Number of cases,Previous period\nDismissed,5,6\nResigned,12,10\n",
        "Outcome,Last year\nDismissed,5\nResigned,12\n",
        "Cases open at 31 December,Number\n2010,5\n2011,7\n2012,3\n",
        "Week,Number of cases\n1,2\n2,3\n3,1\n",
        "Outcome,Number of cases\nDismissed,5\nDismissed,12\n",
    ],
)
def test_what_is_no_count_of_the_period_is_asked_about(text: str) -> None:
    found = extracted(text)
    assert not accepted(found)
    assert found.choices


def test_an_average_below_counts_leaves_the_counts() -> None:
    found = extracted("Year,Number of cases\n2010,5\n2011,6\nAverage,5.5\n")
    assert accepted(found) == ["5", "6"]
    assert left_open(found) == ["5.5"]


def test_rows_of_the_same_label_stand_where_the_total_counts_both() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5\nDismissed,12\nResigned,3\nTotal,20\n")
    assert accepted(found) == ["5", "12", "3", "20"]


def test_a_date_in_either_order_still_says_the_year() -> None:
    found = extracted("Ref,Date,Outcome\nX-1,03/02/2019,Dismissed\nX-2,04/05/2012,Resigned\n")
    assert [o.period.describe() for o in found.observations if o.period] == [
        "3 Feb 2019 to 2 Mar 2019", "5 Apr 2012 to 4 May 2012",
    ]  # fmt: skip


def test_what_a_note_leaves_out_is_said() -> None:
    found = extracted(
        "Outcome,Number of cases\nDismissed,5\nResigned,12\nNote: figures for 2012 exclude December\n"
    )
    assert [i.kind for i in found.issues] == ["leaves-out"]
    assert "exclude December" in found.issues[0].what


@pytest.mark.parametrize(
    "text",
    [
        "There were 20 cases, excluding 3 resignations.",
        "There were 5 cases in each of the three years.",
        "There were 20 cases other than the 4 resignations.",
    ],
)
def test_a_sentence_that_leaves_something_out_or_speaks_of_each_is_asked_about(text: str) -> None:
    found = extracted(text, "r.txt")
    assert not accepted(found)
    assert found.choices


def test_a_row_that_is_called_void_is_no_case_unasked() -> None:
    found = extracted(
        "Ref,Role,Outcome,Status\nX-1,PC,Dismissed,Closed\nX-2,Sergeant,Resigned,Void - entered in error\n"
    )
    assert accepted(found) == ["1"]
    assert any("Void" in issue.what for issue in found.issues)


def test_a_multiplier_may_stand_behind_its_words() -> None:
    rows = "X-1,PC x 2,Dismissed\nX-2,Sergeant (x3),Resigned\nX-3,PC,Resigned\nX-4,DI,Retired\n"
    found = extracted("Ref,Role,Outcome\n" + rows)
    assert accepted(found) == ["2", "3", "1", "1"]


def test_a_row_that_hides_the_total_is_asked_about_and_the_others_stand() -> None:
    found = extracted("Outcome,Number of cases\nFinalised,20\nDismissed,5\nResigned,12\nRetired,3\n")
    assert accepted(found) == ["5", "12", "3"] and found.choices


@pytest.mark.parametrize("text", ["There were twenty (20) cases.", "There were 20 (twenty) cases."])
def test_a_number_in_words_and_in_figures_is_one(text: str) -> None:
    found = extracted(text, "r.txt")
    assert accepted(found) == ["20"]
    assert not left_open(found)


def test_words_and_figures_that_differ_are_a_range() -> None:
    found = extracted("There were 20 (twenty-one) cases.", "r.txt")
    assert [(str(o.amount.lo), str(o.amount.hi)) for o in found.observations if o.amount] == [("20", "21")]


def test_a_colon_opens_the_list_of_a_total() -> None:
    found = extracted("There were 20 cases: 5 dismissed, 12 resigned and 3 retired.", "r.txt")
    assert accepted(found) == ["20", "5", "12", "3"]


def test_cases_received_are_the_cases() -> None:
    found = extracted("Year,Cases received,% dismissed\n2010,8,25%\n2011,7,14%\n")
    assert accepted(found) == ["8", "7"]


def test_what_is_not_counted_apart_is_no_answer_unasked() -> None:
    found = extracted("We do not record cases about social media separately. There were 20 cases.", "r.txt")
    assert not accepted(found)


def test_what_stands_below_the_total_in_words_nobody_knows_is_no_part_of_it() -> None:
    found = extracted(
        "Outcome,Number of cases\nDismissed,5\nResigned,12\nTotal,17\nFor information: days lost,90\n"
    )
    assert accepted(found) == ["5", "12", "17"]
    assert left_open(found) == ["90"]


def test_a_known_row_below_the_total_is_still_read() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5\nResigned,12\nTotal,17\nRetired,4\n")
    assert "4" in [str(o.amount.lo) for o in found.observations if o.amount]


def test_a_hidden_total_among_further_rows_is_asked_about() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5\nResigned,12\nFinalised,17\nStruck out,4\n")
    assert accepted(found) == ["5", "12", "4"] and found.choices


def test_german_ueber_three_is_undecided_is_three() -> None:
    from foidesk.words.numbers import numbers

    (word,) = numbers("über drei ist noch nicht entschieden")
    assert word.exact == 3
    assert numbers("über 300 Fälle")[0].hedge == "more than"


def test_a_row_told_again_under_its_reference_is_asked_about() -> None:
    found = extracted(
        "Ref,Date,Outcome\nX-101,25/03/2012,Dismissed\nX-101,25/03/2012,Dismissed\n"
        "X-102,26/03/2012,Resigned\nX-102,26/03/2012,Retired\n"
    )
    assert accepted(found) == ["1", "1", "1"]
    (choice,) = found.choices
    assert choice.question.startswith("1 row repeats the reference and answers of a row above")


def test_a_second_sum_under_one_reference_stands_but_its_row_is_no_further_case_for_sure() -> None:
    rows = "X-101,25/03/2012,Dismissed,£500\nX-101,25/03/2012,Dismissed,£250\nX-102,26/03/2012,Resigned,£100\n"
    found = extracted("Ref,Date,Outcome,Amount paid\n" + rows)
    assert accepted(found) == ["1", "1", "500", "250", "100"]
    (choice,) = found.choices
    assert choice.question.startswith("1 row repeats the reference and answers of a row above")


def kinds(text: str) -> list[str]:
    return [one.what for one in extracted(text).issues if one.kind == "kinds-unknown"]


def test_a_total_over_kinds_nobody_knows_says_what_it_counts() -> None:
    (told,) = kinds("Service,Number of cases\nLibraries,5\nWaste,120\nParking,60\nTotal,185\n")
    assert "“Libraries”, “Waste”, “Parking”" in told


def test_a_list_sorted_by_words_nobody_knows_says_so() -> None:
    rows = "X-1,Library,PC,Dismissed\nX-2,Waste,PC,Resigned\nX-3,Library,PC,Dismissed\n"
    (told,) = kinds("Ref,Service,Role,Outcome\n" + rows)
    assert "under “Service”: “Library”, “Waste”" in told


@pytest.mark.parametrize(
    "text",
    [
        "Ref,Role,Outcome\nX-1,PC,Dismissed\nX-2,PC,Resigned\nX-3,PC,Dismissed\n",
        "Ref,Remarks,Outcome\nX-1,none,Dismissed\nX-2,open,Resigned\nX-3,none,Dismissed\n",
        "Outcome,Number of cases\nDismissed,5\nResigned,12\nTotal,17\n",
        "Month,Number of cases\nJan 2012,5\nFeb 2012,12\nTotal,17\n",
    ],
)
def test_known_kinds_times_and_remarks_say_nothing(text: str) -> None:
    assert not kinds(text)


def test_figures_of_rows_without_a_label_are_no_totals() -> None:
    found = extracted("Number of cases\n\nOutcome,2011\n,1\nDismissed,3\n,4\nResigned,5\n")
    assert sorted(accepted(found)) == ["3", "5"]


def test_a_last_row_without_a_label_that_adds_up_is_one() -> None:
    found = extracted("Number of cases\n\nOutcome,2011,2012\nDismissed,3,4\nResigned,5,6\n,8,10\n")
    assert sorted(accepted(found)) == ["10", "3", "4", "5", "6", "8"]
