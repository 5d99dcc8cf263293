"""The gate: waivers that lapse, what changed since the last check, the legal read, the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foidesk.cli import main
from tests import small


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = small.write(tmp_path_factory.mktemp("gate") / "survey")
    CliRunner().invoke(main, ["-C", str(found), "ingest"])
    return found


def check(folder: Path, story: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(folder), "check", str(story), *options])


def claims(folder: Path, story: Path, text: str) -> list[dict[str, str]]:
    story.write_text(text, encoding="utf-8")
    found: list[dict[str, str]] = json.loads(check(folder, story, "--json").stdout)["claims"]
    return found


OPEN = "Alphaton had 20 complaints about dogs."


def sealed(folder: Path, story: Path, text: str = OPEN) -> str:
    """The draft with the waiver that the check asks for."""
    words = text.replace("20", '[20]{waived="told by telephone" by="A. Editor"}')
    (claim,) = claims(folder, story, words)
    assert claim["verdict"] == "needs a person"
    mark = re.search(r"for=(\w+)", claim["why"])
    assert mark is not None
    return words.replace('by="A. Editor"', f'by="A. Editor" for={mark[1]}')


def test_a_waiver_needs_a_person_and_a_reason_and_its_seal(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    draft = sealed(folder, story)
    (claim,) = claims(folder, story, draft)
    assert claim["verdict"] == "waived" and "A. Editor" in claim["why"]
    assert check(folder, story).exit_code == 0
    (claim,) = claims(folder, story, draft.replace(' by="A. Editor"', ""))
    assert claim["verdict"] == "needs a person"


def test_a_waiver_survives_markup_and_lapses_with_its_sentence(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    draft = sealed(folder, story)
    (claim,) = claims(
        folder, story, "# A headline\n\nSomething else.\n\n" + draft.replace("Alphaton", "**Alphaton**")
    )
    assert claim["verdict"] == "waived"
    (claim,) = claims(folder, story, draft.replace("dogs", "cats"))
    assert claim["verdict"] == "needs a person" and "lapsed" in claim["why"]


def test_what_is_contradicted_cannot_be_waived(folder: Path, tmp_path: Path) -> None:
    words = 'Alphaton had [21]{waived="never mind" by="A. Editor" for=00000000} complaints.'
    (claim,) = claims(folder, tmp_path / "story.md", words)
    assert claim["verdict"] == "contradicted" and "cannot be waived" in claim["why"]


def test_what_changed_since_the_last_clean_check_is_shown(folder: Path, tmp_path: Path) -> None:
    story, last = tmp_path / "story.md", tmp_path / "last.json"
    story.write_text("Alphaton had 20 complaints. Betaford had 17 complaints.", encoding="utf-8")
    last.write_text(check(folder, story, "--json").stdout, encoding="utf-8")
    assert json.loads(check(folder, story, "--against", str(last), "--json").stdout)["changes"] == []
    story.write_text("Betaford had 17 complaints. Alphaton had 29 complaints.", encoding="utf-8")
    (change,) = json.loads(check(folder, story, "--against", str(last), "--json").stdout)["changes"]
    assert (change["kind"], change["was"]) == ("edited", "Alphaton had 20 complaints.")
    told = check(folder, story, "--against", str(last))
    assert told.exit_code == 1 and "HOLD" in told.stdout


def test_the_legal_read_is_one_page_with_verdicts_and_sources(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text('Alphaton had 21 complaints. Betaford said: "The figures you asked for are below."')
    told = check(folder, story, "--legal").stdout
    assert told.index("Open:") < told.index("**contradicted**") < told.index("Accusations, quotations")
    assert "alphaton/reply.csv" in told and len(told.splitlines()) < 60


def test_the_page_marks_every_claim_and_needs_no_mouse(folder: Path, tmp_path: Path) -> None:
    story, page = tmp_path / "story.md", tmp_path / "page.html"
    story.write_text("# Fines & fees\n\nAlphaton had **21** complaints.")
    check(folder, story, "--html", str(page))
    text = page.read_text(encoding="utf-8")
    assert "Fines &amp; fees" in text and "@media print" in text
    assert re.search(r'<a class="claim contradicted" id="t1" href="#c1"[^>]*>21<sup[^>]*>1</sup>', text)
    assert '<li id="c1"><b>contradicted</b>' in text


def test_a_waiver_around_several_claims_takes_the_mark_of_each(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    told = "Alphaton had 20 complaints about dogs and Betaford had 17 complaints about cats"
    words = f'[{told}]{{waived="seen" by="A. Editor"}}.'
    marks = [re.search(r"for=(\w+)", one["why"]) for one in claims(folder, story, words)]
    assert len(marks) == 2
    sealed_words = words.replace('"}', '" for="' + " ".join(mark[1] for mark in marks if mark) + '"}')
    assert [one["verdict"] for one in claims(folder, story, sealed_words)] == ["waived", "waived"]


def test_a_waiver_may_stand_around_a_binding_and_is_never_one_with_it(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    (claim,) = claims(
        folder, story, 'Alphaton had [20]{f=by-body body=alphaton waived="x" by="A. Editor"} complaints.'
    )
    assert claim["verdict"] == "needs a person" and "around" in claim["why"]
    (claim,) = claims(
        folder, story, '[Alphaton had [21]{f=by-body body=alphaton}]{waived="x" by="A. Editor"} cases.'
    )
    assert claim["verdict"] == "contradicted" and "cannot be waived" in claim["why"]


def test_what_a_writer_calls_no_claim_is_told_where_it_reads_otherwise(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    (claim,) = claims(folder, story, 'Alphaton had [21]{not="from elsewhere"} complaints.')
    assert claim["verdict"] == "not a claim about the data" and "20" in claim["why"]
    assert "20" in check(folder, story).stdout
    assert "read otherwise" in check(folder, story, "--legal").stdout
    (claim,) = claims(folder, story, 'Alphaton had [20]{not="from elsewhere"} complaints.')
    assert "read otherwise" not in check(folder, story, "--legal").stdout


def test_a_binding_and_a_waiver_move_with_their_paragraph(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    draft = sealed(folder, story)
    other = "Betaford had [17]{f=by-body body=betaford} complaints."
    for words in (f"{other}\n\n{draft}", f"{draft}\n\n> {other}", f"- {other}\n- {draft}"):
        found = claims(folder, story, words)
        assert sorted(one["verdict"] for one in found) == ["supported", "waived"]
    (_, claim) = claims(folder, story, f"{other}\n\n" + draft.replace("[20]", "[19]"))
    assert claim["verdict"] != "waived"
