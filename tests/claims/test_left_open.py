"""What a sentence leaves open is asked about: neither contradicted for certain, nor passed over in silence."""

from __future__ import annotations

import pytest

from foidesk import claims
from foidesk.model import Claim
from foidesk.survey import Survey
from foidesk.survey.checking import cases, evidence
from tests import small

from .test_whose_case import KINDS, REPLIES, made


@pytest.fixture(scope="module")
def wardens(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Two invented councils, whose allegations stand under a head that names staff."""
    heads = {"allegation": "complaint against staff"}
    return made(tmp_path_factory.mktemp("open") / "survey", KINDS, REPLIES, heads)


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    found = Survey(small.write(tmp_path_factory.mktemp("left") / "survey"))
    found.ingest()
    return found


def told(survey: Survey, text: str) -> tuple[Claim, ...]:
    return claims.check(
        text, survey.work.results.findings, survey.definition, cases(survey), evidence(survey), markdown=False
    )


def of(survey: Survey, text: str, words: str) -> str:
    """The verdict on the claim that the words open, or "" if there is none."""
    at = text.index(words)
    found = [one.verdict for one in told(survey, text) if one.start == at and one.kind != "group"]
    return found[-1] if found else ""


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ("A gardener at Fakeham struck a visitor and was suspended.", "A gardener", "contradicted"),
        ("A gardener at Fakeham was suspended for striking a visitor.", "A gardener", "contradicted"),
        ("A gardener at Fakeham was suspended, accused of having struck a visitor.", "A gardener", "supported"),
        ("A gardener at Fakeham accused of striking a visitor was suspended.", "A gardener", "supported"),
        (
            "A gatekeeper at Fakeham got a written warning in 2022 - and, a year later, so did a foreman.",
            "A gatekeeper",
            "needs a person",
        ),
        (
            (
                "A gatekeeper at Fakeham got a written warning for leaving a gate open, while a foreman at the "
                "same council was sacked for selling benches."
            ),
            "a foreman",
            "supported",
        ),
        (
            (
                "A gatekeeper at Fakeham got a written warning for leaving a gate open, while a foreman at the "
                "same council who slept on duty was sacked."
            ),
            "a foreman",
            "contradicted",
        ),
        (
            (
                "A foreman at Fakeham was dismissed for selling benches. A gatekeeper there met the same fate "
                "in 2022, for leaving a gate open."
            ),
            "A gatekeeper",
            "contradicted",
        ),
        (
            "A gardener at Fakeham was suspended, accused of striking a visitor, but nothing has been proved.",
            "A gardener",
            "supported",
        ),
        (
            "A foreman at Fakeham was dismissed for selling benches, but nothing has been proved.",
            "A foreman",
            "contradicted",
        ),
        (
            "A foreman at Fakeham was dismissed for selling benches; the one at Sampleton was cleared.",
            "the one at",
            "needs a person",
        ),
        ("Nobody at Sampleton was disciplined.", "Nobody", "needs a person"),
    ],
)
def test_an_accusation_is_contradicted_only_where_its_words_are_of_the_case(
    wardens: Survey, text: str, words: str, verdict: str
) -> None:
    assert of(wardens, text, words) == verdict


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ("Alphaton had more complaints than Betaford.", "Alphaton", "needs a person"),
        ("Betaford had more complaints than Alphaton.", "Betaford", "needs a person"),
        ("Alphaton had the most complaints of the two.", "most", "supported"),
        ("Alphaton had the most complaints of the three.", "most", "misleading"),
        ("Betaford had the most complaints of the two.", "most", "contradicted"),
        ("Alphaton had the most complaints, which makes its staff the worst.", "worst", "needs a person"),
        ("37 complaints went to people who keep dogs.", "37", "needs a person"),
        ("A borough that had 20 complaints answered.", "20", "needs a person"),
        ("20 complaints were made, all of them at Alphaton.", "20", "needs a person"),
        ("Dogs: 37 complaints.", "37", "needs a person"),
        ("Total: 37 complaints.", "37", "supported"),
        ("Total: 38 complaints.", "38", "contradicted"),
        ("Total: 37 complaints. (One year, two boroughs.)", "37", "needs a person"),
        ("Total: 37 complaints. (Three years, two boroughs.)", "37", "supported"),
        ("On average the two boroughs had 18.5 complaints each.", "18.5", "supported"),
        ("On average the two boroughs had 18.5 complaints in all.", "18.5", "needs a person"),
        ("Of the 37 complaints, 12 were upheld.", "12", "supported"),
        ("Of the 37 complaints, 12 were about dogs.", "12", "needs a person"),
    ],
)
def test_a_figure_is_contradicted_only_where_its_words_fix_what_it_is_of(
    survey: Survey, text: str, words: str, verdict: str
) -> None:
    assert of(survey, text, words) == verdict
