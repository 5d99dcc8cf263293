"""How stories tell plain figures: what they say of a body, where it lies, and what a figure is set beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from foidesk import claims
from foidesk.survey import Survey
from foidesk.survey.checking import cases, evidence
from tests import small

DAY = date(2025, 9, 12)
VISITS = {"alphaton": (12, 15, 20), "betaford": (9, 8, 17), "gammaby": (4, 6, 5)}
"""Complaints about wardens in 2022/23, 2023/24 and 2024/25."""
YEARS = ("2022/23", "2023/24", "2024/25")
SURVEY = """
[survey]
id = "wardens"
title = "Complaints about wardens"
law = "uk-foia-2000"
rehearsal = true

[survey.period]
from = 2022-04-01
to = 2025-03-31

[[questions]]
id = "q1"
text = "How many complaints about wardens did you receive in each year?"
measures = ["complaints"]

[[questions]]
id = "q2"
text = "For each disciplinary case: role and outcome."
measures = ["cases"]
variables = ["role", "outcome"]

[[measures]]
id = "complaints"
label = "complaints about wardens"
unit = "complaints"
type = "count"
nouns = ["complaints about wardens", "complaints"]

[[measures]]
id = "cases"
label = "disciplinary cases"
unit = "cases"
type = "count"
nouns = ["disciplinary cases"]

[[findings]]
name = "complaints"
recipe = "by-body"
measure = "complaints"
title = "Complaints, by council"
"""
CODEBOOK = """
version = 1

[[variables]]
id = "role"
label = "role"
question = "q2"
names = ["role"]

[[variables.categories]]
id = "warden"
label = "warden"
synonyms = ["wardens", "patrol officer"]

[[variables.categories]]
id = "clerk"
label = "clerk"
synonyms = ["clerks"]

[[variables]]
id = "outcome"
label = "outcome"
question = "q2"
names = ["outcome"]

[[variables.categories]]
id = "dismissed"
label = "dismissed"
synonyms = ["sacked"]

[[variables.categories]]
id = "none"
label = "no further action"
synonyms = ["no further action"]
"""


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    folder: Path = small.write(tmp_path_factory.mktemp("manners") / "survey")
    (folder / "survey.toml").write_text(SURVEY, encoding="utf-8")
    (folder / "codebook.toml").write_text(CODEBOOK, encoding="utf-8")
    rows = [f"{id},{id.title()} Council,{id.title()},uk-foia-2000,council\n" for id in VISITS]
    (folder / "bodies.csv").write_text("id,name,aliases,law,kind\n" + "".join(rows), encoding="utf-8")
    for old in (folder / "replies").rglob("*"):
        if old.is_file():
            old.unlink()
    for id, numbers in VISITS.items():
        told = "".join(f"{year},{number}\n" for year, number in zip(YEARS, numbers, strict=True))
        place = folder / "replies" / id
        place.mkdir(parents=True, exist_ok=True)
        (place / "complaints.csv").write_text("Year,Complaints about wardens\n" + told, encoding="utf-8")
    row = "Role,Outcome,Stage\nWarden,No further action,Not found\n"
    (folder / "replies" / "alphaton" / "cases.csv").write_text(row, encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


def verdict_on(survey: Survey, text: str, words: str) -> str:
    given = replace(evidence(survey), day=DAY)
    rows = cases(survey)
    found = claims.check(text, survey.work.results.findings, survey.definition, rows, given, markdown=False)
    told = (
        one.verdict for one in found if words in one.text and words in one.text.replace("/", " ")[-len(words) :]
    )
    whole = (one.verdict for one in found if " " in words and words in one.text)
    return next(whole, next(told, ""))


DECIDED = [
    # what is said of a body in front of its name restricts nothing
    ("Neighbouring Betaford had {} complaints in 2024/25.", 17),
    ("Its neighbour Betaford had {} complaints in 2024/25.", 17),
    ("In the seaside authority of Betaford {} complaints were made in 2024/25.", 17),
    ("Green-led, well-heeled Betaford had {} complaints in 2024/25.", 17),
    ("Further north, Betaford had {} complaints in 2024/25.", 17),
    ("Elsewhere, bosses in Betaford received {} complaints in 2024/25.", 17),
    ("Photograph: Betaford town hall, where {} complaints were received in 2024/25.", 17),
    # a kind that the measure has in its name
    ("Alphaton received {} complaints about its wardens in 2024/25.", 20),
    ("Alphaton received {} complaints about patrol officers in 2024/25.", 20),
    # years from April to March
    ("Complaints in Alphaton rose from 15 in 2023/24 to {} in 2024/25.", 20),
    ("Complaints in Alphaton were up from 12 in 2022/23 to {} in 2024/25.", 20),
    ("Alphaton received {} complaints last year.", 20),
    ("Alphaton received {} complaints in the year to March.", 20),
    ("Alphaton received {} complaints in the last financial year.", 20),
    ("Alphaton received {} complaints in 12 months to March 2025.", 20),
    ("Alphaton has received {} complaints since April 2022.", 47),
    ("The rural council of Alphaton received {} complaints in 2024/25.", 20),
    ("Heartless councils drew {} complaints in 2024/25.", 42),
    # set beside the figure told before
    ("Alphaton received {} complaints, up from 12 in 2022/23.", 20),
    ("Alphaton received 20 complaints in 2024/25, far more than the {} in Betaford.", 17),
    ("Alphaton received 20 complaints in 2024/25. That compares with {} in Betaford.", 17),
    ("Alphaton received 20 complaints in 2024/25, compared with {} in Betaford.", 17),
    ("Alphaton received 20 complaints in 2024/25, a rise of {} on the year before.", 5),
    ("Alphaton received 20 complaints in 2024/25, eight more than in 2022/23 and {} more than in 2023/24.", 5),
    ("Alphaton received 20 complaints in 2024/25 after {} in 2023/24.", 15),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), DECIDED)
def test_a_sentence_that_can_be_read_in_one_way_is_decided(survey: Survey, text: str, number: int) -> None:
    spelt = {5: "five"}.get(number, str(number))
    assert verdict_on(survey, text.format(spelt), spelt) == "supported"
    wrong = {5: "six"}.get(number, str(number + 1))
    assert verdict_on(survey, text.format(wrong), wrong) not in ("supported", "misleading")


ASKED = [
    ("Great Alphaton received 20 complaints in 2024/25.", "20"),
    ("In the north of the borough, Alphaton received 20 complaints in 2024/25.", "20"),
    ("In schools, Alphaton received 20 complaints in 2024/25.", "20"),
    ("Villages around Alphaton received 20 complaints in 2024/25.", "20"),
    ("A neighbour of Alphaton received 20 complaints in 2024/25.", "20"),
    ("Alphaton received 20 complaints about clerks in 2024/25.", "20"),
    ("Alphaton received 20 complaints from wardens in 2024/25.", "20"),
    ("Wardens made 20 complaints to Alphaton in 2024/25.", "20"),
    ("Wardens in Alphaton lodged 20 complaints in 2024/25.", "20"),
    ("Two councils received 20 complaints in 2024/25, Alphaton among them.", "20"),
    ("Alphaton received 20 complaints in 2024/25. Its neighbour received 17.", "17"),
    ("Rural councils received 42 complaints in 2024/25.", "42"),
    ("The former borough of Alphaton received 20 complaints in 2024/25.", "20"),
    ("Friendless people sent Alphaton 20 complaints in 2024/25.", "20"),
]


@pytest.mark.parametrize(("text", "words"), ASKED)
def test_what_may_be_of_somebody_else_is_asked(survey: Survey, text: str, words: str) -> None:
    assert verdict_on(survey, text, words) == "needs a person"


def test_names_behind_a_number_of_bodies_must_be_those_that_are_counted(survey: Survey) -> None:
    text = "Two councils – {} – received more complaints in 2024/25 than in 2023/24."
    assert verdict_on(survey, text.format("Alphaton and Betaford"), "Alphaton and") == "supported"
    assert verdict_on(survey, text.format("Alphaton and Gammaby"), "Alphaton and") == "contradicted"


def test_who_was_not_punished_is_no_case_of_punishment(survey: Survey) -> None:
    told = "A warden at Alphaton who was the subject of a complaint escaped punishment."
    assert verdict_on(survey, told, "escaped punishment") != "contradicted"
    assert verdict_on(survey, "A warden at Alphaton was sacked.", "was sacked") == "contradicted"
