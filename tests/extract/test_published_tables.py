"""Shapes of tables and lists that bodies publish: each invented anew, REHEARSAL throughout."""

from __future__ import annotations

from .rehearsal import extracted, lines


def test_a_row_that_two_cases_run_together_in_stands_for_one_at_least() -> None:
    found = lines(extracted(
        "Ref,Rank,Nature,Outcome\nA1,PC,Offensive comments,Dismissed\n"
        "A2,PC PS,Disclosure of information Offensive comments,Advice Resigned\nA3,PC,Inappropriate contact,NFA\n"
    ))  # fmt: skip
    assert any(one.startswith("1.. cases ") and "“PC PS”" in one for one in found["statements"])
    assert "row-unclear" in found["issues"]


def test_our_question_with_a_number_put_into_it_is_an_answer() -> None:
    for said in ("7 officers and staff were", "Three officers and staff were", "No officers and staff were"):
        found = extracted(f"1) {said} investigated for misusing social media\n", "reply.txt")
        assert not [number for number in found.account if number.name == "quoted request"], said
        told = lines(found)
        assert told["statements"] or told["open"] or told["issues"], said


def test_an_answer_to_two_questions_at_once_gives_neither_a_figure() -> None:
    for mark in ("1. & 2.", "1 and 5.", "Questions 1 and 5:", "Zu 1. und 5.:", "Questions 1 to 5 -"):
        found = extracted(f"{mark} Please note that some of these were closed.\n", "reply.txt")
        assert not found.observations, mark
        assert not found.open_numbers(), mark


def test_a_dash_between_a_question_and_a_number_parts_question_and_answer() -> None:
    (said,) = lines(extracted("Q1 - 3\n", "reply.txt"))["statements"]
    assert said.startswith("3 cases")


MIXED = """Outcome,2010,2011
Dismissed,4,6
Resigned,11,9
Compensation paid,"£2,300.10",£85
"""


def test_bare_numbers_beside_a_line_of_money_are_no_sums_of_money() -> None:
    rows = [
        ["", "2010", "2011"],
        ["Dismissed", "4", "6"],
        ["Resigned", "11", "9"],
        ["Amount paid", "£2,300.10", "£85"],
    ]
    page = page_of(rows).replace("<table>", "<p>Payments of compensation are made by our insurers.</p><table>")
    for text, name in ((MIXED, "reply.csv"), (page, "reply.html")):
        told = lines(extracted(text, name))["statements"]
        assert sum(" cases where outcome=" in one for one in told) == 4, name
        assert sum(" paid" in one for one in told) == 2, name


def test_a_footnote_says_what_the_bound_that_bears_its_mark_may_be() -> None:
    table = "Outcome,2010,2011\nDismissed,<5*,14\nResigned,12,<5*\n"
    note = "*Where few people are concerned (between 1 and 5) we give no number.\n"
    told = lines(extracted(table + "\n" + note))["statements"]
    assert any(one.startswith("1..5 cases where outcome=dismissed") for one in told)
    note = "Numbers of 5 or less have been redacted (*).\n"
    told = lines(extracted(table + "\n" + note))["statements"]
    assert any(one.startswith("0..5 cases where outcome=dismissed") for one in told)


def page_of(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<html><body><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table></body></html>"


def test_a_row_typed_as_lines_of_its_cells_is_as_many_rows() -> None:
    lined = [
        ["Outcome", "Number of cases"],
        ["<p>Dismissed</p><p>Resigned</p><p>No further action</p>", "4<br>0<br>12"],
    ]
    found = lines(extracted(page_of(lined), "reply.html"))
    assert [one.split(" (")[0] for one in found["statements"]] == [
        "0 cases where outcome=resigned", "12 cases where outcome=nfa", "4 cases where outcome=dismissed",
    ]  # fmt: skip
    assert not found["open"]


def test_a_cell_that_only_wraps_stays_one_cell() -> None:
    wrapped = [
        ["Outcome", "Number of cases"],
        ["Dismissed<br>or resigned", "4"],
        ["No further<br>action", "12<br>(3 live)"],
    ]
    told = lines(extracted(page_of(wrapped), "reply.html"))["statements"]
    assert not any(one.startswith("3 cases") for one in told)


def test_what_a_note_to_a_row_corrects_waits_for_a_person() -> None:
    rows = "Ref,Rank,Outcome\nA1,PC,Dismissed\nA2,PS,Dismissed *\nA3,PC,Written warning\n"
    told = lines(extracted(rows + "\n* On appeal this was reduced to a final written warning.\n"))["statements"]
    assert any("“Dismissed * (corrected by a note)”" in one and "role=sergeant" in one for one in told)
    assert sum("outcome=dismissed" in one for one in told) == 1
    told = lines(extracted(rows + "\n* This officer was on probation.\n"))["statements"]
    assert sum("outcome=dismissed" in one for one in told) == 2
