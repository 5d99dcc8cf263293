"""`check FILE --facts`: every figure of any story, without a survey."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
from click.testing import CliRunner

from foidesk.cli import main

STORY = """# Fines anger 37 readers

*Boroughs took £1.2m*

EXAMPLETON, 3 May 2022 - Alphaton had **20** complaints last year, nearly a third of all.
Under Section 12, one refused.
"""


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_figures_of_markdown_stand_at_their_place_in_the_file(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text(STORY, encoding="utf-8")
    found = json.loads(run(str(story), "--facts", "--json"))
    texts = {one["text"]: one for one in found["figures"]}
    assert {"37", "£1.2m", "20", "nearly a third"} <= set(texts)
    assert all(STORY[one["start"] : one["end"]] == one["text"] for one in found["figures"])
    assert (texts["20"]["unit"], texts["20"]["entity"], texts["20"]["period"]) == (
        "complaints", "Alphaton", "last year",
    )  # fmt: skip
    assert (texts["last year"]["from"], texts["last year"]["to"]) == ("2021-01-01", "2021-12-31")
    assert [one["reason"] for one in found["passed"]] == ["section of an Act"]


def test_figures_as_csv(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Alphaton had 20 complaints.", encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(run(str(story), "--facts", "--csv")))
    assert (row["text"], row["value"], row["unit"], row["entity"]) == ("20", "20", "complaints", "Alphaton")


def test_a_web_page_is_read_as_its_article(tmp_path: Path) -> None:
    story = tmp_path / "story.html"
    story.write_text(
        "<html><body><nav>12 items</nav><h1>Fines anger 37</h1><article><p>Alphaton had 20 complaints.</p>"
        "<figure><figcaption>The 5 boroughs</figcaption></figure><aside>99 comments</aside></article></body>"
    )
    found = json.loads(run(str(story), "--facts", "--json"))
    assert [one["text"] for one in found["figures"]] == ["37", "20", "5"]
    assert all(found["text"][one["start"] : one["end"]] == one["text"] for one in found["figures"])


def test_a_word_file_is_read_with_its_headline(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Fines anger 37 readers", 0)
    document.add_paragraph("Alphaton had 20 complaints.")
    document.save(str(tmp_path / "story.docx"))
    found = json.loads(run(str(tmp_path / "story.docx"), "--facts", "--json"))
    assert [one["text"] for one in found["figures"]] == ["37", "20"]


def test_a_story_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path / "none.md"), "--facts"])
    assert result.exit_code == 2
    assert "the story cannot be read" in result.stderr
