"""Figures held against others: which year and which kind each is of."""

from __future__ import annotations

import pytest

from .test_what_is_meant import is_flagged, told


@pytest.mark.parametrize(
    ("reply", "accepted"),
    [
        (
            "In 2022 there were 14 reports. Six were falls, up from four in 2021.",
            {"14 2022", "6 kind=falls 2022", "4 kind=falls 2021"},
        ),
        ("In 2023 there were 14 reports, up from 11 in 2022.", {"14 2023", "11 2022"}),
        (
            "There were 14 reports in 2024, compared with 11 in 2023 and nine in 2022.",
            {"14 2024", "11 2023", "9 2022"},
        ),
        ("The number of reports in 2024 was 14, an increase on the 11 in 2023.", {"14 2024", "11 2023"}),
        ("There were 23 reports in 2022 as against 20 for 2023.", {"23 2022", "20 2023"}),
        ("14 reports were received in 2023 (2022: 11).", {"14 2023", "11 2022"}),
    ],
)
def test_a_figure_held_against_another_is_of_its_own_year_and_of_the_others_kind(
    reply: str, accepted: set[str]
) -> None:
    assert told(reply)[0] == accepted


def test_one_whose_year_nobody_names_stays_open() -> None:
    accepted, found = told("We received 14 reports in 2023, down from 17.")
    assert accepted == {"14 2023"}
    assert "17" in str(found["open"])


@pytest.mark.parametrize(
    "reply",
    [
        "We received 14 reports, fewer than in 2022.",
        "There were 14 reports, more than 2022.",
        "We had 14 reports, compared to 2023.",
        "We received 14 reports since 2022.",
    ],
)
def test_a_year_that_others_are_held_against_dates_nothing(reply: str) -> None:
    accepted, found = told(reply)
    assert accepted == set()
    assert is_flagged(found)


@pytest.mark.parametrize(
    ("reply", "accepted"),
    [
        ("In 2022 there were 14 reports, of which six were falls, compared with 11 in 2021.", {"14 2022"}),
        ("Six reports in 2022 were falls, up from twelve reports in 2021.", {"6 kind=falls 2022"}),
    ],
)
def test_one_that_may_be_of_another_kind_is_asked_about(reply: str, accepted: set[str]) -> None:
    kept, found = told(reply)
    assert kept == accepted
    assert is_flagged(found)


def test_a_kind_of_its_own_stays() -> None:
    accepted, _ = told("In 2023 there were 14 reports of falls, compared with nine trips in 2022.")
    assert accepted == {"14 kind=falls 2023", "9 kind=trips 2022"}
