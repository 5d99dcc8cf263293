"""Rates and the order of bodies: sizes that match or a refusal, none of small counts, no order unallowed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.errors import SurveyFileError, UnknownName
from foidesk.findings import finding_json, public
from foidesk.findings.rates import LEAST
from foidesk.model import Comparison, Count, Denominator, Rate, Share, Support, SurveyDefinition

from .told import DEFINITION, LEFT, NEVER, RANKED, Told, run

HEADS = "officers, headcount, 31 March"
ALL = Told({"zeta": 10, "alpha": 30, "beta": 20})


def size(body: str, number: int, year: str = "2010", **more: tuple[str, ...]) -> Denominator:
    return Denominator(
        body, HEADS, year, Decimal(number), "officers", "https://s.example", "2012-01-01", dict(more)
    )


def sized(*rows: Denominator, survey: SurveyDefinition = DEFINITION) -> SurveyDefinition:
    return replace(survey, denominators=rows)


SIZED = sized(size("zeta", 500), size("alpha", 1500), size("beta", 400))
COMPARABLE = replace(SIZED, comparison=Comparison("ranked", ("cases",), "one code of practice"))
RATE = {"denominator": HEADS, "denominator_year": "2010"}


def test_a_rate_divides_what_is_known_of_the_same_bodies_and_names_the_others() -> None:
    found = run(ALL, "rate", survey=sized(size("zeta", 500), size("alpha", 1500)), **RATE)
    assert isinstance(found.value, Rate) and found.value.lo == found.value.hi == 20
    assert found.unit == "cases per 1,000 officers" and found.base.n == 2
    assert found.population == "the 2 of 4 bodies that answered and whose size is known"
    assert any("no rate: Borough of Beta" in caveat for caveat in found.caveats)
    assert [one.source for one in found.denominators] == ["https://s.example"] * 2


def test_what_is_counted_over_other_days_than_the_size_says_so() -> None:
    found = run(ALL, "rate", survey=SIZED, **RATE)
    assert any("no yearly rate" in caveat and "of 2010" in caveat for caveat in found.caveats)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"denominator": HEADS}, "denominator_year is one of 2010"),
        ({"denominator": HEADS, "denominator_year": "2011"}, "denominator_year is one of 2010"),
        ({"denominator": HEADS, "denominator_year": "2010/11"}, "denominator_year is one of 2010"),
        ({}, "no 'denominator'"),
        ({"denominator": HEADS, "denominator_year": "2010", "per": 0}, "per = 1000"),
    ],
)
def test_a_size_that_does_not_match_is_refused(more: dict[str, object], said: str) -> None:
    with pytest.raises(SurveyFileError) as error:
        run(ALL, "rate", survey=SIZED, **more)
    assert said in str(error.value)


def test_another_definition_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean 'officers, headcount, 31 March'"):
        run(ALL, "rate", survey=SIZED, denominator="officers, headcount, 30 March", denominator_year="2010")


def test_a_part_of_the_cases_is_never_divided_by_all_the_staff() -> None:
    by_kind = sized(*(size(body, 100, outcome=("warning",)) for body in ("zeta", "alpha")))
    told = Told({"zeta": 10}, {("zeta", "left"): 10})
    with pytest.raises(SurveyFileError, match="no 'officers, headcount, 31 March' of 2010 covers outcome = left"):
        run(told, "rate", survey=by_kind, where=LEFT, **RATE)
    with pytest.raises(SurveyFileError, match="covers all of a body"):
        run(told, "rate", survey=by_kind, **RATE)


def test_sizes_of_single_kinds_make_up_that_of_several() -> None:
    rows = size("zeta", 100, outcome=("left",)), size("zeta", 300, outcome=("warning",))
    told = Told({"zeta": 40}, {("zeta", "left+warning"): 40})
    found = run(told, "rate", survey=sized(*rows), where={"outcome": ("left", "warning")}, **RATE)
    assert found.value.lo == 100 and len(found.denominators) == 2


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 10_000))
def test_no_rate_of_fewer_than_ten(count: int, more: int, people: int) -> None:
    told = Told({"zeta": (count, count + more), "alpha": 30})
    found = run(told, "by-body", survey=sized(size("zeta", people), size("alpha", 1)), **RATE)
    rate = next(one.rate for one in found.supports if one.body == "zeta")
    assert rate is not None and (rate.value is None) is (count < LEAST) is bool(rate.why)
    if rate.value is not None:
        assert rate.value.lo == Decimal(count) * 1000 / people
        assert rate.value.hi == Decimal(count + more) * 1000 / people


def test_a_rate_of_all_that_rests_on_too_few_is_given_as_their_number() -> None:
    found = run(Told({"zeta": 9}), "rate", survey=SIZED, **RATE)
    assert (found.value.lo, found.unit) == (9, "cases") and found.caveats[0] == "no rate for fewer than 10 cases"


def test_intervals_stand_only_where_counts_are_declared_comparable() -> None:
    plain, declared = (run(ALL, "by-body", survey=one, **RATE).supports[0].rate for one in (SIZED, COMPARABLE))
    assert plain and declared and plain.interval is None and declared.interval is not None
    assert float(declared.interval.lo) == pytest.approx(20.241 / 1.5, abs=0.001)
    assert float(declared.interval.hi or 0) == pytest.approx(42.827 / 1.5, abs=0.001)


def test_bodies_are_not_ranked_before_the_owner_says_so() -> None:
    assert all(one.rank is None for one in run(ALL, "by-body").supports)
    with pytest.raises(SurveyFileError, match='bodies = "ranked"'):
        run(ALL, "ranking")


@pytest.mark.parametrize(
    ("recipe", "more"), [("ranking", {}), ("by-body", RATE), ("share-by-body", {"where": LEFT}), ("funnel", RATE)]
)
def test_bodies_that_must_not_be_compared_are_not(recipe: str, more: dict[str, object]) -> None:
    survey = replace(NEVER, denominators=SIZED.denominators)
    with pytest.raises(SurveyFileError, match="each counts in its own way"):
        run(ALL, recipe, survey=survey, **more)
    assert all(one.rank is None for one in run(ALL, "by-body", survey=survey).supports)


def test_a_rate_of_all_gives_no_body_away_where_they_must_not_be_compared() -> None:
    found = run(ALL, "rate", survey=replace(NEVER, denominators=SIZED.denominators), **RATE)
    assert found.value.lo == 25 and all(one.rate is None for one in found.supports)


def test_different_countings_share_no_order() -> None:
    told = Told({"zeta": 10, "alpha": 30, "beta": 20, "mute": 25}, caveats={"alpha": ("people counted as cases",)})
    found = run(told, "ranking", survey=RANKED)
    assert [(one.body, one.rank) for one in found.supports] == [
        ("mute", (1, 1)), ("beta", (2, 2)), ("zeta", (3, 3)), ("alpha", (1, 1)),
    ]  # fmt: skip
    assert found.supports[-1].counting == "people counted as cases"
    assert any("do not all count the same" in caveat for caveat in found.caveats)


def test_a_shared_place_is_said_to_be_shared() -> None:
    found = run(Told({"zeta": 20, "alpha": 30, "beta": 20}), "ranking", survey=RANKED)
    bodies = finding_json(found, RANKED)["bodies"]
    assert [(one["body"], one["rank"]["text"]) for one in bodies] == [
        ("alpha", "1st"), ("beta", "joint 2nd"), ("zeta", "joint 2nd"),
    ]  # fmt: skip


def test_rates_are_ranked_only_where_declared_comparable_with_the_limits_of_chance() -> None:
    with pytest.raises(SurveyFileError, match="comparable"):
        run(ALL, "ranking", survey=replace(SIZED, comparison=Comparison("ranked")), **RATE)
    with pytest.raises(SurveyFileError, match="leave out top"):
        run(ALL, "ranking", survey=COMPARABLE, top=3, **RATE)
    told = Told({"zeta": 10, "alpha": 30, "beta": 9})
    found = run(told, "ranking", survey=COMPARABLE, **RATE)
    assert [(one.body, one.rank) for one in found.supports] == [("alpha", (1, 1)), ("zeta", (1, 1))]
    assert found.limits and any("without a place: Borough of Beta" in caveat for caveat in found.caveats)


def test_a_funnel_tells_chance_from_what_is_beyond_it() -> None:
    survey = replace(COMPARABLE, denominators=tuple(size(b, 1000) for b in ("zeta", "alpha", "beta")))
    found = run(Told({"zeta": 100, "alpha": 104, "beta": 200}), "funnel", survey=survey, **RATE)
    assert {one.body: one.rate.outside for one in found.supports if one.rate} == {
        "zeta": "below the 95 % limit", "alpha": "below the 95 % limit", "beta": "above the 99.8 % limit",
    }  # fmt: skip
    near = run(Told({"zeta": 100, "alpha": 104, "beta": 108}), "funnel", survey=survey, **RATE)
    assert not any(one.rate.outside for one in near.supports if one.rate)
    assert all(one.low998 <= one.low95 <= near.value.lo <= one.high95 <= one.high998 for one in near.limits)


def test_a_funnel_of_shares_has_no_limit_beyond_one() -> None:
    parts = {("zeta", "left"): 10, ("alpha", "left"): 28, ("beta", "left"): 19}
    found = run(Told({"zeta": 10, "alpha": 30, "beta": 20}, parts), "funnel", survey=COMPARABLE, where=LEFT)
    assert isinstance(found.value, Share) and all(one.high998 <= 1 for one in found.limits)
    shares = {one.body: one.rate.value.lo for one in found.supports if one.rate and one.rate.value}
    assert shares == {"zeta": 1, "alpha": Decimal(28) / 30, "beta": Decimal(19) / 20}


def test_a_share_of_a_body_needs_a_base_of_ten() -> None:
    parts = {("zeta", "left"): 3, ("alpha", "left"): 15}
    found = run(Told({"zeta": 9, "alpha": 30}, parts), "share-by-body", where=LEFT)
    rates = {one.body: one.rate for one in found.supports}
    assert rates["zeta"] and rates["zeta"].value is None and "fewer than 10" in rates["zeta"].why
    assert rates["alpha"] and rates["alpha"].value and rates["alpha"].value.lo == Decimal("0.5")


class Withheld(Told):
    """Zeta withheld its number: it may be shown as 10 to 19 only, though it is known to be 12."""

    def support(self, body: str, *asked: Any, **more: Any) -> Support | None:
        found = super().support(body, *asked, **more)
        return replace(found, public=Count.between(10, 19, "cases")) if found and body == "zeta" else found


@pytest.mark.parametrize(
    ("recipe", "more"),
    [
        ("by-body", RATE),
        ("rate", RATE),
        ("funnel", RATE),
        ("share-by-body", {"where": LEFT}),
        ("funnel", {"where": LEFT}),
    ],
)
def test_no_rate_tells_what_a_body_withheld(recipe: str, more: dict[str, object]) -> None:
    told = Withheld({"zeta": 12, "alpha": 30}, {("zeta", "left"): 12, ("alpha", "left"): 15})
    found = public(run(told, recipe, survey=COMPARABLE, **more))
    (zeta,) = [one for one in found.supports if one.body == "zeta"]
    assert (zeta.value.lo, zeta.value.hi) == (10, 19) and zeta.rate and zeta.rate.value
    assert zeta.rate.value.lo != zeta.rate.value.hi and not found.value.is_exact
    if isinstance(found.value, Rate):
        assert (found.value.lo, found.value.hi) == (20, Decimal("24.5"))


def test_a_kind_asked_for_beside_the_one_that_holds_it_is_in_that_one_s_size_once() -> None:
    rows = size("zeta", 1000, outcome=("left",)), size("zeta", 800, outcome=("dismissed",))
    told = Told({"zeta": 100}, {("zeta", "left+dismissed"): 100})
    found = run(told, "rate", survey=sized(*rows), where={"outcome": ("left", "dismissed")}, **RATE)
    assert found.value.lo == 100 and len(found.denominators) == 1


def test_the_share_of_all_by_size_is_of_the_bodies_whose_size_is_known() -> None:
    found = run(ALL, "coverage-share", survey=sized(size("zeta", 500), size("mute", 500)), **RATE)
    assert (found.value.lo, found.base.n) == (Decimal("0.5"), 1)
    assert found.population == "the 1 of 4 bodies that can be used for it and whose size is known"
