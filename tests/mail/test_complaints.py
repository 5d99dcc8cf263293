"""Review and complaint: drafted from what happened, and a complaint goes to the regulator, never to the body."""

from __future__ import annotations

import csv
from datetime import date
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path

import pytest

from foidesk.survey import Survey

from ..cli.outside import foidesk
from ..post.conftest import survey_folder

REFUSED = "We refuse your request under section 40(2) of the Freedom of Information Act 2000."
UPHELD = (
    "This is the outcome of the internal review that you asked for. I uphold the decision to withhold the "
    "information under section 40(2)."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = survey_folder(tmp_path / "social")
    lines = (made / "bodies.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (made / "bodies.csv").write_text("".join(lines[:4]), encoding="utf-8")
    return made


def bodies(folder: Path) -> list[dict[str, str]]:
    with (folder / "bodies.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def came(folder: Path, day: str, text: str, step: str) -> None:
    """A mail of the first body, and a person who says what it was."""
    body = bodies(folder)[0]
    mail = folder.parent / f"{step}.eml"
    mail.write_text(
        f"From: {body['email']}\nTo: desk+social.{body['id']}@desk.example\nSubject: Your request\n"
        f"Date: {day} 10:00:00 +0000\nMessage-ID: <{step.replace(' ', '-')}@b>\n\n{text}\n\nREHEARSAL\n"
    )
    id = foidesk(folder, "receive", str(mail), "--json").json["letters"][-1]["id"]
    assert foidesk(folder, "receive", "--confirm", id, "--as", step).code == 0


def refused_twice(folder: Path) -> str:
    body = bodies(folder)[0]["id"]
    foidesk(folder, "send", "--record", body, "--on", "2026-03-02")
    came(folder, "Tue, 24 Mar 2026", REFUSED, "final reply")
    foidesk(folder, "send", "--record", body, "--round", "review asked", "--on", "2026-03-30")
    came(folder, "Tue, 21 Apr 2026", UPHELD, "review outcome")
    for question in ("q1", "q2"):
        foidesk(
            folder, "decide", "--outcome", body, question, "--answer", "refused 40(2)", "--reason", "so it says"
        )
    return body


def draft(folder: Path) -> Message:
    said = foidesk(folder, "send", "--drafts", "--round", "regulator asked", "--on", "2026-04-27", "--json")
    path = next(name for name in said.json["files"] if name.endswith(".eml"))
    return message_from_bytes((folder / path).read_bytes(), policy=default)


def test_what_stays_refused_after_a_review_is_a_complaint_to_the_regulator(folder: Path) -> None:
    body = refused_twice(folder)
    todo = foidesk(folder, "status", "--on", "2026-04-27").out
    assert f"--round 'regulator asked' --only {body}" in todo and "until 2026-06-02" in todo
    letter = draft(folder)
    text = str(letter.get_payload())
    assert text.startswith("Dear Information Commissioner,")
    assert "1. How many officers" in text and "refused (section 40(2))" in text
    assert "30 March 2026" in text and "21 April 2026" in text
    assert "your" not in text.split("What has happened so far:")[1].split("Yours")[0]


def test_a_complaint_never_goes_to_the_body_itself(folder: Path) -> None:
    body = refused_twice(folder)
    assert bodies(folder)[0]["email"] not in str(draft(folder)["To"] or "")
    mail = folder / "mail.toml"
    mail.write_text(mail.read_text() + '\n[regulators]\nuk-foia-2000 = "complaints@regulator.example"\n')
    letter = draft(folder)
    assert letter["To"] == "complaints@regulator.example" and letter["In-Reply-To"] is None
    assert f"social/{body}" in letter["Subject"]
    link = (folder / "outbox" / "whatdotheyknow.md").read_text(encoding="utf-8")
    assert "not through the site" in link and "whatdotheyknow.com" not in link


def test_after_the_time_for_it_no_complaint_is_due(folder: Path) -> None:
    refused_twice(folder)
    assert "regulator asked" not in foidesk(folder, "status", "--on", "2026-06-03").out
    foidesk(
        folder, "send", "--record", bodies(folder)[0]["id"], "--round", "regulator asked", "--on", "2026-05-04"
    )
    assert "regulator asked" not in foidesk(folder, "status", "--on", "2026-05-05").out


def test_a_review_names_what_was_refused(folder: Path) -> None:
    body = bodies(folder)[0]["id"]
    foidesk(folder, "send", "--record", body, "--on", "2026-03-02")
    came(folder, "Tue, 24 Mar 2026", REFUSED, "final reply")
    said = foidesk(folder, "send", "--drafts", "--round", "review asked", "--on", "2026-03-27", "--json")
    text = (folder / said.json["files"][0]).read_text(encoding="utf-8")
    assert "What was refused:" in text and "section 40(2)" in text


def under(folder: Path, law: str) -> str:
    """The body, refused in time under another law, and asked for a review."""
    survey = folder / "survey.toml"
    survey.write_text(survey.read_text(encoding="utf-8").replace("uk-foia-2000", law), encoding="utf-8")
    body = bodies(folder)[0]["id"]
    foidesk(folder, "send", "--record", body, "--on", "2026-03-02")
    came(folder, "Tue, 24 Mar 2026", REFUSED, "final reply")
    for question in ("q1", "q2"):
        foidesk(folder, "decide", "--outcome", body, question, "--answer", "refused", "--reason", "so it says")
    return body


LAWS = ("scotland-foisa-2002", "ireland-foi-2014")


@pytest.mark.parametrize("law", LAWS)
def test_while_the_body_may_still_review_no_complaint_is_suggested_nor_noted(folder: Path, law: str) -> None:
    body = under(folder, law)
    foidesk(folder, "send", "--record", body, "--round", "review asked", "--on", "2026-03-30")
    for day in ("2026-03-31", "2026-04-14"):
        assert "regulator asked" not in foidesk(folder, "status", "--on", day).out
        tracking = Survey(folder).status(on=date.fromisoformat(day)).tracking
        assert tracking is not None
        assert "Commissioner due" not in tracking.calendar() and "review due" in tracking.calendar()
    later = foidesk(folder, "status", "--on", "2026-05-04").out
    assert f"the review is overdue: foidesk send --round 'regulator asked' --only {body}" in later


@pytest.mark.parametrize("law", LAWS)
def test_without_an_answer_a_review_can_be_asked_for_and_nothing_is_said_to_be_a_refusal(
    folder: Path, law: str
) -> None:
    survey = folder / "survey.toml"
    survey.write_text(survey.read_text(encoding="utf-8").replace("uk-foia-2000", law), encoding="utf-8")
    foidesk(folder, "send", "--record", bodies(folder)[0]["id"], "--on", "2026-03-02")
    told = foidesk(folder, "status", "--on", "2026-04-14").out
    assert "a review can be asked for until" in told and "counts as a refusal" not in told


def test_a_late_review_is_said_to_be_late(folder: Path) -> None:
    body = under(folder, "scotland-foisa-2002")
    foidesk(folder, "send", "--record", body, "--round", "review asked", "--on", "2026-03-30")
    came(folder, "Tue, 05 May 2026", UPHELD, "review outcome")
    told = foidesk(folder, "status", "--on", "2026-05-06")
    assert "review 7 days late" in told.out, told.out
    assert foidesk(folder, "status", "--on", "2026-05-06", "--json").json["tracking"]["statistics"]["reviews"] == {
        "late": [body]
    }
    letter = str(draft(folder).get_payload(decode=True), "utf-8")
    assert "That outcome came late: it was due by 28 April 2026 (section 21(1))." in letter


def test_a_review_in_time_is_not_said_to_be_late(folder: Path) -> None:
    body = under(folder, "scotland-foisa-2002")
    foidesk(folder, "send", "--record", body, "--round", "review asked", "--on", "2026-03-30")
    came(folder, "Tue, 21 Apr 2026", UPHELD, "review outcome")
    told = foidesk(folder, "status", "--on", "2026-04-27")
    assert "late" not in told.out and "late" not in str(draft(folder).get_payload(decode=True))
