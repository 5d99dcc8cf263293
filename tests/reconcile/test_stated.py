"""What is *stated*, against brute force: every way the cases can stand in the tables that speak of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foidesk.model import AllOf, OneOf

from .build import Reply, figure, kinds, run
from .test_exact import OTHER, POINTS, SURVEY, Case, cell

Kinds = Mapping[str, frozenset[str]]
"""For some variables the categories of which a case is said to have one."""


@dataclass(frozen=True)
class Row:
    """So many cases of some kinds; `natures`: just these."""

    lo: int
    hi: int
    kinds: Kinds
    natures: frozenset[str] = frozenset()

    def fits(self, case: Case) -> bool:
        of = {"role": {case[0]}, "outcome": {case[1]}, "nature": case[2]}
        return all(of[name] & ids for name, ids in self.kinds.items()) and self.natures in (frozenset(), case[2])

    def says(self, name: str) -> list[frozenset[str]]:
        """All that it says of the variable: one of each of these sets."""
        if name == "nature" and self.natures:
            return [frozenset({one}) for one in self.natures]
        return [self.kinds[name]] if name in self.kinds else []

    def says_that(self, asked: Kinds) -> bool:
        return all(any(one <= ids for one in self.says(name)) for name, ids in asked.items())

    def lies_in(self, other: Row, names: Kinds) -> bool:
        return all(name in other.kinds and self.says_that({name: other.kinds[name]}) for name in names)


@dataclass(frozen=True)
class Table:
    """Rows of different cases; a list holds all cases, any other table perhaps not."""

    rows: tuple[Row, ...]
    is_list: bool = False

    def dealt(self, cases: tuple[Case, ...]) -> Iterator[tuple[int, ...]]:
        """For each way of dealing the cases out, the row of each case; -1 is none."""
        places = [[at for at, row in enumerate(self.rows) if row.fits(case)] for case in cases]
        for dealt in product(*(held if self.is_list else [*held, -1] for held in places)):
            if all(row.lo <= dealt.count(at) <= row.hi for at, row in enumerate(self.rows)):
                yield dealt

    def states_all(self, names: Kinds) -> bool:
        """True if it goes by just these variables: it holds all cases that any table says to be of its kinds."""
        return not self.is_list and self.rows[0].kinds.keys() == names.keys()


@dataclass
class Told:
    reply: Reply
    tables: list[Table]
    size: int

    def numbers(self, counts: Callable[[list[Row | None]], bool], asked: list[Kinds]) -> list[int]:
        """How many cases count, in every way they can have been and stand; `counts` is asked of a case's rows."""
        found = set()
        for cases in combinations_with_replacement(self._points(), self.size):
            for standing in product(*(list(table.dealt(cases)) for table in self.tables)):
                rows = [
                    [None if at < 0 else table.rows[at] for table, at in zip(self.tables, each, strict=True)]
                    for each in zip(*standing, strict=True)
                ]
                if all(self._is_all_stated(of_case, names) for of_case in rows for names in asked):
                    found.add(sum(map(counts, rows)))
        return sorted(found)

    def _points(self) -> list[Case]:
        """The different cases, as far as the tables speak of them."""
        names = {
            name
            for table in self.tables
            for row in table.rows
            for name in (*row.kinds, *("nature",) * bool(row.natures))
        }
        of = {"role": 0, "outcome": 1, "nature": 2}
        return [p for p in POINTS if all(name in names or p[at] == POINTS[0][at] for name, at in of.items())]

    def _is_all_stated(self, rows: list[Row | None], names: Kinds) -> bool:
        absent = [
            table for table, row in zip(self.tables, rows, strict=True) if row is None and table.states_all(names)
        ]
        return not any(
            row is not None and row.lies_in(other, names)
            for row in rows
            for table in absent
            for other in table.rows
        )


@st.composite
def replies(draw: st.DrawFn) -> Told:
    cases = draw(st.lists(st.sampled_from(POINTS), min_size=1, max_size=3))
    told = Told(Reply(), [], len(cases))
    told.reply.says(len(cases))
    for form in draw(st.lists(st.sampled_from(sorted(FORMS)), min_size=2, max_size=3, unique=True)):
        FORMS[form](draw, told, cases)
    return told


def row(draw: st.DrawFn, told: Told, cases: list[Case], table: str, **words: str) -> Row:
    count = sum(all(word in (case[0], case[1], *case[2]) for word in words.values()) for case in cases)
    printed, lo, hi = cell(draw, count, 0)
    told.reply.add(printed, "cell" if table else "prose", table, **words)
    return Row(lo, hi, {name: frozenset({word}) for name, word in words.items()})


def sentence(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    told.tables.append(Table((row(draw, told, cases, "", role="a1"),)))


def by_role(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    told.tables.append(Table(tuple(row(draw, told, cases, "by A", role=a) for a in ("a1", "a2"))))


def by_both(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    pairs = product(("a1", "a2"), ("b1", "b2"))
    told.tables.append(Table(tuple(row(draw, told, cases, "by both", role=a, outcome=b) for a, b in pairs)))


def by_nature(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    told.tables += [Table((row(draw, told, cases, "by nature", nature=n),)) for n in ("abuse", "leak")]


def by_nature_and_role(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    pairs = product(("abuse", "leak"), ("a1", "a2"))
    told.tables += [Table((row(draw, told, cases, "by N and A", nature=n, role=a),)) for n, a in pairs]


def vaguely(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    """By B; some of those of either category are only said to be of one of the two."""
    either = [case[1] for case in cases if case[1] != OTHER]
    known = draw(st.integers(0, either.count("b1")))
    told.reply.cell(known, "by B", outcome="b1")
    told.reply.cell(len(either) - known, "by B", outcome=OneOf(("b1", "b2")))
    rest = len(either) - known
    b1, both = frozenset({"b1"}), frozenset({"b1", "b2"})
    told.tables.append(Table((Row(known, known, {"outcome": b1}), Row(rest, rest, {"outcome": both}))))


def listed(draw: st.DrawFn, told: Told, cases: list[Case]) -> None:
    """The cases one by one, of each what the clerk wrote down."""
    rows = []
    for a, b, held in cases:
        words: dict[str, object] = {}
        words |= {"role": a} if a != OTHER and draw(st.booleans()) else {}
        words |= {"outcome": b} if b != OTHER and draw(st.booleans()) else {}
        natures = held if held and draw(st.booleans()) else frozenset()
        told.reply.row(**words, **({"nature": AllOf(tuple(sorted(natures)))} if natures else {}))
        rows.append(Row(1, 1, {name: frozenset({str(word)}) for name, word in words.items()}, natures))
    told.tables.append(Table(tuple(rows), True))


FORMS = {
    "sentence": sentence, "role": by_role, "both": by_both, "nature": by_nature, "role too": by_nature_and_role,
    "vaguely": vaguely, "list": listed,
}  # fmt: skip
QUESTIONS: tuple[dict[str, str | tuple[str, ...]], ...] = (
    {"role": "a1"},
    {"role": ("a1", "a2")},
    {"outcome": "b1"},
    {"outcome": ("b1", "b2")},
    {"nature": ("abuse", "leak")},
    {"role": "a1", "outcome": "b1"},
    {"role": "a2", "nature": "leak"},
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_what_is_stated_is_bounded_as_tightly_as_the_replies_allow_and_no_tighter(told: Told) -> None:
    result = run(told.reply, survey=SURVEY)
    assert "contradiction" not in kinds(result), "an honest reply contradicts itself"
    for where in QUESTIONS:
        came = figure(result, **where)
        if came is not None:
            asked = {name: frozenset((ids,) if isinstance(ids, str) else ids) for name, ids in where.items()}
            numbers = said(told, asked)
            assert came == (numbers[0], numbers[-1]), where
    for name in ("role", "outcome"):
        came = figure(result, **{name: "not stated"})
        if came is not None:
            numbers = told.numbers(
                lambda rows, name=name: not any(one and one.says(name) for one in rows), [{name: frozenset()}]
            )
            assert came == (numbers[0], numbers[-1]), name


def said(told: Told, asked: Kinds) -> list[int]:
    """All at once where some row speaks of all variables, else each by whatever row speaks of it."""
    at_once = any(all(row.says(name) for name in asked) for table in told.tables for row in table.rows)
    clauses: list[Kinds] = [asked] if at_once else [{name: ids} for name, ids in asked.items()]
    return told.numbers(
        lambda rows: all(any(row and row.says_that(clause) for row in rows) for clause in clauses), clauses
    )


def test_a_case_of_several_natures_in_a_cross_table_is_no_contradiction_and_counts_once() -> None:
    reply = Reply()
    reply.says(3)
    for count, more in ((2, {"nature": "abuse"}), (2, {"nature": "leak"})):
        reply.cell(count, "by both", role="constable", **more)
    assert figure(run(reply), role="constable") == (2, 3)
    reply.cell(2, "by role", role="constable")
    reply.cell(1, "by role", role="staff")
    result = run(reply)
    assert not kinds(result) and figure(result, role="constable") == (2, 2)


def test_two_tables_that_each_hold_only_some_cases_may_speak_of_the_same_or_of_others() -> None:
    reply = Reply()
    reply.says(12)
    reply.cell(5, "by outcome", role="constable", outcome="left")
    reply.cell(4, "by year", role="constable", nature="leak")
    assert figure(run(reply), role="constable") == (5, 9)
    reply.cell(6, "by role", role="constable")
    reply.cell(3, "by role", role="staff")
    assert figure(run(reply), role="constable") == (6, 6)


def test_a_case_that_takes_the_one_place_of_its_kind_leaves_none_to_the_next_row() -> None:
    """By A there is one of a1; a list says so of its first case, and b1 of its second: none is of both."""
    reply = Reply()
    reply.says(2)
    reply.cell(1, "by A", role="a1")
    reply.cell(0, "by A", role="a2")
    reply.row(role="a1")
    reply.row(outcome="b1")
    assert figure(run(reply, survey=SURVEY), role="a1", outcome="b1") == (0, 0)
    reply.cell(1, "by A too", role="a1")
    assert figure(run(reply, survey=SURVEY), role="a1", outcome="b1") == (0, 0)


def test_two_cases_of_a_kind_leave_it_open_which_rows_they_are() -> None:
    reply = Reply()
    reply.says(3)
    reply.cell(2, "by A", role="a1")
    reply.cell(0, "by A", role="a2")
    reply.row(role="a1")
    reply.row(outcome="b1")
    reply.row()
    assert figure(run(reply, survey=SURVEY), role="a1", outcome="b1") == (0, 1)


def test_a_contradiction_elsewhere_widens_all_that_hangs_on_it() -> None:
    reply, other = Reply(), Reply("other.pdf")
    reply.says(10)
    for role, outcome, count in (("constable", "left", 3), ("constable", "warning", (1, 4)), ("staff", "left", 2)):
        reply.cell(count, "by both", role=role, outcome=outcome)
    reply.says(3, outcome="warning")
    other.says(1, outcome="warning")
    stated = figure(run(reply, other), "true", role="constable")
    one, two = (
        figure(run(reply, other, answers=answers), "true", role="constable") for answers in _both(reply, other)
    )
    assert stated is not None and one is not None and two is not None
    assert stated[0] == min(one[0], two[0]) and None not in (stated[1], one[1], two[1])
    assert (stated[1] or 0) == max(one[1] or 0, two[1] or 0)


def _both(*replies: Reply) -> list[dict[str, str]]:
    (choice,) = [one for one in run(*replies).choices if one.kind == "contradiction"]
    return [{choice.id: option.id} for option in choice.options]
