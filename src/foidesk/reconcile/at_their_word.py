"""Tables taken at their word: what a reader infers who takes the kinds of a table for all there are.

Our own bounds of what is true do not assume that. "Officers 5, of whom sergeants 2, constables <5" leaves room for
inspectors, and a table without a total for cases of no kind; hardly a reader thinks of that. So a withheld number
is protected in both readings: if it follows in either, a person is asked before figures are published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .exact import Exact
from .groups import Entry, Group
from .parts import Part, every_row, of_group
from .solver import Solved
from .totals import lacks_margins

MOST_TRIED = 12
"""So many tables are taken at their word one by one where they cannot all be; more are not looked at."""


def readings(exact: Exact) -> Iterator[tuple[Part, ...]]:
    """The partitions with every table at its word; where they cannot all be, with each that can be by itself."""
    wider = [(at, whole) for at, whole in enumerate(_at_their_word(exact)) if whole != exact.parts[at]]
    if not wider:
        return
    together = _with(exact.parts, dict(wider))
    if _is_possible(exact, together):
        yield together
        return
    for at, whole in wider[:MOST_TRIED]:
        alone = _with(exact.parts, {at: whole})
        if _is_possible(exact, alone):
            yield alone


def _with(parts: tuple[Part, ...], instead: dict[int, Part]) -> tuple[Part, ...]:
    return tuple(instead.get(at, part) for at, part in enumerate(parts))


def _at_their_word(exact: Exact) -> Iterator[Part]:
    groups = list(exact.ledger.groups)
    for group, parts in exact.tables.groups:
        is_table = _is_breakdown(exact, group, groups)
        nested = tuple(of_group(_nested(group, exact), exact.ledger))
        for part in nested if len(nested) == len(parts) else parts:
            inner = any(row.inner for row in every_row(part.rows))
            whole = is_table and len(part.rows) > 1
            yield replace(part, complete=part.complete or whole, exhausted=inner) if whole or inner else part


def _nested(group: Group, exact: Exact) -> Group:
    """The group with each cell of which it is not clear whether it holds its finer ones holding them."""
    own = {_of(one.parent): one.parent for one in exact.ledger.unclear}
    entries = tuple(own.get(_of(entry), entry) for entry in group.entries)
    return replace(group, entries=entries) if entries != group.entries else group


def _of(entry: Entry) -> tuple[object, ...]:
    return entry.regions, *(seen.id for seen in entry.observations)


def _is_breakdown(exact: Exact, group: Group, groups: list[Group]) -> bool:
    """True for a table of all days whose rows are kinds of one variable or several, each case in one of them."""
    if not group.shape or group.has_rows or group.is_prose or group.limited or not group.whole:
        return False
    many = any(exact.ledger.space.is_multiple(name) for name in group.shape)
    return not many and not lacks_margins(group, groups)


def _is_possible(exact: Exact, parts: tuple[Part, ...]) -> bool:
    laid = exact.laid_with(parts)
    return laid is not None and Solved(laid).is_possible
