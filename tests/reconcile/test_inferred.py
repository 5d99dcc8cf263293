"""What a reader infers who takes a table to hold all of its kinds: asked about before anything is published."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foidesk.findings import compute, public
from foidesk.model import Finding, Query
from foidesk.reconcile import Names, Reconciled

from .build import BODY, Reply, definition, kinds, run, year

LEAVES = ("constable", "sergeant", "staff")
HIDDEN = (1, 4)
TOTAL = Query("total", "total", "Cases", "cases")
OF_ROLE = {role: Query(role, "total", role, "cases", where={"role": (role,)}) for role in (*LEAVES, "officer")}


def table(hidden: dict[str, int], numbers: dict[str, int], said: int = 0, officers: int = 0) -> Reply:
    """A table of roles without a total; perhaps a sentence with it, perhaps the officers above their ranks."""
    told = Reply()
    if officers:
        told.cell(officers, role="officer")
    for role, number in numbers.items():
        told.cell(HIDDEN if role in hidden else number, role=role)
    if said:
        told.says(said)
    return told


def published(result: Reconciled, *queries: Query) -> tuple[Finding, ...]:
    survey = definition(*queries)
    return tuple(map(public, compute(survey, result.accounts, result.outcomes)))


def blocked(told: Reply, *queries: Query) -> bool:
    result = run(told, survey=definition(*queries))
    issues = result.accounts.give_away(published(result, *queries), {}, Names({}))
    return [issue.blocks for issue in issues] == ["publish"]


def test_a_total_elsewhere_and_the_open_kinds_of_a_table_tell_its_withheld_one() -> None:
    """9 in all, sergeants 2, staff 4: nothing says that the table holds all 9, but a reader will think so."""
    told = table({"constable": 3}, {"constable": 3, "sergeant": 2, "staff": 4}, said=9)
    assert blocked(told, TOTAL, OF_ROLE["sergeant"], OF_ROLE["staff"])
    assert not blocked(told, TOTAL, OF_ROLE["staff"])
    assert "disclosure" in kinds(run(told))


def test_a_table_that_surely_leaves_cases_out_tells_nothing_by_its_total() -> None:
    told = table({"constable": 3}, {"constable": 3, "sergeant": 2, "staff": 4}, said=14)
    assert not blocked(told, TOTAL, OF_ROLE["sergeant"], OF_ROLE["staff"])
    assert "disclosure" not in kinds(run(told))


def test_what_follows_is_told_whatever_another_table_makes_of_it() -> None:
    """A second table that cannot hold all cases hinders nobody from taking the first at its word."""
    told = table({"constable": 3}, {"constable": 3, "sergeant": 2, "staff": 4}, said=9)
    for number, outcome in ((2, "warning"), (3, "advice")):
        told.cell(number, "Table 2", outcome=outcome)
    assert blocked(told, TOTAL, OF_ROLE["sergeant"], OF_ROLE["staff"])


def test_officers_of_whom_sergeants_tell_the_constables_to_who_knows_no_other_rank() -> None:
    told = table({"constable": 3}, {"constable": 3, "sergeant": 2, "staff": 4}, said=9, officers=5)
    assert "disclosure" in kinds(run(told))
    assert blocked(told, OF_ROLE["officer"], OF_ROLE["sergeant"])


def test_the_lower_end_of_a_total_may_tell_a_withheld_number() -> None:
    """10 to 19 in all, constables 5, staff 1: fewer than 4 of the 1 to 4 sergeants would make less than 10."""
    told = table({"sergeant": 4}, {"constable": 5, "sergeant": 4, "staff": 1}, officers=9)
    assert blocked(told, TOTAL, OF_ROLE["constable"], OF_ROLE["staff"])
    assert not blocked(told, TOTAL, OF_ROLE["constable"])


def test_a_withheld_number_that_no_sum_speaks_of_is_looked_at_too() -> None:
    """One of a single year stands in no total of all days: what else is said tells nothing of it."""
    told = table({"constable": 3}, {"constable": 3, "sergeant": 2, "staff": 4}, said=9)
    told.cell(HIDDEN, "By year", role="constable", period=year(2009))
    told.cell(2, "By year", role="staff", period=year(2009))
    (asked,) = [choice for choice in run(told).choices if choice.kind == "disclosure"]
    assert len(asked.locators) == 1


@st.composite
def replies(draw: st.DrawFn) -> tuple[Reply, dict[str, int], list[Query]]:
    numbers = {role: draw(st.integers(1, 6)) for role in LEAVES}
    small = [role for role in LEAVES if numbers[role] <= 4]
    hidden = {role: numbers[role] for role in small if draw(st.booleans())}
    total = sum(numbers.values())
    told = table(
        hidden, numbers, said=total if draw(st.booleans()) else 0,
        officers=numbers["constable"] + numbers["sergeant"] if draw(st.booleans()) else 0,
    )  # fmt: skip
    if draw(st.booleans()):
        told.total(total, "Table 1")
    queries = [one for one in (TOTAL, *OF_ROLE.values()) if draw(st.booleans())]
    return told, hidden, queries or [TOTAL]


def may_be(hidden: dict[str, int], shown: dict[str, tuple[int, int | None]]) -> set[tuple[int, ...]]:
    """All that the withheld numbers can be to a reader of the figures who takes the table to hold all kinds."""
    open_ = [range(HIDDEN[0], HIDDEN[1] + 1) if role in hidden else range(40) for role in LEAVES]
    found = set()
    for guess in product(*open_):
        roles = dict(zip(LEAVES, guess, strict=True))
        sums = {**roles, "officer": roles["constable"] + roles["sergeant"], "total": sum(guess)}
        if all(lo <= sums[name] and (hi is None or sums[name] <= hi) for name, (lo, hi) in shown.items()):
            found.add(tuple(roles[role] for role in hidden))
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(replies())
def test_figures_that_leave_a_withheld_number_one_value_to_such_a_reader_are_refused(
    drawn: tuple[Reply, dict[str, int], list[Query]],
) -> None:
    told, hidden, queries = drawn
    result = run(told, survey=definition(*queries))
    findings = published(result, *queries)
    shown = {
        one.name: (int(s.value.lo), None if s.value.hi is None else int(s.value.hi))
        for one in findings
        for s in one.supports
        if s.body == BODY
    }
    possible = may_be(hidden, shown)
    pinned = [at for at in range(len(hidden)) if len({guess[at] for guess in possible}) == 1]
    issues = result.accounts.give_away(findings, {}, Names({}))
    assert bool(pinned) <= bool(issues), (shown, hidden)
