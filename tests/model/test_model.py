"""Values, places and the codec."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.model import (
    AllOf,
    Box,
    Count,
    Locator,
    Money,
    Observation,
    OneOf,
    PagePlace,
    Period,
    SheetPlace,
    TextPlace,
    UnitMismatch,
    dumps,
    loads,
)  # fmt: skip
from foidesk.model.places import overlap, parse_place, place_text

numbers = st.integers(0, 10_000)
boxes = st.tuples(*[st.floats(0, 800).map(lambda x: round(x, 1))] * 4).map(
    lambda four: Box(min(four[0], four[2]), min(four[1], four[3]), max(four[0], four[2]), max(four[1], four[3]))
)
places = st.one_of(
    st.builds(PagePlace, st.integers(1, 99), boxes),
    st.builds(SheetPlace, st.text(min_size=1, max_size=9), numbers, numbers, numbers, numbers),
    st.builds(TextPlace, st.text(min_size=1, max_size=9), numbers, numbers),
)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    lo = draw(numbers)
    return Count.between(lo, lo + draw(numbers), "cases")


@given(counts(), counts(), st.data())
def test_a_sum_holds_every_sum_of_what_its_parts_hold(one: Count, other: Count, data: st.DataObject) -> None:
    assert one.hi is not None and other.hi is not None
    first = data.draw(st.integers(int(one.lo), int(one.hi)))
    second = data.draw(st.integers(int(other.lo), int(other.hi)))
    total = one + other
    assert total.hi is not None and total.lo <= first + second <= total.hi


@given(counts(), counts())
def test_a_hull_holds_both(one: Count, other: Count) -> None:
    hull = one.hull(other)
    assert hull.hi is not None and one.hi is not None and other.hi is not None
    assert hull.lo == min(one.lo, other.lo) and hull.hi == max(one.hi, other.hi)


@pytest.mark.parametrize("other", [Count.exactly(3, "people"), Money.exactly(3, "GBP")])
def test_values_of_other_units_never_add(other: Count | Money) -> None:
    with pytest.raises(UnitMismatch):
        Count.exactly(828, "cases") + other  # type: ignore[operator]


def test_a_value_without_unit_and_a_count_in_halves_are_refused() -> None:
    with pytest.raises(ValueError, match="needs a unit"):
        Count.exactly(3, "")
    with pytest.raises(ValueError, match="whole number"):
        Count.exactly("2.5", "cases")


def test_an_observation_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="place"):
        Observation("x", "b", "d", "cases", Count.exactly(3, "cases"), "cell")


@given(places)
def test_a_place_written_as_a_line_comes_back(place: PagePlace | SheetPlace | TextPlace) -> None:
    assert parse_place(place_text(place)) == place


def test_a_box_shifted_by_two_points_still_overlaps_itself() -> None:
    box = Box(72, 100, 84, 111)
    moved = Box(74, 102, 86, 113)
    assert overlap(PagePlace(2, box), PagePlace(2, moved)) > 0.5
    assert overlap(PagePlace(2, box), PagePlace(3, box)) == 0


@given(places, numbers, st.sets(st.sampled_from(["a", "b", "c"])), st.text(max_size=20))
def test_nouns_come_back_from_json(place: PagePlace, lo: int, categories: set[str], phrase: str) -> None:
    one = Observation(
        "x", "b", "d", "cases", Count.between(lo, None, "cases"), "cell",
        where={"role": OneOf(tuple(categories), phrase), "nature": AllOf(tuple(categories))},
        period=Period(date(2009, 1, 1), date(2010, 1, 1), "calendar year"),
        places={"value": Locator("aa", place, phrase)},
    )  # fmt: skip
    assert loads(dumps(one)) == one
    assert dumps(loads(dumps(one))) == dumps(one)


def test_decimals_keep_their_digits() -> None:
    value = Money.exactly("1250.10", "GBP")
    assert loads(dumps(value)).lo == Decimal("1250.10")
    assert str(loads(dumps(value)).lo) == "1250.10"
