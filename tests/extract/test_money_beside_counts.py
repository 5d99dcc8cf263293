"""Rows called a rate that are counted, nouns with a unit of money, and sheets with other money beside ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Extraction, Measure, Variable

from .rehearsal import CASES, ROLE, context, extracted, lines, reading_of


def said(text: str) -> list[str]:
    return lines(extracted(text))["statements"]


def test_what_was_had_at_a_rate_is_counted() -> None:
    found = said("Outcome,2012,2013\nRetired at full rate,14,15\nDismissed,4,3\nResigned,2,5\nTotal,20,23\n")
    assert any(one.startswith("14 cases where outcome=“Retired at full rate” in 2012") for one in found)
    assert "20 cases in 2012 (total, foots-to-printed-total)" in found


def test_a_row_called_a_rate_that_the_total_needs_is_a_part_of_it() -> None:
    found = said("Outcome,2012,2013\nHalf rate,14,15\nDismissed,4,3\nResigned,2,5\nTotal,20,23\n")
    assert any(one.startswith("14 cases where outcome=“Half rate” in 2012") for one in found)


def test_one_column_that_adds_up_with_a_rate_may_do_so_by_chance() -> None:
    found = extracted("Outcome,Number of cases\nHalf rate,14\nDismissed,4\nResigned,2\nTotal,20\n")
    assert not any(one.startswith("14 ") for one in lines(found)["statements"])
    assert "total-differs" in {issue.kind for issue in found.issues}


def test_a_rate_beside_counts_that_add_up_without_it_is_none() -> None:
    found = said("Outcome,2012,2013\nDismissal rate,14,15\nDismissed,4,3\nResigned,2,5\nTotal,6,8\n")
    assert not any(one.startswith(("14 ", "15 ")) for one in found)
    assert "6 cases in 2012 (total, foots-to-printed-total)" in found


@pytest.mark.parametrize("row", ["£", "(£)", "GBP"])
def test_a_row_that_is_a_unit_alone_is_the_money_of_the_title(row: str) -> None:
    found = extracted(f"Compensation paid\n,2011,2012,2013\n{row},1200,800,950\n")
    told = lines(found)
    assert "1200 paid in 2011 (cell, single-typed-cell)" in told["statements"]
    assert not told["choices"]


def test_a_unit_alone_under_a_title_that_names_no_money_is_asked_about() -> None:
    told = lines(extracted("Cases\n,2011,2012,2013\n£,1200,800,950\n"))
    assert told["choices"] and not any("cases" in one for one in told["statements"])


def test_thousands_at_the_head_of_a_row_are_thousands() -> None:
    assert any(one.startswith("31500") for one in said("Compensation paid\n,2011,2012\n£000,31.5,18\n"))


def test_a_noun_with_a_unit_of_money_is_no_count_and_other_money_beside_it_stays_open() -> None:
    found = extracted(
        "Compensation\nYear,Cases (£),Tribunal fees (£),Training courses (£)\n2011,1200,71000,64000\n"
        "2012,800,72000,65000\n2013,950,73000,66000\n"
    )
    told = lines(found)
    assert any(one.startswith("1200 paid in 2011") for one in told["statements"])
    assert not any(" cases" in one or "71000" in one for one in told["statements"])
    assert {"71000", "66000"} <= set(told["open"])


def test_a_title_with_a_unit_of_money_over_bare_numbers_is_asked_about() -> None:
    told = lines(extracted("Cases (£)\nYear,Dismissed,Resigned\n2011,5,6\n2012,7,8\n"))
    assert told["choices"] and not any("single-typed-cell" in one for one in told["statements"])


def test_the_last_line_of_a_list_is_its_total_and_no_kind() -> None:
    found = extracted("Table 1 (outcome), 2012\nDismissed: 5\nResigned: 12\nTotal: 17\n", "reply.txt")
    assert any(one.startswith("17 cases in 2012") for one in lines(found)["statements"])


@pytest.mark.parametrize("head", ["Paid £", "Paid (£)", "Paid (£000)", "paid £"])
def test_a_noun_of_money_with_its_unit_is_no_kind(head: str) -> None:
    """ "Paid" may be an outcome as well: beside "Cases" and with a unit of money it is the money."""
    found = read(f"Rank,Cases,{head}\nSergeant,3,250\nInspector,2,40\nTotal,5,290\n")
    assert not [o for o in found.observations if "outcome" in o.where]
    assert {o.measure for o in found.observations} == {"cases", "paid"}


@pytest.mark.parametrize("heads", ["Paid,Refused", "Refused,Paid"])
def test_kinds_of_money_beside_each_other_stay_kinds(heads: str) -> None:
    found = read(f"Compensation by outcome\nRank,{heads}\nSergeant,300,250\nInspector,20,40\n")
    assert all("outcome" in o.where for o in found.observations)


@pytest.mark.parametrize(
    "line",
    [
        "2012 - sergeant, paid £890; 2 inspectors, both dismissed; constable, paid £150",
        "2012 - sergeant, paid £890; constable, paid £1,150; 3 inspectors, all dismissed",
    ],
)
def test_a_bare_number_among_sums_is_no_sum(line: str) -> None:
    found = extracted(f"Question 5\n\nEvery sum that we paid is below.\n\n{line}\n", "reply.txt")
    sums = [o.amount.lo for o in found.observations if o.measure == "paid" and o.amount is not None]
    assert not {2, 3} & set(sums)
    assert not [o for o in found.observations if o.measure == "paid" and o.accepted_by]


def read(text: str) -> Extraction:
    """An extraction where "paid" is an outcome and a noun of the money."""
    kinds = (Category("settled", "Settled", synonyms=("paid",)), Category("refused", "Refused"))
    outcome = Variable("outcome", "Outcome", "4", ("outcome",), categories=kinds)
    money = Measure("paid", "Money paid", "GBP", "money", ("paid", "compensation"))
    codebook = Codebook(1, (ROLE, outcome), (CASES, money))
    return extract(reading_of(text.encode(), "reply.csv"), replace(context(), codebook=codebook))
