"""Before the first figures there is nothing to look at, and each page says so instead of showing nothing."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from .conftest import Open
from .visitor import Visitor


def test_pages_wait_for_the_first_figures(folder: Path, open_desk: Open) -> None:
    shutil.rmtree(folder / ".foidesk")
    visitor = Visitor.admitted(open_desk(folder))
    for path in ("/", "/review", "/bodies", "/bodies/alphaton", "/findings", "/story", "/search?q=upheld"):
        if not visitor.running.served.meta:
            assert "Reading the replies" in visitor.get(path).text, path
    assert "2 of 3 bodies answered" in visitor.settled().get("/").text, "all of it can be made anew"


def test_a_folder_that_is_no_survey_leads_to_the_beginning(tmp_path: Path, open_desk: Open) -> None:
    visitor = Visitor.admitted(open_desk(tmp_path / "new"))
    assert visitor.get("/review").headers["location"] == "/"
    assert "Start a survey from replies" in visitor.get("/").text


def test_a_survey_that_cannot_be_read_says_what_and_where(folder: Path, open_desk: Open) -> None:
    (folder / "survey.toml").write_text("[survey\n", encoding="utf-8")
    shutil.rmtree(folder / ".foidesk")
    running = open_desk(folder)
    visitor = Visitor.admitted(running)
    while running.served.updating:
        time.sleep(0.05)
    assert "could not be read" in visitor.get("/").text and "survey.toml" in visitor.get("/").text
