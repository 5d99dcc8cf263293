"""Real lists of payments: a sum that its rows contradict, totals among the rows, a list sent twice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.replies.corpora import prepare
from foidesk.survey import Survey

CITIES = ["memphis_tn", "baltimore_md", "st_louis_mo"]
pytestmark = [pytest.mark.corpora, pytest.mark.xdist_group("settlements")]


@pytest.fixture(scope="module")
def survey(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Survey:
    folder = tmp_path_factory.mktemp("settlements") / "survey"
    prepare("us-police-settlements", corpora, folder, CITIES)
    made = Survey(folder)
    made.ingest()
    return made


def test_the_2018_sum_that_its_own_rows_contradict_is_raised_and_spanned(survey: Survey) -> None:
    (clash,) = [
        issue
        for issue in survey.work.results.issues
        if issue.kind == "contradiction" and issue.body == "memphis_tn" and "sum “$318,785.61”" in issue.what
    ]
    assert "1,505,053.18" in clash.what and len(clash.locators) == 3
    accounts = survey.work.reconciled.accounts
    (year,) = [one for one in accounts.periods("memphis_tn", "paid") if one.label == "2018"] or [None]
    if year is not None:
        support = accounts.support("memphis_tn", "paid", {}, period=year)
        assert support is not None and any(caveat.startswith("contradicted") for caveat in support.caveats)
        assert support.value.lo <= Decimal("318785.61") and (support.value.hi or 0) >= Decimal("1505053.18")


def test_totals_among_the_rows_are_counted_once(survey: Survey) -> None:
    support = survey.work.reconciled.accounts.support("baltimore_md", "paid", {})
    assert support is not None and support.value.lo == support.value.hi == Decimal("18432748.45")


def test_the_list_sent_twice_is_asked_about_with_its_differences_row_by_row(survey: Survey) -> None:
    (twin,) = [one for one in survey.work.results.choices if one.body == "st_louis_mo" and one.kind == "twin"]
    (difference,) = [one for one in survey.work.reconciled.differences if one.choice == twin.id]
    assert difference.rows
    support = survey.work.reconciled.accounts.support("st_louis_mo", "suits", {})
    assert support is not None and not support.value.is_exact and support.value.lo <= 28
