"""Each recipe, over accounts made by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.errors import SurveyFileError, UnknownName
from foidesk.findings import RECIPES, compute, finding_json, is_majority
from foidesk.findings.joint import apart
from foidesk.model import (
    NOT_STATED,
    Count,
    Measure,
    Money,
    Outcome,
    Period,
    Query,
    Share,
)
from foidesk.words.amounts import amount_words, ordinal, rank_words, share_words

from .told import DEFINITION, LEFT, RANKED, Bounds, Told, run

YEARS = (2008, 2009, 2010)
"""The first lies before the days asked for."""
THREE = Told({"zeta": 10, "alpha": 30, "beta": 20}, {("zeta", "left"): 1, ("alpha", "left"): (2, 4)})


def test_a_total_covers_those_that_answered_and_says_so() -> None:
    found = run(THREE, "total")
    assert (found.value.lo, found.value.hi, found.unit) == (60, 60, "cases")
    assert found.population == "the 3 of 4 bodies that answered" and (found.base.n, found.base.of) == (3, 4)
    assert found.basis == ("rehearsal",) and (found.recipe, found.recipe_version) == ("total", 2)


def test_a_count_covers_only_those_that_speak_of_it() -> None:
    found = run(THREE, "count", where=LEFT)
    assert (found.value.lo, found.value.hi) == (3, 5)
    assert found.base.n == 2 and "1 body that answered did not say" in found.caveats


def test_silence_is_never_a_zero() -> None:
    found = run(Told({}), "total")
    assert (found.value.lo, found.value.hi) == (0, None)
    assert found.base.n == 0 and found.population == "none of the 4 bodies answered"
    assert any("no body gave this figure" in caveat for caveat in found.caveats)


def test_a_share_is_of_all_cases_of_those_that_answered() -> None:
    found = run(THREE, "share", where=LEFT)
    assert found.value.lo == Decimal(3) / 60 and found.value.hi == Decimal(5) / 60
    assert found.numerator is not None and found.denominator is not None
    assert amount_words(found.value) == "5 to 8 %"


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_share_holds_every_pair_that_is_possible(part: int, rest: int, more: int, wider: int) -> None:
    numerator, denominator = (part, part + more), (part + rest, part + rest + more + wider)
    found = apart(Count.between(*numerator, "cases"), Count.between(*denominator, "cases"), "cases")
    assert found.hi is not None and 0 <= found.lo <= found.hi <= 1
    for n in range(numerator[0], numerator[1] + 1):
        for d in range(max(1, denominator[0], n), denominator[1] + 1):
            assert found.lo <= Decimal(n) / d <= found.hi


def test_a_breakdown_has_lines_that_make_the_total() -> None:
    parts = {
        ("zeta", "left"): 4, ("zeta", "dismissed"): 3, ("zeta", "warning"): 2, ("zeta", NOT_STATED): 3,
        ("zeta", "left+warning"): 7, ("alpha", NOT_STATED): 30,
    }  # fmt: skip
    found = run(Told({"zeta": 10, "alpha": 30}, parts), "breakdown", by="outcome")
    lines = {line.key: line for line in found.lines}
    assert [*lines] == ["left", "dismissed", "warning", "one of several", NOT_STATED]
    assert lines["dismissed"].label == "of which Dismissed" and lines["one of several"].value.lo == 1
    top = ("left", "warning", "one of several", NOT_STATED)
    assert sum(lines[key].value.lo for key in top) == found.value.lo == 40


def test_a_table_of_bodies_is_alphabetical_with_places() -> None:
    found = run(Told({"zeta": 10, "alpha": (8, 12), "beta": 20}), "by-body", survey=RANKED)
    assert [support.body for support in found.supports] == ["alpha", "beta", "zeta"]
    assert {s.body: s.rank for s in found.supports} == {"beta": (1, 1), "alpha": (2, 3), "zeta": (2, 3)}


def test_a_ranking_lists_all_that_may_be_among_the_first() -> None:
    found = run(Told({"zeta": 10, "alpha": (8, 12), "beta": 20}), "ranking", top=2, survey=RANKED)
    assert [support.body for support in found.supports] == ["beta", "alpha", "zeta"]
    assert found.base.n == 3 and any("better records" in caveat for caveat in found.caveats)


def test_bodies_with_any_span_those_that_may_have_one() -> None:
    parts = {("zeta", "left"): 0, ("alpha", "left"): (0, 4), ("beta", "left"): 3}
    found = run(Told({"zeta": 1, "alpha": 9, "beta": 9}, parts), "bodies-with-any", where=LEFT)
    assert (found.value.lo, found.value.hi, found.unit) == (1, 2, "bodies")
    assert found.base.n == 3


def test_coverage_lists_each_kind_of_silence_with_its_ground() -> None:
    refused = Outcome("mute", "q1", "refused", "12(1)", "FOIA 2000")
    found = run(THREE, "coverage", refused)
    assert (found.value.lo, found.base.of) == (3, 4)
    lines = {line.key: line for line in found.lines}
    assert lines["answered"].value.lo == 3 and lines["refused"].supports[0].caveats == ("section 12(1) FOIA 2000",)
    assert lines["refused, section 12(1) FOIA 2000"].label == "of which under section 12(1) FOIA 2000"
    assert "refused, no section" not in lines
    bare = {line.key for line in run(THREE, "coverage", Outcome("mute", "q1", "refused")).lines}
    assert bare == {"answered", "refused", "refused, no section"}
    assert {line.key for line in run(THREE, "coverage").lines} == {"answered", "no reply"}


@pytest.mark.parametrize(("part", "expected"), [(31, True), (30, False), ((28, 33), None)])
def test_a_majority_is_more_than_half(part: Bounds, expected: bool | None) -> None:
    told = Told({"zeta": 60}, {("zeta", "left"): part})
    assert is_majority(run(told, "majority", where=LEFT)) is expected


def test_periods_of_two_kinds_are_kept_apart() -> None:
    calendar = Period.days(date(2009, 1, 1), date(2009, 12, 31), "calendar year", "2009")
    financial = Period.days(date(2009, 4, 1), date(2010, 3, 31), "financial year", "2009/10")
    found = run(Told({"zeta": 3, "alpha": 4}, years={("zeta", calendar): 3, ("alpha", financial): 4}), "by-period")
    assert [(line.key, int(line.value.lo)) for line in found.lines] == [("2009", 3), ("2009/10", 4)]
    assert any("kept apart" in caveat for caveat in found.caveats)


def test_a_line_by_period_says_of_how_many_bodies_it_is_and_no_line_lies_outside_the_days_asked_for() -> None:
    before, first, second = (Period.days(date(y, 1, 1), date(y, 12, 31), "calendar year", str(y)) for y in YEARS)
    years = {("zeta", before): 2, ("zeta", first): 3, ("zeta", second): 1, ("alpha", second): 4}
    found = run(Told({"zeta": 4, "alpha": 4}, years=years), "by-period")
    assert [(line.key, int(line.value.lo)) for line in found.lines] == [(str(YEARS[1]), 3), (str(YEARS[2]), 5)]
    assert any(caveat.endswith(f"used its period: {YEARS[1]} 1") for caveat in found.caveats)
    assert any("not asked for" in caveat and caveat.endswith(str(YEARS[0])) for caveat in found.caveats)


def test_lines_of_all_bodies_need_no_word_about_it() -> None:
    year = Period.days(date(YEARS[1], 1, 1), date(YEARS[1], 12, 31), "calendar year", str(YEARS[1]))
    found = run(Told({"zeta": 3, "alpha": 4}, years={("zeta", year): 3, ("alpha", year): 4}), "by-period")
    assert not any("used its period" in caveat or "not asked for" in caveat for caveat in found.caveats)


def test_what_stands_in_for_another_unit_is_said_in_the_population() -> None:
    told = Told({"zeta": 3, "alpha": 4}, caveats={"zeta": ("people counted as cases",)})
    found = run(told, "total")
    assert found.population == "the 2 of 4 bodies that answered (people counted as cases at 1 of them)"
    assert "Borough of Zeta: people counted as cases" in found.caveats


def test_a_contradicted_part_marks_the_finding() -> None:
    told = Told({"zeta": (3, 4)}, caveats={"zeta": ("contradicted: 3 or 4?",)})
    assert run(told, "total").contradicted


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ({"recipe": "totl"}, "did you mean 'total'?"),
        ({"recipe": "share", "where": {"outcom": ("left",)}}, "did you mean 'outcome'?"),
        ({"recipe": "share", "where": {"outcome": ("lefft",)}}, "did you mean 'left'?"),
        ({"recipe": "breakdown", "by": "outcomes"}, "did you mean 'outcome'?"),
        ({"recipe": "total", "bodies": ("zetta",)}, "did you mean 'zeta'?"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(more: dict[str, object], hint: str) -> None:
    with pytest.raises(UnknownName, match="it") as error:
        run(THREE, str(more.pop("recipe")), **more)
    assert hint in str(error.value)


@pytest.mark.parametrize(("recipe", "key"), [("share", "where"), ("breakdown", "by"), ("majority", "where")])
def test_a_query_without_what_its_recipe_needs_is_refused(recipe: str, key: str) -> None:
    with pytest.raises(SurveyFileError, match=key):
        run(THREE, recipe)


def test_nothing_runs_before_all_is_valid() -> None:
    queries = Query("fine", "total", "", "cases"), Query("wrong", "totl", "", "cases")
    with pytest.raises(UnknownName):
        compute(replace(DEFINITION, findings=queries), THREE, ())


def test_a_finding_as_json_is_plain_data_with_words() -> None:
    found = finding_json(run(THREE, "share", where=LEFT), DEFINITION, sources=True)
    assert json.loads(json.dumps(found)) == found
    assert found["value"]["text"] == "5 to 8 %" and found["base"] == {"n": 3, "of": 4}
    assert {*found} >= {
        "name", "title", "value", "unit", "population", "reading", "base", "where", "basis", "source_count",
        "judgements", "caveats", "true", "lines", "recipe",
    }  # fmt: skip
    assert found["source_count"] == 2 and found["bodies"][0]["observations"]


def test_amounts_in_words() -> None:
    assert amount_words(Count.exactly(1250, "cases")) == "1,250"
    assert amount_words(Count.between(12, 16, "cases")) == "12 to 16"
    assert amount_words(Count.between(12, None, "cases")) == "12 or more"
    assert amount_words(Money.exactly("1250.5", "GBP")) == "£1,250.50"
    assert amount_words(Share.exactly(Decimal("0.0918"), "of cases")) == "9 %"
    assert share_words(Decimal("0.004")) == "0.4" and share_words(Decimal("0.005")) == "0.5"
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 22)] == ["1st", "2nd", "3rd", "4th", "11th", "22nd"]
    assert (rank_words(2, 3), rank_words(2, 4), rank_words(1, 1)) == ("2nd or 3rd", "2nd to 4th", "1st")


def test_every_recipe_says_what_it_gives() -> None:
    names = [recipe.name for recipe in RECIPES]
    assert len(names) == len(set(names)) and all(recipe.doc.endswith(".") for recipe in RECIPES)


def test_the_median_of_open_figures_runs_from_that_of_the_least_to_that_of_the_most() -> None:
    found = run(Told({"zeta": 3, "alpha": (5, 9), "beta": (1, 20)}), "median")
    assert (found.value.lo, found.value.hi) == (3, 9)
    even = run(Told({"zeta": 3, "alpha": 6, "beta": (1, 20), "mute": 10}), "median")
    assert (even.value.lo, even.value.hi) == (Decimal("4.5"), Decimal(8))


def test_lines_of_a_breakdown_have_the_places_that_they_can_have() -> None:
    parts = {("zeta", "left"): (2, 4), ("zeta", "warning"): 3, ("zeta", "not stated"): 1}
    lines = {line.key: line for line in run(Told({"zeta": 8}, parts), "breakdown", by="outcome").lines}
    assert lines["left"].rank == (1, 2) and lines["warning"].rank == (1, 2)
    assert lines["not stated"].rank is None


def test_a_percentile_is_that_of_the_bodies_figures_and_must_be_named() -> None:
    told = Told({"zeta": 3, "alpha": (5, 9), "beta": 20})
    found = run(told, "percentile", percent=75)
    assert (found.value.lo, found.value.hi) == (Decimal("12.5"), Decimal("14.5"))
    quarter = run(told, "upper-quartile")
    assert (quarter.value.lo, quarter.value.hi) == (found.value.lo, found.value.hi)
    for percent in (0, 100):
        with pytest.raises(SurveyFileError, match="percent = 90"):
            run(told, "percentile", percent=percent)


def test_a_breakdown_of_several_kinds_has_a_line_for_each_also_for_one_without_finer_ones() -> None:
    told = Told(
        {"zeta": 10},
        {("zeta", "left+warning"): 9, ("zeta", "left"): 7, ("zeta", "warning"): 2, ("zeta", "dismissed"): 4},
    )
    found = run(told, "breakdown", by="outcome", where={"outcome": ("left", "warning")})
    assert [(line.label, line.value.lo) for line in found.lines] == [
        ("Left", 7), ("of which Dismissed", 4), ("Warning", 2),
    ]  # fmt: skip


def test_a_breakdown_names_the_bodies_that_stand_in_its_lines_and_not_in_its_total() -> None:
    told = Told({"zeta": 10, "alpha": None}, {("zeta", "left"): 7, ("alpha", "left"): 5})  # type: ignore[dict-item]
    found = run(told, "breakdown", by="outcome")
    assert found.value.lo == 10 and found.lines[0].value.lo == 12
    assert "in the lines and not in the total, as they give a part and no total: Borough of Alpha" in found.caveats
    assert not any(
        "in the lines" in one
        for one in run(Told({"zeta": 10}, {("zeta", "left"): 7}), "breakdown", by="outcome").caveats
    )


def test_those_that_answered_and_did_not_say_this_are_not_said_not_to_have_answered() -> None:
    told = Told({"zeta": 10, "alpha": 20, "beta": 5}, {("zeta", "left"): 7})
    assert run(told, "by-body", where=LEFT).population == "the 1 of 4 bodies that say so"
    assert run(told, "by-body").population == "the 3 of 4 bodies that answered"


@pytest.mark.parametrize("recipe", ["median", "lower-quartile", "upper-quartile"])
def test_a_value_between_two_sums_of_money_is_told_as_money(recipe: str) -> None:
    paid = Measure("cases", "Paid", "USD", "money")
    survey = replace(DEFINITION, codebook=replace(DEFINITION.codebook, measures=(paid,)))
    found = run(Told({"zeta": 3, "alpha": 6}), recipe, survey=survey)
    expected = {"median": "$4.50", "lower-quartile": "$3.75", "upper-quartile": "$5.25"}
    assert amount_words(found.value) == expected[recipe] and found.unit == "USD"


def test_what_is_true_of_a_median_is_of_the_bodies_that_it_is_stated_of() -> None:
    told = Told(
        {"zeta": 60, "alpha": 60, "beta": 9, "mute": 9}, {("zeta", "left"): 53, ("alpha", "left"): 55},
        {("zeta", "left"): (53, 54), ("alpha", "left"): 55, ("beta", "left"): (0, 9), ("mute", "left"): (0, 9)},
    )  # fmt: skip
    found = run(told, "median", where=LEFT)
    assert found.true is not None
    assert (found.value.lo, found.true.lo, found.true.hi) == (54, 54, Decimal("54.5"))
