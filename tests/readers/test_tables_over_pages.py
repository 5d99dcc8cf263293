"""A table that runs over a page break is one table; what the break did to it is said."""

from __future__ import annotations

from foidesk.readers.tables.output import tables_json

from .pages import Paper, read, texts

HEAD = ["Outcome", "2019", "2020"]
FIRST = [["Charged", "8", "9"], ["Caution", "2", "1"], ["No further action", "4", "5"]]
SECOND = [["Resigned", "6", "0"], ["Dismissed", "1", "3"], ["Total", "21", "18"]]
WIDTHS = [160, 60, 60]


def two_pages(first: list[list[str]], second: list[list[str]], **how: bool) -> Paper:
    paper = Paper()
    paper.write(60, 40, "Sampleshire Police")
    paper.table(paper.letter(80), first, WIDTHS, open_bottom=how.get("open_bottom", False))
    paper.next_page().write(60, 40, "Sampleshire Police")
    below = paper.table(80, second, WIDTHS, open_top=how.get("open_top", False))
    paper.letter(below + 40)
    return paper


def test_pieces_on_two_pages_are_one_table() -> None:
    (table,) = read(two_pages([HEAD, *FIRST], SECOND)).tables
    assert texts(table) == [HEAD, *FIRST, *SECOND]
    assert table.parts == ("page 1", "page 2")


def test_a_repeated_head_is_counted_once_and_said() -> None:
    (table,) = read(two_pages([HEAD, *FIRST], [HEAD, *SECOND])).tables
    assert texts(table) == [HEAD, *FIRST, *SECOND]
    assert "repeats the head" in table.repaired[0]


def test_a_first_row_without_a_rule_above_is_not_lost() -> None:
    (table,) = read(two_pages([HEAD, *FIRST], SECOND, open_top=True)).tables
    assert texts(table)[4] == ["Resigned", "6", "0"]


def test_a_row_cut_by_the_page_break_is_one_row_again() -> None:
    first = [HEAD, *FIRST, ["Suspect identified: victim", "", ""]]
    second = [["does not support action", "7", "2"], *SECOND]
    reading = read(two_pages(first, second, open_bottom=True, open_top=True))
    (table,) = reading.tables
    assert texts(table)[4] == ["Suspect identified: victim does not support action", "7", "2"]
    assert any("cut by the page break" in note for note in table.repaired)


def test_a_row_that_may_be_cut_is_raised_with_both_places() -> None:
    first = [HEAD, *FIRST, ["Theft of personal", "", ""]]
    second = [["Property", "7", "2"], *SECOND]
    reading = read(two_pages(first, second))
    issues = [issue for issue in reading.issues if issue.kind == "row-cut-by-page-break"]
    assert len(issues) == 1
    assert {locator.place.describe() for locator in issues[0].locators} == {"page 1", "page 2"}


def test_text_between_two_tables_keeps_them_apart() -> None:
    paper = Paper()
    below = paper.table(paper.letter(80), [HEAD, *FIRST], WIDTHS)
    paper.write(60, below + 30, "The second table shows the results.")
    paper.next_page().table(80, [HEAD, *SECOND], WIDTHS)
    assert len(read(paper).tables) == 2


def test_the_json_gives_each_page_its_piece() -> None:
    pieces = tables_json("reply.pdf", read(two_pages([HEAD, *FIRST], [HEAD, *SECOND])))["tables"]
    assert [piece["page"] for piece in pieces] == [1, 2]
    assert [cell[4] for cell in pieces[1]["cells"]][:3] == HEAD


def _numbered(paper: Paper, first: int, count: int) -> None:
    """As spreadsheets print: a number to the right of its column, its words to the left of theirs."""
    for n in range(count):
        y = 100 + 14 * n
        paper.canvas.setFont("Helvetica", 9)
        for right, text in ((98, str(first + n)), (298, str(40 + 7 * n)), (358, f"{n}.5")):
            paper.canvas.drawRightString(right, paper.height - y, text)
        paper.write(100.5, y, ("Parks", "Shops", "Libraries")[n % 3], 9)


def test_a_number_and_its_label_stay_apart_on_a_page_where_all_numbers_are_as_wide() -> None:
    paper = Paper()
    _numbered(paper, 5, 10)
    paper.next_page()
    _numbered(paper, 15, 10)
    rows = [row for table in read(paper).tables for row in texts(table)]
    assert [row[0] for row in rows] == [str(n) for n in range(5, 25)]


def test_a_year_set_to_the_right_is_a_head_of_its_own() -> None:
    paper = Paper()
    for n, (label, *values) in enumerate([("Rank", "2011", "2012"), ("Constable", "14", "23"), ("Staff", "5", "8"),
                                          ("Inspector", "2", "1234")]):  # fmt: skip
        y = 100 + 15 * n
        paper.canvas.setFont("Helvetica", 10)
        paper.write(60, y, label)
        for right, value in zip((172, 232), values, strict=True):
            paper.canvas.drawRightString(right, paper.height - y, value)
        if n:
            paper.canvas.drawRightString(292, paper.height - y, str(sum(map(int, values))))
        else:
            paper.write(234, y, "Total")
    assert texts(read(paper).tables[0])[0] == ["Rank", "2011", "2012", "Total"]


def test_a_head_that_reaches_further_out_than_the_figures_below_parts_no_table() -> None:
    """A list without rules: the head stands far left of its numbers, and on the first page only."""
    paper, rows = Paper(), []
    for first, last in ((0, 36), (36, 50)):
        y = 60.0
        if not first:
            for x, head in ((60, "No."), (190, "Reported"), (290, "Result"), (420, "Area")):
                paper.write(x, y, head, 9, "Helvetica-Bold")
            y += 20
        for number in range(first + 1, last + 1):
            rows.append(
                [str(number), f"{number % 28 + 1:02}/03/2022", "Advice" if number % 2 else "Notice", "North"]
            )
            for x, text in zip((140, 190, 290, 420), rows[-1], strict=True):
                paper.write(x, y, text, 9)
            y += 20
        paper.next_page()
    (table,) = read(paper).tables
    assert table.parts == ("page 1", "page 2")
    assert texts(table)[1:] == rows
