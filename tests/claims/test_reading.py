"""Claims without bindings: read from their own words, then answered; what no word settles is for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk import claims
from foidesk.survey import Survey
from foidesk.survey.checking import evidence
from tests import small


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    found = Survey(small.write(tmp_path_factory.mktemp("reading") / "survey"))
    found.ingest()
    return found


def verdicts(survey: Survey, text: str) -> dict[str, str]:
    found = claims.check(
        text, survey.work.results.findings, survey.definition, (), evidence(survey), markdown=False
    )
    return {claim.text: claim.verdict for claim in found}


VERDICTS = [
    ("Alphaton had 20 complaints.", "20", "supported"),
    ("Alphaton had 21 complaints.", "21", "contradicted"),
    ("Betaford had 20 complaints.", "20", "contradicted"),
    ("The two boroughs that answered had 37 complaints.", "37", "supported"),
    ("All three boroughs had 37 complaints.", "37", "misleading"),
    ("The three boroughs that answered had complaints.", "three", "not established"),
    ("Alphaton had as many as 20 complaints.", "as many as 20", "supported"),
    ("Alphaton had as many as 24 complaints.", "as many as 24", "contradicted"),
    ("The boroughs that answered upheld 12 complaints.", "12", "supported"),
    ("Nearly a third of complaints were upheld.", "Nearly a third", "supported"),
    ("A third of complaints were withdrawn.", "A third", "contradicted"),
    ("More than half of complaints were rejected.", "More than half", "supported"),
    ("Of the 37 complaints, 12 were upheld, 22 rejected and three withdrawn.", "22", "supported"),
    ("Of the 37 complaints, 22 were upheld, 12 rejected and three withdrawn.", "22", "contradicted"),
    ("Alphaton had the most complaints of those that answered.", "most", "supported"),
    ("Betaford had the most complaints of those that answered.", "most", "contradicted"),
    ("Alphaton had the most complaints.", "most", "misleading"),
    ("Gammaley had 12 complaints.", "12", "no data"),
    ("Alphaton had 20 violent complaints.", "20", "needs a person"),
    ("Alphaton had 20 complaints about dogs.", "20", "needs a person"),
    ("Alphaton had 20 complaints in 2015.", "20", "no data"),
    ("Alphaton rejected 20 complaints.", "20", "contradicted"),
    ("Alphaton expects 20 complaints.", "20", "needs a person"),
    ("Alphaton lost 20 complaints.", "20", "needs a person"),
    ("Alphaton's neighbour had 20 complaints.", "20", "needs a person"),
    ("Alphaton had 20 complaints from cyclists.", "20", "needs a person"),
    ("Alphaton had 20 complaints in three months.", "20", "needs a person"),
    ("Alphaton and Betaford each had 37 complaints.", "37", "needs a person"),
    ("Dogs and withdrawn complaints made up three complaints.", "three", "needs a person"),
    ("Nowhere Council (37) had complaints.", "37", "needs a person"),
    ("The mayor, 61, has three cats.", "three", "not a claim about the data"),
    ("More than 15 complaints were made in Alphaton.", "More than 15", "supported"),
    ("More than 5 complaints were made in Alphaton.", "More than 5", "misleading"),
    ("Alphaton upheld 12 complaints and paid £400.", "£400", "needs a person"),
    (
        "Alphaton and Betaford had 37 complaints, of which 12, or 32 per cent, were upheld.",
        "32 per cent",
        "supported",
    ),
    ("Of the 37 complaints, 12 were upheld: roughly one in three.", "roughly one in three", "supported"),
    ("Of the 37 complaints, 12 were upheld: roughly one in five.", "roughly one in five", "contradicted"),
    ("Alphaton had three more complaints than Betaford.", "three", "supported"),
    ("Betaford had three more complaints than Alphaton.", "three", "contradicted"),
    ("Alphaton accounts for 54 per cent of all complaints.", "54 per cent", "supported"),
    ("Alphaton had 20 complaints. Betaford's was 17.", "17", "supported"),
    ("Alphaton and Betaford upheld 12 of 37.", "37", "supported"),
    ("A third of complaints, 12 of 37, were upheld.", "37", "supported"),
    ("Alphaton had 20 complaints. It had 12 of the bigger sort.", "12", "needs a person"),
    ("The most common outcome was rejected.", "most common outcome", "supported"),
    ("The most common outcome was upheld.", "most common outcome", "contradicted"),
    ("Two boroughs answered. Alphaton is among them.", "Alphaton is among them", "supported"),
    ("Two boroughs answered. Gammaley is among them.", "Gammaley is among them", "contradicted"),
    ("Two boroughs answered: Alphaton and Gammaley.", "Alphaton and Gammaley", "contradicted"),
    ("Two boroughs answered: Alphaton and Betaford.", "Alphaton and Betaford", "supported"),
    (
        "Only Alphaton had more complaints than Betaford.",
        "Only Alphaton had more complaints than Betaford",
        "misleading",
    ),
]


@pytest.mark.parametrize(("text", "words", "verdict"), VERDICTS)
def test_a_sentence_is_judged_by_its_own_words(survey: Survey, text: str, words: str, verdict: str) -> None:
    assert verdicts(survey, text)[words] == verdict


def test_who_refused_and_who_answered(survey: Survey) -> None:
    assert verdicts(survey, "Gammaley refused to answer.")["Gammaley refused to answer"] == "supported"
    assert verdicts(survey, "Alphaton refused to answer.")["Alphaton refused to answer"] == "contradicted"
    assert verdicts(survey, "Two boroughs answered; one refused.") == {"Two": "supported", "one": "supported"}


def test_a_quotation_is_found_word_for_word(survey: Survey) -> None:
    true = 'Betaford said: "The figures you asked for are below."'
    assert verdicts(survey, true)["The figures you asked for are below."] == "supported"
    false = 'Betaford said: "The figures you asked for are above."'
    assert verdicts(survey, false)["The figures you asked for are above."] == "contradicted"
    other = 'Alphaton said: "The figures you asked for are below."'
    assert verdicts(survey, other)["The figures you asked for are below."] == "contradicted"
    swapped = 'Gammaley said: "The figures you asked for are below", and Betaford: "We refuse your request".'
    assert set(verdicts(survey, swapped).values()) == {"needs a person"}
    right = 'Betaford said: "The figures you asked for are below", and Gammaley: "We refuse your request".'
    assert verdicts(survey, right)["We refuse your request"] == "supported"
    cut = 'Betaford said: "The figures … are below."'
    assert verdicts(survey, cut)["The figures … are below."] == "supported"


def test_a_claim_names_its_reading_and_its_sources(survey: Survey, tmp_path: Path) -> None:
    story = tmp_path / "draft.txt"
    story.write_text("Alphaton had 20 complaints.", encoding="utf-8")
    (claim,) = survey.check(story).as_json()["claims"]
    assert claim["reading"] == [{"statistic": "total", "measure": "complaints", "bodies": ["alphaton"]}]
    assert (claim["start"], claim["end"], claim["value"]) == (13, 15, "20 complaints (Borough of Alphaton)")
    assert [one["body"] for one in claim["sources"]] == ["alphaton"]
    assert claim["sources"][0]["quote"]


def test_a_time_that_no_sentence_before_names_does_not_stop_the_check(survey: Survey) -> None:
    found = verdicts(survey, "Complaints to Alphaton rose from 8 to 12 over the same period.")
    assert set(found) == {"8", "12"} and "supported" not in found.values()
