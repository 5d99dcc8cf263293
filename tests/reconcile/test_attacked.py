"""What random honest replies (benchmarks/bounds/attack.py) found wrong, one case each, and some draws of them."""

from __future__ import annotations

from itertools import product

import pytest

from benchmarks.bounds.attack import drawn, wrong
from foidesk.model import VersionSeen

from .build import Reply, figure, kinds, run, year


@pytest.mark.parametrize("seed", [*range(1, 13), 2057, 3127, 20024])
def test_no_bound_of_an_honest_reply_leaves_the_truth_out(seed: int) -> None:
    assert not list(wrong(seed, *drawn(seed)))


def test_a_withheld_part_of_a_withheld_kind_may_have_cases() -> None:
    """ "Left <5, of whom dismissed <5" of 7 in all: the dismissed are 0 to 4, not none."""
    reply = Reply()
    reply.cell((0, 4), outcome="left")
    reply.cell((0, 4), outcome="dismissed")
    reply.cell((0, 4), outcome="warning")
    reply.cell((0, 4), outcome="advice")
    reply.total(7, "Table 1")
    for reading in ("stated", "true"):
        lo, hi = figure(run(reply), reading, outcome="dismissed") or (1, 0)
        assert lo == 0 and (hi is None or hi >= 4)


def test_a_table_of_fewer_cases_than_a_sentence_counts_is_no_total_and_cuts_nothing_off() -> None:
    reply = Reply()
    reply.cell(1, role="sergeant")
    reply.cell(1, role="staff")
    reply.says(3, outcome="resigned")
    result = run(reply)
    assert figure(result, outcome="resigned") == (3, 3)
    assert figure(result) == (3, None)


def test_a_breakdown_of_more_cases_than_a_sentence_counts_is_its_total_still() -> None:
    reply = Reply()
    reply.cell(1, role="sergeant")
    reply.cell(2, role="staff")
    reply.says(3, outcome="resigned")
    assert figure(run(reply)) == (3, 3)


def test_a_table_without_a_row_for_a_kind_that_others_count_is_no_total() -> None:
    """Constables are counted year by year; a table of sergeants and staff only is then not of all."""
    reply = Reply()
    for at, role in product((2009, 2010, 2011), ("constable", "sergeant", "staff")):
        reply.cell((1, 4), role=role, period=year(at))
    reply.cell(5, "Table 2", role="sergeant")
    reply.cell((1, 4), "Table 2", role="staff")
    lo, hi = figure(run(reply)) or (9, 9)
    assert lo <= 13 and (hi is None or hi >= 13)


def test_a_sentence_about_a_kind_without_a_row_makes_the_table_s_sum_a_least_number() -> None:
    reply = Reply()
    reply.cell(5, role="sergeant")
    reply.cell(1, role="staff")
    assert figure(run(reply)) == (6, 6)
    reply.says(1, role="constable", period=year(2010))
    assert figure(run(reply)) == (7, None)


def disputed() -> Reply:
    """Years that come to 4, by outcome, and a sentence of 8."""
    told = Reply()
    for at, number in ((2009, 0), (2010, 3), (2011, 1)):
        told.cell(number, outcome="dismissed", period=year(at))
        told.cell(0, outcome="warning", period=year(at))
        told.total(number, "Table 1", period=year(at))
    told.says(8)
    return told


def test_what_gives_way_over_all_days_is_not_certain_for_one_year_either() -> None:
    result = run(disputed())
    assert kinds(result) == ["contradiction"]
    lo, hi = figure(result, "true", period=year(2010)) or (9, 9)
    assert lo <= 3 and hi is None


def test_a_decision_on_all_days_holds_for_a_year() -> None:
    (asked,) = run(disputed()).choices
    four = next(one.id for one in asked.options if one.id == "4")
    assert figure(run(disputed(), answers={asked.id: four}), "true", period=year(2010)) == (3, 3)


def test_silence_of_one_way_of_deciding_is_no_zero_of_what_is_true() -> None:
    told = Reply()
    for at, number in ((2009, 4), (2010, 1), (2011, 3)):
        told.total(number, "Years", period=year(at))
    table = Reply("table.pdf")
    for number, role in ((6, "constable"), (4, "staff")):
        table.cell(number, role=role)
    lo, hi = figure(run(told, table), "true", period=year(2011), role="constable") or (9, 0)
    assert lo == 0 and (hi is None or hi >= 6)


def test_a_row_of_a_list_that_names_the_wider_kind_does_not_rule_the_finer_one_of_a_table_out() -> None:
    told = Reply()
    told.row(role="staff", outcome="advice", period=year(2009))
    told.row(role="officer", outcome="retired", period=year(2011))
    for role in ("constable", "sergeant", "staff"):
        told.cell((0, 2), role=role, period=year(2011))
    lo, hi = figure(run(told), role="sergeant", period=year(2011)) or (9, 0)
    assert lo == 0 and (hi is None or hi >= 1)


def test_what_a_sentence_says_of_some_is_no_most_of_the_kind() -> None:
    told = Reply()
    told.says(0, role="officer", outcome="retired", period=year(2009))
    for role in ("constable", "sergeant"):
        told.cell((0, 2), role=role, period=year(2009))
    assert figure(run(told), role="officer", period=year(2009)) == (0, 4)


def test_many_versions_at_once_leave_the_largest_total_possible() -> None:
    replies = []
    for at, number in enumerate((3, 4, 4, 4, 4, 5)):
        letter = Reply(f"letter {at}.pdf", date=f"2012-0{at + 1}-01")
        letter.version = VersionSeen("interim") if at == 0 else None
        letter.says(number)
        replies.append(letter)
    bounds = figure(run(*replies))
    assert bounds is None or (bounds[0] <= 3 and (bounds[1] or 9) >= 5)
