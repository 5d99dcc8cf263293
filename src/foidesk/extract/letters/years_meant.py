"""Of which days bare years and quarters are, where the reply says that its years are no calendar years.

"2022" of a year that runs from April begins in 2022, or ends in it: nobody can tell, and a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.model.periods import Period
from foidesk.words.of_figures import first_month, is_of_schools

from ..basis.ground import Ground

BEGIN, END = "years that begin then", "years that end then"
_WAYS = ((BEGIN, "begin", -1), (END, "end", -13))
"""The id of an answer, its verb, and by how many months a year from month 0 is moved."""
_BARE_YEAR = re.compile(r"\D*\d{4}\D*")
"""A year that may be a calendar year or begin or end in it: "2021", and not "2021/22"."""
_QUARTER = re.compile(r"\b(?:q(?:uarter|tr)?\.?\s?[1-4]|[1-4](?:st|nd|rd|th)\s+q(?:uarte|t)?r)\b", re.IGNORECASE)


def is_bare(period: Period | None) -> bool:
    """True for "2021" and "Q1 2021": it does not say of which kind of year."""
    return period is not None and _BARE_YEAR.fullmatch(_QUARTER.sub(" ", period.label)) is not None


def meant(
    ground: Ground, text: str, touched: Sequence[Observation]
) -> Iterator[tuple[str, str, list[Observation]]]:
    """(id, words, statements) of each way to understand the years; none where the month is not known."""
    month = first_month(text) or (0 if is_of_schools(text) else ground.year_start[0])
    if month < 2 or not touched:
        return
    for id, verb, less in _WAYS:
        moved = [_moved(ground, one, month + less, id) for one in touched]
        old, new = touched[0].period, moved[0].period
        assert old is not None and new is not None
        yield id, f"No: of years that {verb} in those named, “{old.label}” being {new.describe()}", moved


def _moved(ground: Ground, one: Observation, months: int, way: str) -> Observation:
    assert one.period is not None
    start, end = _later(one.period.start, months), _later(one.period.end, months)
    kind = "financial year" if one.period.kind == "calendar year" else one.period.kind
    return replace(
        one, id=digest(ground.document, way, one.id), period=replace(one.period, start=start, end=end, kind=kind)
    )


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1)
