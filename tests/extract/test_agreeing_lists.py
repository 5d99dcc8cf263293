"""A list of kinds that adds up to a table of the reply is a breakdown of it; all else is asked about."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

TABLE = (
    "<p>Cases by rank:</p><table><tr><th>Rank</th><th>Number of cases</th></tr>"
    "<tr><td>Constable</td><td>9</td></tr>"
    "<tr><td>Sergeant</td><td>5</td></tr><tr><td>Police staff</td><td>6</td></tr>{more}</table>"
)


def said(below: str, table: str = TABLE.format(more="")) -> list[str]:
    """The statements in prose, with the rule that accepts each."""
    found = lines(extracted(f"<html><body>{table}{below}</body></html>", "reply.html"))
    return [one for one in found["statements"] if "prose" in one]


def items(*lines_: str) -> str:
    return "<p>Outcome:</p><ul>" + "".join(f"<li>{line}</li>" for line in lines_) + "</ul>"


def agree(statements: list[str]) -> int:
    return sum("tables-agree" in one for one in statements)


def test_a_list_that_adds_up_to_the_table_is_accepted() -> None:
    assert agree(said(items("Resigned: 8", "Written warning: 7", "NFA: 5"))) == 3


def test_what_is_left_out_by_name_does_not_stop_it() -> None:
    below = (
        items("Resigned: 8", "Written warning: 7", "NFA: 5")
        + "<p>Officers who resigned earlier (9) are not included.</p>"
    )
    assert agree(said(below)) == 3


@pytest.mark.parametrize(
    "below",
    [
        items("Resigned: 8", "Written warning: 7", "NFA: 6"),
        items("Resigned: 8", "Written warning: 7"),
        items("Resigned: 20"),
        items("Resigned: 8", "Resigned: 7", "NFA: 5"),
        items("Resigned: about 8", "Written warning: 7", "NFA: 5"),
        items("Resigned: under 8", "Written warning: 7", "NFA: 5"),
        items("Resigned: 8", "Written warning: 7", "NFA: 5") + "<p>Of those, 4 retired.</p>",
        items("Resigned: 8 (of the cases of 2009)", "Written warning: 7", "NFA: 5"),
        items("Not resigned: 8", "Written warning: 7", "NFA: 5"),
        items("Resigned or retired: 8", "Written warning: 7", "NFA: 5"),
        items("Resigned: 8%", "Written warning: 7%", "NFA: 5%"),
        items("Resigned: 4", "Written warning: 3", "NFA: 2", "Dismissed: 1", "Retired: 9"),
    ],
)
def test_a_list_that_does_not_add_up_or_is_hedged_is_not_accepted_for_it(below: str) -> None:
    assert not agree(said(below))


def test_a_list_of_a_few_may_add_up_by_chance() -> None:
    small = TABLE.replace("9", "1").replace("5", "1").replace("6", "1").format(more="")
    assert not agree(said(items("Resigned: 1", "Written warning: 2"), small))


def test_a_list_that_adds_up_to_a_row_only_is_not_accepted() -> None:
    assert not agree(said(items("Resigned: 4", "Written warning: 5")))
