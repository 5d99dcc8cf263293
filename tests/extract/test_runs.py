"""Subtotals among the rows, shares of the total beside it, and sums that fail: only what they touch is open."""

from __future__ import annotations

from pathlib import Path

from .rehearsal import extracted, lines

HEAD = "Outcome,2010,2011,Total\n"


def said(text: str) -> dict[str, list[str]]:
    return lines(extracted(text))


def test_a_subtotal_adds_up_the_rows_right_above_it_and_no_others() -> None:
    found = said(
        HEAD + "NFA,4,2,6\nRetired,2,5,7\nResigned,3,1,4\nDismissed,2,1,3\nLeft subtotal,5,2,7\n"
        "Management advice,3,4,7\nTotal,14,13,27\n"
    )
    assert all(check.endswith("True") for check in found["checks"])
    assert any(
        "outcome=resigned|dismissed" in one or "outcome=dismissed|resigned" in one for one in found["statements"]
    )


def test_a_subtotal_that_no_run_of_rows_makes_still_fails() -> None:
    found = said(HEAD + "NFA,4,2,6\nResigned,3,1,4\nDismissed,2,1,3\nLeft subtotal,6,3,9\nTotal,9,4,13\n")
    assert any(check.endswith("False") for check in found["checks"])


def test_a_subtotal_with_uncoded_rows_is_a_check_and_no_statement() -> None:
    found = said(
        HEAD + "NFA,4,2,6\nResigned,3,1,4\nBadgered,2,1,3\nLeft subtotal,5,2,7\nAdvice,3,4,7\nTotal,12,8,20\n"
    )
    assert not any(one.startswith(("5 ", "7 cases where outcome=resigned")) for one in found["statements"])
    assert not found["open"]


def test_a_share_of_the_total_is_no_total() -> None:
    found = said("Outcome,2010,2011,Total,% of total\nNFA,4,2,6,60%\nResigned,3,1,4,40%\nTotal,7,3,10,100%\n")
    assert len(found["checks"]) == 5 and all(check.endswith("True") for check in found["checks"])


def test_a_column_that_does_not_add_up_leaves_the_others_as_they_are() -> None:
    found = said(HEAD + "NFA,4,2,6\nResigned,3,1,4\nTotal,7,4,10\n")
    held = [one for one in found["statements"] if "open" in one]
    assert "total-differs" in found["issues"] and not held


def test_cases_of_a_list_that_stand_in_a_longer_list_count_once(tmp_path: Path) -> None:
    from openpyxl import Workbook

    from foidesk.extract import extract

    from .rehearsal import context, reading_of

    book, at = Workbook(), tmp_path / "two.xlsx"
    sheet = book.active
    for row in [("Ref", "Outcome"), *((f"AB-{n:03}", "Resigned" if n % 2 else "Dismissed") for n in range(1, 9))]:
        sheet.append(row)
    again = book.create_sheet("Paid")
    for row in [("Ref", "Outcome", "Compensation"), *((f"AB-{n:03}", "Resigned", 100 * n) for n in (1, 3, 5))]:
        again.append(row)
    book.save(at)
    found = lines(extract(reading_of(at.read_bytes(), "two.xlsx"), context("two")))
    assert sum(one.startswith("1 cases") for one in found["statements"]) == 8
    assert sum("paid" in one for one in found["statements"]) == 3
    assert "cases-listed-again" in found["issues"]


def test_claim_numbers_in_two_parts_count_nothing() -> None:
    rows = "".join(f"{n},22-{300 + 9 * n},0{n}/02/2012,{'Resigned' if n % 2 else 'NFA'}\n" for n in range(1, 8))
    found = said("No.,Claim number,Date received,Outcome\n" + rows)
    assert sum(one.startswith("1 cases") for one in found["statements"]) == 7 and not found["open"]


def test_codes_in_capitals_with_their_words_are_no_cases() -> None:
    from foidesk.extract import extract

    from .rehearsal import context, reading_of

    text = (
        "The codes are:\n\nOC-RES   resigned\nOC-DIS   dismissed\nOC-RET   retired\nOC-NFA   no further action\n"
    )
    found = lines(extract(reading_of(text.encode(), "reply.txt"), context("reply")))
    assert not any(one.startswith("1 cases") for one in found["statements"])
