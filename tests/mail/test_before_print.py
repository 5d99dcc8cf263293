"""What a person says of outcomes, what bodies say of their figures, and the pack: from outside."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from foidesk.errors import Blocked, FoideskError
from foidesk.survey import Survey, pack_claims
from foidesk.survey.replying import ReplyOrder

from ..cli.outside import foidesk
from ..post.conftest import survey_folder
from .test_requests import mail, ranked, sent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return survey_folder(tmp_path / "social")


def outcome(folder: Path, body: str, question: str) -> tuple[str, str]:
    one = next(o for o in Survey(folder).work.results.outcomes if (o.body, o.question) == (body, question))
    return one.outcome, one.section


def refused(folder: Path) -> str:
    """One body refuses; gives the id of its first question."""
    survey = sent(folder, "aldersea")
    survey.receive([mail(folder, "aldersea", "Your request is refused under section 12(1) of the Act.")])
    return Survey(folder).definition.questions[0].id


def test_the_site_and_receive_have_one_wording(folder: Path) -> None:
    question = refused(folder)
    letter = json.loads(foidesk(folder, "status", "--json").out)["tracking"]["requests"]
    mine = next(one for one in letter if one["body"] == "aldersea")
    assert mine["suggested"][0]["outcomes"][0]["outcome"] == "cost limit"
    assert outcome(folder, "aldersea", question) == ("cost limit", "12(1)")


def test_an_outcome_is_corrected_by_a_person_with_a_reason_and_taken_back(folder: Path) -> None:
    question = refused(folder)
    said = foidesk(folder, "decide", "--outcome", "aldersea", question, "--answer", "refused 14(1)")
    assert said.code == 2 and "reason" in said.err
    done = foidesk(
        folder, "decide", "--outcome", "aldersea", question, "--answer", "refused 14(1)", "--by", "Ada",
        "--reason", "the letter says vexatious", "--json",
    )  # fmt: skip
    assert done.code == 0
    assert outcome(folder, "aldersea", question) == ("refused", "14(1)")
    survey = Survey(folder)
    (judgement,) = [one for one in survey.store.decisions.standing() if one.kind == "outcome"]
    assert (judgement.who, judgement.reason) == ("Ada", "the letter says vexatious")
    assert not survey.work.results.stale()
    survey.revoke(json.loads(done.out)["id"], "Ada", "I misread it")
    assert outcome(folder, "aldersea", question) == ("cost limit", "12(1)")


@pytest.mark.parametrize(
    ("body", "question", "answer", "said"),
    [
        ("nowhere", "", "refused", "nowhere"),
        ("aldersea", "no-such", "refused", "there is no question"),
        ("aldersea", "", "silence", "there is no outcome"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(
    folder: Path, body: str, question: str, answer: str, said: str
) -> None:
    asked = question or Survey(folder).definition.questions[0].id
    found = foidesk(folder, "decide", "--outcome", body, asked, "--answer", answer, "--reason", "r")
    assert found.code == 2 and said in found.err


# ---------------------------------------------------------------- the right of reply


def answered(folder: Path, disputes: str = "") -> Survey:
    survey = ranked(folder)
    survey.reply(
        ReplyOrder(answered="aldersea", text="REHEARSAL: there were 13 cases.", who="Ada", disputes=disputes)
    )
    return Survey(folder)


def test_an_answer_stands_beside_the_figure_on_the_site(folder: Path) -> None:
    answered(folder).publish(draft=True)
    for page in ("findings/top/index.html", "bodies/aldersea/index.html"):
        path = folder / "site" / page
        path = path if path.exists() else folder / "site" / page.replace("/index", "")
        assert "there were 13 cases" in path.read_text(), page


def test_a_disputed_figure_is_a_contradiction_until_a_person_has_settled_it(folder: Path) -> None:
    survey = answered(folder, "top")
    row = next(one for one in survey.reply(ReplyOrder()) if one["body"] == "aldersea")
    assert "13 cases" in row["disputed"]
    for hand_out in (survey.publish, survey.pack):
        with pytest.raises(Blocked, match="13 cases"):
            hand_out()
    assert not (folder / "pack").exists()
    with pytest.raises(FoideskError, match="reason"):
        survey.reply(ReplyOrder(settle="aldersea", who="Ada"))
    survey.reply(ReplyOrder(settle="aldersea", text="their 13 counts one from before the period", who="Ada"))
    assert not any(one["disputed"] for one in Survey(folder).reply(ReplyOrder()))
    with pytest.raises(Blocked, match="before publication"):
        Survey(folder).publish()
    assert "bodies/aldersea.md" in Survey(folder).pack()["files"]


def test_only_a_figure_of_the_survey_can_be_disputed(folder: Path) -> None:
    with pytest.raises(FoideskError, match="there is no finding"):
        answered(folder, "bottom")


# ---------------------------------------------------------------- the pack


def with_regions(folder: Path) -> None:
    path = folder / "bodies.csv"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "region"])
        writer.writeheader()
        writer.writerows(row | {"region": "North" if row["id"] < "c" else "South"} for row in rows)


def test_the_pack_has_a_paragraph_and_a_row_for_each_body_and_each_region(folder: Path) -> None:
    with_regions(folder)
    survey = ranked(folder)
    survey.receive([mail(folder, "silvermere", "8 cases were investigated.")])
    survey = Survey(folder)
    name = survey.work.results.findings[0].name
    found = survey.pack("2100-01-01T00:00+00:00")
    pack = folder / "pack"
    assert {"regions.csv", "regions/north.md", "regions/south.md", "bodies/aldersea.md"} <= set(found["files"])
    for file in found["files"]:
        assert "EMBARGOED UNTIL 2100-01-01" in (pack / file).read_text("utf-8-sig").splitlines()[0]
    rows = list(csv.DictReader((pack / "regions.csv").read_text("utf-8-sig").splitlines()[1:]))
    values = {row["body"]: row["value"] for row in rows if row["finding"] == f"{name} in {row['body']}"}
    assert "12" in values["North"] and "8" in values["South"]
    assert found["look"] == []


def test_a_line_of_the_pack_that_its_finding_contradicts_stops_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = ranked(folder)
    right = pack_claims.line_of
    monkeypatch.setattr(
        pack_claims, "line_of", lambda one: pack_claims.Line(one.title, "999", right(one).unit, one.name)
    )
    with pytest.raises(Blocked, match="contradicted"):
        survey.pack("2100-01-01T00:00+00:00")
    assert not (folder / "pack").exists()


def test_a_draft_of_the_right_of_reply_tells_each_number_once_and_names_the_mail(folder: Path) -> None:
    ranked(folder)
    found = foidesk(folder, "reply", "--draft", "2026-04-10", "--only", "aldersea", "--json")
    path = next(row["draft"] for row in json.loads(found.out) if row["body"] == "aldersea")
    text = (folder / path).read_text()
    assert "by 10 April 2026" in text
    assert text.count("**12 cases**") == 1
    assert "1st of the 1 bodies" not in text and "1 cases" not in text
    assert "read from" in text and "“12”" in text


def test_what_a_body_was_asked_is_shown_though_nothing_names_it(folder: Path) -> None:
    rows = json.loads(foidesk(folder, "reply", "--asked", "aldersea", "--deadline", "2099-04-10", "--json").out)
    found = {row["body"]: row for row in (rows if isinstance(rows, list) else rows["bodies"])}
    assert (found["aldersea"]["state"], found["aldersea"]["deadline"]) == ("waiting", "2099-04-10")
    assert found["brackwell"]["state"] == "not named"


def test_a_body_that_only_the_story_puts_first_is_asked_and_its_answer_goes_into_the_pack(folder: Path) -> None:
    text = (folder / "survey.toml").read_text().replace("rehearsal = true", "rehearsal = false")
    text = text.replace("Misuse of social media (REHEARSAL)", "Misuse of social media")
    (folder / "survey.toml").write_text(text)
    for body, count in (("aldersea", 12), ("brackwell", 7)):
        place = folder / "replies" / body / "answer.txt"
        place.parent.mkdir(parents=True)
        place.write_text(f"REHEARSAL\n\n1. {count} cases of misuse of social media were investigated.\n")
    (folder / "story.md").write_text("Aldersea Police had the most cases of the forces that answered.\n")
    foidesk(folder, "ingest")
    named = {one["body"]: one["named"] for one in foidesk(folder, "reply", "--json").json if one["named"]}
    assert named == {"aldersea": ["ranked in line 1 of the story"]}
    foidesk(folder, "reply", "--answered", "aldersea", "--text", "We count eleven.")
    foidesk(folder, "pack", "--embargo", "2099-01-01T00:01+00:00")
    assert "We count eleven." in (folder / "pack" / "bodies" / "aldersea.md").read_text()
    method = (folder / "pack" / "method.md").read_text()
    rows = csv.DictReader((folder / "bodies.csv").read_text("utf-8-sig").splitlines())
    silent = next(one for one in rows if one["id"] == "calderfold")
    assert f"- {silent['name']}, question 1, 2: no reply" in method and "Brackwell" not in method
    assert ",  " not in (folder / "pack" / "contacts.md").read_text()
