"""What a reply leaves out: years between others, kinds that no row names, words that say less than a category."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.model import OneOf, Period

from .build import BODY, Reply, figure, kinds, run, year


def years(*numbers: tuple[int, int]) -> Reply:
    """A table by year with its printed total, which has no date of its own."""
    reply = Reply()
    for at, number in numbers:
        reply.cell(number, period=year(at))
    reply.total(sum(number for _, number in numbers), "Table 1")
    return reply


def test_a_total_under_years_with_one_left_out_is_the_least_there_was() -> None:
    result = run(years((2009, 2), (2011, 3)))
    assert figure(result) == (5, None) == figure(result, "true")
    support = result.accounts.support(BODY, "cases", {})
    assert support is not None and any("between “2009” and “2011”" in words for words in support.caveats)


def test_a_total_under_years_with_one_left_out_contradicts_no_larger_total() -> None:
    reply = years((2009, 2), (2011, 3))
    reply.says(9)
    result = run(reply)
    assert figure(result) == (9, 9) and not kinds(result)


def test_a_total_under_years_with_one_left_out_still_tells_a_withheld_year() -> None:
    reply = Reply()
    reply.cell((0, 4), period=year(2009))
    reply.cell(3, period=year(2011))
    reply.total(5, "Table 1")
    assert "disclosure" in kinds(run(reply))


def test_the_total_of_a_kind_under_years_with_one_left_out_is_the_least_too() -> None:
    reply = Reply()
    for outcome in ("left", "warning"):
        for at in (2009, 2011):
            reply.cell(1, outcome=outcome, period=year(at))
        reply.total(2, "Table 1", outcome=outcome)
    reply.total(4, "Table 1")
    assert figure(run(reply)) == (4, None) and figure(run(reply), "true", outcome="left") == (2, None)


def test_a_total_under_a_single_year_is_of_that_year() -> None:
    result = run(years((2010, 5)))
    assert figure(result, "true") == (5, None) and figure(result, period=year(2010)) == (5, 5)


def test_months_without_a_case_may_be_left_out_and_the_total_is_of_all() -> None:
    reply = Reply()
    for month, number in ((2, 1), (5, 2)):
        days = date(2010, month, 1), date(2010, month, 28)
        reply.cell(number, period=Period.days(*days, "month", f"2010-{month:02}"))
    reply.total(3, "Table 1")
    assert figure(run(reply)) == (3, 3)


def test_a_kind_that_the_only_table_does_not_name_is_not_known_to_be_none() -> None:
    reply = Reply()
    reply.cell(9, outcome="left")
    reply.cell(1, outcome="advice")
    result = run(reply)
    assert figure(result, "true") == (10, None)
    assert figure(result, "true", outcome="warning") == (0, None) and figure(result, outcome="warning") == (0, 0)
    reply.total(10, "Table 1")
    assert figure(run(reply), "true", outcome="warning") == (0, 0)


def test_the_margins_of_a_table_do_not_bear_out_that_it_holds_all_cases() -> None:
    reply = Reply()
    for role, left, warned in (("constable", 1, 2), ("staff", 0, 1)):
        reply.cell(left, role=role, outcome="left")
        reply.cell(warned, role=role, outcome="warning")
        reply.total(left + warned, "Table 1", role=role)
    assert figure(run(reply)) == (4, 4) and figure(run(reply), "true") == (4, None)
    reply.cell(1, "by outcome", outcome="left")
    reply.cell(3, "by outcome", outcome="warning")
    assert figure(run(reply), "true") == (4, 4), "another table adds to the same number"


def test_two_tables_whose_ranges_meet_by_chance_do_not_bear_each_other_out() -> None:
    """Of ten cases one table leaves out three and the other one; both hide small numbers."""
    reply = Reply()
    reply.cell((0, 4), "by outcome", outcome="warning")
    reply.cell(7, "by outcome", outcome="left")
    reply.cell((1, 4), "by role", role="constable")
    reply.cell(5, "by role", role="staff")
    assert figure(run(reply), "true") == (7, None)


def test_a_printed_total_of_some_rows_that_is_smaller_than_they_are_is_a_contradiction() -> None:
    reply = Reply()
    for number, outcome in ((3, "dismissed"), (5, "resigned"), (4, "warning")):
        reply.cell(number, outcome=outcome)
    reply.total(7, "Table 1", outcome="left")
    reply.total(11, "Table 1")
    result = run(reply)
    assert kinds(result) == ["contradiction"]
    assert figure(result) == (11, 12) and figure(result, outcome="left") == (7, 8)


def test_subtotals_of_rows_and_of_columns_that_cross_contradict_nothing() -> None:
    """Two ranks by two ways of leaving, with a sum of each row, of each column, and of all."""
    reply, numbers = Reply(), {"constable": (12, 3), "staff": (4, 1)}
    for role, (dismissed, resigned) in numbers.items():
        reply.cell(dismissed, role=role, outcome="dismissed")
        reply.cell(resigned, role=role, outcome="resigned")
        reply.cell(2, role=role, outcome="warning")
        reply.total(dismissed + resigned, "Table 1", role=role, outcome=("dismissed", "resigned"))
    for column, number in (("dismissed", 16), ("resigned", 4), ("warning", 4)):
        reply.total(number, "Table 1", role=("constable", "staff"), outcome=column)
    reply.total(20, "Table 1", role=("constable", "staff"), outcome=("dismissed", "resigned"))
    reply.total(24, "Table 1")
    result = run(reply)
    assert not kinds(result)
    assert figure(result) == (24, 24) and figure(result, role="constable") == (17, 17)


@pytest.mark.parametrize("total", [0, 7])
def test_the_total_of_a_branch_that_nobody_has_coded_is_not_added_to_the_rows_it_may_hold(total: int) -> None:
    """Which of its rows the branch adds up is unknown; one of them stands for either of two ranks."""
    reply = Reply()
    reply.cell(4, role=("constable", "staff"))
    reply.cell(2, role="sergeant")
    reply.cell(1, role="unknown")
    reply.total(6, "Table 1", role=OneOf((), "the southern branch"))
    if total:
        reply.total(total, "Table 1")
    result = run(reply)
    low, high = figure(result) or (-1, None)
    assert not kinds(result) and low == 7 and high == (7 if total else 13)


def test_rows_of_two_tables_that_may_hold_the_same_case_are_not_added() -> None:
    """One constable was dismissed: each table names him in its own words."""
    reply, other = Reply("one.pdf"), Reply("other.pdf")
    reply.cell(1, role="officer", outcome="dismissed")
    reply.cell(0, role="staff", outcome="dismissed")
    other.cell(1, role="constable", outcome="left")
    other.cell(0, role="constable", outcome="warning")
    result = run(reply, other)
    low, _ = figure(result) or (9, 9)
    assert low == 1


def test_a_union_of_kinds_beside_rows_in_other_words_does_not_count_its_case_twice() -> None:
    reply, other = Reply("one.pdf"), Reply("other.pdf")
    reply.cell(1, "by both", role=("officer", "staff"), outcome=("resigned", "retired"))
    reply.cell(0, "by both", role=("constable", "staff"), outcome=("resigned", "retired"))
    reply.total(1, "by both")
    other.cell(1, "by both", role=OneOf((), "spoken to"), outcome=("resigned", "retired"))
    other.cell((0, 4), "by both", role="staff", outcome=("resigned", "retired"))
    other.total(1, "by both", outcome=("resigned", "retired"))
    result = run(reply, other)
    assert figure(result) == (1, 1) and figure(result, "true", outcome="left") == (1, 1)


@pytest.mark.parametrize("is_prose", [False, True])
def test_a_kind_that_some_years_state_with_one_left_out_is_the_least_number(is_prose: bool) -> None:
    """It was exact: 1 of 2009 and 1 of 2011 are not all of 2009 to 2011."""
    reply = Reply()
    for at in (2009, 2011):
        reply.says(2, period=year(at))
        for outcome in ("left", "warning"):
            told = reply.says if is_prose else reply.cell
            told(1, outcome=outcome, period=year(at))
    result = run(reply)
    assert figure(result) == (4, None)
    assert figure(result, outcome="left") == (2, None)
    assert figure(result, outcome="left", period=year(2011)) == (1, 1)


def test_cases_told_of_some_years_beside_a_total_stay_what_is_stated() -> None:
    reply = Reply()
    reply.says(4)
    for at in (2009, 2011):
        reply.says(1, outcome="left", period=year(at))
    assert figure(run(reply), outcome="left") == (2, 2)


def test_a_kind_of_which_every_year_is_stated_stays_exact() -> None:
    reply = Reply()
    for at in (2009, 2010, 2011):
        reply.cell(1, outcome="left", period=year(at))
    assert figure(run(reply), outcome="left") == (3, 3)
