"""What one consistent set of statement tables says of a body's cases."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from decimal import Decimal

from .behind import (
    all_behind,
    behind,
    caveats_of,
    is_undivided,
    of_several,
    plain_sums,
    some,
    sums_of,
    those,
    widens,
    within,
)
from .groups import Entry, Group, Refused
from .interval import NOTHING, Interval, least
from .interval import total as add
from .nesting import Unclear, roots, settle
from .space import Asked, Fit, Space, fit
from .statements import Told
from .sums import ALL_CASES, Figure, Sums
from .totals import Total, establish, group_sum, is_printed_under, lacks_margins, lists, stated_groups
from .union import project, restated, union


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
        return Figure(self.total.count, self.total.observations, some(self.total.caveat), self._all_sums())

    def _all_sums(self) -> Sums | None:
        """The total as stated: all cases, or the parts that are stated where nothing says that they are all."""
        if self.total is None or self.total.of is None or not self.total.is_of_parts:
            return ALL_CASES
        return None if self.total.of.loose else plain_sums(roots(self.total.of.entries), ())

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
        if is_undivided(entries, asked):
            return None
        sure = union(those(entries, asked, Fit.IN), entries, self.space)
        maybe = roots(those(entries, asked, Fit.MAYBE))
        uncoded = tuple(entry for entry in maybe if widens(entry, asked))
        hi = sure.count.plus(add(entry.count for entry in uncoded)).hi
        count = Interval(sure.count.lo, hi)
        others_may_say = (Fit.FREE,) if len(groups) > 1 else ()
        for group in groups:
            count = self._closed(count, group, asked, (Fit.IN, Fit.MAYBE, *others_may_say))
        days_open = all(self._leaves_days_open(group) for group in groups)
        if days_open or all(group.is_prose and group.caveat and not group.whole for group in groups):
            count = Interval(count.lo, None)  # sentences about some years say nothing of the others
        count = self._less_excess(count, groups).capped(self._top())
        caveats = (*caveats_of(groups), *of_several(entry for entry in maybe if entry not in uncoded))
        sums = None if days_open else sums_of(sure, uncoded)
        return Figure(count, behind((*sure.entries, *uncoded)), caveats, sums, days_open=days_open)

    def not_stated(self, variable: str) -> Figure | None:
        """How many cases the reply leaves without an answer to the variable."""
        if self.total is None:
            return None
        closed = next((group for group in self._stating({variable: frozenset()}) if self.is_complete(group)), None)
        if closed is not None and not self.is_cells_of_many(closed, variable):
            return self._left_in(closed, variable)
        said = self.stated({variable: self.space.real(variable)})
        if said is None:
            return self.all_cases()
        observations = self.total.observations + said.observations
        caveats = (*some(self.total.caveat), *said.caveats)
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
        for group in groups if not self.total or not self.total.is_of_parts else ():
            count = self._closed(count, group, asked, (Fit.IN, Fit.MAYBE, Fit.FREE))
        count = self._less_excess(count, groups)
        if len(asked) > 1:
            count = within(count, self._jointly(asked, true=True))
        observations = self.total.observations if self.total else ()
        return Figure(count, observations + behind(entries), caveats_of(groups))

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
        if self.has_many(group):
            return False
        if lacks_margins(group, list(self.groups)):
            return False
        added = group_sum(group)
        if added.is_exact and added == self.total.count:
            return True
        printed = any(is_printed_under(stated, group) for stated in stated_groups(list(self.groups)))
        return printed and added.meets(self.total.count)

    def holds_too_many(self, group: Group) -> bool:
        """True if some of its cases are surely wrong: it was set against a total, and counts more than there are.

        One that counts fewer only lacks cases: those that it has are what it says.
        """
        top = self._top()
        return group.partial and (top is None or not self.total_is_whole or top < group_sum(group).lo)

    @property
    def total_is_whole(self) -> bool:
        """True if there is a total, of all days asked for."""
        return self.total is not None and self.total.whole

    def least(self) -> Decimal:
        """The fewest cases there can be in all: as many as any group counts."""
        return max((group_sum(g).lo for g in self.groups if not self.has_many(g)), default=Decimal(0))

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

    def _leaves_days_open(self, group: Group) -> bool:
        """True for years with others between them, where these leave the reply's total open, too."""
        is_total_open = self.total is not None and not self.total.whole and self.total.count.hi is None
        return bool(group.gap) and not group.whole and is_total_open

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
        sums = plain_sums(none, open_) if group.has_rows or not group.loose else None
        seen = behind((*none, *open_)) or group.observations
        return Figure(Interval(lo.lo, hi), seen, caveats_of([group]), sums)

    def _surely(self, entries: tuple[Entry, ...], asked: Asked) -> Decimal:
        return union(those(entries, asked, Fit.IN), entries, self.space).count.lo

    def _surely_not(self, entries: tuple[Entry, ...], asked: Asked) -> Decimal:
        """Cases stated to be of another kind; cells of a variable with several values exclude nothing."""
        out = [e for e in those(entries, asked, Fit.OUT) if not self._is_open_to_more(e)]
        return union(out, entries, self.space).count.lo

    def _is_open_to_more(self, entry: Entry) -> bool:
        many = any(self.space.is_multiple(name) for name, _ in entry.regions)
        return many and any(not key.has_rows for key in entry.sources)

    def has_many(self, group: Group) -> bool:
        return not group.has_rows and any(self.space.is_multiple(name) for name in group.shape)

    def is_cells_of_many(self, group: Group, variable: str) -> bool:
        return not group.has_rows and self.space.is_multiple(variable)

    def _closed(self, count: Interval, group: Group, asked: Asked, fits: tuple[Fit, ...]) -> Interval:
        """The bounds that a complete group adds: nothing lies outside its entries."""
        if self.total is None or not self.is_complete(group) or self.has_many(group):
            return count
        entries = group.entries if group.has_rows else roots(group.entries)
        possible = [e for e in group.entries if fit(e.regions, asked) in fits]
        possible = possible if group.has_rows else list(roots(possible))
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
            Interval(lo, hi), all_behind(figures), ("no table of the reply gives these together: bounds only",)
        )


def _group_view(group: Group) -> Hashable:
    entries = ((e.regions, e.count, tuple(seen.id for seen in e.observations)) for e in group.entries)
    return group.shape, group.sort, group.whole, group.partial, frozenset(entries)


def _base(groups: list[Group]) -> Interval | None:
    for candidates in (stated_groups(groups), lists(groups)):
        whole = [group for group in candidates if group.whole]
        if whole:
            return group_sum(whole[0])
    return None
