"""Agreement of coders, against the worked examples of those who defined the coefficients."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from foidesk.coding import agreement


def _units(*rows: str) -> list[dict[str, str]]:
    """One row a coder, one character a unit; "." where that coder left it out."""
    return [
        {f"coder {n}": row[unit] for n, row in enumerate(rows) if row[unit] != "."} for unit in range(len(rows[0]))
    ]


def test_alpha_with_four_coders_and_units_left_out() -> None:
    found = agreement(_units("123321412...", "1233224125.3", ".3332342251.", "12332441251."))
    assert (found.coders, found.units, found.kappa) == (4, 11, None)
    assert found.alpha is not None and round(float(found.alpha), 3) == 0.743


def test_alpha_of_two_coders_and_two_categories() -> None:
    found = agreement(_units("0100000010", "1110010000"))
    assert found.alpha is not None and round(float(found.alpha), 3) == 0.095
    assert found.alike == Fraction(6, 10)


def test_kappa_of_fifty_proposals() -> None:
    """20 that both accept, 5 and 10 that only one does, 15 that neither does: .7 observed, .5 by chance."""
    found = agreement(_units("y" * 25 + "n" * 25, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15))
    assert (found.alike, found.kappa) == (Fraction(7, 10), Fraction(2, 5))


def test_nothing_coded_twice_has_no_agreement() -> None:
    found = agreement([{"a": "x"}, {"b": "y"}])
    assert (found.coders, found.units, found.alike, found.kappa, found.alpha) == (0, 0, None, None, None)


def test_one_category_throughout_is_alike_and_says_nothing_beyond_chance() -> None:
    found = agreement(_units("xxx", "xxx"))
    assert (found.alike, found.kappa, found.alpha) == (1, None, None)


@given(st.lists(st.lists(st.sampled_from("abc."), min_size=3, max_size=3), min_size=1, max_size=8))
def test_the_coefficients_are_one_exactly_where_all_are_alike(rows: list[list[str]]) -> None:
    units = [{str(n): said for n, said in enumerate(row) if said != "."} for row in rows]
    found = agreement(units)
    if found.alpha is not None:
        assert (found.alpha == 1) == (found.alike == 1) and found.alpha <= 1
        assert found.alpha == agreement([{n: f"the {said}" for n, said in one.items()} for one in units]).alpha
