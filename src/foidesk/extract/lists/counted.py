"""Lists of cases beside the totals that the same reply states: as many rows as the total says, or an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from foidesk.model.issues import Issue
from foidesk.model.observations import Footing, Observation
from foidesk.model.periods import Period
from foidesk.model.values import Amount

from ..basis.found import Found
from ..basis.ground import Ground


def counted(ground: Ground, found: Found) -> Found:
    """The checks of every stated total against the rows of every list of the same measure."""
    lists: dict[tuple[str, str], list[Observation]] = {}
    for one in found.observations:
        if one.role == "case row" and not (one.choice and not one.accepted_by):
            lists.setdefault((one.table, one.measure), []).append(one)
    whole = [o for o in found.observations if _is_total(o)]
    checks = [c for (table, measure), rows in lists.items() for c in _checks(table, rows, whole, measure)]
    issues = tuple(_issue(ground, total, footing) for total, footing in checks if not footing.holds)
    return Found(footings=tuple(footing for _, footing in checks), issues=issues)


def _is_total(one: Observation) -> bool:
    exact = isinstance(one.value, Amount) and one.value.is_exact
    return exact and not one.where and one.role != "case row" and not one.choice


def _checks(
    table: str, rows: Sequence[Observation], whole: Sequence[Observation], measure: str
) -> Iterator[tuple[Observation, Footing]]:
    for total in whole:
        if total.measure != measure or total.table == table:
            continue
        held = _rows_of(rows, total.period)
        if held is not None:
            stated, number = _number(total), sum((_number(row) for row in held), Decimal(0))
            ids = tuple(row.id for row in held)
            yield total, Footing(total.id, ids, f"{stated:,}", f"{number:,}", stated == number, f"rows of {table}")


def _number(one: Observation) -> Decimal:
    return one.value.lo if isinstance(one.value, Amount) else Decimal(0)


def _rows_of(rows: Sequence[Observation], when: Period | None) -> list[Observation] | None:
    """The rows that a total of this period speaks of; None if the rows do not say when they were."""
    if when is None:
        return list(rows)
    if any(o.period is None for o in rows):
        return None
    return [o for o in rows if o.period is not None and o.period.inside(when)]


def _issue(ground: Ground, total: Observation, footing: Footing) -> Issue:
    place = total.places["value"]
    return Issue(
        "list-and-total-differ", "warning",
        f"The reply states {footing.printed}; the {footing.what} count {footing.summed}.",
        ground.where(place.place), "Look for rows that are missing or cut, or cases of another kind.",
        (place,), body=ground.context.body, key=f"{total.id} {footing.what}",
    )  # fmt: skip
