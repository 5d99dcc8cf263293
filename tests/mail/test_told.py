"""What a person downloaded or wrote down elsewhere: feeds and sheets of states, taken in once."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.mail.feeds import entries
from foidesk.survey import Survey

from ..post.conftest import survey_folder
from .test_requests import sent, state

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Requests of a rehearsal</title>
<entry><id>tag:1</id><published>2026-03-02T10:00:00Z</published>
 <link rel="alternate" href="https://wdtk.example/request/use_of_social_media#outgoing-7"/>
 <title>Request sent to Aldersea Police by Survey Desk on  2 March 2026.</title></entry>
<entry><id>tag:2</id><published>2026-03-09T10:00:00Z</published>
 <link rel="alternate" href="https://wdtk.example/request/use_of_social_media#incoming-8"/>
 <title>Response by Aldersea Police to Survey Desk on  9 March 2026.</title></entry></feed>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return survey_folder(tmp_path / "social")


def test_a_downloaded_feed_tells_of_the_sending_and_of_an_answer(folder: Path) -> None:
    path = folder.parent / "feed.atom"
    path.write_text(FEED)
    first, second = Survey(folder).receive([path]).told
    assert (first["body"], first["step"], first["day"]) == ("aldersea", "request", "2026-03-02")
    assert (second["body"], second["step"]) == ("aldersea", "answer elsewhere") and "Response by" in second[
        "state"
    ]
    assert state(folder, "aldersea")["due"] == "2026-03-31"
    size = (folder / "events.jsonl").stat().st_size
    Survey(folder).receive([path])
    sendings = (folder / "events.jsonl").read_text().count('"sent"')
    assert sendings == 1 and (folder / "events.jsonl").stat().st_size >= size


def test_a_feed_with_entities_or_other_xml_is_no_feed() -> None:
    assert entries('<!DOCTYPE feed [<!ENTITY a "b">]>' + FEED) == []
    assert entries("<rss/>") == [] and entries("<feed") == []


def test_states_go_out_and_come_in_again_with_their_alaveteli_names(folder: Path, tmp_path: Path) -> None:
    survey = sent(folder, "aldersea", "brackwell")
    sheet = tmp_path / "states.csv"
    tracked = survey.status().tracking
    assert tracked is not None
    sheet.write_text(tracked.states_csv())
    other = survey_folder(tmp_path / "other")
    told = Survey(other).receive([sheet]).told
    assert {one["body"] for one in told} == {"aldersea", "brackwell"}
    assert state(other, "aldersea")["state"] == "sent" and state(other, "calderfold")["state"] == "not sent"


def test_a_state_of_another_desk_is_taken_in_its_own_terms(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "theirs.csv"
    sheet.write_text(
        "body,described_state,sent,replied\naldersea,waiting_clarification,2026-03-02,2026-03-09\n"
        "brackwell,no such state,2026-03-02,2026-03-09\n"
    )
    told = Survey(folder).receive([sheet]).told
    assert [(one["body"], one["step"]) for one in told if one["step"] != "request"] == [
        ("aldersea", "clarification asked"), ("brackwell", ""),
    ]  # fmt: skip
    assert state(folder, "aldersea")["state"] == "clarification asked"
