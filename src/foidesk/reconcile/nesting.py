"""Cells that hold other cells ("police officers 17, of whom sergeants 4"): never added twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from foidesk.model import Period

from .groups import Entry, Group
from .interval import Interval, total
from .space import Regions, may_nest

MOST_MIXED = 6

Families = list[tuple[Entry, tuple[Entry, ...]]]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A cell and its finer cells in one place, where nothing tells whether the finer ones are part of it."""

    parent: Entry
    children: tuple[Entry, ...]


def lies_in(inner: Entry, outer: Entry) -> bool:
    """True if the inner entry's cases are, by their words, a part of the outer's and not the same."""
    return _within(inner.regions, outer.regions)


def _within(inner: Regions, outer: Regions) -> bool:
    if inner == outer or [name for name, _ in inner] != [name for name, _ in outer]:
        return False
    return all(x.inside(y) for (_, x), (_, y) in zip(inner, outer, strict=True))


def crosses(one: Regions, other: Regions) -> bool:
    """True if some cases can lie in both, of two sets of single categories, though neither holds the other."""
    if len(one) < 2 or one == other or _within(one, other) or _within(other, one):
        return False
    return all(x.atoms & y.atoms for (_, x), (_, y) in zip(one, other, strict=True))


def roots(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that lie in no other: adding them counts nothing twice.

    Long lists repeat few regions, so regions are compared once each, not entry by entry.
    """
    listed = tuple(entries)
    regions = {entry.regions for entry in listed}
    if not may_nest(regions):
        return listed
    inner = {one for one in regions if any(_within(one, other) for other in regions)}
    return tuple(entry for entry in listed if entry.regions not in inner)


def settle(group: Group, base: Interval | None) -> tuple[Group, tuple[Unclear, ...]]:
    """The group with each cell that stands *beside* its finer cells marked as apart from them.

    A table's row "police officers 3" beside "constables 28" cannot hold them. Where both readings are possible,
    the one that adds up to the total `base` is taken; if neither or both do, the number spans both.
    """
    if group.has_rows:
        return group, ()
    group = _without_short_margins(group)
    known = _apart_where(group, _cannot_hold)
    families = [family for family in _families(known.entries) if not _holds_others(family[0])]
    if not families:
        return known, ()
    beside = _apart_where(known, lambda parent, children: not _holds_others(parent))
    reading = _reading(known, beside, families, base)
    if reading == "unclear":
        return _spanning(known, families)
    return (beside if reading == "beside" else known), ()


def _without_short_margins(group: Group) -> Group:
    """The group without printed totals that cover fewer periods than the cells they are the totals of.

    "2020 total 8, 2021 total 7" over cells of 2020 to 2022 would hold fewer than they do.
    """
    short = {
        id(parent) for parent, children in _families(group.entries)
        if _is_margin(parent) and _periods(parent) < frozenset().union(*map(_periods, children))
    }  # fmt: skip
    return replace(group, entries=tuple(e for e in group.entries if id(e) not in short)) if short else group


def _is_margin(entry: Entry) -> bool:
    return bool(entry.observations) and all(seen.role == "total" for seen in entry.observations)


def _periods(entry: Entry) -> frozenset[Period | None]:
    return frozenset(replace(s.period, label="") if s.period else None for s in entry.observations)


def _apart_where(group: Group, is_apart: Callable[[Entry, tuple[Entry, ...]], bool]) -> Group:
    """The group with each such parent marked as apart, until none is left: a mark can uncover finer cells."""
    while True:
        marked = {
            id(p): replace(p, regions=_apart(p.regions, cs))
            for p, cs in _families(group.entries)
            if is_apart(p, cs)
        }
        if not marked:
            return group
        group = replace(group, entries=tuple(marked.get(id(entry), entry) for entry in group.entries))


def _families(entries: tuple[Entry, ...]) -> Families:
    """Each entry with the finer entries that stand in the same table or letter, none of them in between."""
    families: Families = []
    if not may_nest({entry.regions for entry in entries}):
        return families
    for parent in entries:
        inner = [e for e in entries if lies_in(e, parent) and one_place(e, parent)]
        children = roots(inner)
        if children:
            families.append((parent, children))
    return families


def overfull(group: Group) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Each entry that is smaller than its finer entries of another table: one of the two is wrong.

    So is a printed total that is smaller than the cells of its own table; where subtotals of rows and of columns
    cross inside it, adding them would count cells twice.
    """
    if group.has_rows or not may_nest({entry.regions for entry in group.entries}):
        return
    for parent in group.entries:
        inner = [e for e in group.entries if lies_in(e, parent)]
        children = roots(e for e in inner if _is_margin(parent) or not one_place(e, parent))
        if _is_margin(parent) and any(crosses(a.regions, b.regions) for a, b in combinations(children, 2)):
            continue
        if children and parent.count.below(total(child.count for child in children)):
            yield parent, children


def smaller_than_parts(group: Group) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Each cell marked as apart because it is smaller than the finer cells of its own table together."""
    for parent in group.entries if not group.has_rows else ():
        words = tuple((name, replace(r, phrase="") if r.phrase == "apart" else r) for name, r in parent.regions)
        if words == parent.regions:
            continue
        whole = replace(parent, regions=words)
        children = roots(
            e for e in group.entries if e is not parent and lies_in(e, whole) and one_place(e, parent)
        )
        if children and parent.count.below(total(child.count for child in children)):
            yield parent, children


def one_place(one: Entry, other: Entry) -> bool:
    """True if the two stand in one table or letter."""
    return bool(
        {(key.document, key.table) for key in one.sources} & {(key.document, key.table) for key in other.sources}
    )


def _cannot_hold(parent: Entry, children: tuple[Entry, ...]) -> bool:
    """Rows of a table are disjoint unless the wider names a category; and no part is larger than its whole."""
    is_prose = all(key.is_prose for key in parent.sources)
    if _is_margin(parent):
        return False
    names_category = all(region.kind == "node" for _, region in parent.regions) or _is_of_scope(parent)
    too_many = parent.count.below(total(child.count for child in children))
    return too_many or not (is_prose or names_category)


def _holds_others(parent: Entry) -> bool:
    """True for what never stands beside its finer cells: a printed total, or one of figures that are limited."""
    return _is_of_scope(parent) or _is_margin(parent)


def _is_of_scope(parent: Entry) -> bool:
    """True for the total of figures that are limited as a whole: it holds the others, whatever its words."""
    return bool(parent.observations) and not any(seen.where for seen in parent.observations)


def _reading(nested: Group, beside: Group, families: Families, base: Interval | None) -> str:
    """The reading that adds up to the base; "unclear" if both do, neither does, or only some mixture does.

    Sentences need not tell of all cases: what they add up to may fall short of the base ("two cases; one left, one
    was dismissed").
    """
    least, most = (total(entry.count for entry in roots(group.entries)) for group in (nested, beside))
    if base is None:
        return "unclear"
    is_told_apart = all(key.each for key in nested.keys)
    fits = least.meets(base) or (is_told_apart and least.below(base)), most.meets(base)
    if fits == (True, False) or (base.below(most) and not _mixture_fits(least, families, base)):
        return "nested"
    return "beside" if fits == (False, True) and not _mixture_fits(least, families, base) else "unclear"


def _mixture_fits(least: Interval, families: Families, base: Interval) -> bool:
    """True if some of several families, but not all, standing beside would add up to the base."""
    extra = [total(child.count for child in children) for _, children in families]
    if not 1 < len(extra) <= MOST_MIXED:
        return len(extra) > MOST_MIXED
    some = (chosen for size in range(1, len(extra)) for chosen in combinations(extra, size))
    return any(least.plus(total(chosen)).meets(base) for chosen in some)


def _spanning(group: Group, families: Families) -> tuple[Group, tuple[Unclear, ...]]:
    """Each parent with a number that spans both readings."""
    new = {id(p): replace(p, count=p.count.hull(_with(p, group.entries)), sums=()) for p, _ in families}
    entries = tuple(new.get(id(entry), entry) for entry in group.entries)
    return replace(group, entries=entries), tuple(Unclear(*family) for family in families)


def _with(parent: Entry, entries: tuple[Entry, ...]) -> Interval:
    """The parent's number with all finer cells of its place added."""
    return parent.count.plus(total(e.count for e in entries if lies_in(e, parent) and one_place(e, parent)))


def _apart(regions: Regions, children: tuple[Entry, ...]) -> Regions:
    """The same words, marked as holding none of the finer cells beside them (a case may yet be of that kind)."""
    finer = {name for child in children for name, region in child.regions if region != dict(regions)[name]}
    return tuple((name, replace(r, phrase="apart") if name in finer else r) for name, r in regions)
