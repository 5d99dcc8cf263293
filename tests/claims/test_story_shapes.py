"""Shapes of real stories on a survey of two measures and their kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey

from .test_reading import verdicts

SURVEY = """
[survey]
id = "lidos"
title = "Lidos (REHEARSAL)"
law = "uk-foia-2000"
rehearsal = true

[survey.period]
from = 2022-01-01
to = 2024-12-31

[[questions]]
id = "q1"
text = "How many closures of lidos were there, by year and cause?"
measures = ["closures"]
variables = ["cause"]

[[questions]]
id = "q2"
text = "How many visits were there, by year?"
measures = ["visits"]

[[measures]]
id = "closures"
label = "closures"
unit = "closures"
nouns = ["closures", "closure"]

[[measures]]
id = "visits"
label = "visits"
unit = "visits"
nouns = ["visits", "visit"]

[[findings]]
name = "closures"
recipe = "by-body"
measure = "closures"
title = "Closures"
"""
KINDS = ("Frost", "Leak", "Algae")
CLOSURES = {"2022": (10, 4, 6), "2023": (12, 3, 3), "2024": (20, 6, 4)}
VISITS = {"2022": 900, "2023": 820, "2024": 850}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """One invented council: 20, 18 and 30 closures, of which 20 for frost in 2024."""
    folder = tmp_path_factory.mktemp("shapes") / "survey"
    (folder / "replies" / "fakeham").mkdir(parents=True)
    book = 'version = 1\n[[variables]]\nid = "cause"\nlabel = "cause"\nquestion = "q1"\nnames = ["cause"]\n'
    for label in KINDS:
        book += f'[[variables.categories]]\nid = "{label.lower()}"\nlabel = "{label}"\n'
    rows = [f"{year},{kind},{n}" for year, many in CLOSURES.items() for kind, n in zip(KINDS, many, strict=True)]
    write = {
        "survey.toml": SURVEY,
        "codebook.toml": book,
        "letter.md": "REHEARSAL\n\n1. How many closures?\n",
        "bodies.csv": "id,name,aliases,kind\nfakeham,Fakeham Council,Fakeham,council\n",
        "replies/fakeham/closures.csv": "Year,Cause,Number of closures\n" + "\n".join(rows) + "\n",
        "replies/fakeham/visits.csv": "Year,Number of visits\n"
        + "".join(f"{year},{n}\n" for year, n in VISITS.items()),
    }
    for name, text in write.items():
        Path(folder / name).write_text(text, encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


TOLD = [
    (
        "Fakeham had 30 closures and 850 visits in 2024, compared with 18 and 820 the year before.",
        "18",
        "supported",
    ),
    (
        "Fakeham had 30 closures and 850 visits in 2024, compared with 18 and 820 the year before.",
        "30",
        "supported",
    ),
    (
        "Fakeham had 30 closures and 850 visits in 2024, compared with 20 and 900 the year before.",
        "20",
        "contradicted",
    ),
    (
        "In 2024 Fakeham had 30 closures: 20 for frost and six for a leak. Four of them were for algae.",
        "Four",
        "supported",
    ),
    (
        "At Fakeham 20 of the closures in 2024, two thirds, were caused by frost, and six by a leak.",
        "20",
        "supported",
    ),
    (
        "At Fakeham six of the closures in 2024, two thirds, were caused by frost, and 20 by a leak.",
        "two thirds",
        "contradicted",
    ),
    (
        "At Fakeham 20 of the closures in 2024, a quarter, were caused by frost, and six by a leak.",
        "a quarter",
        "contradicted",
    ),
    # the date behind two figures is that of both
    ("Fakeham had 30 closures and 850 visits in 2024, compared with 18 and 820 in 2023.", "30", "supported"),
    ("Fakeham had 30 closures and 850 visits in 2024, compared with 18 and 820 in 2023.", "18", "supported"),
    ("Fakeham had 68 closures and 850 visits in 2024, compared with 18 and 820 in 2023.", "68", "contradicted"),
    ("Fakeham had 30 closures and 850 visits in 2024, compared with 820 and 18 in 2023.", "820", "contradicted"),
    # some of those told before are of their kind, and counted as they are
    ("Fakeham had 30 closures in 2024. Six of them were for a leak.", "Six", "supported"),
    ("Fakeham had 20 closures for frost in 2024. Six of them were for a leak.", "Six", "needs a person"),
    ("Fakeham had 20 closures for frost in 2024. Six of those were for a leak.", "Six", "needs a person"),
    ("Fakeham had 20 closures for frost in 2024; of them, six were for a leak.", "six", "needs a person"),
    ("Fakeham had 30 closures in 2024, 850 of that visits.", "850", "needs a person"),
    ("Fakeham had 30 closures in 2024, including leaks.", "30", "supported"),
    # of what papers are restricts; by whom they were got does not
    (
        "Figures released under the Freedom of Information Act show that Fakeham had 30 closures in 2024.",
        "30",
        "supported",
    ),
    ("Records obtained by the Daily Sample show that Fakeham had 30 closures in 2024.", "30", "supported"),
    (
        "Figures held from pools with slides under repair show 30 closures at Fakeham in 2024.",
        "30",
        "needs a person",
    ),
    (
        "Figures compiled by winter swimmers at weekends show 30 closures at Fakeham in 2024.",
        "30",
        "needs a person",
    ),
    ("Figures released from heated pools after dark show 30 closures at Fakeham in 2024.", "30", "needs a person"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), TOLD)
def test_numbers_in_the_shapes_of_stories(survey: Survey, text: str, figure: str, verdict: str) -> None:
    assert verdicts(survey, text)[figure] == verdict
