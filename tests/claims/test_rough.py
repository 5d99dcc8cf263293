"""How far a rough number may lie from its value, and "by … to …", which is no range."""

from __future__ import annotations

from decimal import Decimal

import pytest

from foidesk.claims.rounding import about_off
from foidesk.words.figures.shapes.money import money


@pytest.mark.parametrize(
    ("written", "unit", "off"),
    [
        (24502, 1, "1"),
        (24400, 100, "100"),
        (24500, 100, "500"),
        (1250, 10, "50"),
        (800, 100, "50"),
        (90, 10, "5"),
        (43, 1, "1"),
    ],
)  # fmt: skip
def test_a_number_said_to_be_rough_is_held_to_the_digits_it_is_written_with(
    written: int, unit: int, off: str
) -> None:
    assert about_off(Decimal(written), Decimal(unit)) == Decimal(off)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("its bill rose by £47,730 to £372,003", 0),
        ("each was paid £10,000 to £15,000", 1),
        ("the cost may rise by £10,000 to £15,000", 1),
    ],
)
def test_by_so_much_to_so_much_is_no_range(text: str, ranges: int) -> None:
    assert sum(one.hedge == "between" for one in money(text)) == ranges
