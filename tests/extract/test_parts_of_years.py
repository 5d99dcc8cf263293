"""Months, quarters and halves that stand under a year, beside one, or between years: each in its own days."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

SECTIONS = """Quarter,Dismissed,Resigned,Total cases
2011/12,,,
Q1 (Apr-Jun),3,1,4
Q2 (Jul-Sep),2,2,4
Total 2011/12,5,3,8
2012/13,,,
Q1 (Apr-Jun),1,1,2
Q2 (Jul-Sep),0,4,4
Total 2012/13,1,5,6
Grand total,6,8,14
"""
COLUMN = """Year,Month,Cases
2011,November,4
2011,December,2
2012,January,7
2012,February,1
"""
FILLED = "Year,Half,Cases\n2011,H1,4\n,H2,2\n2012,H1,7\n,H2,1\n"
HEADS = "Outcome,2011,,2012,\n,Jan-Mar,Apr-Jun,Jan-Mar,Apr-Jun\nDismissed,3,1,2,0\nResigned,1,1,4,2\n"
BETWEEN = "Period,Cases\n2011,6\nJan,4\nFeb,2\n2012,8\nJan,7\nFeb,1\n"
BELOW = "Monat,Cases\nMai,4\nJuni,2\nTotal 2011,6\n"


def statements(text: str) -> list[str]:
    return lines(extracted(text, "reply.csv"))["statements"]


def days(text: str) -> set[str]:
    found = extracted(text, "reply.csv").observations
    return {one.period.describe() for one in found if one.period is not None and one.role != "total"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (SECTIONS, {"1 Apr 2011 to 30 Jun 2011", "1 Jul 2012 to 30 Sep 2012"}),
        (COLUMN, {"1 Nov 2011 to 30 Nov 2011", "1 Feb 2012 to 29 Feb 2012"}),
        (FILLED, {"1 Jan 2011 to 30 Jun 2011", "1 Jul 2012 to 31 Dec 2012"}),
        (HEADS, {"1 Jan 2011 to 31 Mar 2011", "1 Apr 2012 to 30 Jun 2012"}),
        (BETWEEN, {"1 Jan 2011 to 31 Jan 2011", "1 Feb 2012 to 29 Feb 2012"}),
    ],
    ids=["under a banner", "beside a year", "filled down", "under year heads", "between years"],
)
def test_a_part_of_a_year_is_of_the_year_that_it_stands_in(text: str, held: set[str]) -> None:
    assert held <= days(text)


def test_quarters_that_do_not_fit_the_year_stay_without_days() -> None:
    """April is no part of the first quarter of a calendar year: nobody knows which of the two the body means."""
    text = "Quarter,Cases\n2011,\nQ1 (Apr-Jun),4\nQ2 (Jul-Sep),2\n2012,\nQ1 (Apr-Jun),7\nQ2 (Jul-Sep),1\n"
    assert not any("Apr 2011" in said for said in days(text))


@pytest.mark.parametrize(
    "text",
    [
        "Year,Q1,Q2,Q3,Q4\n2011,3,1,2,0\n2012,1,1,4,2\n",
        "Outcome,2011,,2012,\n,Q1,Q2,Q1,Q2\nDismissed,3,1,2,0\nResigned,1,1,4,2\n",
    ],
)
def test_a_bare_q1_may_be_the_first_question(text: str) -> None:
    assert not any("Mar 2011" in said for said in days(text))


def test_a_category_called_like_a_month_stays_a_category() -> None:
    text = "Month,Cases\nMay,4\nLater,2\n"
    assert not days(text)
