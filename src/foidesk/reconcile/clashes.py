"""Statements that cannot all be right: split into consistent ledgers, one for each way of deciding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from foidesk.model import Choice, Measure, Option

from .contradictions import of_sources
from .differing import differing
from .exact import Exact, scale_of
from .gathering import Days, gather
from .groups import Clash, Side
from .ledger import Ledger
from .space import Space
from .statements import Statement, StatementTable, TableKey, Told
from .totals import total_clashes
from .words import Names, evidence_id, value_places

MOST_LEDGERS = 64

Kept = frozenset[tuple[str, Decimal]]
"""The ids of values that stand, each with how many more it is than all else leaves for it."""

Losses = tuple[tuple[Side, str], ...]
"""Sides that gave way, each with what their clash was about."""


@dataclass
class Split:
    """The consistent ledgers of one body and measure, and the questions that tell them apart.

    `asked` are the questions that have to be answered whichever way the others are; one that only arises from
    some answer to another is raised when that answer is given. `overwhelmed` is true where there are too many
    contradictions to hold all ways of deciding: then there is no figure until some are decided. `unsearched` is
    true where there is too much to find out whether statements clash that do not two by two.
    """

    body: str
    measure: Measure
    answers: Mapping[str, str]
    names: Names
    ledgers: list[Ledger] = field(default_factory=list)
    raised: dict[str, Choice] = field(default_factory=dict)
    answered: dict[str, None] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    overwhelmed: bool = False
    clashes: dict[str, Clash] = field(default_factory=dict)
    unsearched: bool = False
    losses: list[Losses] = field(default_factory=list)
    """For each ledger what gave way for it, in order."""
    kept: Kept = frozenset()
    """Values that stand: what clashes with one by just what it has too many gives way, and nothing is asked."""
    told: dict[str, str] = field(default_factory=dict)
    """The sentence on a contradiction that is told in words of its own."""
    explained: frozenset[str] = frozenset()
    """The ids of printed totals that fail only by a value about which such a question is asked."""

    @property
    def open_count(self) -> int:
        """How many contradictions are undecided; many if there are too many to hold."""
        return len(self.asked - set(self.answered)) + MOST_LEDGERS * self.overwhelmed

    @property
    def choices(self) -> dict[str, Choice]:
        """The questions asked, with their ids."""
        return {id: choice for id, choice in self.raised.items() if id in self.asked}

    def run(self, tables: Iterable[StatementTable], space: Space, days: Days) -> None:
        """Find the ledgers that these statement tables allow."""
        self.asked = self._run(tuple(tables), space, days, ())
        self._keep_smallest()

    def run_within(self, whole: Split, tables: Iterable[StatementTable], space: Space, days: Days) -> None:
        """Find the ledgers of some of the days, with each way of deciding what clashes over all of them.

        A table that gave way as a whole says nothing for sure of one of its years either.
        """
        told, self.answered = tuple(tables), dict(whole.answered)
        self.raised, self.clashes = dict(whole.raised), dict(whole.clashes)
        inside = [self._run(gave_way(told, lost), space, days, lost) for lost in whole.losses]
        self.asked = whole.asked | frozenset.intersection(*inside)
        self._keep_smallest()

    def _keep_smallest(self) -> None:
        """Without the ledgers for which more gave way than for another: they are no smallest way of deciding."""
        gone = [frozenset(seen.id for side, _ in lost for seen in side.shown) for lost in self.losses]
        kept = [at for at, one in enumerate(gone) if not any(other < one for other in gone)]
        self.ledgers, self.losses = [self.ledgers[at] for at in kept], [self.losses[at] for at in kept]

    def _run(self, tables: tuple[StatementTable, ...], space: Space, days: Days, lost: Losses) -> frozenset[str]:
        """The ids of the questions that must be answered before these tables are consistent.

        `lost` is what gave way so far.
        """
        groups, clashes, refused = gather(tables, days)
        ledger = Ledger.of(groups, space, refused, Told.of(tables))
        found = next(iter(clashes), None) or next(total_clashes(list(ledger.groups), space), None)
        found = found or next(differing(ledger), None) or self._jointly(ledger)
        if found is None:
            self.ledgers.append(ledger)
            self.losses.append(lost)
            return frozenset()
        if (loser := self._gives_way(found)) is not None:
            return self._run(without(tables, loser, found.about), space, days, (*lost, (loser, found.about)))
        choice, losers = self._losers(found)
        if len(self.ledgers) >= MOST_LEDGERS:
            self.overwhelmed = True
            return frozenset({choice.id})
        inside = [
            self._run(without(tables, loser, found.about), space, days, (*lost, (loser, found.about)))
            for loser in losers
        ]
        return frozenset({choice.id}) | frozenset.intersection(*inside)

    def _gives_way(self, clash: Clash) -> Side | None:
        """The side that clashes with values that stand, and by nothing else; None if there is none."""
        gap = difference(clash)
        more = [
            sum((excess for id, excess in self.kept if id in ids), Decimal(0)) for ids in map(_ids, clash.sides)
        ]
        if gap is None or not gap or len(more) != 2 or gap != more[0] - more[1] or all(more):
            return None
        return clash.sides[more.index(Decimal(0))]

    def _jointly(self, ledger: Ledger) -> Clash | None:
        """A smallest set of statements that cannot all be right, though any two of them could."""
        if (scale := scale_of(ledger, self.measure.type)) is None:
            return None
        exact = Exact(ledger, scale)
        self.unsearched = self.unsearched or exact.is_too_large
        sources = exact.conflict()
        return of_sources(sources, ledger.told) if sources else None

    def _losers(self, clash: Clash) -> tuple[Choice, list[Side]]:
        """The question, and the side that gives way: one if it is decided, else each in turn."""
        sides = sorted(clash.sides, key=lambda side: self._label(side))
        choice = self._choice(clash, sides)
        self.raised[choice.id], self.clashes[choice.id] = choice, clash
        answer = self.answers.get(choice.id)
        losers = [sides[1], sides[0]] if len(sides) == 2 else sides
        for option, loser in zip(choice.options, losers, strict=True):
            if option.id == answer:
                self.answered[choice.id] = None
                return choice, [loser]
        return choice, losers

    def _choice(self, clash: Clash, sides: list[Side]) -> Choice:
        """The clash as a question that hangs on the two sets of places, whatever order they were met in."""
        locators = value_places([seen for side in sides for seen in side.shown])
        id = evidence_id(clash.kind, self.body, locators, self.measure.id)
        if len(sides) > 2:
            return Choice(id, clash.kind, _which_is_wrong(sides), self._giving_way(sides), self.body, locators)
        same = sides[0].words == sides[1].words
        options = tuple(
            Option(
                f"{side.words} ({at})" if same else side.words,
                self._label(side),
                tuple(seen.id for seen in side.shown),
                side.words,
            )
            for at, side in enumerate(sides, start=1)
        )
        question = f"{clash.what[0].upper()}{clash.what[1:]}: {sides[0].words} or {sides[1].words}. Which stands?"
        return Choice(id, clash.kind, question, options, self.body, locators)

    def _giving_way(self, sides: list[Side]) -> tuple[Option, ...]:
        """One option for each side: that it is the wrong one."""
        return tuple(
            Option(
                f"wrong: {at}", f"set aside {self._label(side)}", tuple(seen.id for seen in side.shown), side.words
            )
            for at, side in enumerate(sides, start=1)
        )

    def _label(self, side: Side) -> str:
        return f"{side.words}: {self.names.where(side.shown)}"


def difference(clash: Clash) -> Decimal | None:
    """By how many the first side is more than the second; None where they are no two exact numbers."""
    try:
        mine, theirs = (sum(map(Decimal, side.words.split(", ")), Decimal(0)) for side in clash.sides)
    except (ValueError, InvalidOperation):
        return None
    return mine - theirs


def _ids(side: Side) -> frozenset[str]:
    return frozenset(seen.id for seen in side.shown)


def without(tables: tuple[StatementTable, ...], loser: Side, about: str) -> tuple[StatementTable, ...]:
    """The tables when one side of a clash gives way.

    A number said twice goes with its statement; a total that does not stand goes; a table that adds to another
    total stays, no longer taken to hold all cases; a table that differs on a variable loses what it says of it.
    """
    if about in ("cell", "statement") or (about == "total" and loser.is_total):
        return _dropped(tables, {seen.id for seen in loser.shown})
    if about == "total":
        return tuple(replace(t, key=replace(t.key, partial=True)) if t.key in loser.keys else t for t in tables)
    return _stripped(tables, loser, about)


def gave_way(tables: tuple[StatementTable, ...], lost: Losses) -> tuple[StatementTable, ...]:
    """The tables, laid out for other days, without what gave way."""
    for side, about in lost:
        places = {_place(key) for key in side.keys}
        here = frozenset(table.key for table in tables if _place(table.key) in places)
        tables = without(tables, replace(side, keys=here), about)
    return tables


def _place(key: TableKey) -> tuple[object, ...]:
    """What names a table whatever days are asked for."""
    return key.document, key.table, key.sort, key.shape, key.each


def _dropped(tables: tuple[StatementTable, ...], ids: set[str]) -> tuple[StatementTable, ...]:
    kept = (replace(t, statements=tuple(s for s in t.statements if s.observation.id not in ids)) for t in tables)
    return tuple(table for table in kept if table.statements)


def _stripped(tables: tuple[StatementTable, ...], loser: Side, variable: str) -> tuple[StatementTable, ...]:
    kept = []
    for table in tables:
        if table.key not in loser.keys:
            kept.append(table)
        elif table.key.shape != {variable}:
            key = replace(table.key, shape=table.key.shape - {variable})
            kept.append(StatementTable(key, tuple(_without(s, variable) for s in table.statements)))
    return tuple(kept)


def _without(statement: Statement, variable: str) -> Statement:
    return replace(statement, regions=tuple((n, region) for n, region in statement.regions if n != variable))


def _which_is_wrong(sides: list[Side]) -> str:
    words, count = "; ".join(side.words for side in sides), len(sides)
    return f"These {count} statements cannot all be right, though any {count - 1} can: {words}. Which is wrong?"
