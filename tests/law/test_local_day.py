"""The day of a moment where a law holds."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.law import law
from foidesk.law.clock import day_in


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2026-06-09T23:30:00+00:00", "Europe/London", date(2026, 6, 10)),
        ("2026-01-09T23:30:00+00:00", "Europe/London", date(2026, 1, 9)),
        ("2026-03-29T00:30:00+00:00", "Europe/London", date(2026, 3, 29)),
        ("2026-10-24T23:30:00+00:00", "Europe/London", date(2026, 10, 25)),
        ("2026-10-25T23:30:00+00:00", "Europe/London", date(2026, 10, 25)),
        ("2028-02-29T23:30:00+00:00", "Europe/Berlin", date(2028, 3, 1)),
        ("2026-06-10T02:00:00+00:00", "America/Los_Angeles", date(2026, 6, 9)),
        ("2026-06-10T00:30:00+01:00", "Europe/London", date(2026, 6, 10)),
        ("2026-06-10T00:00:00+00:00", "America/Los_Angeles", date(2026, 6, 10)),
        ("2026-06-10", "America/Los_Angeles", date(2026, 6, 10)),
        ("2026-06-09T23:30:00+00:00", "", date(2026, 6, 9)),
    ],
)
def test_late_in_the_evening_it_may_be_the_next_day(at: str, zone: str, day: date) -> None:
    assert day_in(at, zone) == day


@pytest.mark.parametrize("id", ["uk-foia-2000", "uk-eir-2004", "scotland-foisa-2002"])
def test_the_days_of_the_acts_of_the_united_kingdom_are_those_of_london(id: str) -> None:
    assert law(id).zone == "Europe/London"


def test_the_days_of_the_irish_act_are_those_of_dublin() -> None:
    assert day_in("2026-06-09T23:30:00+00:00", law("ireland-foi-2014").zone) == date(2026, 6, 10)
