"""What a person downloads from WhatDoTheyKnow or writes on paper: each letter once, each clock as it ran."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ..cli.outside import foidesk
from ..post.conftest import survey_folder

THREAD = """This is a plain-text version of the Freedom of Information request "Social media".  The latest, full \
version is available online at http://www.whatdotheyknow.com/request/social_media_7.


-------------------------------

  From: A Reporter
  To: Aldersea Police
  Date: 2 March 2026
  REHEARSAL. How many cases were there? In 2019 you told us of 99.

-------------------------------

  From:, Aldersea Police
  To: A Reporter
  Date: <time datetime="2026-03-09T10:15:00+00:00" title="2026-03-09 10:15:00 +0000">March  9, 2026</time>

  REHEARSAL

Please clarify what you mean by misuse: we cannot go on until we hear from you.

-------------------------------

  From: A Reporter
  To: Aldersea Police
  Date: 10 March 2026
  REHEARSAL. Whatever your own policy calls misuse; the 77 of last year too.

-------------------------------
Date: 11 March 2026
Sent request to Aldersea Police again.

-------------------------------

  From: Information Team, Aldersea Police
  To: A Reporter
  Date: <time datetime="2026-04-07T10:15:00+01:00">7 April 2026</time>

  REHEARSAL

Please find our answer attached.

    Attachment: our answer.txt (2K)

"""
ANSWER = "REHEARSAL\n\n1. How many officers and staff were investigated?\n\n12 officers were investigated.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return survey_folder(tmp_path / "social")


@pytest.fixture
def download(tmp_path: Path) -> Path:
    path = tmp_path / "social_media_7.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("correspondence.txt", THREAD)
        archive.writestr("2_2_our answer.txt", ANSWER)
    return path


def tracked(folder: Path, body: str, on: str = "2026-04-10") -> dict[str, Any]:
    found = foidesk(folder, "status", "--on", on, "--json").json["tracking"]
    one = next(each for each in found["requests"] if each["body"] == body)
    one["today"] = [each["do"] for each in found["today"] if each["body"] == body]
    one["timing"] = next(name for name, bodies in found["statistics"]["timing"].items() if body in bodies)
    return dict(one)


def steps(folder: Path, body: str) -> list[tuple[str, str]]:
    return [(one["step"], one["day"]) for one in tracked(folder, body)["steps"]]


def mail(folder: Path, body: str, day: str, text: str) -> str:
    """A mail of the body taken in; its id."""
    path = folder.parent / f"{body}{day[:2]}.eml"
    path.write_text(
        f"From: foi@{body}.example\nTo: desk+social.{body}@desk.example\nSubject: [social/{body}]\n"
        f"Date: {day} 10:00:00 +0000\nMessage-ID: <{body}{day[:2]}@x>\n\nREHEARSAL\n\n{text}\n"
    )
    return str(foidesk(folder, "receive", str(path), "--json").json["letters"][0]["id"])


def test_a_request_download_tells_each_letter_of_both_sides_once_with_its_day(
    folder: Path, download: Path
) -> None:
    foidesk(folder, "receive", str(download))
    foidesk(folder, "receive", str(download))
    assert steps(folder, "aldersea") == [
        ("request", "2026-03-02"), ("clarification asked", "2026-03-09"), ("letter of ours", "2026-03-10"),
        ("final reply", "2026-04-07"),
    ]  # fmt: skip


def test_an_answer_after_a_question_of_theirs_is_not_late_until_we_say_when_we_answered(
    folder: Path, download: Path
) -> None:
    foidesk(folder, "receive", str(download))
    found = tracked(folder, "aldersea")
    assert found["timing"] == "answered, our answer to them not recorded" and found["late"] == 0
    order = next(one for one in found["today"] if "clarification given" in one)
    record = order.split("foidesk ")[-1].replace("'", "")
    assert record == "send --record aldersea --round clarification given --on 2026-03-10"
    said = foidesk(folder, "send", "--record", "aldersea", "--round", "clarification given", "--on", "2026-03-10")
    assert said.code == 0
    found = tracked(folder, "aldersea")
    assert (found["timing"], found["due"], found["today"]) == ("on time", "2026-04-10", [])


def test_a_batch_download_has_one_letter_for_an_answer_and_what_was_attached_to_it(
    folder: Path, tmp_path: Path
) -> None:
    batch = tmp_path / "batch.zip"
    with zipfile.ZipFile(batch, "w") as archive:
        for body in ("Aldersea Police", "Brackwell Constabulary"):
            base = f"{body} - social_media/2026-03-20-101500"
            archive.writestr(f"{base}/incoming_2.txt", "REHEARSAL\n\nPlease find our answer attached.\n")
        archive.writestr("Aldersea Police - social_media/2026-03-20-101500/attachments-2/a.txt", ANSWER)
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    found = foidesk(folder, "receive", str(batch), "--json").json["letters"]
    assert [(one["body"], one["day"]) for one in found] == [
        ("aldersea", "2026-03-20"), ("brackwell", "2026-03-20"),
    ]  # fmt: skip
    first, second = ({each["question"]: each["outcome"] for each in one["outcomes"]} for one in found)
    assert (first[1], second[1]) == ("full", "ask")  # the same words, and one of the two came with an answer


def test_a_letter_older_than_the_request_stops_no_clock(folder: Path) -> None:
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    mail(folder, "aldersea", "Tue, 10 Feb 2026", "We need you to clarify what you mean by misuse.")
    found = tracked(folder, "aldersea")
    assert (found["paused"], found["due"]) == ("", "2026-03-31")
    assert any("before the request was sent" in one for one in found["today"])


def test_nobody_is_chased_for_an_answer_that_a_site_says_came(folder: Path, tmp_path: Path) -> None:
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    feed = tmp_path / "feed.atom"
    feed.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><published>2026-03-20T10:00:00Z</published>'
        '<link href="https://wdtk.example/request/social_media_9#incoming-99"/>'
        "<title>Response by Aldersea Police to A Reporter on 20 March 2026.</title></entry></feed>"
    )
    foidesk(folder, "receive", str(feed))
    assert [one.split()[0] for one in tracked(folder, "aldersea", "2026-06-01")["today"]] == ["download"]


def test_a_fee_that_is_paid_lets_the_clock_run_again(folder: Path) -> None:
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    id = mail(folder, "aldersea", "Mon, 09 Mar 2026", "A fee of 75 pounds is payable before we go on.")
    foidesk(folder, "receive", "--confirm", id, "--as", "fee asked")
    assert tracked(folder, "aldersea")["paused"]
    assert foidesk(
        folder, "send", "--record", "aldersea", "--round", "fee paid", "--on", "2026-03-20"
    ).code == 0  # fmt: skip
    found = tracked(folder, "aldersea")
    assert (found["state"], found["due"]) == ("acknowledged", "2026-04-15")


def test_a_chasing_letter_is_no_new_request_on_a_site_that_publishes(folder: Path) -> None:
    bodies = (folder / "bodies.csv").read_text().replace("\naldersea,", "\naldersea,", 1)
    head, first, *_ = bodies.splitlines()
    (folder / "bodies.csv").write_text(f"{head},whatdotheyknow\n{first},aldersea_police\n")
    (folder / "mail.toml").write_text(
        '[sender]\nname = "Rehearsal Desk"\nemail = "desk@desk.example"\naddress = "1 Example Street"\n'
    )
    with (folder / "letter.md").open("a") as file:
        file.write("{{ applicant.address }}\n")
    foidesk(folder, "send", "--drafts")
    links = (folder / "outbox" / "whatdotheyknow.md").read_text()
    assert "/new/aldersea_police?" in links and "take your own address out" in links
    with (folder / "letter.md").open("a") as file:
        file.write("A longer word. " * 500)
    foidesk(folder, "send", "--drafts")
    links = (folder / "outbox" / "whatdotheyknow.md").read_text()
    assert "too long for a link" in links and len(links) < 2000
    body = first.partition(",")[0]
    foidesk(folder, "send", "--record", body, "--on", "2026-03-02")
    foidesk(folder, "send", "--round", "reminder", "--on", "2026-05-02", "--drafts")
    links = (folder / "outbox" / "whatdotheyknow.md").read_text()
    assert "/new/" not in links and f"{body}-reminder-1.eml" in links


def test_a_review_of_an_answer_in_time_does_not_ask_about_the_time(folder: Path) -> None:
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    mail(
        folder, "aldersea", "Mon, 23 Mar 2026",
        "1. We refuse this question under section 31(1)(a) of the Act.\n\n2. Refused under section 31(1)(a).",
    )  # fmt: skip
    foidesk(folder, "send", "--round", "review asked", "--on", "2026-04-10", "--drafts")
    text = (folder / "outbox" / "aldersea-review-asked-1.eml").read_text()
    assert "ask for a review" in text and "time taken" not in text and "31(1)(a)" in text


def test_states_keep_the_day_on_which_they_began_from_desk_to_desk(folder: Path, tmp_path: Path) -> None:
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    id = mail(folder, "aldersea", "Fri, 27 Mar 2026", "More time is needed.")
    foidesk(folder, "receive", "--confirm", id, "--as", "extended")
    sheet = tmp_path / "states.csv"
    foidesk(folder, "status", "--states", str(sheet))
    other = survey_folder(tmp_path / "other")
    foidesk(other, "receive", str(sheet))
    mine, theirs = tracked(folder, "aldersea"), tracked(other, "aldersea")
    assert mine["due"] == theirs["due"] == "2026-04-30" and theirs["state"] == "extended"


def test_what_the_site_alone_knows_is_said_not_to_be_recorded(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "states.csv"
    sheet.write_text("body,described_state,sent,replied\naldersea,vexatious,2026-03-02,2026-03-20\n")
    told = foidesk(folder, "receive", str(sheet)).out
    assert "vexatious 2026-03-20 (what it was, you say: nothing was recorded)" in told
    assert steps(folder, "aldersea") == [("request", "2026-03-02")]


def test_a_withdrawn_answer_is_asked_about_until_somebody_says_what_becomes_of_it(folder: Path) -> None:
    foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02")
    mail(folder, "aldersea", "Mon, 23 Mar 2026", "1. 12 cases of misuse of social media were investigated.")
    id = mail(folder, "aldersea", "Thu, 16 Apr 2026", "Our answer was sent in error and is withdrawn.")
    foidesk(folder, "receive", "--confirm", id, "--as", "retraction")
    assert any("they withdrew" in one for one in tracked(folder, "aldersea", "2026-04-20")["today"])
    asked = [one for one in foidesk(folder, "decide", "--json").json if one["kind"] == "withdrawn"]
    foidesk(folder, "decide", asked[0]["id"], "--answer", "1", "--reason", "they said so on the phone")
    assert not any("they withdrew" in one for one in tracked(folder, "aldersea", "2026-04-20")["today"])


def test_the_days_of_other_sites_are_read(folder: Path) -> None:
    from foidesk.readers.thread import ours

    text = THREAD.replace("Date: 2 March 2026", "Date: March  2, 2026").encode()
    where, written = ours(text)
    assert where.endswith("/request/social_media_7")
    assert [day for _, day in written] == ["2026-03-02", "2026-03-10"]
    assert all(date.fromisoformat(day) for _, day in written)
