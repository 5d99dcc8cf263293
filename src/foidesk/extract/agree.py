"""Tables of one reply that give the same sums by different breakdowns: each confirms the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from foidesk.model.periods import Period

from .figures import Figure
from .footing import bounds
from .ground import Ground
from .tables import TableRead

Key = tuple[str, str, str]
Sums = dict[Key, Decimal]
LEAST = 2


def sum_key(measure: str, when: Period | None) -> Key:
    """A sum's name: the measure and the days it is of."""
    return (measure, when.start.isoformat(), when.end.isoformat()) if when else (measure, "", "")


def agreeing(ground: Ground, tables: Sequence[TableRead]) -> frozenset[tuple[str, Key]]:
    """Which sums (table, key) another table of the reply gives as well."""
    groups = [*([read] for read in tables if read.kind), *_split_tables(tables)]
    held = [(group, _along(group[0]), _group_sums(group)) for group in groups]
    found: set[tuple[str, Key]] = set()
    for mine, along, sums in held:
        for _, other_along, other_sums in held:
            if along != other_along:
                found |= {(read.table.name, key) for key in _shared(sums, other_sums) for read in mine}
    return frozenset(found)


def _split_tables(tables: Sequence[TableRead]) -> list[list[TableRead]]:
    """Tables that look like one, printed in pieces side by side: the same axes, other headings."""
    groups: dict[frozenset[str], list[TableRead]] = defaultdict(list)
    for read in tables:
        if read.cross is not None and len(read.cross.variables) > 1:
            groups[read.cross.variables].append(read)
    return [group for group in groups.values() if len(group) > 1 and _apart(group)]


def _apart(group: list[TableRead]) -> bool:
    heads = [{read.layout.heading(c) for c in read.layout.columns("figures")} for read in group]
    return sum(map(len, heads)) == len(set().union(*heads))


def _group_sums(group: Sequence[TableRead]) -> Sums:
    """The sums of tables put together, with the sum over all periods beside those of each."""
    out: dict[Key, Decimal] = defaultdict(Decimal)
    for read in group:
        for key, value in _sums(read).items():
            out[key] += value
    measures = {measure for measure, _, _ in out}
    for measure in measures:
        if (measure, "", "") not in out:
            out[measure, "", ""] = sum((v for (m, _, _), v in out.items() if m == measure), Decimal(0))
    return dict(out)


def _along(read: TableRead) -> frozenset[str]:
    """What a table breaks down by: two tables confirm each other only if they are not one table twice."""
    if read.cross is not None:
        return read.cross.variables
    return frozenset(("rows",))


def _shared(mine: Sums, theirs: Sums) -> set[Key]:
    """The keys at which both give the same sum, if that cannot be chance."""
    same = {key for key, value in mine.items() if theirs.get(key) == value and value > 0}
    telling = sum(mine[key] >= 10 for key in same)
    return same if telling >= LEAST or any(mine[key] >= 100 for key in same) else set()


def _sums(read: TableRead) -> Sums:
    """The sums of a table's parts by period; a key is left out where a part is unsure."""
    if read.cases is not None:
        return _row_sums(read)
    out: dict[Key, Decimal] = defaultdict(Decimal)
    for figure in read.figures:
        if figure.is_total or figure.meaning.percent or figure.seen is None:
            continue
        key = sum_key(figure.seen.measure.id, figure.meaning.period)
        held = bounds(figure)
        out[key] += held[0] if held and held[0] == held[1] else Decimal("NaN")
    return {key: value for key, value in out.items() if value == value}


def table_sums(tables: Sequence[TableRead]) -> dict[Key, set[Decimal]]:
    """What each table adds to, and its printed totals, by measure and period."""
    out: dict[Key, set[Decimal]] = defaultdict(set)
    for group in ([read] for read in tables if read.kind):
        for key, value in _group_sums(group).items():
            out[key].add(value)
        for figure in group[0].figures:
            if figure.is_total and figure.seen is not None and figure.says.exact is not None:
                out[sum_key(figure.seen.measure.id, figure.meaning.period)].add(figure.says.exact)
    return dict(out)


def _row_sums(read: TableRead) -> Sums:
    out: dict[Key, Decimal] = defaultdict(Decimal)
    if read.seen is None or read.cases is None:
        return {}
    for case in read.cases.cases:
        out[sum_key(read.seen.measure.id, case.period)] += case.count
    return dict(out)


def sums_of(figures: Iterable[Figure]) -> Decimal:
    """The sum of figures that are exactly known."""
    held = [bounds(figure) for figure in figures]
    return sum((b[0] for b in held if b is not None), Decimal(0))
