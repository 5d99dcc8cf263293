"""Years listed in a sentence: of which of them a number is, or words that say "none", and of what."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines


def read(text: str) -> list[str]:
    found: list[str] = lines(extracted(text, "reply.txt"))["statements"]
    return found


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("There were no cases in 2010.", ["2010"]),
        ("There were no cases in 2010 or 2011.", ["2010", "2011"]),
        ("No cases were recorded in 2010, 2011 or 2012.", ["2010", "2011", "2012"]),
    ],
)
def test_none_is_of_the_years_it_names_and_of_no_other(text: str, years: list[str]) -> None:
    found = read(text)
    assert len(found) == len(years), found
    assert len({one.id for one in extracted(text, "reply.txt").observations}) == len(years)
    assert all(
        one.startswith("0 cases") and year in one and "open" not in one
        for one, year in zip(found, years, strict=True)
    )


@pytest.mark.parametrize(
    "text",
    [
        "No cases about parking were recorded.",
        "There were no cases about parking in 2010.",
        "There were no cases before 2010.",
        "There were no formal cases in 2010.",
        "There were no cases in either year.",
    ],
)
def test_none_of_something_narrower_is_asked_about(text: str) -> None:
    assert lines(extracted(text, "reply.txt"))["choices"]
    assert all("open" in one for one in read(text))


@pytest.mark.parametrize(
    "text", ["We hold no record of cases in 2010.", "We have no information about cases for 2010."]
)
def test_nothing_on_record_is_no_nought(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("There were 20 cases in 2010, 2011 and 2012.", "1 Jan 2010 to 31 Dec 2012"),
        ("In 2010, 2011 and 2012 there were 20 cases.", "1 Jan 2010 to 31 Dec 2012"),
        (
            "There were 20 cases in 2010, 2011 and 2012, of which 5 ended in dismissal.",
            "1 Jan 2010 to 31 Dec 2012",
        ),
        ("There were 20 cases between 2010 and 2012.", "1 Jan 2010 to 31 Dec 2012"),
    ],
)
def test_a_number_for_several_years_is_of_all_of_them(text: str, days: str) -> None:
    (found,) = [one for one in extracted(text, "reply.txt").observations if one.amount and one.amount.lo == 20]
    assert found.period is not None and found.period.describe() == days and found.accepted_by


@pytest.mark.parametrize(
    "text",
    [
        "In each of 2010, 2011 and 2012 there were 20 cases.",
        "There were 13 cases in 2010 and 2012.",
        "There were 13 cases in 2010/11 and 2012/13.",
    ],
)
def test_a_number_for_two_years_with_one_between_is_asked_about(text: str) -> None:
    found = extracted(text, "reply.txt")
    assert found.choices and not any(one.accepted_by for one in found.observations)


def test_no_cases_in_two_years_says_nothing_of_the_one_between() -> None:
    years = [
        one.period.describe()
        for one in extracted("There were no cases in 2010 and 2012.", "r.txt").observations
        if one.period
    ]
    assert years == ["1 Jan 2010 to 31 Dec 2010", "1 Jan 2012 to 31 Dec 2012"]
