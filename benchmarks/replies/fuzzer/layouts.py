"""Facts laid out as a clerk might: which table, which way round, with what added or left out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from foidesk.model import Variable

from .facts import Facts, Key

Value = str | int | float | date | None
Stated = tuple[bool, str, str, str]
"""(money, year, first, second), "" where all are meant."""


@dataclass
class Grid:
    """One table with its caption; merges are (top, left, bottom, right), counted from 0."""

    caption: str
    rows: list[list[Value]]
    head: int = 1
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    money: set[int] = field(default_factory=set)
    fixed: bool = False


@dataclass
class Reply:
    """All tables of a reply, what they state, and what was done to them (for the report)."""

    grids: list[Grid]
    stated: set[Stated]
    done: list[str]
    lines: list[str] = field(default_factory=list)


class Clerk:
    """One person's habits for one reply: words, signs for nought, totals or none."""

    def __init__(self, rng: random.Random, facts: Facts) -> None:
        self.rng, self.facts, self.subject = rng, facts, facts.subject
        self.nought: Value = rng.choice((0, 0, 0, "-", None, self.word("nil")))
        self.totals = rng.random() < 0.55
        self.synonyms = rng.random() < 0.5
        self.done: list[str] = []
        self._names: dict[tuple[str, str], str] = {}

    def chance(self, share: float, what: str) -> bool:
        """True in that share of replies; says so in the report."""
        if self.rng.random() >= share:
            return False
        self.done.append(what)
        return True

    def word(self, key: str) -> str:
        return self.rng.choice(self.subject.words[key])

    def head(self, variable: Variable) -> str:
        return self.rng.choice(variable.names).capitalize()

    def name(self, variable: Variable, id: str) -> str:
        """The clerk's word for a category: one word for each, throughout."""
        category = variable.category(id)
        choice = self.rng.choice((category.label, *category.synonyms)) if self.synonyms else category.label
        found = self._names.setdefault((variable.id, id), choice)
        return found[0].upper() + found[1:]

    def number(self, value: int) -> Value:
        return value if value else self.nought

    def counted(self) -> str:
        noun = self.rng.choice(self.subject.measure.nouns)
        return noun[0].upper() + noun[1:]

    def paid(self) -> str:
        assert self.subject.money
        noun = self.rng.choice(self.subject.money.nouns)
        return f"{noun[0].upper()}{noun[1:]} ({self.subject.sign})"

    def window(self) -> str:
        years = self.facts.years
        return (
            f"{years[0]} to {years[-1]}"
            if self.subject.words["total"][0] == "Total"
            else f"{years[0]} bis {years[-1]}"
        )

    def of(self, measure: str, *by: str) -> str:
        listed = (" and " if self.subject.words["by"][0] == "by" else " und ").join(one.lower() for one in by)
        return f"{measure} {self.word('by')} {listed}"


def with_totals(clerk: Clerk, rows: list[list[Value]], sums: list[list[int]], right: bool = True) -> None:
    """Adds a total row, and at times a total column, to a crosstab of one head row and one label column."""
    word = clerk.word("total")
    clerk.done.append("totals")
    if right and len(sums[0]) > 1 and clerk.rng.random() < 0.6:
        rows[0].append(word)
        for row, numbers in zip(rows[1:], sums, strict=True):
            row.append(clerk.number(sum(numbers)))
        sums = [[*numbers, sum(numbers)] for numbers in sums]
    rows.append([word, *(clerk.number(sum(column)) for column in zip(*sums, strict=True))])


def shares(clerk: Clerk, rows: list[list[Value]], sums: list[list[int]]) -> None:
    """Adds a column of per cent to a table of one number column."""
    whole = sum(numbers[0] for numbers in sums) or 1
    clerk.done.append("percent")
    rows[0].append(clerk.word("percent"))
    for row, numbers in zip(rows[1:], sums, strict=False):
        row.append(f"{100 * numbers[0] / whole:.1f}%")
    if len(rows) > len(sums) + 1:
        rows[-1].append("100%")


def picked(clerk: Clerk) -> tuple[Variable, tuple[str, ...], Callable[[str], dict[str, str]]]:
    """One of the two variables, its categories in use, and how a category narrows the facts."""
    if clerk.rng.random() < 0.5:
        return clerk.subject.first, clerk.facts.first, lambda id: {"first": id}
    return clerk.subject.second, clerk.facts.second, lambda id: {"second": id}


def crosstab(clerk: Clerk) -> Reply:
    """Years by categories of one variable, either way round."""
    variable, ids, at = picked(clerk)
    years = clerk.facts.years
    sums = [[clerk.facts.total(year, **at(id)) for year in years] for id in ids]
    down, across = [clerk.name(variable, id) for id in ids], [as_year(clerk, year) for year in years]
    corner = clerk.head(variable)
    if clerk.chance(0.4, "transposed"):
        sums = [list(column) for column in zip(*sums, strict=True)]
        down, across, corner = across, down, clerk.word("year")
    rows: list[list[Value]] = [[corner if clerk.rng.random() < 0.8 else None, *across]]
    rows += [[label, *map(clerk.number, numbers)] for label, numbers in zip(down, sums, strict=True)]
    if clerk.totals:
        with_totals(clerk, rows, sums)
    caption = clerk.of(clerk.counted(), clerk.head(variable), clerk.word("year"))
    stated = {(False, year, *pair(at(id))) for id in ids for year in years}
    return Reply([Grid(caption, rows)], stated | rolled(stated), clerk.done)


def pair(at: dict[str, str]) -> tuple[str, str]:
    return at.get("first", ""), at.get("second", "")


def rolled(stated: set[Stated]) -> set[Stated]:
    """What follows by adding up along any part."""
    found = set(stated)
    for money, year, first, second in stated:
        for y in {year, ""}:
            for a in {first, ""}:
                for b in {second, ""}:
                    found.add((money, y, a, b))
    return found


def as_year(clerk: Clerk, label: str) -> Value:
    if "/" not in label:
        return int(label)
    clerk_style = getattr(clerk, "style", None) or clerk.rng.choice(
        ("{a}/{b}", "{a}-{b}", "{a}/{c}", "FY {a}/{b}")
    )
    clerk.style = clerk_style  # type: ignore[attr-defined]
    start = int(label[:4])
    return str(clerk_style.format(a=start, b=f"{(start + 1) % 100:02}", c=start + 1))


def one_way(clerk: Clerk) -> Reply:
    """Categories of one variable over the whole period, with the money beside it at times."""
    variable, ids, at = picked(clerk)
    money = clerk.subject.money is not None and clerk.chance(0.5, "money")
    sums = [[clerk.facts.total(**at(id)), clerk.facts.total(**at(id), money=True)][: 1 + money] for id in ids]
    rows: list[list[Value]] = [[clerk.head(variable), clerk.counted(), *([clerk.paid()] if money else [])]]
    rows += [
        [clerk.name(variable, id), *map(clerk.number, numbers)] for id, numbers in zip(ids, sums, strict=True)
    ]
    if clerk.totals:
        with_totals(clerk, rows, sums, right=False)
    if not money and clerk.chance(0.2, "percent column"):
        shares(clerk, rows, sums)
    grid = Grid(
        f"{clerk.of(clerk.counted(), clerk.head(variable))}, {clerk.window()}", rows, money={2} if money else set()
    )
    if not money and clerk.chance(0.12, "no header"):
        grid.rows, grid.head = grid.rows[1:], 0
    stated = {(m, "", *pair(at(id))) for id in ids for m in (False, *((True,) if money else ()))}
    return Reply([grid], rolled(stated), clerk.done)


def by_year(clerk: Clerk) -> Reply:
    """One number a year, down or across, with the money beside it at times."""
    money = clerk.subject.money is not None and clerk.chance(0.5, "money")
    years = clerk.facts.years
    sums = [[clerk.facts.total(year), clerk.facts.total(year, money=True)][: 1 + money] for year in years]
    rows: list[list[Value]] = [[clerk.word("year"), clerk.counted(), *([clerk.paid()] if money else [])]]
    rows += [
        [as_year(clerk, year), *map(clerk.number, numbers)] for year, numbers in zip(years, sums, strict=True)
    ]
    if clerk.totals:
        with_totals(clerk, rows, sums, right=False)
    columns = {2} if money else set()
    if not money and clerk.chance(0.4, "years across"):
        rows = [list(column) for column in zip(*rows, strict=True)]
    stated = {(m, year, "", "") for year in years for m in (False, *((True,) if money else ()))}
    return Reply(
        [Grid(clerk.of(clerk.counted(), clerk.word("year")), rows, money=columns)], rolled(stated), clerk.done
    )


def two_way(clerk: Clerk) -> Reply:
    """First by second variable over the whole period."""
    facts, subject = clerk.facts, clerk.subject
    sums = [[facts.total(first=a, second=b) for b in facts.second] for a in facts.first]
    rows: list[list[Value]] = [[clerk.head(subject.first), *(clerk.name(subject.second, b) for b in facts.second)]]
    rows += [
        [clerk.name(subject.first, a), *map(clerk.number, line)] for a, line in zip(facts.first, sums, strict=True)
    ]
    if clerk.totals:
        with_totals(clerk, rows, sums)
    caption = (
        f"{clerk.of(clerk.counted(), clerk.head(subject.first), clerk.head(subject.second))}, {clerk.window()}"
    )
    stated = {(False, "", a, b) for a in facts.first for b in facts.second}
    return Reply([Grid(caption, rows)], rolled(stated), clerk.done)


def three_way(clerk: Clerk) -> Reply:
    """Years over the second variable (a merged head of two rows), the first variable down."""
    facts, subject = clerk.facts, clerk.subject
    top: list[Value] = [None]
    low: list[Value] = [clerk.head(subject.first)]
    merges = []
    for year in facts.years:
        merges.append((0, len(top), 0, len(top) + len(facts.second) - 1))
        top += [as_year(clerk, year), *[None] * (len(facts.second) - 1)]
        low += [clerk.name(subject.second, b) for b in facts.second]
    rows = [top, low]
    for a in facts.first:
        numbers = [facts.total(y, a, b) for y in facts.years for b in facts.second]
        rows.append([clerk.name(subject.first, a), *map(clerk.number, numbers)])
    if clerk.totals:
        clerk.done.append("totals")
        sums = [facts.total(y, "", b) for y in facts.years for b in facts.second]
        rows.append([clerk.word("total"), *map(clerk.number, sums)])
    if not clerk.chance(0.7, "merged head"):
        merges = []
    stated = {(False, y, a, b) for y in facts.years for a in facts.first for b in facts.second}
    return Reply(
        [Grid(clerk.of(clerk.counted(), clerk.head(subject.first)), rows, 2, merges)], rolled(stated), clerk.done
    )


def grouped(clerk: Clerk) -> Reply:
    """Categories in groups with a subtotal each, by year."""
    facts, subject = clerk.facts, clerk.subject
    rows: list[list[Value]] = [[clerk.head(subject.first), *(as_year(clerk, year) for year in facts.years)]]
    heads = clerk.chance(0.6, "group heads")
    named = clerk.chance(0.5, "named subtotals")
    for group, members in subject.groups.items():
        inside = [id for id in members if id in facts.first]
        if not inside:
            continue
        if heads:
            rows.append([group, *[None] * len(facts.years)])
        for id in inside:
            rows.append([clerk.name(subject.first, id), *(clerk.number(facts.total(y, id)) for y in facts.years)])
        label = f"{clerk.word('total')} {group}" if named else clerk.word("subtotal")
        sums = [sum(facts.total(y, id) for id in inside) for y in facts.years]
        rows.append([label, *map(clerk.number, sums)])
    rows.append([clerk.word("total"), *(clerk.number(facts.total(y)) for y in facts.years)])
    clerk.done.append("subtotals")
    stated = {(False, y, a, "") for y in facts.years for a in facts.first}
    return Reply([Grid(clerk.of(clerk.counted(), clerk.head(subject.first)), rows)], rolled(stated), clerk.done)


def long_form(clerk: Clerk) -> Reply:
    """Year, category, number: a row each, the year said once or on every row."""
    variable, ids, at = picked(clerk)
    facts = clerk.facts
    rows: list[list[Value]] = [[clerk.word("year"), clerk.head(variable), clerk.counted()]]
    merges = []
    once = clerk.chance(0.5, "year said once")
    merged = once and clerk.chance(0.5, "merged")
    for year in facts.years:
        if merged:
            merges.append((len(rows), 0, len(rows) + len(ids) - 1, 0))
        for n, id in enumerate(ids):
            said = None if once and n else as_year(clerk, year)
            rows.append([said, clerk.name(variable, id), clerk.number(facts.total(year, **at(id)))])
    if clerk.totals:
        clerk.done.append("totals")
        rows.append([clerk.word("total"), None, clerk.number(facts.total())])
    stated = {(False, year, *pair(at(id))) for id in ids for year in facts.years}
    return Reply(
        [Grid(clerk.of(clerk.counted(), clerk.head(variable)), rows, merges=merges)], rolled(stated), clerk.done
    )


def year_tables(clerk: Clerk) -> Reply:
    """One table, or sheet, a year."""
    variable, ids, at = picked(clerk)
    grids = []
    for year in clerk.facts.years:
        sums = [[clerk.facts.total(year, **at(id))] for id in ids]
        rows: list[list[Value]] = [[clerk.head(variable), clerk.counted()]]
        rows += [
            [clerk.name(variable, id), clerk.number(numbers[0])] for id, numbers in zip(ids, sums, strict=True)
        ]
        if clerk.totals:
            with_totals(clerk, rows, sums, right=False)
        grids.append(Grid(str(as_year(clerk, year)), rows, fixed=True))
    clerk.done.append("table a year")
    stated = {(False, year, *pair(at(id))) for id in ids for year in clerk.facts.years}
    return Reply(grids, rolled(stated), clerk.done)


def two_tables(clerk: Clerk) -> Reply:
    """The same cases by year and first variable, then by year and second: never to be added."""
    facts, subject = clerk.facts, clerk.subject
    grids, stated = [], set()
    for variable, ids, key in ((subject.first, facts.first, "first"), (subject.second, facts.second, "second")):
        sums = [[facts.total(year, **{key: id}) for year in facts.years] for id in ids]
        rows: list[list[Value]] = [[clerk.head(variable), *(as_year(clerk, year) for year in facts.years)]]
        rows += [[clerk.name(variable, id), *map(clerk.number, line)] for id, line in zip(ids, sums, strict=True)]
        if clerk.totals:
            with_totals(clerk, rows, sums)
        grids.append(Grid(clerk.of(clerk.counted(), clerk.head(variable)), rows))
        stated |= {(False, year, *pair({key: id})) for id in ids for year in facts.years}
    return Reply(grids, rolled(stated), clerk.done)


def day(rng: random.Random, facts: Facts, year: str) -> date:
    period = facts.subject.year(year)
    return period.start + timedelta(days=rng.randrange((period.end - period.start).days))


def case_list(clerk: Clerk) -> Reply:
    """A row a case: reference, date or year, categories, money at times; said again or filled down."""
    facts, subject, rng = clerk.facts, clerk.subject, clerk.rng
    money = subject.money is not None and clerk.chance(0.6, "money")
    dated = clerk.chance(0.5, "dates")
    down = not dated and clerk.chance(0.25, "fill-down year")
    multiplied = not money and not dated and clerk.chance(0.2, "multipliers")
    head: list[Value] = [clerk.word("ref"), clerk.word("date") if dated else clerk.word("year")]
    head += [clerk.head(subject.first), clerk.head(subject.second), *([clerk.paid()] if money else [])]
    rows: list[list[Value]] = []
    last = ""
    for n, (key, amount, times) in enumerate(_cases(facts, multiplied), 1):
        year, a, b = key
        when: Value = day(rng, facts, year) if dated else as_year(clerk, year)
        label = clerk.name(subject.first, a)
        said = None if down and year == last else when
        label = f"{times} x {label}" if times > 1 else label
        rows.append([n, said, label, clerk.name(subject.second, b), *([clerk.number(amount)] if money else [])])
        last = year
    if not down and not clerk.chance(0.5, "in order"):
        rng.shuffle(rows)
        for n, row in enumerate(rows, 1):
            row[0] = n
    if clerk.totals and money:
        clerk.done.append("totals")
        rows.append([clerk.word("total"), None, None, None, facts.total(money=True)])
    if len(rows) > 8 and clerk.chance(0.1, "repeated header"):
        rows.insert(len(rows) // 2, list(head))
    measures = (False, True) if money else (False,)
    stated = {(m, y, a, b) for y, a, b in facts.count for m in measures}
    caption = clerk.of(clerk.counted(), clerk.head(subject.first))
    return Reply([Grid(caption, [head, *rows], money={4} if money else set())], rolled(stated), clerk.done)


def _cases(facts: Facts, multiplied: bool) -> list[tuple[Key, int, int]]:
    if multiplied:
        return [(key, facts.money[key], number) for key, number in facts.count.items() if number]
    return [(key, amount, 1) for key, amount in facts.cases()]


def case_sheets(clerk: Clerk) -> Reply:
    """A case list a year, each on a sheet or in a table of its own."""
    facts, subject = clerk.facts, clerk.subject
    grids = []
    for year in facts.years:
        rows: list[list[Value]] = [[clerk.word("ref"), clerk.head(subject.first), clerk.head(subject.second)]]
        mine = [key for key, _ in facts.cases() if key[0] == year]
        for n, (_, a, b) in enumerate(mine, 1):
            rows.append([n, clerk.name(subject.first, a), clerk.name(subject.second, b)])
        if mine:
            grids.append(Grid(str(as_year(clerk, year)), rows, fixed=True))
    clerk.done.append("sheet a year")
    stated = {(False, y, a, b) for y, a, b in facts.count if facts.total(y)}
    return Reply(grids, rolled(stated), clerk.done)


def form(clerk: Clerk) -> Reply:
    """A label and a number, line by line."""
    variable, ids, at = picked(clerk)
    years = clerk.facts.years
    noun = clerk.rng.choice(clerk.subject.measure.nouns[1:])
    german = clerk.subject.id == "fines"
    rows: list[list[Value]] = []
    for year in years:
        label = f"{noun} im Jahr {year}" if german else f"Total {noun} in {as_year(clerk, year)}"
        rows.append([label[0].upper() + label[1:], clerk.number(clerk.facts.total(year))])
    for id in ids:
        label = f"davon {clerk.name(variable, id)}" if german else f"of which {clerk.name(variable, id).lower()}"
        rows.append([label, clerk.number(clerk.facts.total(**at(id)))])
    clerk.done.append("form")
    stated = {(False, y, "", "") for y in years} | {(False, "", *pair(at(id))) for id in ids}
    return Reply([Grid("", rows, head=0)], stated | {(False, "", "", "")}, clerk.done)


SHAPES: tuple[Callable[[Clerk], Reply], ...] = (
    crosstab, one_way, by_year, two_way, three_way, grouped, long_form, year_tables, two_tables,
    case_list, case_sheets, form,
)  # fmt: skip
SMALL = ("case_list", "case_sheets")
