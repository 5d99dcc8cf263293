"""The real example: four forces' letters, against the totals that a person checked."""

from __future__ import annotations

import shutil
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from foidesk.model import PagePlace, Table
from foidesk.survey import Survey

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "hospital-crime"
pytestmark = [pytest.mark.corpora, pytest.mark.xdist_group("hospital")]


@pytest.fixture(scope="module")
def survey(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Survey:
    folder = tmp_path_factory.mktemp("hospital") / "survey"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".foidesk", "site"))
    shutil.copytree(corpora / "uk-police-hospital-crime" / "replies", folder / "replies")
    survey = Survey(folder)
    survey.ingest()
    return survey


@pytest.fixture(scope="module")
def expected(corpora: Path) -> dict[str, Any]:
    return tomllib.loads((corpora / "uk-police-hospital-crime" / "expected.toml").read_text())


def _digits(label: str) -> str:
    """ "2019/20" and "2019/2020" are one financial year."""
    first, _, last = label.partition("/")
    return f"{first}/{last[-2:]}" if last else first


def test_every_total_by_year_and_overall_is_exact(survey: Survey, expected: dict[str, Any]) -> None:
    accounts = survey.work.reconciled.accounts
    checked = 0
    for name, body in expected.items():
        total = accounts.support(name.lower(), "crimes", {})
        assert total is not None and total.value.lo == total.value.hi == body["total"], name
        years = {_digits(period.label): period for period in accounts.periods(name.lower(), "crimes")}
        assert set(years) == set(body["totals"]), name
        for label, number in body["totals"].items():
            found = accounts.support(name.lower(), "crimes", {}, period=years[label])
            assert found is not None and found.value.lo == found.value.hi == Decimal(number), (name, label)
            checked += 1
        checked += 1
    assert checked == 25


def test_calendar_years_are_never_added_to_financial_ones(survey: Survey) -> None:
    accounts = survey.work.reconciled.accounts
    kinds = {body: {one.kind for one in accounts.periods(body, "crimes")} for body in accounts.answered("crimes")}
    assert "financial year" not in kinds["humberside"]
    assert all("financial year" in kinds[body] for body in ("cumbria", "durham", "hertfordshire"))
    by_year = next(one for one in survey.work.results.findings if one.query.recipe == "by-period")
    for line in by_year.lines:
        bodies = {support.body for support in line.supports}
        assert not ("humberside" in bodies and len(bodies) > 1), line.label
    assert any("calendar" in caveat for caveat in by_year.caveats)


def test_the_refusal_of_hospital_names_is_recorded_for_that_question(survey: Survey) -> None:
    outcomes = [one for one in survey.work.reconciled.outcomes if one.body == "humberside"]
    assert [one.section for one in outcomes if one.outcome == "refused"] == ["40(2)"]
    assert any(one.outcome in ("full", "partial") for one in outcomes)


def test_the_row_cut_by_the_page_break_is_whole(survey: Survey) -> None:
    """A plain table reader loses its four numbers; with them offences and outcomes add up to the same."""
    [delivery] = [one for one in survey.work.matched if one.body == "humberside"]
    offences = survey.work.reading(delivery).tables[0]
    assert len(offences.parts) > 1
    rows = [[cell.text for cell in row if cell and cell.text.isdigit()] for row in offences.grid()]
    assert ["1", "3", "4", "1"] in rows
    sums = [sum(int(row[column]) for row in _numbers(table)) for table in _tables(survey) for column in (2, 3, 4)]
    assert sums == [465, 481, 609] * 2


def _tables(survey: Survey) -> tuple[Table, ...]:
    [delivery] = [one for one in survey.work.matched if one.body == "humberside"]
    return survey.work.reading(delivery).tables[:2]


def _numbers(table: Table) -> list[list[str]]:
    """The number columns of each row, blanks as nought (each table's columns add up to its sister's)."""
    rows = [[cell.text if cell and cell.text.isdigit() else "0" for cell in row[1:]] for row in table.grid()[1:]]
    return [row for row in rows if any(cell != "0" for cell in row)]


def test_a_list_of_thousands_of_crimes_is_counted_row_by_row(survey: Survey) -> None:
    rows = [
        one
        for delivery in survey.work.matched
        if delivery.body == "hertfordshire"
        for one in survey.work.coded[delivery.id].observations
        if one.role == "case row"
    ]
    assert len(rows) == 4492


def test_every_figure_leads_to_a_box_on_a_page(survey: Survey) -> None:
    for finding in survey.work.results.findings:
        if finding.query.recipe == "coverage":
            continue
        trace = survey.trace(finding.name)
        assert trace.sources, finding.name
        for source in trace.sources:
            place = source.observation.places["value"].place
            assert isinstance(place, PagePlace) and place.page >= 1 and place.box.area > 0
