"""Printed totals of a year among its rows: checks, never added."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey

from .. import small

ROWS = (
    "2020,Upheld,2",
    "2020,Not upheld,6",
    "2021,Upheld,1",
    "2021,Not upheld,6",
    "2022,Upheld,2",
    "2022,Not upheld,3",
)
SUMS = {"2020": 8, "2021": 7, "2022": 5}


@pytest.mark.parametrize("label", ["Total", "Sub-total", "Total 2020"])
@pytest.mark.parametrize("years", [("2020",), ("2020", "2021"), ("2020", "2021", "2022"), ("2022",)])
def test_the_total_of_a_year_is_not_added_to_its_rows(tmp_path: Path, label: str, years: tuple[str, ...]) -> None:
    lines = ["Year,Outcome,Number of complaints"]
    for year, total in SUMS.items():
        lines += [row for row in ROWS if row.startswith(year)]
        lines += [f"{year},{label.replace('2020', year)},{total}"] if year in years else []
    small.write(tmp_path / "survey")
    reply = tmp_path / "survey" / "replies" / "betaford"
    for old in (tmp_path / "survey" / "replies").rglob("*.*"):
        old.unlink()
    reply.mkdir(parents=True, exist_ok=True)
    (reply / "r.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    survey = Survey(tmp_path / "survey")
    survey.ingest()
    total = next(one for one in survey.work.results.findings if one.name == "total")
    assert (total.value.lo, total.value.hi) == (20, 20)
