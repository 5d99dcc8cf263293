"""A figure that a person read: it stands in its place, carries its reason, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from foidesk.errors import FoideskError, UnknownName
from foidesk.survey import Survey
from foidesk.survey.entering import Entry, document_named

from .. import small
from ..cli.outside import foidesk
from .folder import values


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.write(tmp_path)
    Survey(tmp_path).ingest()
    return tmp_path


def entry(folder: Path, **other: str) -> Entry:
    """Upheld, 5, at Alphaton, entered as 6."""
    document = document_named(Survey(folder), "alphaton/reply.csv")
    given = Entry(
        "alphaton", document, "sheet 'csv' 2,2,2,2", "5", "6", "complaints", "A. Reporter", "misprint",
        where={"outcome": "upheld"},
    )  # fmt: skip
    return replace(given, **other)  # type: ignore[arg-type]


def upheld(folder: Path) -> str:
    lines = next(one for one in Survey(folder).compute() if one["name"] == "outcomes")["lines"]
    return str(next(line for line in lines if line["key"] == "upheld")["value"]["text"])


def test_the_place_is_the_one_that_foidesk_itself_gives(folder: Path) -> None:
    places = [
        one.as_json()["places"]["value"]["place"] for one in Survey(folder).trace("by-body", "alphaton").sources
    ]
    assert any(place.startswith("sheet 'csv'") for place in places)


def test_a_figure_stands_in_place_of_the_one_reading_there(folder: Path) -> None:
    assert upheld(folder) == "12"
    decided = Survey(folder).enter(entry(folder))
    assert "outcomes" in decided.changed
    survey = Survey(folder)
    seen = [one for extraction in survey.work.coded.values() for one in extraction.observations]
    entered = [one for one in seen if one.choice == decided.judgement.id]
    assert [one.accepted_by for one in entered] == ["a person"]
    assert not [one for one in seen if one.places["value"].quote == "5" and one not in entered]
    finding = next(one for one in survey.work.results.findings if one.name == "outcomes")
    assert decided.judgement.id in finding.judgements
    assert "13" in upheld(folder) or "to" in upheld(folder)


def test_a_disagreement_with_the_reply_is_raised_not_silent(folder: Path) -> None:
    Survey(folder).enter(entry(folder))
    issues = " ".join(one.what for one in Survey(folder).work.results.issues)
    assert "20" in issues and "21" in issues, "the printed total no longer fits its parts, and that is said"


def test_it_is_taken_back_by_a_row_of_its_own(folder: Path) -> None:
    before = values(folder)
    decided = Survey(folder).enter(entry(folder))
    Survey(folder).revoke(decided.judgement.id, "A. Reporter", "the print was clear after all")
    assert values(folder) == before
    assert len(Survey(folder).store.decisions.all()) == 2


def test_a_region_around_several_readings_removes_none(folder: Path) -> None:
    before = sum(len(one.observations) for one in Survey(folder).work.coded.values())
    Survey(folder).enter(entry(folder, place="sheet 'csv' 2,1,4,2", quote=""))
    assert sum(len(one.observations) for one in Survey(folder).work.coded.values()) == before + 1


def test_what_was_open_there_is_accounted_for(folder: Path) -> None:
    text = "Dear requester,\n\nOur reference is odd. Please see the chart: 31 blue.\n"
    small.mail("gammaley", text, folder / "replies")
    Survey(folder).ingest()
    survey = Survey(folder)
    extraction = next(e for e in survey.work.coded.values() for n in e.open_numbers() if n.text == "31")
    number = next(one for one in extraction.open_numbers() if one.text == "31")
    from foidesk.model.places import place_text

    place = place_text(number.locator.place)
    Survey(folder).enter(
        entry(
            folder,
            body="gammaley",
            document=number.locator.document,
            place=place,
            quote="31",
            value="31",
            where={},
        )  # type: ignore[arg-type]
    )
    after = Survey(folder)
    assert "31" not in [one.text for e in after.work.coded.values() for one in e.open_numbers()]
    assert {one["body"]: one["value"]["text"] for one in _by_body(after)}["gammaley"] == "31"


def _by_body(survey: Survey) -> list[dict[str, object]]:
    return list(next(one for one in survey.compute() if one["name"] == "by-body")["bodies"])  # type: ignore[index]


def test_it_hangs_loose_when_its_document_is_gone(folder: Path) -> None:
    Survey(folder).enter(entry(folder))
    (folder / "replies" / "alphaton" / "reply.csv").unlink()
    Survey(folder).ingest()
    (stale,) = Survey(folder).work.results.stale()
    assert "no reply of that body holds that document" in stale.stale


@pytest.mark.parametrize("value", ["", "about 5", "5%", "<5", "five", "5 or 6", "20 to 10", "1,23"])
def test_a_figure_that_is_none_is_refused(folder: Path, value: str) -> None:
    with pytest.raises(FoideskError):
        Survey(folder).enter(entry(folder, value=value))
    assert not Survey(folder).store.decisions.all()


@pytest.mark.parametrize(
    "other",
    [{"body": "nowhere"}, {"measure": "fines"}, {"where": {"outcome": "lost"}}, {"where": {"rank": "x"}}],
)
def test_a_name_that_the_survey_does_not_have_is_refused(folder: Path, other: dict[str, str]) -> None:
    with pytest.raises(UnknownName):
        Survey(folder).enter(entry(folder, **other))


@pytest.mark.parametrize("other", [{"place": "over there"}, {"period": "whenever"}, {"reason": " "}])
def test_it_needs_a_place_a_period_that_is_one_and_a_reason(folder: Path, other: dict[str, str]) -> None:
    with pytest.raises(FoideskError):
        Survey(folder).enter(entry(folder, **other))


@pytest.mark.parametrize(
    "other", [{"place": "sheet 'csv' 90,2,90,2"}, {"place": "sheet 'Data' 2,2,2,2"}, {"quote": "7"}]
)
def test_a_place_where_those_words_do_not_stand_is_refused(folder: Path, other: dict[str, str]) -> None:
    with pytest.raises(FoideskError, match="stands there"):
        Survey(folder).enter(entry(folder, **other))


@pytest.mark.parametrize("place", ["sheet 'csv', B2", "sheet 'csv', B2:B2"])
def test_the_place_may_be_written_as_questions_show_it(folder: Path, place: str) -> None:
    assert Survey(folder).enter(entry(folder, place=place)).judgement.evidence[0].place == "sheet 'csv' 2,2,2,2"


def test_the_command_records_it(folder: Path) -> None:
    said = foidesk(
        folder, "enter", "alphaton", "alphaton/reply.csv", "sheet 'csv' 2,2,2,2", "6", "--measure", "complaints",
        "--where", "outcome=upheld", "--reason", "misprint", "--by", "A. Reporter", "--json",
    )  # fmt: skip
    assert said.code == 0, said.both
    assert said.json["answer"] == "6 complaints: Upheld"
    assert (
        foidesk(
            folder, "enter", "alphaton", "no-such.csv", "x", "6", "--measure", "complaints", "--reason", "y"
        ).code
        == 2
    )
