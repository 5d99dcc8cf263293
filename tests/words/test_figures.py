"""Figures of news prose: found with value, kind and hedge; numbers that are none are passed over by name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.words.figures import dateline, figures, scan, sentences, whens
from foidesk.words.figures.context import contexts

FIGURES = [
    ("Officers were investigated 828 times", [("828", "count", "828")]),
    ("more than 1,000 officers", [("more than 1,000", "count", "1000")]),
    ("A record twenty-one people", [("twenty-one", "count", "21")]),
    ("a hundred and five cases", [("a hundred and five", "count", "105")]),
    ("two and a half million people", [("two and a half million", "count", "2500000")]),
    ("half a million pounds was spent", [("half a million pounds", "money", "500000")]),
    ("It cost £1.2m, or 50p a head", [("£1.2m", "money", "1200000"), ("50p", "money", "0.5")]),
    ("$6 million and €3bn", [("$6 million", "money", "6000000"), ("€3bn", "money", "3000000000")]),
    ("14 per cent, 9.2% and three percent",
     [("14 per cent", "percent", "14"), ("9.2%", "percent", "9.2"), ("three percent", "percent", "3")]),
    ("up by five percentage points", [("five percentage points", "points", "5")]),
    ("about a fifth of cases", [("about a fifth", "fraction", "0.2")]),
    ("more than half were sergeants", [("more than half", "fraction", "0.5")]),
    ("nine out of 10 cases", [("nine out of 10", "ratio", "0.9")]),
    ("Reports doubled, a threefold rise", [("doubled", "multiple", "2"), ("threefold", "multiple", "3")]),
    ("twice as many", [("twice", "multiple", "2")]),
    ("Kent came third with 12", [("third", "rank", "3"), ("12", "count", "12")]),
    ("the second highest number", [("second highest", "rank", "2")]),
    ("None of the 28 was dismissed", [("None", "none", "0"), ("28", "count", "28")]),
    ("a 34-year-old man", [("34-year-old", "age", "34")]),
    ("jailed for three years", [("three years", "duration", "3")]),
    ("an 18-month inquiry", [("18-month", "duration", "18")]),
    ("a 22-mile chase", [("22-mile", "size", "22")]),
    ("Merseyside (19), Derbyshire (seven)", [("19", "count", "19"), ("seven", "count", "7")]),
    ("Only one of the 10 was charged", [("Only one", "count", "1"), ("10", "count", "10")]),
    ("It rose from 10 to 15", [("10", "count", "10"), ("15", "count", "15")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_figure_is_found_with_kind_and_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(one.text, one.kind, one.value) for one in figures(text) if one.kind != "date"]
    assert found == [(words, kind, Decimal(value)) for words, kind, value in expected]


RANGES = [
    ("between 10 and 15 cases", 10, 15),
    ("10-15 cases", 10, 15),
    ("two or three forces", 2, 3),
    ("35%-50% of reviews", 35, 50),
    ("hundreds of officers", 200, 999),
    ("dozens of officers", 24, 99),
]


@pytest.mark.parametrize(("text", "lo", "hi"), RANGES)
def test_a_range_gives_both_ends(text: str, lo: int, hi: int) -> None:
    (found,) = figures(text)
    assert (found.value, found.lo, found.hi) == (None, lo, hi)


HEDGES = [
    ("nearly 90 cases", "nearly"),
    ("just under 90 cases", "nearly"),
    ("some 90 cases", "about"),
    ("up to 90 cases", "at most"),
    ("no fewer than 90 cases", "at least"),
    ("fewer than 90 cases", "fewer than"),
    ("90 or more cases", "at least"),
    ("well over 90 cases", "well over"),
    ("the row over 90 cases", ""),
    ("were investigated over 90 cases", ""),
    ("the force investigated over 90 cases", "more than"),
]


@pytest.mark.parametrize(("text", "hedge"), HEDGES)
def test_a_hedge_belongs_to_its_number(text: str, hedge: str) -> None:
    (found,) = figures(text)
    assert (found.hedge, found.value) == (hedge, 90)


NOT_FIGURES = [
    "no one was hurt",
    "one of the biggest forces",
    "one another",
    "at first",
    "a second-hand car",
    "Covid-19",
    "the M25",
    "a spokesman for No 10",
    "under Section 12 of the Act",
    "999 calls",
    "the Second World War",
    "first-class",
    "24/7",
    "the One Show",
    "one resident said it was awful",
    "this is the one",
    "Channel 4",
    "12 High Street",
    "net zero",
    "most likely",
    "the most serious cases",
    "at least",
    "ask at www.foi123.example.com",
    "a third party",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_what_is_passed_over_has_a_reason() -> None:
    found = scan("Under Section 12, Channel 4 said no one asked.").passed
    assert [(one.text, one.reason) for one in found] == [
        ("Section 12", "section of an Act"), ("Channel 4", "name"), ("no one", "turn of phrase"),
    ]  # fmt: skip


def test_dates_and_windows_are_reckoned_from_the_dateline() -> None:
    text = "LONDON, 19 August 2014 - Last year there were 12, in 2012 nine, over the past five years 80."
    day = dateline(text)
    assert day == date(2014, 8, 19)
    found = {one.text: (one.first, one.last) for one in whens(text, day)}
    assert found["Last year"] == (date(2013, 1, 1), date(2013, 12, 31))
    assert found["2012"] == (date(2012, 1, 1), date(2012, 12, 31))
    assert [one.number for one in whens(text, day) if one.window] == [5]


def test_a_financial_year_runs_from_april() -> None:
    (found,) = whens("in 2012-13 there were")
    assert (found.first, found.last) == (date(2012, 4, 1), date(2013, 3, 31))


def about(text: str) -> dict[str, tuple[str, str, str]]:
    found = scan(text)
    every = contexts(text, found.figures, found.dates, sentences(text))
    return {
        figure.text: (context.unit, context.entity, context.period)
        for figure, context in zip(found.figures, every, strict=True)
    }


def test_a_figure_has_unit_entity_and_period() -> None:
    assert about("Kent Police sacked 12 officers in 2013.")["12"] == ("officers", "Kent Police", "2013")
    assert about("Of 103 officers, 55 were dismissed.")["55"][0] == "officers"
    assert about("Exampleton had 51 cases. The force dismissed six.")["six"] == ("cases", "Exampleton", "")
    listed = about("Others were Alphaton (19), Betaford (seven) and Gammaley (six).")
    assert [listed[number][1] for number in ("19", "seven", "six")] == ["Alphaton", "Betaford", "Gammaley"]


ABOUT = [
    ("Data from 27 of the county's 31 councils showed 1,204 complaints.", "27", ("councils", "", "")),
    ("Fines worth £6million went unpaid in 2015.", "£6million", ("GBP", "", "2015")),
    ("Nearly two thirds (65%) of schools had no nurse.", "65%", ("schools", "", "")),
    ("The number of waits at Ayton rose from 512 to 1,987 last year.", "1,987", ("waits", "Ayton", "last year")),
    ("It also plans to have 110 fewer police officers.", "110", ("police officers", "", "")),
    ("Alphaton was second in Westshire with 17 waits.", "17", ("waits", "Alphaton", "")),
    ("There were 12 cases in Alphaton, up from nine in 2013.", "12", ("cases", "Alphaton", "")),
    ("Complaints in Alphaton rose by 13% while in Betaford the rise was 46%.", "46%", ("", "Betaford", "")),
    ("Betaford lost 21 devices in three years.", "21", ("devices", "Betaford", "in three years")),
    ("Alphaton had 12 fires throughout October and May.", "12", ("fires", "Alphaton", "October and May")),
    ("Betaford had 12 fires in the year to March 2024.", "12", ("fires", "Betaford", "in the year to March 2024")),
    ("Betaford had 12 fires in 2008-9.", "12", ("fires", "Betaford", "2008-9")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "expected"), ABOUT)
def test_a_figure_has_the_words_that_belong_to_it(text: str, figure: str, expected: tuple[str, str, str]) -> None:
    assert about(text)[figure] == expected


def test_a_rate_is_told_for_so_many_and_is_one_figure() -> None:
    for text, per in (
        ("There were 8.4 crimes per 1,000 residents in Alphaton.", "1,000 residents"),
        ("Alphaton had 33 falls in every 10,000 patients.", "10,000 patients"),
        ("It had 33 patients in every 10,000 fall.", "10,000 patients"),
        ("It paid £12 per claim.", "claim"),
        ("It had 12 cases a day.", "day"),
    ):
        found = scan(text)
        (context,) = contexts(text, found.figures, found.dates, sentences(text))
        assert context.per == per, text
    assert [one.kind for one in figures("One in every 1,000 patients fell.")] == ["ratio"]


def test_two_units_of_time_are_one_length() -> None:
    (found,) = figures("callers waited 4 minutes 12 seconds")
    assert (found.value, found.unit) == (252, "seconds")
    assert [one.kind for one in figures("attendances grew to 21.5m")] == ["count"]
    assert [one.unit for one in figures("a wall 2.5m high")] == ["metres"]


@given(st.integers(0, 10**9))
def test_every_number_in_digits_is_found_with_its_value(number: int) -> None:
    if 1900 <= number < 2100:
        return
    (found,) = figures(f"There were {number:,} complaints")
    assert found.value == number


@given(st.text(max_size=200))
def test_figures_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = figures(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("text", "counts", "years"),
    [
        ("fewer claims in 2023 than in 2022 – 86 against 89", ["86", "89"], ["2023", "2022"]),
        ("2015 – 40 people", ["40"], ["2015"]),
        ("in 2009 - 10 the force had none", [], ["2009 - 10"]),
        ("between 1990-95", [], ["1990-95"]),
        ("in 1999-00", [], ["1999-00"]),
    ],
)
def test_a_number_behind_a_year_and_a_dash_is_no_end_of_a_stretch_of_years(
    text: str, counts: list[str], years: list[str]
) -> None:
    found = scan(text)
    assert [one.text for one in found.figures if one.kind == "count"] == counts
    assert [one.text for one in found.dates] == years
