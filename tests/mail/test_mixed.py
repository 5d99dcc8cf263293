"""43 mixed replies: each is matched or waits in the tray, and none is matched wrongly."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

from foidesk.store.events import event
from foidesk.survey import Survey

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
