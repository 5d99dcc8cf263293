"""Lists of cases without rules, whose texts wrap and whose rows stand far apart: one table, texts in order."""

from __future__ import annotations

import pytest

from foidesk.model import Reading
from foidesk.readers.pdf_broken import broken_figures
from foidesk.readers.pdf_torn import torn_rows
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import Frame, Token
from foidesk.readers.tables.middles import middled_rows
from foidesk.readers.tables.rows import Band, Piece

from .pages import Paper, read, texts

HEADS = ["No", "Rank", "Allegation", "Outcome", "Year"]
CASES = [
    ("PC", ["Posted remarks about a member", "of the public"], "Words of advice", "2010"),
    ("PS", ["Shared a photograph of one", "incident with friends without", "any permission"], "Resigned", "2011"),
    ("PCSO", ["Sent a request to a witness"], "Final written warning", "2012"),
    ("PC", ["Named an address in a group"], "No further action", "2013"),
    ("Staff", ["Wrote about a colleague while", "on duty"], "Words of advice", "2014"),
]  # fmt: skip
ROWS = [[str(n), rank, " ".join(text), outcome, year] for n, (rank, text, outcome, year) in enumerate(CASES, 1)]


def right(paper: Paper, end: float, y: float, text: str, size: float = 9) -> None:
    paper.write(end - paper.canvas.stringWidth(text, "Helvetica", size), y, text, size)


def heads(paper: Paper, y: float) -> None:
    for x, text in zip((60, 88, 150, 320, 430), HEADS, strict=True):
        paper.write(x, y, text, 9)


def case_rows(paper: Paper, y: float, where: str, white: float, cases: int = len(CASES)) -> float:
    """The cases, numbers and years to the right; the cells at the top, middle or bottom of their text."""
    for number, (rank, text, outcome, year) in enumerate(CASES[:cases], 1):
        high = 11 * (len(text) - 1)
        level = y + {"top": 0.0, "middle": high / 2, "bottom": high}[where]
        right(paper, 85, level, str(number))
        paper.write(88, level, rank, 9).write(320, level, outcome, 9)
        right(paper, 470, level, year)
        for n, line in enumerate(text):
            paper.write(150, y + 11 * n, line, 9)
        y += high + white
    return y


def doubted(reading: Reading) -> list[str]:
    return [place.quote for issue in reading.issues if issue.kind == "row-in-doubt" for place in issue.locators]


@pytest.mark.parametrize("white", [22, 30, 45, 60])
@pytest.mark.parametrize("where", ["top", "middle", "bottom"])
def test_rows_that_stand_far_apart_are_one_table_with_its_heads(where: str, white: float) -> None:
    paper = Paper()
    heads(paper, 100)
    case_rows(paper, 100 + white, where, white)
    (table,) = read(paper).tables
    assert texts(table) == [HEADS, *ROWS]


def test_a_head_at_the_left_belongs_to_the_figures_at_the_right_of_its_column() -> None:
    paper = Paper()
    heads(paper, 100)
    case_rows(paper, 125, "top", 25)
    (table,) = read(paper).tables
    assert {row[4] for row in texts(table)} == {"Year", "2010", "2011", "2012", "2013", "2014"}


def test_a_column_that_is_blank_gives_its_head_to_no_other_figures() -> None:
    paper = Paper()
    for x, text in ((60, "Area"), (190, "Closed"), (290, "Open"), (390, "All")):
        paper.write(x, 100, text, 9)
    for n, label in enumerate(("North", "South", "East", "West")):
        paper.write(60, 120 + 16 * n, label, 9)
        right(paper, 310, 120 + 16 * n, str(3 * n + 11))
        right(paper, 402, 120 + 16 * n, str(5 * n + 40))
    (table,) = read(paper).tables
    columns = list(zip(*texts(table), strict=True))
    assert [column for column in columns if column[1]] == [
        ("Area", "North", "South", "East", "West"),
        ("Open", "11", "14", "17", "20"),
        ("All", "40", "45", "50", "55"),
    ]


@pytest.mark.parametrize("title", ["Table 2: cases by department in 2013", "Department of works", "2013"])
def test_a_table_far_below_another_under_a_title_of_its_own_is_a_second_one(title: str) -> None:
    paper = Paper()
    heads(paper, 100)
    below = case_rows(paper, 125, "top", 25, 4)
    paper.write(60, below + 15, title, 9)
    heads(paper, below + 40)
    case_rows(paper, below + 65, "top", 25, 4)
    assert [texts(table)[1:] for table in read(paper).tables] == [ROWS[:4], ROWS[:4]]


def test_a_letter_below_a_list_of_cases_is_no_row_of_it() -> None:
    paper = Paper()
    heads(paper, 100)
    below = case_rows(paper, 125, "top", 25)
    paper.letter(below + 20)
    (table,) = read(paper).tables
    assert texts(table) == [HEADS, *ROWS]


def test_a_label_of_two_lines_beside_a_text_begins_the_first_row_and_no_head() -> None:
    """Cells set in the middle of their height: no figure may come into the row before its own."""
    paper = Paper()
    paper.write(260, 90, "Cases", 9).write(420, 101, "Remarks", 9)
    for x, text in ((60, "Area"), (190, "Cases"), (260, "upheld"), (330, "Open")):
        paper.write(x, 101, text, 9)
    rows = [
        ["Northern", "villages", "31", "6", "4", "Figures are for the whole", "of the year"],
        ["Southern", "villages", "38", "7", "5", "Closed in May and", "opened again"],
        ["Docks", "and quays", "45", "8", "6", "Shared with the harbour"],
        ["Eastern", "villages", "52", "9", "7", "Counted in May only", "by the ward"],
        ["Western", "villages", "59", "2", "8", "Includes the islands", "since June"],
    ]
    for n, (first, second, *figures, said) in enumerate([[*row[:5], row[5:]] for row in rows]):
        y = 125 + 30 * n
        paper.write(60, y, first, 9).write(60, y + 10, second, 9)
        for k, line in enumerate(said):
            paper.write(420, y + 10 * k + (5 if len(said) == 1 else 0), line, 9)
        for end, figure in zip((210, 285, 350), figures, strict=True):
            right(paper, end, y + 5, figure)
    (table,) = read(paper).tables
    assert texts(table)[-5:] == [[f"{a} {b}", c, d, e, " ".join(said)] for a, b, c, d, e, *said in rows]


def word(x: float, y: float, text: str) -> Token:
    return Token(x, y, x + 5 * len(text), y + 7, text, 9)


def test_a_figure_broken_by_its_column_beside_values_in_the_middle_is_named() -> None:
    """The rest of it stands two rows further down: the row between has its label and its other values."""
    table = Found(
        "unruled", Frame(60, 100, 360, 140),
        [Slot(0, 1, 0, 1, [[word(200, 100, "13,46")]]), Slot(1, 0, 1, 0, [[word(60, 106, "North")]]),
         Slot(1, 2, 1, 2, [[word(300, 106, "90")]]), Slot(2, 1, 2, 1, [[word(200, 109, "0")]])],
        [60, 190, 280, 360], [100, 106, 109, 140],
    )  # fmt: skip
    assert [text for _, text in broken_figures(table)] == ["13,46", "0"]
    table.slots[-1] = Slot(2, 1, 2, 1, [[word(200, 125, "0")]])
    assert not list(broken_figures(table))


def test_cells_of_a_row_with_white_between_them_from_edge_to_edge_are_named() -> None:
    slots = [Slot(0, n, 0, n, [[word(60 + 100 * n, 100, text)]]) for n, text in enumerate(("North", "12", "9"))]
    table = Found("unruled", Frame(60, 100, 360, 140), slots, [60, 150, 250, 360], [100, 140])
    assert not list(torn_rows(table))
    slots[2].lines[0][0] = word(260, 125, "9")
    assert [text for _, text in torn_rows(table)] == ["12", "9"]
    slots[0].lines.extend([[word(60, 109, "and")], [word(60, 118, "South")]])
    assert not list(torn_rows(table))


def test_a_text_printed_over_that_of_the_next_row_is_named() -> None:
    paper = Paper()
    for x, text in ((60, "Area"), (190, "Cases"), (260, "Remarks")):
        paper.write(x, 100, text, 9)
    for n, label in enumerate(("North", "South", "East", "West")):
        y = 120 + 14 * n
        paper.write(60, y, label, 9)
        right(paper, 215, y, str(3 * n + 11))
        paper.write(260, y, f"Remark {label} begins", 9)
        if n == 1:
            paper.write(260, y + 10, "and goes on far below", 9)
    assert {"and goes on far below", "Remark East begins"} <= set(doubted(read(paper)))


def test_rows_with_blanks_that_lie_evenly_round_a_middle_are_rows_all_the_same() -> None:
    """Several rows were one, each of its cells with the figures of several: "- N/A 47"."""
    filled = [[0, 2, 3], [0, 1], [0, 2, 3], [0, 1, 2, 3], [0, 1, 2], [0, 1, 2, 3]]
    names = ["Ash", "Elm", "Fir", "Oak", "Yew", "Box"]
    bands = []
    for n, columns in enumerate(filled):
        said = [(c, str(11 + n) if c else names[n]) for c in columns]
        bands.append(Band([Piece(c, c, [[word(60 + 100 * c, 100 + 15 * n, text)]]) for c, text in said]))
    assert middled_rows(bands, []) is None


def test_a_share_below_its_figure_is_of_one_row_set_in_the_middle() -> None:
    bands = []
    for n, name in enumerate(("Ash", "Elm", "Fir")):
        y = 100 + 40 * n
        bands += [
            Band([Piece(1, 1, [[word(200, y, str(12 + n))]]), Piece(2, 2, [[word(300, y, str(40 + n))]])]),
            Band([Piece(0, 0, [[word(60, y + 5, name)]])]),
            Band([Piece(1, 1, [[word(200, y + 10, "(63%)")]]), Piece(2, 2, [[word(300, y + 10, "(20%)")]])]),
        ]
    rows = middled_rows(bands, [])
    assert rows is not None
    assert [piece.text for piece in rows[0].pieces] == ["Ash", "12 (63%)", "40 (20%)"]
