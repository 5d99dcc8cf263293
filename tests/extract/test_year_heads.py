"""A head over bare years says when they end; where it does not say when, a person is asked."""

from __future__ import annotations

import pytest

from .rehearsal import extracted

YEARS = [
    ("Number of cases\n\nOutcome,Cases in year to 31 March,,\n,2010,2011,2012\nDismissed,3,4,5\n", "2009-04-01"),
    ("Number of cases\n\nYear ended 31st March,Dismissed,Resigned\n2010,3,4\n2011,1,2\n", "2009-04-01"),
    ("Number of cases\n\n12 months to June 30,Dismissed,Resigned\n2010,3,4\n2011,1,2\n", "2009-07-01"),
    ("Cases by year to 31 March\n\nYear,Dismissed,Resigned\n2010,3,4\n2011,1,2\n", "2009-04-01"),
    ("Number of cases\n\nYear,Dismissed,Resigned\n2010,3,4\n2011,1,2\n", "2010-01-01"),
]


@pytest.mark.parametrize(("text", "first"), YEARS)
def test_bare_years_end_as_their_head_says(text: str, first: str) -> None:
    found = extracted(text)
    starts = sorted({one.period.start.isoformat() for one in found.observations if one.period is not None})
    assert starts[0] == first


@pytest.mark.parametrize("head", ["Financial year", "FY", "Fiscal Year"])
def test_a_financial_year_by_one_number_is_asked_about(head: str) -> None:
    found = extracted(f"Number of cases\n\n{head},Dismissed,Resigned\n2010,3,4\n2011,1,2\n")
    assert found.choices
    assert all(one.choice for one in found.observations)


def test_so_is_one_that_only_the_title_names() -> None:
    found = extracted("Cases by financial year\n\nYear,Dismissed,Resigned\n2010,3,4\n2011,1,2\n")
    assert found.choices
    assert all(one.choice for one in found.observations)


def test_financial_years_by_both_numbers_are_plain() -> None:
    found = extracted("Number of cases\n\nFinancial year,Dismissed,Resigned\n2010/11,3,4\n2011/12,1,2\n")
    assert not found.choices
    assert {one.period.start.isoformat() for one in found.observations if one.period} == {
        "2010-04-01",
        "2011-04-01",
    }


HALF_HEADED = [
    "Outcome,,2011,,2012,\n,Officers,Staff,PCSO,Officers,Staff\nDismissed,3,4,1,5,6\nResigned,1,2,9,7,8\n",
    "Outcome,2011,,2012,,\n,Officers,Staff,Officers,Staff,PCSO\nDismissed,3,4,1,5,6\nResigned,1,2,9,7,8\n",
    "Outcome,,2011,\n,Officers,Staff,PCSO\nDismissed,3,4,1\nResigned,1,2,9\n",
]


@pytest.mark.parametrize("table", HALF_HEADED)
def test_a_year_over_the_middle_of_its_columns_is_asked_about(table: str) -> None:
    found = extracted(f"Number of cases\n\n{table}")
    assert found.observations
    assert all(one.choice for one in found.observations)


def test_a_year_over_the_first_of_its_columns_is_of_all_of_them() -> None:
    found = extracted(
        "Number of cases\n\nOutcome,2011,,2012,\n,Officers,Staff,Officers,Staff\n"
        "Dismissed,3,4,1,5\nResigned,1,2,9,7\n"
    )
    assert not found.choices
    assert all(one.period for one in found.observations)
