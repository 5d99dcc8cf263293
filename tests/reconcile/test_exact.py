"""Exactness against brute force: every way the cases can have been, held against every statement of the reply."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from foidesk.model import AllOf, Category, Codebook, OneOf, Variable
from foidesk.reconcile import equations
from foidesk.reconcile.exact import LOOSE

from .build import BODY, CASES, Reply, definition, figure, kinds, run

MOST_CASES = 3
MANY = Variable(
    "nature", "Nature", multiple=True, categories=(Category("abuse", "Abuse"), Category("leak", "Leak"))
)
A = Variable("role", "A", categories=(Category("a1", "A1"), Category("a2", "A2")))
B = Variable("outcome", "B", categories=(Category("b1", "B1"), Category("b2", "B2")))
OTHER = "other"
Case = tuple[str, str, frozenset[str]]
"""A category of A, one of B (or another that nobody names), and the natures."""

POINTS: tuple[Case, ...] = tuple(
    (a, b, frozenset(n))
    for a in ("a1", "a2", OTHER)
    for b in ("b1", "b2", OTHER)
    for n in ((), ("abuse",), ("leak",), ("abuse", "leak"))
)
SURVEY = replace(definition(), codebook=Codebook(1, (A, B, MANY), (CASES,)))


@dataclass(frozen=True)
class Row:
    """A row of a table: so many cases, each of which fits."""

    lo: int
    hi: int
    fits: Callable[[Case], bool]


@dataclass(frozen=True)
class Table:
    """Rows of different cases; in a complete one, no case lies outside."""

    rows: tuple[Row, ...]
    complete: bool

    def allows(self, cases: tuple[Case, ...]) -> bool:
        """True if the cases can be dealt out to the rows so that each row has its number."""
        places = [[at for at, row in enumerate(self.rows) if row.fits(case)] for case in cases]
        if not self.complete:
            places = [[*fitting, -1] for fitting in places]
        for dealt in product(*places):
            if all(row.lo <= dealt.count(at) <= row.hi for at, row in enumerate(self.rows)):
                return True
        return False


@dataclass
class Told:
    """A reply with the tables that it means."""

    reply: Reply
    lo: int
    hi: int
    tables: list[Table]

    def worlds(self) -> Iterator[tuple[Case, ...]]:
        for size in range(self.lo, self.hi + 1):
            for cases in combinations_with_replacement(POINTS, size):
                if all(table.allows(cases) for table in self.tables):
                    yield cases


def is_a(a: str) -> Callable[[Case], bool]:
    return lambda case: case[0] == a


def is_b(b: tuple[str, ...]) -> Callable[[Case], bool]:
    return lambda case: case[1] in b


@st.composite
def replies(draw: st.DrawFn, honest: bool = True) -> Told:
    """What a clerk tells of a few cases, small numbers hidden; not honest: one number may be another."""
    cases = draw(st.lists(st.sampled_from(POINTS), min_size=1, max_size=MOST_CASES))
    told = Told(Reply(), len(cases), len(cases), [])
    forms = draw(st.lists(st.sampled_from(sorted(FORMS)), min_size=1, max_size=3, unique=True))
    told.reply.says(len(cases))
    for form in forms:
        FORMS[form](draw, told, cases, 0 if honest else draw(st.integers(0, 1)))
    return told


def cell(draw: st.DrawFn, number: int, more: int) -> tuple[object, int, int]:
    """A number as it is printed, with what it allows."""
    if number and draw(st.booleans()):
        return (1, 4), 1, 4
    return number + more, number + more, number + more


def one_way(draw: st.DrawFn, told: Told, cases: list[Case], more: int) -> None:
    """A table by A, with its printed total or without."""
    rows = []
    for a in ("a1", "a2"):
        printed, lo, hi = cell(draw, sum(case[0] == a for case in cases), more)
        told.reply.cell(printed, "by A", role=a)
        rows.append(Row(lo, hi, is_a(a)))
    told.tables.append(Table(tuple(rows), False))


def of_a_set(draw: st.DrawFn, told: Told, cases: list[Case], more: int) -> None:
    """A table by B, one row of which stands for either category."""
    either = [case for case in cases if case[1] in ("b1", "b2")]
    known = draw(st.integers(0, sum(case[1] == "b1" for case in either)))
    printed, lo, hi = cell(draw, known, more)
    told.reply.cell(printed, "by B", outcome="b1")
    vague, low, high = cell(draw, len(either) - known, 0)
    told.reply.cell(vague, "by B", outcome=OneOf(("b1", "b2")))
    told.tables.append(Table((Row(lo, hi, is_b(("b1",))), Row(low, high, is_b(("b1", "b2")))), False))


def two_way(draw: st.DrawFn, told: Told, cases: list[Case], more: int) -> None:
    """A table by A and B."""
    rows = []
    for a, b in product(("a1", "a2"), ("b1", "b2")):
        printed, lo, hi = cell(draw, sum(case[:2] == (a, b) for case in cases), more)
        told.reply.cell(printed, "by A and B", role=a, outcome=b)
        rows.append(Row(lo, hi, lambda case, a=a, b=b: case[:2] == (a, b)))
    told.tables.append(Table(tuple(rows), False))


def natures(draw: st.DrawFn, told: Told, cases: list[Case], more: int) -> None:
    """A table by nature: a case stands in as many rows as it has natures."""
    for nature in ("abuse", "leak"):
        printed, lo, hi = cell(draw, sum(nature in case[2] for case in cases), more)
        told.reply.cell(printed, "by nature", nature=nature)
        told.tables.append(Table((Row(lo, hi, lambda case, n=nature: n in case[2]),), False))


def listed(draw: st.DrawFn, told: Told, cases: list[Case], more: int) -> None:
    """A list of the cases with A and the natures, where they are told."""
    rows = []
    for a, _, held in cases:
        words: dict[str, object] = {}
        if a != OTHER and draw(st.booleans()):
            words["role"] = a
        if held and draw(st.booleans()):
            words["nature"] = AllOf(tuple(held))
        told.reply.row(**words)
        rows.append(Row(1, 1, lambda case, words=dict(words), held=held: fits(case, words, held)))
    told.tables.append(Table(tuple(rows), True))


def fits(case: Case, words: dict[str, object], held: frozenset[str]) -> bool:
    return words.get("role", case[0]) == case[0] and ("nature" not in words or case[2] == held)


FORMS = {"one way": one_way, "set": of_a_set, "two way": two_way, "natures": natures, "list": listed}
QUESTIONS: tuple[tuple[dict[str, str | tuple[str, ...]], Callable[[Case], bool]], ...] = (
    ({"role": "a1"}, is_a("a1")),
    ({"outcome": "b1"}, is_b(("b1",))),
    ({"outcome": ("b1", "b2")}, is_b(("b1", "b2"))),
    ({"role": "a1", "outcome": "b1"}, lambda case: case[:2] == ("a1", "b1")),
    ({"nature": "abuse"}, lambda case: "abuse" in case[2]),
    ({"nature": ("abuse", "leak")}, lambda case: bool(case[2])),
    ({"role": "a2", "nature": "leak"}, lambda case: case[0] == "a2" and "leak" in case[2]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_true_bounds_are_reached_and_never_passed(told: Told) -> None:
    result, worlds = run(told.reply, survey=SURVEY), list(told.worlds())
    assert worlds
    for where, asked in QUESTIONS:
        came = figure(result, "true", **where)
        numbers = [sum(map(asked, cases)) for cases in worlds]
        if came is not None:
            assert came == (min(numbers), max(numbers)), where


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies(honest=False))
def test_what_cannot_be_is_raised_and_never_repaired_unseen(told: Told) -> None:
    assume(next(told.worlds(), None) is None)
    assert "contradiction" in kinds(run(told.reply, survey=SURVEY))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_bounds_without_a_joint_table_are_wider_yet_hold_and_say_so(told: Told) -> None:
    worlds = list(told.worlds())
    before, equations.MOST_JOINT = equations.MOST_JOINT, 4
    try:
        result = run(told.reply, survey=SURVEY)
        for where, asked in QUESTIONS:
            came = figure(result, "true", **where)
            numbers = [sum(map(asked, cases)) for cases in worlds]
            if came is None:
                continue
            assert came[0] <= min(numbers) and (came[1] is None or came[1] >= max(numbers)), where
            if came != (min(numbers), max(numbers)):
                categories = {name: (ids,) if isinstance(ids, str) else ids for name, ids in where.items()}
                support = result.accounts.support(BODY, "cases", categories, "true")
                assert support is not None and LOOSE in support.caveats
    finally:
        equations.MOST_JOINT = before
