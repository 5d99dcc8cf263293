"""Tables without padding: a word ends where the word of the next cell begins, and nothing is printed between."""

from __future__ import annotations

import pytest

from .pages import Paper, read, texts

SIZE = 9
ROWS = [
    ("Litter", "1,204", "311"), ("Noise complaints", "5,664", "7,218"), ("Trees", "3,034", "47"),
    ("Potholes", "26", "1,895"), ("Pests", "3", "28"),
]  # fmt: skip


def tight(rows: list[tuple[str, ...]], right: bool = True, letters: bool = False) -> Paper:
    """Columns as wide as their widest words, figures at their right or left, each cell a run, or each letter."""
    paper = Paper()
    wide = [max(paper.canvas.stringWidth(row[c], "Helvetica", SIZE) for row in rows) for c in range(len(rows[0]))]
    edges = [60.0]
    for width in wide:
        edges.append(edges[-1] + width)
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            width = paper.canvas.stringWidth(text, "Helvetica", SIZE)
            x = edges[column + 1] - width if right and column else edges[column]
            for part in text if letters else [text]:
                paper.write(x, 100 + 14 * n, part, SIZE)
                x += paper.canvas.stringWidth(part, "Helvetica", SIZE)
    return paper


@pytest.mark.parametrize("right", [True, False], ids=["right", "left"])
@pytest.mark.parametrize("letters", [True, False], ids=["letters", "runs"])
def test_cells_that_meet_are_two(right: bool, letters: bool) -> None:
    (table,) = read(tight(ROWS, right, letters)).tables
    assert texts(table) == [list(row) for row in ROWS]


@pytest.mark.parametrize("letters", [True, False], ids=["letters", "runs"])
def test_a_figure_is_not_cut_where_shorter_ones_of_its_column_begin(letters: bool) -> None:
    paper = Paper()
    figures = ("1,234,567", "234,567", "34,567", "567", "67", "7")
    for n, figure in enumerate(figures):
        paper.write(60, 100 + 14 * n, f"Ward {'ABCDEF'[n]}", SIZE)
        x = 200 - paper.canvas.stringWidth(figure, "Helvetica", SIZE)
        for part in figure if letters else [figure[:3], figure[3:]]:
            paper.write(x, 100 + 14 * n, part, SIZE)
            x += paper.canvas.stringWidth(part, "Helvetica", SIZE)
    (table,) = read(paper).tables
    assert [row[-1] for row in texts(table)] == list(figures)


def test_a_word_and_a_figure_that_meet_are_named_where_no_column_shows() -> None:
    paper = Paper()
    paper.letter(60)
    width = paper.canvas.stringWidth("Abandoned vehicles", "Helvetica", 10)
    paper.write(60, 200, "Abandoned vehicles").write(60 + width, 200, "30")
    reading = read(paper)
    assert [where.quote for issue in reading.issues for where in issue.locators] == ["vehicles30"]


def test_the_end_of_a_label_below_the_last_row_is_named() -> None:
    paper = Paper()
    for n, (label, *figures) in enumerate([*ROWS, ("Abandoned", "12", "7")]):
        paper.write(60, 100 + 14 * n, label, SIZE)
        for column, figure in enumerate(figures):
            paper.canvas.drawRightString(240 + 60 * column, paper.height - 100 - 14 * n, figure)
    paper.write(60, 100 + 14 * 6 - 4, "vehicles", SIZE)
    reading = read(paper)
    (table,) = reading.tables
    told = {where.quote for issue in reading.issues for where in issue.locators}
    assert texts(table)[-1][0] == "Abandoned vehicles" or {"Abandoned", "vehicles"} <= told


def test_heads_in_the_middle_of_columns_far_above_their_rows_belong_to_them() -> None:
    paper = Paper()
    for n, row in enumerate([("Type", "Open", "Closed"), *ROWS]):
        for column, text in enumerate(row):
            width = paper.canvas.stringWidth(text, "Helvetica", SIZE)
            middle = (0.0 if n else 20.0, 0.0 if n else 10.0, 0.0 if n else 10.0)[column]
            paper.write(60 + 110 * column + middle, 100 + 28 * n, text, SIZE)
            assert width < 100
    (table,) = read(paper).tables
    assert texts(table)[0] == ["Type", "Open", "Closed"]


def test_a_word_over_the_next_column_behind_a_figure_and_figures_not_shown_are_named() -> None:
    paper = Paper()
    rows = [("North", "5", "7", "2"), ("South", "4", "###", "1"), ("East", "0", "", "1"), ("West", "3", "8", "6")]
    for n, row in enumerate([("Ward", "Caught", "Freed", "Died"), *rows]):
        for column, text in enumerate(row):
            at = 60 + 80 * column
            if n and column:
                paper.canvas.setFont("Helvetica", SIZE)
                paper.canvas.drawRightString(at + 78, paper.height - 100 - 14 * n, text)
            else:
                paper.write(at, 100 + 14 * n, text, SIZE)
    paper.write(220, 100 + 14 * 3, "n/k", SIZE)
    reading = read(paper)
    told = {where.quote for issue in reading.issues for where in issue.locators}
    assert "###" in told
    assert ["East", "0", "n/k", "1"] in texts(reading.tables[0]) or "0 n/k" in told
