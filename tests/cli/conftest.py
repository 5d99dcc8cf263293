"""The small survey, run once, and a copy of it for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from foidesk.survey import Survey, clearing, deciding

from .. import small
from .outside import foidesk


def bind_every_number(folder: Path) -> None:
    """So that the draft of the small survey has no open claim."""
    story = folder / "story.md"
    story.write_text(story.read_text().replace("Of three", "Of [three]{f=coverage part=of}"))


def clear(folder: Path) -> None:
    """All questions before publication answered, so that the site may be published."""
    survey = Survey(folder)
    answers = [
        deciding.judgement_on(choice, choice.options[0], 1, "a desk", "looked through", "")
        for choice in clearing.open_questions(survey)
    ]
    survey.store.decisions.append(*(deciding.dated(one, number) for number, one in enumerate(answers)))


@pytest.fixture(scope="session")
def run_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small.write(tmp_path_factory.mktemp("small") / "survey")
    bind_every_number(folder)
    assert foidesk(folder, "run", "--draft").code == 0
    clear(folder)
    return folder


@pytest.fixture
def folder(run_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(run_once, tmp_path / "survey"))
