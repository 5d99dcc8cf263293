"""Whose case an accusation is: the body of its own clause, its time, how the other ended, how far it has got."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk import claims
from foidesk.survey import Survey
from foidesk.survey.checking import cases, evidence
from tests import small

from .test_reading import verdicts

SURVEY = """
[survey]
id = "wardens"
title = "Park wardens (REHEARSAL)"
law = "uk-foia-2000"
rehearsal = true

[survey.period]
from = 2022-01-01
to = 2024-12-31

[[questions]]
id = "q1"
text = "List each disciplinary case with role, allegation, outcome and stage."
measures = ["cases"]
variables = ["role", "allegation", "outcome", "stage"]

[[measures]]
id = "cases"
label = "disciplinary cases"
unit = "cases"
nouns = ["cases", "case"]

[[findings]]
name = "cases"
recipe = "by-body"
measure = "cases"
title = "Cases"
"""
KINDS = {
    "role": ("Gatekeeper", "Gardener", "Foreman"),
    "allegation": ("Left a gate open", "Struck a visitor", "Sold benches", "Slept on duty"),
    "outcome": ("Dismissed", "Written warning", "Suspended", "Outcome awaited"),
    "stage": ("Proven", "Under investigation"),
}
REPLIES = {
    "fakeham": "2022,Gatekeeper,Left a gate open,Written warning,Proven\n"
    "2023,Foreman,Sold benches,Dismissed,Proven\n"
    "2024,Gardener,Struck a visitor,Suspended,Under investigation\n"
    "2022,Gatekeeper,Slept on duty,Dismissed,Proven\n",
    "sampleton": "2024,Foreman,Sold benches,Outcome awaited,Under investigation\n"
    "2023,Gardener,Left a gate open,Written warning,Proven\n",
}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Two invented councils with six invented cases."""
    return made(tmp_path_factory.mktemp("whose") / "survey", KINDS, REPLIES)


def made(
    folder: Path, kinds: dict[str, tuple[str, ...]], replies: dict[str, str], heads: dict[str, str] | None = None
) -> Survey:
    """A survey of cases with these kinds and rows; `heads` are further headings of the kinds."""
    folder.mkdir()
    book = "version = 1\n"
    for name, labels in kinds.items():
        known = f'names = ["{name}", "{(heads or {}).get(name, name)}"]'
        book += f'[[variables]]\nid = "{name}"\nlabel = "{name}"\nquestion = "q1"\n{known}\n'
        for label in labels:
            book += f'[[variables.categories]]\nid = "{label.lower().replace(" ", "-")}"\nlabel = "{label}"\n'
    (folder / "survey.toml").write_text(SURVEY, encoding="utf-8")
    (folder / "codebook.toml").write_text(book, encoding="utf-8")
    (folder / "letter.md").write_text("REHEARSAL\n\n1. List each disciplinary case.\n", encoding="utf-8")
    rows = "".join(f"{id},{id.title()} Council,{id.title()},council\n" for id in replies)
    (folder / "bodies.csv").write_text(f"id,name,aliases,kind\n{rows}", encoding="utf-8")
    for body, text in replies.items():
        (folder / "replies" / body).mkdir(parents=True)
        listed = f"Year,Role,Allegation,Outcome,Stage\n{text}"
        (folder / "replies" / body / "staff.csv").write_text(listed, encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


def last_of(survey: Survey, text: str) -> str:
    """The verdict on the last incident of a text."""
    told = claims.check(
        text, survey.work.results.findings, survey.definition, cases(survey), evidence(survey), markdown=False
    )
    return [claim.verdict for claim in told if claim.kind == "incident"][-1]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Fakeham dismissed a foreman who sold benches in 2023; an inquiry in Sampleton goes on.",
            "supported",
        ),
        (
            "Sampleton dismissed a foreman who sold benches in 2023; one in Fakeham goes on.",
            "contradicted",
        ),
        ("A gardener accused of striking a visitor has been suspended at Fakeham.", "supported"),
        ("A gardener who struck a visitor has been suspended at Fakeham.", "contradicted"),
        ("A foreman is under investigation at Sampleton after he sold benches.", "supported"),
        ("A foreman is under investigation at Fakeham, accused of having sold benches.", "contradicted"),
        (
            "A gatekeeper who slept on duty was dismissed at Fakeham in 2022, as was a foreman who sold benches.",
            "needs a person",
        ),
        (
            "A gatekeeper got a written warning at Fakeham in 2022, as did a foreman who sold benches.",
            "contradicted",
        ),
    ],
)
def test_an_accusation_is_held_against_the_case_that_it_tells_of(survey: Survey, text: str, verdict: str) -> None:
    assert last_of(survey, text) == verdict


def test_the_person_under_investigation_is_of_no_stage(survey: Survey) -> None:
    told = claims.check(
        "In two cases, the person under investigation was a gatekeeper.",
        survey.work.results.findings, survey.definition, cases(survey), evidence(survey), markdown=False,
    )  # fmt: skip
    (two,) = [claim for claim in told if claim.verdict != "not a claim about the data"]
    assert "gatekeeper" in str(two.reading) and "under-investigation" not in str(two.reading)


def test_a_word_of_a_name_is_no_place_in_an_order(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("greater") / "survey"
    small.write(folder)
    bodies = (folder / "bodies.csv").read_text(encoding="utf-8").replace("Alphaton", "Greater Alphaton")
    (folder / "bodies.csv").write_text(bodies, encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    told = verdicts(
        found, "Greater Alphaton had more complaints than any other council, followed by Betaford on 5."
    )
    assert "Greater" not in told and "more" in told


BEHIND = [
    ("Fakeham dismissed a foreman who sold benches in 2023. A gardener was suspended.", "needs a person"),
    ("In 2023 Fakeham dismissed a foreman who sold benches. A gatekeeper was dismissed.", "needs a person"),
    ("In 2022 Fakeham dismissed a gatekeeper who slept. A gatekeeper got a written warning.", "supported"),
    (
        "In 2022 Fakeham dismissed a gatekeeper who slept. A gardener got a written warning.",
        "contradicted",
    ),
    ("In 2023 Fakeham dismissed a foreman who sold benches. A gatekeeper was dismissed in 2022.", "supported"),
    (
        "In 2023 Fakeham dismissed a foreman, Sampleton warned a gardener. A gatekeeper was dismissed.",
        "needs a person",
    ),
    ("A foreman sold benches at Fakeham; at Sampleton it was a gardener who was accused.", "needs a person"),
    (
        "A foreman sold benches at Fakeham; at Sampleton it was a gardener who got a written warning.",
        "needs a person",
    ),
]


@pytest.mark.parametrize(("text", "verdict"), BEHIND)
def test_a_short_accusation_is_of_the_body_and_date_of_the_one_before(
    survey: Survey, text: str, verdict: str
) -> None:
    assert last_of(survey, text) == verdict


@pytest.mark.parametrize(
    "beside",
    [
        "one evening",
        "at a station",
        "in an apartment",
        "during a strike",
        "on probation",
        "and spat",
        "and quit",
        "and was questioned",
        "by departed visitors",
        "and was forced out",
    ],
)
def test_a_word_beside_an_accusation_is_in_its_row(survey: Survey, beside: str) -> None:
    assert (
        last_of(survey, f"A gatekeeper who slept on duty {beside} was dismissed at Fakeham.") == "needs a person"
    )


def test_an_accusation_in_the_words_of_its_row_is_supported(survey: Survey) -> None:
    assert last_of(survey, "A gatekeeper who slept on duty was dismissed at Fakeham.") == "supported"
