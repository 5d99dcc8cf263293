"""A body's total: what is stated, what lists and breakdowns add up to, and where these clash."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from foidesk.model import Observation

from .groups import Clash, Entry, Group, Side, said_otherwise, side_of
from .interval import Interval
from .interval import total as add
from .nesting import roots
from .protected import told_words
from .space import Regions, Space
from .statements import EXPLICIT, LIST

OUTNUMBERED = "the kinds of one table are fewer than another statement counts: it does not hold all"

LACKING = "the table has no row for a kind of which another statement counts cases: it does not hold all"


@dataclass(frozen=True, slots=True)
class Total:
    """The number of all cases. `of` names the group it is the sum of; None if it is stated.

    `is_of_parts` is true if it is only what breakdowns add up to: no total, no list, and no two tables that add to
    the same number. Nothing says then that they hold all cases.
    """

    count: Interval
    observations: tuple[Observation, ...]
    of: Group | None = None
    caveat: str = ""
    whole: bool = True
    is_of_parts: bool = False


def group_sum(group: Group) -> Interval:
    """The sum of a group with nothing counted twice; of a loose one, from its largest table to all of them."""
    if group.has_rows:
        return group.sum()
    top = roots(group.entries)
    counted = add(entry.count for entry in top)
    if not group.loose:
        return counted
    sides = [{side_of(key, entry.regions) for key in entry.sources} for entry in top]
    every = frozenset[Hashable]().union(*sides)
    least = (add(e.count for e, own in zip(top, sides, strict=True) if side in own).lo for side in every)
    return Interval(max(least), counted.hi)


def stated_groups(groups: list[Group]) -> list[Group]:
    return [group for group in groups if not group.shape and not group.has_rows]


def breakdowns(groups: list[Group], space: Space, among: list[Group] | None = None) -> list[Group]:
    """Groups whose sum should be the total: each variable has one category a case, and several are listed.

    `among` are the groups that may know of cases which such a one has no row for; these very ones by default.
    """
    others = groups if among is None else among
    return [group for group in _claiming(groups, space) if not _beside(group, others)]


def _claiming(groups: list[Group], space: Space) -> list[Group]:
    """Groups that would hold every case, if others knew of no more kinds than they do."""
    claiming = [group for group in groups if group.shape and not (group.partial or group.limited)]
    claiming = [group for group in claiming if not lacks_margins(group, groups)]
    return [group for group in claiming if not _is_multiple(group, space) and _is_spread(group)]


def lacks_margins(group: Group, groups: list[Group]) -> bool:
    """True for the printed totals of rows of a table where some row has none: they are not all of its cases."""
    if any(seen.role != "total" for seen in group.observations):
        return False
    known = {_plain(entry.regions) for entry in group.entries}
    cells = (one for one in groups if one is not group and group.shape <= one.shape)
    return any(_has_more(one.entries, group.shape, known) for one in cells if one.places & group.places)


def _has_more(entries: Iterable[Entry], shape: frozenset[str], known: set[Regions]) -> bool:
    """True if some cell has cases and no printed total is of its row, nor of several with it among them."""
    rows = {tuple(pair for pair in _plain(e.regions) if pair[0] in shape) for e in entries if e.count.hi != 0}
    return any(not any(_inside(row, one) for one in known - rows) for row in rows - known)


def _inside(one: Regions, other: Regions) -> bool:
    return all(own.inside(theirs) for (_, own), (_, theirs) in zip(one, other, strict=True))


def _beside(group: Group, groups: list[Group]) -> Entry | None:
    """The most that others count of a kind for which the group has no row, nor one under which they may be."""
    others = [one for one in groups if one is not group and not said_otherwise(one.scopes, group.scopes)]
    found = [entry for name in group.shape for entry in _of_no_row(group, name, others)]
    return max(found, key=lambda entry: entry.count.lo, default=None)


def _of_no_row(group: Group, name: str, others: Iterable[Group]) -> Iterator[Entry]:
    held: set[str] = set()
    for entry in group.entries:
        region = entry.region(name)
        if region is None or not region.is_plain:
            return
        held |= region.atoms
    for entry in (entry for one in others for entry in one.entries if entry.count.lo > 0):
        region = entry.region(name)
        if region is not None and region.is_plain and not region.atoms & held:
            yield entry


def _plain(regions: Regions) -> Regions:
    """The regions without the mark of standing apart."""
    return tuple((name, replace(region, phrase="") if region.is_plain else region) for name, region in regions)


def _is_multiple(group: Group, space: Space) -> bool:
    return any(space.is_multiple(name) for name in group.shape)


def _is_spread(group: Group) -> bool:
    """True if no variable is the same throughout: such a one names the part of the cases that is broken down."""
    return all(len({entry.region(name) for entry in group.entries}) > 1 for name in group.shape)


def lists(groups: list[Group]) -> list[Group]:
    """The lists of cases that may hold all of them."""
    return [group for group in groups if group.sort == LIST and not (group.partial or group.limited)]


def establish(groups: list[Group], space: Space) -> Total | None:
    """The total that the groups give. They must not clash. None if nothing gives one."""
    whole = [group for group in groups if group.whole]
    for candidates in (
        _stated(whole, lists(groups)),
        [_summed(group) for group in lists(whole)],
        [_summed(group) for group in breakdowns(whole, space, groups) if not group.is_prose],
        [_short(group) for group in stated_groups(groups) if _is_run(group)],
        [_short(group) for group in breakdowns(groups, space) if _is_run(group) and not group.is_prose],
        list(_with_more(groups, space)),
        [_with_gap(group) for group in (*stated_groups(groups), *breakdowns(groups, space)) if _has_gap(group)],
    ):
        if candidates:
            found = replace(_best(candidates), is_of_parts=_are_parts(candidates))
            return _outnumbered(found, groups, space) if found.is_of_parts else found
    return None


def _outnumbered(total: Total, groups: list[Group], space: Space) -> Total:
    """The sum of a table's kinds; where others count more cases, as many as these at least, with no most."""
    counts = [(one.lo, group) for group in groups for one in _least_counts(group, space)]
    most = max((lo for lo, _ in counts), default=total.count.lo)
    if total.count.hi is None or most <= total.count.hi:
        return total
    told = {seen.id: seen for lo, group in counts if lo == most for seen in group.observations}
    return Total(Interval(most, None), tuple(told.values()), None, OUTNUMBERED, total.whole, True)


def _least_counts(group: Group, space: Space) -> list[Interval]:
    if group.partial:
        return []
    return [entry.count for entry in group.entries] if _is_multiple(group, space) else [group_sum(group)]


def _are_parts(candidates: list[Total]) -> bool:
    """True if all are sums of breakdowns, and no two of different tables are one and the same number.

    The margins of a table agree with its cells whatever it leaves out, and two ranges may meet by chance.
    """
    groups = [one.of for one in candidates if one.of is not None and one.of.shape and one.of.sort != LIST]
    return len(groups) == len(candidates) and not any(
        group_sum(a).is_exact and group_sum(a) == group_sum(b) and not a.places & b.places
        for a, b in combinations(groups, 2)
    )


def _stated(whole: list[Group], rows: list[Group]) -> list[Total]:
    stated = [Total(group_sum(group), group.observations) for group in stated_groups(whole)]
    if not stated:
        return []
    return stated + [Total(group_sum(g), (), g) for g in rows if group_sum(g).meets(stated[0].count)]


def _summed(group: Group) -> Total:
    return Total(group_sum(group), group.observations, group, group.caveat)


def _short(group: Group) -> Total:
    """What the periods of a group come to; sentences about some years say nothing of the others."""
    counted = group_sum(group)
    counted = Interval(counted.lo, None) if group.is_prose else counted
    return Total(counted, group.observations, group, group.caveat, whole=False)


def _with_more(groups: list[Group], space: Space) -> Iterator[Total]:
    """What a table comes to at least, with the cases that others count of a kind for which it has no row."""
    for group in _claiming(groups, space):
        more = _beside(group, groups)
        if more is not None and group.whole and not group.is_prose:
            observations = (*group.observations, *more.observations)
            yield Total(Interval(group_sum(group).lo + more.count.lo, None), observations, group, LACKING)


def _with_gap(group: Group) -> Total:
    """What periods with others between them come to: as many at least, and nothing says how many more."""
    return Total(Interval(group_sum(group).lo, None), group.observations, group, group.gap, whole=False)


def _has_gap(group: Group) -> bool:
    return bool(group.gap) and not group.whole and not (group.shape and group.is_prose)


def _is_run(group: Group) -> bool:
    """True for periods that follow each other, if not from the first day asked for to the last."""
    return not (group.whole or group.gap)


def _best(candidates: list[Total]) -> Total:
    """All candidates at once; the most exact one says where the total comes from."""
    count = candidates[0].count
    for candidate in candidates[1:]:
        count = count.meet(candidate.count) if count.meets(candidate.count) else count.hull(candidate.count)
    first = next((c for c in candidates if c.count == count and c.observations), candidates[0])
    of = first.of if first.count == count else None
    return Total(count, first.observations, of, first.caveat, first.whole)


def total_clashes(groups: list[Group], space: Space) -> Iterator[Clash]:
    """Groups whose totals cannot both be right."""
    whole = [group for group in groups if group.whole]
    stated, rows = stated_groups(whole), lists(whole)
    for left, right in combinations(stated, 2):
        if not group_sum(left).meets(group_sum(right)):
            yield clash(left, right, "two totals differ")
    for left in stated:
        yield from (clash(left, g, "the total and the list differ") for g in rows if _list_differs(left, g))
    sums = breakdowns(whole, space)
    for left in stated or rows:
        yield from (clash(left, g, "the parts do not add to the total") for g in sums if _parts_differ(left, g))
    for left in stated or rows:
        others = [group for group in groups if group not in sums and group not in stated and group not in rows]
        yield from (clash(left, g, "a part is larger than the total") for g in others if _exceeds(left, g, space))
    if not stated and not rows:
        yield from _sums_differ([group for group in sums if not group.is_prose])


def _list_differs(stated: Group, rows: Group) -> bool:
    total, listed = group_sum(stated), group_sum(rows)
    return total.below(listed) or (not rows.is_prose and listed.below(total))


def _parts_differ(stated: Group, parts: Group) -> bool:
    """More than the total is never right; less is, unless the total is printed under these very parts."""
    total, added = group_sum(stated), group_sum(parts)
    return total.below(added) or (added.below(total) and is_printed_under(stated, parts))


def _exceeds(stated: Group, part: Group, space: Space) -> bool:
    """True if a group that covers only some kinds or days of the cases counts more than there are."""
    return any(group_sum(stated).below(count) for count in _least_counts(part, space))


def is_printed_under(stated: Group | Entry, parts: Group) -> bool:
    """True if a total of the one is printed in a table of the other."""
    keys = stated.keys if isinstance(stated, Group) else stated.sources
    printed = {(key.document, key.table) for key in keys if key.sort == EXPLICIT and not key.is_prose}
    return bool(printed & parts.places)


def _sums_differ(groups: list[Group]) -> Iterator[Clash]:
    for left, right in combinations(groups, 2):
        if not group_sum(left).meets(group_sum(right)):
            yield clash(left, right, "two tables add up to different totals")


def clash(left: Group, right: Group, what: str, about: str = "total") -> Clash:
    """The two groups as a clash, with all that they rest on; dates counted differently are said so."""
    apart = _counted_otherwise(left, right)
    return Clash(_side(left), _side(right), apart or what, about, "reading" if apart else "contradiction")


def _counted_otherwise(left: Group, right: Group) -> str:
    """Why both may be right: they go by different dates, or cover other people; "" if nothing says so."""
    if left.basis and right.basis and left.basis != right.basis:
        return f"one counts by the date {left.basis}, the other {right.basis}"
    return said_otherwise(left.scopes, right.scopes)


def _side(group: Group) -> Side:
    is_total = not group.shape and not group.has_rows
    words = told_words(group.entries[0]) if len(group.entries) == 1 else group_sum(group).words()
    return Side(group.keys, group.observations, words, is_total)
