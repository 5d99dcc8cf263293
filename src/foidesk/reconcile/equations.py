"""A ledger as a system of equations: one unknown table per set of variables, tied on what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import product
from math import prod

from .axes import Axis, axis, axis_of_many
from .groups import Entry
from .interval import ZERO, Interval
from .joints import is_decomposable, maximal, ties
from .ledger import Ledger
from .parts import Part, Row, every_row
from .solver import System
from .solver.system import Row as SystemRow
from .space import Asked
from .statements import Statement, Told

MOST_JOINT = 3000
"""The largest table of all variables together that is laid out cell by cell; above it, bounds may not be tight."""

MOST_UNKNOWNS = 20_000

Names = frozenset[str]
Point = tuple[int, ...]
Terms = list[tuple[int, int]]


def below(amount: Decimal, scale: int) -> int:
    """The amount in whole parts of its unit, never more than it is."""
    return int((amount * scale).to_integral_value(ROUND_FLOOR))


def above(amount: Decimal, scale: int) -> int:
    """The amount in whole parts of its unit, never less than it is."""
    return int((amount * scale).to_integral_value(ROUND_CEILING))


class TooLarge(Exception):
    """The system would have more unknowns than can be solved while a person waits."""


@dataclass
class Equations:
    """The unknowns of one ledger, for one question. `all_cases` is the total.

    `apart` gives every observation an unknown of its own, also where its number is exact. `fine` is false where
    the tables are tied less closely than the full joint table would tie them.
    """

    ledger: Ledger
    told: Told
    asked: Asked
    system: System
    scale: int = 1
    apart: bool = False
    all_cases: int = -1
    fine: bool = True
    _axes: dict[str, Axis] = field(default_factory=dict)
    _cells: dict[Names, dict[Point, int]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _sums: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, ledger: Ledger, every: tuple[Part, ...], asked: Asked, scale: int, apart: bool = False
    ) -> Equations:
        """All that the ledger says, as far as it has to do with the question. `TooLarge` if that is too much.

        Which categories are asked for matters only of a variable with several a case. Counts have a scale of 1;
        money is reckoned in its hundredth parts and may take any value between.
        """
        made = cls(ledger, ledger.told, asked, System(scale == 1), scale, apart)
        made._lay_out(every)
        return made

    def cases(self, asked: Asked, perhaps: bool = False) -> Terms:
        """The cases that surely are of the kind asked for; with `perhaps` those that are free to be, too."""
        if not asked:
            return [(self.all_cases, 1)]
        home = next(one for one in self._cells if asked.keys() <= one)
        inside = [self._points(name, asked, perhaps) for name in sorted(home)]
        return [
            (cell, 1)
            for point, cell in self._cells[home].items()
            if all(wanted is None or at in wanted for at, wanted in zip(point, inside, strict=True))
        ]

    def _points(self, name: str, asked: Asked, perhaps: bool) -> frozenset[int] | None:
        if name not in asked:
            return None
        axis = self._axes[name]
        return axis.perhaps(asked[name]) if perhaps else axis.inside(asked[name])

    def number(self, ids: Iterable[str]) -> Terms:
        """The sum of what some observations count."""
        terms: Terms = []
        exact: dict[str, list[str]] = defaultdict(list)
        for id in ids:
            statement = self.told.statements[id]
            if statement.own.is_exact and statement.ratio is None and not self.apart:
                exact[statement.source].append(id)
            else:
                terms.append((self._open_number(statement), 1))
        return terms + [(self._exact_sum(source, tuple(several)), 1) for source, several in exact.items()]

    def _open_number(self, statement: Statement) -> int:
        id = statement.observation.id
        if id not in self._numbers:
            self._numbers[id] = self.system.unknown()
            if not self._tie_share(self._numbers[id], statement):
                self._bind([(self._numbers[id], 1)], statement.own, statement.source)
        return self._numbers[id]

    def _tie_share(self, number: int, statement: Statement) -> bool:
        """True if the number was bound as a share of all cases; of another base it keeps its own, wider range."""
        ratio, total = statement.ratio, self.ledger.total
        if ratio is None:
            return False
        if not ratio.of_all or total is None or total.is_of_parts or not total.whole:
            self.fine = False
            return False
        for share, lo, hi in ((ratio.lo, 0, None), (ratio.hi, None, 0)):
            terms = [(number, share.denominator), (self.all_cases, -share.numerator)]
            self.system.bind(terms, lo, hi, statement.source)
        return True

    def _exact_sum(self, source: str, ids: tuple[str, ...]) -> int:
        if (source, ids) not in self._sums:
            self._sums[source, ids] = self.system.unknown()
            count = sum((self.told.statements[id].own.lo for id in ids), ZERO)
            self._bind([(self._sums[source, ids], 1)], Interval(count, count), source)
        return self._sums[source, ids]

    def _bind(self, terms: Iterable[tuple[int, int]], count: Interval, source: str) -> None:
        hi = None if count.hi is None else above(count.hi, self.scale)
        self.system.bind(terms, below(count.lo, self.scale), hi, source)

    def _lay_out(self, every: tuple[Part, ...]) -> None:
        self.all_cases = self.system.unknown()
        near = self._near(every)
        spoken = [self._spoken(part, near) for part in every]
        for name in sorted(near | self._wanted):
            self._axes[name] = self._axis(name, every)
        homes = self._homes(set(spoken))
        for home in homes:
            self._open_table(home)
        for one, other, shared in ties(homes):
            self._tie(one, other, shared)
        for part, names in zip(every, spoken, strict=True):
            kept = self._kept(names)
            self._enter(part, sorted(kept), next(home for home in homes if kept <= home))
        for margin in self.told.margins:
            self.system.equal(self.number([margin.printed]), self.number(margin.parts), margin.source)

    def _near(self, every: tuple[Part, ...]) -> Names:
        """The variables that have to do with the question; without one, those that tie parts to each other."""
        return connected(every, frozenset(self.asked)) if self.asked else tied(every)

    @property
    def _wanted(self) -> Names:
        """What must stand together in one table for the question to be answered."""
        return frozenset(self.asked)

    def _spoken(self, part: Part, near: Names) -> Names:
        """What the part ties its cases to."""
        return part.names & near

    def _axis(self, name: str, every: tuple[Part, ...]) -> Axis:
        asked = self.asked.get(name, frozenset())
        if self.ledger.space.is_multiple(name):
            cells = [region for part in every if not part.closed for region in part.regions(name)]
            made = axis_of_many(cells, asked)
            self.fine = self.fine and made.is_fine
            return made
        return axis([region for part in every for region in part.regions(name)])

    def _homes(self, spoken: set[Names]) -> list[Names]:
        """The sets of variables that get a table: those stated or asked for, or all together if that is small."""
        sets = maximal([*(self._kept(one) for one in spoken), self._wanted, frozenset()])
        if is_decomposable(sets):
            return sets
        together = frozenset().union(*sets)
        if self._size(together) <= MOST_JOINT:
            return [together]
        self.fine = False
        return sets

    def _kept(self, names: Names) -> Names:
        """The variables of a part; where they span too large a table, those asked for and the smallest others."""
        if self._size(names) <= MOST_JOINT:
            return names
        self.fine = False
        kept = names & self._wanted
        for name in sorted(names - kept, key=lambda name: (self._axes[name].size, name)):
            if self._size(kept | {name}) <= MOST_JOINT:
                kept |= {name}
        return kept

    def _size(self, names: Names) -> int:
        return prod(self._axes[name].size for name in names)

    def _open_table(self, home: Names) -> None:
        sizes = [range(self._axes[name].size) for name in sorted(home)]
        self._cells[home] = {point: self.system.unknown() for point in product(*sizes)}
        self.system.equal([(cell, 1) for cell in self._cells[home].values()], [(self.all_cases, 1)])
        self._check_size()

    def _check_size(self) -> None:
        if len(self.system.lows) > MOST_UNKNOWNS:
            raise TooLarge

    def _tie(self, one: Names, other: Names, shared: Names) -> None:
        mine, theirs = self._margin(one, shared), self._margin(other, shared)
        for point, terms in mine.items():
            self.system.equal(terms, theirs[point])

    def _margin(self, home: Names, kept: Names) -> dict[Point, Terms]:
        """The table added up over all but some of its variables."""
        places = [at for at, name in enumerate(sorted(home)) if name in kept]
        sums: dict[Point, Terms] = defaultdict(list)
        for point, cell in self._cells[home].items():
            sums[tuple(point[at] for at in places)].append((cell, 1))
        return sums

    def _enter(self, part: Part, names: list[str], home: Names) -> None:
        """The part's rows laid over the table: each case of a row lies at a point that its words allow."""
        held: dict[Point, Terms] = defaultdict(list)
        for allowed, rows in self._alike(part, names).items():
            self._spread(self._counts(rows), allowed, held)
        for row in every_row(part.rows) if part.exhausted else ():
            if row.inner:
                self.system.equal(self._counts([(row, True)]), [])
        source = self._source(part)
        for point, terms in self._margin(home, frozenset(names)).items():
            rows_here = [*held.get(point, []), *((cell, -factor) for cell, factor in terms)]
            self.system.bind(rows_here, None, 0)
            if part.complete:
                self.system.bind(rows_here, 0, None, source)
            elif self._is_full(part, names, point):
                self.system.bind(rows_here, 0, None)
        self._check_size()

    def _is_full(self, part: Part, names: list[str], point: Point) -> bool:
        """True if no case beside the part's rows can lie at the point."""
        return False

    def _allowed(self, part: Part, row: Row, name: str) -> frozenset[int]:
        """The points of one variable at which the row's cases can lie."""
        return self._axes[name].allowed(row.entry.region(name), part.closed)

    def _source(self, part: Part) -> str:
        """The statement that is doubted where a part may not hold all cases after all."""
        every = {self.told.statements[id].source for row in part.rows for ids in row.entry.sums for id in ids}
        return min(every, default="")

    def _alike(self, part: Part, names: list[str]) -> dict[tuple[frozenset[int], ...], list[tuple[Row, bool]]]:
        """The part's rows, and what is left of those that hold others, by the points at which they can lie."""
        alike: dict[tuple[frozenset[int], ...], list[tuple[Row, bool]]] = defaultdict(list)
        for row, is_rest in _classes(part.rows):
            allowed = tuple(self._allowed(part, row, name) for name in names)
            alike[allowed].append((row, is_rest))
        return alike

    def _counts(self, rows: list[tuple[Row, bool]]) -> Terms:
        terms: Terms = []
        for row, is_rest in rows:
            terms += self._count(row.entry)
            if is_rest:
                terms += [(unknown, -factor) for one in row.inner for unknown, factor in self._count(one.entry)]
        return terms

    def _count(self, entry: Entry) -> Terms:
        """How many cases an entry has: what its observations add up to, each time that it is said."""
        if not entry.sums:
            key = ("", (repr(entry.regions), *(seen.id for seen in entry.observations)))
            if key not in self._sums:
                self._sums[key] = self.system.unknown()
                self._bind([(self._sums[key], 1)], entry.count, self._any_source(entry))
            return [(self._sums[key], 1)]
        first, *more = (self.number(ids) for ids in entry.sums)
        for other in more:
            self.system.equal(first, other)
        return first

    def _any_source(self, entry: Entry) -> str:
        known = [self.told.statements[s.id].source for s in entry.observations if s.id in self.told.statements]
        return min(known, default="")

    def _spread(self, count: Terms, allowed: tuple[frozenset[int], ...], held: dict[Point, Terms]) -> None:
        points = list(product(*map(sorted, allowed)))
        spread = [(point, self.system.unknown()) for point in points]
        self.system.equal([(unknown, 1) for _, unknown in spread], count)
        for point, unknown in spread:
            held[point].append((unknown, 1))
        self._check_size()


def _classes(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """Rows that hold no other, and for each that does, what is left of it (True)."""
    for row in rows:
        yield row, bool(row.inner)
        yield from _classes(row.inner)


def is_own_number(row: SystemRow) -> bool:
    """True for what a statement says of its own number; that no case lies outside a table's rows is none."""
    return bool(row.source) and len(row.terms) == 1 and row.terms[0][1] > 0


def connected(every: Iterable[Part], asked: Names) -> Names:
    """The variables that have to do with those asked for, by some part that speaks of both.

    One that a single part speaks of, and nobody asks for, binds nothing else.
    """
    spoken = [part.names for part in every]
    common, near = asked | tied(every), asked
    while True:
        wider = near.union(*(names & common for names in spoken if names & near))
        if wider == near:
            return near
        near = wider


def tied(every: Iterable[Part]) -> Names:
    """The variables that more than one part speaks of."""
    spoken = [part.names for part in every]
    return frozenset(name for names in spoken for name in names if sum(name in other for other in spoken) > 1)
