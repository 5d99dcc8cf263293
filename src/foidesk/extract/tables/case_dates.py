"""When the cases of a list were: which of its columns of dates counts, and in which order they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foidesk.model.periods import Period
from foidesk.words.dates import date_readings
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..figures.grid import Slot
from ..figures.headings import Meaning, whole_period
from ..layout.layout import Layout

STEM = 3


@dataclass(frozen=True, slots=True)
class CaseDates:
    """The columns that date a case, and for each whether its dates put the day first (None if they never show it).

    `open` is true where columns of dates differ and none is headed like what is counted: then no row is dated.
    """

    columns: tuple[int, ...]
    day_first: dict[int, bool | None]
    open: bool = False

    def period(self, ground: Ground, layout: Layout, row: int) -> Meaning | None:
        """The period of a row: its year or date, or the year above where the column is evidently filled down."""
        for column in self.columns:
            slot = layout.grid.slot(row, column)
            slot = slot if not slot.blank else _above(layout, row, column)
            when = _when(ground, slot, self.day_first[column])
            if when is not None:
                return Meaning(slot.piece, period=when)
        return None


def case_dates(ground: Ground, layout: Layout) -> CaseDates:
    """The columns of a list that say when its cases were."""
    columns = tuple(layout.columns("period"))
    orders = _orders(layout, columns)
    if len(columns) < 2 or _nested(ground, layout, columns, orders):
        return CaseDates(columns, orders)
    named = tuple(c for c in columns if _names_measure(ground, layout.heading(c)))
    return CaseDates(named, orders) if len(named) == 1 else CaseDates((), orders, open=True)


def _orders(layout: Layout, columns: Sequence[int]) -> dict[int, bool | None]:
    """The order of day and month in each column; one that never shows it follows those that do."""
    own = {column: _day_first(layout, column) for column in columns}
    shown = {order for order in own.values() if order is not None}
    common = next(iter(shown)) if len(shown) == 1 else None
    return {column: common if order is None else order for column, order in own.items()}


def _day_first(layout: Layout, column: int) -> bool | None:
    """The one order of day and month in which every date of the column is a date."""
    texts = [slot.text for slot in layout.grid.column(column, layout.data) if date_readings(slot.text)]
    fits = [order for order in (True, False) if all(date_readings(text, order) for text in texts)]
    return fits[0] if len(fits) == 1 else None


def _nested(ground: Ground, layout: Layout, columns: Sequence[int], orders: dict[int, bool | None]) -> bool:
    """True if in every row one column's period lies inside the other's: a year, and a day of it."""
    for row in layout.data:
        seen = [when for c in columns if (when := _when(ground, layout.grid.slot(row, c), orders[c])) is not None]
        if any(not (one.inside(other) or other.inside(one)) for one in seen for other in seen):
            return False
    return True


def _names_measure(ground: Ground, heading: str) -> bool:
    """True if a heading shares a word, or its stem, with what the survey counts: "Date paid", payments."""
    ours = {w for m in ground.measures for t in (m.label, m.unit, *m.nouns) for w in normalise(t).split()}
    stems = {word[:STEM] for word in ours if len(word) > STEM}
    return any(len(word) > STEM and word[:STEM] in stems for word in normalise(heading).split())


def _above(layout: Layout, row: int, column: int) -> Slot:
    """The nearest filled cell above, if the column's first cell is filled and its blanks stand below values."""
    above = [layout.grid.slot(r, column) for r in layout.data if r <= row]
    return next((slot for slot in reversed(above) if not slot.blank), layout.grid.slot(row, column))


def _when(ground: Ground, slot: Slot, day_first: bool | None) -> Period | None:
    if slot.blank:
        return None
    days = date_readings(slot.text, day_first)
    if len(days) == 1:
        return Period.days(days[0], days[0], "day", slot.text)
    if len(days) == 2:  # "03/04/2020" in either order: a day between the two
        return Period.days(min(days), max(days), "window", slot.text)
    return whole_period(ground, slot.text) if not days else None
