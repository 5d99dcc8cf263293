"""Rows that hold others of their table, heads that may be money, and stocks told year by year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.extract import extract
from foidesk.model import Category

from .rehearsal import CODEBOOK, OUTCOME, ROLE, context, extracted, lines, reading_of

HEAD = "Outcome,2010,2011,2012\n"
LEFT = "Resigned,4,5,6\nDismissed,1,2,3\n"
REST = "NFA,10,12,14\nManagement advice,3,1,2\n"


def of_row(text: str, words: str) -> set[bool]:
    """Whether the figures under these words are open."""
    found = lines(extracted(text))["statements"]
    return {", open" in one for one in found if f"“{words}”" in one}


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Left the force,5,7,9\n{LEFT}{REST}",
        f"{HEAD}{LEFT}Left the force,5,7,9\n{REST}",
        f"{HEAD}{REST}Left the force,5,7,9\n{LEFT}",
        "Outcome,Cases\nLeft the force (all),15\nResigned,15\nDismissed,6\nNFA,36\n",
    ],
)
def test_a_row_of_no_known_kind_that_holds_the_rows_beside_it_is_asked_about(text: str) -> None:
    words = "Left the force (all)" if "(all)" in text else "Left the force"
    assert of_row(text, words) == {True}
    assert of_row(text, "Nobody") == set()


@pytest.mark.parametrize(
    "row",
    [
        "Badgered,5,7,8",
        "Badgered,4,7,9",
        "Badgered,0,0,0",
        "Badgered,14,17,20",
    ],
)
def test_a_row_of_no_known_kind_that_holds_no_others_stands(row: str) -> None:
    assert of_row(f"{HEAD}{LEFT}{row}\n{REST}", "Badgered") == {False}


def test_a_single_column_that_adds_up_by_chance_stands() -> None:
    assert of_row("Outcome,Cases\nNFA,36\nResigned,4\nDismissed,1\nBadgered,5\n", "Badgered") == {False}


def opened(text: str) -> list[str]:
    return [one.split(" (")[0] for one in lines(extracted(text))["statements"] if ", open" in one]


def test_what_there_was_on_one_day_of_each_year_is_never_added() -> None:
    stock = "Date,Cases\n31/12/2010,4\n31/12/2011,5\n31/12/2012,6\n"
    assert len(opened(stock)) == 3
    assert not opened(stock.replace("31/12/2011", "30/11/2011"))


def test_a_head_that_is_a_kind_and_a_sum_of_money_is_asked_about_beside_counts() -> None:
    """ "Paid" is what the survey calls an outcome, and what it calls the sums."""
    paid = Category("paid", "Paid", synonyms=("compensation",))
    outcome = replace(OUTCOME, categories=(*OUTCOME.categories, paid))
    asked = replace(context(), codebook=replace(CODEBOOK, variables=(ROLE, outcome)))
    text = "Role,{0} 2010,Compensation 2010,{0} 2011,Compensation 2011\nOfficer,4,900,5,800\nStaff,2,100,3,50\n"

    def found(text: str) -> list[str]:
        said = lines(extract(reading_of(text.encode(), "reply.csv"), asked))["statements"]
        return [one for one in said if "outcome=paid" in one and ", open" not in one]

    assert not found(text.format("Cases"))
    assert len(found(text.format("Resigned"))) == 4


@pytest.mark.parametrize("label", ["Average", "Mean", "Median", "Highest", "Lowest", "3-year average", "Maximum"])
def test_a_row_of_figures_about_the_others_counts_nothing(label: str) -> None:
    found = lines(extracted(f"{HEAD}{LEFT}{REST}{label},5,6,7\n"))
    assert len(found["statements"]) == 12 and not found["choices"]


@pytest.mark.parametrize("label", ["Average case", "Highest court", "Meanness", "Lowest rank"])
def test_a_kind_that_only_sounds_so_is_one(label: str) -> None:
    found = lines(extracted(f"{HEAD}{LEFT}{REST}{label},5,6,7\n"))
    assert any(f"“{label}”" in one or "[" in one for one in found["statements"])


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def by_month(last: int, hole: str) -> str:
    rows = "".join(f"{month},2,{1 if at < last else hole}\n" for at, month in enumerate(MONTHS))
    return f"Cases\nMonth,2012,2013\n{rows}Total,24,{last}\n"


@pytest.mark.parametrize("hole", ["", "-"])
def test_months_without_a_figure_at_the_end_of_the_last_year_are_no_noughts(hole: str) -> None:
    found = lines(extracted(by_month(9, hole)))
    assert any("zero, or not stated" in one for one in found["choices"])


def test_one_blank_december_is_a_nought_where_the_total_says_so() -> None:
    assert not lines(extracted(by_month(11, "")))["choices"]


def test_numbers_beside_dated_references_may_be_cases_or_people() -> None:
    rows = "Ref,Date,Resigned,Dismissed\nAB-001,01/02/2010,1,0\nAB-002,03/04/2011,0,2\n"
    more = "AB-003,05/06/2012,2,1\nAB-004,07/08/2012,1,1\n"
    assert len(opened(rows + more)) == 8
    undated = "".join(
        ",".join(row.split(",")[:1] + row.split(",")[2:]) + "\n" for row in (rows + more).splitlines()
    )
    assert not opened(undated)
