"""Sheets wider than the paper: columns of later pages stand beside their rows, or are named as without labels."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from foidesk.model import Reading

from .pages import Paper, read, texts

NAMES = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Oak", "Pine", "Yew"]
HEADS = ["Ward", "Cases", "Upheld", "Open\nlonger", "Cost", "Visits"]
ROWS = [[name, *(str(11 + 7 * n + 13 * c) for c in range(5))] for n, name in enumerate(NAMES)]
WHOLE = [[head.replace("\n", " ") for head in HEADS], *ROWS]


def page(paper: Paper, columns: Sequence[int], rows: Sequence[Sequence[str]] = ROWS, heads: bool = True) -> None:
    """Some columns of the sheet: labels left, figures right, heads at the bottom of two lines."""
    for at, column in enumerate(columns):
        end = 150 + 110 * at
        for n, line in enumerate(reversed(HEADS[column].split("\n")) if heads else ()):
            put(paper, end, 92 - 11 * n, line, column)
        for n, row in enumerate(rows):
            put(paper, end, 110 + 15 * n, row[column], column)


def put(paper: Paper, end: float, y: float, text: str, column: int) -> None:
    paper.write(60 if column == 0 else end - paper.canvas.stringWidth(text, "Helvetica", 9), y, text, 9)


def print_out(*pages: tuple[Sequence[int], Sequence[Sequence[str]], bool]) -> Paper:
    paper = Paper()
    for n, (columns, rows, heads) in enumerate(pages):
        if n:
            paper.next_page()
        page(paper, columns, rows, heads)
    return paper


def doubts(reading: Reading) -> set[str]:
    return {place.quote for i in reading.issues if i.kind == "row-in-doubt" for place in i.locators}


def test_heads_of_two_lines_on_one_page_and_one_on_the_other() -> None:
    reading = read(print_out(((0, 1, 2), ROWS, True), ((3, 4, 5), ROWS, True)))
    assert [texts(table) for table in reading.tables] == [WHOLE]
    reading = read(print_out(((0, 3, 4), ROWS, True), ((1, 2, 5), ROWS, True)))
    assert [texts(table) for table in reading.tables] == [[[row[n] for n in (0, 3, 4, 1, 2, 5)] for row in WHOLE]]


def test_a_last_page_of_one_column_under_a_head_of_two_lines() -> None:
    reading = read(print_out(((0, 1, 2), ROWS, True), ((4, 5), ROWS, True), ((3,), ROWS, True)))
    (table,) = reading.tables
    assert texts(table) == [[row[n] for n in (0, 1, 2, 4, 5, 3)] for row in WHOLE]
    assert len({cell.place for cell in table.cells}) == len(table.cells)


def test_pages_printed_over_then_down_without_heads_on_the_later_ones() -> None:
    later = [[f"New {row[0]}", *(str(int(value) + 300) for value in row[1:])] for row in ROWS]
    first, second = (0, 1, 2), (3, 4, 5)
    sheet = print_out((first, ROWS, True), (second, ROWS, True), (first, later, False), (second, later, False))
    reading = read(sheet)
    assert [texts(table) for table in reading.tables] == [[*WHOLE, *later]]
    assert not doubts(reading)


def test_labels_repeated_on_each_page_stand_once() -> None:
    reading = read(print_out(((0, 1, 2), ROWS, True), ((0, 3, 4), ROWS, True), ((0, 5), ROWS, True)))
    assert [texts(table) for table in reading.tables] == [WHOLE]


@pytest.mark.parametrize(
    "later",
    [
        [["Ward", "Cases", "Upheld"], *(row[:3] for row in ROWS)],  # the same heads: another year's table
        [["Ward", "Cost", "Visits"], *([row[0] + "s", *row[1:3]] for row in ROWS)],  # other labels
        [["Ward", "Cost", "Visits"], *([row[0], *row[1:3]] for row in reversed(ROWS))],  # in another order
        [["Ward", "Cost", "Visits"], *(row[:3] for row in ROWS[:6])],  # fewer rows
    ],
)
def test_a_table_of_its_own_on_the_next_page_stays_one(later: list[list[str]]) -> None:
    paper = Paper()
    page(paper, (0, 1, 2))
    paper.next_page()
    for n, row in enumerate(later):
        for column, text in enumerate(row):
            put(paper, 150 + 110 * column, 92 + (3 if n else 0) + 15 * n, text, column)
    tables = read(paper).tables
    assert all(len(row) == 3 for table in tables for row in texts(table))


def test_a_table_with_a_title_of_its_own_is_not_put_beside_another() -> None:
    paper = Paper()
    page(paper, (0, 1, 2))
    paper.next_page()
    paper.write(60, 60, "Costs in the year after", 9)
    page(paper, (0, 4, 5))
    assert [len(texts(table)[0]) for table in read(paper).tables] == [3, 3]


def test_columns_without_labels_that_were_put_nowhere_are_named() -> None:
    """Rows that are blank there do not show where those of the last page belong."""
    paper = Paper()
    page(paper, (0, 1, 2))
    paper.next_page()
    page(paper, (4, 5))
    paper.next_page()
    page(paper, (3,), [row for n, row in enumerate(ROWS) if n in (0, 4, 8)])
    reading = read(paper)
    assert doubts(reading) >= {row[3] for n, row in enumerate(ROWS) if n in (0, 4, 8)}


def test_a_list_of_years_on_a_later_page_is_no_page_without_labels() -> None:
    paper = Paper()
    page(paper, (0, 1, 2))
    paper.next_page()
    years = [[str(2010 + n), *row[1:]] for n, row in enumerate(ROWS)]
    page(paper, (0, 1, 2), years)
    reading = read(paper)
    assert not [issue for issue in reading.issues if "no labels" in issue.what]
