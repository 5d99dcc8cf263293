"""Years as labels, calendar and financial."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.claims.ask.periods import Span, shifted_year
from foidesk.claims.ask.years import apart, ends, moved


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("up from 13 the year before", "2024/25", "2023/24"),
        ("two years earlier it was 19", "2024/25", "2022/23"),
        ("a year later it was 19", "1999/00", "2000/01"),
        ("the year before", "2024", "2023"),
    ],
)
def test_a_year_reckoned_from_another_keeps_its_form(text: str, before: str, after: str) -> None:
    assert shifted_year(text, Span(before, given=True)) == Span(after, given=True)


def test_a_stretch_from_april_to_march_begins_and_ends_with_financial_years() -> None:
    assert ends(date(2022, 4, 1), date(2025, 3, 31)) == ("2022/23", "2024/25")
    assert ends(date(2022, 4, 1), date(2025, 2, 28)) == ("2022", "2025")


def test_years_of_two_forms_are_no_number_of_years_apart() -> None:
    assert apart("2024/25", "2022/23") == 2
    assert apart("2024", "2022/23") is None
    assert moved("2009/10", -10) == "1999/00"
