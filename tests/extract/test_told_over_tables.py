"""What stands over a table, beside its counts, or in place of small numbers, and what it leaves settled."""

from __future__ import annotations

import pytest

from foidesk.extract import extract
from foidesk.model import Extraction

from ..readers.make import xlsx
from ..readers.pages import Paper, read
from .rehearsal import context, extracted, lines, reading_of

WITHHELD = [
    ["Outcome", "2011", "2012", "2013"],
    ["Dismissed", "31", "35", "30"],
    ["Resigned", "12", "14", "16"],
    ["Retired", "<5", "<5", "0"],
    ["Words from the chief", "19", "38", "49"],
    ["All cases", "63", "88", "95"],
]
SPLIT = """<html><body><p>There were 18 cases: 7 in 2011, 5 in 2012 and 6 in 2013.</p><table>
<tr><td>Outcome</td><td>Cases</td></tr><tr><td>Dismissed</td><td>11</td></tr><tr><td>Resigned</td><td>7</td></tr>
<tr><td>Total</td><td>{total}</td></tr></table></body></html>"""


def printed(rows: list[list[str]]) -> Extraction:
    paper = Paper()
    paper.write(60, 60, "Cases by outcome and year")
    paper.table(80, rows, [140, 60, 60, 60])
    return extract(read(paper), context("reply.pdf"))


def test_totals_that_fit_with_little_withheld_bear_out_a_printed_table() -> None:
    found = printed(WITHHELD)
    assert not found.choices
    assert any("31 cases where outcome=dismissed in 2011" in one for one in lines(found)["statements"])


@pytest.mark.parametrize(
    "change",
    [(5, 1, "70"), (1, 1, "<5"), (3, 1, "")],
    ids=["a total that does not fit", "more withheld than the total can tell", "a hole"],
)
def test_else_it_is_asked_about(change: tuple[int, int, str]) -> None:
    row, column, text = change
    rows = [list(one) for one in WITHHELD]
    rows[row][column] = text
    assert printed(rows).choices


def dismissed_foots(found: Extraction) -> bool:
    told = lines(found)["statements"]
    return any(one.startswith("11 cases where outcome=dismissed (cell, foots") for one in told)


def test_numbers_of_years_over_a_table_do_not_date_it() -> None:
    found = extracted(SPLIT.format(total=18), "reply.html")
    assert any(
        one.startswith("11 cases where outcome=dismissed (cell, foots") for one in lines(found)["statements"]
    )


def test_a_sentence_of_other_numbers_leaves_its_years_in_doubt() -> None:
    text = SPLIT.format(total=18).replace(
        "18 cases: 7 in 2011, 5 in 2012 and 6 in 2013", "cases in 2011 and in 2013"
    )
    found = extracted(text, "reply.html")
    assert not any(
        one.startswith("11 cases where outcome=dismissed (cell, foots") for one in lines(found)["statements"]
    )


def test_shares_beside_counts_need_no_heading() -> None:
    text = "Outcome,No. Per cent,\nDismissed,30,55.6%\nResigned,14,25.9%\nRetired,10,18.5%\n"
    found = lines(extracted(text, "reply.csv"))
    assert not found["choices"]
    assert any(one.startswith("30 cases where outcome=dismissed") for one in found["statements"])


def test_the_name_of_the_body_narrows_no_title() -> None:
    text = "Rehearsal Force cases\nOutcome,2011,2012\nDismissed,3,4\nResigned,2,5\n"
    narrower = text.replace("Rehearsal Force", "Late")
    assert not lines(extracted(text, "reply.csv"))["choices"]
    assert lines(extracted(narrower, "reply.csv"))["choices"]


def test_a_number_that_a_workbook_stores_is_no_fraction_of_itself() -> None:
    """Programs set to English group by commas, whatever the language of the words around."""
    rows = [
        ["Ergebnis der Verfahren", None, None], ["Outcome", "2011", "2012"],
        ["Dismissed", 1121, 1150], ["Resigned", 245, 262], ["Gesamt", 1366, 1412],
        ["Kosten je Fall: 1.234,50 Euro und 2.300,75 Euro", None, None],
    ]  # fmt: skip

    def grouped(book: object) -> None:
        for row in book.active.iter_rows():  # type: ignore[attr-defined]
            for cell in row:
                cell.number_format = "#,##0"

    reading = reading_of(xlsx(rows, grouped), "reply.xlsx")
    found = lines(extract(reading, context("reply.xlsx")))
    assert any(one.startswith("1121 cases where outcome=dismissed in 2011") for one in found["statements"])
    assert any(one.startswith("1412 cases") and "foots-to" in one for one in found["statements"])
    assert "total-differs" not in found["issues"]
