"""Tables of one reply that give the same sums by different breakdowns: each confirms the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from foidesk.model.observations import Observation
from foidesk.model.periods import Period
from foidesk.model.values import Amount

from ..basis.ground import Ground
from ..figures.figures import Figure
from .footing import bounds
from .tables import TableRead

Key = tuple[str, str, str]
Sums = dict[Key, Decimal]
LEAST = 2
TELLING = 5


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
        if figure.is_total or figure.meaning.percent or figure.seen is None or figure.is_share:
            continue
        key = sum_key(figure.seen.measure.id, figure.meaning.period)
        held = bounds(figure)
        out[key] += held[0] if held and held[0] == held[1] else Decimal("NaN")
    return {key: value for key, value in out.items() if value == value}


def table_sums(tables: Sequence[TableRead]) -> dict[Key, set[Decimal]]:
    """What each table adds to, and its printed totals, by measure and period."""
    out: dict[Key, set[Decimal]] = defaultdict(set, whole_sums(tables))
    for read in tables:
        for figure in read.figures if read.kind else ():
            if figure.is_total and figure.seen is not None and figure.says.exact is not None:
                out[sum_key(figure.seen.measure.id, figure.meaning.period)].add(figure.says.exact)
    return dict(out)


def whole_sums(tables: Sequence[TableRead]) -> dict[Key, set[Decimal]]:
    """What all the parts of each table add to, by measure and period."""
    out: dict[Key, set[Decimal]] = defaultdict(set)
    for read in tables:
        for key, value in _group_sums([read]).items() if read.kind else ():
            out[key].add(value)
    return dict(out)


def stated_totals(found: Iterable[Observation]) -> frozenset[tuple[str, Decimal]]:
    """The totals (measure, number) that sentences of the reply state without a hedge."""
    plain = (o for o in found if o.role == "prose" and not o.where and o.accepted_by)
    held = ((o.measure, o.value) for o in plain)
    return frozenset(
        (measure, value.lo) for measure, value in held if isinstance(value, Amount) and value.is_exact
    )


def confirmed(read: TableRead, stated: frozenset[tuple[str, Decimal]]) -> frozenset[Key]:
    """The keys of a cross whose figures, marks for none left out, add to a total that the text states."""
    parts = [f for f in read.figures if not f.is_total and not f.meaning.percent and f.seen is not None]
    seen = {f.seen.measure.id for f in parts if f.seen is not None}
    held = [bounds(f) for f in parts]
    exact = all(b is not None and b[0] == b[1] for b in held)
    if len(seen) != 1 or not exact or sum(not f.says.is_hole for f in parts) < LEAST:
        return frozenset()
    (measure,), total = seen, sums_of(parts)
    agrees = (measure, total) in stated and total >= TELLING
    return frozenset(sum_key(measure, f.meaning.period) for f in parts) if agrees else frozenset()


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
