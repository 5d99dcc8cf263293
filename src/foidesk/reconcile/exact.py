"""Exact bounds of a ledger's figures, where plain interval arithmetic leaves them wider than they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from foidesk.model import Observation

from .attested import Attested, Clause, Tables, clauses
from .equations import Equations, Terms, TooLarge, above, below, connected, is_own_number
from .interval import Interval
from .ledger import Ledger
from .nesting import roots
from .parts import Part, every_row
from .solver import Bound, Solved, System, forcing, smallest_conflict
from .space import Asked
from .sums import Figure, Sum, Sums

LOOSE = "these bounds hold, but may not be tight: too many variables hang together"
Term = tuple[Figure, Asked, Sequence[str], int]
"""A figure, what was asked for, the variables of which also cases without an answer were, and a factor."""

NO_IDS: frozenset[str] = frozenset()
DECIMALS: Mapping[str, int] = {"count": 0, "money": 2, "quantity": 2}
"""The types of measures that add up, and how many decimal places are told apart where no statement has more."""

MOST_DECIMALS = 6


def scale_of(ledger: Ledger, type: str) -> int | None:
    """The parts of a unit that are told apart; None for a measure of a type that does not add up.

    Lengths are given in metres of a kilometre, hours in quarters: each statement is reckoned as it is written.
    """
    if type not in DECIMALS:
        return None
    if type == "count":
        return 1
    ends = [end for one in ledger.told.statements.values() for end in (one.own.lo, one.own.hi) if end is not None]
    written = max((-int(end.normalize().as_tuple().exponent) for end in ends), default=0)
    return int(10 ** max(DECIMALS[type], min(written, MOST_DECIMALS)))


@dataclass
class _Laid:
    """The equations of one question, solved as far as was asked."""

    equations: Equations
    _solved: Solved | None = None

    @property
    def solved(self) -> Solved:
        """The system with all unknowns that were named so far."""
        system = self.equations.system
        if self._solved is None or len(self._solved.box.lows) < len(system.lows):
            self._solved = Solved(system)
        return self._solved

    def sum(self, wanted: Sum) -> Terms:
        """The terms of a sum of what observations count."""
        ids: dict[int, list[str]] = {}
        terms: Terms = []
        for id, factor in wanted:
            if id:
                ids.setdefault(factor, []).append(id)
            else:
                terms += [(unknown, factor) for unknown, _ in self.equations.cases({})]
        for factor, several in ids.items():
            terms += [(unknown, factor * own) for unknown, own in self.equations.number(several)]
        return terms


@dataclass(frozen=True, slots=True)
class Forced:
    """The observations of the statements that force the lower and the upper end of a figure."""

    lower: tuple[Observation, ...]
    upper: tuple[Observation, ...]


@dataclass
class Exact:
    """One ledger, for a measure of a type that adds up."""

    ledger: Ledger
    scale: int
    _laid: dict[object, _Laid | None] = field(default_factory=dict)

    @cached_property
    def tables(self) -> Tables:
        """The ledger's groups, each with its partitions."""
        return Tables.of(self.ledger)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The ledger's groups as partitions."""
        return self.tables.parts

    def stated(self, figure: Figure, names: Iterable[str]) -> Figure:
        """The figure with the bounds of the sums that it states, given all else that is said."""
        if figure.sums is None or figure.count.is_exact:
            return figure
        laid = self._lay({name: frozenset() for name in names})
        if laid is None:
            return _loosely(figure)
        least, most = laid.sum(figure.sums.least), laid.sum(figure.sums.most)
        return self._within(figure, laid, least, most)

    def said(self, figure: Figure, asked: Asked, blank: Sequence[str] = ()) -> Figure:
        """How many cases are said to be of the kind, each counted once; of `blank` variables also those unsaid."""
        if figure.days_open:
            return _loosely(figure)
        wanted = clauses(self.ledger, asked, blank)
        if figure.sums is not None and self.tables.is_plain(wanted):
            return self.stated(figure, asked)
        if any(self.ledger.holds_too_many(group) and group.states(tuple(asked)) for group in self.ledger.groups):
            return _loosely(figure)
        laid = self._attest(wanted)
        if laid is None or self._loses_some or (blank and not self._has_all):
            return self.stated(figure, asked) if figure.sums else self._capped(figure, asked, blank)
        least, most = self._said_ends(laid, wanted)
        low, high = laid.solved.bound(least), laid.solved.bound(most)
        if not (low.possible and high.possible):
            return _loosely(figure)
        found = replace(figure, count=self._interval(low, high), plain=False)
        return found if low.tight and high.tight and laid.equations.fine else _loosely(found)

    def _said_ends(self, laid: _Laid, wanted: Sequence[Clause]) -> tuple[Terms, Terms]:
        """The cases for which some of the laid clauses surely hold, and for which they perhaps do."""
        assert isinstance(laid.equations, Attested)
        numbers = [laid.equations.clauses.index(clause) for clause in wanted]
        return laid.equations.all_said(numbers, perhaps=False), laid.equations.all_said(numbers, perhaps=True)

    @cached_property
    def _loses_some(self) -> bool:
        """True if sums of sentences that may overlap stand in no partition: their cases would pass for unsaid."""
        for group, parts in self.tables.groups:
            held = {id(row.entry) for part in parts for row in every_row(part.rows)}
            if not group.has_rows and any(id(entry) not in held for entry in roots(group.entries)):
                return True
        return False

    @property
    def _has_all(self) -> bool:
        """True if a total is stated, of which cases of no kind are what is left."""
        total = self.ledger.total
        return total is not None and total.whole and not total.is_of_parts

    def _attest(self, wanted: tuple[Clause, ...]) -> _Laid | None:
        key = tuple((tuple(sorted((n, tuple(sorted(s))) for n, s in c.asked.items())), c.blank) for c in wanted)
        if key not in self._laid:
            try:
                self._laid[key] = _Laid(Attested.on(self.tables, wanted, self.scale))
            except TooLarge:
                self._laid[key] = None
        return self._laid[key]

    def _capped(self, figure: Figure, asked: Asked, blank: Sequence[str]) -> Figure:
        """The figure without the tables' standing: no more can be stated of a kind than can be of it."""
        if figure.count.is_exact or blank:
            return _loosely(figure)
        most = self.true(Figure(Interval(Decimal(0), None)), asked).count.hi
        if most is None or (figure.count.hi is not None and figure.count.hi <= most) or most < figure.count.lo:
            return _loosely(figure)
        return _loosely(Figure(Interval(figure.count.lo, most), figure.observations, figure.caveats))

    def true(self, figure: Figure, asked: Asked) -> Figure:
        """The figure with the bounds of what is true, given all that is said."""
        if figure.count.is_exact or self._is_plain(frozenset(asked)):
            return figure
        laid = self._lay(asked)
        if laid is None:
            return _loosely(figure)
        return self._within(figure, laid, laid.equations.cases(asked), laid.equations.cases(asked, True))

    def number(self, id: str) -> Interval | None:
        """What the number of one observation can be, given all else that is said."""
        spoken = self.ledger.told.statements[id].shape
        names = [name for name in spoken if not self.ledger.space.is_multiple(name)]
        laid = self._lay(dict.fromkeys(names, NO_IDS)) or self._lay({})
        if laid is None:
            return None
        terms = laid.equations.number([id])
        bound = laid.solved.bound(terms)
        return self._interval(bound, bound) if bound.possible else None

    def laid_with(self, parts: tuple[Part, ...]) -> System | None:
        """The equations over other partitions of the same statements; None if that is too much."""
        try:
            return Equations.of(self.ledger, parts, {}, self.scale).system
        except TooLarge:
            return None

    def pinned(self, ids: Sequence[str], parts: tuple[Part, ...]) -> list[str]:
        """Those of the numbers that other partitions of the same statements leave one value."""
        names = {name: NO_IDS for id in ids for name in self.ledger.told.statements[id].shape}
        single = {name: none for name, none in names.items() if not self.ledger.space.is_multiple(name)}
        try:
            laid = _Laid(Equations.of(self.ledger, parts, single, self.scale))
        except TooLarge:
            return []
        terms = {id: laid.equations.number([id]) for id in ids}
        bounds = {id: laid.solved.bound(number) for id, number in terms.items()}
        return [id for id, bound in bounds.items() if bound.possible and bound.lo == bound.hi]

    def follows(
        self,
        published: Iterable[tuple[Sums, Interval]],
        kinds: Iterable[tuple[Asked, Interval]],
        hidden: Sequence[str],
        parts: tuple[Part, ...] | None = None,
    ) -> list[str] | None:
        """Those of the hidden numbers that follow from what is published and the hidden ones' own ranges alone.

        None if what is published cannot all be so: then nothing is known of what follows from it. `kinds` are what
        is published of cases of some kind: it binds all of them, whoever states it. `parts` are the partitions to
        go by, if not those of the ledger.
        """
        listed = list(kinds)
        try:
            names = {name: NO_IDS for asked, _ in listed for name in asked}
            equations = Equations.of(self.ledger, parts or self.parts, names, self.scale, apart=True)
        except TooLarge:
            return list(hidden)
        laid, told = _Laid(equations), self.ledger.told.statements
        shown = [(laid.sum(sums.least), laid.sum(sums.most), count) for sums, count in published]
        own = [(equations.number([id]), told[id].own) for id in hidden]
        bare = System(equations.system.whole, equations.system.lows, equations.system.highs)
        bare.rows = [row for row in equations.system.rows if not is_own_number(row)]
        for least, most, count in [*shown, *((terms, terms, count) for terms, count in own)]:
            bare.bind(most, below(count.lo, self.scale), None)
            bare.bind(least, None, None if count.hi is None else above(count.hi, self.scale))
        for asked, count in listed:
            bare.bind(equations.cases(asked, True), below(count.lo, self.scale), None)
            bare.bind(equations.cases(asked), None, None if count.hi is None else above(count.hi, self.scale))
        solved = Solved(bare)
        bounds = [solved.bound(terms) for terms, _ in own]
        if not all(bound.possible for bound in bounds):
            return None
        return [id for id, bound in zip(hidden, bounds, strict=True) if bound.lo == bound.hi]

    def sum_of(self, terms: Sequence[Term], reading: str) -> Bound | None:
        """The bounds of figures times factors, taken together; None where they are no plain sums."""
        names = {name: frozenset[str]() for _, asked, _, _ in terms for name in asked}
        if any(figure.days_open for figure, _, _, _ in terms):
            return None
        is_plain = reading == "true" or all(figure.plain for figure, _, _, _ in terms)
        every = [c for _, asked, blank, _ in terms if asked for c in clauses(self.ledger, asked, blank)]
        laid = self._lay(names) if is_plain else self._attest(tuple(every))
        if laid is None or (reading == "true" and any(self.ledger.space.is_multiple(name) for name in names)):
            return None
        least: Terms = []
        most: Terms = []
        for figure, asked, blank, factor in terms:
            ends = self._ends(laid, figure, clauses(self.ledger, asked, blank) if asked else (), reading)
            if ends is None:
                return None
            low, high = ends if factor > 0 else ends[::-1]
            least += [(unknown, factor * own) for unknown, own in low]
            most += [(unknown, factor * own) for unknown, own in high]
        low_bound = laid.solved.bound(least)
        high_bound = low_bound if most == least else laid.solved.bound(most)
        is_tight = low_bound.tight and high_bound.tight and laid.equations.fine
        return Bound(low_bound.lo, high_bound.hi, is_tight) if low_bound.possible and high_bound.possible else None

    def _ends(
        self, laid: _Laid, figure: Figure, wanted: Sequence[Clause], reading: str
    ) -> tuple[Terms, Terms] | None:
        if reading == "true":
            asked = {name: ids for clause in wanted for name, ids in clause.asked.items()}
            return laid.equations.cases(asked), laid.equations.cases(asked, True)
        if wanted and isinstance(laid.equations, Attested):
            return self._said_ends(laid, wanted)
        return (laid.sum(figure.sums.least), laid.sum(figure.sums.most)) if figure.sums else None

    def forced_stated(self, figure: Figure, asked: Asked, blank: Sequence[str] = ()) -> Forced:
        """The statements that force a stated figure's ends."""
        wanted = clauses(self.ledger, asked, blank) if asked else ()
        laid = self._lay(dict.fromkeys(asked, NO_IDS)) if figure.plain else self._attest(wanted)
        if laid is None or (figure.plain and figure.sums is None):
            return Forced((), ())
        if figure.plain and figure.sums is not None:
            return self._forced(laid, figure, laid.sum(figure.sums.least), laid.sum(figure.sums.most))
        return self._forced(laid, figure, *self._said_ends(laid, wanted))

    def forced_true(self, figure: Figure, asked: Asked) -> Forced:
        """The statements that force the ends of what is true."""
        laid = self._lay(asked)
        if laid is None:
            return Forced((), ())
        return self._forced(laid, figure, laid.equations.cases(asked), laid.equations.cases(asked, True))

    def _forced(self, laid: _Laid, figure: Figure, least: Terms, most: Terms) -> Forced:
        lo, hi, system = figure.count.lo, figure.count.hi, laid.equations.system
        lower = forcing(system, tuple(least), int(lo * self.scale), True) if lo > 0 else ()
        upper = () if hi is None else forcing(system, tuple(most), int(hi * self.scale), False)
        return Forced(self._behind(lower), self._behind(upper))

    def _behind(self, sources: tuple[str, ...]) -> tuple[Observation, ...]:
        told = self.ledger.told.statements.values()
        return tuple(one.observation for source in sources for one in told if one.source == source)

    @property
    def is_too_large(self) -> bool:
        """True if the ledger has too many unknowns to be searched for statements that clash only together."""
        return self._lay({}) is None

    def conflict(self) -> tuple[str, ...]:
        """The sources of a smallest set of statements that cannot all be right; empty if all can."""
        laid = self._lay({})
        if laid is None or laid.solved.is_possible:
            return ()
        return smallest_conflict(laid.equations.system)

    def _is_plain(self, names: frozenset[str]) -> bool:
        """True if one partition of exact numbers speaks of the variable: interval arithmetic is exact then."""
        if len(names) != 1 or self.ledger.total is None or not self.ledger.total.count.is_exact:
            return False
        speaking = [part for part in self.parts if names & part.names]
        return (
            connected(self.parts, names) == names
            and len(speaking) == 1
            and all(row.entry.count.is_exact and not row.inner for row in speaking[0].rows)
        )

    def _lay(self, asked: Asked) -> _Laid | None:
        """The equations of the variables asked about; one set for all questions on the same ones."""
        many = {name: ids for name, ids in asked.items() if self.ledger.space.is_multiple(name)}
        key = (*sorted(asked), *sorted((name, tuple(sorted(ids))) for name, ids in many.items()))
        if key not in self._laid:
            try:
                laid = Equations.of(self.ledger, self.parts, {**dict.fromkeys(asked, NO_IDS), **many}, self.scale)
                self._laid[key] = _Laid(laid)
            except TooLarge:
                self._laid[key] = None
        return self._laid[key]

    def _within(self, figure: Figure, laid: _Laid, least: Terms, most: Terms) -> Figure:
        """The figure narrowed by what the two sums can be; both hold, so what both allow."""
        low = laid.solved.bound(least)
        high = low if most == least else laid.solved.bound(most)
        if not (low.possible and high.possible):
            return figure
        found = self._interval(low, high)
        if not found.meets(figure.count):
            return figure
        narrowed = replace(figure, count=found.meet(figure.count))
        return narrowed if low.tight and high.tight and laid.equations.fine else _loosely(narrowed)

    def _interval(self, low: Bound, high: Bound) -> Interval:
        lo = Decimal(low.lo or 0) / self.scale
        return Interval(lo, None if high.hi is None else Decimal(high.hi) / self.scale)


def _loosely(figure: Figure) -> Figure:
    """The figure, said to be perhaps wider than need be, unless it is one number."""
    if figure.count.is_exact:
        return figure
    return replace(figure, caveats=(*figure.caveats, LOOSE))
