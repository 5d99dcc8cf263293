"""Before publication a person answers: unanswered or live refuses, and answers do not hold for ever."""

from __future__ import annotations

import csv
import datetime as dt
import re
import shutil
import time
from pathlib import Path

import pytest

from foidesk.survey import clearing

from .outside import foidesk

KINDS = {"names", "e-mails", "telephones", "addresses", "collar-numbers", "metadata", "sealed"}


def answer(folder: Path, reason: str = "I looked through every page.", **own: str) -> None:
    """Every question before publication answered by its first option, or by the one given for its words."""
    sheet = folder / "answers.csv"
    assert foidesk(folder, "decide", "--kind", "clearance", "--to", str(sheet)).code == 0
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["answer"] = next((given for words, given in own.items() if words in row["question"]), "1")
        row["reason"] = reason
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    said = foidesk(folder, "decide", "--from", str(sheet), "--by", "Robin Example", "--json")
    assert said.json["recorded"] == len(rows)


@pytest.fixture
def unanswered(folder: Path) -> Path:
    (folder / "decisions.csv").unlink()
    return folder


def test_publishing_waits_for_an_answer_to_each_kind_of_personal_data(unanswered: Path) -> None:
    said = foidesk(unanswered, "publish", "--json")
    assert said.code == 1 and "8 question(s) before publication are open" in said.json["blocked"]["what"]
    asked = foidesk(unanswered, "decide", "--kind", "clearance", "--json").json
    assert len(asked) == len(KINDS) + 1
    assert foidesk(unanswered, "publish", "--draft").code == 0


def test_answered_it_is_published_with_the_reason_and_without_the_name(unanswered: Path) -> None:
    answer(unanswered, reason="Looked through every page on Monday.")
    assert foidesk(unanswered, "publish").code == 0
    method = (unanswered / "site" / "method.html").read_text("utf-8")
    assert "Looked through every page on Monday." in method and "the data desk" in method
    pages = (unanswered / "site").rglob("*")
    assert not any(b"Robin Example" in path.read_bytes() for path in pages if path.is_file())


def test_hold_back_refuses_and_an_answer_anew_lets_it_go(unanswered: Path) -> None:
    answer(unanswered, telephone="2")
    said = foidesk(unanswered, "publish")
    assert said.code == 1 and "hold publication back" in said.err and "telephone" in said.err
    [held] = [one for one in clearing_choices(unanswered) if "telephone" in one.question]
    assert foidesk(unanswered, "decide", held.id, "--answer", "1", "--reason", "painted over now").code == 0
    assert foidesk(unanswered, "publish").code == 0


def clearing_choices(folder: Path) -> tuple[clearing.Choice, ...]:
    from foidesk.survey import Survey

    return clearing.questions(Survey(folder))


def test_answers_go_stale_after_the_set_time(unanswered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (unanswered / "survey.toml").write_text(
        (unanswered / "survey.toml").read_text() + "\n[publication]\nanswers_hold_days = 3\n"
    )
    answer(unanswered)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=4)
    monkeypatch.setattr(clearing, "now", lambda survey: later)
    said = foidesk(unanswered, "publish")
    assert said.code == 1 and "longer ago than 3 days" in said.err


def test_answers_given_before_a_publication_do_not_hold_for_the_next(
    unanswered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(unanswered)
    assert foidesk(unanswered, "publish").code == 0
    assert foidesk(unanswered, "publish").code == 0, "the same edition needs no new answer"
    story = unanswered / "story.md"
    story.write_text(story.read_text() + "\nNothing more.\n")
    said = foidesk(unanswered, "publish")
    assert said.code == 1 and "before the last publication" in said.err


def test_a_figure_that_comes_out_otherwise_later_is_a_dated_correction(unanswered: Path) -> None:
    answer(unanswered)
    assert foidesk(unanswered, "publish").code == 0
    assert not (unanswered / "site" / "corrections.html").exists()
    reply = unanswered / "replies" / "alphaton" / "reply.csv"
    reply.write_text(reply.read_text().replace("5", "6").replace("20", "21"))
    story = unanswered / "story.md"
    story.write_text(story.read_text().replace("[37]", "[38]").replace("[20]", "[21]"))
    assert foidesk(unanswered, "ingest").code == 0
    time.sleep(1.1)  # answers and publications are dated to the second
    answer(unanswered)
    assert foidesk(unanswered, "publish").code == 0
    page = (unanswered / "site" / "corrections.html").read_text("utf-8")
    assert "<del>37 complaints</del>" in page and "<ins>38 complaints</ins>" in page
    before = {path: path.read_bytes() for path in (unanswered / "site").rglob("*.html")}
    shutil.rmtree(unanswered / "site")
    assert foidesk(unanswered, "publish").code == 0
    assert before == {path: path.read_bytes() for path in (unanswered / "site").rglob("*.html")}


def test_another_document_with_personal_data_asks_again(unanswered: Path) -> None:
    answer(unanswered)
    reply = unanswered / "replies" / "alphaton" / "note.txt"
    reply.write_text("Ring Ms Ada Example on 01632 960 123.\n", encoding="utf-8")
    assert foidesk(unanswered, "ingest").code == 0
    asked = " ".join(
        one["question"] for one in foidesk(unanswered, "decide", "--kind", "clearance", "--json").json
    )
    assert "telephone numbers and extensions: 1 in 1 document" in asked and "names after a title" in asked
    assert "e-mail" not in asked


def test_a_sheet_without_a_reason_records_nothing(unanswered: Path) -> None:
    sheet = unanswered / "answers.csv"
    foidesk(unanswered, "decide", "--kind", "clearance", "--to", str(sheet))
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = [{**row, "answer": "1"} for row in csv.DictReader(file)]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    said = foidesk(unanswered, "decide", "--from", str(sheet))
    assert said.code == 2 and "an answer and no reason" in said.err and "none was recorded" in said.err
    assert len(rows) > 1 and all(re.search(rf"\b{line}\b", said.err) for line in range(2, len(rows) + 2)[:10])
    assert not (unanswered / "decisions.csv").exists()


def test_a_document_is_published_whole_only_where_it_is_named_and_a_person_answered(folder: Path) -> None:
    survey = folder / "survey.toml"
    told = survey.read_text(encoding="utf-8")
    survey.write_text(f'{told}\n[publication]\nwhole = ["alphaton/replyy.csv"]\n', encoding="utf-8")
    said = foidesk(folder, "publish")
    assert said.code == 2 and "alphaton/reply.csv" in said.err
    survey.write_text(f'{told}\n[publication]\nwhole = ["alphaton/reply.csv"]\n', encoding="utf-8")
    said = foidesk(folder, "publish")
    assert said.code == 1 and "reply.csv is to be published whole" in said.err
    answer(folder)
    assert foidesk(folder, "publish").code == 0
    (page,) = (folder / "site" / "documents").glob("*.html")
    assert "Not upheld" in page.read_text(encoding="utf-8")
