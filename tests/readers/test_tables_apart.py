"""What is one table and what is two, what is none: as statistics, accounts and letters are laid out."""

from __future__ import annotations

from .pages import Paper, read, texts

WARDS = [("Abbey", "120", "4"), ("Castle", "301", "11"), ("Dock", "59", "0"), ("Total", "480", "15")]


def column(paper: Paper, x: float, y: float, rows: list[tuple[str, ...]], rights: tuple[float, ...]) -> float:
    """Labels at x and values that end at `rights`, with a line every 13 points; the height below them."""
    for n, (label, *values) in enumerate(rows):
        paper.write(x, y + 13 * n, label, 9)
        for right, value in zip(rights, values, strict=True):
            paper.canvas.drawRightString(x + right, paper.height - y - 13 * n, value)
    return y + 13 * len(rows)


def test_tables_side_by_side_with_rules_of_their_own_are_two() -> None:
    paper = Paper()
    for x in (60, 320):
        column(paper, x, 100, [("Ward", "Permits", "Appeals"), *WARDS], (130, 190))
        paper.line(x - 4, 104, x + 196, 104)
    tables = read(paper).tables
    assert [texts(table)[1] for table in tables] == [["Abbey", "120", "4"]] * 2


def test_one_rule_under_all_heads_makes_one_table_of_both_halves() -> None:
    paper = Paper()
    for x in (60, 320):
        column(paper, x, 100, [("Ward", "Permits", "Appeals"), *WARDS], (130, 190))
    paper.line(56, 104, 516, 104)
    (table,) = read(paper).tables
    assert texts(table)[1] == ["Abbey", "120", "4", "Abbey", "120", "4"]


def test_a_caption_between_two_tables_parts_them() -> None:
    paper = Paper()
    below = column(paper, 60, 100, [("Ward", "Permits", "Appeals"), *WARDS], (230, 300))
    paper.write(60, below, "Table 2: Permits by sex", 9)
    column(paper, 60, below + 13, [("Sex", "Permits"), ("Male", "300"), ("Female", "180"), ("All", "480")], (230,))
    tables = read(paper).tables
    assert [texts(table)[-1] for table in tables] == [["Total", "480", "15"], ["All", "480"]]


def test_a_heading_of_a_group_leaves_the_table_whole() -> None:
    paper = Paper()
    below = column(paper, 60, 100, [("Ward", "Permits", "Appeals"), *WARDS], (230, 300))
    paper.write(60, below, "Southern area", 9)
    column(paper, 60, below + 13, WARDS, (230, 300))
    (table,) = read(paper).tables
    assert len(texts(table)) == 10


def test_bullets_below_a_table_are_none_of_its_rows() -> None:
    paper = Paper()
    below = column(paper, 60, 100, [("Ward", "Permits", "Appeals"), *WARDS], (230, 300))
    for n, text in enumerate(("There were 480 permits in 2018.", "The number of appeals was 15.", "More follow.")):
        paper.write(60, below + 10 + 13 * n, "•", 9).write(78, below + 10 + 13 * n, text, 9)
    (table,) = read(paper).tables
    assert texts(table)[-1] == ["Total", "480", "15"]


def test_a_list_of_contents_without_leaders_is_no_table() -> None:
    paper = Paper().write(60, 80, "Contents", 14)
    entries = [
        ("Foreword", "3"),
        ("Complaints", "8"),
        ("Investigations", "14"),
        ("Outcomes", "19"),
        ("Annex", "31"),
    ]
    column(paper, 60, 110, entries, (400,))
    assert not read(paper).tables


def test_ascending_numbers_alone_make_no_list_of_contents() -> None:
    paper = Paper().write(60, 80, "Vehicles by depot", 14)
    entries = [("Northgate", "3"), ("Eastfield", "8"), ("Quayside", "14"), ("Mill Lane", "19"), ("Central", "31")]
    column(paper, 60, 110, entries, (300,))
    (table,) = read(paper).tables
    assert len(texts(table)) == 5


def test_years_span_the_heads_that_repeat_below_them() -> None:
    rights = (200, 250, 290, 350, 400, 440)
    paper = Paper()
    for x, year in ((262, "2016/17"), (412, "2017/18")):
        paper.write(x, 88, year, 9)
    heads = ("Received", "Granted", "%") * 2
    places = ("1,066", "912", "85.6", "2,191", "1,126", "51.4")
    column(paper, 60, 100, [("Council", *heads), *((f"Area {n}", *places) for n in range(5))], rights)
    (table,) = read(paper).tables
    spans = {cell.text: (cell.column, cell.column_to) for cell in table.cells if cell.row == 0 and cell.text}
    assert spans == {"2016/17": (1, 3), "2017/18": (4, 6)}


def test_rows_set_apart_by_white_stay_apart_however_their_cells_are_centred() -> None:
    paper, y = Paper(), 100.0
    paper.write(60, y, "Home", 9).write(180, y, "Findings", 9).write(420, y, "Grade", 9)
    long = "Records were incomplete on two of the\nfive units, and nobody had noted the\ntemperature of the store."
    for name, text, grade in (("Ash", long, "Poor"), ("Beech", long, "Fair"), ("Cedar", long, "Good")):
        y += 15.5
        lines = text.split("\n")
        for n, line in enumerate(lines):
            paper.write(180, y + 9.5 * n, line, 9)
        y += 9.5 * (len(lines) - 1)
        middle = y - 9.5 * (len(lines) - 1) / 2 - 4.75
        paper.write(60, middle, name, 9).write(420, middle, grade, 9)
    for at in (90, 104, y + 6):
        paper.line(56, at, 470, at)
    (table,) = read(paper).tables
    assert [row[0] for row in texts(table)] == ["Home", "Ash", "Beech", "Cedar"]


def ledger(paper: Paper, lines: list[tuple[float, tuple[str, ...]]]) -> list[list[str]]:
    """The texts of the table of words that stand at the given heights, in four columns without rules."""
    for y, words in [(100, ("Ref", "Post", "Nature", "Result")), *lines]:
        for x, word in zip((60, 130, 230, 420), words, strict=True):
            paper.write(x, y, word, 9)
    (table,) = read(paper).tables
    return texts(table)


ROWS = [
    (117.0, ("T/1", "Nurse", "Lost a laptop", "Advice")),
    (134.0, ("T/2", "Porter", "Left the door of a store open", "Written warning")),
    (151.0, ("", "Clerk", "Shared a password", "Advice")),
    (168.0, ("", "Clerk", "Sent a list to the wrong ward", "No action")),
    (185.0, ("T/3", "Ward clerk, relief", "Read a record without need", "Dismissed")),
]


def test_rows_without_a_reference_stay_rows_where_wrapped_lines_stand_closer() -> None:
    more = [(202.0, ("T/4", "Nurse", "Copied a file and kept", "Advice")), (212.0, ("", "", "it at home", ""))]
    rows = ledger(Paper(), [*ROWS, *more])
    assert [row[1] for row in rows[1:]] == ["Nurse", "Porter", "Clerk", "Clerk", "Ward clerk, relief", "Nurse"]
    assert rows[-1][2] == "Copied a file and kept it at home"


MORE = [(202.0, ("T/4", "Nurse", "Copied a file", "Advice")), (219.0, ("T/5", "Porter", "Lost a key", "Advice"))]


def test_a_word_that_would_have_fitted_behind_the_word_above_begins_a_row() -> None:
    rows = ledger(Paper(), [*ROWS, *MORE])
    assert [row[1] for row in rows[1:]] == [
        "Nurse",
        "Porter",
        "Clerk",
        "Clerk",
        "Ward clerk, relief",
        "Nurse",
        "Porter",
    ]


def test_words_of_two_columns_that_wrap_together_are_one_row() -> None:
    wrapped = [(168.0, ("", "of works", "and did not report it", ""))]
    head = [ROWS[0], ROWS[1], (157.0, ("T/2", "Inspector", "Left the door of a store open", "Advice"))]
    rows = ledger(Paper(), [*head, *wrapped, *((y, words) for y, words in [*ROWS[4:], *MORE])])
    assert [row[1] for row in rows[1:]] == [
        "Nurse",
        "Porter",
        "Inspector of works",
        "Ward clerk, relief",
        "Nurse",
        "Porter",
    ]


def test_lines_set_further_apart_than_text_is_are_rows() -> None:
    lines = [
        ("2021", "Lost a laptop at the station", "Advice"), ("", "Shared a password with staff", "Final warning"),
        ("2022", "Lost a laptop at the station", "Advice"), ("", "Sent a list to another ward", "No action taken"),
        ("", "Left papers on a train home", "Dismissed"), ("2023", "Read a record without need", "Advice"),
    ]  # fmt: skip
    paper = Paper()
    for n, words in enumerate([("Year", "What was done", "Result"), *lines]):
        for x, word in zip((60, 130, 330), words, strict=True):
            paper.write(x, 100 + 15 * n, word, 9)
    (table,) = read(paper).tables
    assert len(texts(table)) == 7
