"""Every number of a text is seen, and is worth what its words say."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from foidesk.words.numbers import KINDS, number, numbers


def one(text: str):
    found = numbers(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 officers", 12),
        ("1,234 payments", 1234),
        ("12,34,567 rupees", 1234567),
        ("1.234.567", 1234567),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1\u00a0234 cases", 1234),
        ("2.8 FTE", "2.8"),
        ("zero", 0),
        ("Nil", 0),
        ("twenty-one officers", 21),
        ("twenty one", 21),
        ("a hundred and five", 105),
        ("One hundred and twenty-three thousand, four hundred and fifty-six", 123456),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500000),
        ("two and a half million", 2500000),
        ("1.2 million", 1200000),
        ("5k", 5000),
        ("½", "0.5"),
        ("2½", "2.5"),
        ("12-month", 12),
        ("12officers", 12),
        ("Dismissed3", 3),
        ("one officer", 1),
        ("at least one of the officers", 1),
        ("two thirds of them", Decimal(2) / 3),
        ("a quarter of all cases", "0.25"),
        ("three quarters", "0.75"),
        ("one in 11", Decimal(1) / 11),
        ("1 in 5 officers", "0.2"),
    ],
)
def test_the_value_as_printed(text: str, value: int | str | Decimal) -> None:
    assert one(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "lo", "hi", "hedge"),
    [
        ("<5", 0, 4, "fewer than"),
        ("< 5", 0, 4, "fewer than"),
        ("fewer than five", 0, 4, "fewer than"),
        ("less than 3 cases", 0, 2, "fewer than"),
        ("5 or fewer", 0, 5, "at most"),
        ("5 at most", 0, 5, "at most"),
        ("50 at least", 50, None, "at least"),
        ("some 50", None, None, "about"),
        ("50 or so", None, None, "about"),
        ("50 (approx.)", None, None, "about"),
        ("5 or less", 0, 5, "at most"),
        ("up to 10", 0, 10, "at most"),
        ("no more than 3", 0, 3, "at most"),
        ("at least 7", 7, None, "at least"),
        ("5 or more", 5, None, "at least"),
        ("5+", 5, None, "at least"),
        ("more than 50", 51, None, "more than"),
        ("over 50", 51, None, "more than"),
        ("about 200", None, None, "about"),
        ("nearly 40", None, None, "about"),
        ("between 10 and 15", 10, 15, "between"),
        ("1-4", 1, 4, "between"),
        ("10–15", 10, 15, "between"),
        ("2 to 7", 2, 7, "between"),
        ("two or three", 2, 3, "between"),
        ("over £450", 450, None, "more than"),
        ("more than half of them", "0.5", None, "more than"),
    ],
)
def test_what_the_words_allow(text: str, lo: int | None, hi: int | None, hedge: str) -> None:
    seen = one(text)
    assert (seen.lo, seen.hi, seen.hedge) == (
        None if lo is None else Decimal(lo),
        None if hi is None else Decimal(hi),
        hedge,
    )
    assert seen.exact is None


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("£1,234.50", "money", "GBP"),
        ("£1.2m", "money", "GBP"),
        ("€ 300", "money", "EUR"),
        ("$12", "money", "USD"),
        ("300 euros", "money", "EUR"),
        ("GBP 12", "money", "GBP"),
        ("five pounds", "money", "GBP"),
        ("9 per cent", "percent", "%"),
        ("12%", "percent", "%"),
        ("12pc", "percent", "%"),
        ("nine per cent", "percent", "%"),
        ("3x", "multiplier", ""),
        ("3 x Written warning", "multiplier", ""),
        ("x3", "multiplier", ""),
        ("2 no.", "multiplier", ""),
        ("1st", "ordinal", ""),
        ("2014", "year", ""),
        ("2019/20", "year", ""),
        ("2013-14", "year", ""),
        ("17 February 2014", "date", ""),
        ("17/02/2014", "date", ""),
        ("2014-02-17", "date", ""),
        ("Jan-13", "date", ""),
        ("10.30am", "time", ""),
        ("09:15", "time", ""),
        ("01.FOI.22.026596", "reference", ""),
        ("170/14", "reference", ""),
        ("4896_14", "reference", ""),
        ("1362A/21", "reference", ""),
        ("40(2)(3A)(a)", "reference", ""),
        ("0161 496 0000", "reference", ""),
        ("foi12@example.org", "reference", ""),
        ("EX1 2AB", "reference", ""),
    ],
)
def test_kind_and_unit(text: str, kind: str, unit: str) -> None:
    seen = one(text)
    assert (seen.kind, seen.unit) == (kind, unit)


@pytest.mark.parametrize(
    "text",
    ["no one was dismissed", "one of the officers", "the first quarter", "another one", "no-one", "Inspector +"],
)
def test_no_number(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize("text", ["1.234", "1,5", "-5 officers", "007", "1.2m", "3/4"])
def test_two_readings_stay_open(text: str) -> None:
    seen = numbers(text)[0]
    assert seen.ambiguous
    assert seen.exact is None


def test_the_locale_settles_the_decimal_sign() -> None:
    assert numbers("1.234", decimal=",")[0].exact == 1234
    assert numbers("1.234", decimal=".")[0].exact == Decimal("1.234")
    assert numbers("1,5", decimal=",")[0].exact == Decimal("1.5")
    assert numbers("1,234", decimal=",")[0].exact == Decimal("1.234")


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    assert [seen.exact for seen in numbers("rose from 3 to 7")] == [3, 7]


@pytest.mark.parametrize("text", ["2011 - 10", "2011 - 12", "2011: 12", "2011-10", "Grade 1 - 4", "2014 - 2012"])
def test_a_dash_may_part_a_label_from_its_count(text: str) -> None:
    assert len(numbers(text)) == 2 if text[0] == "2" else [seen.exact for seen in numbers(text)] == [1, 4]


def test_an_arrow_is_no_bound() -> None:
    assert [seen.exact for seen in numbers("see guidance -->\n77")] == [77]


def test_a_modal_verb_is_no_month() -> None:
    assert numbers("12 may be dismissed")[0].exact == 12


def test_a_list_of_months_with_counts_keeps_its_counts() -> None:
    assert [seen.exact for seen in numbers("January - 12, February - 8")] == [12, 8]


@pytest.mark.parametrize(
    ("cell", "exact"),
    [
        ("12", 12),
        (" 7 ", 7),
        ("£12", 12),
        ("one", 1),
        ("-5", -5),
        ("(£1,200)", -1200),
        ("twelve", 12),
        ("12.", 12),
    ],
)
def test_a_cell_that_is_one_number(cell: str, exact: int) -> None:
    seen = number(cell)
    assert seen is not None
    assert seen.exact == exact


@pytest.mark.parametrize("cell", ["(3)", "1 234"])
def test_a_cell_with_two_readings(cell: str) -> None:
    seen = number(cell)
    assert seen is not None
    assert seen.ambiguous


@pytest.mark.parametrize("cell", ["3 cases", "–", "", "12 13", "- 3", "Dismissed 3", "4 - 1"])
def test_a_cell_that_says_more_than_a_number(cell: str) -> None:
    assert number(cell) is None


WORDS = """
    12 1,234 1.5 £ % 2014 2013/14 17 Feb Feb-13 s.12(1) x 3x ( ) - – / . , : < > or fewer per cent k m
    bn one in two thousand 01.FOI.22 170/14 0161 496 0000 10:30 am 1st no. between and to 17/02/14 EX1
    2AB a.b@c1.uk www.x1.uk ½
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u00a0"])


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(PIECES, max_size=12).map("".join),
        st.lists(PIECES, max_size=12).map(" ".join),
    )
)
def test_no_digit_is_missed(text: str) -> None:
    seen = numbers(text)
    for run in re.finditer(r"\d+", text):
        assert any(word.start <= run.start() and run.end() <= word.end for word in seen), (run, seen)
    for before, after in itertools.pairwise(seen):
        assert before.end <= after.start
    for word in seen:
        assert text[word.start : word.end] == word.text
        assert word.kind in KINDS
        assert word.lo is None or word.hi is None or word.lo <= word.hi


@given(st.integers(min_value=0, max_value=999_999_999))
def test_words_and_figures_agree(value: int) -> None:
    for text in (num2words(value), f"{value:,}"):
        seen = one(f"{text} payments")
        assert seen.value == value


@given(
    st.integers(min_value=0, max_value=99999),
    st.sampled_from(["officers", "cases", "were dismissed", "payments of rent"]),
)
def test_a_plain_count_is_exact(value: int, noun: str) -> None:
    seen = numbers(f"there were {value} {noun} in all")
    assert [word.exact for word in seen] == [value]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("£31,650,57", "31650.57", "3165057"), ("£1.234.56", "1234.56", "123456")],
)
def test_digits_that_are_not_parted_by_thousands_stay_open(text: str, low: str, high: str) -> None:
    seen = one(f"paid {text} in all")
    assert (str(seen.lo), str(seen.hi), seen.exact) == (low, high, None)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("in 2023 €3,500", [3500]),
        ("2022 €1,000, 2023 €1,200", [1000, 1200]),
        ("2022 € 1,000, 2023 EUR 950", [1000, 950]),
        ("2022 €2000", [2000]),
        ("2000 € 2023", [2000]),
        ("2000 € 12 times", [2000]),
        ("2022: 2,000 € 2023: 3,500 €", [2000, 3500]),
        ("1,200 EUR 300 GBP", [1200, 300]),
        ("2000 euros in 2023", [2000]),
    ],
)
def test_a_year_before_a_sum_takes_no_sign_of_it(text: str, sums: list[int]) -> None:
    assert [seen.value for seen in numbers(text) if seen.kind == "money"] == [Decimal(each) for each in sums]
