"""Deciding from the command line: listing, answering, taking back; from two processes at once."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from foidesk.cli import main
from foidesk.cli.show import readable

from .outside import command, foidesk

ODD = "Outcome,Number of complaints\nUpheld,5\nNot upheld,12\nTaken back by reader,2\nPaid anyway,1\nTotal,20\n"


@pytest.fixture
def asking(folder: Path) -> Path:
    """A survey with two phrases that nobody has coded, and a file of unknown sender."""
    (folder / "replies" / "alphaton" / "reply.csv").write_text(ODD)
    (folder / "replies" / "unsigned.csv").write_text("Outcome,Number of complaints\nUpheld,1\nTotal,1\n")
    (folder / "decisions.csv").unlink()
    assert foidesk(folder, "run", "--draft").code == 0
    return folder


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "decisions.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_open_questions_come_with_places_and_options_the_weightiest_first(asking: Path) -> None:
    found = foidesk(asking, "decide", "--json").json
    assert [one["kind"] for one in found] == ["body", "coding", "coding"]
    assert set(found[0]) == {"id", "kind", "body", "question", "answer", "options", "places"}
    assert "Taken back by reader" in found[1]["question"]
    assert [one["quote"] for one in found[1]["places"]] == ["Taken back by reader"]
    human = foidesk(asking, "decide").out
    assert found[1]["id"][:8] in human and re.search(r"\d  Withdrawn", human) and "--answer NUMBER" in human
    assert foidesk(asking, "decide", "--kind", "body", "--json").json == found[:1]
    assert foidesk(asking, "decide", found[2]["id"][:6], "--json").json == found[2:]


def test_each_open_question_names_its_file_and_says_how_many_options_are_not_shown(asking: Path) -> None:
    with (asking / "codebook.toml").open("a", encoding="utf-8") as book:
        for number in range(1, 10):
            book.write(f'\n[[variables.categories]]\nid = "kind-{number}"\nlabel = "Another kind {number}"\n')
    human = foidesk(asking, "decide", "--kind", "coding").out
    assert human.count("in reply.csv") == 2
    one = foidesk(asking, "decide", "--kind", "coding", "--json").json[0]
    block = human.split(one["id"][:8], 1)[1]
    hidden = len(one["options"]) - len(re.findall(r"(?m)^ +\d+  ", block.split("… and")[0]))
    assert hidden > 0 and f"… and {hidden} more: foidesk decide {one['id'][:8]}" in human
    whole = foidesk(asking, "decide", one["id"]).out
    assert all(option["label"] in whole for option in one["options"]) and "more:" not in whole


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("sheet 'csv' 3,3,3,3 [4 6]", "sheet 'csv', C3"),
        ("sheet 'Data' 3,1,5,28", "sheet 'Data', A3:AB5"),
        ("text 'body' [40 43]", "body, characters 41 to 43"),
        ("page 1 [116.2 162.4 125.2 172.1]", "page 1 [116.2 162.4 125.2 172.1]"),
        ("somewhere", "somewhere"),
    ],
)
def test_a_place_is_told_as_a_person_names_it_and_can_be_entered(kept: str, read: str) -> None:
    assert readable(kept) == read


def test_an_answer_is_recorded_with_who_why_and_on_what_evidence(asking: Path) -> None:
    asked = foidesk(asking, "decide", "--kind", "coding", "--json").json[0]
    words = ("--answer", "Withdrawn", "--reason", 'it says "back", not gone', "--by", "A. Editor", "--note", "hm")
    said = foidesk(asking, "decide", asked["id"], *words, "--json")
    assert said.code == 0 and set(said.json) == {"id", "answer", "changed"}
    assert said.json["answer"] == "Withdrawn" and "outcomes" in said.json["changed"]
    [row] = _rows(asking)
    assert (row["who"], row["note"], row["phrase"]) == ("A. Editor", "hm", "taken back by reader")
    assert row["reason"] == 'it says "back", not gone'
    taken = foidesk(asking, "decide", "--taken")
    assert "A. Editor" in taken.out and "Withdrawn" in taken.out
    assert len(foidesk(asking, "decide", "--kind", "coding", "--json").json) == 1
    assert "None" in foidesk(asking, "decide", "--stale").out
    revoked = foidesk(asking, "decide", "--revoke", said.json["id"][:8], "--reason", "a mistake")
    assert revoked.code == 0 and len(_rows(asking)) == 2
    assert len(foidesk(asking, "decide", "--kind", "coding", "--json").json) == 2


def test_who_sent_it_is_answered_and_leave_it_out_is_an_answer(asking: Path) -> None:
    [asked] = foidesk(asking, "decide", "--kind", "body", "--json").json
    assert foidesk(asking, "status", "--json").json["unmatched"] == 1
    nobody = str(len(asked["options"]))
    assert foidesk(asking, "decide", asked["id"], "--answer", nobody, "--reason", "a test file").code == 0
    said = foidesk(asking, "status", "--json").json
    assert said["unmatched"] == 0 and not any("who sent" in step for step in said["next"])
    before = foidesk(asking, "compute", "--json").json
    assert (
        foidesk(asking, "decide", asked["id"], "--answer", "Borough of Gammaley", "--reason", "they rang").code
        == 0
    )
    after = foidesk(asking, "compute", "--json").json
    assert (before[0]["value"]["text"], after[0]["value"]["text"]) == ("37", "38")
    assert foidesk(asking, "status", "--json").json["unmatched"] == 0


def test_an_option_that_is_not_offered_is_refused_with_what_is(asking: Path) -> None:
    asked = foidesk(asking, "decide", "--kind", "coding", "--json").json[0]
    said = foidesk(asking, "decide", asked["id"], "--answer", "Withdrawm", "--reason", "x")
    assert said.code == 2 and "did you mean 'Withdrawn'" in said.err and re.search(r"#\d Upheld", said.err)
    assert not (asking / "decisions.csv").exists()


def test_a_number_that_is_also_another_options_label_is_not_taken_for_either() -> None:
    from foidesk.errors import UnknownName
    from foidesk.model import Choice, Option
    from foidesk.survey.deciding import find_option

    choice = Choice("c", "contradiction", "Which total?", (Option("x", "2"), Option("y", "1")))
    with pytest.raises(UnknownName, match="more than one"):
        find_option(choice, "2")
    assert (find_option(choice, "#2").id, find_option(choice, "x").id) == ("y", "x")


def test_two_processes_deciding_at_once_both_leave_their_row(asking: Path) -> None:
    asked = foidesk(asking, "decide", "--kind", "coding", "--json").json
    words = ("--answer", "withdrawn", "--reason", "both at once")
    running = [
        subprocess.Popen(
            command("-C", str(asking), "decide", one["id"], *words),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for one in asked
    ]  # fmt: skip
    for one in running:
        out, err = one.communicate(timeout=120)
        assert one.returncode == 0, out + err
    assert sorted(row["phrase"] for row in _rows(asking)) == ["paid anyway", "taken back by reader"]
    assert foidesk(asking, "decide", "--kind", "coding", "--json").json == []


def test_open_questions_are_walked_through_with_one_key_each(asking: Path) -> None:
    _, phrase, second = foidesk(asking, "decide", "--json").json
    keys = "l" + "1" + "u" + "2" + "q"  # the sender is put off; an answer, taken back, and another one
    walked = CliRunner().invoke(
        main, ["--survey", str(asking), "decide", "--walk", "--by", "A. Editor"], input=keys
    )
    assert walked.exit_code == 0, walked.output
    assert phrase["question"] in walked.output and "Recorded: 1 answer" in walked.output
    answer, revoked, other = _rows(asking)
    assert (answer["phrase"], answer["who"], answer["reason"]) == (
        other["phrase"],
        "A. Editor",
        "as the document reads",
    )
    assert answer["answer"] != other["answer"] and revoked["revokes"] == answer["id"]
    assert [one["id"] for one in foidesk(asking, "decide", "--kind", "coding", "--json").json] == [second["id"]]


def test_enter_takes_what_is_suggested_and_nothing_where_nothing_is(asking: Path) -> None:
    asked = foidesk(asking, "decide", "--kind", "body", "--json").json
    walked = CliRunner().invoke(main, ["--survey", str(asking), "decide", "--walk", "--kind", "body"], input="\nq")
    suggested = [one for one in asked[0]["options"] if one.get("suggested")]
    assert walked.exit_code == 0 and len(_taken(asking)) == len(suggested)


def _taken(folder: Path) -> list[dict[str, str]]:
    return _rows(folder) if (folder / "decisions.csv").exists() else []
