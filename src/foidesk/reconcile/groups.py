"""What statement tables say together: entries, groups of one shape, and sides that cannot all be right."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass

from foidesk.model import Observation

from .interval import Interval, total
from .space import Region, Regions
from .statements import EXPLICIT, LIST, TOLD, TableKey


@dataclass(frozen=True, slots=True)
class Entry:
    """So many cases in these regions, with the observations that say so and the tables they stand in.

    `attested` are the tables that each give the whole of the least number: beside the other rows of such a table
    its cases are others. None means all its tables. `sums` are the ids of the observations whose numbers add up to
    it, once for each time that it is said; empty where the number is none of theirs.
    """

    regions: Regions
    count: Interval
    observations: tuple[Observation, ...]
    sources: frozenset[TableKey]
    attested: frozenset[TableKey] | None = None
    sums: tuple[tuple[str, ...], ...] = ()

    @property
    def witnesses(self) -> frozenset[TableKey]:
        return self.sources if self.attested is None else self.attested

    def region(self, variable: str) -> Region | None:
        return dict(self.regions).get(variable)


@dataclass(frozen=True, slots=True)
class Group:
    """All statement tables of one shape and one way of dating: estimates of the same numbers.

    `whole` is true if its periods tile the days asked for; else `caveat` says what is left out or taken in, and
    `gap` what lies between them, so that they make no total. `loose` is true where rows of one table may be among
    the vague rows of another ("not recorded 3" beside "PCSO 2"): then their sum is only the most there can be.
    """

    shape: frozenset[str]
    sort: str
    kind: str
    basis: str
    entries: tuple[Entry, ...]
    whole: bool = True
    caveat: str = ""
    gap: str = ""
    loose: bool = False

    @property
    def keys(self) -> frozenset[TableKey]:
        return frozenset(key for entry in self.entries for key in entry.sources)

    @property
    def is_prose(self) -> bool:
        return all(key.is_prose for key in self.keys)

    @property
    def has_rows(self) -> bool:
        """True for a list of cases, and for cases told one by one."""
        return self.sort in (LIST, TOLD)

    @property
    def partial(self) -> bool:
        """True if it is known not to hold all cases, or to hold too many."""
        return any(key.partial for key in self.keys)

    @property
    def limited(self) -> bool:
        """True if the reply says that it covers only some kinds of cases: it is no total and adds up to none."""
        return any(key.limit for key in self.keys)

    @property
    def scopes(self) -> frozenset[str]:
        """The reply's words on whom it covers."""
        return scopes_of(self.observations)

    @property
    def places(self) -> frozenset[tuple[str, str]]:
        """The tables (document, name) that it stands in; sentences are none."""
        return frozenset((key.document, key.table) for key in self.keys if not key.is_prose)

    @property
    def observations(self) -> tuple[Observation, ...]:
        return tuple(seen for entry in self.entries for seen in entry.observations)

    def states(self, variables: Collection[str]) -> bool:
        """True if some entry of it answers all these variables at once."""
        return any(all(_answers(entry.region(name)) for name in variables) for entry in self.entries)

    def sum(self) -> Interval:
        return total(entry.count for entry in self.entries)


def side_of(key: TableKey, regions: Regions) -> Hashable:
    """What a row adds up with: its table; a printed total under words that nobody has coded stands by itself.

    Which rows of its table such a total holds is unknown, unless it is of cells under these very words.
    """
    is_unknown = (
        key.sort == EXPLICIT and not key.of_cells and any(region.kind == "uncoded" for _, region in regions)
    )
    return key if is_unknown or not key.table else (key.document, key.table)


def states(entry: Entry, name: str) -> bool:
    """True if the entry answers the variable."""
    return _answers(entry.region(name))


def _answers(region: Region | None) -> bool:
    return region is not None and region.kind != "unstated"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a clash: its tables, the statements that show it, and its number in words."""

    keys: frozenset[TableKey]
    shown: tuple[Observation, ...]
    words: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Sides that cannot all be right, mostly two.

    `about`: "cell", "total", "statement" (each side falls as a whole), or the id of a variable.
    """

    left: Side
    right: Side
    what: str
    about: str
    kind: str = "contradiction"
    more: tuple[Side, ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        return (self.left, self.right, *self.more)


@dataclass(frozen=True, slots=True)
class Refused:
    """Statement tables that are not added up, and why."""

    observations: tuple[Observation, ...]
    why: str


def attested(one: Entry, other: Entry) -> frozenset[TableKey]:
    """The tables that give the larger of two least numbers; those of both if they are equal."""
    if one.count.lo == other.count.lo:
        return one.witnesses | other.witnesses
    return max((one, other), key=lambda entry: entry.count.lo).witnesses


def added(regions: Regions, entries: Iterable[Entry]) -> Entry:
    """One entry for entries with different cases."""
    listed = tuple(entries)
    return Entry(
        regions,
        total(entry.count for entry in listed),
        tuple(seen for entry in listed for seen in entry.observations),
        frozenset().union(*(entry.sources for entry in listed)),
        frozenset.intersection(*(entry.witnesses for entry in listed)),
        tuple(
            tuple(id for ids in way for id in ids) for way in zip(*(entry.sums for entry in listed), strict=False)
        ),
    )


def scopes_of(observations: Iterable[Observation]) -> frozenset[str]:
    """The reply's words on whom its figures cover."""
    return frozenset(seen.scope for seen in observations if seen.scope)


def said_otherwise(one: frozenset[str], other: frozenset[str]) -> str:
    """That two sides cover different cases by the reply's own words; "" if nothing says so."""
    if one == other:
        return ""
    words = [f"“{'”, “'.join(sorted(scopes))}”" for scopes in (one, other) if scopes]
    return f"one says {words[0]}, the other {words[1]}" if len(words) == 2 else f"one of them says {words[0]}"
