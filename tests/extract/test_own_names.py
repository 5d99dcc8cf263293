"""Words of a category inside the name of a measure that nobody asked for by that category."""

from __future__ import annotations

from datetime import date

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

WINDOW = Period.days(date(2021, 1, 1), date(2023, 12, 31))
END = Variable("end", "Outcome", "2", ("outcome",), categories=(
    Category("fine", "Fine", synonyms=("fines", "fined")), Category("advice", "Advice"),
))  # fmt: skip
BOOK = Codebook(1, (END,), (
    Measure("reports", "Reports", "reports", "count", ("report", "reports")),
    Measure("paid", "Fines paid", "GBP", "money", ("fines paid", "paid in fines")),
))  # fmt: skip
REPORTS = Question("q1", "How many reports were there, and what was the outcome?", ("reports",), ("end",))
PAID = Question("q2", "How much was paid in fines in each year?", ("paid",))


def read(reply: str, *asked: Question) -> list[str]:
    context = Context(BOOK, asked, WINDOW, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    found: list[str] = lines(extract(reading_of(reply.encode(), "reply.txt"), context))["statements"]
    return sorted(line.partition(" (")[0] for line in found)


def test_the_name_of_a_measure_is_no_outcome() -> None:
    reply = "1. We had 9 reports in 2022.\n\n2. £1,000 was paid in fines in 2022.\n"
    assert read(reply, REPORTS, PAID) == ["1000 paid in 2022", "9 reports in 2022"]


def test_the_same_words_in_a_row_of_outcomes_are_one() -> None:
    reply = "Outcome,2021,2022\nFines,4,5\nAdvice,3,6\n"
    assert "4 reports where end=fine in 2021" in read(reply, REPORTS, PAID)


def test_a_measure_asked_for_by_outcome_keeps_it() -> None:
    by_outcome = Question("q2", "How much was paid, by outcome?", ("paid",), ("end",))
    found = read("2. £1,000 was paid in fines in 2022.\n", REPORTS, by_outcome)
    assert all("end=fine" in line for line in found)


def test_a_noun_that_only_says_of_which_kind_the_next_word_is_counts_nothing() -> None:
    drivers = Measure("drivers", "Drivers", "drivers", "count", ("driver", "drivers"))
    decisions = Measure("decisions", "Decisions", "decisions", "count", ("decision", "decisions", "cases"))
    ground = Variable("ground", "Ground", "1", ("ground",), categories=(
        Category("conviction", "Conviction"), Category("conduct", "Conduct", synonyms=("driver conduct",)),
    ))  # fmt: skip
    asked = (
        Question("q1", "What was the ground of each decision?", ("decisions",), ("ground",)),
        Question("q2", "How many drivers were there?", ("drivers",)),
    )
    book = Codebook(1, (ground,), (decisions, drivers))
    context = Context(book, asked, WINDOW, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    reply = (
        "There were 25 decisions. The reason was a conviction in thirteen cases and driver conduct in twelve.\n"
    )
    found = lines(extract(reading_of(reply.encode(), "reply.txt"), context))["statements"]
    assert not [line for line in found if "drivers" in line]
    assert any("12 decisions where ground=conduct" in line for line in found)


ATTACKED = Variable("attacked", "Who was attacked", "1", ("victim",), categories=(
    Category("dog", "Dog", synonyms=("dogs", "attack on dog")), Category("child", "Child", synonyms=("children",)),
))  # fmt: skip
ATTACKS = Codebook(1, (ATTACKED,), (
    Measure("attacks", "Dog attacks", "attacks", "count", ("dog attacks", "attacks", "reports")),
))  # fmt: skip
BY_VICTIM = Question("q1", "How many dog attacks were reported, by who was attacked?", ("attacks",), ("attacked",))


def attacks(reply: str) -> tuple[list[str], list[str]]:
    """What is accepted, and what is asked."""
    context = Context(ATTACKS, (BY_VICTIM,), WINDOW, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    found = lines(extract(reading_of(reply.encode(), "reply.txt"), context))
    kept = sorted(one.partition(" (")[0] for one in found["statements"] if ", open" not in one)
    return kept, found["choices"]


def test_the_name_that_our_question_gives_to_all_it_asks_for_is_no_kind() -> None:
    kept, _ = attacks("In 2022 there were 14 dog attacks, of which six were on children.\n")
    assert kept == ["14 attacks in 2022", "6 attacks where attacked=child in 2022"]
    kept, _ = attacks("In 2022 there were 14 dog attacks. 3 attacks were on dogs.\n")
    assert kept == ["14 attacks in 2022", "3 attacks where attacked=dog in 2022"]


def test_such_a_name_over_a_column_counts_all_and_in_a_row_of_kinds_is_asked_about() -> None:
    kept, _ = attacks("Year,Dog attacks,On dogs\n2022,14,3\n2023,12,2\n")
    assert kept[:2] == ["12 attacks in 2023", "14 attacks in 2022"]
    kept, asked = attacks("Victim,2022,2023\nDog attacks,3,2\nChild,6,4\n")
    assert kept == ["4 attacks where attacked=child in 2023", "6 attacks where attacked=child in 2022"]
    assert asked
    kept, _ = attacks("Victim,2022,2023\nDogs,3,2\nChild,6,4\n")
    assert "3 attacks where attacked=dog in 2022" in kept
