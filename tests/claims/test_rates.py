"""Claims that tell a rate: by the sizes on file, per as many as the words say."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey
from tests import small

SIZES = """body,definition,year,number,unit,source,retrieved
alphaton,"library members, 1 January",2021,10000,members,https://example.org/a,2023-01-02
betaford,"library members, 1 January",2021,8000,members,https://example.org/b,2023-01-02
"""
RATE = """
[[findings]]
name = "by-size"
recipe = "rate"
title = "Complaints by size"
denominator = "library members, 1 January"
denominator_year = "2021"
per = 1000
"""


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    folder = small.write(tmp_path_factory.mktemp("rates") / "survey")
    (folder / "denominators.csv").write_text(SIZES, encoding="utf-8")
    file = folder / "survey.toml"
    file.write_text(file.read_text(encoding="utf-8") + RATE, encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


def verdicts(survey: Survey, tmp_path: Path, text: str) -> dict[str, str]:
    story = tmp_path / "draft.md"
    story.write_text(text, encoding="utf-8")
    return {claim["text"]: claim["verdict"] for claim in survey.check(story).as_json()["claims"]}


BOUND = [
    ("It had [2]{f=by-size body=alphaton part=rate} complaints per 1,000 members.", "2", "supported"),
    ("It had [20]{f=by-size body=alphaton part=rate} complaints per 10,000 members.", "20", "supported"),
    ("It had [20]{f=by-size body=alphaton part=rate} complaints per 1,000 members.", "20", "contradicted"),
    ("It had [20]{f=by-size body=alphaton} complaints per 1,000 members.", "20", "needs a person"),
    ("It had [20]{f=by-size body=alphaton} complaints.", "20", "supported"),
    ("It had [2.1]{f=by-size} complaints for every 1,000 members.", "2.1", "supported"),
    ("It had [2]{f=by-body body=alphaton part=rate} complaints per 1,000 members.", "2", "needs a person"),
]
READ = [
    ("Alphaton had 2 complaints per 1,000 members.", "2", "misleading"),  # of three years by one year's size
    ("Alphaton had 20 complaints per 1,000 members.", "20", "contradicted"),
    ("Alphaton had 20 complaints per 1,000 dogs.", "20", "needs a person"),
    ("Alphaton had the most complaints per member of those that answered.", "most", "needs a person"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), BOUND + READ)
def test_a_rate_is_held_against_a_rate_of_as_many(
    survey: Survey, tmp_path: Path, text: str, number: str, verdict: str
) -> None:
    assert verdicts(survey, tmp_path, text)[number] == verdict
