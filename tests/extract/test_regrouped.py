"""Headings above others that repeat, and totals that end a group of rows: each figure is of its own column."""

from __future__ import annotations

from foidesk.extract.layout.regrouped import regrouped
from foidesk.model import Cell, SheetPlace, Table

from .rehearsal import extracted, lines

GROUPS = (
    "Year,Month,Dismissed,Resigned\n2012,Jan,1,4\n,Feb,2,1\nTotal 2012,,3,5\n"
    "2013,Jan,0,2\n,Feb,3,2\nTotal 2013,,3,4\n"
)


def headed(spans: list[tuple[str, int, int]], below: list[str]) -> Table:
    place = SheetPlace("s", 1, 1, 3, len(below) + 1)
    top = [Cell(0, first, 0, last, text, place) for text, first, last in spans]
    heads = [Cell(1, at, 1, at, text, place) for at, text in enumerate(["Rank", *below])]
    rows = [Cell(2, at, 2, at, str(at), place) for at in range(len(below) + 1)]
    return Table("t", ("s",), (*top, *heads, *rows), place)


def over(table: Table) -> list[str]:
    return [cell.text if cell is not None else "" for cell in table.grid()[0]]


def test_an_upper_heading_stands_over_one_repetition_of_the_lower_ones() -> None:
    cut = headed([("2020", 1, 3), ("2021", 4, 4)], ["Minor", "Serious", "Minor", "Serious"])
    assert over(regrouped(cut)) == ["", "2020", "2020", "2021", "2021"]
    assert regrouped(cut).repaired


def test_headings_that_a_clerk_can_have_meant_are_left_alone() -> None:
    for table in (
        headed([("2020", 1, 2), ("2021", 3, 4)], ["Minor", "Serious", "Minor", "Serious"]),
        headed([("2020", 1, 3), ("2021", 4, 4)], ["Minor", "Serious", "Fatal", "All"]),
        headed([("2020", 1, 3), ("2020", 4, 4)], ["Minor", "Serious", "Minor", "Serious"]),
    ):
        assert regrouped(table) is table


def test_a_total_that_ends_a_group_of_rows_is_of_its_own_column() -> None:
    found = "\n".join(lines(extracted(GROUPS, "groups.csv"))["statements"])
    for said in ("3 cases where outcome=dismissed in 2012", "5 cases where outcome=resigned in 2012"):
        assert said in found
    assert "5 cases where outcome=dismissed" not in found and "3 cases where outcome=resigned" not in found
