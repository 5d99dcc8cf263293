"""`foidesk new`: drafts that load and run, nothing written over, and what was found is told."""

from __future__ import annotations

import csv
import shutil
import tomllib
from pathlib import Path

import pytest

from .. import small
from .outside import foidesk
from .test_bad_input import BAD
from .test_verbs import _documented


@pytest.fixture
def replies(tmp_path: Path) -> Path:
    return small.write(tmp_path / "source") / "replies"


def test_drafts_from_replies_load_run_and_tell_tables_numbers_and_variables(replies: Path, tmp_path: Path) -> None:
    folder = tmp_path / "fines"
    said = foidesk(tmp_path, "new", str(folder), "--from", str(replies), "--json")
    assert said.code == 0, said.err
    assert set(said.json) == _documented("new")
    assert said.json["bodies"] == 3
    assert sum(len(one["tables"]) for one in said.json["documents"]) == 2
    assert said.json["numbers"]["read"] >= 4
    assert "outcome" in [one["id"] for one in said.json["variables"]]
    assert {path.name for path in folder.iterdir()} >= {"survey.toml", "codebook.toml", "bodies.csv", "story.md"}
    for verb in ("run --draft", "status", "compute", "extract", "check"):
        assert foidesk(folder, *verb.split()).code == 0, verb
    assert (folder / "replies" / "alphaton" / "reply.csv").read_bytes() == (
        replies / "alphaton" / "reply.csv"
    ).read_bytes()


def test_the_human_output_says_what_was_found_and_what_is_next(replies: Path, tmp_path: Path) -> None:
    said = foidesk(tmp_path, "new", str(tmp_path / "fines"), "--from", str(replies))
    assert said.code == 0 and said.err == ""
    for words in ("alphaton/reply.csv", "5 rows, 2 columns", "3 bodies", "outcome", "Numbers:", "Next:"):
        assert words in said.out


@pytest.mark.parametrize(
    ("letter", "law", "named"),
    [
        ("WE LOST THEIR FILES IN THE PRAIRIE. We received 12 complaints.", "uk-foia-2000", False),
        ("Your FOIA request: we received 12 complaints.", "uk-foia-2000", False),
        ("Under the Freedom of Information Act 2000 we answer: 12 complaints.", "uk-foia-2000", True),
        ("Under the Freedom of Information Act 2014 we answer: 12 complaints.", "ireland-foi-2014", True),
        ("Handled under the EIR 2004. We received 12 complaints.", "uk-eir-2004", True),
        ("Under FOISA we answer: 12 complaints.", "scotland-foisa-2002", True),
        ("The California Public Records Act (CPRA) applies. 12 complaints.", "us-ca-cpra", True),
    ],
)
def test_the_law_drafted_is_one_that_a_reply_names_by_a_name_of_no_other(
    tmp_path: Path, letter: str, law: str, named: bool
) -> None:
    (tmp_path / "source" / "alphaton").mkdir(parents=True)
    (tmp_path / "source" / "alphaton" / "reply.txt").write_text(f"Dear requester,\n\n{letter}\n", encoding="utf-8")
    said = foidesk(tmp_path, "new", str(tmp_path / "fines"), "--from", str(tmp_path / "source"), "--json").json
    assert said["law"] == {"id": law, "named": named}
    assert tomllib.loads((tmp_path / "fines" / "survey.toml").read_text())["survey"]["law"] == law


def test_the_letter_drafted_names_the_law_of_the_survey(tmp_path: Path) -> None:
    assert foidesk(tmp_path, "new", str(tmp_path / "fines")).code == 0
    assert "{{ law.title }}" in (tmp_path / "fines" / "letter.md").read_text(encoding="utf-8")


def test_an_empty_survey_loads_and_says_to_put_replies_in(tmp_path: Path) -> None:
    folder = tmp_path / 'our "odd" survey\\é'
    assert foidesk(tmp_path, "new", str(folder)).code == 0
    assert tomllib.loads((folder / "survey.toml").read_text())["survey"]["id"] == "our-odd-survey-e"
    assert foidesk(folder, "run").code == 0
    assert "Put the replies into replies/" in foidesk(folder, "status").out


def test_a_mixed_folder_with_damaged_files_and_odd_names_gives_drafts_that_load(
    replies: Path, tmp_path: Path
) -> None:
    for name, make in BAD.items():
        (replies / name).write_bytes(make())
    for name in ("A & B", "A-B", "大阪", "東京", "Città", ".DS_Store", '"', "two\nlines"):
        (replies / name).write_text("Outcome,Number of complaints\nUpheld,1\n")
    folder = tmp_path / "mixed"
    said = foidesk(tmp_path, "new", str(folder), "--from", str(replies))
    assert said.code == 0, said.err
    with (folder / "bodies.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["name"]: row["id"] for row in rows}
    assert len(set(names.values())) == len(rows)
    assert {"A & B", "A-B", "大阪", "東京", "Città"} <= set(names) and ".DS_Store" not in names
    assert foidesk(folder, "run", "--draft").code == 0


def test_nothing_that_is_there_is_written_over(replies: Path, tmp_path: Path) -> None:
    folder = tmp_path / "fines"
    mine = {"bodies.csv": "id,name\nmine,My own\n", "codebook.toml": "version = 7\n", "story.md": "mine\n"}
    (folder / "replies" / "alphaton").mkdir(parents=True)
    (folder / "replies" / "alphaton" / "reply.csv").write_text("mine\n")
    for name, text in mine.items():
        (folder / name).write_text(text)
    assert foidesk(tmp_path, "new", str(folder), "--from", str(replies)).code == 0
    assert {name: (folder / name).read_text() for name in mine} == mine
    assert (folder / "replies" / "alphaton" / "reply.csv").read_text() == "mine\n"
    survey = (folder / "survey.toml").read_bytes()
    again = foidesk(tmp_path, "new", str(folder), "--from", str(replies))
    assert again.code == 2 and "there is a survey here already" in again.err
    assert (folder / "survey.toml").read_bytes() == survey


def test_replies_that_lie_in_the_new_folder_already_are_used_as_they_lie(replies: Path, tmp_path: Path) -> None:
    folder = tmp_path / "fines"
    folder.mkdir()
    shutil.move(replies, folder / "replies")
    before = sorted(folder.rglob("*"))
    said = foidesk(tmp_path, "new", str(folder), "--from", str(folder / "replies"))
    assert said.code == 0, said.err
    assert set(before) <= set(folder.rglob("*"))
    assert len(list((folder / "replies").rglob("*.eml"))) == 2


@pytest.mark.parametrize("source", ["nowhere", "source/survey.toml"])
def test_a_source_that_is_no_folder_is_said_and_nothing_is_made(
    replies: Path, tmp_path: Path, source: str
) -> None:
    said = foidesk(tmp_path, "new", str(tmp_path / "fines"), "--from", str(tmp_path / source))
    assert said.code == 2 and "not a folder" in said.err
    assert not (tmp_path / "fines").exists()
