"""An edit of the codebook: looked at before it is saved, and saved as the person laid the file out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from foidesk.errors import FoideskError, UnknownName
from foidesk.survey import Survey, recoding

from .. import small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.write(tmp_path)
    path = tmp_path / "codebook.toml"
    path.write_text("# our codebook\n" + path.read_text(), encoding="utf-8")
    Survey(tmp_path).ingest()
    return tmp_path


def lines(folder: Path) -> dict[str, str]:
    finding = next(one for one in Survey(folder).compute() if one["name"] == "outcomes")
    return {line["label"]: line["value"]["text"] for line in finding["lines"]}


def save(folder: Path, *edits: dict[str, Any]) -> None:
    survey = Survey(folder)
    recoding.save(survey, list(edits), recoding.mark_of(survey))


def edit(do: str, **given: Any) -> dict[str, Any]:
    return {"do": do, "variable": "outcome", **given}


MERGE = edit("merge", category="withdrawn", into="not-upheld")


def test_a_merge_is_shown_line_by_line_before_anything_is_written(folder: Path) -> None:
    before = (folder / "codebook.toml").read_bytes()
    said = recoding.preview(Survey(folder), [MERGE])
    told = {(one["line"], one["before"], one["after"]) for one in said["changes"] if "ended" in one["finding"]}
    assert ("Not upheld", "22", "25") in told and ("Withdrawn", "3", "–") in told
    assert (folder / "codebook.toml").read_bytes() == before


def test_what_was_shown_is_what_comes_out(folder: Path) -> None:
    save(folder, MERGE)
    assert lines(folder)["Not upheld"] == "25" and "Withdrawn" not in lines(folder)
    assert Survey(folder).definition.codebook.version == 2


def test_a_finding_that_named_the_merged_category_names_the_other(folder: Path) -> None:
    path = folder / "survey.toml"
    path.write_text(path.read_text().replace('outcome = ["upheld"]', 'outcome = ["withdrawn", "upheld"]'))
    save(folder, MERGE)
    query = next(one for one in Survey(folder).definition.findings if one.name == "upheld")
    assert set(query.where["outcome"]) == {"upheld", "not-upheld"}


def test_a_rename_moves_no_figure_and_keeps_the_old_words(folder: Path) -> None:
    rename = edit("rename", category="upheld", label="Found for the reader")
    said = recoding.preview(Survey(folder), [rename])
    assert {one["line"] for one in said["changes"]} <= {"Upheld", "Found for the reader"}
    save(folder, rename)
    assert lines(folder)["Found for the reader"] == "12"


def test_a_split_takes_words_from_whichever_had_them(folder: Path) -> None:
    save(folder, edit("split", label="Rejected outright", words=["Rejected"]))
    assert lines(folder)["Rejected outright"] == "10" and lines(folder)["Not upheld"] == "12"
    assert "rejected" not in Survey(folder).definition.codebook.variable("outcome").category("not-upheld").synonyms


def test_words_taught_count_at_every_body(folder: Path) -> None:
    path = folder / "replies" / "alphaton" / "reply.csv"
    path.write_text(path.read_text().replace("Withdrawn", "Sent back unread"))
    Survey(folder).ingest()
    save(folder, edit("teach", category="withdrawn", words=["Sent back unread"]))
    assert lines(folder)["Withdrawn"] == "3"


def test_the_file_stays_as_it_was_laid_out(folder: Path) -> None:
    save(folder, edit("rename", category="upheld", label="Found"))
    text = (folder / "codebook.toml").read_text()
    assert text.startswith("# our codebook\n") and 'names = ["outcome", "result"]' in text


def test_somebody_elses_edit_is_not_written_over(folder: Path) -> None:
    survey = Survey(folder)
    mark = recoding.mark_of(survey)
    save(folder, edit("rename", category="upheld", label="Found"))
    with pytest.raises(FoideskError, match="somebody else"):
        recoding.save(survey, [MERGE], mark)
    assert "Withdrawn" in lines(folder)


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (edit("merge", category="lost", into="upheld"), UnknownName),
        (edit("merge", category="upheld", into="upheld"), FoideskError),
        (edit("rename", category="upheld", label="  "), FoideskError),
        (edit("split", label="Upheld", words=[]), FoideskError),
        (edit("burn"), UnknownName),
        ({"do": "rename", "variable": "rank", "category": "x", "label": "y"}, UnknownName),
    ],
)
def test_an_edit_that_cannot_be_is_refused(folder: Path, wrong: dict[str, Any], kind: type[Exception]) -> None:
    before = (folder / "codebook.toml").read_bytes()
    with pytest.raises(kind):
        save(folder, wrong)
    assert (folder / "codebook.toml").read_bytes() == before
