"""What a reporter types at the desk, wrong words among it: an error that says what to do, and nothing guessed."""

from __future__ import annotations

import csv
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ..cli.outside import Said, foidesk
from ..post.conftest import survey_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = survey_folder(tmp_path / "social")
    lines = (made / "bodies.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (made / "bodies.csv").write_text("".join(lines[:4]), encoding="utf-8")
    return made


def bodies(folder: Path) -> list[dict[str, str]]:
    with (folder / "bodies.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first(folder: Path) -> str:
    return bodies(folder)[0]["id"]


def refused(said: Said, words: str) -> None:
    assert said.code == 2
    assert words in said.err and ("→" in said.err or "Usage" in said.err)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("send", "--only", "nobody"), "no body 'nobody'"),
        (("send", "--pilot", "-3"), "--pilot"),
        (("send", "--was-sent", "nobody"), "no body 'nobody'"),
        (("send", "--record", "nobody"), "no body 'nobody'"),
        (("receive", "--as", "fee asked"), "--confirm"),
        (("bodies", "--tag", "police_force"), "--from"),
        (("reply", "--deadline", "2026-04-10"), "--asked"),
        (("reply", "--disputes", "total"), "--answered"),
        (("reply", "--reason", "none"), "--waive"),
        (("reply", "--only", "nobody"), "--draft"),
        (("pack", "--embargo", "2026-04-10"), "2026-04-10T00:01+00:00"),
    ],
)
def test_words_that_would_do_nothing_are_refused(folder: Path, words: tuple[str, ...], says: str) -> None:
    refused(foidesk(folder, *words), says)


def test_a_doubt_that_is_none_cannot_be_ended(folder: Path) -> None:
    refused(foidesk(folder, "send", "--not-sent", first(folder)), "in doubt")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b'[sender]\nname = "Ren\xe9"\n', "UTF-8"),
        (b"[sender]\nname = 3\n", "a text in quotes"),
        (b'sender = "x"\n', "[sender]"),
        (b'[smtp]\nhost = "localhost"\nport = "25"\n', "a whole number"),
        (b'[smtp]\nhost = "localhost"\nper_minute = 0\n', "per_minute"),
    ],
)
def test_a_damaged_mail_toml_says_what_is_wrong(folder: Path, content: bytes, says: str) -> None:
    (folder / "mail.toml").write_bytes(content)
    refused(foidesk(folder, "send", "--check"), says)


def test_a_letter_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "letter.md").write_bytes("1. Qu\u00e9?".encode("latin-1"))
    refused(foidesk(folder, "send", "--check"), "UTF-8")


def test_what_was_sent_by_hand_is_recorded_once_and_not_for_a_day_to_come(folder: Path) -> None:
    body, tomorrow = first(folder), date.today() + timedelta(days=3)
    refused(foidesk(folder, "send", "--record", body, "--on", tomorrow.isoformat()), "still to come")
    refused(foidesk(folder, "send", "--record", body, "--round", "reminder"), "not recorded as sent")
    assert foidesk(folder, "send", "--record", body, "--on", "2026-03-02").code == 0
    refused(foidesk(folder, "send", "--record", body, "--on", "2026-03-09"), "recorded as sent on 2026-03-02")
    assert foidesk(folder, "send", "--record", body, "--on", "2026-03-20", "--round", "reminder").code == 0


def test_drafts_of_no_letter_leave_the_last_drafts_alone(folder: Path) -> None:
    foidesk(folder, "send", "--drafts")
    assert "only looks the body up" in " ".join(
        (folder / "outbox" / "whatdotheyknow.md").read_text(encoding="utf-8").split()
    )
    before = (folder / "outbox" / "merge.csv").read_bytes()
    said = foidesk(folder, "send", "--drafts", "--round", "reminder")
    assert said.code == 0 and "left out" in said.out
    assert (folder / "outbox" / "merge.csv").read_bytes() == before


def test_a_sheet_of_states_with_another_kind_of_date_is_refused_whole(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "states.csv"
    sheet.write_text(f"body,described_state,sent\n{first(folder)},waiting_response,02/03/2026\n")
    refused(foidesk(folder, "receive", str(sheet)), "02/03/2026")
    assert foidesk(folder, "status").code == 0


def batch(path: Path, name: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        head = "request_url,authority_name,number_of_replies,request_status\n"
        file.writestr("dashboard.csv", f"{head}https://wdtk.example/request/x,{name},1,Successful\n")
        file.writestr(f"{name} - x/2026-03-20-090000/incoming_2.txt", text)
    return path


def test_an_answer_in_a_batch_zip_came_on_the_day_of_its_folder(folder: Path, tmp_path: Path) -> None:
    one = bodies(folder)[0]
    foidesk(folder, "send", "--record", one["id"], "--on", "2026-03-02")
    text = "Our answer to question 1: 12 were investigated.\nREHEARSAL - not issued by any public body\n"
    foidesk(folder, "receive", str(batch(tmp_path / "batch.zip", one["name"], text)))
    found = foidesk(folder, "status", "--on", "2026-05-01", "--json").json["tracking"]["requests"][0]
    assert [step["day"] for step in found["steps"]] == ["2026-03-02", "2026-03-20"]
    assert found["late"] == 0


def test_the_sheet_in_a_batch_zip_tells_where_each_request_stands_and_waits_in_no_tray(
    folder: Path, tmp_path: Path
) -> None:
    one = bodies(folder)[0]
    foidesk(folder, "send", "--record", one["id"], "--on", "2026-03-02")
    text = "1. There were 12 cases.\nREHEARSAL - not issued by any public body\n"
    said = foidesk(folder, "receive", str(batch(tmp_path / "batch.zip", one["name"], text)), "--json").json
    assert said["tray"] == []
    assert [(row["body"], row["state"]) for row in said["told"]] == [(one["id"], "successful")]
    assert len(said["letters"]) == 1


def test_an_answer_without_a_day_is_not_called_late_until_somebody_says_when_it_came(folder: Path) -> None:
    body = first(folder)
    foidesk(folder, "send", "--record", body, "--on", "2026-03-02")
    place = folder / "replies" / body / "answer.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(
        "Our answer to question 1: 12 were investigated.\nREHEARSAL - not issued by any public body\n"
    )
    foidesk(folder, "ingest")
    tracked = foidesk(folder, "status", "--json").json["tracking"]
    assert tracked["statistics"]["timing"]["answered, day not known"] == [body]
    order = next(one["do"] for one in tracked["today"] if one["body"] == body)
    id = order.split("--confirm ")[1].split()[0]
    said = foidesk(folder, "receive", "--confirm", id, "--as", "final reply", "--on", "2026-04-07")
    assert said.code == 0
    found = foidesk(folder, "status", "--json").json["tracking"]["requests"][0]
    assert (found["due"], found["late"]) == ("2026-03-31", 7)


def came(folder: Path, text: str) -> str:
    """A mail of the first body; its id."""
    body = bodies(folder)[0]
    foidesk(folder, "send", "--record", body["id"], "--on", "2026-03-02")
    mail = folder.parent / "a.eml"
    mail.write_text(
        f"From: {body['email']}\nTo: desk+social.{body['id']}@desk.example\nSubject: Your request\n"
        f"Date: Tue, 10 Mar 2026 10:00:00 +0000\nMessage-ID: <a@b>\n\n{text}\n"
    )
    return str(foidesk(folder, "receive", str(mail), "--json").json["letters"][0]["id"])


def test_the_last_word_about_a_letter_holds(folder: Path) -> None:
    id = came(folder, "We need you to clarify what you mean by misuse.")
    for step in ("extended", "fee asked", "acknowledged"):
        assert foidesk(folder, "receive", "--confirm", id, "--as", step, "--reason", "read again").code == 0
    found = foidesk(folder, "status", "--on", "2026-03-20", "--json").json["tracking"]["requests"][0]
    assert [step["step"] for step in found["steps"]] == ["request", "acknowledged"]
    assert (found["state"], found["due"]) == ("acknowledged", "2026-03-31")


def test_one_letter_can_be_two_things(folder: Path) -> None:
    id = came(folder, "We need you to clarify what you mean by misuse.")
    assert foidesk(folder, "receive", "--confirm", id, "--as", "acknowledged", "--as", "fee asked").code == 0
    found = foidesk(folder, "status", "--on", "2026-03-20", "--json").json["tracking"]["requests"][0]
    assert {step["step"] for step in found["steps"]} == {"request", "acknowledged", "fee asked"}
    refused(foidesk(folder, "receive", "--confirm", id, "--as", "extended", "--until", "31/4"), "no day")


def test_a_link_that_ends_is_told_with_its_day(folder: Path) -> None:
    came(folder, "The documents are at https://send.example/x until 30 March 2026, then the link expires.")
    said = foidesk(folder, "status", "--on", "2026-03-20").out
    assert "by 30 March 2026" in said.split("bodies in the survey")[0]


def test_a_letter_that_came_back_goes_again_to_another_address_and_its_clock_starts_then(folder: Path) -> None:
    id = came(folder, "The documents are elsewhere.")
    foidesk(folder, "receive", "--confirm", id, "--as", "bounce")
    body = bodies(folder)[0]
    assert body["id"] not in foidesk(folder, "send", "--json").out.split("skipped")[0]
    path = folder / "bodies.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace(body["email"], "right@paper.example"), encoding="utf-8"
    )
    assert foidesk(folder, "send", "--json").json["would"][0]["to"] == "right@paper.example"
    assert foidesk(folder, "send", "--record", body["id"], "--on", "2026-04-01").code == 0
    assert "20 working days after 2026-04-01" in foidesk(folder, "status", "--why", body["id"]).out


WDTK = "Internal ID,Name,Short name,URL name,Tags,Home page,Notes\n"


def test_whatdotheyknows_tags_say_code_and_law_and_what_they_leave_open_is_named(
    folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "all-authorities.csv"
    table.write_text(
        f"{WDTK}1,Anyshire Council,,anyshire,gss:E09999999 local_council,,\n2,Eco Homes,,eco_homes,eir_only,,\n"
        "3,Glenshire Council,,glenshire,scotland local_council,,\n"
    )
    said = foidesk(folder, "bodies", "--from", str(table))
    assert "look: Glenshire Council: tagged scotland" in said.out
    added = {one["id"]: one for one in bodies(folder)}
    assert added["anyshire"]["official_code"] == "E09999999"
    assert (added["eco-homes"]["law"], added["glenshire"]["law"]) == ("uk-eir-2004", "")


def test_a_link_is_filled_in_only_where_the_sites_own_list_names_the_body(folder: Path, tmp_path: Path) -> None:
    known, other = bodies(folder)[:2]
    table = tmp_path / "all-authorities.csv"
    table.write_text(f"{WDTK}1,{known['name']},,kp_police,police,,\n2,Elsewhere Council,,elsewhere,,,\n")
    count = len(bodies(folder))
    said = foidesk(folder, "bodies", "--from", str(table), "--fill")
    assert "0 bodies added" in said.out and "1 body given their name on WhatDoTheyKnow" in said.out
    assert len(bodies(folder)) == count
    foidesk(folder, "send", "--drafts")
    links = (folder / "outbox" / "whatdotheyknow.md").read_text(encoding="utf-8")
    assert f"[{known['name']}](https://www.whatdotheyknow.com/new/kp_police?" in links
    assert f"look up: [{other['name']}](https://www.whatdotheyknow.com/select_authority?query=" in links


def test_a_list_that_knows_a_body_by_two_names_fills_in_neither(folder: Path, tmp_path: Path) -> None:
    known = bodies(folder)[0]
    table = tmp_path / "all-authorities.csv"
    table.write_text(f"{WDTK}1,{known['name']},,one_name,,,\n2,{known['name']},,another,,,\n")
    foidesk(folder, "bodies", "--from", str(table), "--fill")
    assert bodies(folder)[0].get("whatdotheyknow", "") == ""
    refused(foidesk(folder, "bodies", "--fill"), "--fill go with --from")


def test_totals_and_things_that_are_no_address_do_not_come_in_unseen(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Council name,FOI e-mail\nOneshire,ask us\nTwoshire,foi@two.example\nTotal,2\n")
    said = foidesk(folder, "bodies", "--from", str(table))
    assert "2 bodies added" in said.out
    assert "Total: left out" in said.out and "'ask us' is no e-mail address" in said.out


def test_a_law_that_there_is_not_leaves_the_list_as_it_was(folder: Path, tmp_path: Path) -> None:
    table, before = tmp_path / "list.csv", (folder / "bodies.csv").read_bytes()
    table.write_text("name,law\nOneshire,nolaw\n")
    refused(foidesk(folder, "bodies", "--from", str(table)), "nolaw")
    assert (folder / "bodies.csv").read_bytes() == before


def test_an_answer_needs_words_that_can_be_read(folder: Path, tmp_path: Path) -> None:
    body, file = first(folder), tmp_path / "answer.txt"
    refused(foidesk(folder, "reply", "--answered", body), "no words")
    file.write_bytes("caf\u00e9".encode("latin-1"))
    refused(foidesk(folder, "reply", "--answered", body, "--text", f"@{file}"), "UTF-8")
    file.write_text("We stand by it.", encoding="utf-8")
    assert f"Recorded: {body}" in foidesk(folder, "reply", "--answered", body, "--text", f"@{file}").out


def test_nobody_is_chased_for_an_answer_that_waits_to_be_fetched(folder: Path) -> None:
    came(folder, "The documents are at https://send.example/x until 30 March 2026, then the link expires.")
    said = foidesk(folder, "send", "--round", "reminder", "--on", "2026-05-20", "--json").json
    assert said["would"] == []


def test_a_reminder_tells_what_happened_in_words(folder: Path) -> None:
    id = came(folder, "We have your request.")
    foidesk(folder, "receive", "--confirm", id, "--as", "acknowledged")
    files = foidesk(folder, "send", "--round", "reminder", "--drafts", "--on", "2026-05-20", "--json").json[
        "files"
    ]
    letter = (folder / files[0]).read_text(encoding="utf-8")
    assert "2 March 2026: my request" in letter and "10 March 2026: your acknowledgement" in letter


def test_what_went_out_by_mail_merge_is_recorded_for_all_at_once(folder: Path) -> None:
    one, *others = [body["id"] for body in bodies(folder)]
    assert foidesk(folder, "send", "--record", one, "--on", "2026-03-02").code == 0
    said = foidesk(folder, "send", "--record", "all", "--on", "2026-03-03", "--via", "mail merge")
    assert said.code == 0 and f"{len(others)} letters" in said.out and "sent before (1)" in said.out
    days = {row["body"]: row["steps"][0]["day"] for row in _requests(folder)}
    assert days == {one: "2026-03-02"} | dict.fromkeys(others, "2026-03-03")
    refused(foidesk(folder, "send", "--record", "all", "--message-id", "<a@b>"), "Message-ID")
    assert foidesk(folder, "send", "--record", "all", "--on", "2026-03-04").code == 0
    assert {row["body"]: row["steps"][0]["day"] for row in _requests(folder)} == days


def _requests(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = foidesk(folder, "status", "--json").json["tracking"]["requests"]
    return found


def test_a_letter_older_than_the_request_is_asked_about(folder: Path) -> None:
    body = bodies(folder)[0]
    foidesk(folder, "send", "--record", body["id"], "--on", "2026-03-20")
    mail = folder.parent / "old.eml"
    mail.write_text(
        f"From: {body['email']}\nTo: desk+social.{body['id']}@desk.example\nSubject: Your request\n"
        "Date: Tue, 10 Mar 2026 10:00:00 +0000\nMessage-ID: <old@b>\n\n1. We had 12 cases.\n2. All resigned.\n"
    )
    id = foidesk(folder, "receive", str(mail), "--json").json["letters"][0]["id"]
    said = foidesk(folder, "status", "--on", "2026-03-25").out
    assert "10 March 2026, before the request was sent: does it answer another request?" in said
    assert foidesk(folder, "receive", "--confirm", id, "--as", "final reply", "--on", "2026-03-24").code == 0
    assert "another request" not in foidesk(folder, "status", "--on", "2026-03-25").out


def test_status_says_that_bodies_are_still_to_be_asked(folder: Path) -> None:
    foidesk(folder, "send", "--record", first(folder), "--on", "2026-03-02")
    assert "1. Ask 2 body(ies) not asked yet: foidesk send" in foidesk(folder, "status").out


def test_an_agency_counts_the_days_of_its_own_time_zone(folder: Path) -> None:
    rows = bodies(folder)
    with (folder / "bodies.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "law", "zone"])
        writer.writeheader()
        writer.writerows(row | {"law": "us-foia-federal", "zone": z} for row, z in zip(rows, _ZONES, strict=True))
    for body in rows:
        foidesk(folder, "send", "--record", body["id"], "--on", "2026-03-02")
        mail = folder.parent / f"{body['id']}.eml"
        mail.write_text(
            f"From: {body['email']}\nTo: desk+social.{body['id']}@desk.example\nSubject: Your request\n"
            f"Date: Tue, 10 Mar 2026 05:30:00 +0000\nMessage-ID: <{body['id']}@b>\n\nThank you for your request.\n"
        )
        foidesk(folder, "receive", str(mail))
    said = [foidesk(folder, "status", "--why", body["id"]).out for body in rows]
    assert "days are those of America/Denver" in said[0] and "days are those of UTC" in said[2]
    days = [letter["day"] for row in _requests(folder) for letter in row["suggested"]]
    assert days == ["2026-03-09", "2026-03-10", "2026-03-10"]
    (folder / "bodies.csv").write_text((folder / "bodies.csv").read_text().replace("Denver", "Denverr"))
    refused(foidesk(folder, "status"), "America/Denver")


_ZONES = ("America/Denver", "America/New_York", "")


def test_nobody_is_chased_while_a_letter_of_theirs_waits_to_be_looked_at(folder: Path) -> None:
    id = came(folder, "Noted.")
    body = first(folder)
    said = foidesk(folder, "status", "--on", "2026-05-01").out
    assert f"foidesk receive --confirm {id}" in said and "--round 'reminder'" not in said
    assert f"--only {body}" not in said
    assert foidesk(folder, "receive", "--confirm", id, "--as", "holding").code == 0
    assert f"--round 'reminder' --only {body}" in foidesk(folder, "status", "--on", "2026-05-01").out


def test_the_day_that_a_body_named_for_its_answer_is_told_and_chased(folder: Path) -> None:
    id, body = came(folder, "We need more time to weigh the public interest."), first(folder)
    said = foidesk(folder, "receive", "--confirm", id, "--as", "extended", "--until", "2026-04-10")
    assert said.code == 0
    why = foidesk(folder, "status", "--why", body).out
    assert "the body named 2026-04-10 itself, not after that day" in why
    due = ("send", "--round", "reminder", "--only", body, "--json", "--on")
    assert foidesk(folder, *due, "2026-04-10").json["would"] == []
    assert len(foidesk(folder, *due, "2026-04-11").json["would"]) == 1
    files = foidesk(folder, *due, "2026-04-11", "--drafts").json["files"]
    letter = (folder / files[0]).read_text(encoding="utf-8")
    assert "You wrote that you would answer by 10 April 2026." in " ".join(letter.split())


def test_a_letter_that_came_back_or_an_answer_withdrawn_is_not_chased(folder: Path) -> None:
    id = came(folder, "Please disregard and delete what we sent you.")
    for step in ("bounce", "retraction"):
        assert foidesk(folder, "receive", "--confirm", id, "--as", step).code == 0
        assert "--round 'reminder'" not in foidesk(folder, "status", "--on", "2026-05-01").out


def test_the_calendar_holds_no_review_of_a_full_answer(folder: Path, tmp_path: Path) -> None:
    id = came(folder, "1. We had 12 cases.\n2. All twelve officers resigned.")
    body = first(folder)
    assert foidesk(folder, "receive", "--confirm", id, "--as", "final reply").code == 0
    for answer, there in (("full", False), ("refused 40(2)", True)):
        for question in ("q1", "q2"):
            foidesk(folder, "decide", "--outcome", body, question, "--answer", answer, "--reason", "so it says")
        file = tmp_path / "deadlines.ics"
        assert foidesk(folder, "status", "--on", "2026-03-20", "--ics", str(file)).code == 0
        assert ("internal review" in file.read_text(encoding="utf-8")) is there


def test_our_own_sheet_of_states_taken_in_again_tells_nothing_twice(folder: Path, tmp_path: Path) -> None:
    id = came(folder, "1. We had 12 cases.\n2. The names are exempt under section 40(2).")
    body = first(folder)
    assert foidesk(folder, "receive", "--confirm", id, "--as", "final reply").code == 0
    sheet = tmp_path / "states.csv"
    before = _requests(folder)
    assert foidesk(folder, "status", "--states", str(sheet)).code == 0
    assert foidesk(folder, "receive", str(sheet)).code == 0
    assert _requests(folder) == before
    for question in ("q1", "q2"):
        foidesk(
            folder, "decide", "--outcome", body, question, "--answer", "refused 40(2)", "--reason", "so it says"
        )
    said = foidesk(folder, "send", "--drafts", "--round", "review asked", "--on", "2026-03-20", "--json").json
    text = (folder / said["files"][0]).read_text(encoding="utf-8")
    assert text.count("2 March 2026: my request") == 1


def test_a_sending_that_another_site_told_of_is_in_no_thread(folder: Path, tmp_path: Path) -> None:
    body = first(folder)
    sheet = tmp_path / "states.csv"
    sheet.write_text(f"body,described_state,sent\n{body},waiting_response,2026-03-02\n")
    assert foidesk(folder, "receive", str(sheet)).code == 0
    said = foidesk(folder, "send", "--drafts", "--round", "reminder", "--on", "2026-04-20", "--json").json
    text = (folder / said["files"][0]).read_text(encoding="utf-8")
    assert "In-Reply-To" not in text and "#" not in text.split("\n\n")[0]
