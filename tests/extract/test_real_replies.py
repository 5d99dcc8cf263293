"""Shapes of published replies that nobody had developed on: lines under questions. All invented. REHEARSAL."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Codebook, Context, Extraction, Measure, Period, Question

from .rehearsal import lines, reading_of

BOOK = Codebook(1, (), (
    Measure("lent", "Kayaks lent", "kayaks", "count", ("kayaks lent", "kayaks")),
    Measure("lost", "Kayaks lost", "kayaks", "count", ("kayaks lost",)),
))  # fmt: skip
YEARS = Period.days(date(2019, 1, 1), date(2022, 12, 31))
LENT, LOST = "How many kayaks were lent in each year from 2019 to 2022?", "How many kayaks were lost in each year?"


def read(text: str, name: str = "reply.txt", lent: str = LENT, lost: str = LOST) -> Extraction:
    questions = (Question("q1", lent, ("lent",)), Question("q2", lost, ("lost",)))
    told = Context(BOOK, questions, YEARS, "uk-foia-2000", "b", ("Ropeham",), "d", name)
    return extract(reading_of(text.encode(), name), told)


def accepted(text: str, name: str = "reply.txt", **asked: str) -> list[str]:
    """What is read without asking: "7 lost in 2021"."""
    found = lines(read(text, name, **asked))["statements"]
    return [line.partition(" (")[0] for line in found if ", open" not in line]


@pytest.mark.parametrize("link", [" = ", " - ", ": ", " – "])
def test_a_year_and_its_figure_are_a_line_whatever_joins_them(link: str) -> None:
    reply = f"1.\n2019{link}31\n2020{link}40\n\n2.\n2019{link}0\n2020{link}3\n"
    assert accepted(reply) == ["0 lost in 2019", "3 lost in 2020", "31 lent in 2019", "40 lent in 2020"]


@pytest.mark.parametrize(
    "asked",
    [
        "Please can you provide the number of kayaks lent in the following years: 2019, 2020, 2021, 2022?",
        "I would like to know how many kayaks were lent in each year from 2019 to 2022.",
        "In the calendar years 2019, 2020, 2021 and 2022, how many kayaks were lent?",
    ],
)
def test_a_question_asks_for_a_number_however_politely(asked: str) -> None:
    reply = "1. 2019 - 31 2020 - 40 2021 - 28 2022 - 9\n"
    assert accepted(reply, lent=asked) == [
        "28 lent in 2021", "31 lent in 2019", "40 lent in 2020", "9 lent in 2022",
    ]  # fmt: skip


def test_a_question_for_something_else_takes_no_list_of_years() -> None:
    asked = "Please can you tell me what the highest number of kayaks lent on one day was in each year?"
    assert accepted("1. 2019 - 31 2020 - 40 2021 - 28\n", lent=asked) == []


def test_the_unit_that_two_measures_share_is_of_the_question_above_it() -> None:
    lent, lost = "2019 – 6 kayaks\n\n2020 -  1 kayak\n\n2021 -  0 kayaks", "2019 -  1 kayak\n\n2020 -  0 kayaks"
    reply = f"1.\n\n{lent}\n\n2.\n\n{lost}\n"
    assert accepted(reply) == [
        "0 lent in 2021", "0 lost in 2020", "1 lent in 2020", "1 lost in 2019", "6 lent in 2019",
    ]  # fmt: skip


def test_another_measure_told_again_below_a_question_keeps_its_noun() -> None:
    reply = "2. There were 45 kayaks in our sheds that we lent in 2021, and 12 of them were lost.\n"
    assert "45 lost in 2021" not in accepted(reply)


def by_year(reply: str, *asked: str) -> list[str]:
    questions = tuple(
        Question(f"q{n}", text, ("lost" if "lost" in text else "lent",)) for n, text in enumerate(asked, 1)
    )
    told = Context(BOOK, questions, YEARS, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    found = lines(extract(reading_of(reply.encode(), "reply.txt"), told))
    return [line.partition(" (")[0] for line in found["statements"] if ", open" not in line]


def test_a_question_for_one_year_is_answered_for_that_year() -> None:
    """Each number was taken for all the years of the survey, and the reply contradicted itself."""
    asked = (
        "How many kayaks were lent in 2019?", "How many of these were lost?",
        "How many kayaks were lent in 2020?", "How many of these were lost?",
    )  # fmt: skip
    assert by_year("1. 31\n2. 4\n3. 40\n4. None\n", *asked) == [
        "0 lost in 2020", "31 lent in 2019", "4 lost in 2019", "40 lent in 2020",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [
        "How many kayaks were lent under the Boating Act 2021?",
        "How many kayaks have been lent since the scheme began in 2021?",
        "How many kayaks were lent to people counted by the 2021 census?",
        "How many kayaks were lent in each year from 2020 to 2022?",
        "How many kayaks were lent in 2020 and in 2021?",
    ],
)
def test_a_year_that_a_question_only_mentions_dates_no_answer(asked: str) -> None:
    assert not any(" in 20" in line for line in by_year("1. 31\n", asked))


REQUEST = "1. Please send your policy on boats.\n\n2. {lent}\n\n3. {lost}\n\nResponse\n\n"


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "Q{}: ", "Question {} - "])
def test_answers_go_by_the_numbers_of_the_request_that_the_reply_repeats(mark: str) -> None:
    """The survey holds the second and third question as its first and second: 31 was taken for the kayaks lost."""
    lent, lost = "How many kayaks were lent in 2021?", "How many kayaks were lost in 2021?"
    answers = "\n\n".join(mark.format(n) + said for n, said in ((1, "Attached."), (2, "31"), (3, "4")))
    assert by_year(REQUEST.format(lent=lent, lost=lost) + answers, lent, lost) == [
        "31 lent in 2021",
        "4 lost in 2021",
    ]


def test_a_number_of_the_request_that_asks_something_else_answers_none_of_ours() -> None:
    reply = "1. How many staff work at the harbour?\n\n2. {}\n\n3. {}\n\nResponse\n\n1. 12\n\n2. 31\n\n3. 4\n"
    lent, lost = "How many kayaks were lent?", "How many kayaks were lost?"
    assert by_year(reply.format(lent, lost), lent, lost) == ["31 lent", "4 lost"]


def test_the_years_of_the_questions_that_the_reply_repeats() -> None:
    lent, lost = "How many kayaks were lent to visitors by the harbour office in", "How many of these were lost?"
    asked = "".join(f"{n}) {lent} {year}?\n\n{n}b) {lost}\n\n" for n, year in ((1, 2019), (2, 2020)))
    reply = f"{asked}Response\n\n1) 31\n\n1b) 4\n\n2) 40\n\n2b) 6\n"
    assert by_year(reply, f"{lent} each year?", lost) == [
        "31 lent in 2019",
        "4 lost in 2019",
        "40 lent in 2020",
        "6 lost in 2020",
    ]


def test_a_question_that_goes_on_to_a_second_year_dates_no_answer() -> None:
    lent = "How many kayaks were lent in 2019? And in 2020?"
    assert not any(" in 20" in line for line in by_year(f"1. {lent}\n\nResponse\n\n1. 31\n", lent, LOST))


@pytest.mark.parametrize(
    "note", ["Please note, two of the sheds burnt down", "; please note that days vary", "NB from April"]
)
def test_a_note_begins_a_sentence_wherever_it_stands(note: str) -> None:
    """The figure was left open without a question, and with it the years around it made no total."""
    reply = f"1.\n2019: 31\n2020: 40  {note}\n2021: 28\n"
    assert accepted(reply) == ["28 lent in 2021", "31 lent in 2019", "40 lent in 2020"]


def test_the_unit_alone_below_a_question_for_something_else_counts_nothing() -> None:
    """The 9 was held against the 31 as a second number of kayaks lent; both were asked about."""
    book = (
        Measure("lent", "Kayaks lent", "kayaks", "count", ("kayaks lent",)),
        Measure("calls", "Calls for help", "calls", "count", ("calls for help",)),
    )
    questions = (Question("q1", LENT, ("lent",)), Question("q2", "How many calls for help came?", ("calls",)))
    told = Context(Codebook(1, (), book), questions, YEARS, "uk-foia-2000", "b", ("Ropeham",), "d", "reply.txt")
    reply = "1.\n2021: 31 kayaks\n2022: 28 kayaks\n\n2.\n\n9 kayaks drifted off in 2021.\n"
    found = lines(extract(reading_of(reply.encode(), "reply.txt"), told))
    assert [line.partition(" (")[0] for line in found["statements"]] == ["28 lent in 2022", "31 lent in 2021"]
    assert found["open"] == ["9"] and not found["choices"]


def test_labels_behind_a_colon_and_a_wide_space_are_lines() -> None:
    book = (
        Measure("lent", "Kayaks lent", "kayaks", "count", ("kayaks lent",)),
        Measure("fees", "Fees charged", "USD", "money", ("fees charged",)),
    )
    questions = (Question("q1", "Kayaks lent and fees charged", ("lent", "fees")),)
    told = Context(Codebook(1, (), book), questions, YEARS, "us-foia-federal", "b", ("Ropeham",), "d", "reply.txt")
    reply = (
        "Number of kayaks lent:          128\nTotal fees charged:      $1,718.00\nOars broken:               5\n"
    )
    found = lines(extract(reading_of(reply.encode(), "reply.txt"), told))
    assert [line.partition(" (")[0] for line in found["statements"]] == ["128 lent", "1718.00 fees"]


@pytest.mark.parametrize("mark", ["1. - 2.", "1. -2.", "1) – 2)"])
def test_a_range_of_questions_is_no_question_and_its_figure(mark: str) -> None:
    """ "1. -3. To find this ..." was accepted as 3 in answer to question 1."""
    assert accepted(f"{mark} To find this out we would have to look at each file.\n") == []


def test_a_number_alone_above_the_request_is_no_answer() -> None:
    reply = f"Call: 01999 260 200\n\n1299\n\n{LENT}\n\nWe lent 5 kayaks in 2021.\n"
    found = lines(read(reply))
    assert [line.partition(" (")[0] for line in found["statements"]] == ["5 lent in 2021"]


def test_the_month_of_may_is_no_perhaps() -> None:
    assert accepted("1.\nApril 2021 = 8\nMay 2021 = 6\nMay 2022: 4\n") == [
        "4 lent in May 2022", "6 lent in May 2021", "8 lent in April 2021",
    ]  # fmt: skip


REFUSED = "\n\n3. I must refuse this part of your request under section 12 of the Act: it would take 40 hours.\n"


def test_a_part_refused_leaves_the_figures_below_other_questions() -> None:
    """All figures of such a letter were asked about."""
    reply = "1. As follows:\n2019 Information no longer held\n2020 40\n2021 28\n\n2. 7\n" + REFUSED
    assert accepted(reply) == ["28 lent in 2021", "40 lent in 2020", "7 lost"]


def test_what_a_refusal_estimates_is_no_answer() -> None:
    reply = "1. We hold 730 kayaks' records, and would have to look at each." + REFUSED
    assert accepted(reply) == []
