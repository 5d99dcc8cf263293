"""How far a case had come, by its words: a denial turns a finding round, and a sanction says nothing of it."""

from __future__ import annotations

import pytest

from foidesk.words.stage_of_all import SEVERAL, stage_of_all
from foidesk.words.stages import stage


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Allegation partially upheld", "found"),
        ("Found proved at hearing", "found"),
        ("Pleaded guilty", "found"),
        ("Vorwurf bestätigt", "found"),
        ("could not be proven", "not found"),
        ("The complaint cannot be substantiated", "not found"),
        ("No breach found", "not found"),
        ("closed - insufficient evidence", "not found"),
        ("Vorwurf nicht bestätigt", "not found"),
        ("Under police investigation", "under investigation"),
        ("Case is still open", "under investigation"),
        ("Verfahren läuft", "under investigation"),
        ("Suspended", "under investigation"),
        ("Suspected fraud", "alleged"),
        ("Licence suspended for 14 days", "not stated"),
        ("6 months suspended sentence", "not stated"),
        ("Resident admitted to hospital", "not stated"),
        ("First count upheld, second not upheld", "not stated"),
        ("Dismissed", "not stated"),
    ],
)
def test_the_stage_of_a_case(words: str, expected: str) -> None:
    assert stage(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("These are allegations.", "alleged"),
        ("We hold records of alleged cases only.", "alleged"),
        ("No findings have been made.", "alleged"),
        ("All were found proven.", "found"),
        ("None of these was substantiated.", "not found"),
        ("Please note these are all unsubstantiated.", "not found"),
        ("Some of these were upheld.", SEVERAL),
        ("Nine of these were upheld.", SEVERAL),
        ("Most of the complaints were not proven.", SEVERAL),
        ("The figures include complaints that were not upheld.", SEVERAL),
        ("We cannot say how many were upheld.", SEVERAL),
        ("All complaints are looked into and, where proven, action is taken.", "not stated"),
        ("Your complaint may be upheld by the Commissioner.", "not stated"),
        ("The number of allegations is not held.", "not stated"),
        ("In how many cases was misconduct proven, and of what kind was it?", "not stated"),
        ("Cases in which misconduct was proven, by year (1 August to 31 July)", "not stated"),
    ],
)
def test_the_stage_of_all_that_is_counted(words: str, expected: str) -> None:
    assert stage_of_all(words) == expected
