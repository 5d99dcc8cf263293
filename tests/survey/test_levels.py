"""Shares, medians and rates are figures of their own: read as written, and never added."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from foidesk.errors import SurveyFileError
from foidesk.survey import Survey

SURVEY = """
[survey]
id = "handovers"
title = "Handover times in Exampleshire"

[[questions]]
id = "q1"
text = "What was the median handover time, and what share was handed over in time, in each year?"
measures = ["median", "in-time"]

[[measures]]
id = "median"
label = "median handover time"
unit = "minutes"
type = "duration"
nouns = ["median handover time", "median wait"]

[[measures]]
id = "in-time"
label = "handed over in time"
unit = "of handovers"
type = "share"
nouns = ["handed over in time", "share in time"]

[[findings]]
name = "median"
recipe = "by-body"
measure = "median"
period = "2022"
title = "Median in 2022"

[[findings]]
name = "in-time"
recipe = "by-body"
measure = "in-time"
period = "2022"
title = "In time in 2022"
"""
REPLIES = {
    "alphaton": "Year,Median wait (minutes),Percentage handed over in time\n"
    "2021,14,81\n2022,15,74.5\nTotal,15,78\n",
    "betaford": "Year,Median handover time,Handed over in time\n2021,30,60%\n2022,44,58%\n",
    "gammaley": "Year,Median handover time,Handed over in time\n2022,20,70\n",
}


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    (tmp_path / "survey.toml").write_text(SURVEY)
    (tmp_path / "bodies.csv").write_text("id,name\n" + "".join(f"{one},{one.title()}\n" for one in REPLIES))
    for body, text in REPLIES.items():
        (tmp_path / "replies" / body).mkdir(parents=True)
        (tmp_path / "replies" / body / "reply.csv").write_text(text)
    made = Survey(tmp_path)
    made.ingest()
    return made


def figures(survey: Survey, name: str) -> dict[str, tuple[Any, Any]]:
    found = next(one for one in survey.work.results.findings if one.name == name)
    return {one.body: (float(one.value.lo), float(one.value.hi or -1)) for one in found.supports}


def test_each_body_s_median_of_a_year_is_as_it_wrote_it_and_the_whole_is_a_range(survey: Survey) -> None:
    assert figures(survey, "median") == {"alphaton": (15, 15), "betaford": (44, 44), "gammaley": (20, 20)}
    found = next(one for one in survey.work.results.findings if one.name == "median")
    assert (found.value.lo, found.value.hi) == (15, 44)


def test_a_share_is_read_from_its_sign_or_its_heading_and_a_bare_number_stays_open(survey: Survey) -> None:
    assert figures(survey, "in-time") == {"alphaton": (0.745, 0.745), "betaford": (0.58, 0.58)}
    open_numbers = [
        n["text"] for row in survey.extract()["deliveries"] for n in row["open"] if row["body"] == "gammaley"
    ]
    assert open_numbers == ["70"]


def test_no_printed_total_of_medians_is_called_wrong(survey: Survey) -> None:
    assert not [issue.what for issue in survey.work.results.issues if "add" in issue.what or "total" in issue.what]


def test_years_are_not_put_together_to_one_figure(survey: Survey) -> None:
    text = (survey.folder / "survey.toml").read_text()
    (survey.folder / "survey.toml").write_text(text.replace('period = "2022"\ntitle = "Median', 'title = "Median'))
    survey.refresh()
    assert set(figures(survey, "median")) == {"gammaley"}


@pytest.mark.parametrize("recipe", ["total", "by-period"])
def test_a_sum_of_medians_is_refused_with_what_to_do(survey: Survey, recipe: str) -> None:
    text = (survey.folder / "survey.toml").read_text()
    (survey.folder / "survey.toml").write_text(text.replace('recipe = "by-body"', f'recipe = "{recipe}"', 1))
    survey.refresh()
    with pytest.raises(SurveyFileError) as refused:
        survey.compute()
    assert "add up 'median handover time'" in str(refused.value) and "adds = true" in str(refused.value)
