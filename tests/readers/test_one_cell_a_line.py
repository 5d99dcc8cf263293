"""Tables of web pages and mails that came as plain text with every cell on a line of its own."""

from __future__ import annotations

import pytest

from foidesk.readers.plain import tables_of


def rows_of(text: str) -> list[list[list[str]]]:
    """Each table as rows of texts, an empty one where nothing stands in a column."""
    out = []
    for table in tables_of(text, "body"):
        width = max(cell.column for cell in table.cells) + 1
        rows = [[""] * width for _ in range(max(cell.row for cell in table.cells) + 1)]
        for cell in table.cells:
            assert text[cell.place.start : cell.place.end] == cell.text  # type: ignore[union-attr]
            rows[cell.row][cell.column] = cell.text
        out.append(rows)
    return out


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("Year|Calls|2021|10|2022|1,100", [["Year", "Calls"], ["2021", "10"], ["2022", "1,100"]]),
        (
            "Kind|2021|2022|Theft|4|<5|Fraud|-|7|Total|4|*",
            [["Kind", "2021", "2022"], ["Theft", "4", "<5"], ["Fraud", "-", "7"], ["Total", "4", "*"]],
        ),
        ("2021|2022|Theft|4|5|Fraud|6|7", [["", "2021", "2022"], ["Theft", "4", "5"], ["Fraud", "6", "7"]]),
        (
            "Calls by kind||2021||2022||Theft||4||5||Fraud||6||7",
            [["Calls by kind", "2021", "2022"], ["Theft", "4", "5"], ["Fraud", "6", "7"]],
        ),
        ("Theft|4 (40%)|Fraud|6 (60%)", [["Theft", "4 (40%)"], ["Fraud", "6 (60%)"]]),
        ("Spent|2021|£1,200|2022|£0.50", [["2021", "£1,200"], ["2022", "£0.50"]]),
    ],
)
def test_rows_that_are_all_alike_are_a_table(lines: str, rows: list[list[str]]) -> None:
    """The labels, figures and heads stand where the web page had them."""
    assert rows_of("Dear Sir,\n\n" + lines.replace("|", "\n") + "\n\nYours.\n") == [rows]


def test_a_bar_at_the_end_of_each_line_parts_cells_and_a_bar_alone_is_an_empty_one() -> None:
    """A table copied with its bars keeps its empty cells, which are then no figures of another column."""
    text = "In response:\n\n|\n2021 |\n2022 |\nTheft |\n76 |\n|\nFraud |\n67 |\n10 |\n"
    assert rows_of(text) == [[["", "2021", "2022"], ["Theft", "76", ""], ["Fraud", "67", "10"]]]


def test_each_year_over_its_own_pairs_is_a_table_of_its_own() -> None:
    """The year stands over the pairs below it, up to the next year."""
    text = "2021\nCalls received\n168\nCalls answered\n59\n2022\nCalls received\n151\nCalls answered\n52\n"
    assert rows_of(text) == [
        [["Calls received", "168"], ["Calls answered", "59"]],
        [["Calls received", "151"], ["Calls answered", "52"]],
    ]
    assert [table.caption for table in tables_of(text, "body")] == ["2021", "2022"]


@pytest.mark.parametrize(
    "lines",
    [
        "Year|Calls|2021|10|2022|2023|14",  # a cell was empty and is lost
        "Kind|2021|2022|Theft|4|Fraud|6|7",
        "Calls|Year|Number|Notes|2021|10|2022|12",  # which of the columns was empty?
        "Found|Lost|Notes|2021|5|6|2022|7|8",
        "2021|2022|2023|Theft|5|6|Fraud|7|8",
        "Question 1|54|Question 2|20",
        "1|54|2|20|3|30",
        "We were told.|54|Nobody came.|20",
        "Telephone|01632 960 123",
        "Your ref|1234|Our ref|5678",
    ],
)
def test_what_may_have_lost_a_cell_stays_text(lines: str) -> None:
    """No table is made of lines of which nobody can tell the columns."""
    assert rows_of(lines.replace("|", "\n")) == []


def test_records_whose_year_stands_last_are_rows() -> None:
    """Read line by line, each figure would stand under the year of the record above it."""
    text = "Calls: 29\nPaid: £30\nYear: 2021\n\nCalls: 18\nPaid: nil\nYear: 2022\n"
    assert rows_of(text) == [[["Calls", "Paid", "Year"], ["29", "£30", "2021"], ["18", "nil", "2022"]]]


@pytest.mark.parametrize(
    "text",
    [
        "Year: 2021\nCalls: 29\nYear: 2022\nCalls: 18\n",  # read line by line, as it stands
        "Calls: 29\nYear: 2021\nCalls: 18\nDate: 2022\n",
        "Calls: 29\nYear: 2021\n",
        "From: a@b.example\nSent: 2021\nFrom: c@b.example\nSent: 2022\n",
    ],
)
def test_other_labels_with_values_stay_text(text: str) -> None:
    assert rows_of(text) == []
