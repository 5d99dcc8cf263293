"""43 mixed replies: each is matched or waits in the tray, and none is matched wrongly."""

from __future__ import annotations

import csv
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
