"""Tables with prose, other tables and narrow columns for neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from foidesk.model.places import PagePlace

from .pages import Paper, read, texts

KINDS: list[tuple[str, ...]] = [
    ("Kind", "2021", "2022", "2023"), ("Noise", "232", "379", "985"), ("Graffiti", "384", "129", "197"),
    ("Dog fouling", "721", "44", "87"), ("Abandoned vehicles", "140", "253", "830"),
]  # fmt: skip
WARDS: list[tuple[str, ...]] = [
    ("Ward", "2021", "2022", "2023"),
    ("Abbey", "12", "30", "9"),
    ("Castle", "25", "14", "7"),
    ("Dock", "8", "61", "44"),
]
LONG: list[tuple[str, ...]] = [
    ("Noise", "1", "2"), ("Illegal parking in bays kept for|disabled drivers", "3", "4"), ("Smoke", "5", "6"),
    ("Light from floodlights or from|signs", "7", "8"), ("Other", "9", "10"),
]  # fmt: skip
PROSE = (
    "Records closed without a decision|are counted in the year in which|they were opened. Of the reports|"
    "some were passed to others and|the rest remain open at the date|of this reply. Nothing else is held."
)


def print_rows(
    paper: Paper, x: float, y: float, rows: Sequence[tuple[str, ...]], rights: tuple[float, ...], step: float = 13
) -> float:  # fmt: skip
    """Labels at x and values that end `rights` further on; the height below them."""
    for n, (label, *values) in enumerate(rows):
        paper.write(x, y + step * n, label, 9)
        for right, value in zip(rights, values, strict=True):
            paper.canvas.drawRightString(x + right, paper.height - y - step * n, value)
    return y + step * len(rows)


def two_columns(paper: Paper, y: float) -> None:
    for x, off in ((60, 0.0), (290, 4.0)):
        for n, line in enumerate(PROSE.split("|")):
            paper.write(x, y + off + 11 * n, line, 9)
            end = paper.canvas.stringWidth(line, "Helvetica", 9)
            paper.write(x + end + 3, y + off + 11 * n, "and so on" if end < 140 else "as is", 9)


def test_prose_in_two_columns_takes_no_labels_from_the_table_above_it() -> None:
    paper = Paper()
    below = print_rows(paper, 60, 100, KINDS, (260, 310, 360))
    two_columns(paper, below + 8)
    (table,) = read(paper).tables
    assert texts(table) == [list(row) for row in KINDS]


def test_a_total_wider_than_the_white_between_its_columns_is_a_row() -> None:
    total = ("Total", "11,477", "10,805", "12,099")
    paper = Paper()
    print_rows(paper, 60, 100, [*KINDS, total], (150, 180, 210))
    (table,) = read(paper).tables
    assert texts(table)[-1] == list(total)


def test_labels_and_heads_set_to_the_right_leave_each_column_its_own() -> None:
    paper = Paper()
    for x, head in ((196, "Served"), (296, "Quashed")):
        paper.canvas.setFont("Helvetica", 9)
        paper.canvas.drawCentredString(x, paper.height - 88, head)
    rows = [
        ("", "2022", "2023", "2022", "2023"), ("0–9", "37,689", "44,901", "66,185", "15,353"),
        ("10–19", "31", "76,233", "61,195", "90,935"), ("20–29", "91,714", "26,198", "69,538", "26,292"),
        ("All ages", "129,434", "147,332", "196,918", "132,580"),
    ]  # fmt: skip
    for n, row in enumerate(rows):
        for right, value in zip((120, 190, 240, 290, 340), row, strict=True):
            paper.canvas.drawRightString(right, paper.height - 101 - 13 * n, value)
    (table,) = read(paper).tables
    spans = {cell.text: (cell.column, cell.column_to) for cell in table.cells if cell.row == 0 and cell.text}
    assert spans == {"Served": (1, 2), "Quashed": (3, 4)}
    assert texts(table)[2] == ["0–9", "37,689", "44,901", "66,185", "15,353"]


def test_a_second_table_with_heads_of_its_own_is_a_second_table() -> None:
    paper = Paper()
    below = print_rows(paper, 60, 100, KINDS, (200, 260, 320))
    paper.write(60, below + 8, "Reports by ward", 9)
    print_rows(paper, 60, below + 26, WARDS, (200, 260, 320))
    assert [texts(table)[0][0] for table in read(paper).tables] == ["Kind", "Ward"]


def test_a_part_of_a_table_without_heads_of_its_own_is_no_second_table() -> None:
    paper = Paper()
    below = print_rows(paper, 60, 100, KINDS, (200, 260, 320))
    paper.write(60, below, "By ward", 9)
    print_rows(paper, 60, below + 13, WARDS[1:], (200, 260, 320))
    assert len(read(paper).tables) == 1


def test_tables_side_by_side_that_are_not_level_are_two() -> None:
    paper = Paper()
    print_rows(paper, 60, 100, KINDS, (120, 160, 200), step=13)
    print_rows(paper, 320, 100, WARDS, (120, 160, 200), step=18)
    tables = read(paper).tables
    assert [texts(table)[1] for table in tables] == [list(KINDS[1]), list(WARDS[1])]


def test_a_list_that_goes_on_beside_itself_stays_one_table() -> None:
    paper = Paper()
    print_rows(paper, 60, 100, KINDS[:4], (120, 160, 200))
    print_rows(
        paper,
        320,
        100,
        [KINDS[0], ("Litter", "5", "6", "7"), ("Smoke", "8", "9", "10"), ("Other", "1", "2", "3")],
        (120, 160, 200),
    )
    (table,) = read(paper).tables
    assert texts(table)[1] == [*KINDS[1], "Litter", "5", "6", "7"]


def test_a_small_table_beside_another_with_rules_of_its_own_is_kept() -> None:
    paper = Paper()
    print_rows(paper, 60, 100, [WARDS[0], ("Cost", "61,900", "72,450", "43,700")], (150, 190, 230))
    print_rows(paper, 330, 106, KINDS, (120, 160, 200))
    for x0, x1, heights in ((58, 294, (90, 104, 118)), (328, 534, (96, 110, 163))):
        for y in heights:
            paper.line(x0, y, x1, y)
    assert [texts(table)[1][0] for table in read(paper).tables] == ["Cost", "Noise"]


def test_values_in_the_middle_of_labels_of_two_lines_are_one_row() -> None:
    paper, y = Paper(), 100.0
    print_rows(paper, 60, y, [("Kind", "2021", "2022")], (260, 310))
    for label, *values in LONG:
        lines = label.split("|")
        for n, line in enumerate(lines):
            paper.write(60, y + 18 + 10 * n, line, 9)
        middle = y + 18 + 5 * (len(lines) - 1)
        print_rows(paper, 60, middle, [("", *values)], (260, 310))
        y += 15 + 10 * (len(lines) - 1)
    (table,) = read(paper).tables
    assert texts(table)[2] == ["Illegal parking in bays kept for disabled drivers", "3", "4"]
    assert [row[1] for row in texts(table)[1:]] == ["1", "3", "5", "7", "9"]


@pytest.mark.parametrize("turn", [90, 270])
def test_a_table_that_runs_up_or_down_the_page_is_read_and_its_places_are_those_displayed(turn: int) -> None:
    paper = Paper(size=(600, 600))
    paper.canvas.setPageRotation(turn)
    print_rows(paper, 60, 100, [*KINDS, *KINDS[1:]], (260, 310, 360))
    (table,) = read(paper).tables
    assert texts(table)[1] == list(KINDS[1])
    place = next(cell.place for cell in table.cells if cell.text == "Noise")
    assert isinstance(place, PagePlace)
    box, base = place.box, 113
    at, start = (600 - base, box.y0) if turn == 90 else (base, 600 - box.y1)
    assert box.x0 - 3 < at < box.x1 + 3
    assert abs(start - 60) < 1


def test_a_line_in_parts_in_the_box_round_a_table_is_in_doubt_if_no_table_holds_it() -> None:
    paper = Paper().write(60, 100, "Section 12 - Money").write(350, 100, "See guidance")
    paper.table(160, [["139", "New buildings", "14"], ["140", "Repairs", "9"], ["141", "Books", "31"]],
                [60, 160, 80], rules="all")  # fmt: skip
    paper.write(60, 300, "Section 13 - Comments").write(350, 300, "See guidance")
    for x in (50, 450):
        paper.line(x, 80, x, 400)
    for y in (80, 400):
        paper.line(50, y, 450, y)
    (doubt,) = (issue for issue in read(paper).issues if issue.kind == "row-in-doubt")
    assert [locator.quote for locator in doubt.locators] == [
        "Section 12 - Money See guidance", "Section 13 - Comments See guidance",
    ]  # fmt: skip


def test_ruled_rows_that_touch_and_share_no_column_and_have_no_heads_are_in_doubt_where_they_meet() -> None:
    paper = Paper()
    below = paper.table(100, [["Kind", "2021", "2022"], ["Noise", "1", "2"], ["Dogs", "3", "4"]], [90, 60, 60])
    wards = [["Dock", "8", "1", "0"], ["Abbey", "5", "6", "7"], ["Castle", "9", "1", "2"]]
    paper.table(below, wards, [45, 60, 60, 45])
    (doubt,) = (issue for issue in read(paper).issues if issue.kind == "row-in-doubt")
    assert [locator.quote for locator in doubt.locators] == ["Dock 8 1 0"]


def test_a_table_that_lies_on_its_side_below_a_letter_is_in_doubt_and_turned_heads_are_not() -> None:
    rows = [["School", "Exclusions", "Appeals"], ["Oakfield", "14", "3"], ["Tarn Valley", "121", "7"]]
    rows.append(["Total", "135", "10"])
    doubts = []
    for lying in (True, False):
        paper = Paper()
        paper.letter(60)
        paper.canvas.saveState()
        if lying:
            paper.canvas.translate(520, -500)
            paper.canvas.rotate(90)
            paper.table(20, rows, [120, 90, 90], x=620, rules="none")
        else:
            for n, year in enumerate(("1", "2", "3", "4", "5", "6")):
                paper.canvas.saveState()
                paper.canvas.translate(200 + 40 * n, 560)
                paper.canvas.rotate(90)
                paper.canvas.drawString(0, 0, year)
                paper.canvas.restoreState()
            paper.table(
                290, [["Calls", *"123456"], ["Visits", *"345678"], ["Letters", *"234567"]], [124, *[40] * 6]
            )
        paper.canvas.restoreState()
        doubts.append([issue.what for issue in read(paper).issues if "run up or down" in issue.what])
    assert len(doubts[0]) == 1 and doubts[1] == []
