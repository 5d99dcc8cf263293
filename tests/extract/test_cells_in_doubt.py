"""Cells that nobody can read, that are struck through, under a comment, or that a remark beside them changes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from foidesk.extract import extract

from .rehearsal import context, extracted, lines, reading_of

HEAD = ["Outcome", 2010, 2011, 2012]
ROWS = [["Resigned", 4, 5, 6], ["Dismissed", 1, 2, 3], ["NFA", 10, 12, 14]]
LIST = [
    ["Ref", "Date", "Outcome", "Compensation (£)"], ["AB001", "12/04/2010", "Resigned", 250],
    ["AB002", "15/06/2010", "NFA", 0], ["AB003", "03/02/2011", "Dismissed", 4000],
    ["AB004", "20/05/2011", "NFA", 120],
]  # fmt: skip


def book(rows: list[list[Any]], edit: Callable[[Any], object] = lambda sheet: None) -> dict[str, list[str]]:
    made, out = Workbook(), BytesIO()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    edit(sheet)
    made.save(out)
    return lines(extract(reading_of(out.getvalue(), "a.xlsx"), context("a.xlsx")))


def with_cell(text: str) -> dict[str, list[str]]:
    return book([HEAD, ["Resigned", text, 5, 6], *ROWS[1:]])


@pytest.mark.parametrize(
    "text", ["#REF!", "8 + 2", "10 (1 unconfirmed)", "see note", "Not available", "10 and 11", "awaiting return"]
)
def test_a_cell_that_nobody_can_read_is_a_gap_and_not_nothing(text: str) -> None:
    found = with_cell(text)["statements"]
    assert any("where outcome=resigned in 2010" in one and one.startswith("[") for one in found)
    assert len(found) == 9


@pytest.mark.parametrize(
    "row",
    [
        ["Source: case system, extracted 3 May 2013", None, None, None],
        ["Notes", None, "see the letter", None],
        [None, None, None, None],
    ],
)
def test_words_in_a_row_of_their_own_are_no_gap(row: list[Any]) -> None:
    found = book([HEAD, *ROWS, row])["statements"]
    assert not any(one.startswith("[unreadable]") for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "exempt",
        "not given",
        "not stated",
        "n/k",
        "to be confirmed",
        "#N/A",
        "undisclosed",
        "see note",
        "£250 + costs",
        "pending",
    ],
)
def test_a_sum_that_is_not_told_leaves_the_total_open(text: str) -> None:
    found = book([*LIST[:3], [*LIST[3][:3], text], LIST[4]])["statements"]
    assert any(one.startswith("0.. paid") for one in found)


@pytest.mark.parametrize("text", ["Nil", "n/a", "-", "None", None, 0])
def test_no_sum_is_none(text: object) -> None:
    found = book([*LIST[:3], [*LIST[3][:3], text], LIST[4]])["statements"]
    assert not any(one.startswith("0.. paid") for one in found)


def test_a_formula_without_a_result_leaves_the_total_open() -> None:
    found = book([*LIST[:3], [*LIST[3][:3], "=4000+0"], LIST[4]])["statements"]
    assert any(one.startswith("0.. paid") for one in found)


def strike(*cells: str) -> Callable[[Any], object]:
    return lambda sheet: [setattr(sheet[cell], "font", Font(strike=True)) for cell in cells]


def open_ones(found: dict[str, list[str]]) -> list[str]:
    return [one.split(" (")[0] for one in found["statements"] if ", open" in one]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("B2",), ["4 cases where outcome=resigned in 2010"]),
        (("A3",), [f"{n} cases where outcome=dismissed in {2009 + n}" for n in (1, 2, 3)]),
        (("C1",), ["12 cases where outcome=nfa in 2011", "2 cases where outcome=dismissed in 2011",
                   "5 cases where outcome=resigned in 2011"]),
    ],
)  # fmt: skip
def test_what_is_struck_through_is_asked_about(cells: tuple[str, ...], expected: list[str]) -> None:
    found = book([HEAD, *ROWS], strike(*cells))
    assert open_ones(found) == expected
    assert "figures-marked" in found["issues"]


def test_a_struck_row_of_a_list_is_asked_about() -> None:
    found = book(LIST, strike("A3", "B3", "C3"))
    assert [one for one in open_ones(found) if "cases" in one] == ["1 cases where outcome=nfa in 15/06/2010"]


def test_a_figure_under_a_comment_is_asked_about_and_one_beside_a_commented_label_is_not() -> None:
    def comment(cell: str) -> Callable[[Any], object]:
        return lambda sheet: setattr(sheet[cell], "comment", Comment("see me", "nobody"))

    assert open_ones(book([HEAD, *ROWS], comment("B2"))) == ["4 cases where outcome=resigned in 2010"]
    assert open_ones(book([HEAD, *ROWS], comment("A2"))) == []
    assert open_ones(book(LIST, comment("D4"))) == ["4000 paid where outcome=dismissed in 03/02/2011"]


@pytest.mark.parametrize(
    ("remark", "is_open"),
    [
        ("1 withdrawn in 2012", True),
        ("provisional", True),
        ("some entered twice", True),
        ("excludes contractors", True),
        ("mostly constables", False),
        ("", False),
    ],
)
def test_a_remark_that_may_change_its_row_is_asked_about(remark: str, is_open: bool) -> None:
    rows = [[*HEAD, "Comments"], [*ROWS[0], remark or None], [*ROWS[1], "none to add"], [*ROWS[2], None]]
    assert bool(open_ones(book(rows))) is is_open


def test_rows_told_by_their_colour_are_asked_about() -> None:
    found = book([*LIST, [], ["Rows in red are not misconduct"]])
    assert any("told by their look" in one for one in found["choices"])


def test_a_head_with_a_mark_whose_note_counts_in_others_is_asked_about() -> None:
    rows = "Year,Cases*\n2010,4\n2011,5\n2012,6\n\n* includes training exercises\n"
    assert len(open_ones(lines(extracted(rows)))) == 3
    plain = lines(extracted(rows.replace("includes training exercises", "see the letter")))
    assert not open_ones(plain)


def test_days_that_a_note_leaves_cut_the_figure_of_their_year() -> None:
    rows = "Year,Cases\n2010,4\n2011,5\n2012,6\n\n"
    found = lines(extracted(rows + '"We moved on 1 July 2010; figures before that date are not held."\n'))
    assert any("Of which days is the figure for 2010" in one for one in found["choices"])
    assert not lines(extracted(rows + "Data as at 5 March 2014\n"))["choices"]


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Cells in yellow are estimates.", True),
        ("Yellow cells are still to be confirmed.", True),
        ("The highlighted year is the financial year 2013/14.", True),
        ("Totals are highlighted in yellow.", False),
        ("Our office is in Yellow Street.", False),
    ],
)
def test_what_a_letter_says_of_coloured_cells_of_the_file_beside_it_is_told(words: str, is_told: bool) -> None:
    found = extracted(f"REHEARSAL\n\nPlease find our figures attached. {words}\n", "reply.txt")
    assert any(one.kind == "said-of-figures" for one in found.issues) is is_told
