"""What stands beside a figure wherever it is printed, and what a withheld number must not be told by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foidesk.errors import Blocked
from foidesk.survey import Survey, editions
from foidesk.survey.figures import published
from foidesk.survey.tracing import observations

from .. import small

UNTIL = "2100-01-01T00:00+00:00"
UPHELD = """
[[findings]]
name = "upheld"
recipe = "total"
title = "Complaints upheld"
where = { outcome = ["upheld"] }
"""
WITHHELD = "Outcome,Number of complaints\nUpheld,<5\nNot upheld,12\nWithdrawn,3\nTotal,18\n"
"""Upheld are 3, says the total."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small.write(tmp_path / "fines")


def only_upheld(folder: Path) -> Path:
    """The survey with one finding, from which no withheld number follows."""
    path = folder / "survey.toml"
    path.write_text(path.read_text().partition("[[findings]]")[0] + UPHELD)
    (folder / "replies" / "alphaton" / "reply.csv").write_text(WITHHELD)
    return folder


def packed(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8-sig") for path in sorted((folder / "pack").rglob("*.*")))


def test_a_sum_in_the_pack_tells_no_more_of_a_withheld_number_than_its_body(folder: Path) -> None:
    survey = Survey(only_upheld(folder))
    survey.ingest()
    survey.pack(UNTIL)
    assert "7 to 11 complaints" in packed(folder) and "10 complaints" not in packed(folder)


def test_what_gives_a_withheld_number_away_goes_into_no_pack(folder: Path) -> None:
    (folder / "replies" / "alphaton" / "reply.csv").write_text(WITHHELD)
    survey = Survey(folder)
    survey.ingest()
    with pytest.raises(Blocked, match="withheld"):
        survey.pack(UNTIL)
    assert not (folder / "pack").exists()


def test_an_edition_is_remembered_as_it_was_published(folder: Path) -> None:
    survey = Survey(only_upheld(folder))
    survey.ingest()
    editions.record(survey, "first", "2023-02-06")
    (known,) = survey.publications.all()
    assert json.loads(dict(known.details)["figures"]) == {"upheld": "7 to 11 complaints"}
    shown, _ = published(survey, {id: one for id, (one, _) in observations(survey).items()})
    assert not editions.corrections(survey, shown, "second", "2023-02-07")


def test_a_contradiction_tells_a_withheld_number_as_its_body_does(folder: Path) -> None:
    only_upheld(folder)
    (folder / "replies" / "alphaton" / "letter.txt").write_text("1. Upheld: 2 complaints were upheld.\n")
    survey = Survey(folder)
    survey.ingest()
    clash = [one for one in survey.work.results.choices if one.kind == "contradiction"]
    told = " ".join(words for one in clash for words in (one.question, *(o.label for o in one.options)))
    assert clash and "0 to 4, narrowed by its table" in told and "3" not in told.replace("B3", "")


def test_one_unit_counted_as_another_is_told_with_claims_and_in_the_pack(folder: Path) -> None:
    path = folder / "survey.toml"
    people = (
        '[[measures]]\nid = "people"\nlabel = "people"\nunit = "people"\nnouns = ["people", "number of people"]\n'
    )
    path.write_text(path.read_text().replace("[[findings]]", f"{people}\n[[findings]]", 1))
    path.write_text(path.read_text().replace('measures = ["complaints"]', 'measures = ["complaints", "people"]'))
    reply = folder / "replies" / "alphaton" / "reply.csv"
    reply.write_text(reply.read_text().replace("complaints", "people"))
    survey = Survey(folder)
    survey.ingest()
    (asked,) = [one for one in survey.work.results.open_choices() if one.kind == "counted-as"]
    survey.decide(asked.id, "yes", "Ada", "each complained once")
    told = {claim.text: claim.caveats for claim in survey.check().claims}
    caveat = "people counted as complaints: alphaton"
    assert told["37"] == (caveat,) and told["20"] == (caveat,)
    assert told["two"] == ()
    survey.pack(UNTIL)
    assert "people counted as complaints" in (folder / "pack" / "bodies" / "alphaton.md").read_text()
    assert "people counted as complaints" not in (folder / "pack" / "bodies" / "betaford.md").read_text()
