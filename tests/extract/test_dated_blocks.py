"""Labels and values in blocks, each under a year that is itself one of the values."""

from __future__ import annotations

from .rehearsal import extracted, lines

BLOCKS = (
    "Calendar year,2012\nCases,5\nDismissed,3\nResigned,2\nCalendar year,2013\nCases,4\nDismissed,1\nResigned,3\n"
)


def test_each_block_is_of_its_year() -> None:
    found = "\n".join(lines(extracted(BLOCKS, "blocks.csv"))["statements"])
    for said in (
        "5 cases in 2012",
        "3 cases where outcome=dismissed in 2012",
        "1 cases where outcome=dismissed in 2013",
    ):
        assert said in found
    assert "2013 cases" not in found and "2012 cases" not in found


def test_a_list_of_cases_with_a_year_in_each_row_stays_one_list() -> None:
    text = "Year,Outcome\n2012,Dismissed\n2013,Resigned\n2013,Dismissed\n"
    assert len([o for o in extracted(text, "list.csv").observations if o.role == "case row"]) == 3
