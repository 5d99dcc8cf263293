"""What is told of each body, of every one, or by the sentence behind: no sum of all of them bears it out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from foidesk.survey import Survey

from .test_reading import verdicts

SURVEY = Path(__file__).parents[2] / "benchmarks/claims/sixteenth-opened/surveys/hospital-parking"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Eight of eleven trusts took £614,110 in three years; one of the nine that answered cancelled far more."""
    folder = tmp_path_factory.mktemp("each") / "survey"
    shutil.copytree(SURVEY, folder)
    found = Survey(folder)
    found.ingest()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The trusts took £614,110.",
        "Eight of the bodies took £614,110 from parking notices.",
        "The trusts took £614,110. That is a lot of money.",
        "In all, the trusts took £614,110.",
    ],
)
def test_the_sum_of_all_is_the_sum(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["£614,110"] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Each of eight bodies took £614,110 in three years.",
        "Each of the eight trusts took £614,110.",
        "Every one of the eight trusts took £614,110.",
        "Every trust took £614,110.",
        "The trusts took £614,110 each.",
        "The eight trusts took £614,110 apiece.",
    ],
)
def test_what_each_had_is_not_borne_out_by_the_sum(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["£614,110"] != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Think of one: £614,110. That is what eight of the bodies took from parking notices in a single year.",
        "Think of one number: £614,110. That's how much each of eight bodies took from parking notices.",
        "The sum is £614,110. It was the amount that one trust took.",
    ],
)
def test_a_number_that_the_next_sentence_explains_is_asked_about(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["£614,110"] != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "All nine bodies that answered cancelled fewer than a third of their notices.",
        "All nine bodies that answered cancelled less than 30 per cent of the notices they issued.",
        "Every body that answered cancelled at least a quarter of its notices.",
        "No trust cancelled more than half of its notices.",
    ],
)
def test_a_part_with_a_limit_that_is_told_of_every_body_is_looked_at(survey: Survey, text: str) -> None:
    found = verdicts(survey, text)
    assert found and "supported" not in found.values()
    assert "needs a person" in found.values()


def test_no_cases_is_none_of_them_and_no_kind_of_end(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples/police-social-media"
    shutil.copytree(example, tmp_path / "s", ignore=shutil.ignore_patterns(".foidesk", "site", "make"))
    police = Survey(tmp_path / "s")
    police.ingest()
    assert verdicts(police, "Rehearsal Force 04 had no cases at all.")["no"] == "contradicted"
