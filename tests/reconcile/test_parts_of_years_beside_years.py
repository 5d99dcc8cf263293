"""Quarters, halves and months that stand for a year beside years, or beside the year that they are parts of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from foidesk.model import Period
from foidesk.survey import Survey

from .. import boroughs

QUARTERS = "Q1 {0},2\nQ2 {0},3\nQ3 {0},1\nQ4 {0},4\n"
MONTHS = "".join(f"{month} {{0}},1\n" for month in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())


def told(folder: Path, *tables: str) -> dict[str, tuple[int, int | None]]:
    """The least and most complaints of all three years, and of each."""
    boroughs.write(folder)
    for at, table in enumerate(tables):
        text = f"Number of complaints\n\nPeriod,Complaints\n{table}"
        (folder / "replies" / "alphaton" / ("reply.csv" if not at else f"reply{at}.csv")).write_text(text)
    survey = Survey(folder)
    survey.ingest()
    accounts = survey.work.reconciled.accounts
    periods = {str(year): Period(date(year, 1, 1), date(year + 1, 1, 1)) for year in (2020, 2021, 2022)}
    spans: dict[str, Period | None] = {"all": None, **periods}
    found = {name: accounts.support("alphaton", "complaints", {}, period=when) for name, when in spans.items()}
    return {
        name: (int(one.value.lo), None if one.value.hi is None else int(one.value.hi))
        for name, one in found.items()
        if one
    }


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        (QUARTERS, 10),
        (MONTHS, 12),
        ("Jan-Jun {0},5\nJul-Dec {0},6\n", 11),
        ("H1 {0},5\nH2 {0},6\n", 11),
    ],
)
def test_parts_that_stand_for_a_year_are_added_to_the_years(tmp_path: Path, rows: str, last: int) -> None:
    found = told(tmp_path, "2020,7\n2021,8\n" + rows.format(2022))
    assert found == {"all": (15 + last,) * 2, "2020": (7, 7), "2021": (8, 8), "2022": (last, last)}


def test_parts_of_a_year_that_is_given_too_are_added_once(tmp_path: Path) -> None:
    found = told(tmp_path, "2020,7\n2021,8\n" + QUARTERS.format(2022) + "2022,10\n")
    assert found["all"] == (25, 25) and found["2022"] == (10, 10)


def test_quarters_of_all_years_add_up(tmp_path: Path) -> None:
    found = told(tmp_path, "".join(QUARTERS.format(year) for year in (2020, 2021, 2022)))
    assert found["all"] == (30, 30) and found["2021"] == (10, 10)


def test_years_in_one_table_and_quarters_of_the_next_in_another_add_up(tmp_path: Path) -> None:
    found = told(
        tmp_path, "2020,7\n2021,8\n\n\nNumber of complaints\n\nPeriod,Complaints\n" + QUARTERS.format(2022)
    )
    assert found["all"] == (25, 25)


def test_a_year_of_which_some_quarters_are_missing_is_not_whole(tmp_path: Path) -> None:
    short = QUARTERS.format(2022).split("Q4")[0]
    boroughs.write(tmp_path)
    (tmp_path / "replies" / "alphaton" / "reply.csv").write_text(
        "Number of complaints\n\nPeriod,Complaints\n2020,7\n2021,8\n" + short
    )
    survey = Survey(tmp_path)
    survey.ingest()
    issues = [
        one.what for one in survey.work.results.issues if one.body == "alphaton" and one.kind == "periods-differ"
    ]
    assert any("30 Sep 2022" in what for what in issues)


def test_quarters_that_give_another_number_than_their_year_are_asked_about(tmp_path: Path) -> None:
    found = told(tmp_path, "2020,7\n2021,8\n" + QUARTERS.format(2022) + "2022,11\n")
    assert found["2022"] == (10, 11)
