"""Rows of a list that are no cases of their own: sums, further payments, the same again, what is none of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.extract import extract

from .rehearsal import CASES, CODEBOOK, PAID, context, extracted, lines, reading_of

HEAD = "Ref,Date,Outcome,Compensation (£),Remarks\n"
ONE = "AB-001,12/04/2010,Resigned,250,\nAB-002,15/06/2010,NFA,0,\nAB-003,03/02/2011,Dismissed,4000,\n"
TWO = "AB-004,20/05/2011,Resigned,120,\nAB-005,11/11/2011,NFA,,\nAB-006,09/01/2012,NFA,,\n"


def read(text: str) -> dict[str, list[str]]:
    return lines(extracted(HEAD + text))


def counted(found: dict[str, list[str]], is_open: bool = False) -> int:
    return sum(one.startswith("1 cases") and (", open" in one) is is_open for one in found["statements"])


def paid(found: dict[str, list[str]]) -> int:
    return sum(int(one.split()[0]) for one in found["statements"] if " paid" in one and "(case row, s" in one)


def test_a_row_that_counts_and_sums_up_the_rows_above_is_no_case() -> None:
    found = read(f"{ONE}3 cases,,,4250,\n{TWO}3 cases,,,120,\n")
    assert counted(found) == 6 and not counted(found, is_open=True)
    assert paid(found) == 4370
    assert [check.rsplit(" ", 1)[1] for check in found["checks"]] == ["True", "True"]


@pytest.mark.parametrize("row", ["3 cases,,,5000,", "2 cases,,,120,", "various,,,700,"])
def test_a_row_that_tells_nothing_and_sums_up_nothing_is_asked_about(row: str) -> None:
    found = read(f"{ONE}{TWO}{row}\n")
    assert counted(found) == 6 and counted(found, is_open=True) == 1
    assert "row-unclear" in found["issues"]
    assert paid(found) == 4370


def test_a_sum_by_itself_inside_a_list_is_asked_about_and_no_printed_total() -> None:
    found = read(f"{ONE},,,500,\n{TWO}")
    assert counted(found) == 6 and paid(found) == 4370 and not found["checks"]
    assert any(one.startswith("500 paid") and ", open" in one for one in found["statements"])


@pytest.mark.parametrize("total", ["4250", "4370"])
def test_a_sum_without_words_that_adds_up_or_ends_the_list_is_a_printed_total(total: str) -> None:
    found = read(f"{ONE},,,{total},\n{TWO}" if total == "4250" else f"{ONE}{TWO},,,{total},\n")
    assert counted(found) == 6 and paid(found) == 4370
    assert found["checks"] and found["checks"][0].endswith("True")


def test_a_row_without_the_reference_that_all_others_have_is_asked_about() -> None:
    found = read(f"{ONE},,Resigned,500,\n{TWO}")
    assert counted(found) == 6 and counted(found, is_open=True) == 1


def test_a_list_that_gives_few_references_is_read() -> None:
    rows = (ONE + TWO).replace("AB-002", "").replace("AB-004", "").replace("AB-005", "")
    assert counted(read(rows)) == 6


def test_a_row_told_again_word_for_word_is_asked_about_with_its_sum() -> None:
    found = read(f"{ONE}{TWO}AB-003,03/02/2011,Dismissed,4000,\n")
    assert counted(found) == 6 and paid(found) == 4370
    assert [one for one in found["statements"] if one.startswith("4000 paid") and ", open" in one]
    again = read(f"{ONE}{TWO}AB-003,03/02/2011,Dismissed,700,\n")
    assert paid(again) == 5070


@pytest.mark.parametrize(
    ("remark", "is_open"),
    [
        ("Not a pothole - fallen tree", True),
        ("It was not caused by a pothole", True),
        ("Not an incident", True),
        ("Not the driver's first", False),
        ("Not upheld at first", False),
        ("A pothole", False),
    ],
)
def test_a_remark_that_the_row_is_of_something_else(remark: str, is_open: bool) -> None:
    measure = replace(CASES, nouns=("incident", "pothole incidents"))
    asked = replace(context(), codebook=replace(CODEBOOK, measures=(measure, PAID)))
    text = HEAD + ONE.replace("NFA,0,", f"NFA,0,{remark}") + TWO
    found = lines(extract(reading_of(text.encode(), "reply.csv"), asked))
    assert (counted(found) == 5) is is_open


def test_a_date_that_may_be_mistyped_is_told() -> None:
    assert "row-unclear" in read(ONE + TWO.replace("2012", "2102"))["issues"]
    assert "row-unclear" not in read(ONE + TWO.replace("2012", "2015"))["issues"]
