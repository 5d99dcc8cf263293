"""A ledger's groups as partitions: rows of cases that are surely different, and the days and kinds they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from .groups import Entry, Group, added
from .ledger import Ledger
from .nesting import lies_in, one_place, roots
from .space import Region, Regions, may_nest
from .statements import LIST, TableKey

Sum = tuple[str, ...]
"""Ids of observations whose numbers add up."""


@dataclass(frozen=True, slots=True)
class Row:
    """A class of cases: so many, lying in these regions. `inner` are the rows that it holds among them."""

    entry: Entry
    inner: tuple[Row, ...] = ()

    @property
    def regions(self) -> Regions:
        return self.entry.regions


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of different cases. `complete` if no case lies outside; `closed` if a row's words say all of a case.

    `exhausted` if the finer rows inside a row are all of it.
    """

    rows: tuple[Row, ...]
    complete: bool
    closed: bool
    keys: frozenset[TableKey]
    exhausted: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The variables that some row says something of."""
        return frozenset(name for row in every_row(self.rows) for name, region in row.regions if speaks(region))

    def regions(self, name: str) -> Iterator[Region]:
        for row in every_row(self.rows):
            region = row.entry.region(name)
            if region is not None and speaks(region):
                yield region


def speaks(region: Region) -> bool:
    """True if the words tie a case to categories."""
    return region.kind not in ("uncoded", "unstated")


def every_row(rows: tuple[Row, ...]) -> Iterator[Row]:
    """The rows with those that they hold."""
    for row in rows:
        yield row
        yield from every_row(row.inner)


def of_group(group: Group, ledger: Ledger) -> Iterator[Part]:
    """The partitions that one group makes."""
    complete = _is_complete(group, ledger) or (not group.shape and not group.has_rows and group.whole)
    if group.has_rows:
        yield Part(tuple(Row(e) for e in _identical(group)), complete, group.sort == LIST, group.keys)
        return
    if any(ledger.space.is_multiple(name) for name in group.shape):
        for entry in group.entries:
            yield Part((Row(entry),), False, False, entry.sources)
        return
    if _are_apart(roots(group.entries)) and _in_one_place(group.entries):
        yield Part(_nested(group.entries), complete, False, group.keys)
        return
    for key in sorted(group.keys, key=lambda key: (key.document, key.table, key.sort, key.each)):
        mine = tuple(entry for entry in group.entries if key in entry.witnesses)
        if _are_apart(roots(mine)):
            yield Part(_nested(mine), False, False, frozenset({key}))


def _is_complete(group: Group, ledger: Ledger) -> bool:
    """True if some statement says that the group holds all cases, not only our adding it up."""
    total = ledger.total
    return ledger.is_complete(group) and not (total is not None and total.is_of_parts)


def _identical(group: Group) -> list[Entry]:
    """The rows of a list, those that say the same summed."""
    alike: dict[Regions, list[Entry]] = {}
    for entry in group.entries:
        alike.setdefault(entry.regions, []).append(entry)
    return [added(regions, entries) for regions, entries in alike.items()]


def _are_apart(top: tuple[Entry, ...]) -> bool:
    """True if no case can be in two of them: rows of one table, or of categories that exclude each other."""
    if top and frozenset.intersection(*(entry.witnesses for entry in top)):
        return True
    return all(one.witnesses & other.witnesses or _exclude(one, other) for one, other in combinations(top, 2))


def _in_one_place(entries: tuple[Entry, ...]) -> bool:
    """True if each finer cell stands in the table of the cell that holds it."""
    return not may_nest({entry.regions for entry in entries}) or all(
        one_place(a, b) for a in entries for b in entries if a is not b and lies_in(a, b)
    )


def _exclude(one: Entry, other: Entry) -> bool:
    theirs = dict(other.regions)
    return any(
        region.is_plain and theirs[name].is_plain and not region.atoms & theirs[name].atoms
        for name, region in one.regions
        if name in theirs
    )


def _nested(entries: tuple[Entry, ...]) -> tuple[Row, ...]:
    """The entries as rows, finer cells inside the one that holds them if their cases are surely different."""
    if not may_nest({entry.regions for entry in entries}):
        return tuple(Row(entry) for entry in entries)
    return tuple(_row(entry, entries) for entry in roots(entries))


def _row(entry: Entry, entries: tuple[Entry, ...]) -> Row:
    inner = roots(one for one in entries if lies_in(one, entry))
    inner = inner if _are_apart(inner) else ()
    return Row(entry, tuple(_row(one, entries) for one in inner))
