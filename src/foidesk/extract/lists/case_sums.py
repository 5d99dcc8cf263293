"""Printed sums of the amounts in a list of cases: of the whole list, or of the rows since the last sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from foidesk.model.codec import digest
from foidesk.model.issues import Issue
from foidesk.model.observations import Footing, Observation
from foidesk.model.periods import Period

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import value_of
from ..figures import acceptance as rules
from ..figures.grid import Slot
from ..layout.kinds import column_measure, in_unit_of_column
from ..tables.tables import TableRead


def sums_found(
    ground: Ground, read: TableRead, rows: Sequence[Observation], above: Sequence[Observation] = ()
) -> Found:
    """A footing for every printed sum, that of the whole list as a statement, an issue where one differs."""
    sums = read.cases.sums if read.cases is not None else ()
    by_column: dict[int, list[Slot]] = {}
    for slot in sums:
        by_column.setdefault(slot.column, []).append(slot)
    return together(_column(ground, read, slots, rows, above) for slots in by_column.values())


def _column(
    ground: Ground, read: TableRead, slots: list[Slot], rows: Sequence[Observation], above: Sequence[Observation]
) -> Found:
    found, last = Found(), -1
    for slot in sorted(slots, key=lambda one: one.row):
        found += _sum(ground, read, slot, rows, above, last)
        last = slot.row
    return found


def _sum(
    ground: Ground,
    read: TableRead,
    slot: Slot,
    rows: Sequence[Observation],
    above: Sequence[Observation],
    last: int,
) -> Found:
    """One printed sum, against the rows above it, those since the sum before, and those of tables above."""
    seen = column_measure(ground, read.layout, slot.column, slot.says)
    slot = in_unit_of_column(read.layout, slot, seen)
    value = value_of(slot.says, seen.measure) if seen is not None else None
    if seen is None or value is None or slot.piece is None or slot.says.exact is None:
        return Found()
    mine = [o for o in rows if o.measure == seen.measure.id and o.row < slot.row]
    others = [o for o in above if o.measure == seen.measure.id and o.role == "case row"]
    tries = [mine, [o for o in mine if o.row > last], [*others, *mine]]
    held = next((parts for parts in tries if _total(parts) == _stated(slot)), None)
    whole = held is not None and held is tries[0] and not any(o.row > slot.row for o in rows)
    parts = held if held is not None else tries[1]
    id = digest(ground.document, read.table.name, slot.row, slot.column, "sum")
    footing = Footing(
        id, tuple(o.id for o in parts), slot.text, f"{_total(parts):,}", held is not None,
        f"{read.table.name}, sum in row {slot.row + 1}",
    )  # fmt: skip
    marks = tuple(Mark(span, id, read=True) for span in slot.piece.spans)
    made = Observation(
        id, ground.context.body, ground.document, seen.measure.id, value, "total", {}, _period(mine),
        table=read.table.name, row=slot.row, places={"value": ground.locator(slot.piece)},
        accepted_by=rules.FOOTS.name,
    )  # fmt: skip
    issues = () if held is not None else (_differs(ground, slot, footing),)
    return Found((made,) if whole else (), (footing,), issues=issues, marks=marks)


def _stated(slot: Slot) -> Decimal | None:
    return slot.says.stored if slot.says.stored is not None else slot.says.exact


def _total(parts: Sequence[Observation]) -> Decimal:
    return sum(_exact(parts), Decimal(0))


def _exact(parts: Sequence[Observation]) -> Iterator[Decimal]:
    return (o.amount.lo for o in parts if o.amount is not None)


def _period(rows: Sequence[Observation]) -> Period | None:
    """The period of all rows, where they share one."""
    seen = {o.period for o in rows}
    return seen.pop() if len(seen) == 1 else None


def _differs(ground: Ground, slot: Slot, footing: Footing) -> Issue:
    assert slot.piece is not None
    return Issue(
        "total-differs", "warning",
        f"The printed sum is {footing.printed}; the rows that it can be the sum of add to {footing.summed}.",
        ground.where(slot.piece.place), "Look for a row that is missing, cut or counted twice.",
        (ground.locator(slot.piece),), body=ground.context.body, key=footing.total,
    )  # fmt: skip
