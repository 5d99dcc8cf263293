"""Shares against brute force: the least and the most over every way the cases can have been."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from foidesk.errors import SurveyFileError
from foidesk.findings import compute
from foidesk.findings.ratio import LOOSE
from foidesk.findings.recipes.majority import is_majority
from foidesk.model import Codebook, Finding, Measure, Money, Query

from .build import CASES, Reply, definition, run
from .test_exact import SURVEY, Told, replies

SHARES = (
    ({"role": ("a1",)}, {}),
    ({"outcome": ("b2",)}, {}),
    ({"role": ("a1",), "outcome": ("b1",)}, {"outcome": ("b1",)}),
)


def openly(told: Told) -> Reply:
    """The reply with its hidden numbers as ranges that the body gave: what it withheld is shown no closer."""
    for at, seen in enumerate(told.reply.observations):
        if getattr(seen.value, "how", "") == "suppressed":
            told.reply.observations[at] = replace(seen, value=replace(seen.value, how="interval"))
    return told.reply


def found(reply: Reply, where: dict[str, tuple[str, ...]], of: dict[str, tuple[str, ...]]) -> Finding:
    survey = replace(SURVEY, findings=(Query("it", "share", "It", "cases", where=where, of=of),))
    result = run(reply, survey=survey)
    (finding,) = compute(survey, result.accounts, result.outcomes)
    return finding


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_true_shares_are_those_of_all_ways_the_cases_can_have_been(told: Told) -> None:
    worlds, reply = list(told.worlds()), openly(told)
    for where, of in SHARES:
        ratios = [Fraction(part, base) for part, base in (counted(cases, where, of) for cases in worlds) if base]
        finding = found(reply, where, of)
        if not ratios or finding.true is None:
            continue
        low, high = (Fraction(end or 0).limit_denominator(1000) for end in (finding.true.lo, finding.true.hi))
        assert low <= min(ratios) and max(ratios) <= high
        if not any(caveat.endswith(LOOSE) for caveat in finding.caveats):
            assert (low, high) == (min(ratios), max(ratios))


def counted(
    cases: tuple[tuple[str, str, frozenset[str]], ...], where: dict[str, tuple[str, ...]],
    of: dict[str, tuple[str, ...]],
) -> tuple[int, int]:  # fmt: skip
    """The part and the base in one way the cases can have been."""
    named = [dict(zip(("role", "outcome"), case[:2], strict=True)) for case in cases]
    part, base = (
        sum(all(case[name] in ids for name, ids in asked.items()) for case in named) for asked in (where, of)
    )
    return part, base


def test_a_base_without_an_upper_end_still_bounds_the_share() -> None:
    """At least five constables and exactly three of staff: five eighths or more."""
    reply = Reply()
    reply.cell((5, None), role="constable")
    reply.cell(3, role="staff")
    assert ends(share(reply)) == (Fraction(5, 8), 1)


def test_the_share_of_a_kind_moves_with_all_whose_kind_is_not_stated() -> None:
    """Ten officers, five of whom left; of the other 90 nobody says what they are; 55 of these, at least, left."""
    reply = Reply()
    reply.says(100)
    reply.says(60, outcome="left")
    reply.cell(5, role="officer", outcome="left")
    reply.cell(5, role="officer", outcome="warning")
    query = Query("it", "share", "It", "cases", where={"role": ("officer",), "outcome": ("left",)},
                  of={"role": ("officer",)})  # fmt: skip
    true = computed(definition(query), reply).true
    assert true is not None
    assert (Fraction(true.lo).limit_denominator(200), Fraction(true.hi or 0).limit_denominator(200)) == (
        Fraction(5, 45),
        Fraction(95, 100),
    )


def test_a_share_of_money_is_bounded_with_its_base() -> None:
    reply = Reply()
    money = Measure("paid", "paid", "GBP", "money")
    for role, lo, hi in (("constable", "10.50", "31.50"), ("staff", "31.50", "31.50")):
        seen = reply.cell(1, role=role, measure="paid")
        reply.observations[-1] = replace(seen, value=Money(Decimal(lo), Decimal(hi), "GBP", "interval"))
    plain = definition(Query("it", "share", "It", "paid", where={"role": ("constable",)}))
    survey = replace(plain, codebook=Codebook(1, plain.codebook.variables, (CASES, money)))
    assert ends(computed(survey, reply)) == (Fraction(1, 4), Fraction(1, 2))


def test_more_than_half_of_a_base_without_an_upper_end_is_the_majority() -> None:
    reply = Reply()
    reply.cell((5, None), role="constable")
    reply.cell(3, role="staff")
    assert is_majority(share(reply, "majority")) is True


def test_a_part_that_is_no_part_of_its_base_is_refused() -> None:
    reply = Reply()
    reply.says(9)
    query = Query("it", "share", "It", "cases", where={"outcome": ("left",)}, of={"role": ("officer",)})
    with pytest.raises(SurveyFileError, match="no part of"):
        computed(definition(query), reply)


def share(reply: Reply, recipe: str = "share") -> Finding:
    return computed(definition(Query("it", recipe, "It", "cases", where={"role": ("constable",)})), reply)


def computed(survey, reply):  # type: ignore[no-untyped-def]
    result = run(reply, survey=survey)
    (finding,) = compute(survey, result.accounts, result.outcomes)
    return finding


def ends(finding: Finding) -> tuple[Fraction, Fraction]:
    return tuple(Fraction(end or 0).limit_denominator(1000) for end in (finding.value.lo, finding.value.hi))  # type: ignore[return-value]


def test_a_share_that_nobody_states_may_be_anything() -> None:
    reply = Reply()
    reply.says((9, 12))
    assert ends(share(reply)) == (0, 1)
