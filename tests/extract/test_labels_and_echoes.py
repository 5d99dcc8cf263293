"""Statements that no stop ends, and words that tie a figure to its noun. All invented. REHEARSAL."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

ENDED = Variable(
    "ended", "How it ended", "q2", ("outcome",),
    categories=(
        Category("upheld", "Upheld", synonyms=("upheld",)),
        Category("in-part", "Upheld in part", synonyms=("partially upheld",)),
        Category("rejected", "Rejected", synonyms=("rejected", "not upheld")),
    ),
)  # fmt: skip
GRIEVANCES = Measure("grievances", "Grievances", "grievances", "count", ("grievance", "grievances"))
SWAPS = Measure("swaps", "Swaps", "swaps", "count", ("swap", "swaps", "swaps agreed"))
BOOK = Codebook(1, (ENDED,), (GRIEVANCES, SWAPS))
ASKED = (
    Question("q1", "How many grievances about allotments were made in each financial year?", ("grievances",)),
    Question("q2", "How did each grievance end?", ("grievances",), ("ended",)),
    Question("q3", "How many swaps were agreed in each financial year?", ("swaps",)),
)
DAYS = Period.days(date(2019, 4, 1), date(2022, 3, 31))


def read(text: str, questions: tuple[Question, ...] = ASKED, book: Codebook = BOOK, law: str = "") -> Extraction:
    told = Context(book, questions, DAYS, law or "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    return extract(reading_of(text.encode(), "reply.txt"), told)


def accepted(text: str, questions: tuple[Question, ...] = ASKED) -> list[str]:
    found = lines(read(text, questions))["statements"]
    return [line.partition(" (")[0] for line in found if ", open" not in line]


def test_labels_below_the_name_of_a_year_are_a_statement_each() -> None:
    reply = (
        "2019-20 financial year\nThe number of grievances: 21 (9 upheld, 4 partially upheld, 8 rejected)\n"
        "Time taken: 30 days on the whole\nThe number of swaps agreed: 17\n"
        "2020-21 financial year\nThe number of grievances: 6 (5 upheld, 1 rejected)\n"
        "The number of swaps agreed: 2\n"
    )
    year, next_year = "in 2019-20 financial year", "in 2020-21 financial year"
    assert accepted(reply) == [
        f"1 grievances where ended=rejected {next_year}", f"17 swaps {year}", f"2 swaps {next_year}",
        f"21 grievances {year}", f"4 grievances where ended=in-part {year}",
        f"5 grievances where ended=upheld {next_year}", f"6 grievances {next_year}",
        f"8 grievances where ended=rejected {year}", f"9 grievances where ended=upheld {year}",
    ]  # fmt: skip


def test_a_label_counts_nothing_but_what_it_names() -> None:
    reply = "Grievances: 21\nGrievances withdrawn by their makers: 4\nGrievances about noise: 9\n"
    assert accepted(reply) == ["21 grievances"]


def test_the_lines_of_a_paragraph_are_no_labels() -> None:
    reply = "We counted the following: 12 of the\ngrievances were upheld. Those left: 5 were\nrejected.\n"
    assert accepted(reply) == accepted(reply.replace("\n", " ")) == []


@pytest.mark.parametrize(
    "reply",
    [
        "1. How many grievances about allotments were made in each financial year?: 2526\n",
        "1. How many grievances about allotments were made in each financial year - 2526\n",
        "1. How many grievances about allotments were made in each financial year\n2526\n",
    ],
)
def test_a_figure_behind_the_repeated_question_is_its_answer(reply: str) -> None:
    assert accepted(reply) == ["2526 grievances"]


@pytest.mark.parametrize(("word", "figure"), [("One", "1"), ("None", "0"), ("Twelve.", "12")])
def test_a_word_below_the_repeated_question_is_its_answer(word: str, figure: str) -> None:
    reply = f"1. How many grievances about allotments were made in each financial year\n{word}\n3. 4\n"
    assert accepted(reply) == [f"{figure} grievances", "4 swaps"]


def test_a_number_of_the_question_on_a_line_of_its_own_is_no_answer() -> None:
    asked = "How many grievances about allotments were made in all years since 2019?"
    reply = "1. How many grievances about allotments were made in all years since\n2019?\n"
    assert accepted(reply, (Question("q1", asked, ("grievances",)),)) == []


def test_the_lines_below_a_question_may_be_counted_in_roman() -> None:
    first = "1. i) 2019/20 - 12\nii) 2020/21 - 14\niii) 2021/22 - 9 (to date)\n\n"
    assert accepted(f"{first}3.\ni. 2019/20 - 2\nii. 2020/21 - 4\n") == [
        "12 grievances in 2019/20", "14 grievances in 2020/21", "2 swaps in 2019/20", "4 swaps in 2020/21",
        "9 grievances in 2021/22",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "I can confirm that one grievance was made in 2019/20.",
        "Our records show that one grievance was made in 2019/20.",
        "The number of grievances in 2019/20: 1",
        "The number of grievances in 2019/20 totalled 1.",
    ],
)
def test_a_figure_is_tied_to_its_noun(said: str) -> None:
    assert accepted(f"{said}\n") == ["1 grievances in 2019/20"]


@pytest.mark.parametrize("said", ["We looked into that one grievance again.", "We know that one could complain."])
def test_that_one_is_no_number(said: str) -> None:
    assert lines(read(f"{said}\n"))["statements"] == []


@pytest.mark.parametrize("said", ["no field", "no specific code", "no separate category"])
def test_no_field_to_record_them_in_is_not_none(said: str) -> None:
    assert lines(read(f"There is {said} for grievances about allotments.\n"))["statements"] == []


def test_german_words_tie_a_figure_to_its_noun() -> None:
    klagen = Measure("klagen", "Klagen", "Klagen", "count", ("Klage", "Klagen"))
    gebühren = Measure("geld", "Gebühren", "EUR", "money", ("Gebühr", "Gebühren"))
    asked = (
        Question("q1", "Wie viele Klagen gingen ein?", ("klagen",)),
        Question("q2", "Wie hoch waren die Gebühren?", ("geld",)),
    )
    book, money = Codebook(1, (), (klagen, gebühren)), "Es wurden Gebühren in Höhe von 1.234,50 € erhoben.\n"
    for words in ("Die Zahl der Klagen belief sich auf", "In Ropeham beläuft sich die Anzahl der Klagen auf"):
        found = lines(read(f"{words} 12.\n{money}", asked, book, "de-ifg"))["statements"]
        told = [line.partition(" (")[0] for line in found if ", open" not in line]
        assert told == ["12 klagen", "1234.50 geld"]


def test_another_place_than_the_bodys_own_is_asked_about() -> None:
    assert accepted("There were 12 grievances in Ropeham.\n") == ["12 grievances"]
    assert accepted("There were 12 grievances in Ropeham Ferry.\n") == []


# ---------------------------------------------------------------- narrower than what was asked


def table(*rows: tuple[str, ...], over: str = "") -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<html><body><p>{over}</p><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"


def of_table(*rows: tuple[str, ...], over: str = "") -> Extraction:
    told = Context(BOOK, ASKED, DAYS, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.html")
    return extract(reading_of(table(*rows, over=over).encode(), "reply.html"), told)


def taken(*rows: tuple[str, ...], over: str = "") -> list[str]:
    found = lines(of_table(*rows, over=over))["statements"]
    return [line.partition(" (")[0] for line in found if ", open" not in line]


@pytest.mark.parametrize("label", ["Number of late grievances", "Number of grievances closed within 20 days"])
def test_a_label_of_some_is_asked_about_in_rows_and_columns(label: str) -> None:
    year, next_year = "2019/20", "2020/21"
    assert taken(("", year, next_year), (label, "3", "1")) == []
    assert taken(("Year", label), (year, "3"), (next_year, "1")) == []
    assert len(of_table(("", year, next_year), (label, "3", "1")).choices) == 1


def test_the_row_that_names_all_stands_and_those_of_some_stay_open() -> None:
    rows = (
        ("Overview", "2019/20", "2020/21", "Total"), ("Number of grievances", "44", "64", "108"),
        ("Number of open grievances", "0", "1", "1"), ("Number of grievances closed in 20 days", "38", "58", "96"),
    )  # fmt: skip
    assert taken(*rows) == ["108 grievances", "44 grievances in 2019/20", "64 grievances in 2020/21"]
    found = of_table(*rows)
    assert not found.choices
    assert sorted(number.text for number in found.open_numbers()) == ["0", "1", "1", "38", "58", "96"]


def test_the_column_that_names_all_stands() -> None:
    rows = (("Year", "Grievances made", "Grievances late"), ("2019/20", "44", "3"), ("2020/21", "64", "5"))
    assert taken(*rows) == ["44 grievances in 2019/20", "64 grievances in 2020/21"]


def test_a_label_may_begin_with_the_number_of_its_question() -> None:
    head = ("Year", "Q1 - The count of grievances", "Q3 - The count of swaps")
    assert taken(head, ("2019/20", "44", "2"), ("2020/21", "64", "5")) == [
        "2 swaps in 2019/20", "44 grievances in 2019/20", "5 swaps in 2020/21", "64 grievances in 2020/21",
    ]  # fmt: skip
    wrong = ("Year", "Q3 - The count of grievances")  # our third asks for swaps
    assert taken(wrong, ("2019/20", "44"), ("2020/21", "64")) == []


def test_a_total_in_words_nobody_knows_is_one_if_every_column_adds_up() -> None:
    head, over = ("Site", "2019/20", "2020/21"), "The table gives the number of grievances."
    sites = (("North Field", "4", "6"), ("Mill Lane", "3", "9"), ("Quarry", "5", "0"))
    rows = (head, *sites, ("Whole of Ropeham parish", "12", "15"))
    assert {"12 grievances in 2019/20", "15 grievances in 2020/21"} <= set(taken(*rows, over=over))
    for last in (("Whole of Ropeham parish", "12", "16"), ("Whole of Ropeham parish", "13", "15")):
        told = taken(head, *sites, last, over=over)
        assert not any(line.startswith(("12 ", "13 ", "15 ", "16 ")) for line in told)


@pytest.mark.parametrize("said", ["Stage 1 grievances: 35", "Band 3 grievances - 35", "Tier 2: 35 grievances"])
def test_a_number_in_the_name_of_some_makes_its_figure_no_figure_of_all(said: str) -> None:
    assert accepted(f"{said}\n") == []


@pytest.mark.parametrize("said", ["By phone: 35 grievances", "Grievances by phone: 35", "Mobile: 35"])
def test_a_count_behind_the_word_phone_is_no_telephone_number(said: str) -> None:
    assert all(number.name != "telephone" for number in read(f"{said}\n").account)


@pytest.mark.parametrize("said", ["Phone: 01632 960 123", "Tel: 4521", "Telefon: 6 61 84 84; Telefax: 6 61 78 28"])
def test_telephone_numbers_are_ignored_by_name(said: str) -> None:
    assert not read(f"{said}\n").open_numbers()


# ---------------------------------------------------------------- found later, and told vaguely


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("On checking the file we found one more, so 16.", "16"),
        ("Another grievance has since come to light, making 16 in total.", "16"),
        ("A further two were then located, which brings the total to 17.", "17"),
        ("We have since found two more.", "17"),
    ],
)
def test_what_came_up_later_leaves_the_figure_open_between_the_two(said: str, whole: str) -> None:
    found = read(f"There were 15 grievances. {said}\n")
    told = [line.partition(" (")[0] for line in lines(found)["statements"]]
    assert told == ["15 grievances", f"{whole} grievances"]
    assert not any(one.accepted_by for one in found.observations)
    assert len(found.choices) == 1 and not found.open_numbers()


@pytest.mark.parametrize(
    "said", ["That is one more than in 2018/19.", "We found no more.", "Two more staff were trained in 2020/21."]
)
def test_a_comparison_adds_nothing(said: str) -> None:
    assert accepted(f"There were 15 grievances. {said}\n") == ["15 grievances"]


@pytest.mark.parametrize("said", ["We had several grievances.", "There were a small number of grievances."])
def test_a_number_that_is_not_told_is_pointed_out_once(said: str) -> None:
    assert [one.kind for one in read(f"{said} {said}\n").issues] == ["vague-number"]


@pytest.mark.parametrize(
    "said",
    ["Many grievances are settled over tea.", "You asked about several grievances.", "Several: 12 grievances."],
)
def test_words_about_the_rule_or_the_request_are_not_vague(said: str) -> None:
    assert "vague-number" not in {one.kind for one in read(f"{said}\n").issues}


@pytest.mark.parametrize(("title", "figures"), [
    ("Late grievances about allotments", 0), ("Grievances about allotments", 2),
    ("Annual grievances: allotments", 2), ("Table showing grievances about allotments", 2),
    ("Number of grievances about allotments", 2),
])  # fmt: skip
def test_a_title_of_some_is_asked_about(title: str, figures: int) -> None:
    rows = (("Year", "Number"), ("2019/20", "44"), ("2020/21", "64"))
    assert len(taken(*rows, over=title)) == figures


def test_short_years_that_follow_each_other_are_years() -> None:
    window = Period.days(date(2009, 4, 1), date(2012, 3, 31))

    def told(reply: str) -> list[str]:
        context = Context(BOOK, ASKED, window, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
        found = lines(extract(reading_of(reply.encode(), "reply.txt"), context))["statements"]
        return [line.partition(" (")[0] for line in found if ", open" not in line]

    assert told("1. 09/10 - 12\n10/11 - 14\n") == ["12 grievances in 09/10", "14 grievances in 10/11"]
    for unsure in ("1. 09/10 - 12\n11/12 - 14\n", "1. 09/10 - 12\n10/10 - 14\n", "1. 09/10 - 12\n"):
        assert told(unsure) == []


def test_the_years_in_brackets_lie_in_the_time_before_them() -> None:
    reply = "1. This was 35 times in the period 2019-2022 (2019/20=12, 2020/21=14, 2021/22=9).\n"
    years = ["12 grievances in 2019/20", "14 grievances in 2020/21", "9 grievances in 2021/22"]
    assert sorted(accepted(reply)) == sorted([*years, "35 grievances"])
    assert sorted(accepted(reply.replace("35", "36"))) == sorted(years)  # a sum of others than these is open


# ---------------------------------------------------------------- the request as the reply prints it

SOLD = (
    Question("q1", "In each year, how many boats were sold, and for how much money?", ("sold", "money")),
    Question("q2", "The total amount spent on boats each year", ("spent",)),
)
BOATS = Codebook(1, (), (
    Measure("sold", "Boats sold", "boats", "count", ("boat", "boats")),
    Measure("money", "Money from sales", "GBP", "money", ("money from sales",)),
    Measure("spent", "Spent on boats", "GBP", "money", ("amount spent",)),
))  # fmt: skip


def of_boats(text: str, name: str = "reply.txt") -> list[str]:
    told = Context(BOATS, SOLD, DAYS, "uk-foia-2000", "b", ("Ropeham",), "d", name)
    found = lines(extract(reading_of(text.encode(), name), told))["statements"]
    return [line.partition(" (")[0] for line in found if ", open" not in line]


PARTS = (
    "4. In each year, how many boats were sold, and for how much money:\n"
    "5. For the same years, please provide:\na) The total amount spent on boats each year\n"
    "b) The highest sum spent on one boat each year\n"
)


def test_an_answer_goes_by_the_number_and_letter_of_the_printed_request() -> None:
    reply = "Response\n4a. 2019/20 - 22 boats - £1,440\n4b. 2020/21 - 17 boats - £1,120\n"
    assert of_boats(PARTS + reply) == [
        "1120 money in 2020/21", "1440 money in 2019/20", "17 sold in 2020/21", "22 sold in 2019/20",
    ]  # fmt: skip


def test_a_part_that_is_none_of_ours_gives_nothing() -> None:
    head = (
        "<html><body><p>"
        + PARTS.replace("\n", "<br>")
        + "</p><table><tr><td></td><td>2019/20</td><td>2020/21</td></tr>"
    )
    rows = "".join(
        f"<tr><td>Question {mark}</td><td>£{a}</td><td>£{b}</td></tr>"
        for mark, a, b in (("5a", 90, 80), ("5b", 40, 30))
    )
    assert of_boats(f"{head}{rows}</table></body></html>", "reply.html") == [
        "80 spent in 2020/21", "90 spent in 2019/20",
    ]  # fmt: skip


# ---------------------------------------------------------------- an answer below its question that tells of some


@pytest.mark.parametrize(
    "said",
    [
        "There are 35 open grievances.", "35 late grievances", "35 grievances about noise.", "35 (tenants only)",
        "35 grievances were made by phone.", "Our housing team had 35 grievances.", "35 - north area",
    ],
)  # fmt: skip
def test_an_answer_of_some_is_asked_about(said: str) -> None:
    asked = (Question("1", "How many grievances about allotments were made?", ("grievances",)),)
    found = read(f"1. {said}\n", asked)
    assert accepted(f"1. {said}\n", asked) == []
    assert len(found.choices) == 1


@pytest.mark.parametrize(
    "said",
    [
        "35", "There were 35 grievances about allotments.", "35 grievances, which is fewer than the year before.",
        "The Council received 35.", "Our records show 35 grievances in Ropeham.", "Thirty-five (35)",
    ],
)  # fmt: skip
def test_an_answer_of_all_is_taken(said: str) -> None:
    asked = (Question("1", "How many grievances about allotments were made?", ("grievances",)),)
    assert accepted(f"1. {said}\n", asked) == ["35 grievances"]


def test_a_question_mark_in_a_cell_is_no_record() -> None:
    rows = (("Outcome", "Grievances"), ("Upheld", "12"), ("Rejected", "?"))
    assert "[not recorded] grievances where ended=rejected" in taken(*rows)
