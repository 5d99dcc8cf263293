"""A year of which the reply says that it is not whole, and not where it ends."""

from datetime import date, timedelta

import pytest

from foidesk.model import Period
from foidesk.words.periods import is_unended, period


@pytest.mark.parametrize("label", ["2022 YTD", "2022 (part)", "2022 (part year)", "2022 (incomplete)"])
def test_part_of_a_year_without_its_last_day(label: str) -> None:
    found = period(label)
    assert found is not None
    assert is_unended(found)


@pytest.mark.parametrize(
    ("label", "is_so"), [("2022 to date", True), ("2022", False), ("2024/25 (to 31/12)", False)]
)
def test_a_year_that_the_days_asked_for_cut_is_one_only_by_its_words(label: str, is_so: bool) -> None:
    found = period(label, Period.days(date(2022, 1, 1), date(2025, 1, 31) if "/" in label else date(2022, 12, 31)))
    assert found is not None
    assert is_unended(found) is is_so


def test_a_year_that_sticks_out_of_the_days_asked_for_says_nothing_of_its_end() -> None:
    found = period("2022", Period.days(date(2022, 4, 1), date(2025, 3, 31)))
    assert found is not None and found.kind == "part year"
    assert not is_unended(found)


@pytest.mark.parametrize("label", ["2022", "2022 (to June)", "2021/22"])
def test_a_year_with_an_end(label: str) -> None:
    found = period(label)
    assert found is not None
    assert not is_unended(found)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024 (thru 9/30)", date(2024, 9, 30)),
        ("2024 (bis 30.09.)", date(2024, 9, 30)),
        ("2024 through September", date(2024, 9, 30)),
        ("2024/25 (to 31/12)", date(2024, 12, 31)),
    ],
)
def test_a_year_that_ends_early_on_a_day_without_a_year(text: str, last: date) -> None:
    found = period(text)
    assert found is not None
    assert found.end == last + timedelta(days=1)


@pytest.mark.parametrize("text", ["2024 (thru 3/4)", "2024 (to 9/30/2025)"])
def test_a_day_with_two_readings_or_outside_the_year_ends_nothing(text: str) -> None:
    assert period(text) is None
