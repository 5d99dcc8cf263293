"""Changes over time: of bodies that give both periods, never over two kinds of year, all pairs in the bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.errors import SurveyFileError
from foidesk.findings import compute
from foidesk.findings.ratio import largest_quotient, smallest_quotient
from foidesk.model import Change, Count, Finding, Period, Query, Span, Support
from foidesk.words.amounts import amount_words
from foidesk.words.periods import period

from .told import DEFINITION, LEFT

Bounds = tuple[int, int]


def year(label: str) -> Period:
    found = period(label, DEFINITION.period)
    assert found is not None
    return found


@dataclass
class Years:
    """What each body states of a year: (body, year, "left" or "") → bounds; `joint` ties two years of a body."""

    told: Mapping[tuple[str, str, str], Bounds]
    joint: Mapping[str, Sequence[tuple[int, int]]] | None = None

    def answered(self, measure: str) -> tuple[str, ...]:
        return tuple(one.id for one in DEFINITION.bodies if any(one.id == body for body, _, _ in self.told))

    def waiting(self, measure: str) -> tuple[str, ...]:
        return ()

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        label = period.label if period else ""
        found = self.told.get((body, label, "left" if where else ""))
        return None if found is None else Support(body, Count.between(*found, "cases"), (f"{body}-{label}",))

    def weighed(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], int]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Span | None:
        ends = [(self.support(body, measure, where, reading, period), factor) for where, factor in terms]
        spans = [(one.value.lo * n, (one.value.hi or one.value.lo) * n) for one, n in ends if one]
        low, high = (sum((end(span) for span in spans), Decimal(0)) for end in (min, max))
        return Span(low, high)

    def across(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], Period, int]],
        reading: str = "stated",
    ) -> Span | None:
        if not self.joint or body not in self.joint:
            return None
        (_, _, new), (_, _, old) = terms
        values = [Decimal(new * later + old * earlier) for earlier, later in self.joint[body]]
        return Span(min(values), max(values))

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return tuple(sorted({year(label) for name, label, _ in self.told if name == body}))


def run(told: Years, recipe: str, since: str = "2009", until: str = "2010", **more: object) -> Finding:
    query = Query("it", recipe, "It", "cases", since=since, period=until, **more)  # type: ignore[arg-type]
    (found,) = compute(replace(DEFINITION, findings=(query,)), told, ())
    return found


def pair(body: str, earlier: Bounds, later: Bounds, part: str = "") -> dict[tuple[str, str, str], Bounds]:
    return {(body, "2009", part): earlier, (body, "2010", part): later}


def test_a_change_is_of_the_bodies_that_give_both_years_and_names_the_others() -> None:
    told = Years(
        {**pair("zeta", (10, 10), (14, 14)), **pair("alpha", (20, 20), (12, 13)), ("beta", "2010", ""): (9, 9)}
    )
    found = run(told, "change")
    assert isinstance(found.value, Change) and (found.value.lo, found.value.hi) == (-4, -3)
    assert found.population == "the 2 of 4 bodies that gave both 2009 and 2010"
    assert any("left out" in caveat and "Beta" in caveat for caveat in found.caveats)
    assert [(line.key, line.value.lo, line.value.hi) for line in found.lines] == [
        ("2009", 30, 30),
        ("2010", 26, 27),
    ]
    assert {one.body: amount_words(one.value) for one in found.supports} == {"alpha": "−8 to −7", "zeta": "+4"}
    assert found.supports[0].observations == ("alpha-2009", "alpha-2010")


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2009", "2010/11", "figures of the two kinds of year overlap"),
        ("2010", "2009", "put the earlier one under 'since'"),
        ("2008/09", "2009/10", "only a part was asked for"),
        ("", "2010", "has no 'since'"),
        ("2009", "soon", "is not understood"),
        ("March 2009", "2010", "two kinds of year"),
    ],
)
def test_what_is_no_change_over_time_is_refused(since: str, until: str, said: str) -> None:
    with pytest.raises(SurveyFileError) as error:
        run(Years({}), "change", since, until)
    assert said in str(error.value)


def test_a_body_that_counts_by_financial_year_is_left_out() -> None:
    by_financial = {("beta", "2009/10", ""): (5, 5), ("beta", "2010/11", ""): (6, 6)}
    found = run(Years({**pair("zeta", (10, 10), (14, 14)), **by_financial}), "change")
    assert found.base.n == 1 and any("Beta" in caveat for caveat in found.caveats)


def test_months_without_a_gap_make_a_year() -> None:
    @dataclass
    class Monthly(Years):
        def periods(self, body: str, measure: str) -> tuple[Period, ...]:
            starts = [date(y, m, 1) for y in (2009, 2010) for m in range(1, 13)]
            ends = [*starts[1:], date(2011, 1, 1)]
            return tuple(Period(start, end, "month") for start, end in zip(starts, ends, strict=True))

    assert run(Monthly(pair("zeta", (10, 10), (14, 14))), "change").value.lo == 4


def test_what_moves_both_years_is_not_counted_twice() -> None:
    """Two readings: (10, 20) or (30, 40). Each year alone is open by 20; the change is 10 either way."""
    told = Years(pair("zeta", (10, 30), (20, 40)), {"zeta": [(10, 20), (30, 40)]})
    assert (run(told, "change").value.lo, run(told, "change").value.hi) == (10, 10)
    per_cent = run(told, "change-percent").value
    assert round(per_cent.lo, 6) == Decimal("33.333333") and per_cent.hi == 100


@given(st.data())
def test_a_per_cent_holds_every_pair_and_is_reached(data: st.DataObject) -> None:
    pairs = data.draw(
        st.lists(st.tuples(st.integers(10, 60), st.integers(0, 60)), min_size=1, max_size=4), label="zeta"
    )
    other = data.draw(st.tuples(st.integers(0, 30), st.integers(0, 30)), label="alpha")
    ends = tuple((min(p[at] for p in pairs), max(p[at] for p in pairs)) for at in (0, 1))
    told = Years(
        {**pair("zeta", *ends), **pair("alpha", (other[0], other[0]), (other[1], other[1]))}, {"zeta": pairs}
    )
    found = run(told, "change-percent")
    assert found.unit == "per cent on 2009"
    every = [Fraction(b + other[1], a + other[0]) for a, b in pairs]
    low, high = ((float(end) - 1) * 100 for end in (min(every), max(every)))
    assert float(found.value.lo) == pytest.approx(low, abs=1e-6) and found.value.hi is not None
    assert float(found.value.hi) == pytest.approx(high, abs=1e-6)


def test_no_per_cent_from_fewer_than_ten() -> None:
    found = run(Years(pair("zeta", (9, 9), (18, 18))), "change-percent")
    assert (found.value.lo, found.unit) == (9, "cases") and "fewer than 10" in found.caveats[0]


def test_points_are_of_the_same_bodies_part_and_base() -> None:
    whole = {**pair("zeta", (20, 20), (40, 40)), **pair("alpha", (9, 9), (9, 9))}
    told = Years({**whole, **pair("zeta", (5, 5), (20, 22), "left")})
    found = run(told, "change-points", where=LEFT)
    assert (found.value.lo, found.value.hi, found.unit) == (25, 30, "percentage points")
    assert found.base.n == 1 and any("Alpha" in caveat for caveat in found.caveats)
    assert amount_words(found.value) == "+25 to +30"
    with pytest.raises(SurveyFileError, match="where"):
        run(told, "change-points")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=6))
def test_quotients_are_found_exactly(pairs: list[tuple[int, int]]) -> None:
    most = max(whole for _, whole in pairs)
    end = Fraction(max(part for part, _ in pairs), min(whole for _, whole in pairs))
    every = [Fraction(part, whole) for part, whole in pairs]
    assert largest_quotient(lambda n, d: max(n * p - d * w for p, w in pairs), most, end) == max(every)
    assert smallest_quotient(lambda n, d: min(n * p - d * w for p, w in pairs), most, end) == min(every)


class Withheld(Years):
    """The earlier year of zeta may be shown as 10 to 14 only, though it is known to be 12."""

    def support(self, body: str, *asked: Any, **more: Any) -> Support | None:
        found = super().support(body, *asked, **more)
        is_first = found is not None and found.observations == ("zeta-2009",)
        return replace(found, public=Count.between(10, 14, "cases")) if found and is_first else found


def test_no_change_tells_what_a_body_withheld() -> None:
    years = {**pair("zeta", (12, 12), (20, 20)), **pair("zeta", (12, 12), (20, 20), "left")}
    told = Withheld(years, {"zeta": [(12, 20)]})
    found = run(told, "change")
    assert (found.value.lo, found.value.hi) == (6, 10) and (found.supports[0].value.lo) == 6
    per_cent = run(told, "change-percent").value
    assert per_cent.hi == 100 and per_cent.lo < 43
