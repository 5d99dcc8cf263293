"""Heads that stand far above their rows, over unequal groups or alone: read or in doubt, never lost."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest

from foidesk import readers
from foidesk.model import Reading

from .pages import Paper, read, texts
from .test_tables_heads import centred

ENDS = [200.0, 270.0, 340.0, 410.0, 480.0]
ROWS = [
    ["Fly-tipping", "12", "14", "20", "22", "3"], ["Noise", "7", "3", "10", "5", "4"],
    ["Parking", "41", "38", "37", "40", "5"], ["All", "60", "55", "67", "67", "12"],
]  # fmt: skip
NAMES = ["Men", "Women", "Men", "Women", "Other"]


def body(paper: Paper, y: float, step: float, columns: int = 5, rows: int = 4) -> None:
    for n, (label, *values) in enumerate(ROWS[:rows]):
        paper.write(60, y + n * step, label)
        for end, value in zip(ENDS[:columns], values, strict=False):
            paper.write(end - paper.canvas.stringWidth(value, "Helvetica", 10), y + n * step, value)


def heads(paper: Paper, y: float, names: list[str]) -> None:
    for end, name in zip(ENDS, names, strict=False):
        centred(paper, end - 8, y, name)


def doubted(reading: Reading) -> list[str]:
    return [place.quote for issue in reading.issues if issue.kind == "row-in-doubt" for place in issue.locators]


def test_years_over_unequal_groups_stand_as_far_above_as_rows_stand_apart() -> None:
    paper = Paper()
    centred(paper, 227, 100, "2021")
    centred(paper, 402, 100, "2022")
    heads(paper, 128, NAMES)
    body(paper, 156, 28)
    (table,) = read(paper).tables
    assert texts(table)[:2] == [["", "2021", "2021", "2022", "2022", "2022"], ["", *NAMES]]


def test_a_head_over_some_columns_alone_belongs_to_its_table() -> None:
    paper = Paper()
    centred(paper, 367, 100, "of whom")
    heads(paper, 128, ["Opened", "Closed", "Upheld", "Partly"])
    body(paper, 156, 28, columns=4)
    (table,) = read(paper).tables
    assert texts(table)[0] == ["", "", "", "of whom", "of whom"]


def test_heads_of_several_lines_in_the_middle_of_their_row_are_whole() -> None:
    paper = Paper()
    for middle, lines in (
        (192, ["Complaints", "received"]),
        (262, ["Closed"]),
        (332, ["Average", "days to", "close"]),
    ):
        for n, line in enumerate(lines):
            centred(paper, middle, 112 + 12 * n - 6 * (len(lines) - 1), line)
    body(paper, 148, 24, columns=3)
    (table,) = read(paper).tables
    assert texts(table)[0] == ["", "Complaints received", "Closed", "Average days to close"]


def test_a_title_in_the_middle_is_no_head() -> None:
    paper = Paper()
    centred(paper, 270, 100, "Complaints by kind")
    heads(paper, 128, NAMES)
    body(paper, 156, 28)
    reading = read(paper)
    assert texts(reading.tables[0])[0] == ["", *NAMES]
    assert "Complaints by kind" not in doubted(reading)


def test_heads_that_a_table_does_not_hold_are_in_doubt() -> None:
    paper = Paper()
    centred(paper, 367, 78, "of whom")  # neither close nor as far above as rows stand apart
    heads(paper, 100, ["Opened", "Closed", "Upheld", "Partly"])
    body(paper, 114, 14, columns=4)
    assert doubted(read(paper)) == ["of whom"]


def test_two_columns_with_one_and_the_same_head_are_in_doubt() -> None:
    paper = Paper()
    heads(paper, 100, ["2021 Men", "Women", "2022 Men", "Women"])
    body(paper, 114, 14, columns=4)
    assert doubted(read(paper)) == ["Women", "Women"]


def test_heads_that_differ_are_not() -> None:
    paper = Paper()
    heads(paper, 100, ["2021", "2022", "2023", "2024"])
    body(paper, 114, 14, columns=4)
    assert not doubted(read(paper))


def test_one_line_of_heads_and_one_of_figures_is_a_table() -> None:
    paper = Paper()
    for end, name in zip(ENDS, ["2019", "2020", "2021"], strict=False):
        paper.write(end - paper.canvas.stringWidth(name, "Helvetica", 10), 100, name)
    body(paper, 114, 14, columns=3, rows=1)
    (table,) = read(paper).tables
    assert texts(table) == [["", "2019", "2020", "2021"], ["Fly-tipping", "12", "14", "20"]]


def test_the_lines_over_a_letter_are_none() -> None:
    paper = Paper()
    paper.write(60, 100, "Our reference").write(200, 100, "Your reference").write(340, 100, "Date")
    paper.write(60, 114, "FOI 1204").write(200, 114, "none given").write(340, 114, "4 May 2022")
    paper.letter(150)
    assert not read(paper).tables


def test_two_texts_side_by_side_read_across_are_in_doubt() -> None:
    paper = Paper()
    for n, (left, right) in enumerate([
        ("How many complaints were", "The figures are below; 4 more"),
        ("received in each year?", "are pending at the court."),
    ]):  # fmt: skip
        paper.write(60, 100 + 12 * n, left).write(300, 100 + 12 * n, right)
    assert len(doubted(read(paper))) == 2


def test_the_head_of_a_letter_with_an_address_beside_it_is_not() -> None:
    paper = Paper()
    for n, (left, right) in enumerate([
        ("Ms A Example", "Exampleton Town Hall"), ("4 Sample Road", "High Street"),
        ("Exampleton", "Our ref: FOI 12"),
    ]):  # fmt: skip
        paper.write(60, 100 + 12 * n, left).write(360, 100 + 12 * n, right)
    paper.letter(180)
    assert not doubted(read(paper))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_small_table_on_a_page_that_is_shown_on_its_side_is_read_turned(turn: int) -> None:
    paper = Paper()
    for n, row in enumerate([["", "2021", "2022"], ["Men", "4", "7"], ["Women", "3", "9"], ["All", "7", "16"]]):
        for x, text in zip((60, 160, 220), row, strict=True):
            paper.write(x, 100 + 16 * n, text)
    document, out = pdfium.PdfDocument(paper.pdf()), io.BytesIO()
    document[0].set_rotation(turn)
    document.save(out)
    reading = readers.read(out.getvalue(), "turned.pdf").reading
    assert texts(reading.tables[0])[1:] == [["Men", "4", "7"], ["Women", "3", "9"], ["All", "7", "16"]]


def test_figures_saved_as_words_of_a_page_are_raised() -> None:
    page = (
        b"<html><body><table><tr><td>Ward</td><td>2021</td><td>Notices</td></tr><tr><td>Ashgrove</td>"
        b'<td sdval="9">9</td><td>142</td></tr></table></body></html>'
    )
    for data, places in ((page, ["142"]), (page.replace(b' sdval="9"', b""), [])):
        issues = readers.read(data, "a.html").reading.issues
        assert [
            place.quote for one in issues if one.kind == "figures-as-words" for place in one.locators
        ] == places


def test_a_number_with_its_thousands_apart_is_one_in_a_row_that_ends_there() -> None:
    paper = Paper()
    for n, row in enumerate([
        ["Ward", "2021", "2022"], ["North", "1 204", "1 310"], ["South", "998", "12"], ["East", "41", "38"],
        ["All", "2 243", ""],
    ]):  # fmt: skip
        paper.write(60, 100 + 14 * n, row[0])
        centred(paper, 200, 100 + 14 * n, row[1])
        centred(paper, 260, 100 + 14 * n, row[2])
    (table,) = read(paper).tables
    assert texts(table)[-1] == ["All", "2 243", ""]


def test_a_sentence_between_two_tables_is_in_neither() -> None:
    paper = Paper()
    for n, row in enumerate([["2019", "12"], ["2020", "14"], ["2021", "9"]]):
        paper.write(250, 100 + 18 * n, row[0]).write(320, 100 + 18 * n, row[1])
    paper.write(60, 155, "In addition 5 were received by post and 7 by telephone.")
    paper.write(250, 176, "Upheld").write(320, 176, "3")
    reading = read(paper)
    assert not any("post" in cell.text for table in reading.tables for cell in table.cells)
    assert any("received by post" in block.text for block in reading.parts[0].blocks)


def test_a_first_row_of_figures_that_fell_into_the_heads_is_in_doubt() -> None:
    paper = Paper()
    for n, row in enumerate([
        ["", "Officers", "Staff"], ["", "2021", "2021"], ["Force", "2022", "2022"], ["", "12", "3"],
        ["A", "14", "4"],
        ["", "7", "1"], ["B", "9", "0"],
    ]):  # fmt: skip
        for x, text in zip((60, 200, 260), row, strict=True):
            paper.write(x, 100 + 12 * n, text)
    assert any("12" in quote for quote in doubted(read(paper)))


@pytest.mark.parametrize("corner", ["", "Ward"])
@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_heads_set_left_over_figures_set_right_keep_their_columns(rows: int, corner: str) -> None:
    """So spreadsheets print a head that is text over figures, with nothing over the labels or a word."""
    paper = Paper()
    for x, text in zip((60, 124, 188, 252), (corner, "2021", "2022", "All"), strict=True):
        paper.write(x, 100, text)
    figures = [
        ["North", "3", "9", "12"],
        ["South", "7", "16", "23"],
        ["East", "41", "8", "49"],
        ["All", "51", "33", "84"],
    ]
    for n, row in enumerate(figures[:rows]):
        paper.write(60, 113 + 13 * n, row[0])
        for end, value in zip((185, 249, 313), row[1:], strict=True):
            paper.write(end - paper.canvas.stringWidth(value, "Helvetica", 10), 113 + 13 * n, value)
    (table,) = read(paper).tables
    assert texts(table) == [[corner, "2021", "2022", "All"], *figures[:rows]]
