"""Words that say "none": of which years, and of what."""

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
