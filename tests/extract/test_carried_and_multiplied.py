"""Sums carried over a page, lists whose lines stand for several cases, tables that name no subject of ours."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

HEAD = "Outcome,Cases\nDismissed,3\nResigned,4\n"


def sure(text: str, name: str = "reply.csv") -> list[str]:
    """The statements that a rule accepts, without their rules."""
    found = lines(extracted(text, name))["statements"]
    return [one.rpartition(" (")[0] for one in found if "open" not in one.rpartition(" (")[2]]


@pytest.mark.parametrize("label", ["Carried forward", "C/f", "Brought forward from page 1", "Übertrag", "b/fwd"])
def test_a_sum_carried_over_is_no_case(label: str) -> None:
    text = f"{HEAD}{label},7\nWritten warning,5\nTotal,12\n"
    assert "12 cases" in sure(text) and len(sure(text)) == 4
    assert not extracted(text).open_numbers()


def test_a_sum_carried_over_that_its_rows_do_not_add_to_is_asked_about() -> None:
    found = lines(extracted(f"{HEAD}Carried forward,8\nWritten warning,5\nTotal,20\n"))
    assert found["choices"] and all("open" in one for one in found["statements"])


def test_a_subtotal_of_wards_nobody_knows_only_checks_them() -> None:
    text = "Ward,Cases\nNorth Ward,3\nEast Ward,4\nSub-total,7\nSouth Ward,5\nSub-total,5\nTotal,12\n"
    assert [one for one in sure(text) if "where" not in one] == ["12 cases"]
    assert not extracted(text).open_numbers()


def test_the_rows_below_a_subtotal_are_not_beside_the_point() -> None:
    text = "Ward,Cases\nNorth,3\nEast,4\nSub-total,7\nSouth,5\n"
    assert any(one.startswith("5 cases") for one in lines(extracted(text))["statements"])


def test_a_column_that_is_the_sum_of_the_others_is_asked_about_and_the_others_stand() -> None:
    text = "Year,Received,Dismissed,Resigned\n2011,10,4,6\n2012,12,5,7\n"
    assert lines(extracted(text))["choices"]
    assert [one.split()[0] for one in sure(text)] == ["4", "5", "6", "7"]


@pytest.mark.parametrize("line", ["{n} x {who} – {how}", "{who} x {n} – {how}", "{who} (x{n}): {how}"])
def test_a_line_that_stands_for_several_cases_keeps_all_it_says(line: str) -> None:
    cases = ((3, "PC", "written warning"), (2, "PS", "management advice"))
    listed = "\n".join(line.format(n=n, who=who, how=how) for n, who, how in cases)
    found = sure(f"There were 5 cases:\n\n{listed}\n", "reply.txt")
    assert "3 cases where outcome=warning, role=constable" in found
    assert "2 cases where outcome=advice, role=sergeant" in found


def test_an_outcome_heads_the_ranks_behind_it() -> None:
    found = lines(extracted("Cases:\n\nWritten warning: 2 x PC, 1 x PS\nDismissed: 1 x PCSO\n", "reply.txt"))
    assert any(one.startswith("1 cases where outcome=warning, role=sergeant") for one in found["statements"])
    assert any(one.startswith("1 cases where outcome=dismissed, role=pcso") for one in found["statements"])


def test_multiplied_lines_that_differ_from_the_total_are_asked_about() -> None:
    text = "We investigated 7 cases.\n\n2 x PC – written warning\n1 x PS – management advice\n"
    assert sure(text, "reply.txt") == ["7 cases"]


def test_a_line_that_ends_in_a_colon_heads_the_list_below_it() -> None:
    assert sure("Cases received:\n2011 – 8\n2012 – 5\n", "reply.txt") == ["5 cases in 2012", "8 cases in 2011"]


def test_a_total_with_its_years_in_brackets() -> None:
    found = sure("The number of cases was 24 (2010: 8; 2011: 11; 2012: 5).\n", "reply.txt")
    assert found == ["11 cases in 2011", "24 cases", "5 cases in 2012", "8 cases in 2010"]


def test_complaints_about_something_else_are_not_ours_unasked() -> None:
    assert not sure("The number of cases about parking was 14 in 2010 and 15 in 2011.\n", "reply.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Parking penalties\nOutcome,2011,2012\nDismissed,4,5\nResigned,3,2\n",
        "Ref,Service,Outcome\n1,Parking,Dismissed\n2,Housing,Resigned\n3,Licensing,Written warning\n",
    ],
)
def test_a_table_that_names_nothing_of_the_question_says_so(text: str) -> None:
    assert "subject-unnamed" in lines(extracted(text))["issues"]
    assert "subject-unnamed" not in lines(extracted(f"Misuse of social media\n{text}"))["issues"]


def test_a_table_of_our_categories_or_of_what_we_count_needs_no_more_words() -> None:
    for text in (HEAD, "Year,Number of cases\n2011,8\n2012,9\n"):
        assert "subject-unnamed" not in lines(extracted(text))["issues"]


def test_a_sum_of_some_years_beside_the_total_only_checks_them() -> None:
    text = "Outcome,2010,2011,Sub-total,2012,Total\nDismissed,1,2,3,3,6\nResigned,2,2,4,2,6\n"
    found = [one for one in sure(text) if " in 20" not in one]
    assert found == ["6 cases where outcome=dismissed", "6 cases where outcome=resigned"]
    assert not extracted(text).open_numbers()


def test_all_of_a_variable_is_a_total_and_never_added() -> None:
    text = "Outcome,2010,2011\nDismissed,1,2\nResigned,2,2\nAll outcomes,3,4\n"
    assert not any("open" in one for one in lines(extracted(text))["statements"])
    assert len([one for one in sure(text) if "outcome=" in one]) == 4


def test_row_numbers_that_a_scan_lost_or_misread_are_no_counts_and_hide_no_row() -> None:
    text = (
        "No,Year,Role,Result\na.,2009,Police Constable,Dismissed\n2,2012,Police Staff,Written warning\n"
        ",2013,Sergeant,Resigned\n,2013,Police Staff,Resigned\n,2013,Police Constable,Dismissed\n"
        "6,2013,Police Constable,Dismissed\n"
    )
    found = [one for one in extracted(text).observations if one.role == "case row"]
    assert [one.amount.lo for one in found if one.amount] == [1] * 6
