"""How many cases a reply says to be of a kind, where several of its tables speak of it: each case counts once.

A case is *said* to be of the kind if some row that it stands in says so. Each table that speaks of it becomes an
axis of the unknown table: where in it a case stands. A table by just the variables asked about states all cases of
its kinds: a case of which another table says the like stands in it, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import prod

from .axes import Axis
from .behind import WIDENS_STATED
from .equations import MOST_JOINT, Equations, Names, Point, Terms, TooLarge, connected
from .groups import Group
from .ledger import Ledger
from .parts import Part, Row, every_row, of_group
from .solver import System
from .space import Asked, Fit, Region, Regions, Space, fit
from .statements import EXPLICIT

SAID, PERHAPS, OTHER, SILENT, OUTSIDE = "said", "perhaps", "other", "silent", "outside"
"""What a table says of a case: it is of the kind · words that nobody has coded · it is of another kind · it stands
in a row that does not speak of it · it does not stand in the table."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Categories asked for, of variables that one statement must speak of at once; `blank`: or nobody says any."""

    asked: Asked
    blank: bool = False

    @property
    def names(self) -> Names:
        return frozenset(self.asked)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row says for one clause, and the tables (by their number) in which its cases must stand, too."""

    said: str
    within: frozenset[int] = frozenset()


Marks = tuple[Mark, ...]
"""One for each clause."""

APART = Mark(OUTSIDE)
NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Tables:
    """A ledger's groups that are not known to hold wrong cases, each with the partitions that it makes."""

    ledger: Ledger
    groups: tuple[tuple[Group, tuple[Part, ...]], ...]

    @classmethod
    def of(cls, ledger: Ledger) -> Tables:
        kept = [group for group in ledger.groups if not ledger.holds_too_many(group)]
        return cls(ledger, tuple((group, tuple(of_group(group, ledger))) for group in kept))

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for _, parts in self.groups for part in parts)

    def of_all(self, clause: Clause) -> frozenset[int]:
        """The numbers of the partitions that state all cases of their kinds."""
        found, at = set(), 0
        for group, parts in self.groups:
            if group.whole and not group.has_rows and group.shape == clause.names:
                found |= set(range(at, at + len(parts)))
            at += len(parts)
        return frozenset(found)

    def is_plain(self, clauses: Sequence[Clause]) -> bool:
        """True if at most one partition says anything of the clauses: what it adds up is all that is said."""
        telling = {
            at
            for clause in clauses
            for at, part in enumerate(self.parts)
            if any(_is_telling(_says(row, clause), clause) for row in every_row(part.rows))
        }
        return len(telling) < 2

    def marks(self, clauses: Sequence[Clause]) -> dict[int, dict[int, Marks]]:
        """For each partition that matters what each of its rows (by identity) says of the clauses."""
        every, space = self.parts, self.ledger.space
        full = [_marked(every, clause, self.of_all(clause), space) for clause in clauses]
        ways = [(one.found, one.holding) if _tells_others(one, full) else _alone(one) for one in full]
        matter = {at for rows, _ in ways for at, row_marks in rows.items() if row_marks}
        return {
            at: {
                id(row): tuple(_seen(rows.get(at, {}), row, at in holding) for rows, holding in ways)
                for row in every_row(every[at].rows)
            }
            for at in sorted(matter | {at for _, holding in ways for at in holding})
        }


def _seen(marks: dict[int, Mark], row: Row, is_holding: bool) -> Mark:
    """The mark of a row; one that says nothing matters only in a table in which other tables' cases must stand."""
    return marks.get(id(row)) or (Mark(SILENT) if is_holding else APART)


Found = dict[int, dict[int, Mark]]
"""For partitions (by their number) the marks of their rows (by identity)."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """The rows that matter for one clause, and the numbers of the partitions that hold cases of theirs.

    `alone`: the partition that tells all of the clause by itself.
    """

    found: Found
    holding: frozenset[int]
    alone: int | None = None

    def told_by(self) -> frozenset[int]:
        """The numbers of the partitions of which some row tells the clause."""
        return frozenset(
            at for at, marks in self.found.items() if any(mark.said != SILENT for mark in marks.values())
        )


def _marked(every: Sequence[Part], clause: Clause, of_all: frozenset[int], space: Space) -> _Marked:
    """The rows that matter for one clause.

    Cases of another kind matter where they may take the place of those asked for: in a vague row.
    """
    vague = frozenset(at for at in of_all if any(_is_vague(row, clause) for row in every_row(every[at].rows)))
    found: Found = {}
    for at, part in enumerate(every):
        for row in every_row(part.rows):
            said = _says(row, clause)
            is_telling = _is_telling(said, clause)
            near = (
                (of_all | _printed_over(part, every, clause)) if is_telling else vague if said == OTHER else NONE
            )
            within = frozenset(n for n in near - {at} if _holds(every[n], row, clause, space))
            if is_telling or within:
                found.setdefault(at, {})[id(row)] = Mark(said if is_telling else SILENT, within)
    if not any(mark.said != SILENT for marks in found.values() for mark in marks.values()):
        return _Marked({}, frozenset())
    alone = next(
        (at for at in sorted(found) if at not in vague and _tells_all(at, every[at], clause, found)), None
    )
    held = frozenset().union(*(mark.within for marks in found.values() for mark in marks.values()))
    return _Marked(found, held, alone)


def _alone(one: _Marked) -> tuple[Found, frozenset[int]]:
    """What matters where one partition tells all of a clause: that alone."""
    if one.alone is None:
        return one.found, one.holding
    return {one.alone: {row: Mark(mark.said) for row, mark in one.found[one.alone].items()}}, frozenset()


def _tells_others(one: _Marked, every: Sequence[_Marked]) -> bool:
    """True if a partition that tells a clause beside the one that tells all of it tells another clause, too.

    Where its rows stand then matters: a case that it says to be a constable takes up the one place of constables,
    and the case of its next row, which was dismissed, is none.
    """
    beside = one.told_by() - {one.alone}
    return any(beside & other.told_by() for other in every if other is not one)


def _printed_over(part: Part, every: Sequence[Part], clause: Clause) -> frozenset[int]:
    """The numbers of the totals by just the variables asked about that are printed in a table of the part's."""
    places = _places(part)
    return frozenset(
        at
        for at, other in enumerate(every)
        if other is not part and places & _places(other)
        if all(key.sort == EXPLICIT and key.shape == clause.names for key in other.keys)
    )


def _places(part: Part) -> frozenset[tuple[str, str]]:
    return frozenset((key.document, key.table) for key in part.keys if not key.is_prose)


def _is_telling(said: str, clause: Clause) -> bool:
    return said in (SAID, PERHAPS) or (clause.blank and said == OTHER)


def _tells_all(at: int, part: Part, clause: Clause, found: Found) -> bool:
    """True if all that others say of the clause must stand in this table, which leaves nothing open about it."""
    others = (mark for n, marks in found.items() if n != at for mark in marks.values())
    is_clear = all(row.entry.count.is_exact and _is_clear(row, clause) for row in every_row(part.rows))
    return is_clear and at in found and all(at in mark.within for mark in others)


def _is_clear(row: Row, clause: Clause) -> bool:
    """True if the row is wholly of the kind, or not at all."""
    return fit(row.regions, clause.asked) in (Fit.IN, Fit.OUT)


def _is_vague(row: Row, clause: Clause) -> bool:
    """True if cases of several kinds may stand in the row."""
    return any((region := row.entry.region(name)) is None or region.kind != "node" for name in clause.asked)


def _says(row: Row, clause: Clause) -> str:
    regions = [row.entry.region(name) for name in clause.asked]
    if row.entry.count.hi == 0 or any(region is None or region.kind == "unstated" for region in regions):
        return SILENT
    how = fit(row.regions, clause.asked)
    if how is Fit.IN:
        return SAID
    is_uncoded = any(region is not None and region.kind in WIDENS_STATED for region in regions)
    return PERHAPS if how is Fit.MAYBE and is_uncoded else OTHER


def _holds(part: Part, row: Row, clause: Clause, space: Space) -> bool:
    """True if some row of the partition names all that the row says."""
    mine = tuple((name, region) for name, region in row.regions if name in clause.asked)
    return any(_inside(mine, wider.regions, space) for wider in every_row(part.rows))


def _inside(inner: Regions, outer: Regions, space: Space) -> bool:
    theirs = dict(outer)
    return all(name in theirs and _is_in(region, theirs[name], space.is_multiple(name)) for name, region in inner)


def _is_in(inner: Region, outer: Region, many: bool) -> bool:
    """Of a variable with several categories a case, one of them is enough."""
    if not outer.is_plain or not inner.sets:
        return inner == outer
    return any(one <= outer.atoms for one in inner.sets) if many else inner.atoms <= outer.atoms


@dataclass
class Attested(Equations):
    """The equations of one ledger, with where cases stand in the tables that speak of what is asked for."""

    clauses: tuple[Clause, ...] = ()
    _of_rows: dict[int, dict[int, Marks]] = field(default_factory=dict)
    _numbers_of: dict[int, int] = field(default_factory=dict)
    _standing: dict[str, tuple[Marks, ...]] = field(default_factory=dict)

    @classmethod
    def on(cls, tables: Tables, clauses: Sequence[Clause], scale: int) -> Attested:
        """The equations for some clauses. `TooLarge` if that is too much."""
        names = {name: frozenset[str]() for clause in clauses for name in clause.asked}
        told = tables.ledger.told
        made = cls(tables.ledger, told, names, System(scale == 1), scale, clauses=tuple(clauses))
        every = tables.parts
        made._of_rows = tables.marks(clauses)
        made._numbers_of = {id(part): at for at, part in enumerate(every) if at in made._of_rows}
        outside = (APART,) * len(clauses)
        made._standing = {
            _axis_name(at): tuple(dict.fromkeys((outside, *marks.values()))) for at, marks in made._of_rows.items()
        }
        if prod(map(len, made._standing.values())) > MOST_JOINT:
            raise TooLarge
        made._lay_out(every)
        made._bar()
        return made

    def all_said(self, clauses: Sequence[int], perhaps: bool) -> Terms:
        """The cases for which all of some clauses (by their numbers) hold, surely or perhaps."""
        home = self._home()
        points = ((tuple(self._marks(home, point)), cell) for point, cell in self._cells[home].items())
        return [(cell, 1) for marks, cell in points if all(self._is_said(at, marks, perhaps) for at in clauses)]

    def _is_said(self, at: int, marks: tuple[Marks, ...], perhaps: bool) -> bool:
        told = [one[at].said for one in marks]
        if SAID in told:
            return True
        if perhaps and PERHAPS in told:
            return True
        return self.clauses[at].blank and OTHER not in told and PERHAPS not in told

    def _home(self) -> Names:
        return next(one for one in self._cells if self._wanted <= one)

    def _marks(self, home: Names, point: Point) -> Iterator[Marks]:
        for name, at in zip(sorted(home), point, strict=True):
            if name in self._standing:
                yield self._standing[name][at]

    def _bar(self) -> None:
        """No case stands outside a table that states all of what another one says of it."""
        home = self._home()
        names = [name for name in sorted(home) if name in self._standing]
        for point, cell in self._cells[home].items():
            marks = dict(zip(names, self._marks(home, point), strict=True))
            if any(self._is_missing(marks, at) for at in range(len(self.clauses))):
                self.system.bind([(cell, 1)], None, 0)

    def _is_missing(self, marks: dict[str, Marks], at: int) -> bool:
        needed = frozenset().union(*(one[at].within for one in marks.values()))
        return any(marks[_axis_name(number)][at].said == OUTSIDE for number in needed)

    def _near(self, every: tuple[Part, ...]) -> Names:
        """Without variables of which rows only say that their cases have some category, too: no bound in it."""
        closed = frozenset().union(*(part.names for part in every if part.closed))
        near = connected(every, frozenset(self.asked))
        return frozenset(name for name in near if name in closed or not self.ledger.space.is_multiple(name))

    @property
    def _wanted(self) -> Names:
        return frozenset(self._standing)

    def _spoken(self, part: Part, near: Names) -> Names:
        number = self._numbers_of.get(id(part))
        return (part.names & near) | (frozenset() if number is None else {_axis_name(number)})

    def _axis(self, name: str, every: tuple[Part, ...]) -> Axis:
        if name in self._standing:
            return Axis(tuple(frozenset({str(at)}) for at in range(len(self._standing[name]))))
        return super()._axis(name, every)

    def _is_full(self, part: Part, names: list[str], point: Point) -> bool:
        return any(at > 0 for name, at in zip(names, point, strict=True) if name in self._standing)

    def _allowed(self, part: Part, row: Row, name: str) -> frozenset[int]:
        if name not in self._standing:
            return super()._allowed(part, row, name)
        marks = self._of_rows[self._numbers_of[id(part)]][id(row)]
        return frozenset({self._standing[name].index(marks)})


def _axis_name(number: int) -> str:
    """A name that no variable has."""
    return f" table {number}"


def clauses(ledger: Ledger, asked: Asked, blank: Sequence[str] = ()) -> tuple[Clause, ...]:
    """What must be said of a case for it to count: all at once where some table speaks of all, else one by one."""
    if len(asked) == 1 or (not blank and any(group.states(tuple(asked)) for group in ledger.groups)):
        return (Clause(asked, bool(blank)),)
    return tuple(Clause({name: ids}, name in blank) for name, ids in asked.items())
