"""Heads, parts and footnotes as statistical offices set them."""

from __future__ import annotations

from itertools import pairwise

from .pages import Paper, read, texts

FIGURES = [["Arson", "9.8", "4.3", "5.5"], ["Theft", "65.6", "16.0", "49.6"], ["Robbery", "102.1", "25.5", "76.6"]]
RIGHTS = [250.0, 310.0, 370.0]


def rows_of_figures(paper: Paper, y: float, rows: list[list[str]] = FIGURES, step: float = 12) -> float:
    """Labels to the left, figures to the right of their columns; gives the height below them."""
    for n, (label, *values) in enumerate(rows):
        paper.write(60, y + step * n, label)
        for right, value in zip(RIGHTS, values, strict=True):
            paper.write(right - paper.canvas.stringWidth(value, "Helvetica", 10), y + step * n, value)
    return y + step * len(rows)


def centred(paper: Paper, middle: float, y: float, text: str) -> None:
    paper.write(middle - paper.canvas.stringWidth(text, "Helvetica", 10) / 2, y, text)


def bordered(paper: Paper) -> None:
    """A table of three rows under a head, of which only the pieces of borders show rows and columns."""
    xs, ys = [58, 190, 255, 315, 375], [88, 100, 112, 124, 136, 148]
    for y in (ys[0], ys[2], ys[-1]):
        for a, b in pairwise(xs):
            paper.line(a, y, b, y)
    for a, b in pairwise(xs[1:]):
        paper.line(a, ys[1], b, ys[1])
    for x in (xs[1], xs[-1]):
        for a, b in pairwise(ys):
            paper.line(x, a, x, b)


def test_joints_of_borders_part_rows_and_columns_that_no_rule_parts() -> None:
    paper = Paper()
    centred(paper, 282, 98, "All ages")
    for middle, text in zip((222, 285, 345), ("Total", "Under 18 yrs", "18 and over"), strict=True):
        centred(paper, middle, 110, text)
    rows_of_figures(paper, 122)
    bordered(paper)
    (table,) = read(paper).tables
    assert texts(table) == [
        ["", "All ages", "All ages", "All ages"],
        ["", "Total", "Under 18 yrs", "18 and over"],
        *FIGURES,
    ]


def test_heads_that_nearly_touch_stay_with_their_columns() -> None:
    paper = Paper()
    paper.write(60, 100, "Offence").write(196, 100, "Per cent of all").write(266, 100, "Under 18 yrs")
    paper.write(329, 100, "18 and over")
    rows_of_figures(paper, 114)
    (table,) = read(paper).tables
    assert texts(table) == [["Offence", "Per cent of all", "Under 18 yrs", "18 and over"], *FIGURES]


def test_phrases_in_the_middle_name_the_parts_of_a_table() -> None:
    paper = Paper()
    paper.write(60, 100, "Offence")
    for right, head in zip(RIGHTS, ("2019", "2020", "2021"), strict=True):
        paper.write(right - 22, 100, head)
    centred(paper, 215, 114, "Urban districts")
    centred(paper, 215, rows_of_figures(paper, 127), "Rural")
    rows_of_figures(paper, 176)
    (table,) = read(paper).tables
    parts = {c.text: (c.row, c.column, c.column_to) for c in table.cells if c.text in ("Urban districts", "Rural")}
    assert parts == {"Urban districts": (1, 0, 3), "Rural": (5, 0, 3)}
    assert [row for row in texts(table) if row[0] == "Arson"] == [FIGURES[0]] * 2


def test_the_mark_of_a_footnote_stands_on_the_line_of_its_word() -> None:
    paper = Paper()
    below = rows_of_figures(paper, 100)
    paper.write(60, below, "Fraud").write(87, below - 4, "1", 6)
    rows_of_figures(paper, below, [["", "1.5", "2.5", "4.0"]])
    paper.write(60, below + 12, "Burglary").write(100, below + 8, "2", 6)
    rows_of_figures(paper, below + 12, [["", "7.5", "2.0", "9.5"]])
    (table,) = read(paper).tables
    assert texts(table) == [*FIGURES, ["Fraud ¹", "1.5", "2.5", "4.0"], ["Burglary ²", "7.5", "2.0", "9.5"]]


def test_a_dollar_sign_at_the_left_of_a_column_belongs_to_the_figure_at_its_right() -> None:
    paper = Paper()
    rows_of_figures(paper, 100, [["Claims", "1", "4,310.50", "9.25"], *FIGURES])
    paper.write(256, 100, "$")
    (table,) = read(paper).tables
    assert texts(table)[0] == ["Claims", "1", "$4,310.50", "9.25"]


def test_heads_that_are_justified_part_where_all_their_lines_begin() -> None:
    paper = Paper()
    heads = (
        (("Number", 0), ("of", 37)), (("financial", 0),), (("companies", 0),),
    )  # fmt: skip
    for n, line in enumerate(heads):
        for left in (200.0, 260.0, 320.0):
            for word, off in line:
                paper.write(left + off, 100 + 11 * n, word, 9)
    for n, (label, *values) in enumerate(FIGURES):
        paper.write(60, 137 + 12 * n, label)
        for left, value in zip((215, 275, 335), values, strict=True):
            paper.write(left, 137 + 12 * n, value)
    (table,) = read(paper).tables
    assert texts(table) == [["", *["Number of financial companies"] * 3], *FIGURES]


def test_heads_boxed_in_over_an_open_body_belong_to_it() -> None:
    paper = Paper()
    for middle, text in zip((230, 290, 350), ("Total", "Under 18", "Over 18"), strict=True):
        centred(paper, middle, 108, text)
        centred(paper, middle, 121, "in per cent")
    for y in (97, 111, 125):
        paper.line(200, y, 380, y)
    for x in (200, 260, 320, 380):
        paper.line(x, 97, x, 125)
    rows_of_figures(paper, 138)
    (table,) = read(paper).tables
    assert texts(table)[-3:] == FIGURES and "Under 18" in " ".join(texts(table)[0])


def test_the_rest_of_a_bracket_in_the_head_is_no_value() -> None:
    """ "2024 (bis" over "30.09.)": a head of two lines, though the lower looks like a label with a number."""
    paper = Paper()
    for right, y, words in (
        (370, 100, "2024 (bis"),
        (370, 112, "30.09.)"),
        (250, 112, "2022"),
        (310, 112, "2023"),
    ):
        paper.write(right - paper.canvas.stringWidth(words, "Helvetica", 10), y, words)
    paper.write(60, 112, "Offence")
    rows_of_figures(
        paper, 136, [["Arson", "26", "31", "19"], ["Theft", "3", "4", "2"], ["Robbery", "29", "35", "21"]], 20
    )
    for y in (88, 122, 186):
        paper.line(58, y, 375, y)
    (table,) = read(paper).tables
    assert texts(table)[:2] == [["Offence", "2022", "2023", "2024 (bis 30.09.)"], ["Arson", "26", "31", "19"]]


def test_the_head_of_a_group_over_labels_set_to_the_right_is_a_row_of_its_own() -> None:
    paper = Paper().write(60, 100, "Offence").write(260, 100, "2010").write(320, 100, "2011")
    rows = [["Violence", "", ""], ["with injury", "12", "30"], ["without injury", "4", "9"],
            ["Theft", "", ""], ["of vehicles", "55", "61"], ["from vehicles", "7", "8"]]  # fmt: skip
    for n, row in enumerate(rows):
        for right, text in zip((180, 284, 344), row, strict=True):
            paper.write(right - paper.canvas.stringWidth(text, "Helvetica", 10), 114 + 12 * n, text)
    (table,) = read(paper).tables
    assert texts(table) == [["Offence", "2010", "2011"], *rows]


def test_heads_set_left_over_figures_set_right_stand_over_their_own() -> None:
    paper = Paper()
    paper.write(60, 100, "Month").write(122, 100, "2021").write(188, 100, "2022").write(254, 100, "2023")
    rows = [
        [month, str(n), str(n + 3), str(n + 5)] for n, month in enumerate(("January", "February", "September"), 2)
    ]
    for n, (label, *values) in enumerate(rows):
        paper.write(60, 115 + 15 * n, label)
        for right, value in zip((180.0, 246.0, 312.0), values, strict=True):
            paper.write(right - paper.canvas.stringWidth(value, "Helvetica", 10), 115 + 15 * n, value)
    (table,) = read(paper).tables
    assert texts(table) == [["Month", "2021", "2022", "2023"], *rows]


def test_a_year_that_begins_where_its_first_head_does_spans_both_heads() -> None:
    paper = Paper()
    for x, year in zip((115, 234, 353), ("2020", "2021", "2022"), strict=True):
        paper.write(x, 90, year).write(x, 105, "Reports").write(x + 59, 105, "Crimes")
    paper.write(60, 90, "Place")
    rows = [
        ["Airport", "6", "1", "4", "0", "5", "2"],
        ["Prison", "12", "5", "16", "7", "11", "4"],
        ["Park", "30", "2", "25", "1", "28", "3"],
    ]
    for n, (label, *values) in enumerate(rows):
        paper.write(60, 120 + 15 * n, label)
        for at, value in enumerate(values):
            paper.write(170 + 59.5 * at - paper.canvas.stringWidth(value, "Helvetica", 10), 120 + 15 * n, value)
    (table,) = read(paper).tables
    assert texts(table)[0] == ["Place", "2020", "2020", "2021", "2021", "2022", "2022"]
    assert texts(table)[2:] == rows


def test_a_line_of_a_label_goes_to_the_figures_that_stand_nearer() -> None:
    paper = Paper()
    heights = (("Joint beacon", 116), ("Minor bench", 132), ("open", 144), ("Repeat harbour", 171), ("Ferry", 187))
    for label, y in heights:
        paper.write(60, y, label)
    for y, values in ((116, "7 41"), (144, "296 11"), (171, "292 60"), (187, "25 44")):
        for right, value in zip((220.0, 290.0), values.split(), strict=True):
            paper.write(right - paper.canvas.stringWidth(value, "Helvetica", 10), y, value)
    paper.write(60, 98, "Service").write(190, 98, "Opened").write(260, 98, "Closed")
    (table,) = read(paper).tables
    assert [row[0] for row in texts(table)] == [
        "Service",
        "Joint beacon",
        "Minor bench open",
        "Repeat harbour",
        "Ferry",
    ]
