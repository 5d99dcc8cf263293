"""Years as labels: calendar years ("2023"), and financial ones from April to March ("2022/23")."""

from __future__ import annotations

import re
from datetime import date

_LABEL = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<tail>/\d\d)?")


def is_year(label: str) -> bool:
    """True for one year of either form, not for a stretch of days."""
    return _LABEL.fullmatch(label) is not None


def moved(label: str, by: int) -> str:
    """The year so many years later, in the same form."""
    found = _LABEL.fullmatch(label)
    assert found is not None
    year = int(found["year"]) + by
    return f"{year}/{(year + 1) % 100:02}" if found["tail"] else str(year)


def apart(one: str, other: str) -> int | None:
    """How many years the first is after the other; None where they are not of one form."""
    late, early = _LABEL.fullmatch(one), _LABEL.fullmatch(other)
    if late is None or early is None or bool(late["tail"]) != bool(early["tail"]):
        return None
    return int(late["year"]) - int(early["year"])


def ends(first: date, last: date) -> tuple[str, str]:
    """The years that a stretch begins and ends with: financial ones where it runs from April to March."""
    if (first.month, first.day, last.month, last.day) == (4, 1, 3, 31):
        return moved("2000/01", first.year - 2000), moved("2000/01", last.year - 2001)
    return str(first.year), str(last.year)
