"""How far a case had come, by its words: a denial turns a finding round, and a sanction says nothing of it."""

from __future__ import annotations

import pytest

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
