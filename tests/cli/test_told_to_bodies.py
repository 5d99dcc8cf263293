"""What a body and the partners are told of its figures: each once, and never a figure of all bodies as its own."""

from __future__ import annotations

import csv
from pathlib import Path

from .outside import foidesk

MIDDLE = """
[[findings]]
name = "middle"
recipe = "median"
title = "The borough in the middle"
"""


def test_a_bodys_figure_is_not_told_as_the_one_in_the_middle(folder: Path) -> None:
    with (folder / "survey.toml").open("a", encoding="utf-8") as survey:
        survey.write(MIDDLE)
    assert foidesk(folder, "reply", "--draft", "2036-03-31").code == 0
    letter = (folder / "right-of-reply" / "alphaton.md").read_text(encoding="utf-8")
    assert "counted under “The borough in the middle”" in letter and "Complaints in all" in letter
    assert foidesk(folder, "pack", "--embargo", "2036-04-20T00:01+01:00").code == 0
    told = (folder / "pack" / "bodies" / "alphaton.md").read_text(encoding="utf-8")
    assert "in the middle" not in told
    assert "Complaints in all; Complaints of each borough" in told and told.count("Complaints in all") == 1
    rows = list(csv.reader((folder / "pack" / "bodies.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row[2] for row in rows if row and row[0] == "alphaton"} >= {"total", "by-body"}
    assert not any("middle" in row for row in rows)


def test_the_summary_of_the_survey_ends_once_in_the_method(folder: Path) -> None:
    survey = folder / "survey.toml"
    text = survey.read_text(encoding="utf-8")
    title = 'title = "Library fines in Exampleshire"'
    survey.write_text(text.replace(title, f'{title}\nsummary = "Complaints about fines."', 1), encoding="utf-8")
    assert foidesk(folder, "pack", "--embargo", "2036-04-20T00:01+01:00").code == 0
    assert "Complaints about fines: one request to" in (folder / "pack" / "method.md").read_text(encoding="utf-8")


def test_a_deadline_or_an_embargo_that_is_over_is_said(folder: Path) -> None:
    late = foidesk(folder, "reply", "--draft", "2020-03-31")
    assert late.code == 0 and "2020-03-31 is over already" in late.err
    assert "over already" not in foidesk(folder, "reply", "--draft", "2036-03-31").err
    gone = foidesk(folder, "pack", "--embargo", "2020-04-20T00:01+01:00")
    assert gone.code == 0 and "over already" in gone.err
    assert "over already" not in foidesk(folder, "pack", "--embargo", "2036-04-20T00:01+01:00").err


def test_a_finding_that_rests_on_no_place_says_who_stands_in_its_lines(folder: Path) -> None:
    told = foidesk(folder, "trace", "coverage").out
    assert "rests on no one place" in told and "Gave a usable figure: " in told and "alphaton" in told
    assert "rests on no one place" not in foidesk(folder, "trace", "total").out
