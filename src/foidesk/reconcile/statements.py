"""Observations as counts of regions, gathered into statement tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from foidesk.model import Amount, Missing, Observation, Period, Text
from foidesk.model.observations import LISTED, TOLD_IN

from .interval import ANYTHING, ZERO, Interval, total
from .kinds_of_days import Place, kinds_of_days
from .periods import gap_in
from .siblings import siblings, words_of
from .space import Regions, Space, may_nest

UNKNOWN_CELL = ("suppressed", "unreadable", "refused", "not recorded", "not stated", "not comparable")
EXPLICIT = "total"
LIST = "list"
BREAKDOWN = "breakdown"
TOLD = "told"


@dataclass(frozen=True, slots=True)
class Ratio:
    """The share of a base that a number is said to be; `of_all` if the base is all cases of the days asked for."""

    lo: Fraction
    hi: Fraction
    of_all: bool


ONE_YEAR = ("calendar year", "financial year", "part year")
NO_RATIOS: Mapping[str, Ratio] = {}


@dataclass(frozen=True, slots=True)
class Statement:
    """One observation: so many cases lie in these regions.

    `own` is what its own words allow; `count` is that, narrowed by the totals of its table. `ratio` is given where
    the reply states a share of a base that is no exact number.
    """

    observation: Observation
    regions: Regions
    count: Interval
    own: Interval
    ratio: Ratio | None = None

    @property
    def source(self) -> str:
        """The statement that stands or falls as one: the rows of a table together, a total or sentence alone."""
        seen = self.observation
        return seen.id if seen.role == "total" or not seen.table else f"{seen.document} {seen.table}"

    @property
    def shape(self) -> frozenset[str]:
        """The variables that it speaks of."""
        return frozenset(name for name, _ in self.regions)

    @property
    def own_shape(self) -> frozenset[str]:
        """The variables that it speaks of itself, whatever limits all of its table."""
        return frozenset(self.observation.where)


@dataclass(frozen=True, slots=True)
class Margin:
    """A printed total of which some part is no exact number, with the ids of its parts; `source` is the total."""

    printed: str
    parts: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Told:
    """The statements behind some tables by the ids of their observations, and the margins printed in them."""

    statements: Mapping[str, Statement]
    margins: tuple[Margin, ...]

    @classmethod
    def of(cls, tables: Iterable[StatementTable]) -> Told:
        every = [statement for table in tables for statement in table.statements]
        return cls({one.observation.id: one for one in every}, tuple(_margins(every)))


@dataclass(frozen=True, slots=True)
class TableKey:
    """What makes a statement table one: its place, its shape, and how it dates its cases.

    `table` is the name of the table, "" for prose. `sort` is "total", "list", "told" or "breakdown"; `kind` and
    `basis` are those of the period. A sentence or a printed total is a statement table `each` of its own (by its
    id): said twice, it is not added. `partial` is true where it was decided, or is assumed, not to hold all cases;
    `limit` are the reply's words that limit it to categories of the codebook: it never holds all cases. `gap` says
    what lies between the years of a table whose total it is.
    """

    document: str
    table: str
    sort: str
    shape: frozenset[str]
    kind: str
    basis: str
    each: str = ""
    partial: bool = False
    limit: str = ""
    gap: str = ""
    of_cells: bool = False

    @property
    def is_prose(self) -> bool:
        return not self.table or self.table.startswith((LISTED, TOLD_IN))

    @property
    def has_rows(self) -> bool:
        """True if each statement is of cases of their own, whatever their words."""
        return self.sort in (LIST, TOLD)


@dataclass(frozen=True, slots=True)
class StatementTable:
    """Statements of one table of a reply that may be added to each other where they do not overlap."""

    key: TableKey
    statements: tuple[Statement, ...]

    @property
    def observations(self) -> tuple[Observation, ...]:
        return tuple(statement.observation for statement in self.statements)


def count_of(observation: Observation) -> Interval | None:
    """The numbers that the observation allows, or None if it states none.

    A cell whose number is withheld is zero or more: leaving it out would make its table's sum too small.
    """
    value = observation.value
    if isinstance(value, Missing):
        is_cell = observation.role in ("cell", "case row") and value.reason in UNKNOWN_CELL
        return ANYTHING if is_cell else None
    return None if isinstance(value, Text) else _related(observation.relation, value)


def _related(relation: str, value: Amount) -> Interval:
    if relation == "<=":
        return Interval(ZERO, value.hi)
    if relation == ">=":
        return Interval(value.lo, None)
    return Interval(value.lo, value.hi)


def statement_tables(
    observations: Iterable[Observation],
    space: Space,
    window: Period | None = None,
    ratios: Mapping[str, Ratio] = NO_RATIOS,
    settled: Callable[[list[Statement]], list[Statement]] = list,
) -> tuple[StatementTable, ...]:
    """The observations that state a number, as statement tables, suppressed cells tightened by their totals.

    `window` are the days asked for, where all of them are: an undated total speaks of those, or of its columns'.
    `ratios` by the id of the observation that states a share; `settled` says what rows without a heading are.
    """
    gathered: dict[TableKey, list[Statement]] = defaultdict(list)
    listed = list(observations)
    statements = _tightened(settled(_statements(dated(listed, window), space, ratios)))
    years, basis, gaps = _kinds_of_year(statements), _only_basis(statements), _gaps(listed)
    mixed = kinds_of_days(one.observation for one in statements)
    beside, worded = siblings(statements), _words_of_cells(statements)
    for statement in statements:
        key = _key(statement, years, basis, gaps, mixed)
        key = replace(key, of_cells=key.sort == EXPLICIT and _in_table(statement) in worded)
        gathered[replace(key, each=beside.get(key.each, key.each))].append(statement)
    return tuple(StatementTable(key, tuple(statements)) for key, statements in gathered.items())


def _words_of_cells(statements: Iterable[Statement]) -> frozenset[object]:
    """Under which words the cells of each table stand."""
    return frozenset(_in_table(one) for one in statements if one.observation.role == "cell" and one.regions)


def _in_table(statement: Statement) -> object:
    return statement.observation.document, statement.observation.table, statement.regions


def dated(observations: Iterable[Observation], window: Period | None) -> list[Observation]:
    """The observations, the undated totals of a table whose cells all have their days with those of all of them.

    A total under "2020/21" and "2021/22" is of these two years, whatever was asked for, and it counts by the date
    that its columns count by.
    """
    listed = list(observations)
    if window is None:
        return listed
    spans = {place: span for place, days in _years_of(listed).items() if (span := _span(days))}
    spans = {place: span for place, span in spans.items() if span.basis or not span.same_days(window)}
    return [
        replace(seen, period=spans[place]) if _is_undated_total(seen) and place in spans else seen
        for seen in listed
        for place in [(seen.document, seen.table)]
    ]


def _years_of(observations: Iterable[Observation]) -> dict[tuple[str, str], list[Period]]:
    """The periods of each table whose cells all have one, in order."""
    cells: dict[tuple[str, str], set[Period | None]] = defaultdict(set)
    for seen in observations:
        if seen.role == "cell" and seen.table:
            cells[seen.document, seen.table].add(seen.period)
    return {place: sorted(p for p in days if p) for place, days in cells.items() if None not in days}


def _is_undated_total(seen: Observation) -> bool:
    return seen.role == "total" and bool(seen.table) and seen.period is None


def _span(known: list[Period]) -> Period | None:
    """From the first day to the last of several periods that follow each other, or the only year; else None."""
    if len(known) == 1:
        return known[0] if known[0].kind in ONE_YEAR else None
    if any(one.end != two.start for one, two in pairwise(known)):
        return None
    return Period(
        known[0].start, known[-1].end, "window", known[0].basis, f"{known[0].label} to {known[-1].label}"
    )


def _gaps(observations: Iterable[Observation]) -> dict[tuple[str, str], str]:
    """What lies between the years of each table that leaves some out; months without a case are left out often."""
    every = {place: days for place, days in _years_of(observations).items() if days}
    years = {place: days for place, days in every.items() if all(one.kind in ONE_YEAR for one in days)}
    return {place: gap for place, days in years.items() if (gap := gap_in(days))}


def _statements(observations: Iterable[Observation], space: Space, ratios: Mapping[str, Ratio]) -> list[Statement]:
    found = []
    for observation in observations:
        count = count_of(observation)
        if count is not None:
            regions = space.regions({**observation.within, **observation.where})
            found.append(Statement(observation, regions, count, count, ratios.get(observation.id)))
    return found


def _key(
    statement: Statement,
    years: dict[tuple[str, str], str],
    basis: str,
    gaps: Mapping[tuple[str, str], str],
    mixed: Mapping[Place, str],
) -> TableKey:
    seen = statement.observation
    limit = seen.scope if seen.within else ""
    if seen.role == "case row":
        return TableKey(seen.document, seen.table, LIST, frozenset(), "", "", limit=limit)
    if seen.table.startswith(TOLD_IN):
        return TableKey(seen.document, seen.table, TOLD, frozenset(), "", "", limit=limit)
    kind, own = (seen.period.kind, seen.period.basis) if seen.period else ("window", "")
    if kind == "part year":
        kind = years.get((seen.document, seen.table)) or years.get(("", "")) or kind
    if seen.period is not None:
        kind = mixed.get((seen.document, seen.table, seen.period), kind)
    is_total = seen.role == "total" or (not seen.table and not statement.regions)
    each = seen.id if is_total or not seen.table else ""
    sort = EXPLICIT if is_total else BREAKDOWN
    gap = gaps.get((seen.document, seen.table), "") if _is_undated_total(seen) else ""
    kind = "gap" if gap else kind
    return TableKey(
        seen.document, seen.table, sort, statement.shape, kind, own or basis, each, limit=limit, gap=gap
    )


def _only_basis(statements: list[Statement]) -> str:
    """The one date by which the replies count, for those statements that do not say; "" if there are several."""
    bases = {s.observation.period.basis for s in statements if s.observation.period} - {""}
    return bases.pop() if len(bases) == 1 else ""


def _kinds_of_year(statements: list[Statement]) -> dict[tuple[str, str], str]:
    """The one kind of year of each table, and of all under ("", ""): a part year goes with the years beside it."""
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in statements:
        seen = statement.observation
        if seen.period and seen.period.kind in ("calendar year", "financial year"):
            kinds[seen.document, seen.table].add(seen.period.kind)
            kinds["", ""].add(seen.period.kind)
    return {place: kind for place, (kind, *more) in kinds.items() if not more}


def _tightened(statements: list[Statement]) -> list[Statement]:
    """Cells that are no exact number, narrowed by their printed total less the rest of its parts."""
    by_table: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_table[statement.observation.document, statement.observation.table].append(statement)
    narrowed: dict[int, Interval] = {}
    for (_, table), members in by_table.items():
        if table:
            _tighten_table(members, narrowed)
    return [replace(s, count=narrowed.get(id(s), s.count)) for s in statements]


def _tighten_table(members: list[Statement], narrowed: dict[int, Interval]) -> None:
    for one, parts in _printed(members):
        _narrow(one.count, parts, narrowed)


def _printed(members: list[Statement]) -> Iterator[tuple[Statement, list[Statement]]]:
    """The printed totals of a table with the cells that should add to them, where some cell is no exact number.

    So where all cells are, but some total is withheld: they tell it.
    """
    cells = [s for s in members if s.observation.role == "cell"]
    totals = [s for s in members if s.observation.role == "total"]
    if all(cell.own.is_exact for cell in cells) and not any(map(_is_withheld, totals)):
        return
    beside = siblings(totals)
    for one in totals:
        own = [c for c in cells if words_of(one) == words_of(c)] if one.observation.id in beside else cells
        yield from ((one, parts) for parts in _parts_of(one, own))


def _is_withheld(statement: Statement) -> bool:
    return getattr(statement.observation.value, "how", "") == "suppressed" and not statement.own.is_exact


def _margins(statements: list[Statement]) -> Iterator[Margin]:
    by_table: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_table[statement.observation.document, statement.observation.table].append(statement)
    for (_, table), members in by_table.items():
        for one, parts in _printed(members) if table else ():
            if total(part.own for part in parts).meets(one.own):
                ids = tuple(part.observation.id for part in parts)
                yield Margin(one.observation.id, ids, one.source)


def _parts_of(printed: Statement, cells: list[Statement]) -> list[list[Statement]]:
    """The sets of cells that should add to a printed total, one set a shape; none where cells nest."""
    shapes: dict[tuple[frozenset[str], bool], list[Statement]] = defaultdict(list)
    for cell in cells:
        if _is_part(cell, printed):
            shapes[cell.shape, _same_days(cell, printed)].append(cell)
    return [parts for parts in shapes.values() if len(parts) > 1 and not _nest(parts)]


def _is_part(cell: Statement, printed: Statement) -> bool:
    ours, theirs = cell.observation.period, printed.observation.period
    if not (theirs is None or ours == theirs or (ours is not None and ours.inside(theirs))):
        return False
    if cell.own_shape <= printed.own_shape and ours == theirs:
        return False
    regions = dict(cell.regions)
    return all(name in regions and regions[name].inside(region) for name, region in printed.regions)


def _nest(parts: list[Statement]) -> bool:
    return may_nest({part.regions for part in parts}) and any(
        a is not b and a.regions != b.regions and _holds(a, b) and _same_days(a, b) for a in parts for b in parts
    )


def _same_days(one: Statement, other: Statement) -> bool:
    return one.observation.period == other.observation.period


def _holds(outer: Statement, inner: Statement) -> bool:
    return all(x.inside(y) for (_, x), (_, y) in zip(inner.regions, outer.regions, strict=True))


def _narrow(printed: Interval, parts: list[Statement], narrowed: dict[int, Interval]) -> None:
    counts = [narrowed.get(id(part), part.count) for part in parts]
    if not total(counts).meets(printed):
        return
    for at, part in enumerate(parts):
        rest = total(counts[:at] + counts[at + 1 :])
        left = printed.minus(rest)
        if not counts[at].is_exact and counts[at].meets(left):
            counts[at] = narrowed[id(part)] = counts[at].meet(left)
