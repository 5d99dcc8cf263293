"""Random honest replies, drawn from a truth that only this file knows: every bound must hold it.

    PYTHONPATH=src:. python benchmarks/bounds/attack.py [--draws 300] [--seed 1]

Each draw makes up to fourteen cases with a role, an outcome and a year, and tells them as clerks do: tables by one
or two variables with margins, subtotals or a column a year, lists with gaps, sentences, tables of some cases only,
small numbers withheld, numbers rounded, an interim letter before the final one, a list sent twice. Nothing told is
false. A bound that leaves the truth out is *wrong* and is printed with the seed of its draw (`--only SEED` prints
the reply, too). Contradictions are counted: an honest reply has none, but for a letter that another replaces.

What is true of a kind is the number of its cases; what is stated of it the number of cases that some statement
says to be of it. With two letters the final one is true.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from foidesk.model import Count, OneOf, Period, VersionSeen
from foidesk.reconcile import Reconciled
from tests.reconcile.build import Reply, figure, run, year

PARENTS = {
    "constable": "officer", "sergeant": "officer", "dismissed": "left", "resigned": "left", "retired": "left",
    "staff": "", "warning": "", "advice": "",
}  # fmt: skip
ROLES = ("constable", "sergeant", "staff")
OUTCOMES = ("dismissed", "resigned", "retired", "warning", "advice")
KINDS = {"role": ROLES, "outcome": OUTCOMES}
YEARS = (2009, 2010, 2011)
Where = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """A case as it was."""

    number: int
    role: str
    outcome: str
    year: int

    def fits(self, where: Where) -> bool:
        return all(_within(getattr(self, name), ids) for name, ids in where.items())


def _within(kind: str, ids: tuple[str, ...]) -> bool:
    return kind in ids or PARENTS.get(kind) in ids


@dataclass
class Telling:
    """The reply as it is written, and which cases it says to be of which kind."""

    draw: random.Random
    cases: list[Case]
    reply: Reply
    stated: list[tuple[Where, list[Case], Period | None]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    tables: int = 0
    way: str = "plain"
    all_told: bool = False

    def title(self) -> str:
        self.tables += 1
        return f"Table {self.tables}"

    def puts(
        self,
        role: str,
        table: str,
        held: list[Case],
        where: Where,
        period: Period | None = None,
        plainly: bool = False,
    ) -> None:
        """One number: how many of the cases are meant, as the clerk gives it."""
        value = len(held) if plainly else self.number(len(held))
        self.reply.add(
            Count(*map(Decimal, value), "cases", self.way) if isinstance(value, tuple) else value,
            role, table, period=period, **{name: OneOf(ids) for name, ids in where.items()},
        )  # fmt: skip
        self.lines.append(f"{table or 'prose'} [{role}] {where} {period.label if period else ''}: {value}")
        self.stated.append((where, held, period))

    def number(self, count: int) -> object:
        if self.way == "suppressed" and 0 < count < 5:
            return 1, 4
        if self.way == "rounded":
            near = 5 * round(count / 5)
            return max(0, near - 2), near + 2
        return count


Form = Callable[[Telling], None]


def total(told: Telling) -> None:
    told.puts("prose", "", told.cases, {}, plainly=told.way == "suppressed")
    told.all_told = True


def years(told: Telling) -> None:
    """A table of years, each number a total; perhaps one year is left out."""
    table, kept = told.title(), list(YEARS)
    if told.draw.random() < 0.3:
        kept.remove(told.draw.choice(kept))
    for at in kept:
        told.puts("total", table, [c for c in told.cases if c.year == at], {}, year(at))
    if told.draw.random() < 0.3 and len(kept) == 3:
        told.puts("total", table, told.cases, {}, plainly=True)


def by_one(name: str) -> Form:
    def form(told: Telling) -> None:
        table, held = told.title(), told.cases
        whole = told.draw.random() < 0.75
        if not whole:
            held = [c for c in held if getattr(c, name) != KINDS[name][0]]
        for kind in KINDS[name]:
            inside = [c for c in held if getattr(c, name) == kind]
            if inside or (whole and told.draw.random() < 0.5):
                told.puts("cell", table, inside, {name: (kind,)})
        if whole and told.draw.random() < 0.5:
            told.puts("total", table, held, {}, plainly=told.way == "suppressed")
            told.all_told = True

    return form


def nested(name: str) -> Form:
    """A table with a subtotal over its finer rows, some of which may be left out."""

    def form(told: Telling) -> None:
        table, upper = told.title(), "officer" if name == "role" else "left"
        finer = [kind for kind in KINDS[name] if PARENTS.get(kind) == upper]
        told.puts("cell", table, [c for c in told.cases if c.fits({name: (upper,)})], {name: (upper,)})
        for kind in finer:
            if told.draw.random() < 0.8:
                told.puts("cell", table, [c for c in told.cases if getattr(c, name) == kind], {name: (kind,)})
        for kind in KINDS[name]:
            if kind not in finer:
                told.puts("cell", table, [c for c in told.cases if getattr(c, name) == kind], {name: (kind,)})
        if told.draw.random() < 0.5:
            told.puts("total", table, told.cases, {}, plainly=told.way == "suppressed")
            told.all_told = True

    return form


def crossed(told: Telling) -> None:
    """Roles by outcomes, with margins or without."""
    table = told.title()
    margins = told.draw.choice(("none", "rows", "both", "all"))
    for role, outcome in product(ROLES, OUTCOMES):
        held = [c for c in told.cases if (c.role, c.outcome) == (role, outcome)]
        if held or told.draw.random() < 0.7:
            told.puts("cell", table, held, {"role": (role,), "outcome": (outcome,)})
    exact = told.way == "suppressed" and told.draw.random() < 0.5
    if margins != "none":
        for role in ROLES:
            told.puts("total", table, [c for c in told.cases if c.role == role], {"role": (role,)}, plainly=exact)
    if margins in ("both", "all"):
        for outcome in OUTCOMES:
            held = [c for c in told.cases if c.outcome == outcome]
            told.puts("total", table, held, {"outcome": (outcome,)}, plainly=exact)
    if margins == "all":
        told.puts("total", table, told.cases, {}, plainly=exact)
        told.all_told = True


def a_column_a_year(told: Telling) -> None:
    table, name = told.title(), told.draw.choice(tuple(KINDS))
    margins = told.draw.random() < 0.5
    for at in YEARS:
        for kind in KINDS[name]:
            held = [c for c in told.cases if c.year == at and getattr(c, name) == kind]
            told.puts("cell", table, held, {name: (kind,)}, year(at))
        if margins:
            told.puts("total", table, [c for c in told.cases if c.year == at], {}, year(at))


def listed(told: Telling) -> None:
    """A row a case; a clerk may leave a cell blank, or give a kind no closer than its parent."""
    table = told.title()
    for case in told.cases:
        where: Where = {}
        for name in KINDS:
            kind, luck = getattr(case, name), told.draw.random()
            if luck < 0.7:
                where[name] = (kind,)
            elif luck < 0.85:
                where[name] = (PARENTS.get(kind, kind),)
        period = year(case.year) if told.draw.random() < 0.9 else None
        told.reply.add(1, "case row", table, period=period, **{n: OneOf(ids) for n, ids in where.items()})
        told.lines.append(f"{table} row {where} {period.label if period else ''}")
        told.stated.append((where, [case], period))
    told.all_told = True


def sentence(told: Telling) -> None:
    """One number of one kind, perhaps of one year, perhaps two kinds at once."""
    names = told.draw.choice((("role",), ("outcome",), ("role", "outcome")))
    where = {n: (told.draw.choice((*KINDS[n], *sorted({PARENTS[k] for k in KINDS[n]} - {""}))),) for n in names}
    at = told.draw.choice((None, None, *YEARS))
    held = [c for c in told.cases if c.fits(where) and at in (None, c.year)]
    told.puts("prose", "", held, where, year(at) if at else None)


FORMS: tuple[Form, ...] = (
    total, years, by_one("role"), by_one("outcome"), nested("role"), nested("outcome"), crossed, a_column_a_year,
    listed, sentence, sentence,
)  # fmt: skip
QUERIES: tuple[Where, ...] = (
    {}, *({"role": (kind,)} for kind in (*ROLES, "officer")),
    *({"outcome": (kind,)} for kind in (*OUTCOMES, "left")),
    {"role": ("sergeant", "staff")}, {"outcome": ("warning", "advice")},
    {"role": ("officer",), "outcome": ("left",)}, {"role": ("staff",), "outcome": ("warning",)},
)  # fmt: skip


@dataclass(frozen=True)
class Wrong:
    """A bound that leaves the truth out."""

    seed: int
    what: str


def drawn(seed: int) -> tuple[list[Telling], Reconciled]:
    """The letters of one body, and what is made of them."""
    draw = random.Random(seed)
    cases = [
        Case(n, draw.choice(ROLES), draw.choice(OUTCOMES), draw.choice(YEARS)) for n in range(draw.randint(0, 14))
    ]
    letters = []
    for at in range(draw.choice((1, 1, 1, 2, 3))):
        told = Telling(draw, cases, Reply(f"letter {at + 1}.pdf", date=f"2012-0{at + 1}-01"))
        told.way = draw.choice(("exact", "exact", "suppressed", "rounded"))
        for form in draw.sample(FORMS, draw.randint(1, 3)):
            form(told)
        letters.append(told)
    if draw.random() < 0.15:
        letters.append(_twin(letters[-1]))
    if draw.random() < 0.15:
        total(letters[-1])
        letters.insert(0, _interim(draw, letters[0]))
    return letters, run(*(told.reply for told in letters))


def _twin(told: Telling) -> Telling:
    """The same once more, in another file."""
    reply = Reply("again.pdf", date=told.reply.date)
    for seen in told.reply.observations:
        period = {"period": seen.period}
        reply.add(
            seen.value, seen.role, seen.table, quote=seen.places["value"].quote, **period, **dict(seen.where)
        )
    return Telling(told.draw, told.cases, reply, list(told.stated), ["(all of it again)"])


def _interim(draw: random.Random, told: Telling) -> Telling:
    """An earlier letter that knew of fewer cases; the last one tells how many there are in all."""
    fewer = [case for case in told.cases if draw.random() < 0.8]
    early = Telling(draw, fewer, Reply("interim.pdf", date="2011-06-01"))
    early.reply.version = VersionSeen("interim")
    total(early)
    early.stated.clear()
    return early


def truth(letters: list[Telling], where: Where, at: int | None) -> int:
    return sum(case.fits(where) and at in (None, case.year) for case in letters[-1].cases)


def said(letters: list[Telling], where: Where, at: int | None) -> set[int]:
    """How many cases some statement says to be of the kind (and of the year).

    Of two variables both may be said at once, or each by itself: which of the two counts depends on the tables.
    The year of a case may follow from the totals of the years. Of all cases a table without a printed total says
    as many as it adds up to; whether a number of another table or sentence is among them, nothing tells: the
    largest of them, their union and all between are what is said.
    """
    found = set()
    for undated in (False, True):
        at_once = _said(letters, where, at, undated)
        found.add(len(at_once))
        if where:
            found.add(len(set.intersection(*(_said(letters, {n: ids}, at, undated) for n, ids in where.items()))))
        elif at is None and not any(told.all_told for told in letters):
            found |= {len(held) for held in _by_table(letters).values()}
    return set(range(min(found), max(found) + 1))


def _by_table(letters: list[Telling]) -> dict[object, set[int]]:
    """The cases that each table, and each sentence, tells of."""
    found: dict[object, set[int]] = {}
    for letter, told in enumerate(letters):
        for number, (_, held, _) in enumerate(told.stated):
            seen = told.reply.observations
            place = (seen[number].table if number < len(seen) else "") or number
            found.setdefault((letter, place), set()).update(case.number for case in held)
    return found


def _said(letters: list[Telling], where: Where, at: int | None, undated: bool) -> set[int]:
    days = None if at is None else year(at)
    return {
        case.number
        for told in letters
        for stated, held, period in told.stated
        if all(name in stated and all(_within(k, ids) for k in stated[name]) for name, ids in where.items())
        and (days is None or (undated if period is None else period.same_days(days)))
        for case in held
        if at in (None, case.year)
    }


def wrong(seed: int, letters: list[Telling], result: Reconciled) -> Iterator[Wrong]:
    """Where one letter may replace another, what is stated depends on which stands: then only what is true."""
    one_version = not any(told.reply.version for told in letters)
    one_version = one_version and not any(choice.kind in ("version", "twin") for choice in result.choices)
    for where, at, reading in product(QUERIES, (None, *YEARS), ("stated", "true")):
        bounds = figure(result, reading, period=year(at) if at else None, **where)
        if bounds is None or (reading == "stated" and not one_version):
            continue
        counts = {truth(letters, where, at)} if reading == "true" else said(letters, where, at)
        lo, hi = bounds
        if not any(lo <= count and (hi is None or count <= hi) for count in counts):
            told = " or ".join(map(str, sorted(counts)))
            yield Wrong(seed, f"{reading} {where or 'all'} {at or ''}: {lo} to {hi}, but it is {told}")


def flags(result: Reconciled) -> Iterable[str]:
    return (choice.kind for choice in result.choices if choice.kind not in ("disclosure", "version", "twin"))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--draws", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="one draw, with its reply")
    given = parser.parse_args()
    found: list[Wrong] = []
    flagged = Counter[str]()
    for seed in [given.only] if given.only else range(given.seed, given.seed + given.draws):
        letters, result = drawn(seed)
        if given.only:
            for told in letters:
                print(f"{told.reply.name} ({told.way})", *told.lines, sep="\n    ")
            print(*(f"? {choice.kind}: {choice.question}" for choice in result.choices), sep="\n")
        here = list(wrong(seed, letters, result))
        for one in here:
            print(f"  wrong in draw {one.seed}: {one.what}", flush=True)
        found += here
        flagged.update({f"draws with {kind}" for kind in flags(result)})
    print(f"{len({one.seed for one in found})} draws with a wrong bound ({len(found)} bounds); {dict(flagged)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
