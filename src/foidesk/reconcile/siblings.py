"""Printed totals of several rows of one table that turn out to be of one kind: they are added, not compared.

"Robbery 5" and "Assault 3" are both felonies by the codebook, or by a person's decision: two rows, not two numbers
for the same thing. "Felony subtotal 8" beside them is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from foidesk.words.totals import total_word

if TYPE_CHECKING:
    from .statements import Statement

ENOUGH = 3
"""So many totals tell which of them is the sum of the others; of two, one may be as large by chance."""


def siblings(statements: Iterable[Statement]) -> Mapping[str, str]:
    """The id of each printed total of one row among several of its kind, with the id of the first of these."""
    same: dict[object, list[Statement]] = defaultdict(list)
    for one in statements:
        seen = one.observation
        if seen.role == "total" and seen.table and seen.where:
            same[seen.document, seen.table, one.regions, seen.period].append(one)
    found: dict[str, str] = {}
    for several in same.values():
        rows = _without_sum([one for one in several if not _is_called_sum(one)])
        if len(rows) > 1 and len({words_of(one) for one in rows}) == len(rows):
            found |= {one.observation.id: rows[0].observation.id for one in rows}
    return found


def words_of(one: Statement) -> tuple[tuple[str, str], ...]:
    """What the reply calls the row, by variable."""
    return tuple(sorted((name, words.phrase.casefold()) for name, words in one.observation.where.items()))


def _is_called_sum(one: Statement) -> bool:
    return any(total_word(phrase) for _, phrase in words_of(one))


def _without_sum(several: list[Statement]) -> list[Statement]:
    """The totals without the one that the others add up to."""
    largest = max(several, key=lambda one: one.own.lo, default=None)
    others = sum((one.own.lo for one in several if one is not largest), Decimal(0))
    if largest is None or len(several) < ENOUGH or not largest.own.is_exact or largest.own.lo != others:
        return several
    return [one for one in several if one is not largest]
