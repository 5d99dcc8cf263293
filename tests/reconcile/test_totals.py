"""What a body's total is, and what is never added."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.model import Missing, OneOf, Period

from .build import BODY, Reply, figure, financial, kinds, notes, option, run, year


def test_case_rows_add_up() -> None:
    reply = Reply()
    for role in ("officer", "officer", "staff"):
        reply.row(role=role)
    result = run(reply)
    assert figure(result) == (3, 3)
    assert figure(result, role="officer") == (2, 2)
    assert figure(result, role="not stated") == (0, 0)


def test_a_printed_total_is_a_check_and_never_added() -> None:
    reply = Reply()
    reply.cell(7, role="officer")
    reply.cell(5, role="staff")
    reply.total(12, "Table 1")
    result = run(reply)
    assert figure(result) == (12, 12)
    assert not result.choices


def test_a_sergeant_is_not_counted_beside_the_officers() -> None:
    reply = Reply()
    reply.cell(17, role="officer")
    reply.cell(4, role="sergeant")
    reply.cell(3, role="staff")
    reply.total(20, "Table 1")
    result = run(reply)
    assert figure(result, role="officer") == (17, 17)
    assert figure(result, role="sergeant") == (4, 4)
    assert figure(result, role="not stated") == (0, 0)


def test_officers_without_rank_stand_beside_constables_where_the_total_says_so() -> None:
    reply = Reply()
    reply.cell(10, role="officer")
    reply.cell(4, role="sergeant")
    reply.total(14, "Table 1")
    result = run(reply)
    assert figure(result, role="officer") == (14, 14)
    assert figure(result, "true", role="sergeant") == (4, 14)


def test_nesting_that_nothing_settles_spans_both_readings_and_is_raised() -> None:
    reply = Reply()
    reply.cell(17, role="officer")
    reply.cell(4, role="sergeant")
    reply.cell(3, role="staff")
    result = run(reply)
    assert figure(result) == (20, 24)
    assert "unclear-nesting" in notes(result)


def test_two_rows_of_one_table_with_one_meaning_add_up() -> None:
    reply = Reply()
    reply.cell(28, role="constable", quote="Police constable 28")
    reply.cell(1, role="constable", quote="Detective constable 1")
    assert figure(run(reply), role="constable") == (29, 29)


def test_a_number_said_twice_is_counted_once() -> None:
    reply = Reply()
    reply.says(20)
    reply.says(20)
    reply.total(20, "Table 1")
    assert figure(run(reply)) == (20, 20)


def test_two_totals_are_a_contradiction_and_span_both() -> None:
    reply = Reply()
    reply.says(20, quote="20 times")
    reply.says(19, quote="19 people or so")
    result = run(reply)
    assert figure(result) == (19, 20)
    (choice,) = result.choices
    assert choice.kind == "contradiction"
    assert {locator.quote for locator in choice.locators} == {"20 times", "19 people or so"}
    support = result.accounts.support("rehearsal-07", "cases", {})
    assert support is not None and any(caveat.startswith("contradicted") for caveat in support.caveats)


def test_a_decision_settles_a_contradiction() -> None:
    def reply() -> Reply:
        made = Reply()
        made.says(20, quote="20 times")
        made.says(19, quote="19 matters")
        return made

    (choice,) = run(reply()).choices
    result = run(reply(), answers={choice.id: option(choice, "19 matters")})
    assert figure(result) == (19, 19)
    support = result.accounts.support("rehearsal-07", "cases", {})
    assert support is not None and support.judgements == (choice.id,) and not support.caveats
    assert [c.id for c in result.choices] == [choice.id]


def test_tables_by_two_variables_that_differ_clash() -> None:
    reply = Reply()
    reply.cell(7, "By role", role="officer")
    reply.cell(5, "By role", role="staff")
    reply.cell(6, "By outcome", outcome="left")
    reply.cell(5, "By outcome", outcome="warning")
    result = run(reply)
    assert kinds(result) == ["contradiction"]
    assert figure(result) == (11, 12)


def test_parts_that_miss_their_own_printed_total_clash() -> None:
    reply = Reply()
    reply.cell(7, role="officer")
    reply.cell(5, role="staff")
    reply.total(13, "Table 1")
    result = run(reply)
    assert kinds(result) == ["contradiction"]
    assert figure(result) == (12, 13)


def test_a_short_breakdown_leaves_the_rest_not_stated() -> None:
    reply = Reply()
    reply.says(88)
    reply.cell(58, outcome="advice")
    reply.cell(16, outcome="left")
    result = run(reply)
    assert figure(result) == (88, 88)
    assert figure(result, outcome="not stated") == (14, 14)
    assert not result.choices and "breakdown-short" in notes(result)


def test_a_list_of_other_length_than_the_total_clashes() -> None:
    reply = Reply()
    reply.says(11)
    for _ in range(10):
        reply.row(outcome="left")
    result = run(reply)
    assert kinds(result) == ["contradiction"]
    assert figure(result) == (10, 11)
    assert figure(result, outcome="left") == (10, 10)


def test_more_rows_than_the_total_may_be_wrong_anywhere() -> None:
    reply = Reply()
    reply.says(9)
    for _ in range(10):
        reply.row(outcome="left")
    result = run(reply)
    assert figure(result) == (9, 10)
    assert figure(result, outcome="left") == (9, 10)


def test_prose_parts_make_up_no_total() -> None:
    reply = Reply()
    reply.says(2, outcome="dismissed")
    result = run(reply)
    assert figure(result) is None
    assert figure(result, outcome="dismissed") == (2, 2)
    assert "no-total" in notes(result)


def test_a_nil_return_is_a_zero_and_silence_is_not() -> None:
    reply = Reply()
    reply.says(0)
    result = run(reply)
    assert figure(result) == (0, 0)
    assert figure(result, role="officer") == (0, 0)
    silent = Reply()
    silent.says(Missing("refused"))
    assert figure(run(silent)) is None
    assert run(silent).accounts.answered("cases") == ()


def test_a_body_that_does_not_speak_of_roles_gives_no_zero() -> None:
    reply = Reply()
    reply.says(8)
    result = run(reply)
    assert figure(result, role="officer") is None
    assert figure(result, role="not stated") == (8, 8)
    assert figure(result, "true", role="officer") == (0, 8)


def test_years_that_tile_the_window_make_the_total() -> None:
    reply = Reply()
    for number, value in ((2009, 3), (2010, 4), (2011, 5)):
        reply.cell(value, period=year(number))
    result = run(reply)
    assert figure(result) == (12, 12)
    assert figure(result, period=year(2010)) == (4, 4)
    assert [p.label for p in result.accounts.periods("rehearsal-07", "cases")] == ["2009", "2010", "2011"]


def test_years_with_a_gap_are_a_least_number_and_each_its_own() -> None:
    """The body had no figure in any finding, nor in that by year."""
    reply = Reply()
    reply.cell(3, period=year(2009))
    reply.cell(5, period=year(2011))
    result = run(reply)
    assert figure(result) == figure(result, "true") == (8, None)
    assert figure(result, period=year(2011)) == (5, 5)
    assert result.accounts.answered("cases") == ("rehearsal-07",) and "periods-not-added" in notes(result)


def test_years_that_stop_early_carry_a_caveat_and_bind_nothing_above() -> None:
    reply = Reply()
    reply.cell(3, period=year(2009))
    reply.cell(4, period=year(2010))
    result = run(reply)
    assert figure(result) == (7, 7)
    assert figure(result, "true") == (7, None)
    assert "periods-differ" in notes(result)


def test_calendar_and_financial_years_are_never_added() -> None:
    reply = Reply()
    for number, value in ((2009, 3), (2010, 4), (2011, 5)):
        reply.cell(value, "Calendar", period=year(number))
    for number, value in ((2009, 4), (2010, 3)):
        reply.cell(value, "Financial", period=financial(number))
    assert figure(run(reply)) == (12, 12)


def test_a_year_that_sticks_out_of_the_window_widens() -> None:
    reply = Reply()
    reply.cell(3, period=financial(2008))
    reply.cell(4, period=financial(2009))
    reply.cell(5, period=financial(2010))
    reply.cell(2, period=financial(2011))
    result = run(reply)
    assert figure(result) == (9, 14)


def test_counts_by_two_kinds_of_date_are_a_question() -> None:
    reply = Reply()
    for number in (2009, 2010, 2011):
        reply.cell(3, "By event", period=year(number, "event"))
        reply.cell(4, "By decision", period=year(number, "decided"))
    result = run(reply)
    assert kinds(result) == ["reading"]
    assert figure(result) == (9, 12)


def test_a_figure_for_other_days_is_not_the_total() -> None:
    reply = Reply()
    reply.says(71, period=Period.days(date(2010, 1, 1), date(2011, 12, 31)))
    reply.says(69)
    result = run(reply)
    assert figure(result) == (69, 69)


def test_rows_dated_outside_the_window_do_not_count() -> None:
    reply = Reply()
    reply.row(role="officer", period=year(2010))
    reply.row(role="officer", period=year(2008))
    result = run(reply)
    assert figure(result) == (1, 1)


def test_a_suppressed_cell_is_what_the_total_leaves() -> None:
    reply = Reply()
    reply.cell(9, role="officer")
    reply.cell((0, 4), role="staff")
    reply.total(12, "Table 1")
    assert figure(run(reply), role="staff") == (3, 3)


def test_suppressed_cells_without_a_total_stay_open() -> None:
    reply = Reply()
    reply.cell(9, role="officer")
    reply.cell((1, 4), role="staff")
    result = run(reply)
    assert figure(result) == (10, 13)
    assert figure(result, role="not stated") == (0, 0)


def test_a_withheld_cell_leaves_the_sum_open() -> None:
    reply = Reply()
    reply.cell(9, role="officer")
    reply.cell(Missing("suppressed"), role="staff")
    assert figure(run(reply)) == (9, None)


@pytest.mark.parametrize("reading", ["stated", "true"])
def test_an_uncoded_phrase_may_be_anything_its_variable_asks(reading: str) -> None:
    reply = Reply()
    reply.says(11)
    reply.cell(9, outcome="left")
    reply.cell(2, outcome=OneOf((), "spoken to"))
    result = run(reply)
    assert figure(result, reading, outcome="warning") == (0, 2)
    assert figure(result, reading, outcome="left") == (9, 11)
    assert figure(result, outcome="not stated") == (0, 2)


def test_one_of_two_is_stated_of_neither_and_may_be_true_of_both() -> None:
    reply = Reply()
    reply.says(8)
    reply.cell(6, outcome=("resigned", "retired"))
    reply.cell(2, outcome="resigned")
    result = run(reply)
    assert figure(result, outcome="resigned") == (2, 2)
    assert figure(result, "true", outcome="resigned") == (2, 8)
    assert figure(result, outcome="left") == (8, 8)
    support = result.accounts.support("rehearsal-07", "cases", {"outcome": ("resigned",)})
    assert support is not None and "one of several" in support.caveats[0]


def test_a_part_larger_than_the_total_is_a_contradiction() -> None:
    reply = Reply()
    reply.says(1)
    reply.says(26, role="officer")
    result = run(reply)
    assert kinds(result) == ["contradiction"]
    assert figure(result) == (1, None)
    reply = Reply()
    reply.says(1)
    reply.cell(26, period=year(2010))
    assert kinds(run(reply)) == ["contradiction"]


def test_a_total_under_columns_of_some_years_is_of_these_years_and_says_so() -> None:
    reply = Reply()
    for at, left, warned in ((2009, 2, 3), (2010, 4, 1)):
        reply.cell(left, outcome="left", period=year(at))
        reply.cell(warned, outcome="warning", period=year(at))
    reply.total(6, "Table 1", outcome="left")
    reply.total(10, "Table 1")
    result = run(reply)
    assert figure(result) == (10, 10) and figure(result, outcome="left") == (6, 6)
    for where in ({}, {"outcome": ("left",)}):
        support = result.accounts.support(BODY, "cases", where)
        assert support is not None
        assert any("not 1 Jan 2009 to 31 Dec 2011" in words for words in support.caveats)
    assert figure(result, "true", outcome="left") == (6, None)


def test_sentences_that_add_up_by_chance_are_not_known_to_be_of_different_cases() -> None:
    """Two cases, one left, one was dismissed: the other case may have ended in any way."""
    reply = Reply()
    reply.says(2)
    reply.says(1, outcome="left")
    reply.says(1, outcome="dismissed")
    result = run(reply)
    assert figure(result, outcome="left") == (1, 2)
    assert figure(result, "true", outcome="warning") == (0, 1)


def test_rows_above_the_first_heading_that_hold_less_than_those_below_are_cases_of_their_own() -> None:
    reply = Reply()
    for branch, left, staff in (("", 1, 2), ("south", 3, 1)):
        where = {"outcome": OneOf((), branch)} if branch else {}
        reply.cell(left, role="constable", **where)
        reply.cell(staff, role="staff", **where)
    result = run(reply)
    assert figure(result) == (7, 7) and figure(result, role="constable") == (4, 4) and not kinds(result)


def test_rows_that_may_be_the_sums_of_those_below_stay_their_sums() -> None:
    reply = Reply()
    for branch, left, staff in (("", 5, 3), ("north", 2, 2), ("south", 3, 1)):
        where = {"outcome": OneOf((), branch)} if branch else {}
        reply.cell(left, role="constable", **where)
        reply.cell(staff, role="staff", **where)
    result = run(reply)
    assert figure(result, role="constable") == (5, 5) and not kinds(result)


def test_the_total_of_a_column_that_nobody_has_coded_is_of_its_cells_and_adds_to_those_beside_it() -> None:
    """Months are the rows; each column has its total, one of them under words that are not in the codebook."""
    reply, camps = Reply(), OneOf((), "the camps")
    for role, numbers in (("constable", (3, 2)), ("staff", (8, 6)), (camps, (1, 0))):
        for month, number in zip((1, 2), numbers, strict=True):
            days = Period.days(date(2009, month, 1), date(2009, month, 28), "month")
            reply.cell(number, role=role, period=days)
        reply.total(sum(numbers), "Table 1", role=role)
    result = run(reply)
    assert figure(result) == (20, 20) and figure(result, role="constable") == (5, 6)
