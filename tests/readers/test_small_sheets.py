"""Small sheets without rules, as spreadsheets and browsers print them: columns that only their alignment parts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .pages import Paper, read, texts

SIZE = 9.0
GAP = 1.9  # points between a figure set right and the words of the next column, as LibreOffice prints them


def sheet(rows: Sequence[Sequence[str]], sides: str, widths: Sequence[float], step: float = 13) -> Paper:
    """Rows as a spreadsheet prints them: `sides` says of each column whether its cells stand left or right.

    A cell that is no figure stands left in a column of figures ("n").
    """
    paper = Paper()
    edges = [60.0]
    for width in widths:
        edges.append(edges[-1] + width)
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            right = sides[column] == "r" or (sides[column] == "n" and text[:1].isdigit())
            room = paper.canvas.stringWidth(text, "Helvetica", SIZE)
            x = edges[column + 1] - GAP / 2 - room if right else edges[column] + GAP / 2
            paper.write(x, 100 + step * n, text, SIZE)
    return paper


def doubted(paper: Paper) -> str:
    return " ".join(where.quote for issue in read(paper).issues for where in issue.locators)


KENNELS = [
    ("Kennel", "Dogs", "Breed kept", "Cost"), ("Hill", "7", "Collies and mixed", "1,204.50"),
    ("Marsh Lane", "112", "Any", "88.00"), ("Quay", "31", "Lurchers", "9,310.25"),
]  # fmt: skip
DATED = [
    ("Licence", "Holders", "Since", "Fee"), ("Barge", "1,310", "03/02/2019", "44"),
    ("Horse drawn", "12", "11/10/2020", "120"), ("Pedlar", "204", "29/06/2021", "7"),
]  # fmt: skip


@pytest.mark.parametrize("rows", [KENNELS, DATED], ids=["words", "dates"])
def test_figures_right_before_words_are_two_columns(rows: list[tuple[str, ...]]) -> None:
    (table,) = read(sheet(rows, "lrlr", (80, 50, 110, 60))).tables
    assert texts(table) == [list(row) for row in rows]


def test_a_figure_and_its_unit_are_one_cell() -> None:
    rows = [("Pool", "Wait"), ("Lido", "3 days"), ("Baths", "12 days"), ("Tarn", "140 days"), ("Weir", "9 days")]
    (table,) = read(sheet(rows, "lr", (80, 90))).tables
    assert texts(table) == [list(row) for row in rows]


def test_three_rows_of_labels_and_figures_close_to_the_longest_label_are_two_columns() -> None:
    rows = [("Flu vaccine", "880", "£8,412.10"), ("Cats", "12", "£0"), ("Shingles", "97", "£9,700.00")]
    (table,) = read(sheet(rows, "lrr", (67, 40, 80))).tables
    assert texts(table) == [list(row) for row in rows]


def test_a_share_in_brackets_and_the_figure_behind_it_are_two_cells() -> None:
    rows = [
        ("Quarry", "29 (14%)", "-"), ("Nursery", "78 (82%)", ""), ("Drain", "14 (89%)", "£96,434.89"),
        ("Visit", "90 (3%)", "*"), ("Repeat referral", "44 (85%)", "£39,681.96"), ("Badge", "-", "£90,663.14"),
    ]  # fmt: skip
    (table,) = read(sheet(rows, "lrr", (90, 40, 52))).tables
    assert texts(table) == [list(row) for row in rows]


def test_what_stands_for_a_figure_belongs_to_its_own_column() -> None:
    rows = [
        ("Clinic", "Spring", "Summer", "Autumn"), ("Eyes", "12", "<5", "9"), ("Feet", "110", "98", "*"),
        ("Ears", "n/k", "290", "305"), ("Skin", "31", "-", "18"),
    ]  # fmt: skip
    (table,) = read(sheet(rows, "lnnn", (80, 70, 70, 70))).tables
    assert texts(table) == [list(row) for row in rows]


def test_rows_set_in_their_middle_keep_their_lines() -> None:
    """Labels and words of two and three lines round the figures of their row, rows touching."""
    paper = Paper()
    rows = [
        (["Ferry"], "191", ["Joint library", "permit"]), (["Closed", "beacon", "post"], "206", ["Audit"]),
        (["Mobile", "boiler"], "18", ["Rural"]), (["Lamp"], "54", ["Pension", "drain"]),
    ]  # fmt: skip
    y = 100.0
    for label, figure, words in rows:
        tall = max(len(label), len(words))
        for x, lines in ((60, label), (150, [figure]), (200, words)):
            for n, text in enumerate(lines):
                paper.write(x, y + 11 * (tall - len(lines)) / 2 + 11 * n, text, SIZE)
        y += 11 * tall + 3
    (table,) = read(paper).tables
    assert texts(table) == [[" ".join(label), figure, " ".join(words)] for label, figure, words in rows]


def test_heads_that_run_up_the_page_stand_over_their_columns() -> None:
    paper = sheet(
        [("Refuse", "14", "111"), ("Call centre", "9", "240"), ("Museums", "0", "6")], "lrr", (90, 40, 40)
    )
    paper.write(60, 86, "Team", SIZE)
    for x, text in ((184, "Long term"), (224, "Unknown")):
        paper.canvas.saveState()
        paper.canvas.translate(x, paper.height - 88)
        paper.canvas.rotate(90)
        paper.canvas.drawString(0, 0, text)
        paper.canvas.restoreState()
    (table,) = read(paper).tables
    assert texts(table)[:2] == [["Team", "Long term", "Unknown"], ["Refuse", "14", "111"]]


@pytest.mark.parametrize("halves", [("26/01/2", "020"), ("£47,587.6", "9"), ("1,2", "04"), ("201", "8/19")])
def test_a_figure_that_its_cell_breaks_in_two_is_in_doubt(halves: tuple[str, str]) -> None:
    paper = Paper()
    paper.table(100, [["Ward", "Paid"], ["Mill", "\n".join(halves)], ["Hill", "31"]], [80, 44])
    assert " ".join(halves) in doubted(paper)


def test_two_figures_over_one_another_are_not() -> None:
    paper = Paper()
    paper.table(100, [["Ward", "Paid"], ["Mill", "12\n14"], ["Hill", "31"]], [80, 44])
    assert "12 14" not in doubted(paper)


def test_a_row_below_the_table_whose_figure_is_level_is_in_doubt() -> None:
    rows = [("Yard", "Skips", "Loads"), ("East", "12", "140"), ("West", "3", "9"), ("Mid", "44", "31")]
    paper = sheet(rows, "lrr", (90, 60, 60))
    right = 60 + 150 - GAP / 2
    paper.write(120, 100 + 13 * 5, "all yards together", SIZE)
    paper.write(right - paper.canvas.stringWidth("59", "Helvetica", SIZE), 100 + 13 * 5, "59", SIZE)
    found = read(paper)
    rows = [row for table in found.tables for row in texts(table)]
    assert any("59" in row for row in rows) or "59" in doubted(paper)
