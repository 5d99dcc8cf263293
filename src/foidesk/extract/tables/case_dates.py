"""When the cases of a list were: which of its columns of dates counts, and in which order they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foidesk.model.codebook import Measure
from foidesk.model.periods import Period
from foidesk.words.dates import date_readings
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..figures.grid import Slot
from ..figures.headings import whole_period
from ..figures.meaning import Meaning
from ..layout.layout import Layout

STEM, LONG_STEM = 3, 4
_GENERAL = frozenset(("date", "year", "numb", "cale", "fina", "fisc", "mont", "jahr", "datu", "anza"))
"""Stems of words that say nothing of what happened on a date."""


@dataclass(frozen=True, slots=True)
class CaseDates:
    """The columns that date a case, and for each whether its dates put the day first (None if they never show it).

    `open` is true where columns of dates differ and none is headed like what is counted: then no row is dated.
    `paid` are the columns beside it that are headed like sums of money: "Date of payment".
    """

    columns: tuple[int, ...]
    day_first: dict[int, bool | None]
    open: bool = False
    paid: tuple[int, ...] = ()

    def period(self, ground: Ground, layout: Layout, row: int) -> Meaning | None:
        """The period of a row: its year or date, or the year above where the column is evidently filled down."""
        for column in self.columns:
            slot = layout.grid.slot(row, column)
            slot = slot if not slot.blank else _above(layout, row, column)
            when = _when(ground, slot, self.day_first[column])
            if when is not None:
                return Meaning(slot.piece, period=when)
        return None

    def pays_elsewhen(self, ground: Ground, layout: Layout, row: int, own: Period | None) -> Period | None:
        """When a row was paid, if that is another year than the one that its own date lies in."""
        for column in self.paid:
            when = _when(ground, layout.grid.slot(row, column), self.day_first[column])
            if when is not None and own is not None and when.start.year != own.start.year:
                return when
        return None


def case_dates(ground: Ground, layout: Layout) -> CaseDates:
    """The columns of a list that say when its cases were."""
    columns = tuple(layout.columns("period"))
    orders = _orders(layout, columns)
    if len(columns) < 2 or _nested(ground, layout, columns, orders):
        return CaseDates(columns, orders)
    for chosen in (_named(ground, layout, columns), _asked(ground, layout, columns)):
        if len(chosen) == 1:
            paid = [c for c in columns if c not in chosen and _names(_money(ground), layout.heading(c))]
            return CaseDates(chosen, orders, paid=tuple(paid))
    return CaseDates((), orders, open=True)


def _named(ground: Ground, layout: Layout, columns: Sequence[int]) -> tuple[int, ...]:
    """The columns headed like what is counted; of several, those that are headed like no sum of money."""
    named = tuple(c for c in columns if _names(ground.measures, layout.heading(c)))
    if len(named) < 2:
        return named
    counted = [m for m in ground.measures if m.type == "count"]
    return tuple(
        c for c in named
        if _names(counted, layout.heading(c)) and not _names(_money(ground), layout.heading(c))
    )  # fmt: skip


def _asked(ground: Ground, layout: Layout, columns: Sequence[int]) -> tuple[int, ...]:
    """The columns headed in a word of the question that asks for years: "Eingang", for what is "eingegangen"."""
    counted = {m.id for m in ground.measures if m.type == "count"}
    asking = [q.text for q in ground.context.questions if counted & set(q.measures)]
    dated = [text for text in asking if ground.period_in(text)]
    for text in dated or asking:
        stems = {word[:LONG_STEM] for word in normalise(text).split() if len(word) > LONG_STEM} - _GENERAL
        found = tuple(c for c in columns if _shares(layout.heading(c), stems))
        if found:
            return found
    return ()


def _shares(heading: str, stems: set[str]) -> bool:
    return any(len(word) > LONG_STEM and word[:LONG_STEM] in stems for word in normalise(heading).split())


def _money(ground: Ground) -> list[Measure]:
    return [m for m in ground.measures if m.type == "money"]


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


def _names(measures: Sequence[Measure], heading: str) -> bool:
    """True if a heading shares a word, or its stem, with what the survey counts: "Date paid", payments."""
    ours = {w for m in measures for t in (m.label, m.unit, *m.nouns) for w in normalise(t).split()}
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
