"""Replies as councils publish them: the request repeated first, then answers by number, or a table by question.

The shapes are those of real disclosure logs; bodies, questions and numbers here are invented. REHEARSAL.
"""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

HIRED = Variable(
    "hired", "Contractor", "1",
    categories=(Category("yes", "employed", synonyms=("yes",)), Category("no", "not employed", synonyms=("no",))),
)  # fmt: skip
RESULT = Variable(
    "result", "Result", "3",
    categories=(
        Category("paid", "Paid", synonyms=("accepted",)), Category("refused", "Refused", synonyms=("rejected",)),
    ),
)  # fmt: skip
BOOK = Codebook(1, (HIRED, RESULT), (
    Measure("contractors", "Councils", "councils", each=True),
    Measure("claims", "Claims received", "claims", "count", ("claims received",)),
    Measure("settled", "Claims settled", "claims", "count", ("claims settled",)),
    Measure("income", "Income", "GBP", "money", ("income",)),
    Measure("fees", "Legal fees", "GBP", "money", ("legal fees",)),
))  # fmt: skip
QUESTIONS = (
    Question("q1", "Does your council employ a contractor to clear gutters?", ("contractors",), ("hired",)),
    Question("q2", "The total number of gutter claims received in each financial year", ("claims",)),
    Question("q3", "The number of gutter claims settled in each financial year", ("settled",), ("result",)),
    Question("q4a", "The total income from gutter permits in each of the following years", ("income",)),
    Question("q4b", "The highest single permit sold in each year"),
    Question("q4c", "The total legal fees for gutter claims in each financial year", ("fees",)),
)  # fmt: skip
YEARS = Period.days(date(2021, 4, 1), date(2024, 3, 31))
REQUEST = [f"<p>{q.id[1:]}. {q.text}</p>" for q in QUESTIONS]


def read(text: str, name: str = "reply.txt") -> Extraction:
    told = Context(BOOK, QUESTIONS, YEARS, "uk-foia-2000", "b", ("Gutterham",), "d", name)
    return extract(reading_of(text.encode(), name), told)


def statements(text: str, name: str = "reply.txt") -> list[str]:
    return lines(read(text, name))["statements"]


def table(*rows: str) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    asked = "".join(REQUEST)
    return f"<html><body>{asked}<h2>Response 02-12-2024</h2><table>{cells}</table></body></html>"


def test_rows_headed_by_questions_are_of_the_measures_of_these_questions() -> None:
    page = table(
        "|2021/22|2022/23|2023/24", "Question 2|30|20|51", "Question 4a)|£12.50|£85|0", "Question 4c)|£7|£8|£9"
    )
    assert statements(page, "reply.html") == [
        "0 income in 2023/24 (cell, single-typed-cell)", "12.50 income in 2021/22 (cell, single-typed-cell)",
        "20 claims in 2022/23 (cell, single-typed-cell)", "30 claims in 2021/22 (cell, single-typed-cell)",
        "51 claims in 2023/24 (cell, single-typed-cell)", "7 fees in 2021/22 (cell, single-typed-cell)",
        "8 fees in 2022/23 (cell, single-typed-cell)", "85 income in 2022/23 (cell, single-typed-cell)",
        "9 fees in 2023/24 (cell, single-typed-cell)",
    ]  # fmt: skip


def test_a_row_that_answers_what_the_survey_does_not_count_is_of_no_measure() -> None:
    found = lines(read(table("|2021/22|2022/23", "Question 2|30|20", "Question 4b|£12|£85"), "reply.html"))
    assert found["open"] == ["£12", "£85"]
    assert len(found["statements"]) == 2


def test_a_part_of_a_question_is_asked_about() -> None:
    found = lines(read(table("|2021/22|2022/23", "Question 2|30|20", "Question 3a|4|5"), "reply.html"))
    assert [line for line in found["statements"] if "settled" in line] == [
        "4 settled in 2021/22 (cell, open, if as read)", "5 settled in 2022/23 (cell, open, if as read)",
    ]  # fmt: skip


def test_a_mark_that_the_note_explains_otherwise_than_it_looks() -> None:
    page = table("|2021/22|2022/23", "Question 2|30|&lt;5*", "Question 4a|£1|£2").replace(
        "</body>", "<p>* Numbers between 1 and 5 have been redacted and marked with &lt;5 instead.</p></body>"
    )
    assert "1..5 claims in 2022/23 (cell, single-typed-cell)" in statements(page, "reply.html")


def test_our_request_goes_on_behind_its_question() -> None:
    asked = " ".join(
        f"{q.id[1:]}. {q.text}{' If yes, please give the name of the firm.' if q.id == 'q1' else ''}\n\n"
        for q in QUESTIONS
    )
    found = lines(read(f"You asked:\n\n{asked}Response\n\n1. No\n\n2.\n\n"))
    assert found["statements"] == ["1 contractors where hired=no (case row, answer-in-words)"]


def test_lines_without_an_empty_line_between_them_belong_to_the_number_above_them() -> None:
    reply = (
        "Response\nQ1. No contractor is employed to do this.\nQ2.\n2021/2022 - 40\n2022/2023 - 21\n"
        "Q3.\n2021/2022 - 4\n2022/2023 - 5\nQ4a.\n2021/2022 - £2100\n2022/2023 - £1300\n"
    )
    assert statements(reply) == [
        "1 contractors where hired=no (case row, answer-in-words)",
        "1300 income in 2022/2023 (prose, listed-under-its-noun)",
        "21 claims in 2022/2023 (prose, listed-under-its-noun)",
        "2100 income in 2021/2022 (prose, listed-under-its-noun)",
        "4 settled in 2021/2022 (prose, listed-under-its-noun)",
        "40 claims in 2021/2022 (prose, listed-under-its-noun)",
        "5 settled in 2022/2023 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_a_year_to_date_that_ends_in_a_stop_keeps_its_number() -> None:
    reply = f"4c.{QUESTIONS[5].text}\n2021/22 £831\n2022/23 £435\n2023/24 (to date). Nil\n"
    found = [line for line in statements(reply) if "fees" in line]
    assert not any(line.startswith("0 fees (") for line in found)
    assert "831 fees in 2021/22 (prose, listed-under-its-noun)" in found


def test_a_number_that_stands_at_its_question_without_a_space_is_the_question_s() -> None:
    first, second = QUESTIONS[1].text, QUESTIONS[2].text
    reply = f"2.{first}\n2021/22 1,012\n2022/23 966\n3.{second}\n2021/22 32 accepted, 69 rejected\n"
    assert statements(reply) == [
        "1012 claims in 2021/22 (prose, listed-under-its-noun)",
        "32 settled where result=paid in 2021/22 (prose, number-beside-its-noun)",
        "69 settled where result=refused in 2021/22 (prose, number-beside-its-noun)",
        "966 claims in 2022/23 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_a_number_that_belongs_to_another_question_binds_nothing() -> None:
    reply = (
        "2. How many journalists asked about gutters?\n2021/22: 6\n2022/23: 4\n\n"
        f"7. {QUESTIONS[1].text}\n2021/22: 30\n2022/23: 1,117\n"
    )
    assert statements(reply) == [
        "1117 claims in 2022/23 (prose, listed-under-its-noun)",
        "30 claims in 2021/22 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_our_words_weigh_more_than_our_number() -> None:
    reply = f"2. {QUESTIONS[5].text}\n2021/22: £30\n4. {QUESTIONS[1].text}\n2021/22: 12\n"
    assert statements(reply) == [
        "12 claims in 2021/22 (prose, listed-under-its-noun)", "30 fees in 2021/22 (prose, listed-under-its-noun)",
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Withdrawn by the claimant", "of which by cheque", "Extension"])
def test_a_line_in_words_nobody_coded_is_asked_about_and_makes_no_nought(label: str) -> None:
    found = lines(read(f"3.\nAccepted - 62\n{label} - 71\nRejected - 138\n"))
    assert [line.split(" (")[0] for line in found["statements"]] == [
        "138 settled where result=refused", "62 settled where result=paid", f"71 settled where result=“{label}”",
    ]  # fmt: skip
    assert "open" in found["statements"][-1] and len(found["choices"]) == 1


def test_the_last_cell_of_a_row_of_figures_is_not_the_answer() -> None:
    page = table("|2021/22|2022/23", "Question 2|30|20", "Question 3|4|5", "Total|34|25")
    found = lines(read(page, "reply.html"))
    assert found["statements"] == [] and found["open"] == ["30", "20", "4", "5", "34", "25"]


def test_rows_of_a_question_that_is_not_ours_are_of_no_measure() -> None:
    found = lines(read(table("|2021/22|2022/23", "Question 2|30|20", "Question 9|4|5"), "reply.html"))
    assert len(found["statements"]) == 2 and found["open"] == ["4", "5"]
