"""What is found as a table, and what is not."""

from __future__ import annotations

import json

import pytest

from foidesk.readers.tables.output import tables_json

from .pages import Paper, read, texts

YEARS = [
    ["Offence", "2019", "2020", "2021"],
    ["Arson", "3", "1", "4"],
    ["Criminal damage", "15", "9", "26"],
    ["Theft", "5", "35", "8"],
    ["Total", "23", "45", "38"],
]
WIDTHS = [150, 60, 60, 60]


@pytest.mark.parametrize("rules", ["all", "rows", "columns", "none"])
def test_a_table_is_found_whatever_is_ruled(rules: str) -> None:
    paper = Paper()
    below = paper.table(paper.letter(80), YEARS, WIDTHS, rules=rules)
    paper.letter(below + 40)
    tables = read(paper).tables
    assert [texts(table) for table in tables] == [YEARS]


@pytest.mark.parametrize("rules", ["all", "rows"])
def test_wrapped_labels_and_heads_are_one_cell(rules: str) -> None:
    rows = [
        ["Nature of\nallegation", "2019", "2020"],
        ["Racist or otherwise\noffensive post", "3", "1"],
        ["Harassment of a\nmember of the\npublic", "15", "9"],
        ["Disclosure", "2", "2"],
    ]
    paper = Paper()
    paper.table(100, rows, [130, 60, 60], rules=rules)
    assert texts(read(paper).tables[0]) == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_wrapped_labels_without_rules_go_with_their_values() -> None:
    paper = Paper()
    lines = [
        ("Offence", "2019", "2020"), ("Arson", "3", "1"), ("Disclosure of personal", "", ""),
        ("information", "15", "9"), ("Theft", "2", "2"), ("Harassment of a member", "", ""),
        ("of the public", "7", "8"),
        ("Fraud", "1", "0"),
    ]  # fmt: skip
    for n, line in enumerate(lines):
        for x, text in zip((60, 200, 260), line, strict=True):
            paper.write(x, 100 + 12 * n, text)
    found = texts(read(paper).tables[0])
    assert found[2] == ["Disclosure of personal information", "15", "9"]
    assert found[4] == ["Harassment of a member of the public", "7", "8"]


def test_a_spanning_head_stands_over_its_columns() -> None:
    paper = Paper()
    paper.table(
        100,
        [["Force", "Officers", "", "Staff", ""], ["", "2019", "2020", "2019", "2020"]],
        [100, 50, 50, 50, 50],
        rules="none",
    )
    paper.table(
        136, [["North", "1", "2", "3", "4"], ["South", "5", "6", "7", "8"]], [100, 50, 50, 50, 50], rules="all"
    )
    for y in (100, 118):
        paper.line(160, y, 360, y)
    for x in (160, 260, 360):
        paper.line(x, 100, x, 136)
    for x in (210, 310):
        paper.line(x, 118, x, 136)
    paper.line(60, 100, 160, 100).line(60, 100, 60, 136)
    table = read(paper).tables[0]
    heads = {cell.text: (cell.column, cell.column_to) for cell in table.cells if cell.row == 0 and cell.text}
    assert heads["Officers"] == (1, 2) and heads["Staff"] == (3, 4)


def test_labels_left_of_the_outermost_rule_are_a_column() -> None:
    paper = Paper()
    for n, (label, *values) in enumerate(YEARS):
        y = 100 + 18 * n
        paper.write(64, y + 12, label).line(60, y, 390, y)
        for i, value in enumerate(values):
            paper.write(214 + 60 * i, y + 12, value)
    paper.line(60, 190, 390, 190)
    for x in (210, 270, 330, 390):
        paper.line(x, 100, x, 190)
    assert texts(read(paper).tables[0]) == YEARS


def test_letters_lists_and_addresses_are_no_tables() -> None:
    paper = Paper()
    paper.write(60, 60, "Information Rights Unit").write(380, 60, "Our ref: FOI/2014/0217")
    paper.write(60, 74, "PO Box 12").write(380, 74, "Date: 17 March 2014")
    y = paper.letter(110)
    for n, text in enumerate(
        ["The number of officers investigated;", "The nature of each allegation;", "The result."]
    ):
        paper.write(72, y + 14 * n, f"{n + 1}.").write(90, y + 14 * n, text)
    y = paper.letter(y + 60)
    for n in range(5):
        paper.write(72, y + 14 * n, "•").write(
            86, y + 14 * n, f"In {2009 + n} we recorded {3 * n} such cases in all."
        )
    assert read(paper).tables == ()


def test_two_columns_of_prose_are_no_table() -> None:
    paper = Paper()
    for n in range(30):
        paper.write(50, 80 + 12 * n, "the committee met in 2019 and considered the", 9)
        paper.write(310, 80 + 12 * n, "report of the auditor on 14 of its services and", 9)
    assert read(paper).tables == ()


def test_a_chart_is_no_table() -> None:
    paper = Paper()
    for n, year in enumerate(("2009", "2010", "2011", "2012")):
        y = 100 + 30 * n
        paper.write(60, y + 14, year).line(100, y, 400, y)
        paper.canvas.rect(100, paper.height - y - 20, 60 + 50 * n, 14, stroke=1, fill=0)
        paper.write(110, y + 16, f"{10 + 9 * n}.5")
    for n in range(5):
        paper.write(96 + 75 * n, 235, str(20 * n)).line(100 + 75 * n, 100, 100 + 75 * n, 220)
    paper.line(100, 220, 400, 220)
    assert read(paper).tables == ()


def test_a_list_of_contents_is_no_table() -> None:
    paper = Paper()
    for n, (title, page) in enumerate(
        [("Summary", 2), ("Method", 4), ("Findings", 9), ("Costs", 9), ("Annex", 31)]
    ):
        paper.write(60, 100 + 16 * n, title + "." * (60 - len(title))).write(400, 100 + 16 * n, str(page))
    assert read(paper).tables == ()


def test_two_columns_of_prose_with_a_table_in_one() -> None:
    paper = Paper()
    for n in range(40):
        paper.write(50, 80 + 12 * n, "the committee met in 2019 and considered the", 9)
        if n < 12 or n > 20:
            paper.write(310, 80 + 12 * n, "report of the auditor on 14 of its services", 9)
    for n, row in enumerate(YEARS):
        for x, text in zip((310, 420, 460, 500), row, strict=True):
            paper.write(x, 80 + 12 * (n + 14), text, 9)
    reading = read(paper)
    assert [texts(table) for table in reading.tables] == [YEARS]
    assert reading.parts[0].text.index("auditor") > reading.parts[0].text.rindex("committee")


def test_a_currency_sign_at_the_left_of_a_column_belongs_to_its_number() -> None:
    paper = Paper()
    rows = [
        ("Item", "2019", "2020"),
        ("Settled", "1,200", "980"),
        ("Legal fees", "310", "45"),
        ("Total", "1,510", "1,025"),
    ]
    for n, row in enumerate(rows):
        for x, text in zip((60, 200, 280), row, strict=True):
            paper.write(x + (0 if x == 60 else 30 - 5 * len(text)), 100 + 14 * n, text)
            if n in (1, 3) and x > 60:
                paper.write(x - 25, 100 + 14 * n, "$")
    assert texts(read(paper).tables[0])[1] == ["Settled", "$1,200", "$980"]


def test_shaded_bands_are_not_rules() -> None:
    paper = Paper()
    for n in range(0, len(YEARS), 2):
        paper.canvas.setFillGray(0.85)
        paper.canvas.rect(60, paper.height - (100 + 18 * n + 18), 330, 18, stroke=0, fill=1)
        paper.canvas.setFillGray(0)
    paper.table(100, YEARS, WIDTHS, rules="none")
    assert texts(read(paper).tables[0]) == YEARS


def test_boxes_round_the_inputs_of_a_form_are_no_tables() -> None:
    paper = Paper()
    for n, label in enumerate(["Name of authority", "Number of sites", "Number of staff", "Contact"]):
        y = 100 + 40 * n
        paper.write(60, y, label)
        for x0, x1 in ((200, 260), (270, 330)):
            paper.line(x0, y - 12, x1, y - 12).line(x0, y + 4, x1, y + 4)
            paper.line(x0, y - 12, x0, y + 4).line(x1, y - 12, x1, y + 4)
    assert all(table.width > 2 for table in read(paper).tables)


def test_stacked_and_neighbouring_tables_stay_apart() -> None:
    paper = Paper()
    paper.table(100, YEARS[:3], [90, 40, 40, 40], x=50)
    paper.table(100, YEARS[:3], [90, 40, 40, 40], x=310)
    paper.table(200, YEARS, [90, 40, 40, 40], x=50)
    assert [texts(table) for table in read(paper).tables] == [YEARS[:3], YEARS[:3], YEARS]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_has_the_same_table(turn: int) -> None:
    paper = Paper((842, 595), rotate=turn)
    paper.table(100, YEARS, WIDTHS, rules="all")
    assert texts(read(paper).tables[0]) == YEARS


def test_every_cell_reads_the_same_from_its_place() -> None:
    paper = Paper()
    paper.table(100, YEARS, WIDTHS)
    reading = read(paper)
    words = reading.parts[0].words
    for cell in reading.tables[0].cells:
        inside = [word.text for word in words if cell.place.holds(word.place)]
        assert " ".join(inside) == cell.text


def test_the_line_above_is_the_caption() -> None:
    paper = Paper()
    paper.write(60, 90, "Table 1: Recorded offences")
    paper.table(100, YEARS, WIDTHS)
    table = read(paper).tables[0]
    assert table.caption == "Table 1: Recorded offences"
    assert table.caption_place is not None


def test_the_json_gives_pages_boxes_and_cells() -> None:
    paper = Paper()
    paper.table(100, YEARS, WIDTHS)
    found = json.loads(json.dumps(tables_json("reply.pdf", read(paper))))
    (table,) = found["tables"]
    assert (table["file"], table["page"]) == ("reply.pdf", 1)
    assert table["box"] == pytest.approx([60, 100, 390, 190], abs=1)
    assert table["cells"][0][:5] == [0, 0, 0, 0, "Offence"]


def test_the_first_answer_of_a_form_without_a_rule_above_it_is_a_row() -> None:
    """Rules below each answer and one between the two columns: the one between begins where the form does."""
    rows = [
        ["1. How many were dismissed?", "14"],
        ["2. How many resigned?", "3"],
        ["3. What did it cost?", "£12,500"],
    ]
    paper = Paper().write(60, 50, "Our answers")
    for n, (question, answer) in enumerate(rows):
        paper.write(64, 93 + 20 * n, question).write(324, 93 + 20 * n, answer).line(
            60, 100 + 20 * n, 500, 100 + 20 * n
        )
    paper.line(320, 80, 320, 140)
    assert texts(read(paper).tables[0]) == rows


def test_a_lone_rule_that_runs_far_up_the_page_opens_no_table() -> None:
    rows = [["Calls", "14"], ["Visits", "3"], ["Letters", "120"]]
    paper = Paper()
    below = paper.letter(60)
    for n, (label, value) in enumerate(rows):
        paper.write(64, below + 33 + 20 * n, label).write(324, below + 33 + 20 * n, value)
    for n in range(4):
        paper.line(60, below + 20 + 20 * n, 500, below + 20 + 20 * n)
    paper.line(320, 55, 320, below + 80)
    assert all("Thank" not in cell.text for table in read(paper).tables for cell in table.cells)


ANSWERS = [
    ["Question", "Answer"],
    ["How many cases in each year?", "Cases by year:"],
    ["How many were upheld?", "7"],
]


def nested(paper: Paper, note: str = "", joined: bool = False) -> None:
    """A table of questions, in one of whose answers a table of its own is ruled, with a note below it."""
    left, right = 266, 460 if joined else 454
    for y in (100, 118, 200, 218):
        paper.line(60, y, 460, y)
    for x in (60, 260, 460):
        paper.line(x, 100, x, 218)
    for y in (136, 152, 168):
        paper.line(left, y, right, y)
    for x in (left, 330, 392, right):
        paper.line(x, 136, x, 168)
    for y, row in ((112, ANSWERS[0]), (130, ANSWERS[1]), (212, ANSWERS[2])):
        paper.write(64, y, row[0], 9).write(266, y, row[1], 9)
    for y, inner in ((148, ("Rank", "2012", "2013")), (164, ("PC", "14", "9"))):
        for x, text in zip((270, 334, 396), inner, strict=True):
            paper.write(x, y, text, 9)
    if note:
        paper.write(266, 190, note, 9)


@pytest.mark.parametrize("note", ["", "These included 4 appeals."])
def test_a_table_ruled_inside_a_cell_is_one_of_its_own(note: str) -> None:
    """Its figures stood as one text with the words of the outer cell."""
    paper = Paper()
    nested(paper, note)
    reading = read(paper)
    outer, inner = reading.tables
    assert texts(inner) == [["Rank", "2012", "2013"], ["PC", "14", "9"]]
    assert texts(outer) == [ANSWERS[0], [ANSWERS[1][0], f"{ANSWERS[1][1]} {note}".strip()], ANSWERS[2]]
    assert not reading.issues


def test_a_note_below_a_table_in_a_cell_is_not_parted_by_the_columns_of_that_table() -> None:
    paper = Paper()
    nested(paper, joined=True)
    over = 332 - paper.canvas.stringWidth("These include", "Helvetica", 9)  # a little over the inner column
    paper.write(over, 190, "These include 4 appeals.", 9)
    (table,) = read(paper).tables
    rows = texts(table)
    assert any("These include 4 appeals." in row for row in rows)
    assert any(row[-3:] == ["PC", "14", "9"] for row in rows)


def test_a_table_with_another_in_its_last_cell_goes_on_over_the_page() -> None:
    paper = Paper()
    nested(paper)
    paper.next_page()
    paper.table(100, [["How many were appealed?", "3"], ["How many are open?", "2"]], (200, 200))
    whole, inner = read(paper).tables
    assert texts(inner)[1] == ["PC", "14", "9"]
    assert texts(whole) == [*ANSWERS, ["How many were appealed?", "3"], ["How many are open?", "2"]]


def test_a_border_drawn_twice_round_a_table_makes_no_table_in_it() -> None:
    paper = Paper()
    rows = [["Ward", "Cases"], ["North", "12"], ["South", "9"]]
    below = paper.table(100, rows, (120, 90))
    for inset in (-3, -6):
        for y in (100 + inset, below - inset):
            paper.line(60 + inset, y, 270 - inset, y)
        for x in (60 + inset, 270 - inset):
            paper.line(x, 100 + inset, x, below - inset)
    (table,) = read(paper).tables
    assert [row for row in texts(table) if any(row)] == rows
