"""Statement tables → groups: those of one shape, added up over their rows and periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from foidesk.model import Period

from .groups import Clash, Entry, Group, Refused, Side, added, attested, said_otherwise, scopes_of, side_of
from .interval import NOTHING, Interval, total
from .nesting import crosses
from .periods import Coverage, cover
from .protected import told_words
from .space import Regions
from .statements import BREAKDOWN, LIST, TOLD, Statement, StatementTable, TableKey

Shape = tuple[frozenset[str], str, str, str, str]


@dataclass
class Days:
    """The days asked for; the survey's window stands for a statement without a date."""

    target: Period | None
    window: Period | None

    @property
    def wanted(self) -> Period | None:
        return self.target or self.window


def gather(tables: Iterable[StatementTable], days: Days) -> tuple[list[Group], list[Clash], list[Refused]]:
    """The groups of the tables for the days asked for, what clashes inside a group, and what is not added."""
    shapes: dict[Shape, list[StatementTable]] = defaultdict(list)
    for table in tables:
        shapes[_shape(table.key)].append(table)
    groups, clashes, refused = [], [], []
    for shape, members in shapes.items():
        if shape[1] in (LIST, TOLD):
            groups += [
                _list_group(shape, some, days) for some in ([members] if shape[1] == LIST else _each(members))
            ]
            continue
        clashes += list(_clashes(members, days))
        for alike in _apart_from_prose(shape, members):
            group, why = _table_group(shape, alike, days)
            groups += [group] if group else []
            refused += [Refused(tuple(seen for t in alike for seen in t.observations), why)] if why else []
    return [group for group in groups if group.entries], clashes, refused


def _each(tables: list[StatementTable]) -> list[list[StatementTable]]:
    """Each by itself: cases told in one passage may be told again in another."""
    return [[table] for table in tables]


def _apart_from_prose(shape: Shape, tables: list[StatementTable]) -> Iterator[list[StatementTable]]:
    """Tables and sentences by themselves: a sentence on some kind of case adds no row to a table."""
    if not shape[0]:
        yield tables
        return
    for is_prose in (False, True):
        alike = [table for table in tables if table.key.is_prose is is_prose]
        if alike:
            yield alike


def _shape(key: TableKey) -> Shape:
    sort = key.sort if key.has_rows else BREAKDOWN
    return key.shape, sort, key.kind, key.basis, key.limit


def _list_group(shape: Shape, tables: list[StatementTable], days: Days) -> Group:
    entries = []
    for table in tables:
        for row in table.statements:
            count = _on_days(row, days)
            if count is not None:
                sums = ((row.observation.id,),) if count == row.count else ()
                entries.append(Entry(row.regions, count, (row.observation,), frozenset({table.key}), None, sums))
    return Group(*shape[:4], tuple(entries))


def _on_days(row: Statement, days: Days) -> Interval | None:
    """How many cases of the row fall in the days asked for; None if it surely lies outside."""
    period, wanted = row.observation.period, days.wanted
    if period is None:
        return (
            row.count if days.target is None or days.target == days.window else Interval(NOTHING.lo, row.count.hi)
        )
    if wanted is None or period.inside(wanted):
        return row.count
    return Interval(NOTHING.lo, row.count.hi) if period.overlaps(wanted) else None


def _table_group(shape: Shape, tables: list[StatementTable], days: Days) -> tuple[Group | None, str]:
    periods = {s.observation.period for table in tables for s in table.statements}
    coverage = cover(periods, days.target, days.window)
    if coverage.problem:
        return None, coverage.problem
    if gap := next((table.key.gap for table in tables if table.key.gap), ""):
        coverage = replace(coverage, whole=False, gap=gap)
    entries = tuple(_added_up(_restated(_cells(tables)), coverage))
    return Group(
        *shape[:4], entries, coverage.whole, coverage.caveat or _across(coverage), coverage.gap, _is_loose(tables)
    ), ""


def _is_loose(tables: list[StatementTable]) -> bool:
    """True if tables of the same days stand side by side whose rows may hold the same cases.

    That is so if one has rows that name no single category, or if rows cross: "officers dismissed" and "constables
    who left" may both hold a constable who was dismissed. The printed totals of a table are such a side, too.
    """
    sides: dict[Hashable, list[Statement]] = defaultdict(list)
    cells = {(table.key.document, table.key.table) for table in tables if table.key.sort == BREAKDOWN}
    for table in tables:
        for statement in table.statements:
            place = side_of(table.key, statement.regions)
            if table.key.sort == BREAKDOWN or place == table.key or place not in cells:
                sides[place].append(statement)
    return any(_may_share(a, b) for a, b in combinations(sides.values(), 2))


def _may_share(one: list[Statement], other: list[Statement]) -> bool:
    """True if rows of two sides may hold the same cases of the same days, in other words."""
    mine, theirs = ({_days(s.observation.period) for s in side} for side in (one, other))
    if not mine & theirs:
        return False
    ours, yours = ({s.regions for s in side} for side in (one, other))
    is_vague = any(region.kind != "node" for row in ours | yours for _, region in row)
    return is_vague or any(crosses(x, y) for x in ours for y in yours)


def _across(coverage: Coverage) -> str:
    names = sorted(p.label or p.describe() for p in coverage.across if p)
    return f"{' and '.join(names)} lies only partly in the days asked for" if names else ""


Cell = tuple[Regions, Period | None]


def _cells(tables: Iterable[StatementTable]) -> dict[Cell, list[Entry]]:
    """For each region and period what each table says; rows of one table with the same meaning add up."""
    cells: dict[Cell, list[Entry]] = defaultdict(list)
    for table in tables:
        rows: dict[Cell, list[Statement]] = defaultdict(list)
        for statement in table.statements:
            rows[statement.regions, _days(statement.observation.period)].append(statement)
        for cell, statements in rows.items():
            cells[cell].append(_row_sum(cell, statements, table.key))
    return cells


def _days(period: Period | None) -> Period | None:
    return None if period is None else replace(period, label="", kind="window", basis="")


def _row_sum(cell: Cell, statements: list[Statement], key: TableKey) -> Entry:
    observations = tuple(statement.observation for statement in statements)
    ids = tuple(seen.id for seen in observations)
    return Entry(cell[0], total(s.count for s in statements), observations, frozenset({key}), None, (ids,))


def _restated(cells: dict[Cell, list[Entry]]) -> Iterator[tuple[Cell, Entry]]:
    """One entry a cell: tables that say the same thing again narrow each other; they are never added."""
    for cell, entries in cells.items():
        merged = entries[0]
        for entry in entries[1:]:
            merged = _merge(merged, entry)
        yield cell, merged


def _merge(one: Entry, other: Entry) -> Entry:
    meets = one.count.meets(other.count)
    count = one.count.meet(other.count) if meets else one.count.hull(other.count)
    observations = one.observations + other.observations
    sums = one.sums + other.sums if meets else ()
    return Entry(one.regions, count, observations, one.sources | other.sources, attested(one, other), sums)


def _added_up(cells: Iterable[tuple[Cell, Entry]], coverage: Coverage) -> Iterator[Entry]:
    inside = {_days(period) for period in coverage.inside}
    across = {_days(period) for period in coverage.across}
    sums: dict[Regions, list[Entry]] = defaultdict(list)
    undated = [(cell, entry) for cell, entry in cells if cell[1] in inside or cell[1] in across]
    for (regions, period), entry in _once(undated, inside):
        across_edge = replace(entry, count=Interval(NOTHING.lo, entry.count.hi), sums=())
        sums[regions].append(entry if period in inside else across_edge)
    for regions, entries in sums.items():
        yield added(regions, entries)


def _once(cells: list[tuple[Cell, Entry]], inside: set[Period | None]) -> Iterator[tuple[Cell, Entry]]:
    """With and without its date given, a cell of the same days is one cell, not two."""
    if None not in inside:
        yield from cells
        return
    merged: dict[Regions, Entry] = {}
    for (regions, _), entry in cells:
        merged[regions] = _merge(merged[regions], entry) if regions in merged else entry
    for regions, entry in merged.items():
        yield (regions, None), entry


def _clashes(tables: list[StatementTable], days: Days) -> Iterator[Clash]:
    """Pairs of tables that give different numbers for one cell, all their differing cells shown."""
    differing: dict[tuple[TableKey, TableKey], list[tuple[Entry, Entry]]] = defaultdict(list)
    for entries in _same_cells(tables, days):
        for at, one in enumerate(entries):
            for other in entries[at + 1 :]:
                if not one.count.meets(other.count):
                    (left,), (right,) = one.sources, other.sources
                    differing[left, right].append((one, other))
    for (left, right), pairs in differing.items():
        sides = _side(left, [one for one, _ in pairs]), _side(right, [other for _, other in pairs])
        said = said_otherwise(*(scopes_of(side.shown) for side in sides))
        what = said or "the reply gives two numbers for the same thing"
        yield Clash(*sides, what, "cell", "reading" if said else "contradiction")


def _side(key: TableKey, entries: list[Entry]) -> Side:
    shown = tuple(seen for entry in entries for seen in entry.observations)
    return Side(frozenset({key}), shown, ", ".join(map(told_words, entries)))


def _same_cells(tables: list[StatementTable], days: Days) -> Iterator[list[Entry]]:
    gathered: dict[Cell, list[Entry]] = defaultdict(list)
    for (regions, period), entries in _cells(tables).items():
        same = period and days.wanted and period.same_days(days.wanted)
        gathered[regions, None if same else period] += entries
    return iter(gathered.values())
