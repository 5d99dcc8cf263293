"""Replies in the shapes of published UK letters: lettered parts, lists under a head, years to date.

Subjects, bodies and numbers are invented. REHEARSAL.
"""

from __future__ import annotations

from datetime import date

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

SITE = Variable(
    "site", "Site", "1",
    categories=(
        Category("pools", "Pools", synonyms=("swimming pools",)),
        Category("halls", "Halls", synonyms=("sports halls",)),
    ),
)  # fmt: skip
END = Variable(
    "end", "End", "2",
    categories=(
        Category("mended", "Mended", synonyms=("mended",)),
        Category("scrapped", "Scrapped", synonyms=("scrapped",)),
    ),
)  # fmt: skip
BOOK = Codebook(1, (SITE, END), (
    Measure("guards", "Lifeguards", "people", "count", ("lifeguards",)),
    Measure("lamps", "Lamps reported", "lamps", "count", ("lamps reported",)),
    Measure("settled", "Lamps settled", "lamps", "count", ("lamps settled",)),
    Measure("spend", "Spend on lamps", "GBP", "money", ("spend on lamps",)),
    Measure("dearest", "Dearest lamp", "GBP", "money", ("dearest single lamp",)),
    Measure("fees", "Fees", "GBP", "money", ("fees",)),
))  # fmt: skip
QUESTIONS = (
    Question("q1", "How many lifeguards were employed on 1 May 2024, at: a) swimming pools b) sports halls",
             ("guards",), ("site",)),
    Question("q2", "The total number of broken street lamps reported for each of the financial years", ("lamps",)),
    Question("q3", "The total number of broken street lamps settled for each of the financial years. And of those "
             "settled, please say how many were mended and how many scrapped.", ("settled",), ("end",)),
    Question("q4a", "The total spend on lamps in each financial year", ("spend",)),
    Question("q4b", "The dearest single lamp bought in each financial year", ("dearest",)),
    Question("q4c", "The total fees paid for lamps in each financial year", ("fees",)),
)  # fmt: skip
YEARS = Period.days(date(2021, 4, 1), date(2025, 3, 31))


def read(text: str) -> Extraction:
    told = Context(BOOK, QUESTIONS, YEARS, "uk-foia-2000", "b", ("Lampford",), "d", "reply.txt")
    return extract(reading_of(text.encode(), "reply.txt"), told)


def statements(text: str) -> list[str]:
    return lines(read(text))["statements"]


def test_a_letter_stands_for_what_our_question_calls_its_part() -> None:
    asked = "\n\n".join(f"{q.id[1:]}. {q.text}" for q in QUESTIONS[:3])
    assert statements(f"Request:\n\n{asked}\n\nResponse:\n\n1.\n\na)  40\nb) 7\n") == [
        "40 guards where site=pools (prose, numbered-answer)",
        "7 guards where site=halls (prose, numbered-answer)",
    ]  # fmt: skip


def test_two_questions_that_differ_in_one_word_are_kept_apart_by_their_numbers() -> None:
    reply = (
        f"2.{QUESTIONS[1].text}\n\n2021/22 1,012\n2022/23 966\n\n"
        f"3.{QUESTIONS[2].text}\n\n2021/22 320 mended, 692 scrapped\n2022/23 169 mended, 797 scrapped\n"
    )
    found = statements(reply)
    assert "1012 lamps in 2021/22 (prose, listed-under-its-noun)" in found
    assert "320 settled where end=mended in 2021/22 (prose, number-beside-its-noun)" in found
    assert "797 settled where end=scrapped in 2022/23 (prose, number-beside-its-noun)" in found
    assert not [one for one in found if " lamps where" in one]


def test_letters_below_a_number_open_the_parts_of_that_question() -> None:
    reply = (
        "4. For the same years, please provide:\n\na) The total spend on lamps in each financial year\n\n"
        "2021/22 £900\n2022/23 £800\n\nb) The dearest single lamp bought\n\n2021/22 £90\n2022/23 £80\n\n"
        "c) The total fees paid for lamps, including those of consultants, surveyors or agencies.\n\n"
        "2021/22 £7\n2022/23 £6\n"
    )
    assert statements(reply) == [
        "6 fees in 2022/23 (prose, listed-under-its-noun)",
        "7 fees in 2021/22 (prose, listed-under-its-noun)",
        "80 dearest in 2022/23 (prose, listed-under-its-noun)",
        "800 spend in 2022/23 (prose, listed-under-its-noun)",
        "90 dearest in 2021/22 (prose, listed-under-its-noun)",
        "900 spend in 2021/22 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_a_lettered_part_that_the_survey_does_not_hold_counts_nothing_of_ours() -> None:
    reply = "4. Please give:\n\na) The total spend on lamps in each financial year\n\n2021/22 £9\n2022/23 £8\n\n"
    found = lines(read(f"{reply}d) The total spend on bulbs and wire\n\n2021/22 £12\n2022/23 £13\n"))
    assert len(found["statements"]) == 2
    assert found["open"] == ["£12", "£13"]


def test_a_question_of_somebody_else_ends_ours() -> None:
    reply = (
        f"{QUESTIONS[1].text}\n\n2021/22 - 30\n\n2022/23 - 20\n\n"
        "How many years has the oldest lamp in the borough been standing?\n\n81\n"
    )
    found = lines(read(reply))
    assert found["statements"] == [
        "20 lamps in 2022/23 (prose, listed-under-its-noun)",
        "30 lamps in 2021/22 (prose, listed-under-its-noun)",
    ]  # fmt: skip
    assert found["open"] == ["81"]


def test_a_list_of_years_under_words_that_head_it() -> None:
    head = 'Q2. We do not hold figures by ward.\nNumber of lamps reported = "Lamps (poles, walls)"\n'
    reply = f"{head}2021/2022 - 5\n2022/2023 - 10\n"
    assert statements(reply) == [
        "10 lamps in 2022/2023 (prose, listed-under-its-noun)",
        "5 lamps in 2021/2022 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_a_year_to_date_in_a_row_of_years_is_part_of_a_year() -> None:
    found = read("2. 2022/23 - 877; 2023/24 - 724; 2024/25 (to date) - 1178.")
    assert [(str(o.amount.lo), o.period.kind) for o in found.observations if o.amount and o.period] == [
        ("877", "financial year"), ("724", "financial year"), ("1178", "part year"),
    ]  # fmt: skip


def test_none_of_the_first_years_and_figures_of_the_later_ones() -> None:
    assert statements("2. None for 2021/22 to 2022/23, April 2023/24: 47, 2024/25: 53.") == [
        "0 lamps in 2021/22 to 2022/23 (prose, listed-under-its-noun)",
        "47 lamps in 2023/24 (prose, listed-under-its-noun)",
        "53 lamps in 2024/25 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_years_ending_in_a_month_under_letters_of_the_reply() -> None:
    reply = (
        "- The total number of broken street lamps (on poles or walls) reported for each of the financial years.\n"
        "- a) the financial year ending March 2022 – 2578\n- b) the financial year ending March 2023 – 2145\n"
    )
    assert statements(reply) == [
        "2145 lamps in financial year ending March 2023 (prose, listed-under-its-noun)",
        "2578 lamps in financial year ending March 2022 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_a_kind_on_a_line_of_its_own_heads_the_years_below_it() -> None:
    reply = "3. Please see below.\n\nMended\n\n2021/22 – 148\n\n2022/23 – 46\n\nScrapped\n\n2022/23 – 43\n"
    assert [one for one in statements(reply) if "settled" in one] == [
        "148 settled where end=mended in 2021/22 (prose, listed-under-its-noun)",
        "43 settled where end=scrapped in 2022/23 (prose, listed-under-its-noun)",
        "46 settled where end=mended in 2022/23 (prose, listed-under-its-noun)",
    ]  # fmt: skip


def test_an_answer_in_the_words_of_its_question_is_its_number() -> None:
    assert statements("2. 35 were reported.") == ["35 lamps (prose, numbered-answer)"]
    assert statements("2. Please see 3 above.") == []
    assert statements("2. The sheet is for questions 1\n\nto 4.") == []


def test_dates_in_figures_are_read_in_the_order_that_the_reply_shows() -> None:
    reply = "2. 01/05/2023 to 09/07/2023 - 2 lamps reported\n\n2. 10/07/2023 to 31/12/2023 - 7 lamps reported\n"
    assert [o.period.describe() for o in read(reply).observations if o.period] == [
        "1 May 2023 to 9 Jul 2023", "10 Jul 2023 to 31 Dec 2023",
    ]  # fmt: skip


def test_a_period_that_can_be_read_in_two_ways_accepts_no_number() -> None:
    found = read("2. 2 lamps reported between 01/05/2023 and 09/07/2023.")
    assert [o.accepted_by for o in found.observations] == [""]


def test_words_behind_a_list_by_year_are_a_sentence_of_their_own() -> None:
    listed = "2.\n2021/22 - 52 lamps reported\n2022/23 - 24 lamps reported\n"
    found = statements(f"{listed}Brightwell Ltd reported 2693 of all kinds to us.\n")
    assert [one.partition(" (")[0] for one in found[:2]] == ["24 lamps in 2022/23", "52 lamps in 2021/22"]
    assert not [one for one in found if "2693" in one and "open" not in one]


def test_a_table_below_a_question_is_of_that_question_whatever_stands_further_above() -> None:
    def rows(*numbers: int) -> str:
        cells = zip(("2021/22", "2022/23", "2023/24"), numbers, strict=True)
        return "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in cells) + "</table>"

    page = (
        f"<html><body><p>2. {QUESTIONS[1].text}</p>{rows(335, 393, 432)}<p>As of 20 July 2024.</p>"
        f"<p>3. {QUESTIONS[2].text}</p>{rows(122, 72, 136)}</body></html>"
    )
    told = Context(BOOK, QUESTIONS, YEARS, "uk-foia-2000", "b", ("Lampford",), "d", "reply.html")
    found = extract(reading_of(page.encode(), "reply.html"), told).observations
    assert [one.measure for one in found] == ["lamps"] * 3 + ["settled"] * 3


def test_a_total_that_the_rest_of_its_sentence_splits_up_is_asked_about() -> None:
    assert statements("2. 852, of which 140 are of iron.") == ["852 lamps (prose, open, if as read)"]
    assert statements("3. Two of those lamps settled were scrapped.") == [
        "2 settled where end=scrapped (prose, number-beside-its-noun)"
    ]


def html(*rows: str) -> list[str]:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    told = Context(BOOK, QUESTIONS, YEARS, "uk-foia-2000", "b", ("Lampford",), "d", "reply.html")
    page = f"<html><body><table>{cells}</table></body></html>"
    return lines(extract(reading_of(page.encode(), "reply.html"), told))["statements"]


def test_rows_that_repeat_our_questions_are_of_their_measures() -> None:
    found = html(
        "|2021/22|2022/23|2023/24|2024/25",
        "2. Number of broken street lamps reported for each of the financial years?|9|8|7|6",
        "3. Number of broken street lamps settled for each of the financial years?|5|4|3|2",
    )  # fmt: skip
    assert [one.partition(" (")[0] for one in found] == [
        "2 settled in 2024/25", "3 settled in 2023/24", "4 settled in 2022/23", "5 settled in 2021/22",
        "6 lamps in 2024/25", "7 lamps in 2023/24", "8 lamps in 2022/23", "9 lamps in 2021/22",
    ]  # fmt: skip


def test_two_rows_that_name_one_measure_are_not_added_up() -> None:
    found = html("|2021/22|2022/23", "Lamps reported|90|80", "Broken street lamps reported|9|8")
    assert not [one for one in found if "open" not in one]


def test_a_total_row_is_of_the_measure_that_its_rows_name() -> None:
    found = html("Year|2021/22|2022/23", "Lamps settled|35|87", "Grand total|35|87")
    assert not [one for one in found if "lamps" in one]


def test_a_number_behind_several_years_that_are_not_its_own_is_asked_about() -> None:
    found = statements("3. 2021/22, 2022/23 – 54 mended lamps settled, 4 scrapped lamps settled")
    assert "4 settled where end=scrapped (prose, open, if as read)" in found
