"""A survey under a law that foidesk does not know: its rules are a file in the survey's folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ..cli.outside import foidesk
from ..post.conftest import survey_folder

CANADA = Path(__file__).parents[1] / "law" / "own" / "ca-atia.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The survey of the rig, under a Canadian law."""
    made = survey_folder(tmp_path / "social")
    (made / "laws").mkdir()
    shutil.copy(CANADA, made / "laws")
    survey = made / "survey.toml"
    survey.write_text(survey.read_text().replace("uk-foia-2000", "ca-atia"))
    return made


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "laws" / CANADA.name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_clock_runs_by_the_law_of_the_folder(folder: Path) -> None:
    assert foidesk(folder, "send", "--record", "aldersea", "--on", "2026-03-02", "--by", "post").code == 0
    told = foidesk(folder, "status", "--why", "aldersea", "--on", "2026-03-20")
    assert told.code == 0 and "section 7" in told.out and "last day: 2026-04-01" in told.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "days"', 'unit = "fortnights"', "'unit' cannot be 'fortnights'"),
        ('test = "qualified"', 'test = "qualifid"', "did you mean 'qualified'"),
        ("amount = 30", 'amount = "30"', "must be a whole number"),
        ('step = "answer"\n', "", "[[clock]] has no 'step'"),
        ('holidays = ["CA"]', 'holidays = ["Kanada"]', "no holidays of 'Kanada'"),
        ('id = "ca-atia"', 'id = "uk-foia-2000"', "give it an id of its own"),
        ('holidays = ["CA"]', "holidays = [3]", "put each entry as text in quotes"),
        ("amount = 30", "amount = 0", "less than one"),
        ("year_start = [4, 1]", "year_start = [13, 1]", "no day of the year"),
        ("section = ", "secton = ", "did you mean 'section'"),
    ],
)
def test_a_law_that_is_written_wrongly_is_refused_with_file_and_line(
    folder: Path, old: str, new: str, said: str
) -> None:
    edit(folder, old, new)
    told = foidesk(folder, "status")
    assert told.code == 2 and said in told.err and "laws" in told.err


def test_a_law_that_nobody_wrote_down_is_refused_by_name(folder: Path) -> None:
    (folder / "laws" / CANADA.name).unlink()
    told = foidesk(folder, "status")
    assert told.code == 2 and "ca-atia" in told.err
