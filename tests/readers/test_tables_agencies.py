"""Tables as agencies print them: of words, in rows set to the middle, with heads in a bold font, beside prose."""

from __future__ import annotations

import pytest

from .pages import Paper, read, texts
from .test_tables_heads import RIGHTS, rows_of_figures

BOLD = "Helvetica-Bold"
OFFICES = [
    ["Office", "Address", "Opened", "Telephone"],
    ["North Tarn Field Service", "12 Mill Lane, Riverton", "4 May 2008", "(570) 555-0142"],
    ["Legal Branch", "149 Dock Row, New Carrow", "16 March 2001", "(204) 555-0123"],
    ["Data Centre", "86 Park Avenue, Midvale", "23 May 1998", "(971) 555-0114"],
    ["Permit Desk", "7 High Street, Dale", "15 June 1996", "(682) 555-0165"],
    ["Audit Unit", "42 Bridge End, Ashbury", "1 March 2011", "(540) 555-0164"],
]
LEFTS = [60, 177, 307, 382]


def of_words(paper: Paper, y: float, rows: list[list[str]]) -> float:
    """Words to the left of columns that nearly touch, below heads in a bold font; gives the height below."""
    for n, row in enumerate(rows):
        for x, text in zip(LEFTS, row, strict=True):
            paper.write(x, y + 14 * n, text, font="Helvetica" if n else BOLD)
    return y + 14 * len(rows)


def test_a_table_of_words_has_columns_where_its_words_begin_level() -> None:
    paper = Paper()
    of_words(paper, 100, OFFICES)
    (table,) = read(paper).tables
    assert texts(table) == OFFICES


def test_a_note_and_a_numbered_title_part_two_tables_of_words() -> None:
    paper = Paper()
    below = of_words(paper, 100, OFFICES)
    paper.write(60, below, "Note: offices in the north.", 9).write(60, below + 14, "Table 2. Offices closed, 2012")
    of_words(paper, below + 28, OFFICES)
    assert [texts(table) for table in read(paper).tables] == [OFFICES, OFFICES]


def test_three_columns_of_prose_are_no_table_of_words() -> None:
    paper = Paper()
    for column in range(3):
        for n in range(12):
            paper.write(60 + 165 * column, 100 + 13 * n, "the offices of the county were asked to", 9)
    assert not read(paper).tables


def test_each_row_set_in_the_middle_has_the_lines_round_its_middle() -> None:
    said = [["Send the form to all", "offices by the end", "of the quarter"], ["Check replies"],
            ["Publish what was", "sent"], ["Report to the board", "on the result"]]  # fmt: skip
    paper = Paper()
    for x, head in zip((60, 100, 260, 340), ("No.", "Action", "Lead", "Due"), strict=True):
        paper.write(x, 100, head, font=BOLD)
    top = 114.0
    for n, lines in enumerate(said, 1):
        middle = top + 6 * (len(lines) - 1)
        for k, line in enumerate(lines):
            paper.write(100, top + 12 * k, line)
        paper.write(60, middle, str(n)).write(260, middle, "Audit Unit").write(340, middle, f"Q{n} 2012")
        top += 12 * len(lines)
    (table,) = read(paper).tables
    assert texts(table) == [
        ["No.", "Action", "Lead", "Due"],
        *([str(n), " ".join(lines), "Audit Unit", f"Q{n} 2012"] for n, lines in enumerate(said, 1)),
    ]


def test_a_thousand_in_a_bold_head_is_no_first_row() -> None:
    paper = Paper()
    lower = ("1,000", "person", "of all")
    for right, above, below in zip(RIGHTS, ("Rate per", "Cost per", "Share"), lower, strict=True):
        paper.write(right - 45, 88, above, font=BOLD).write(right - 45, 100, below, font=BOLD)
    paper.write(60, 100, "Offence", font=BOLD)
    rows_of_figures(paper, 114)
    (table,) = read(paper).tables
    assert texts(table)[0] == ["Offence", "Rate per 1,000", "Cost per person", "Share of all"]


def test_a_share_in_brackets_stays_with_its_figure() -> None:
    rows = [["Theft", "1,735 (59.0%)", "3,598 (47.9%)"], ["Arson", "7,306 (95.5%)", "2,734 (17.9%)"],
            ["Fraud", "5,483 (78.5%)", "9,348 (22.9%)"], ["Assault", "2,571 (30.0%)", "1,951 (24.5%)"],
            ["Robbery", "5,147 (30.7%)", "9,593 (80.1%)"], ["Damage", "4,952 (57.2%)", "3,970 (30.7%)"],
            ]  # fmt: skip
    paper = Paper().write(60, 100, "Offence").write(190, 100, "Male").write(290, 100, "Female")
    for n, (label, *values) in enumerate(rows):
        paper.write(60, 114 + 13 * n, label)
        for x, value in zip((190, 290), values, strict=True):
            paper.write(x, 114 + 13 * n, value)
    (table,) = read(paper).tables
    assert texts(table) == [["Offence", "Male", "Female"], *rows]


def test_a_justified_line_of_the_text_that_follows_is_no_row() -> None:
    paper = (
        Paper().write(60, 100, "Offence").write(220, 100, "2010").write(280, 100, "2011").write(340, 100, "2012")
    )
    below = rows_of_figures(paper, 114, [["Arson", "9.8", "4.3", "5.5"]] * 6)
    for x, word in zip((60, 110, 180, 260, 330), ("Recorded", "offences", "of", "all", "kinds"), strict=True):
        paper.write(x, below + 10, word)
    paper.write(60, below + 22, "fell in the year, while other offences rose a little again.")
    (table,) = read(paper).tables
    assert len(texts(table)) == 7


def test_a_label_that_wraps_above_the_closing_rule_is_whole() -> None:
    paper = Paper().write(60, 100, "Office", font=BOLD).write(150, 100, "Address", font=BOLD)
    paper.write(300, 100, "Opened", font=BOLD)
    for n, office in enumerate(("Legal Branch", "Data Centre", "Permit Desk", "New Carrow")):
        y = 116 + 13 * n
        paper.write(60, y, office).write(150, y, f"{n + 3} Mill Lane, Riverton").write(300, y, "16 March 2001")
    paper.write(60, 166, "(by request)")
    for y in (90, 104, 171):
        paper.line(58, y, 380, y)
    (table,) = read(paper).tables
    assert texts(table)[-1][0] == "New Carrow (by request)"


def test_heads_in_white_on_a_dark_ground_end_where_the_ground_ends() -> None:
    paper = Paper()
    paper.canvas.setFillColorRGB(0.1, 0.3, 0.5)
    paper.canvas.rect(58, paper.height - 104, 320, 16, stroke=0, fill=1)
    paper.canvas.setFillColorRGB(1, 1, 1)
    for x, head in zip((60, 130, 232, 292, 352), ("Region", "Type", "2010", "Rate", "Share"), strict=True):
        paper.write(x, 100, head)
    paper.canvas.setFillColorRGB(0, 0, 0)
    for n, (kind, *values) in enumerate([["Arson", "9", "4", "5"], ["Theft", "65", "16", "49"]] * 2):
        paper.write(130, 114 + 12 * n, kind)
        for right, value in zip(RIGHTS, values, strict=True):
            paper.write(right - paper.canvas.stringWidth(value, "Helvetica", 10), 114 + 12 * n, value)
    paper.write(60, 126, "North").write(60, 150, "South")
    (table,) = read(paper).tables
    assert texts(table)[:3] == [
        ["Region", "Type", "2010", "Rate", "Share"],
        ["", "Arson", "9", "4", "5"],
        ["North", "Theft", "65", "16", "49"],
    ]


def test_a_head_over_repeated_heads_spans_them() -> None:
    paper = Paper()
    for middle, head in ((220, "Murders"), (340, "Thefts")):
        paper.write(middle - 20, 88, head)
    rights = [200.0, 250.0, 320.0, 370.0]
    for right, head in zip(rights, ("No.", "Rate", "No.", "Rate"), strict=True):
        paper.write(right - paper.canvas.stringWidth(head, "Helvetica", 10), 100, head)
    paper.write(60, 100, "Place")
    for n, place in enumerate(("Riverton", "Midvale", "Ashbury", "Dale")):
        paper.write(60, 114 + 12 * n, place)
        for right, value in zip(rights, (f"{n}14", "3.5", f"{n}80", "1.7"), strict=True):
            paper.write(right - paper.canvas.stringWidth(value, "Helvetica", 10), 114 + 12 * n, value)
    (table,) = read(paper).tables
    assert texts(table)[:2] == [
        ["", "Murders", "Murders", "Thefts", "Thefts"], ["Place", "No.", "Rate", "No.", "Rate"],
    ]  # fmt: skip


def test_figures_in_the_middle_of_a_wrapped_label_are_its_row_from_the_first_on() -> None:
    paper = (
        Paper().write(60, 100, "Offence").write(232, 100, "2010").write(292, 100, "2011").write(352, 100, "2012")
    )
    y = 114.0
    for label, *values in (["Theft from|vehicles", "9", "4", "5"], ["Arson", "7", "8", "2"],
                           ["Damage to|dwellings", "3", "1", "6"], ["Robbery", "2", "2", "0"]):  # fmt: skip
        parts = label.split("|")
        for k, part in enumerate(parts):
            paper.write(60, y + 12 * k, part)
        for right, value in zip(RIGHTS, values, strict=True):
            paper.write(right - 6, y + 6 * (len(parts) - 1), value)
        y += 12 * len(parts) + 4
    (table,) = read(paper).tables
    assert texts(table)[:3] == [
        ["Offence", "2010", "2011", "2012"], ["Theft from vehicles", "9", "4", "5"], ["Arson", "7", "8", "2"],
    ]  # fmt: skip


def test_cells_that_hold_two_figures_each_are_in_doubt() -> None:
    paper = Paper()
    for x, year in zip((170, 230, 290, 350), ("2006", "2007", "2008", "2009"), strict=True):
        paper.write(x, 100, year)
    for n, label in enumerate(("Persons", "Households", "Farms")):
        paper.write(60, 114 + 12 * n, label)
        for x in (165, 225, 285, 345):
            paper.write(x, 114 + 12 * n, f"{n + 1},133 {n}6.5")
    (doubt,) = (issue for issue in read(paper).issues if issue.kind == "row-in-doubt")
    assert "1,133 06.5" in [locator.quote for locator in doubt.locators]


MONTHS = [
    "Month    Rec  Closed  Open",
    "Jan      123    99   24",
    "Feb     1,045 1,002   67",
    "Mar       87   121   33",
]


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        ([*MONTHS, "Apr    10,32110,002  352"], {"123 99", "87 121", "10,32110,002"}),
        (["Ward     Notices", "Elm          145", "Oak      1 204", "Ash        2 310"], set()),
    ],
)
def test_columns_that_one_row_has_run_together_are_in_doubt(lines: list[str], quoted: set[str]) -> None:
    paper = Paper()
    for n, line in enumerate(lines):
        paper.write(60, 100 + 10 * n, line, 8, "Courier")
    found = [issue for issue in read(paper).issues if issue.kind == "row-in-doubt"]
    assert quoted <= {locator.quote for issue in found for locator in issue.locators}
    assert bool(found) == bool(quoted)


def test_the_thousands_of_figures_that_are_set_apart_are_no_column() -> None:
    paper = Paper()
    for n, line in enumerate(["Ward     Notices", "Elm          145", "Oak      1 204", "Ash        2 310"]):
        paper.write(60, 100 + 10 * n, line, 8, "Courier")
    assert texts(read(paper).tables[0])[2:] == [["Oak", "1 204"], ["Ash", "2 310"]]


def test_two_figures_beside_a_blank_cell_are_in_doubt() -> None:
    """A figure set to the right ends where a text set to the left begins in the next column."""
    paper = Paper()
    for n, (ward, notices, cost) in enumerate((("Elm", "14", "£45"), ("Ash", "9", "£7"), ("Oak", "", "1,204"))):
        paper.write(60, 100 + 14 * n, ward).write(130, 100 + 14 * n, notices).write(190, 100 + 14 * n, cost)
    paper.write(182, 128, "7")
    (table,) = read(paper).tables
    (doubt,) = (issue for issue in read(paper).issues if issue.kind == "row-in-doubt")
    assert texts(table)[2] == ["Oak", "", "7 1,204"] and doubt.locators[0].quote == "7 1,204"
