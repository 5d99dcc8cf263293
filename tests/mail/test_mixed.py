"""43 mixed replies: each is matched or waits in the tray, and none is matched wrongly."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

from foidesk.store.events import event
from foidesk.survey import Survey

from ..cli.outside import foidesk
from ..post.conftest import MIXED, survey_folder


def test_every_mail_is_matched_or_in_the_tray_and_none_wrongly(tmp_path: Path) -> None:
    survey = Survey(survey_folder(tmp_path / "social"))
    survey.store.events.append(
        event(
            "sent", "2026-09-01T09:00:00+00:00", body=body.id, name=f"<foi-{body.id}-1@survey.example>",
            round="request", reference=f"foi-{body.id}-1", to=body.email,
        )
        for body in survey.definition.bodies
    )  # fmt: skip
    found = survey.receive(sorted(MIXED.glob("*.eml")))
    truth = {row["file"]: row for row in csv.DictReader((MIXED / "truth.csv").read_text("utf-8").splitlines())}
    matched = {Path(one.path).name: one.body for one in survey.work.matched if not one.message}
    tray = {Path(row["path"]).name: row["likely"] for row in found.tray}
    assert {name for name, body in matched.items() if truth[name]["body"] != body} == set()
    assert matched.keys() | tray.keys() == truth.keys() and not matched.keys() & tray.keys()
    assert {name for name in tray if truth[name]["body"] != "tray"} == {"m18.eml"}
    assert tray["m18.eml"] == ["oakenshire", "pendlewick"]
    assert tray["m16.eml"] == ["ashdene", "ashdenevale"]


def test_a_batch_downloaded_from_whatdotheyknow_is_filed_without_our_own_letters(tmp_path: Path) -> None:
    folder = survey_folder(tmp_path / "social")
    batch = tmp_path / "batch.zip"
    with zipfile.ZipFile(batch, "w") as archive:
        for name, text in (
            ("Aldersea Police", "12 cases."),
            ("Brackwell Constabulary", "We hold no information."),
        ):
            base = f"{name} - social_media_{name[:3].lower()}/2026-03-10-101500"
            archive.writestr(f"{base}/outgoing_1.txt", f"Dear {name}, how many cases in 2024?")
            archive.writestr(f"{base}/incoming_2.txt", text)
    survey = Survey(folder)
    survey.receive([batch])
    assert sorted((one.body, one.name.rpartition("/")[2]) for one in survey.work.matched) == [
        ("aldersea", "incoming_2.txt"), ("brackwell", "incoming_2.txt"),
    ]  # fmt: skip
    assert survey.work.unmatched == ()


LETTERS = """This is a plain-text version of the Freedom of Information request "Social media". The latest, \
full version is available online at https://www.whatdotheyknow.com/request/social_media_1.

-------------------------------
From: A Reporter
To: Aldersea Police
Date: 2 March 2026

REHEARSAL

How many cases were there in 2024? Last year you told us of 99 cases.

-------------------------------
From: FOI Team, Aldersea Police
To: A Reporter
Date: 10 March 2026

REHEARSAL

There were 12 cases in 2024.

Attachment: breakdown.txt (1K)

-------------------------------
Somebody left an annotation: (11 March 2026)
I make it 77 cases.
"""


def test_a_request_downloaded_from_whatdotheyknow_is_the_bodys_letters_without_ours(tmp_path: Path) -> None:
    """The form is that of the site's own code: all letters in one text, and what was attached as N_PART_NAME."""
    download = tmp_path / "social_media_1.zip"
    with zipfile.ZipFile(download, "w") as archive:
        archive.writestr("correspondence.txt", LETTERS)
        archive.writestr("1_2_breakdown.txt", "REHEARSAL. 12 cases, all in one ward.")
    survey = Survey(survey_folder(tmp_path / "social"))
    found = survey.receive([download])
    assert {one.body for one in survey.work.matched} == {"aldersea"}
    assert [one.name for one in survey.work.matched] == [
        "social_media_1.zip", "correspondence.txt", "incoming_1.eml", "1_2_breakdown.txt",
    ]  # fmt: skip
    readings = [survey.work.reading(one) for one in survey.work.matched]
    texts = [block.text for one in readings for part in one.parts for block in part.blocks]
    assert any("12 cases" in text for text in texts)
    assert not any("99" in text or "77" in text for text in texts)
    assert [(one["day"], one["events"][0]["event"]) for one in found.letters] == [("2026-03-10", "final reply")]


def test_a_download_with_both_sides_in_one_pdf_is_not_read_but_told(tmp_path: Path) -> None:
    download = tmp_path / "social_media_1.zip"
    with zipfile.ZipFile(download, "w") as archive:
        archive.writestr("correspondence.pdf", b"%PDF-1.4 no page")
        archive.writestr("1_2_Aldersea Police reply.txt", "REHEARSAL. Aldersea Police: 12 cases.")
    survey = Survey(survey_folder(tmp_path / "social"))
    told = foidesk(survey.folder, "receive", str(download)).out
    assert [one.name for one in survey.work.matched if "!" in one.path] == ["1_2_Aldersea Police reply.txt"]
    assert "correspondence.pdf" in told and "holds our letters as well" in told
