"""Shapes of tables met in other subjects: stacked, scaled, with sections, subtotals, dates and glosses."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from foidesk.extract import extract

from .rehearsal import context, extracted, lines, reading_of


def said(text: str) -> list[str]:
    return lines(extracted(text))["statements"]


def test_two_tables_in_one_frame_are_two() -> None:
    found = said(
        "Year,Number of cases\n2012,3\n2013,4\nTotal,7\nCases by outcome,\nOutcome,Number of cases\n"
        "Dismissed,5\nResigned,2\nTotal,7\n"
    )
    assert "5 cases where outcome=dismissed (cell, foots-to-printed-total)" in found
    assert not any("“" in one for one in found)


def test_money_in_thousands_is_scaled_and_counts_beside_it_stay_counts() -> None:
    found = said("Outcome,No.,Amount paid (£000)\nDismissed,3,31.5\nResigned,2,18\nTotal,5,49.5\n")
    assert "31500.0 paid where outcome=dismissed (cell, foots-to-printed-total)" in found
    assert any(one.startswith("3 cases where outcome=dismissed") for one in found)
    assert not any(one.startswith("3 paid") for one in found)


def test_a_grand_total_is_of_no_section() -> None:
    found = said(
        "Year,Number of cases\nPolice officers,\n2012,3\n2013,4\nSubtotal,7\n"
        "Police staff,\n2012,1\n2013,1\nSubtotal,2\nGrand total,9\n"
    )
    assert "9 cases (total, foots-to-printed-total)" in found or "9 cases (total, single-typed-cell)" in found


def test_a_subtotal_counts_what_adds_to_it() -> None:
    found = said("Outcome,Cases\nDismissed,3\nResigned,4\nLeavers sub-total,7\nManagement advice,2\nTotal,9\n")
    assert any(one.startswith("7 cases where outcome=dismissed|resigned (total") for one in found)


def test_a_list_with_sums_is_still_a_list() -> None:
    found = said(
        "Ref,Date,Outcome,Amount paid\nX-1,3/25/2012,Dismissed,£500\nX-2,4/2/2012,Resigned,£250\n"
        "X-3,12/14/2013,Retired,£100\nTotal,,,£850\n"
    )
    assert sum("1 cases" in one for one in found) == 3
    assert any("in 4/2/2012" in one for one in found)


def test_a_list_dated_twice_is_dated_by_neither_and_asked_about() -> None:
    found = lines(extracted(
        "Ref,Received date,Closed date,Outcome\nX-1,25/03/2010,01/02/2012,Dismissed\n"
        "X-2,14/04/2011,02/06/2013,Resigned\nX-3,15/12/2011,03/01/2014,Retired\n"
    ))  # fmt: skip
    assert "dates-differ" in found["issues"]
    assert all("open" in one and " in " not in one for one in found["statements"])


def test_brackets_that_agree_with_the_word_explain_it() -> None:
    found = said("No.,Rank,Result\n1,Officer (rank not recorded),Dismissed (dismissal)\n2,PC,Resigned (retired)\n")
    assert any("outcome=dismissed, role=officer" in one for one in found)
    assert any("outcome=“Resigned (retired)”" in one for one in found)


def test_a_row_of_which_in_words_nobody_knows_adds_nothing_until_a_person_says_so() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5\nResigned,12\nof which at night,7\n")
    assert [one.accepted_by for one in found.observations if one.amount and one.amount.lo == 7] == [""]
    assert found.choices


def test_two_columns_under_the_same_words_are_asked_about_and_not_added() -> None:
    found = extracted("Outcome,Cases 2011,Cases 2011\nDismissed,5,5\nResigned,12,13\n")
    assert {one.accepted_by for one in found.observations} == {""} and found.choices


def test_a_slip_of_the_keys_in_a_column_of_numbers_is_unreadable_and_no_list_of_cases() -> None:
    found = extracted("Outcome,Number of cases\nDismissed,5\nResigned,l2\n")
    assert {one.role for one in found.observations} == {"cell"}
    assert [str(one.amount.lo) if one.amount else "unreadable" for one in found.observations] == [
        "5",
        "unreadable",
    ]
    assert [seen.text for seen in found.open_numbers()] == ["l2"]


def test_rows_of_which_no_label_was_understood_are_asked_about_and_not_added() -> None:
    """A stock at the start, what came, what went, a stock at the end: their sum is nothing."""
    found = extracted(
        "Status,Number of cases\nOpen at start of year,4\nReceived in year,20\nClosed in year,18\nOpen at end,6\n"
    )
    assert {one.accepted_by for one in found.observations} == {""} and found.choices


@pytest.mark.parametrize("head", ["Number of cases (000s)", "Cases (in thousands)", "Cases '000"])
def test_counts_in_thousands_are_never_read_as_they_stand(head: str) -> None:
    found = extracted(f"Outcome,{head}\nDismissed,5\nResigned,12\n")
    assert not [one for one in found.observations if one.amount]
    assert [seen.text for seen in found.open_numbers()] == ["5", "12"]


@pytest.mark.parametrize("heading", ["Amount paid (£)", "Amount paid (£000)"])
def test_what_a_number_format_scales_is_what_the_workbook_stores(heading: str) -> None:
    book = Workbook()
    for row in (["Outcome", "Number of cases", heading], ["Dismissed", 3, 31_500], ["Resigned", 1200, 18_250]):
        book.active.append(row)
    for cell in (book.active["B3"], book.active["C2"], book.active["C3"]):
        cell.number_format = "#,##0.0,"
    held = io.BytesIO()
    book.save(held)
    found = lines(extract(reading_of(held.getvalue(), "reply.xlsx"), context("reply.xlsx")))["statements"]
    assert any(one.startswith("31500 paid where outcome=dismissed") for one in found)
    assert any(one.startswith("1200 cases where outcome=resigned") for one in found)


ROUNDED = (
    "All figures are rounded to the nearest 5,\n,\n"
    "Outcome,Number of cases\nDismissed,5\nResigned,15\nRetired,5\nTotal,{}\n"
)


def test_a_total_differs_from_rounded_parts_only_beyond_what_rounding_explains() -> None:
    near, far = (extracted(ROUNDED.format(total)) for total in (30, 55))
    assert "total-differs" not in {issue.kind for issue in near.issues}
    assert "total-differs" in {issue.kind for issue in far.issues}
    assert not any("foots-to-printed-total" in one for one in lines(near)["statements"])


@pytest.mark.parametrize(
    "heading", ["Amount paid (£000)*", "Amount paid (£'000)†", "£000 amount paid", "£'000 amount paid"]
)
def test_a_unit_before_the_words_or_with_the_mark_of_a_note_scales(heading: str) -> None:
    found = said(f"Outcome,No.,{heading}\nDismissed,3,31\nResigned,2,18\n\n* Source: register\n")
    assert any(one.startswith("31000 paid where outcome=dismissed") for one in found)
    assert not any(one.startswith("31 paid") for one in found)


@pytest.mark.parametrize("heading", ["Amount paid", "Amount paid (£)", "Amount paid (£)*", "£ amount paid"])
def test_sums_in_whole_pounds_are_as_printed(heading: str) -> None:
    found = said(f"Outcome,No.,{heading}\nDismissed,3,31\nResigned,2,18\n\n* Source: register\n")
    assert any(one.startswith("31 paid where outcome=dismissed") and ", open" not in one for one in found)


@pytest.mark.parametrize(
    ("over", "heading"),
    [
        ("All amounts in €\n\n", "Amount paid"),
        ("Sums in thousands\n\n", "Amount paid"),
        ("Compensation (£000)\n\n", "Amount paid"),
        ("", "Amount paid in thousands of pounds"),
        ("", "€ amount paid"),
    ],
)
def test_sums_below_another_unit_stay_open(over: str, heading: str) -> None:
    for head, rows in (
        ("Outcome", "Dismissed,31\nResigned,18\n"),
        ("Ref,Outcome", "A1,Dismissed,31\nA2,Resigned,18\n"),
    ):
        found = said(f"{over}{head},{heading}\n{rows}")
        assert not any(one.startswith(("31 paid", "18 paid")) for one in found)
