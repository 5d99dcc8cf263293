"""Accusations beside each other: what became of one told of the next, dates, words that say more than the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foidesk import claims
from foidesk.survey import Survey
from foidesk.survey.checking import cases, evidence

from .test_whose_case import made

KINDS = {
    "role": ("Gatekeeper", "Gardener", "Foreman"),
    "allegation": ("Leaving a gate open", "Swearing at a visitor", "Selling benches", "Sleeping on duty"),
    "outcome": ("Dismissed", "Written warning", "Suspended", "Outcome awaited", "Resigned", "No further action"),
    "stage": ("Proven", "Not proven", "Alleged", "Under investigation"),
}
REPLIES = {
    "fakeham": "2022,Gatekeeper,Leaving a gate open,Dismissed,Proven\n"
    "2023,Foreman,Selling benches,Written warning,Proven\n"
    "2024,Gardener,Swearing at a visitor,Suspended,Under investigation\n"
    "2024,Foreman,Sleeping on duty,Outcome awaited,Under investigation\n",
    "sampleton": "2023,Foreman,Selling benches,Dismissed,Proven\n"
    "2022,Gardener,Swearing at a visitor,Written warning,Proven\n"
    "2024,Gatekeeper,Sleeping on duty,No further action,Not proven\n",
    "madeupton": "2023,Gatekeeper,Leaving a gate open,No further action,Not proven\n"
    "2022,Gardener,Selling benches,Resigned,Alleged\n",
}
GATE = "a gatekeeper for leaving a gate open"
BENCHES = "a foreman for selling benches"
SWORE = "A gardener at Sampleton got a written warning for swearing at a visitor"
OPEN = "A gardener at Fakeham accused of swearing at a visitor was suspended"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Three invented councils with nine invented cases."""
    return made(tmp_path_factory.mktemp("beside") / "survey", KINDS, REPLIES)


def told(survey: Survey, text: str) -> list[str]:
    """The verdicts on all that a text claims, in order."""
    given = replace(evidence(survey), day=date(2025, 3, 31))
    found = claims.check(
        text, survey.work.results.findings, survey.definition, cases(survey), given, markdown=False
    )
    return [claim.verdict for claim in found if claim.verdict != "not a claim about the data"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"Fakeham sacked {GATE} and {BENCHES}.", "contradicted"),
        (f"Fakeham sacked {GATE}, Sampleton {BENCHES}.", "supported"),
        (f"Fakeham dismissed {GATE}, Sampleton {BENCHES}.", "supported"),
        (f"Fakeham dismissed {GATE}, and Sampleton {BENCHES}.", "supported"),
        (f"Fakeham dismissed {GATE}, Sampleton a gardener for swearing at a visitor.", "needs a person"),
        (f"Fakeham dismissed {GATE} and gave {BENCHES[:9]} a written warning for selling benches.", "supported"),
        ("Fakeham dismissed a gatekeeper and a foreman.", "contradicted"),
        ("Fakeham dismissed a gatekeeper in 2022 and a foreman in 2023.", "contradicted"),
        ("Fakeham has suspended a gardener and a foreman.", "contradicted"),
        (f"{SWORE}, a foreman at Fakeham for selling benches.", "supported"),
        (f"{SWORE} and a foreman at Sampleton for selling benches.", "contradicted"),
        ("A gardener at Sampleton got a written warning, a foreman at Sampleton the same.", "needs a person"),
        (
            "A gatekeeper at Madeupton was cleared of leaving a gate open and a foreman there of selling benches.",
            "needs a person",
        ),
        ("A gatekeeper and a foreman were dismissed at Fakeham.", "contradicted"),
        ("A foreman and a gatekeeper were dismissed at Fakeham.", "supported"),
        (
            "A foreman at Fakeham who sold benches and a gatekeeper who left a gate open were dismissed.",
            "supported",
        ),
    ],
)
def test_what_became_of_one_is_told_of_the_next(survey: Survey, text: str, last: str) -> None:
    assert told(survey, text)[-1] == last


def test_two_whose_end_is_told_once_are_not_both_supported(survey: Survey) -> None:
    both = told(
        survey, "A foreman at Fakeham who sold benches and a gatekeeper who left a gate open were dismissed."
    )
    assert len(both) == 2
    assert both != ["supported", "supported"]
    assert told(survey, "A foreman and a gatekeeper were dismissed at Fakeham.")[0] == "needs a person"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"In 2022 Fakeham dismissed {GATE}.", "supported"),
        (f"Three years ago Fakeham dismissed {GATE}.", "supported"),
        (f"Two years ago Fakeham dismissed {GATE}.", "contradicted"),
        (f"On 3 May 2022 Fakeham dismissed {GATE}.", "needs a person"),
        (f"In June 2022 Fakeham dismissed {GATE}.", "needs a person"),
        (f"Between 2021 and 2023 Fakeham dismissed {GATE}.", "supported"),
        (f"A year earlier Fakeham dismissed {GATE}.", "needs a person"),
        (f"Fakeham dismissed {GATE} in 2022. A year later Sampleton dismissed {BENCHES}.", "supported"),
        (f"Fakeham dismissed {GATE} in 2022. Two years later Sampleton dismissed {BENCHES}.", "contradicted"),
        (f"Fakeham dismissed {GATE} in 2022. That year Sampleton dismissed {BENCHES}.", "contradicted"),
        (f"Sampleton dismissed {BENCHES} in 2023. A year earlier Fakeham dismissed {GATE}.", "supported"),
        (f"Sampleton dismissed {BENCHES} in 2023. The same year Fakeham dismissed {GATE}.", "contradicted"),
        (f"Fakeham dismissed {GATE} in 2022. The same year {SWORE[0].lower()}{SWORE[1:]}.", "supported"),
    ],
)
def test_a_date_is_borne_out_only_by_the_period_of_the_row(survey: Survey, text: str, last: str) -> None:
    assert told(survey, text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{OPEN}.", "supported"),
        (f"{OPEN}, and the investigation is still open.", "supported"),
        (f"{OPEN}, and the investigation has concluded.", "needs a person"),
        (f"{OPEN} for a year.", "needs a person"),
        (OPEN.replace("A gardener", "A former gardener") + ".", "needs a person"),
        (f"The only case at Sampleton: {SWORE[0].lower()}{SWORE[1:]}.", "needs a person"),
        (f"{SWORE}, the council's only case.", "needs a person"),
        (f"{SWORE}.", "supported"),
        (SWORE.replace("a written", "only a written") + ".", "supported"),
        (SWORE.replace("a visitor", "another gardener") + ".", "needs a person"),
        (SWORE.replace("a visitor", "staff") + ".", "needs a person"),
        (f"Fakeham dismissed {GATE} but took her back.", "needs a person"),
        ("A gardener at Madeupton resigned, accused of selling benches.", "supported"),
        ("A gardener at Madeupton resigned following an inquiry into selling benches.", "needs a person"),
        ("A gatekeeper was dismissed for leaving a gate open, Fakeham said.", "supported"),
        ("A gatekeeper was dismissed for leaving a gate open at Fakeham, Sampleton said.", "needs a person"),
        (f"{SWORE}; the latter was dismissed.", "needs a person"),
        (f"{SWORE}. The former was dismissed.", "needs a person"),
    ],
)
def test_words_that_say_more_than_the_row_are_asked_about(survey: Survey, text: str, last: str) -> None:
    assert told(survey, text)[-1] == last


@pytest.mark.parametrize(
    "more",
    [
        "He was found guilty.",
        "He has been sacked.",
        "The claims were proven.",
        "The investigation has closed.",
        "The council sacked him.",
        "The case ended in dismissal.",
        "So did Sampleton.",
        "Sampleton did the same.",
        "It happened in Sampleton.",
        "Both were dismissed.",
    ],
)
def test_what_became_of_the_one_told_before_is_asked_about(survey: Survey, more: str) -> None:
    assert told(survey, f"{OPEN}. {more}") == ["supported", "needs a person"]


@pytest.mark.parametrize(
    "more",
    ["The council declined to comment.", "The case is ongoing.", "The case dates from 2024.", f"{SWORE}."],
)
def test_what_is_no_more_of_the_case_is_not_asked_about(survey: Survey, more: str) -> None:
    assert "needs a person" not in told(survey, f"{OPEN}. {more}")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fakeham, whose foreman was convicted of selling benches, had four cases.", True),
        ("Fakeham, where a gardener was dismissed, had four cases.", True),
        ("Fakeham, which refused to give its costs, had four cases.", True),
        ("Fakeham, which cut the number of gardeners, had four cases.", True),
        ("Fakeham, which answered in full, had four cases.", False),
        ("Fakeham, which lies on the coast, had four cases.", False),
        ("Fakeham had four cases.", False),
        ("A gatekeeper at Fakeham, who swore at a visitor, was dismissed.", True),
        ("A gatekeeper at Fakeham, which lies on the coast, was dismissed.", False),
        ("Only Fakeham dismissed staff.", True),
        ("Fakeham had four cases. The rest were civilian employees.", True),
    ],
)
def test_what_is_told_between_commas_or_of_the_rest_is_asked_about(survey: Survey, text: str, asked: bool) -> None:
    assert ("needs a person" in told(survey, text)) is asked
