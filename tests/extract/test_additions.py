"""Words that add to a table or list: both numbers stand until a person says which, and one answer settles all."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

TABLE = "Outcome,2012,2013\nDismissed,3,1\nResigned,2,2\nTotal,5,3\n"
LIST = "Case,Year,Outcome\n1,2012,Dismissed\n2,2012,Resigned\n3,2013,Resigned\n"


@pytest.mark.parametrize(
    "words",
    [
        "Two further cases in 2013 are not in the table.",
        "2 cases from 2013 are missing from the list.",
        "Please note that the table does not include 2 cases of 2013.",
        "In der Tabelle fehlen noch zwei cases aus 2013.",
    ],
)
def test_figures_of_a_table_stand_both_ways_until_a_person_said_which(words: str) -> None:
    found = extracted(TABLE, "table.csv", covering=words)
    (choice,) = [one for one in found.choices if "Add them?" in one.question]
    held = {
        option: {
            (str(one.period), one.amount.lo, one.amount.hi)
            for one in found.observations
            if one.amount is not None and one.choice == choice.id and one.option == option and not one.where
        }
        for option in ("added", "as printed")
    }
    assert {(lo, hi) for _, lo, hi in held["as printed"]} == {(3, 3)}
    assert {(lo, hi) for _, lo, hi in held["added"]} == {(5, 5)}
    assert any(one.amount and one.amount.lo == 5 and not one.choice for one in found.observations)


def test_a_case_that_a_list_lacks_is_a_row_of_it_once_a_person_said_so() -> None:
    words = "One further case, of an officer dismissed in 2013, is not on the list."
    asked = extracted(LIST, "list.csv", covering=words)
    (choice,) = [one for one in asked.choices if "Add them?" in one.question]
    rows = extracted(LIST, "list.csv", covering=words, answers={choice.id: "added"}).observations
    assert len([one for one in rows if one.role == "case row"]) == 4
    without = extracted(LIST, "list.csv", covering=words, answers={choice.id: "as printed"})
    assert len([one for one in without.observations if one.role == "case row"]) == 3


@pytest.mark.parametrize(
    "words",
    [
        "The table does not include cases of fewer than 5.",
        "The table does not include 14 complaints by neighbours of 2003.",
        "Two of the cases in the table are still open.",
    ],
)
def test_other_words_on_a_table_add_nothing(words: str) -> None:
    assert not [one for one in extracted(TABLE, "table.csv", covering=words).choices if "Add" in one.question]


def test_a_number_that_fills_a_breakdown_waits_to_be_coded() -> None:
    text = "There were 12 cases. In 5 cases the result was dismissal, and 3 resigned. The other 4 were a mix.\n"
    found = extracted(f"Dear requester\n\n{text}", "reply.txt")
    waiting = [one for one in found.observations for where in one.where.values() if not where.categories]
    assert [one.amount.lo for one in waiting if one.amount] == [4] and lines(found)


def test_a_part_of_the_total_in_unknown_words_waits_to_be_coded() -> None:
    text = "There were 8 cases. Five of the eight arose from a feud. Two resigned."
    found = extracted(f"Dear requester\n\n{text}\n", "reply.txt")
    waiting = [one for one in found.observations for where in one.where.values() if not where.categories]
    assert [(one.amount.lo, dict(one.where)["outcome"].phrase) for one in waiting if one.amount] == [
        (5, "arose from a feud")
    ]


def test_years_told_one_by_one_are_proven_by_the_total_they_make() -> None:
    text = "We had 31 cases. Eleven of them were in 2011. There were 8 in 2012. There were 12 in 2013."
    said = lines(extracted(f"Dear requester\n\n{text}\n", "reply.txt"))["statements"]
    assert {one.rpartition(" (")[0] for one in said if "foots" in one} >= {
        "11 cases in 2011",
        "8 cases in 2012",
        "12 cases in 2013",
    }


def test_years_that_make_another_total_are_asked_about() -> None:
    text = "We had 33 cases. Eleven of them were in 2011. There were 8 in 2012. There were 12 in 2013."
    said = lines(extracted(f"Dear requester\n\n{text}\n", "reply.txt"))["statements"]
    assert not [one for one in said if "foots" in one]


def test_a_row_of_sums_with_a_gap_is_no_sum_of_its_own_row() -> None:
    text = "Rank,Dismissed,Resigned,Total\nPC,3,1,4\nPS,2,2,4\nTotal,5,,8\n"
    assert "total-differs" not in lines(extracted(text, "table.csv"))["issues"]
