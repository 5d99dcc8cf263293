"""A stored number is shown as the workbook shows it; dates in ISO 8601."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.readers.numberformat import general, is_date, plain, show


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.09, "0%", "9%"),
        (0.125, "0.0%", "12.5%"),
        (88.0, "General", "88"),
        (88.0, "", "88"),
        (0.1 + 0.2, "General", "0.3"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (1.005, "0.00", "1.01"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (1234.5, '"£"#,##0', "£1,235"),
        (-1234.5, "£#,##0.00;[Red](£#,##0.00)", "(£1,234.50)"),
        (-1234.5, "$#,##0.00", "-$1,234.50"),
        (0, '#,##0;-#,##0;"-"', "-"),
        (0, "0;0;", "0"),
        (7, "00000", "00007"),
        (1500000, '0.0,,"m"', "1.5m"),
        (12500, '0,"k"', "13k"),
        (3, '0" cases"', "3 cases"),
        (3, "0 \\c", "3 c"),
        (4, "_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "4"),
        (12345678, "0.00E+00", "1.23E+7"),
        (0.5, "# ?/?", "0.5"),
        (1.5, "0.0##", "1.5"),
        (2, "0.##", "2"),
        (5, "@", "5"),
        (5, "[<10]0;[>=10]0.0", "5"),
        (3, "General\" of 5\"", "3 of 5"),
        (41687, "dd/mm/yyyy", "2014-02-17"),
        (41687, "mmm-yy", "2014-02-17"),
        (41687.75, "dd/mm/yyyy hh:mm", "2014-02-17 18:00"),
        (41687.0, "dd/mm/yyyy hh:mm", "2014-02-17"),
        (41687, "[$-409]d\\-mmm\\-yy;@", "2014-02-17"),
        (0.75, "h:mm AM/PM", "18:00"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (1, "d/m/yyyy", "1900-01-01"),
        (61, "d/m/yyyy", "1900-03-01"),
        (-5, "d/m/yyyy", "-5"),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(value: float, code: str, text: str) -> None:
    assert show(value, code).text == text


def test_the_base_of_1904_moves_a_date_by_four_years() -> None:
    assert show(0.0, "yyyy-mm-dd", base_1904=True).text == "1904-01-01"


@pytest.mark.parametrize(
    ("code", "answer"), [("d/m/yy", True), ("0.00", False), ("mmmm", True), ("General", False)]
)
def test_a_date_format_is_known_as_one(code: str, answer: bool) -> None:
    assert is_date(code) is answer


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18))
def test_the_stored_number_is_exact_and_without_exponent(value: float) -> None:
    text = plain(value)
    assert float(Decimal(text)) == value
    assert "e" not in text.lower()


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_of_few_digits_shows_without_artefacts(value: Decimal) -> None:
    assert Decimal(general(float(value))) == value


@given(st.text(max_size=30), st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_no_format_makes_it_fail(code: str, value: float) -> None:
    assert isinstance(show(value, code).text, str)


@pytest.mark.parametrize("value", [1e300, -1e25, float("nan"), float("inf"), 12.5])
@pytest.mark.parametrize("code", ["0", "#,##0.00", "0." + 30 * "0", "000-000", "0%", "[h]:mm", "d mmm yyyy"])
def test_neither_the_largest_number_nor_none_at_all_makes_it_fail(value: float, code: str) -> None:
    assert show(value, code).text
