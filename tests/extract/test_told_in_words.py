"""Answers told in words: years counted on from others, kinds of all, rests, sums beside what was counted."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

WINDOW = Period.days(date(2021, 1, 1), date(2023, 12, 31))
SITE = Variable("site", "Site", "2", ("site",), categories=(
    Category("north", "North pier"), Category("south", "South pier"), Category("harbour", "Harbour"),
))  # fmt: skip
END = Variable("end", "Outcome", "3", ("outcome",), categories=(
    Category("allowed", "Allowed"), Category("dismissed", "Dismissed", synonyms=("rejected",)),
    Category("withdrawn", "Withdrawn"),
))  # fmt: skip
BOOK = Codebook(1, (SITE, END), (
    Measure("fines", "Fines", "fines", "count", ("fine", "fines", "fines issued")),
    Measure("appeals", "Appeals", "appeals", "count", ("appeal", "appeals")),
    Measure("repaid", "Money repaid", "GBP", "money", ("repayments", "money repaid", "repaid")),
))  # fmt: skip
ASKED = (
    Question("q1", "How many fines were issued in each of the years 2021, 2022 and 2023?", ("fines",)),
    Question("q2", "At which site were they issued?", ("fines",), ("site",)),
    Question("q3", "How many fines were appealed, and what was the outcome?", ("appeals",), ("end",)),
    Question("q4", "How much was repaid after the appeals in each of those years?", ("repaid",)),
)  # fmt: skip


def read(reply: str) -> list[str]:
    context = Context(BOOK, ASKED, WINDOW, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    found: list[str] = lines(extract(reading_of(reply.encode(), "reply.txt"), context))["statements"]
    return found


def taken(reply: str) -> list[str]:
    """The statements that nobody is asked about."""
    return sorted(line.partition(" (")[0] for line in read(reply) if ", open" not in line)


@pytest.mark.parametrize("marks", [
    ("Question one:", "Question two:", "Question three:"), ("PART ONE -", "PART TWO -", "PART THREE -"),
    ("Re 1:", "Re 2:", "Re 3:"), ("Query 1:", "Query 2:", "Query 3:"),
    ("Your first question:", "Your second question:", "As to your third question,"),
])  # fmt: skip
def test_questions_numbered_in_words_head_their_answers(marks: tuple[str, str, str]) -> None:
    first, second, third = marks
    reply = f"{first} 83 fines were issued.\n\n{second} All 83 at the harbour.\n\n{third} Total: 6\n"
    assert taken(reply) == ["6 appeals", "83 fines", "83 fines where site=harbour"]


def test_a_second_question_in_a_sentence_is_no_head() -> None:
    reply = "1. We issued 12 fines in 2021.\nThe second question is not one that we can answer.\n7 in 2022.\n"
    assert taken(reply) == ["12 fines in 2021", "7 fines in 2022"]


YEARS = ["12 fines in 2021", "15 fines in 2022", "8 fines in 2023"]


@pytest.mark.parametrize("reply", [
    "1. The council issued 12 fines in 2021, 15 the year after and 8 in 2023.\n",
    "1. In 2021 we issued 12 fines. The following year the figure was 15. In 2023 it was 8.\n",
    "1. We issued 12 fines in the first year, 15 in the second and 8 in the third.\n",
])  # fmt: skip
def test_a_year_counted_on_from_another_is_that_year(reply: str) -> None:
    assert taken(reply) == sorted(YEARS)


@pytest.mark.parametrize("reply", [
    "1. The following year the figure was 15.\n",
    "1. In the first year we issued 12 fines, in the second 15.\n",
    "1. 12 fines were issued in the first year of the scheme and 15 in the second.\n",
])  # fmt: skip
def test_a_year_that_nobody_can_tell_is_asked_about(reply: str) -> None:
    assert taken(reply) == []


def test_none_of_several_years_is_none_of_each() -> None:
    assert taken("1. None in 2021 or 2022; seven in 2023.\n") == [
        "0 fines in 2021",
        "0 fines in 2022",
        "7 fines in 2023",
    ]
    assert "0 fines in 2023" not in taken("1. Nothing in 2023 has changed; 12 fines were issued in 2021.\n")


def test_a_none_of_each_year_is_none_in_all_and_another_number_is_asked_about() -> None:
    assert taken("4. £0 in each of the three years.\n") == ["0 repaid"]
    assert taken("3. No appeals were made in any of the three years.\n") == ["0 appeals"]
    assert taken("1. There were 12 fines in each of the three years.\n") == []
    assert taken("1. No fines in either of the two years.\n") == []


@pytest.mark.parametrize(("reply", "kind"), [
    ("3. 2 - both withdrawn.\n", "2 appeals where end=withdrawn"),
    ("3. 3, all dismissed.\n", "3 appeals where end=dismissed"),
    ("3. There were 3 appeals, each of them dismissed.\n", "3 appeals where end=dismissed"),
    ("3. One appeal was received, and it was dismissed.\n", "1 appeals where end=dismissed"),
    ("3. There were nine appeals. All were rejected.\n", "9 appeals where end=dismissed"),
])  # fmt: skip
def test_what_is_said_of_all_holds_for_each(reply: str, kind: str) -> None:
    number = kind.split()[0]
    assert taken(reply) == sorted([f"{number} appeals", kind])


@pytest.mark.parametrize("reply", [
    "3. Three appeals, both dismissed.\n",
    "3. There were four appeals, almost all dismissed.\n",
    "3. There were four appeals, not all dismissed.\n",
    "3. 12 fines, 3 appeals, all dismissed.\n",
    "3. Four appeals were made, all by traders, and dismissed.\n",
    "3. There were 5 appeals in 2021. Some were heard. All were rejected.\n",
])  # fmt: skip
def test_what_is_not_said_of_all_is_held_of_none(reply: str) -> None:
    assert not any("dismissed" in line for line in taken(reply))


def test_figures_of_years_before_one_kind_are_all_of_it() -> None:
    reply = "2. Of the fines, 6 in 2021, 9 in 2022 and 5 in 2023 were at the harbour.\n"
    assert taken(reply) == sorted(
        f"{n} fines where site=harbour in {year}" for n, year in ((6, 2021), (9, 2022), (5, 2023))
    )
    assert not any(
        "2021" in line for line in taken("2. 6 in 2021 and 9 in 2022; 5 in 2023 were at the harbour.\n")
    )


def test_years_in_brackets_are_those_of_the_number_before_or_of_the_rest() -> None:
    parts = [
        "5 fines where site=north in 2021",
        "8 fines where site=north in 2022",
        "6 fines where site=north in 2023",
    ]
    years = "(5 in 2021, 8 in 2022 and 6 in 2023)"
    whole = f"2. Of the 60 fines, 41 were at the harbour, and the others {years} were at the North pier.\n"
    assert set(parts) <= set(taken(whole))
    assert not set(parts) & set(taken(whole.replace("60", "70")))
    own = f"2. 19 were at the North pier {years} and 4 at the harbour.\n"
    assert set(parts) <= set(taken(own))
    assert not set(parts) & set(taken(own.replace("19", "20")))


def test_the_rest_of_the_years_of_a_kind_is_taken_where_each_year_adds_up() -> None:
    reply = (
        "1. We issued 9 fines in 2021, 12 in 2022 and 7 in 2023.\n"
        "2. Of the fines, 6 in 2021, 9 in 2022 and 5 in 2023 were at the harbour. "
        "The others (3 in 2021, 3 in 2022 and {} in 2023) were at the North pier.\n"
    )
    assert "2 fines where site=north in 2023" in taken(reply.format(2))
    assert not any("north in 2023" in line for line in taken(reply.format(4)))


def test_a_rest_is_taken_where_all_parts_are_the_total_and_tells_no_more() -> None:
    total = "1. We issued 12 fines in 2021, 15 in 2022 and 8 in 2023.\n"
    total += "2. 20 were at the harbour and 13 at the South pier; "
    assert "2 fines where site=north" in taken(f"{total}the remaining two were at the North pier.\n")
    assert not any("north" in line for line in taken(f"{total}the remaining three were at the North pier.\n"))
    left = "3. Six fines were appealed. Two appeals were allowed, the rest were dismissed{}.\n"
    assert "4 appeals where end=dismissed" in taken(left.format(""))
    assert not any("dismissed" in line for line in taken(left.format(" or moved to another list")))


def test_the_verb_of_another_measure_counts_that_measure() -> None:
    assert taken("Nine fines were appealed.\n") == ["9 appeals"]
    assert taken("Nine fines were not appealed.\n") == []


def test_kinds_that_account_for_numbers() -> None:
    reply = "2. The North pier accounted for 110, the South pier for 54 and the harbour for 27.\n"
    assert taken(reply) == [
        "110 fines where site=north",
        "27 fines where site=harbour",
        "54 fines where site=south",
    ]
    assert taken("2. Harbour, 20.\n") == ["20 fines where site=harbour"]


def test_what_is_said_of_all_that_the_sentence_before_counts_is_of_its_year() -> None:
    found = taken("3. There were 5 appeals in 2021. All were rejected.\n")
    assert found == ["5 appeals in 2021", "5 appeals where end=dismissed in 2021"]


def test_sums_in_the_order_of_the_years_and_no_other_list() -> None:
    paid = ["2100 repaid in 2021", "2450 repaid in 2022", "1900 repaid in 2023"]
    assert taken("Repayments came to £2,100, £2,450 and £1,900 respectively.\n") == sorted(paid)
    assert taken("Repayments came to £2,100, £2,450 and £1,900 respectively at the three sites.\n") == []
    assert taken("Repayments came to £2,100 and £2,450 respectively.\n") == []


@pytest.mark.parametrize(("reply", "paid"), [
    ("Three appeals were settled, for a total of £21,750.\n", ["21750 repaid"]),
    ("Two appeals were settled for £500 each.\n", []),
    ("Two appeals were settled, each for £500.\n", []),
    ("Two appeals were settled for up to £500.\n", []),
    ("Two appeals were made for £500; none was paid.\n", []),
])  # fmt: skip
def test_a_sum_behind_what_was_settled_is_what_was_paid(reply: str, paid: list[str]) -> None:
    assert [line for line in taken(reply) if "repaid" in line] == paid
