"""Places among kinds, and long lists of like cases: against every way the cases can have been."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foidesk.findings import compute
from foidesk.model import OneOf, Query

from .build import Reply, figure, kinds, run
from .test_exact import SURVEY, Told, replies
from .test_ratios import openly


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_places_of_two_kinds_are_those_of_all_ways_the_cases_can_have_been(told: Told) -> None:
    """Both kinds move together where a case may be of either: their ranges alone would leave the order open."""
    worlds, reply = list(told.worlds()), openly(told)
    survey = replace(SURVEY, findings=(Query("it", "breakdown", "It", "cases", by="role", reading="true"),))
    result = run(reply, survey=survey)
    (finding,) = compute(survey, result.accounts, result.outcomes)
    for line in finding.lines:
        if line.key not in ("a1", "a2") or line.rank is None:
            continue
        (other,) = {"a1", "a2"} - {line.key}
        places = [
            1 + (sum(case[0] == other for case in cases) > sum(case[0] == line.key for case in cases))
            for cases in worlds
        ]
        assert line.rank == (min(places), max(places)), line.key


WORDS = ("constable", "officer", "staff", ("constable", "staff"), "phrase", "")


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(("left", "warning", ""))), min_size=1))
def test_like_rows_of_a_list_are_as_many_as_their_number_in_a_table(rows: list[tuple[object, str]]) -> None:
    """A list has one row a case; who counts like rows first gets the same bounds."""
    listed, counted = Reply("list.csv"), Reply("table.csv")
    for role, outcome in rows:
        listed.row(**words(role, outcome))
    for (role, outcome), number in Counter(rows).items():
        counted.add(number, "case row", "List", **words(role, outcome))
    one, other = run(listed), run(counted)
    assert kinds(one) == kinds(other) == []
    for where in (
        {},
        {"role": "constable"},
        {"role": "officer"},
        {"outcome": "left"},
        {"role": "staff", "outcome": "left"},
    ):
        for reading in ("stated", "true"):
            assert figure(one, reading, **where) == figure(other, reading, **where), (reading, where)


def words(role: object, outcome: str) -> dict[str, object]:
    found: dict[str, object] = {"outcome": outcome} if outcome else {}
    return found | ({"role": OneOf((), "spoken to") if role == "phrase" else role} if role else {})


def test_a_list_of_thousands_needs_no_more_unknowns_than_its_kinds() -> None:
    """Each row by itself would be laid over every kind: the account would give up on it and say so."""
    reply = Reply()
    for number in range(6000):
        reply.row(**words(("constable", "staff") if number % 3 else "officer", "left" if number % 2 else ""))
    reply.cell(2500, "by role", role="staff")
    reply.cell(3500, "by role", role="officer")
    result = run(reply)
    assert figure(result, "true", role="staff") == (2500, 2500)
    support = result.accounts.support(reply.body, "cases", {"role": ("staff",)}, "true")
    assert support is not None and not support.caveats
