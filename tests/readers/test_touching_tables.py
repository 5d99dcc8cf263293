"""Ruled tables without a gap between them: two where they share no line, one where they do."""

from __future__ import annotations

from .pages import Paper, read, texts

WARDS = [("Ward", "Cases", "Upheld"), ("North", "12", "3"), ("South", "9", "1"), ("Total", "21", "4")]
YEARS = [("Year", "Cost"), ("2022", "1,200"), ("2023", "950")]


def test_a_table_right_below_another_is_a_second_one() -> None:
    paper = Paper()
    below = paper.table(100, WARDS, (120, 90, 90))
    paper.table(below, YEARS, (150, 150))
    assert [texts(table) for table in read(paper).tables] == [list(map(list, WARDS)), list(map(list, YEARS))]


def test_a_table_right_beside_another_is_a_second_one() -> None:
    paper = Paper()
    paper.table(100, WARDS, (100, 70, 70), height=18)
    paper.table(100, YEARS, (80, 80), x=300, height=24)
    assert [texts(table) for table in read(paper).tables] == [list(map(list, WARDS)), list(map(list, YEARS))]


def test_a_total_over_merged_columns_is_a_row_of_its_table() -> None:
    paper = Paper()
    below = paper.table(100, WARDS[:3], (120, 90, 90))
    paper.table(below, [("Both", "25"), ("Share", "4")], (210, 90))
    (table,) = read(paper).tables
    assert len(texts(table)) == 5
