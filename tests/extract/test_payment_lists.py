"""Lists of payments as finance offices send them: references, blocks, sums, several columns, sums in words."""

from __future__ import annotations

from typing import Any

from .rehearsal import extracted, lines

HEAD = "File #,Payee,Division,Amount paid\n"


def told(text: str) -> dict[str, Any]:
    return lines(extracted(text))


def paid(text: str) -> list[str]:
    """The sums that stand, as "6000 (rule)"."""
    return [one for one in told(text)["statements"] if " paid" in one and "(total" not in one]


def test_a_list_marked_by_references_is_a_list_whatever_its_other_columns_hold() -> None:
    found = told(
        HEAD + "06-072A,A Firm,North,900.50\n07-00177,B Firm,North,100.00\n3:10-cv-0012,C Firm,South,80.00\n"
    )
    assert sum(" paid (case row, single-typed-cell)" in one for one in found["statements"]) == 3
    assert found["choices"] == ["Does each row of sheet 'csv' table 1 stand for one of the cases?"]
    assert not found["open"]


def test_its_printed_sum_is_checked_and_not_added() -> None:
    found = told(
        HEAD + "06-072A,A Firm,North,900.50\n07-00177,B Firm,North,100\n08-0012,C Firm,South,80\nTotal,,,1080.50\n"
    )
    assert "1080.50 paid (total, foots-to-printed-total)" in found["statements"]
    assert found["issues"] == ["kinds-unknown"]  # the divisions; the sum itself is right


def test_a_sum_that_its_rows_contradict_is_raised() -> None:
    found = told(
        HEAD + "06-072A,A Firm,North,900.50\n07-00177,B Firm,North,100\n08-0012,C Firm,South,80\nTotal,,,999\n"
    )
    assert "total-differs" in found["issues"]
    assert not any("999" in one for one in found["statements"])


def test_blank_rows_do_not_end_it_and_a_sum_below_stands_for_all() -> None:
    blank = ",,,\n,,,\n"
    first, second = "06-072A,A,North,900\n07-00177,B,North,100\n", "08-0012,C,South,80\n09-0013,D,South,20\n"
    text = f"{HEAD}{first}{blank}{second}{blank},Total paid,,1100\n"
    found = told(text)
    assert sum("(case row" in one and " paid" in one for one in found["statements"]) == 4
    assert "1100 paid (total, foots-to-printed-total)" in found["statements"]
    assert "total-differs" not in found["issues"]


def test_headings_below_the_first_row_are_headings() -> None:
    found = paid(f"06-072A,A Firm,North,900.50\n{HEAD}07-00177,B Firm,North,100.00\n08-0012,C,South,80\n")
    assert len(found) == 3


def test_two_columns_that_say_the_same_count_once() -> None:
    head = "File #,Payee,Amount paid,Amount paid in all\n"
    text = f"{head}06-072A,A Firm,900,900\n07-00177,B Firm,100,100\n08-0012,C,80,80\n"
    assert len(paid(text)) == 3


def test_a_judgment_or_a_settlement_in_each_row_add_up() -> None:
    head = "File #,Payee,Judgment amount paid,Settlement amount paid\n"
    text = f"{head}06-072A,A,900,0\n07-00177,B,0,100\n08-0012,C,0,80\n"
    assert not any("Several columns" in one for one in told(text)["choices"])


def test_two_columns_that_differ_are_asked_about() -> None:
    text = (
        "File #,Payee,Amount paid,Amount paid with costs\n06-072A,A,900,950\n07-00177,B,100,170\n08-0012,C,80,81\n"
    )
    assert any("Several columns" in one for one in told(text)["choices"])


def test_sums_told_in_words_are_read_and_several_in_a_cell_are_asked_about() -> None:
    text = (
        "Claimant,Result,Date closed\n"
        "A,Case settled for £2250,01/02/2012\nB,Settled: £9000.00,03/04/2012\n"
        'C,"Settled: first £5,000; second £7,000; in all £12,000",13/04/2012\n'
        'D,"Paid £300, then £450",14/05/2013\n'
    )
    found = told(text)
    assert sum(one.startswith(("2250 paid", "9000.00 paid", "12000 paid")) for one in found["statements"]) == 3
    assert any("several sums" in one for one in found["choices"])


def test_a_list_sent_twice_under_its_references_counts_once() -> None:
    rows = "06-072A,A Firm,North,900\n07-00177,B Firm,North,100\n08-0012,C,South,80\n"
    found = told(f"First\n{HEAD}{rows},,,\n,,,\nAgain\n{HEAD}{rows}")
    assert sum("(case row" in one and " paid" in one for one in found["statements"]) == 3
    assert "list-repeated" in found["issues"]


def test_a_number_joined_to_its_unit_counts_nothing() -> None:
    assert told("This is a 24-year case about a 12-page report.\n")["open"] == []


def test_a_sum_in_words_nobody_reads_keeps_the_total_from_being_exact() -> None:
    """“2 x 50” in a column of sums: the row was paid something, and the number stays open."""
    found = extracted(
        HEAD + "06-072A,A Firm,North,900.50\n07-00177,B Firm,North,2 lots of 50 each\n08-0012,C,South,80\n"
    )
    sums = [one.amount for one in found.observations if one.measure == "paid" and one.amount]
    assert sorted((amount.lo, amount.hi) for amount in sums if amount.hi is not None) == [(80, 80), (900.5, 900.5)]
    assert [amount.lo for amount in sums if amount.hi is None] == [0]
    assert lines(found)["open"]


def test_a_row_whose_sum_is_blank_leaves_the_others_right_if_it_has_a_reference_of_its_own() -> None:
    rows = [f"08-00{n},Firm {n},North,{n}00\n" for n in range(10, 20)]
    found = told(HEAD + "".join(rows) + "09-0050,Late Firm,North,\n")
    assert sum(" paid (case row, single-typed-cell)" in one for one in found["statements"]) == 10


def test_a_row_without_sum_and_reference_or_with_that_of_another_is_asked_about() -> None:
    rows = [f"08-00{n},Firm {n},North,{n}00\n" for n in range(10, 20)]
    for odd in (",Some words,North,\n", "08-0012,Firm 12,North,\n"):
        assert not any("single-typed-cell" in one for one in paid(HEAD + "".join(rows) + odd))


def test_a_list_of_which_many_rows_hold_no_sum_is_asked_about() -> None:
    rows = [f"08-00{n},Firm {n},North,{n}00\n" for n in range(10, 15)]
    empty = [f"09-00{n},Firm {n},North,\n" for n in range(10, 15)]
    assert not any("single-typed-cell" in one for one in paid(HEAD + "".join(rows + empty)))


def test_a_limit_of_cases_says_nothing_of_the_money_paid_in_them() -> None:
    table = "Outcome,Number of cases,Compensation paid\nResigned,12,£4200.50\nDismissed,*,*\nAdvice,7,£700\n\n"
    stated = {
        (seen.measure, seen.amount.lo, seen.amount.hi)
        for seen in extracted(f"{table}* denotes fewer than five\n").observations
        if seen.amount is not None and not seen.amount.is_exact
    }
    assert stated == {("cases", 0, 4), ("paid", 0, None)}


CASES = "Case ref,Date,Rank,Outcome,{}\n22-300,03/02/2012,PC,Dismissed,5\n22-309,05/03/2012,PS,Resigned,7\n"


def test_sums_of_a_list_are_in_the_unit_of_their_heading() -> None:
    for unit, times in (("£", 1), ("£000", 1000), ("£k", 1000), ("£m", 1_000_000)):
        found = told(
            CASES.format(f"Compensation paid ({unit})") + "22-310,06/03/2012,PC,Resigned,2\nTotal,,,,14\n"
        )
        assert {float(one.split()[0]) for one in found["statements"] if " paid" in one} == {
            n * times for n in (5, 7, 2, 14)
        }, unit
        assert not found["open"]


def test_sums_of_a_list_in_another_currency_or_an_unnamed_scale_stay_open() -> None:
    for head in ("Compensation paid (€)", "Compensation paid ($000)", "Compensation paid (in thousands)"):
        found = told(CASES.format(head))
        assert not [one for one in found["statements"] if " paid" in one], head
        assert found["open"] == ["5", "7"]
