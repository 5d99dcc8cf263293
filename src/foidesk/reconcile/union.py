"""Entries of several tables taken together, nothing counted twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from .groups import Entry, Group, added, attested, side_of
from .interval import NOTHING, Interval, total
from .nesting import lies_in, roots
from .protected import is_protected
from .space import Region, Regions, Space
from .statements import TOLD


@dataclass(frozen=True, slots=True)
class Union:
    """How many cases some entries state together, and the entries that count."""

    count: Interval
    entries: tuple[Entry, ...]


def project(group: Group, names: Collection[str], space: Space) -> tuple[Entry, ...]:
    """The group's entries with only these variables kept; those that do not speak of all of them are left out.

    Rows of a list, and cells of a table that also goes by other variables, stay cases of their own: a "left" of
    the sergeants holds no "dismissed" of the constables. Not so where a case may stand in several cells: the
    constables who harassed and those who disclosed may be the same.
    """
    if not group.has_rows and any(space.is_multiple(name) for name in group.shape.difference(names)):
        return _kept(_plainly(group.entries), names, _overlaid)
    if group.has_rows:
        return _rows_apart(_kept(_plainly(group.entries), names))
    if group.shape == set(names):
        return _kept(group.entries, names)
    top = roots(group.entries)
    wide = _rows_apart(_kept(_plainly(top), names, _of_tables if group.loose else added))
    inner = roots(entry for entry in group.entries if not any(entry is one for one in top))
    known = {_plain(entry.regions) for entry in wide}
    return wide + tuple(entry for entry in _kept(inner, names) if entry.regions not in known)


def _plainly(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without the mark of standing apart, to be told apart anew."""
    return (replace(entry, regions=_plain(entry.regions)) for entry in entries)


def _overlaid(regions: Regions, entries: list[Entry]) -> Entry:
    """One entry for entries that may hold the same cases."""
    both = added(regions, entries)
    count = Interval(max(entry.count.lo for entry in entries), both.count.hi)
    return replace(both, count=count, attested=frozenset(), sums=())


def _of_tables(regions: Regions, entries: list[Entry]) -> Entry:
    """One entry for rows of tables that may hold the same cases: as many as the largest of them has, at least."""
    every = added(regions, entries)
    sides = [(entry, {side_of(key, entry.regions): key for key in entry.witnesses}) for entry in entries]
    tables = {side: key for _, own in sides for side, key in own.items()}
    least = {side: total(entry.count for entry, own in sides if side in own).lo for side in tables}
    most = max(least.values(), default=every.count.lo)
    if most == every.count.lo:
        return every
    largest = frozenset(tables[side] for side, lo in least.items() if lo == most)
    return replace(every, count=Interval(most, every.count.hi), attested=largest, sums=())


Joined = Callable[[Regions, list[Entry]], Entry]


def _kept(entries: Iterable[Entry], names: Collection[str], join: Joined = added) -> tuple[Entry, ...]:
    kept: dict[Regions, list[Entry]] = defaultdict(list)
    for entry in entries:
        regions = tuple((name, region) for name, region in entry.regions if name in names)
        if len(regions) == len(names):
            kept[regions].append(entry)
    return tuple(join(regions, several) for regions, several in kept.items())


def _rows_apart(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Rows of a list are cases of their own: "officer" in one row holds no "constable" of another."""
    return tuple(
        replace(entry, regions=_apart(entry.regions)) if any(lies_in(other, entry) for other in entries) else entry
        for entry in entries
    )


def _apart(regions: Regions) -> Regions:
    return tuple(
        (name, replace(region, phrase="apart") if region.is_plain else region) for name, region in regions
    )


def _plain(regions: Regions) -> Regions:
    return tuple((name, replace(region, phrase="") if region.is_plain else region) for name, region in regions)


def restated(entries: Iterable[tuple[Entry, bool]]) -> tuple[Entry, ...]:
    """One entry for each region. Exact ones narrow each other; one that is "at least" only raises the rest."""
    merged: dict[Regions, tuple[Entry, bool]] = {}
    for entry, exact in entries:
        known = merged.get(entry.regions)
        merged[entry.regions] = _restate(*known, entry, exact) if known else (entry, exact)
    return tuple(entry if exact else _open_to_finer(entry, merged) for entry, exact in merged.values())


def _open_to_finer(least: Entry, merged: Mapping[Regions, tuple[Entry, bool]]) -> Entry:
    """An entry that is only a least: finer ones that others state may hold further cases of its kind."""
    finer = roots(entry for entry, _ in merged.values() if lies_in(entry, least))
    more = total(entry.count for entry in finer)
    if more.hi == 0 or not finer:
        return least
    return replace(least, count=Interval(least.count.lo, least.count.plus(more).hi), sums=())


def _restate(one: Entry, one_exact: bool, other: Entry, other_exact: bool) -> tuple[Entry, bool]:
    sums: tuple[tuple[str, ...], ...] = ()
    if one_exact and other_exact and one.count.meets(other.count):
        count, sums = one.count.meet(other.count), one.sums + other.sums
    elif one_exact != other_exact:
        exact, least = (one, other) if one_exact else (other, one)
        count = _raised(exact.count, least.count.lo)
        sums = exact.sums if count == exact.count and any(map(is_protected, least.observations)) else ()
    else:
        count = _larger(one.count, other.count, told=_is_told(one) or _is_told(other))
    observations = tuple({seen.id: seen for seen in (*one.observations, *other.observations)}.values())
    merged = Entry(one.regions, count, observations, one.sources | other.sources, attested(one, other), sums)
    return merged, one_exact or other_exact


def _raised(count: Interval, least: Decimal) -> Interval:
    lo = max(count.lo, least)
    return Interval(lo, None if count.hi is None else max(count.hi, lo))


def _is_told(entry: Entry) -> bool:
    return any(key.sort == TOLD for key in entry.sources)


def _larger(one: Interval, other: Interval, told: bool) -> Interval:
    """The larger of two least numbers; cases told in one place may be others than those of another place."""
    hi = None if one.hi is None or other.hi is None else (one.hi + other.hi if told else max(one.hi, other.hi))
    return Interval(max(one.lo, other.lo), hi)


def union(entries: Collection[Entry], among: Collection[Entry], space: Space) -> Union:
    """The number of cases in `entries`, a part of `among`: finer cells count inside wider ones, not beside."""
    return Union(_together(roots(entries), among, space), tuple(entries))


def _together(top: Iterable[Entry], among: Collection[Entry], space: Space) -> Interval:
    """What entries that lie in none of each other state together."""
    values = [(entry, _value(entry, among, space)) for entry in top]
    count = NOTHING
    for cluster in _clusters(values, space):
        count = count.plus(_overlapping([value for _, value in cluster]) if len(cluster) > 1 else cluster[0][1])
    return count


def _value(entry: Entry, among: Collection[Entry], space: Space) -> Interval:
    """What the entry states, or what the finer cells inside it state if that is more."""
    finer = roots(e for e in among if lies_in(e, entry))
    if not finer:
        return entry.count
    lo = max(entry.count.lo, _together(finer, among, space).lo)
    return Interval(lo, None if entry.count.hi is None else max(lo, entry.count.hi))


def _overlapping(values: list[Interval]) -> Interval:
    return Interval(max(value.lo for value in values), total(values).hi)


Valued = tuple[Entry, Interval]


def _clusters(values: list[Valued], space: Space) -> list[list[Valued]]:
    """The entries that may hold the same cases, together."""
    clusters: list[list[Valued]] = []
    for valued in values:
        touching = [c for c in clusters if any(_may_share(valued, other, space) for other in c)]
        joined = [valued, *(member for cluster in touching for member in cluster)]
        clusters = [cluster for cluster in clusters if cluster not in touching] + [joined]
    return clusters


def _may_share(one: Valued, other: Valued, space: Space) -> bool:
    """True if a case may be in both: cells of a variable with several values, or of tables that cross.

    Two rows of one table have different cases, unless their numbers come from finer cells inside them.
    """
    is_list = all(key.has_rows for key in one[0].sources | other[0].sources)
    if not is_list and any(space.is_multiple(name) for name, _ in one[0].regions):
        return True
    if one[0].witnesses & other[0].witnesses and not (_is_raised(one) or _is_raised(other)):
        return False
    return all(_cross(x, y) for (_, x), (_, y) in zip(one[0].regions, other[0].regions, strict=True))


def _is_raised(valued: Valued) -> bool:
    return valued[1].lo > valued[0].count.lo


def _cross(one: Region, other: Region) -> bool:
    return not (one.is_plain and other.is_plain) or bool(one.atoms & other.atoms)
