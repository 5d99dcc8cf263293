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
