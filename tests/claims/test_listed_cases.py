"""What the words ahead of a list say of all its incidents, and a date in the words of who says so."""

from __future__ import annotations

import pytest

from foidesk.survey import Survey

from .test_reading import verdicts
from .test_whose_case import last_of, made

KINDS = {
    "role": ("Gatekeeper", "Gardener", "Foreman"),
    "allegation": ("Left a gate open", "Struck a visitor", "Sold benches"),
    "outcome": ("Dismissed", "Written warning", "Suspended", "Resigned"),
    "stage": ("Proven", "Not proven", "Alleged", "Under investigation"),
}
REPLIES = {
    "fakeham": "2022,Gatekeeper,Left a gate open,Dismissed,Proven\n"
    "2024,Gardener,Struck a visitor,Suspended,Under investigation\n",
    "sampleton": "2023,Foreman,Sold benches,Dismissed,Proven\n"
    "2024,Gardener,Struck a visitor,Written warning,Proven\n",
}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return made(tmp_path_factory.mktemp("listed") / "survey", KINDS, REPLIES)


FIRST = "a gatekeeper at Fakeham who left a gate open"
FOREMAN = "a foreman at Sampleton over sold benches"
GARDENER = "a gardener at Sampleton who struck a visitor"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"Among those dismissed were {FIRST}, and {FOREMAN}.", "supported"),
        (f"Among those dismissed were {FIRST}, and {GARDENER}.", "contradicted"),
        (f"The dismissed were {FIRST} and {GARDENER}.", "contradicted"),
        (f"Among those dismissed were {FIRST}; {GARDENER} got a written warning.", "supported"),
        (
            f"Among those punished were {FOREMAN}, and a gardener at Fakeham over a struck visitor.",
            "contradicted",  # a suspension while it is looked into is no punishment
        ),
        (f"Among those not dismissed were {FIRST}, and {FOREMAN}.", "needs a person"),
        (f"Among those jailed were {FIRST}, and {FOREMAN}.", "needs a person"),
        (
            f"Among those jailed were {FIRST}, and a foreman at Sampleton dismissed over sold benches.",
            "needs a person",
        ),
        (f"Among those wrongly dismissed were {FIRST}, and {FOREMAN}.", "needs a person"),
        (f"Among those cleared were {FIRST}, and {FOREMAN}.", "needs a person"),
        (
            f"Six were jailed, including {FIRST}, and a foreman at Sampleton dismissed over sold benches.",
            "needs a person",
        ),
        (f"Six were never dismissed, including {FIRST}, and {FOREMAN}.", "needs a person"),
        (f"Six were dismissed, including {FIRST}, and {FOREMAN}.", "supported"),
        (
            "Among those who struck visitors were a gardener at Sampleton, and a foreman at Sampleton.",
            "contradicted",
        ),
        ("Among those who sold benches were a foreman at Sampleton, and a gardener at Sampleton.", "contradicted"),
        (f"Among those dismissed were {FIRST}, while {GARDENER} got a written warning.", "supported"),
    ],
)
def test_what_is_said_ahead_of_a_list_is_said_of_each(survey: Survey, text: str, verdict: str) -> None:
    assert last_of(survey, text) == verdict


def test_a_date_in_the_words_of_who_says_so_is_asked_about(survey: Survey) -> None:
    told = "A foreman at Sampleton who sold benches was dismissed, the council said"
    assert last_of(survey, f"{told}.") == "supported"
    assert last_of(survey, f"{told} of a case dating from 2021.") == "needs a person"


def test_neither_of_two_bodies_has_any(survey: Survey) -> None:
    assert (
        verdicts(survey, "Neither Fakeham nor Sampleton reported a single resignation.")["a single"] == "supported"
    )
    assert (
        verdicts(survey, "Neither Fakeham nor Sampleton reported a single dismissal.")["a single"]
        == "contradicted"
    )
    assert verdicts(survey, "Neither Fakeham nor Sampleton had two cases.")["two"] != "supported"
