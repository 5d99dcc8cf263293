"""Two tables without rules set level beside each other: two where the head of their labels stands twice."""

from __future__ import annotations

import pytest

from .pages import Paper, read, texts

AREAS = [("North", "12", "3"), ("South", "9", "1"), ("East", "21", "4"), ("West", "7", "2"), ("Docks", "5", "6")]
BRANCHES = [("Ash Lane", "40", "8"), ("Mill Road", "31", "5"), ("High Street", "28", "9"), ("Quay", "17", "3")]
Rows = list[tuple[str, ...]]


def beside(first: Rows, second: Rows) -> list[list[list[str]]]:
    """The tables read from a page with these two, labels left, figures right, on the same lines."""
    paper = Paper()
    for left, rows in ((60, first), (330, second)):
        for n, row in enumerate(rows):
            for column, text in enumerate(row):
                end = left + 100 + 55 * column
                x = left if column == 0 else end - paper.canvas.stringWidth(text, "Helvetica", 9)
                paper.write(x, 100 + 16 * n, text, 9)
    return [texts(table) for table in read(paper).tables]


def listed(rows: Rows) -> list[list[str]]:
    return [list(row) for row in rows]


@pytest.mark.parametrize("count", [3, 4])
def test_two_tables_of_one_head_of_labels_are_two(count: int) -> None:
    """As one, each line was one row, named by the label of the first: "North 12 3 Ash Lane 40 8"."""
    first = [("Place", "Cases", "Upheld"), *AREAS]
    second = [("Place", "Visits", "Loans"), *BRANCHES[:count]]
    assert beside(first, second) == [listed(first), listed(second)]


def test_a_list_set_in_two_columns_under_the_same_heads_stays_one_table() -> None:
    (table,) = beside([("Place", "Cases", "Upheld"), *AREAS], [("Place", "Cases", "Upheld"), *BRANCHES])
    assert table[1] == ["North", "12", "3", "Ash Lane", "40", "8"]


@pytest.mark.parametrize(
    "second",
    [
        [("Cases", "Open", "Closed"), ("8", "40", "8"), ("7", "31", "5"), ("6", "28", "9"), ("5", "17", "3")],
        [("Notes", "Open", "Closed"), ("see 4", "40", "8"), ("none", "31", "5"), ("all", "28", "9")],
        [("Place", "Open", "Closed"), ("8", "40", "8"), ("7", "31", "5"), ("6", "28", "9"), ("5", "17", "3")],
        [("Place", "Open", "Closed"), ("Quay", "40", "8")],
        [("Place", "By", "Why"), ("Quay", "hand", "old"), ("Mill", "post", "torn"), ("Lane", "hand", "lost")],
    ],
)
def test_columns_without_second_labels_below_the_same_head_stay_in_their_table(second: Rows) -> None:
    """Figures under the same head, too few labels, another head, or words behind them."""
    tables = beside([("Place", "Cases", "Upheld"), *AREAS], second)
    assert len(tables) == 1
