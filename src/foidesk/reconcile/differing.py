"""Statements of one ledger that cannot both be right about some category."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .behind import those
from .groups import Clash, Entry, Group, Side, states
from .interval import Interval
from .interval import total as add
from .ledger import Ledger
from .nesting import overfull, roots
from .protected import told_words
from .space import Fit, fit
from .totals import clash, is_printed_under
from .union import project, union

MOST_SHOWN = 4


def differing(ledger: Ledger) -> Iterator[Clash]:
    """Statements that cannot both be right about some category."""
    for group in (group for group in ledger.groups if not ledger.has_many(group)):
        yield from (_overfull(parent, children) for parent, children in overfull(group))
    for name in sorted({name for group in ledger.groups for entry in group.entries for name, _ in entry.regions}):
        groups = [group for group in ledger.groups if group.whole and group.states((name,))]
        for one in groups:
            for other in groups:
                if one is not other and _differ(ledger, one, other, name):
                    label = ledger.space.variable(name).label.lower()
                    yield _told_apart(
                        ledger, clash(one, other, f"two tables differ on {label}", name), one, other, name
                    )


def _told_apart(ledger: Ledger, found: Clash, one: Group, other: Group, name: str) -> Clash:
    """The clash; where both sides add up to the same, with the categories in which they differ: "Litter 18"."""
    if found.left.words != found.right.words:
        return found
    sides = [dict(_by_kind(ledger, group, name)) for group in (one, other)]
    apart = [kind for kind, words in sides[0].items() if sides[1].get(kind, words) != words]
    told = [", ".join(f"{kind} {side[kind]}" for kind in apart[:MOST_SHOWN]) for side in sides]
    if not apart:
        return found
    return replace(found, left=replace(found.left, words=told[0]), right=replace(found.right, words=told[1]))


def _by_kind(ledger: Ledger, group: Group, name: str) -> Iterator[tuple[str, str]]:
    """The label of each category that the group's table counts, and its number in words."""
    counted: dict[str, list[Entry]] = {}
    for entry in project(group, (name,), ledger.space):
        region = entry.regions[0][1]
        if region.kind == "node" and len(region.atoms) == 1:
            counted.setdefault(ledger.space.variable(name).category(next(iter(region.atoms))).label, []).append(
                entry
            )
    yield from ((kind, add(entry.count for entry in several).words()) for kind, several in counted.items())


def _differ(ledger: Ledger, one: Group, other: Group, name: str) -> bool:
    """True if one group's cells exceed, or if it is complete fall short of, a cell of the other."""
    if ledger.is_cells_of_many(one, name) or ledger.is_cells_of_many(other, name):
        return False
    mine, theirs = (project(group, (name,), ledger.space) for group in (one, other))
    is_exact = other.shape == {name} or ledger.is_complete(other)
    cells = [e for e in theirs if e.regions[0][1].kind == "node" and e.regions[0][1].phrase != "apart"]
    silent = add(entry.count for entry in other.entries if not states(entry, name))
    return is_exact and any(_denies(ledger, one, mine, cell, theirs, name, silent) for cell in cells)


def _denies(
    ledger: Ledger,
    one: Group,
    mine: tuple[Entry, ...],
    cell: Entry,
    theirs: tuple[Entry, ...],
    name: str,
    silent: Interval,
) -> bool:
    """`silent` is the number of cases of which the cell's table says nothing: they may be of its kind too."""
    asked = {name: cell.regions[0][1].atoms}
    most = cell.count.plus(silent).plus(add(e.count for e in roots(those(theirs, asked, Fit.MAYBE))))
    for entry in theirs:
        if entry.regions[0][1].phrase == "apart" and fit(entry.regions, asked) in (Fit.IN, Fit.FREE):
            most = most.plus(entry.count)
    inside = union(those(mine, asked, Fit.IN), mine, ledger.space).count
    if most.hi is not None and inside.lo > most.hi:
        return True
    if ledger.has_many(one) or not (ledger.is_complete(one) or is_printed_under(cell, one)):
        return False
    possible = add(e.count for e in roots(e for e in mine if fit(e.regions, asked) is not Fit.OUT))
    missing = add(e.count for e in one.entries if not states(e, name))
    return possible.plus(missing).below(cell.count)


def _overfull(parent: Entry, children: tuple[Entry, ...]) -> Clash:
    parts = ", ".join(map(told_words, children))
    left = Side(parent.sources, parent.observations, told_words(parent))
    right = Side(
        frozenset(key for child in children for key in child.sources),
        tuple(seen for child in children for seen in child.observations),
        parts,
    )
    return Clash(left, right, "a part is larger than its whole", "cell")
