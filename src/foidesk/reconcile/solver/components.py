"""What propagation left open, as independent parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .propagate import Box
from .system import Row, System


@dataclass(frozen=True, slots=True)
class Component:
    """Unknowns that hang together (their numbers in the system), with the rows that still bind them."""

    unknowns: tuple[int, ...]
    rows: tuple[Row, ...]


def components(system: System, box: Box) -> list[Component]:
    """The open unknowns that some row still binds, as components; a free unknown has no row and is in none."""
    rows = [kept for row in system.rows if (kept := _open_part(row, box)) is not None]
    leader: dict[int, int] = {}
    for row in rows:
        first = _find(leader, row.terms[0][0])
        for unknown, _ in row.terms[1:]:
            leader[_find(leader, unknown)] = first
    members: Mapping[int, list[int]] = _gather(leader, [(u, u) for row in rows for u, _ in row.terms])
    held: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        held[_find(leader, row.terms[0][0])].append(row)
    return [Component(tuple(sorted(set(members[head]))), tuple(held[head])) for head in held]


def _gather(leader: dict[int, int], pairs: list[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for unknown, value in pairs:
        found[_find(leader, unknown)].append(value)
    return found


def _find(leader: dict[int, int], one: int) -> int:
    while (above := leader.setdefault(one, one)) != one:
        leader[one] = leader.setdefault(above, above)
        one = leader[one]
    return one


def _open_part(row: Row, box: Box) -> Row | None:
    """The row over the open unknowns only; None if the bounds already see to it."""
    terms, known = [], 0
    least: int | None = 0
    most: int | None = 0
    for unknown, factor in row.terms:
        lo, hi = box.lows[unknown], box.highs[unknown]
        if lo == hi:
            known += factor * lo
            continue
        terms.append((unknown, factor))
        low, high = (lo, hi) if factor > 0 else (hi, lo)
        least = None if least is None or low is None else least + factor * low
        most = None if most is None or high is None else most + factor * high
    lo_left = None if row.lo is None else row.lo - known
    hi_left = None if row.hi is None else row.hi - known
    if lo_left is not None and least is not None and least >= lo_left:
        lo_left = None
    if hi_left is not None and most is not None and most <= hi_left:
        hi_left = None
    return (
        Row(tuple(terms), lo_left, hi_left, row.source) if terms and (lo_left, hi_left) != (None, None) else None
    )
