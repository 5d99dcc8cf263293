"""Printed totals of several rows of one table that turn out to be of one kind: they are added, not compared.

"Robbery 5" and "Assault 3" are both felonies by the codebook, or by a person's decision: two rows, not two numbers
for the same thing. "Felony subtotal 8" beside them is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from foidesk.model import Observation
from foidesk.words.normal import normalise
from foidesk.words.totals import total_word

from .space import Space

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


def wholes(observations: Iterable[Observation], space: Space) -> Iterator[tuple[Observation, list[Observation]]]:
    """A row under a category's own name, with other rows of one table that are of that category and may lie in it.

    "Felony 8" and "Robbery 5", coded as a felony: 13, or the 5 are of the 8. They are added, and that is told.
    """
    same: dict[object, list[Observation]] = defaultdict(list)
    for seen in observations:
        if seen.role in ("cell", "total") and seen.table and len(seen.where) == 1 and seen.amount is not None:
            kinds = tuple((name, words.categories) for name, words in seen.where.items())
            same[seen.document, seen.table, seen.role, kinds, seen.period, seen.measure].append(seen)
    for several in same.values():
        named = [seen for seen in several if _is_own_name(seen, space)]
        others = [seen for seen in several if not _is_own_name(seen, space)]
        if len(named) == 1 and others and _largest(named[0]) >= sum(map(_least, others), Decimal(0)) > 0:
            yield named[0], others


def _is_own_name(seen: Observation, space: Space) -> bool:
    ((name, words),) = seen.where.items()
    labels = {c.id: c.label for c in space.variable(name).categories}
    return len(words.categories) == 1 and normalise(words.phrase) == normalise(labels.get(words.categories[0], ""))


def _least(seen: Observation) -> Decimal:
    return seen.amount.lo if seen.amount is not None else Decimal(0)


def _largest(seen: Observation) -> Decimal:
    assert seen.amount is not None
    return seen.amount.hi if seen.amount.hi is not None else seen.amount.lo
