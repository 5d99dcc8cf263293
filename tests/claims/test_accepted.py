"""`check --ask`: one key accepts the first reading; the span holds the reading, not its answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foidesk import claims
from foidesk.cli import main
from foidesk.model import Claim
from foidesk.survey import Survey
from foidesk.survey.checking import evidence
from tests import small

STORY = """# Fines

Electronically, Alphaton received 20 complaints. In winter Betaford had **17** complaints.
"""


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    found = Survey(small.write(tmp_path / "survey"))
    found.ingest()
    return found


def check(survey: Survey, text: str) -> tuple[Claim, ...]:
    return claims.check(text, survey.work.results.findings, survey.definition, (), evidence(survey))


def claim(survey: Survey, text: str, words: str) -> Claim:
    return next(one for one in check(survey, text) if one.text == words)


def asked(survey: Survey, keys: str, story: str = STORY, name: str = "web.md") -> tuple[str, Result]:
    path = survey.folder / name
    path.write_text(story, encoding="utf-8")
    given = ["--survey", str(survey.folder), "check", str(path), "--ask", "--by", "A. Editor"]
    said = CliRunner().invoke(main, given, input=keys)
    return path.read_text(encoding="utf-8"), said


def test_what_is_accepted_gets_the_verdict_of_its_first_reading(survey: Survey) -> None:
    for number, wanted in (("20", "supported"), ("18", "contradicted")):
        text = f"Electronically, Alphaton received {number} complaints."
        written = claims.written(text, check(survey, text), "A. Editor")
        found = claim(survey, written, number)
        assert (found.verdict, found.reason) == (wanted, "A. Editor")
        assert "Electronically" in found.why


def test_an_acceptance_holds_no_more_when_the_sentence_is_another(survey: Survey) -> None:
    text = "Electronically, Alphaton received 20 complaints."
    written = claims.written(text, check(survey, text))
    assert claim(survey, written, "20").verdict == "supported"
    found = claim(survey, written.replace("Electronically", "In winter"), "20")
    assert found.verdict == "needs a person" and "another sentence or reading" in found.why
    assert claim(survey, written.replace("Alphaton", "Betaford"), "20").verdict != "supported"


def test_an_acceptance_settles_nothing_that_the_replies_decide(survey: Survey) -> None:
    seal = claims.attributes(claim(survey, "Electronically, Alphaton received 20 complaints.", "20"))
    assert claim(survey, f"Alphaton received [18]{{{seal}}} complaints.", "18").verdict == "contradicted"


def test_one_key_writes_the_span_and_nothing_else(survey: Survey) -> None:
    story, said = asked(survey, "aq")
    assert said.exit_code == 1, said.output  # the other claim is still open
    first, rest = story.split("[20]{read=", 1)
    assert first + "20" + rest.split("}", 1)[1] == STORY
    assert 'by="A. Editor"' in story and "Written: 1 span" in said.output
    assert "complaints; Borough of Alphaton" in said.output


def test_skipping_taking_back_and_stopping_leave_the_story_as_it_was(survey: Survey) -> None:
    assert asked(survey, "ssss")[0] == STORY
    assert asked(survey, "auq")[0] == STORY
    assert asked(survey, "q")[0] == STORY


def test_a_story_that_cannot_hold_a_span_is_refused(survey: Survey) -> None:
    page = "<html><body><article><p>Electronically, Alphaton received 20 complaints.</p></article></body></html>"
    story, said = asked(survey, "a", page, "web.html")
    assert said.exit_code == 2 and "Markdown and text" in said.output
    assert story == page


def test_the_page_offers_each_reading_with_the_span_that_accepts_it(survey: Survey) -> None:
    path = survey.folder / "web.md"
    path.write_text(STORY, encoding="utf-8")
    checked = survey.check(path)
    page, open_claim = checked.page(), claim(survey, STORY, "20")
    assert claims.attributes(open_claim) in page and f'data-start="{open_claim.start}"' in page
    path.write_text("Alphaton received 20 complaints.", encoding="utf-8")
    assert "<script" not in Survey(survey.folder).check(path).page()
