"""What a sentence tells of the course of a case: before a hearing, not proven, caught, kept the job."""

from __future__ import annotations

import pytest

from foidesk.survey import Survey

from .test_whose_case import last_of, made

KINDS = {
    "role": ("Gatekeeper", "Gardener", "Foreman"),
    "allegation": ("Left a gate open", "Struck a visitor", "Sold benches"),
    "outcome": ("Dismissed", "Written warning", "Suspended", "Resigned", "No further action"),
    "stage": ("Proven", "Not proven", "Alleged", "Under investigation"),
}
REPLIES = {
    "fakeham": "2022,Gatekeeper,Left a gate open,Written warning,Proven\n"
    "2023,Foreman,Sold benches,Resigned,Alleged\n"
    "2024,Gardener,Struck a visitor,Suspended,Under investigation\n",
    "sampleton": "2024,Foreman,Sold benches,No further action,Not proven\n"
    "2023,Gardener,Left a gate open,Dismissed,Proven\n",
}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return made(tmp_path_factory.mktemp("course") / "survey", KINDS, REPLIES)


TRUE = [
    "A foreman accused of having sold benches resigned from Fakeham before a hearing could be held.",
    "A Fakeham foreman resigned before a hearing into claims that benches were sold, leaving the case unresolved.",
    "A Fakeham foreman accused of having sold benches resigned before a formal hearing; no finding was made.",
    "A gardener accused of having struck a visitor has been suspended by Fakeham during the investigation.",
    "A gardener accused of having struck a visitor was suspended by Fakeham before the inquiry concluded.",
    "A gardener accused of having struck a visitor is suspended by Fakeham in an on-going investigation.",
    "A foreman accused of having sold benches faced no further action at Sampleton and kept the job.",
    "A gatekeeper who left a gate open got a written warning at Fakeham. The case dates from 2022.",
    "A gardener accused of having struck a visitor is suspended by Fakeham. The case is still open.",
    "A gardener accused of having struck a visitor is suspended by Fakeham. Nothing has been proved.",
    "A gatekeeper who left a gate open got a written warning at Fakeham, the council confessed.",
    "A foreman accused of having sold benches was cleared by Sampleton, which took no further action.",
    "A gatekeeper caught leaving a gate open kept their job at Fakeham with a written warning.",
    "A foreman accused of having sold benches faced no action after Sampleton found the claim was not proven.",
    "A gardener accused of having struck a visitor has been suspended by Fakeham while the claim is looked into.",
]
FALSE = [
    "A gatekeeper accused of having left a gate open at Fakeham got a written warning, but no finding was made.",
    "A foreman caught selling benches resigned from Fakeham.",
    "A foreman accused of having sold benches kept their job at Fakeham.",
    "A gardener who left a gate open kept their job at Sampleton.",
    "A foreman accused of having sold benches faced no further action after Sampleton found the claim was proven.",
    "A gardener accused of having struck a visitor is back at work at Fakeham while the claim is looked into.",
    "A gardener accused of having struck a visitor was suspended by Fakeham after the claim was proven.",
    "A foreman accused of having sold benches remained in post at Fakeham.",
    "A gardener accused of having left a gate open was dismissed by Sampleton in an on-going case.",
    "A gatekeeper who left a gate open got a written warning at Fakeham. The case dates from 2010.",
    "A gatekeeper who left a gate open got a written warning at Fakeham. It happened in 2023.",
    "A gardener who left a gate open was dismissed by Sampleton. The case is on-going.",
    "A gardener who left a gate open was dismissed by Sampleton. Nothing has been proved.",
    "A foreman accused of having sold benches quit Fakeham. Nothing has been found and the case goes on.",
]


@pytest.mark.parametrize("text", TRUE)
def test_the_course_of_a_case_is_borne_out_by_how_far_it_got(survey: Survey, text: str) -> None:
    assert last_of(survey, text) == "supported"


@pytest.mark.parametrize("text", FALSE)
def test_another_course_is_contradicted(survey: Survey, text: str) -> None:
    assert last_of(survey, text) == "contradicted"


FOREMAN = "A foreman accused of having sold benches resigned from Fakeham"
WARNED = "A gatekeeper who left a gate open got a written warning at Fakeham."
OPEN = [
    f"{FOREMAN} after a hearing.",
    f"{FOREMAN} before the hearing concluded.",
    f"{FOREMAN} before the hearing was over.",
    f"{FOREMAN} before a hearing could be completed.",
    f"{FOREMAN} before the investigation was complete.",
    f"{FOREMAN} before a criminal hearing.",
    f"{FOREMAN} during the investigation; no finding was made.",
    f"{FOREMAN} during a hearing.",
    f"{FOREMAN} midway through the hearing.",
    f"{FOREMAN} in the middle of the investigation.",
    f"{FOREMAN} pending a hearing.",
    f"{FOREMAN} so that the case could be heard.",
    f"{FOREMAN}, leaving the case unfinished.",
    f"{FOREMAN}, leaving the case unpunished.",
    "A gardener accused of having struck a visitor was suspended by Fakeham during the hearing.",
    "A gardener accused of having struck a visitor kept their job at Fakeham.",
    "A gardener accused of having struck a visitor was suspended by Fakeham but remains on the payroll.",
    "A foreman accused of having sold benches stayed in post at Fakeham until he resigned.",
    f"{WARNED} The incident took place in a park in 2022.",
    f"{WARNED} The case dates from last year.",
    "A gatekeeper who left a gate open was jailed at Fakeham. The case dates from 2022.",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_course_that_no_row_tells_of_is_asked_about(survey: Survey, text: str) -> None:
    assert last_of(survey, text) == "needs a person"
