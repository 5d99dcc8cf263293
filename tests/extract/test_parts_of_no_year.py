"""Halves and quarters of a year that a table does not name; REHEARSAL."""

from __future__ import annotations

import pytest

from .rehearsal import extracted

ROWS = "Dismissed,4,5,9\nResigned,1,2,3\n"
QUARTERS = "Dismissed,4,5,1,2,12\nResigned,1,2,3,1,7\n"


def opened(text: str) -> set[bool]:
    return {bool(one.choice) for one in extracted(text).observations}


@pytest.mark.parametrize(
    "text",
    [
        f"Outcome,First half,Second half,Total\n{ROWS}",
        f"Outcome,H1,H2,Total\n{ROWS}",
        f"Outcome,1st half,2nd half,Total\n{ROWS}",
        f"Outcome,Q1,Q2,Q3,Q4,Total\n{QUARTERS}",
    ],
)
def test_parts_of_a_year_that_nobody_names_are_asked_about(text: str) -> None:
    assert opened(text) == {True}


@pytest.mark.parametrize(
    "text",
    [
        f"Outcome,2010 H1,2010 H2,Total\n{ROWS}",
        f"Cases in 2010\nOutcome,First half,Second half,Total\n{ROWS}",
        f"2010\nOutcome,Q1,Q2,Q3,Q4,Total\n{QUARTERS}",
        f"Outcome,2010,2011,Total\n{ROWS}",
        f"Outcome,Officers,Staff,Total\n{ROWS}",
        "Outcome,Number\nDismissed,4\nResigned,1\n",
    ],
)
def test_parts_of_a_year_that_stands_over_them_and_other_heads_are_read(text: str) -> None:
    assert opened(text) == {False}
