"""What is counted by a measure's own name, though a kind of case has a word of it in its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from foidesk.survey import Survey

from .test_reading import verdicts

SURVEY = Path(__file__).parents[2] / "benchmarks/claims/fifteenth-opened/surveys/bathing-water"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Kelpington put up 217 notices; of the staff cases some are of "taking down a warning notice"."""
    folder = tmp_path_factory.mktemp("counted") / "survey"
    shutil.copytree(SURVEY, folder)
    found = Survey(folder)
    found.ingest()
    return found


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Since 2021 Kelpington has put up 217 warning notices and ordered 73 closures.", "217"),
        ("Of the 78 warning notices that it put up in 2024, Saltmarch blamed 42 on sewage overflows.", "42"),
        ("News of 217 warning notices put up in Kelpington.", "217"),
    ],
)
def test_the_name_of_a_measure_is_no_kind_of_case(survey: Survey, text: str, figure: str) -> None:
    assert verdicts(survey, text)[figure] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Since 2021 Kelpington has put up 218 warning notices.",
        "Since 2021 Kelpington has put up 217 warning notices over sewage.",
    ],
)
def test_another_number_or_kind_is_contradicted(survey: Survey, text: str) -> None:
    assert "contradicted" in verdicts(survey, text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Since 2021 Kelpington has had 217 warning notices taken down.",
        "Since 2021 Kelpington took down 217 warning notices.",
        "Since 2021 Kelpington had 217 warning notices removed.",
        "Since 2021, 217 warning notices were down at Kelpington.",
        "Since 2021 Kelpington removed 217 notices.",
        "Since 2021 Kelpington recorded 217 false warning notices.",
        "Since 2021, 217 warning notices disappeared in Kelpington.",
        "Since 2021 Kelpington took in 217 warning notices.",
        "Since 2021 staff in Kelpington were accused over 217 warning notices.",
        "Since 2021 Kelpington has dismissed staff for 217 warning notices.",
    ],
)
def test_what_may_be_of_the_cases_is_asked_about(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["217"] == "needs a person"


DENIED = [
    "Four bodies had no dismissals.",
    "Four bodies recorded no dismissal.",
    "Four of the bodies saw no dismissals.",
    "Four of the nine bodies never had a dismissal.",
    "Four of the nine bodies were without a dismissal.",
    "Four of the nine bodies had neither a dismissal nor a suspension.",
    "Four bodies had zero dismissals.",
    "Four bodies had not a single dismissal.",
    "Four bodies dismissed nobody.",
    "Four bodies did not dismiss anybody.",
    "Four bodies have yet to dismiss anyone.",
    "Four bodies had nothing by way of a dismissal.",
]


@pytest.mark.parametrize("text", DENIED)
def test_bodies_that_had_none_of_a_kind_are_not_those_that_had_some(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["Four"] != "supported"


def test_bodies_that_had_some_of_a_kind_are_counted(survey: Survey) -> None:
    assert verdicts(survey, "Four bodies had dismissals.")["Four"] == "supported"
    assert verdicts(survey, "Five bodies had dismissals.")["Five"] == "contradicted"


ROADS = Path(__file__).parents[2] / "benchmarks/claims/surveys/pothole-claims"


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Mockford received 143 claims in 2023, 86 of them for potholes, and paid 36, 25 of them for potholes."""
    folder = tmp_path_factory.mktemp("roads") / "survey"
    shutil.copytree(ROADS, folder)
    found = Survey(folder)
    found.ingest()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Mockford received 143 claims in 2023, including 86 for potholes, and paid 25.",
        "Mockford received 143 claims in 2023, 86 of them for potholes, and paid 25.",
        "Mockford received 143 claims, including 86 for potholes, in 2023 and paid 25.",
        "Of 143 claims at Mockford in 2023, 86 were for potholes and 25 were paid.",
    ],
)
def test_a_figure_behind_a_part_of_a_whole_may_be_of_either(roads: Survey, text: str) -> None:
    assert verdicts(roads, text)["25"] == "needs a person"


@pytest.mark.parametrize(
    "text",
    [
        "Mockford received 143 claims in 2023, 86 of them for potholes, of which 25 were paid.",
        "Mockford received 86 pothole claims in 2023 and paid 25.",
        "Of 86 pothole claims at Mockford in 2023, 25 were paid.",
    ],
)
def test_a_figure_of_a_kind_alone_is_of_that_kind(roads: Survey, text: str) -> None:
    assert verdicts(roads, text)["25"] == "supported"
