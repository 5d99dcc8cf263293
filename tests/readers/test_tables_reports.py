"""Tables as statistical reports and forms print them: where rules are few, what stands where must tell."""

from __future__ import annotations

from foidesk.model.reading import Reading

from .pages import Paper, read, texts

RIGHT = (300, 380, 460, 540)


def head(paper: Paper, y: float, heads: tuple[str, ...]) -> None:
    paper.write(60, y, "Region", 9)
    for x, text in zip(RIGHT, heads, strict=True):
        paper.canvas.setFont("Helvetica", 9)
        paper.canvas.drawCentredString(x - 20, paper.height - y, text)


def row(paper: Paper, y: float, label: str, values: tuple[str, ...] = (), x: float = 60) -> None:
    paper.write(x, y, label, 9)
    for right, value in zip(RIGHT, values, strict=False):
        paper.canvas.drawRightString(right, paper.height - y, value)


def body(paper: Paper, y: float, rows: int = 5) -> float:
    for n in range(rows):
        row(paper, y + 12 * n, f"Area {n}", (f"1,{n}00", f"2{n}", f"3{n}.5", f"4{n},000"))
    return y + 12 * rows


def grid(paper: Paper) -> list[list[str]]:
    (table,) = read(paper).tables
    return texts(table)


def doubts(reading: Reading) -> list[str]:
    return [locator.quote for i in reading.issues if i.kind == "row-in-doubt" for locator in i.locators]


def test_a_unit_under_the_heads_spans_all_values() -> None:
    paper = Paper()
    head(paper, 100, ("Male", "Female", "Urban", "Rural"))
    paper.canvas.drawCentredString(400, paper.height - 113, "Thousands of units")
    body(paper, 130)
    (table,) = read(paper).tables
    unit = next(cell for cell in table.cells if cell.text == "Thousands of units")
    assert (unit.row, unit.column, unit.column_to) == (1, 1, 4)
    assert texts(table)[0] == ["Region", "Male", "Female", "Urban", "Rural"]


def test_a_head_over_two_columns_without_a_rule_spans_them() -> None:
    paper = Paper()
    paper.canvas.setFont("Helvetica", 9)
    paper.canvas.drawCentredString(320, paper.height - 88, "Commercial students")
    paper.canvas.drawCentredString(480, paper.height - 88, "Private")
    head(paper, 100, ("2001", "2002", "2001", "2002"))
    body(paper, 120)
    (table,) = read(paper).tables
    spans = {cell.text: (cell.column, cell.column_to) for cell in table.cells if cell.row == 0 and cell.text}
    assert spans == {"Commercial students": (1, 2), "Private": (3, 4)}


def test_the_name_of_a_group_is_a_row_and_no_part_of_its_first_member() -> None:
    paper = Paper()
    head(paper, 100, ("Male", "Female", "Urban", "Rural"))
    y = 120.0
    for group in ("Hospitals and other residential places", "Establishments of the federal government"):
        row(paper, y, group)
        for n in range(3):
            row(paper, y + 12 * (n + 1), f"Member {n}", ("10", "20", "30", "40"), x=70)
        y += 48
    labels = [line[0] for line in grid(paper)]
    assert labels[1:3] == ["Hospitals and other residential places", "Member 0"]
    assert labels[5:7] == ["Establishments of the federal government", "Member 0"]


def test_words_between_three_rules_are_a_table() -> None:
    paper = Paper()
    rows = [
        ("Act", "What it covers", "Exemption"),
        ("Freedom of Information", "public bodies and their offices", "forty"),
    ]
    rows += [("Environment Rules", "emissions into air and water", "none at all")] * 3
    for y in (88, 106, 176):
        paper.line(60, y, 500, y)
    for n, texts_ in enumerate(rows):
        for x, text in zip((60, 220, 420), texts_, strict=True):
            paper.write(x, 100 + 18 * n, text, 9)
    assert grid(paper) == [list(line) for line in rows]


def test_prose_in_two_columns_between_two_rules_is_no_table() -> None:
    paper = Paper()
    paper.line(60, 70, 530, 70)
    for n in range(30):
        paper.write(60, 90 + 13 * n, "of the records that the office holds and may", 9.5)
        paper.write(310, 90 + 13 * n, "disclose to anyone who asks in writing for it", 9.5)
    paper.line(60, 500, 530, 500)
    assert read(paper).tables == ()


def form() -> Paper:
    """A form that boxes in what is filled in, and leaves a label and its remark in one field."""
    paper = Paper()
    for n in range(5):
        y = 100 + 20 * n
        for x in (60, 400, 460):
            paper.line(x, y, x, y + 20)
        paper.line(60, y, 460, y)
        paper.write(66, y + 13, f"Line {n} of the form", 9)
        if n in (1, 3):
            paper.write(250, y + 13, f"(sum of {n})", 9)
        paper.write(420, y + 13, str(100 + n), 9)
    paper.line(60, 200, 460, 200)
    return paper


def test_a_wide_blank_parts_a_field_that_no_rule_parts() -> None:
    (table,) = read(form()).tables
    rows = [[cell.text for cell in table.cells if cell.row == n and cell.text] for n in (1, 2)]
    assert rows == [["Line 1 of the form", "(sum of 1)", "101"], ["Line 2 of the form", "102"]]
    assert doubts(read(form())) == []


def test_words_printed_over_one_another_are_in_doubt() -> None:
    paper = form().write(395, 113, "remarks", 9)
    assert any("100" in quote and "remarks" in quote for quote in doubts(read(paper)))


def test_a_row_left_out_just_above_a_table_is_in_doubt() -> None:
    paper = form().write(66, 92, "What is asked", 9).write(410, 92, "Number", 9)
    assert doubts(read(paper)) == ["What is asked Number"]


def spreadsheet(rules: bool) -> Paper:
    """As spreadsheets print: figures to the right of their columns, words to the left, hardly a space between."""
    paper = Paper()
    rows = [("8", "Shops", "14", "3.5"), ("9", "Hospital wards", "N/A", "7.0"), ("10", "Parks", "9", "-")]
    rows += [("11", "Schools and nurseries", "21", "12.5"), ("12", "Libraries", "<5", "N/A")]
    for n, (number, label, *values) in enumerate(rows):
        y = 100 + 14 * n
        paper.canvas.setFont("Helvetica", 9)
        paper.canvas.drawRightString(98, paper.height - y, number)
        paper.write(100, y, label, 9)
        for right, left, value in zip((298, 358), (239, 300), values, strict=True):
            if value[0].isdigit():
                paper.canvas.drawRightString(right, paper.height - y, value)
            else:
                paper.write(left, y, value, 9)
        for x in (60, 99, 238, 299, 360) if rules else ():
            paper.line(x, y - 10, x, y + 4)
        if rules:
            paper.line(60, y - 10, 360, y - 10)
    if rules:
        paper.line(60, 160, 360, 160)
    return paper


def test_a_number_and_its_label_are_two_cells_whether_ruled_or_not() -> None:
    for rules in (True, False):
        rows = grid(spreadsheet(rules))
        assert [row[:2] for row in rows] == [
            ["8", "Shops"], ["9", "Hospital wards"], ["10", "Parks"], ["11", "Schools and nurseries"],
            ["12", "Libraries"],
        ]  # fmt: skip


def test_a_word_in_a_column_of_figures_keeps_its_column() -> None:
    for rules in (True, False):
        assert [row[2:] for row in grid(spreadsheet(rules))] == [
            ["14", "3.5"], ["N/A", "7.0"], ["9", "-"], ["21", "12.5"], ["<5", "N/A"],
        ]  # fmt: skip


def test_a_name_with_a_number_is_one_label() -> None:
    paper = Paper()
    for n in range(6):
        row(paper, 100 + 12 * n, f"Ward {n + 1}", (f"{n + 3}", f"1{n}", f"2{n}.5", f"3{n}"))
    assert [line[0] for line in grid(paper)] == [f"Ward {n + 1}" for n in range(6)]
