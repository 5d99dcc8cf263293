"""Whose a figure is and of which kind, where a sentence names several bodies, a part and its whole, or a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk import claims
from foidesk.survey import Survey
from foidesk.survey.checking import evidence
from tests import small

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Alphaton had 20 complaints (5 upheld, 12 rejected), Betaford 17 (7 and 10), for £140 and £90 in fines."""
    folder: Path = small.write(tmp_path_factory.mktemp("owned") / "survey")
    told = (folder / "survey.toml").read_text(encoding="utf-8")
    more = (
        '[[measures]]\nid = "fines"\nlabel = "fines"\nunit = "pounds"\ntype = "money"\nnouns = ["fines paid"]\n\n'
    )
    told = told.replace("[[findings]]", more + "[[findings]]", 1)
    told = told.replace('measures = ["complaints"]', 'measures = ["complaints", "fines"]')
    (folder / "survey.toml").write_text(told, encoding="utf-8")
    for body, sum_ in (("alphaton", 140), ("betaford", 90)):
        (folder / "replies" / body).mkdir(exist_ok=True)
        (folder / "replies" / body / "fines.csv").write_text(f"Fines paid (£)\n{sum_}\n", encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


READ = [
    # the body right before a figure goes before the others
    ("Alphaton had 20 complaints to Betaford's 17.", "20", "supported"),
    ("Alphaton had 20 complaints to Betaford's 17.", "17", "supported"),
    ("Alphaton had 17 complaints to Betaford's 20.", "17", "contradicted"),
    ("Alphaton had 17 complaints to Betaford's 20.", "20", "contradicted"),
    ("Alphaton reported 20 complaints, Betaford 17.", "17", "supported"),
    ("Alphaton reported 20 complaints, Betaford 20.", "20", "contradicted"),
    ("Alphaton and Betaford had 20 and 17 complaints.", "17", "supported"),
    ("Alphaton and Betaford had 17 and 20 complaints.", "17", "contradicted"),
    ("Alphaton and Betaford had 37 complaints between them.", "37", "supported"),
    # one that is named behind for something else lends its name to no figure before
    ("In all 37 complaints were made at the boroughs that answered, 17 of them in Betaford.", "37", "supported"),
    # a part is never the same thing as its whole
    ("Alphaton rejected most of its complaints – 12 out of 20.", "20", "supported"),
    ("Alphaton rejected most of its complaints – 12 out of 21.", "21", "contradicted"),
    ("Alphaton had 20 complaints, of which 12 were laughed at.", "12", "needs a person"),
    ("Alphaton closed 12 of the 20 complaints.", "12", "needs a person"),
    ("Alphaton rejected 12 of the 20 complaints.", "12", "supported"),
    ("Most of those that were neither upheld nor withdrawn, 22 of 22, were rejected.", "Most", "needs a person"),
    # a place is not narrowed by what is told of another figure
    ("Of those that replied, Betaford came second with 17 complaints, of which 7 upheld.", "second", "supported"),
    ("Of those that replied, Betaford came first with 17 complaints, of which 7 upheld.", "first", "contradicted"),
    # a codebook may write "pounds"
    ("Alphaton paid £140 in fines.", "£140", "supported"),
    ("Alphaton paid £90 in fines.", "£90", "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "wanted"), READ)
def test_a_figure_is_of_its_own_body_and_kind(survey: Survey, text: str, span: str, wanted: str) -> None:
    found = [verdict for words, verdict in verdicts(survey, text).items() if span in words.split()]
    assert found == [wanted], verdicts(survey, text)


def test_what_is_asked_says_what_its_first_reading_would_come_to(survey: Survey) -> None:
    given = evidence(survey)
    for number, first in ((20, "supported"), (18, "contradicted")):
        text = f"Electronically, Alphaton received {number} complaints."
        found = claims.check(text, survey.work.results.findings, survey.definition, (), given, markdown=False)
        assert [(claim.verdict, claim.first) for claim in found] == [("needs a person", first)]
