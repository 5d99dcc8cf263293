"""A year of which the reply says that it is not whole, and not where it ends."""

import pytest

from foidesk.words.periods import is_unended, period


@pytest.mark.parametrize("label", ["2022 YTD", "2022 (part)", "2022 (part year)", "2022 (incomplete)"])
def test_part_of_a_year_without_its_last_day(label: str) -> None:
    found = period(label)
    assert found is not None
    assert is_unended(found)


@pytest.mark.parametrize("label", ["2022", "2022 (to June)", "2021/22"])
def test_a_year_with_an_end(label: str) -> None:
    found = period(label)
    assert found is not None
    assert not is_unended(found)
