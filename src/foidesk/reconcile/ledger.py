"""What one consistent set of statement tables says of a body's cases."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from foidesk.model import Observation

from .groups import Clash, Entry, Group, Refused, Side, states
from .interval import NOTHING, Interval, least
from .interval import total as add
from .nesting import Unclear, overfull, roots, settle
from .space import Asked, Fit, Space, fit
from .statements import Told
from .sums import ALL_CASES, Figure, Sums
from .totals import Total, clash, establish, group_sum, is_printed_under, lacks_margins, lists, stated_groups
from .union import Union, project, restated, union

WIDENS_STATED = ("uncoded",)
"""Which words widen a *stated* number. A phrase that nobody has coded does: the coding will decide it.
"Resigned or retired" is coded; it states neither, so it widens only what is *true*, and is said in a caveat."""


@dataclass(frozen=True)
class Ledger:
    """Groups that do not clash, and the total they give."""

    groups: tuple[Group, ...]
    total: Total | None
    space: Space
    refused: tuple[Refused, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    told: Told = field(default=Told({}, ()), compare=False, repr=False)
    _known: dict[object, tuple[Entry, ...]] = field(default_factory=dict, compare=False, repr=False)
    _views: dict[tuple[str, ...], Hashable] = field(default_factory=dict, compare=False, repr=False)
    _complete: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, groups: list[Group], space: Space, refused: list[Refused], told: Told) -> Ledger:
        base = _base(groups)
        settled = [settle(group, base) for group in groups]
        kept = [group for group, _ in settled]
        unclear = tuple(one for _, found in settled for one in found)
        return cls(tuple(kept), establish(kept, space), space, tuple(refused), unclear, told)

    def all_cases(self) -> Figure | None:
        """The total; stated as far as the periods of the reply go."""
        if self.total is None:
            return None
        return Figure(self.total.count, self.total.observations, _some(self.total.caveat), self._all_sums())

    def _all_sums(self) -> Sums | None:
        """The total as stated: all cases, or the parts that are stated where nothing says that they are all."""
        if self.total is None or self.total.of is None or not self.total.is_of_parts:
            return ALL_CASES
        return None if self.total.of.loose else _plain_sums(roots(self.total.of.entries), ())

    def all_true(self) -> Interval | None:
        """The total as far as it binds the days asked for: unbounded above if the periods do not cover them.

        So it is if only the parts of a breakdown are stated: nothing says that they are all.
        """
        if self.total is None:
            return None
        is_bound = self.total.whole and not self.total.is_of_parts
        return self.total.count if is_bound else Interval(self.total.count.lo, None)

    def stated(self, asked: Asked) -> Figure | None:
        """How many cases the reply states to be of the kind asked for; None if it does not speak of it."""
        groups = self._stating(asked)
        if not groups:
            return self._nothing_at_all() or (self._jointly(asked, true=False) if len(asked) > 1 else None)
        entries = self._entries(groups, asked)
        sure = union(_those(entries, asked, Fit.IN), entries, self.space)
        maybe = roots(_those(entries, asked, Fit.MAYBE))
        uncoded = tuple(entry for entry in maybe if _widens(entry, asked))
        hi = sure.count.plus(add(entry.count for entry in uncoded)).hi
        count = Interval(sure.count.lo, hi)
        for group in groups:
            count = self._closed(count, group, asked, (Fit.IN, Fit.MAYBE))
        if all(group.is_prose and group.caveat and not group.whole for group in groups):
            count = Interval(count.lo, None)  # sentences about some years say nothing of the others
        count = self._less_excess(count, groups).capped(self._top())
        caveats = (*_caveats(groups), *_of_several(entry for entry in maybe if entry not in uncoded))
        return Figure(count, _behind((*sure.entries, *uncoded)), caveats, _sums(sure, uncoded))

    def not_stated(self, variable: str) -> Figure | None:
        """How many cases the reply leaves without an answer to the variable."""
        if self.total is None:
            return None
        closed = next((group for group in self._stating({variable: frozenset()}) if self.is_complete(group)), None)
        if closed is not None and not self._is_cells_of_many(closed, variable):
            return self._left_in(closed, variable)
        said = self.stated({variable: self.space.real(variable)})
        if said is None:
            return self.all_cases()
        observations = self.total.observations + said.observations
        caveats = (*_some(self.total.caveat), *said.caveats)
        every = self._all_sums()
        sums = every.minus(said.sums) if every and said.sums else None
        return Figure(self.total.count.minus(said.count), observations, caveats, sums)

    def true(self, asked: Asked) -> Figure | None:
        """The least and most cases of the kind asked for that fit all that the reply says."""
        total = self.all_true()
        said = self.stated(asked)
        if total is None:
            return said and Figure(Interval(said.count.lo, None), said.observations, said.caveats)
        groups = self._stating(asked)
        entries = self._entries(groups, asked)
        lo = self._surely(entries, asked)
        count = Interval(lo, None if total.hi is None else max(lo, total.hi - self._surely_not(entries, asked)))
        for group in groups:
            count = self._closed(count, group, asked, (Fit.IN, Fit.MAYBE, Fit.FREE))
        count = self._less_excess(count, groups)
        if len(asked) > 1:
            count = _within(count, self._jointly(asked, true=True))
        observations = self.total.observations if self.total else ()
        return Figure(count, observations + _behind(entries), _caveats(groups))

    def is_complete(self, group: Group) -> bool:
        """True if the group surely holds every case: it is the total, adds up to it, or is printed to do so."""
        if id(group) not in self._complete:
            self._complete[id(group)] = self._holds_all(group)
        return self._complete[id(group)]

    def _holds_all(self, group: Group) -> bool:
        if self.total is None or group.partial or group.limited or not (group.whole and self.total.whole):
            return False
        if self.total.of is group:
            return True
        if self._has_many(group):
            return False
        if lacks_margins(group, list(self.groups)):
            return False
        added = group_sum(group)
        if added.is_exact and added == self.total.count:
            return True
        printed = any(is_printed_under(stated, group) for stated in stated_groups(list(self.groups)))
        return printed and added.meets(self.total.count)

    def clashes(self) -> Iterator[Clash]:
        """Statements that cannot both be right about some category."""
        for group in self.groups:
            yield from (_overfull(parent, children) for parent, children in overfull(group))
        for name in sorted(
            {name for group in self.groups for entry in group.entries for name, _ in entry.regions}
        ):
            groups = [group for group in self.groups if group.whole and group.states((name,))]
            for one in groups:
                for other in groups:
                    if one is not other and self._differ(one, other, name):
                        label = self.space.variable(name).label.lower()
                        yield clash(one, other, f"two tables differ on {label}", name)

    def least(self) -> Decimal:
        """The fewest cases there can be in all: as many as any group counts."""
        return max((group_sum(g).lo for g in self.groups if not self._has_many(g)), default=Decimal(0))

    def is_borne_out(self) -> bool:
        """True if two statements or more, a table among them, give the one total."""
        if self.total is None or not self.total.count.is_exact:
            return False
        stated = [key for group in stated_groups(list(self.groups)) if group.whole for key in group.keys]
        whole = [group for group in self.groups if group.shape or group.has_rows]
        whole = [group for group in whole if self.is_complete(group) and not group.is_prose]
        return len(stated) + len(whole) > 1 and bool(whole or any(not key.is_prose for key in stated))

    def view(self, names: Collection[str]) -> Hashable:
        """All that figures on these variables rest on: two ledgers with one view give the same figures."""
        key = tuple(sorted(names))
        if key not in self._views:
            near = self._near(names)
            about = [group for group in self.groups if any(group.states((name,)) for name in near)]
            printed = frozenset(key for group in stated_groups(list(self.groups)) for key in group.keys)
            self._views[key] = (self._total_view(), printed, frozenset(_group_view(group) for group in about))
        return self._views[key]

    def _near(self, names: Collection[str]) -> frozenset[str]:
        """The variables that some groups tie to these: what is said of them bounds these, too."""
        spoken = [frozenset(n for entry in g.entries for n, _ in entry.regions) for g in self.groups]
        near, found = frozenset[str](), frozenset(names)
        while near != found:
            near, found = found, found.union(*(names for names in spoken if names & found))
        return near

    def _total_view(self) -> Hashable:
        if self.total is None:
            return self.least()
        of = self.total.of.shape if self.total.of else None
        return self.total.count, self.total.whole, of, tuple(seen.id for seen in self.total.observations)

    def variables(self) -> frozenset[str]:
        """The variables that the reply speaks of."""
        names = {name for group in self.groups for entry in group.entries for name, _ in entry.regions}
        return frozenset(name for name in names if any(group.states((name,)) for group in self.groups))

    def _stating(self, asked: Asked) -> list[Group]:
        return [group for group in self.groups if group.states(tuple(asked))]

    def _entries(self, groups: list[Group], asked: Asked) -> tuple[Entry, ...]:
        names = tuple(sorted(asked))
        if names not in self._known:
            exact = [(group, self._is_exact(group, asked)) for group in groups]
            kept = ((e, is_exact) for g, is_exact in exact for e in project(g, names, self.space))
            self._known[names] = restated(kept)
        return self._known[names]

    def _is_exact(self, group: Group, asked: Asked) -> bool:
        """False if its numbers are only a least: a part of the cases of that kind."""
        return group.whole and ((group.shape == set(asked) and not group.has_rows) or self.is_complete(group))

    def _nothing_at_all(self) -> Figure | None:
        is_nil = self.total is not None and self.total.count == NOTHING and self.total.whole
        return self.all_cases() if is_nil else None

    def _top(self) -> Decimal | None:
        return self.total.count.hi if self.total else None

    def _left_in(self, group: Group, variable: str) -> Figure:
        """The entries of a complete group that give no answer; a phrase not yet coded may turn out to be none."""
        none, open_ = [], []
        for entry in group.entries if group.has_rows else roots(group.entries):
            region = entry.region(variable)
            if region is None or region.kind == "unstated":
                none.append(entry)
            elif region.kind == "uncoded":
                open_.append(entry)
        lo = add(entry.count for entry in none)
        hi = add(entry.count for entry in (*none, *open_)).hi
        sums = _plain_sums(none, open_) if group.has_rows or not group.loose else None
        behind = _behind((*none, *open_)) or group.observations
        return Figure(Interval(lo.lo, hi), behind, _caveats([group]), sums)

    def _surely(self, entries: tuple[Entry, ...], asked: Asked) -> Decimal:
        return union(_those(entries, asked, Fit.IN), entries, self.space).count.lo

    def _surely_not(self, entries: tuple[Entry, ...], asked: Asked) -> Decimal:
        """Cases stated to be of another kind; cells of a variable with several values exclude nothing."""
        out = [e for e in _those(entries, asked, Fit.OUT) if not self._is_open_to_more(e)]
        return union(out, entries, self.space).count.lo

    def _is_open_to_more(self, entry: Entry) -> bool:
        many = any(self.space.is_multiple(name) for name, _ in entry.regions)
        return many and any(not key.has_rows for key in entry.sources)

    def _has_many(self, group: Group) -> bool:
        return not group.has_rows and any(self.space.is_multiple(name) for name in group.shape)

    def _is_cells_of_many(self, group: Group, variable: str) -> bool:
        return not group.has_rows and self.space.is_multiple(variable)

    def _closed(self, count: Interval, group: Group, asked: Asked, fits: tuple[Fit, ...]) -> Interval:
        """The bounds that a complete group adds: nothing lies outside its entries."""
        if self.total is None or not self.is_complete(group) or self._has_many(group):
            return count
        entries = group.entries if group.has_rows else roots(group.entries)
        possible = [e for e in entries if fit(e.regions, asked) in fits]
        others = [e for e in entries if fit(e.regions, asked) is not Fit.IN]
        left = self.total.count.minus(add(e.count for e in others)).lo
        closed = Interval(max(left, count.lo), least(count.hi, add(e.count for e in possible).hi))
        return closed if closed.hi is None or closed.lo <= closed.hi else count

    def _less_excess(self, count: Interval, groups: list[Group]) -> Interval:
        """The interval widened by the cases that a group holds beyond the total: any may be the wrong ones."""
        if self.total is None or self.total.count.hi is None:
            return count
        top = self.total.count.hi
        excess = max((group_sum(g).lo - top for g in groups if g.partial), default=Decimal(0))
        return Interval(max(Decimal(0), count.lo - max(Decimal(0), excess)), count.hi)

    def _jointly(self, asked: Asked, true: bool) -> Figure | None:
        """Bounds from each variable alone (Fréchet), where no table has them together."""
        ones = [(self.true if true else self.stated)({name: names}) for name, names in asked.items()]
        top = self.all_true() if true else (self.total.count if self.total else None)
        if any(one is None for one in ones):
            return None
        figures = [one for one in ones if one is not None]
        hi: Decimal | None = None
        for figure in figures:
            hi = least(hi, figure.count.hi)
        lo = Decimal(0)
        if top is not None and top.hi is not None:
            lo = max(lo, add(f.count for f in figures).lo - (len(figures) - 1) * top.hi)
        return Figure(
            Interval(lo, hi), _all(figures), ("no table of the reply gives these together: bounds only",)
        )

    def _differ(self, one: Group, other: Group, name: str) -> bool:
        """True if one group's cells exceed, or if it is complete fall short of, a cell of the other."""
        if self._is_cells_of_many(one, name) or self._is_cells_of_many(other, name):
            return False
        mine, theirs = (project(group, (name,), self.space) for group in (one, other))
        is_exact = other.shape == {name} or self.is_complete(other)
        cells = [e for e in theirs if e.regions[0][1].kind == "node" and e.regions[0][1].phrase != "apart"]
        silent = add(entry.count for entry in other.entries if not states(entry, name))
        return is_exact and any(self._denies(one, mine, cell, theirs, name, silent) for cell in cells)

    def _denies(
        self,
        one: Group,
        mine: tuple[Entry, ...],
        cell: Entry,
        theirs: tuple[Entry, ...],
        name: str,
        silent: Interval,
    ) -> bool:
        """`silent` is the number of cases of which the cell's table says nothing: they may be of its kind too."""
        asked = {name: cell.regions[0][1].atoms}
        most = cell.count.plus(silent).plus(add(e.count for e in roots(_those(theirs, asked, Fit.MAYBE))))
        for entry in theirs:
            if entry.regions[0][1].phrase == "apart" and fit(entry.regions, asked) in (Fit.IN, Fit.FREE):
                most = most.plus(entry.count)
        inside = union(_those(mine, asked, Fit.IN), mine, self.space).count
        if most.hi is not None and inside.lo > most.hi:
            return True
        if self._has_many(one) or not (self.is_complete(one) or is_printed_under(cell, one)):
            return False
        possible = add(e.count for e in roots(e for e in mine if fit(e.regions, asked) is not Fit.OUT))
        missing = add(e.count for e in one.entries if not states(e, name))
        return possible.plus(missing).below(cell.count)


def _group_view(group: Group) -> Hashable:
    entries = ((e.regions, e.count, tuple(seen.id for seen in e.observations)) for e in group.entries)
    return group.shape, group.sort, group.whole, group.partial, frozenset(entries)


def _overfull(parent: Entry, children: tuple[Entry, ...]) -> Clash:
    parts = ", ".join(child.count.words() for child in children)
    left = Side(parent.sources, parent.observations, parent.count.words())
    right = Side(
        frozenset(key for child in children for key in child.sources),
        tuple(seen for child in children for seen in child.observations),
        parts,
    )
    return Clash(left, right, "a part is larger than its whole", "cell")


def _base(groups: list[Group]) -> Interval | None:
    for candidates in (stated_groups(groups), lists(groups)):
        whole = [group for group in candidates if group.whole]
        if whole:
            return group_sum(whole[0])
    return None


def _those(entries: Iterable[Entry], asked: Asked, wanted: Fit) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if fit(entry.regions, asked) is wanted)


def _widens(entry: Entry, asked: Asked) -> bool:
    """True if a stated number must span the entry. See `WIDENS_STATED`."""
    return any(region.kind in WIDENS_STATED for name, region in entry.regions if name in asked)


def _of_several(entries: Iterable[Entry]) -> tuple[str, ...]:
    count = add(entry.count for entry in entries)
    if count == NOTHING:
        return ()
    return (f"{count.words()} more are stated only as one of several kinds, of which this is one",)


def _within(count: Interval, other: Figure | None) -> Interval:
    if other is None or not count.meets(other.count):
        return count
    return count.meet(other.count)


def _sums(sure: Union, uncoded: tuple[Entry, ...]) -> Sums | None:
    """The numbers that a stated figure adds up; None where it is no plain sum of them."""
    top = roots(sure.entries)
    return _plain_sums(top, uncoded) if add(entry.count for entry in top) == sure.count else None


def _plain_sums(sure: Collection[Entry], perhaps: Collection[Entry]) -> Sums | None:
    if not all(entry.sums for entry in (*sure, *perhaps)):
        return None
    least = tuple((id, 1) for entry in sure for id in _printed(entry))
    return Sums(least, least + tuple((id, 1) for entry in perhaps for id in _printed(entry)))


def _printed(entry: Entry) -> tuple[str, ...]:
    """The fewest numbers that add up to it: a total, where one is printed, and not its parts."""
    return min(entry.sums, key=len)


def _behind(entries: Iterable[Entry]) -> tuple[Observation, ...]:
    found = {seen.id: seen for entry in entries for seen in entry.observations}
    return tuple(found.values())


def _all(figures: Iterable[Figure]) -> tuple[Observation, ...]:
    return tuple({seen.id: seen for figure in figures for seen in figure.observations}.values())


def _some(caveat: str) -> tuple[str, ...]:
    return (caveat,) if caveat else ()


def _caveats(groups: Iterable[Group]) -> tuple[str, ...]:
    """What the groups leave out, unless one of them covers all the days asked for."""
    listed = list(groups)
    if any(group.whole for group in listed):
        return ()
    return tuple(dict.fromkeys(words for group in listed for words in (group.caveat, group.gap) if words))
