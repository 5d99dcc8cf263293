"""Bodies told beside a place in an order, held against the order of the replies."""

from __future__ import annotations

import pytest

from foidesk.survey import Survey
from tests import boroughs

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Twelve boroughs: in 2022 Lambdaham had 47 complaints, Kappaton 36, Deltaham 31 and Thetamouth 22."""
    found = Survey(boroughs.write(tmp_path_factory.mktemp("neighbours") / "survey"))
    found.ingest()
    return found


KAPPATON = "Of the eleven boroughs that answered, Kappaton had the second highest number of complaints in 2022"


@pytest.mark.parametrize(
    ("behind", "verdict"),
    [
        (", behind Lambdaham.", "supported"),
        (", behind Lambdaham and just ahead of Deltaham.", "supported"),
        (", ahead of Thetamouth.", "needs a person"),
        (", behind only Lambdaham.", "supported"),
        (", only behind Lambdaham.", "supported"),
        (", behind only Deltaham.", "needs a person"),
        (", ahead of only Deltaham.", "needs a person"),
        (", well ahead of Thetamouth.", "supported"),
        (", well behind Lambdaham.", "supported"),
        (", well ahead of Deltaham.", "needs a person"),
        (", narrowly behind Lambdaham.", "needs a person"),
        (", just ahead of Thetamouth.", "needs a person"),
        (", just ahead of Deltaham.", "supported"),
        (", between Lambdaham and Deltaham.", "supported"),
        (", between Deltaham and Lambdaham.", "supported"),
        (", behind Deltaham.", "needs a person"),
        (", ahead of Lambdaham.", "needs a person"),
        (", behind Lambdaham and just ahead of Mubury.", "needs a person"),
        (", between Deltaham and Thetamouth.", "needs a person"),
        (", between Lambdaham and Mubury.", "needs a person"),
        (", unlike Lambdaham.", "needs a person"),
        (", thanks to Lambdaham.", "needs a person"),
        (", far behind Lambdaham.", "needs a person"),
        (", behind Lambdaham in winter.", "needs a person"),
    ],
)
def test_neighbours_in_an_order_are_held_against_it(survey: Survey, behind: str, verdict: str) -> None:
    assert verdicts(survey, KAPPATON + behind)["second highest"] == verdict
