"""A reply that says what its figures are; REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.extract import extract
from foidesk.model import Codebook, Context

from .rehearsal import reading_of
from .test_counted_things import COMPLAINTS, KIND, OUTCOME, QUESTIONS, WINDOW, accepted, seen

YEARS = "Complaints about trees:\n2021: 12\n2022: 14\n2023: 20\n\n"


def asked(text: str) -> list[tuple[str, ...]]:
    return [tuple(o.id for o in c.options) for c in seen(text).choices if "what its figures are" in c.question]


@pytest.mark.parametrize(
    "words",
    [
        "These are cumulative totals.",
        "Our years run from April to March.",
        "All figures are in thousands.",
        "These are rates per 1,000 trees.",
        "Each person was counted once.",
    ],
)
def test_words_that_alter_figures_are_one_question(words: str) -> None:
    ((first, *_, last),) = asked(YEARS + words)
    assert (first, last) == ("as read", "not data")
    assert all(one.choice for one in seen(YEARS + words).observations)


@pytest.mark.parametrize(
    "words",
    [
        "These figures include complaints about hedges.",
        "Anonymous complaints are not included.",
        "These figures are estimates.",
        "These are complaints upheld.",
        "The figures show complaints closed in each year.",
    ],
)
def test_words_that_alter_nothing_are_told_with_the_figures(words: str) -> None:
    found = seen(YEARS + words)
    assert accepted(found) == [12, 14, 20]
    (issue,) = [one for one in found.issues if one.kind == "said-of-figures"]
    assert words in issue.what


def test_years_that_stand_under_their_head_are_not_asked_about_again() -> None:
    """Figures of financial years are of these."""
    text = "Complaints about trees:\n2021/22: 12\n2022/23: 14\n\nYears are financial years."
    assert asked(text) == []


def test_a_reply_that_says_nothing_of_its_figures() -> None:
    found = seen(YEARS + "If you are unhappy with this answer you may ask for a review.")
    assert accepted(found) == [12, 14, 20]
    assert not [one for one in found.issues if one.kind == "said-of-figures"]


def other_years(text: str, covering: str = "", beside: tuple[str, ...] = ()) -> list[str]:
    """The ids of the answers to what the years of a table are; none if nothing is asked."""
    book = Codebook(1, (KIND, OUTCOME), (COMPLAINTS,))
    told = Context(
        book,
        QUESTIONS,
        WINDOW,
        "uk-foia-2000",
        "alder",
        ("Alder",),
        "d",
        "t.csv",
        covering=covering,
        beside=beside,
    )
    found = extract(reading_of(text.encode(), "t.csv"), told)
    assert all(bool(one.choice) == bool(found.choices) for one in found.observations)
    return [option.id for choice in found.choices for option in choice.options]


BY_YEAR = "Outcome,2021,2022,2023\nUpheld,4,5,6\nNot upheld,1,2,3\n"
BY_QUARTER = "Outcome,Q1 2021,Q2 2021,Q3 2021,Q4 2021\nUpheld,4,5,6,7\nNot upheld,1,2,3,4\n"
WAYS = ["as read", "years that begin then", "years that end then", "not data"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (BY_YEAR, "Our year runs from April."),
        (BY_YEAR, "The table is by fiscal year and not by school year."),
        (BY_YEAR, "Years are financial years."),
        (BY_QUARTER, "Quarters are of the financial year."),
        (BY_QUARTER, "Please note that Q1 is April to June."),
    ],
)
def test_what_a_letter_says_of_the_years_of_its_attachment_is_asked_about(table: str, words: str) -> None:
    assert other_years(table, covering=words) == WAYS
    assert other_years(table, beside=(words,)) == WAYS


@pytest.mark.parametrize(
    "words",
    [
        "Our year runs from January.",
        "The table is attached.",
        "Please find the figures for 2021 to 2023.",
        "We cannot supply the table by financial year and not by school year.",
        "Please give the numbers by financial year and not by calendar year.",
        "Quarters are not of the financial year.",
        "We did not finish this in the last quarter of the financial year.",
        "Q1 is January to March.",
        "Our annual report for the financial year is on our website.",
        "The school year is busy for us.",
        "Fees are set for the financial year.",
        "The council tax year was extended.",
        "We publish the accounts each quarter.",
    ],
)
def test_other_words_on_years_ask_nothing_of_an_attachment(words: str) -> None:
    assert other_years(BY_YEAR, covering=words) == [] == other_years(BY_QUARTER, covering=words)


def test_years_that_an_attachment_names_as_financial_are_not_asked_about() -> None:
    assert other_years("Outcome,2021/22,2022/23\nUpheld,4,5\nNot upheld,1,2\n", "Our year runs from April.") == []


def test_where_the_month_of_school_years_is_not_told_no_days_are_offered() -> None:
    assert other_years(BY_YEAR, covering="All years are school years.") == ["as read", "not data"]
