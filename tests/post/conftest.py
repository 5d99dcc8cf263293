"""The rig, one for a test; a survey of the 43 invented forces beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import rig as mailrig

MIXED = Path(__file__).parents[2] / "benchmarks" / "letters" / "mixed-replies"

SURVEY = """
[survey]
id = "social"
title = "Misuse of social media (REHEARSAL)"
law = "uk-foia-2000"
rehearsal = true

[survey.period]
from = 2020-01-01
to = 2025-12-31

[[questions]]
id = "q1"
text = "How many officers and staff were investigated for misuse of social media?"
measures = ["cases"]

[[questions]]
id = "q2"
text = "What was the outcome of each investigation?"
measures = ["cases"]

[[measures]]
id = "cases"
label = "cases"
unit = "cases"
nouns = ["cases", "investigations"]

[[findings]]
name = "total"
recipe = "total"
title = "Cases in all"
"""

LETTER = """# Freedom of Information request: social media

Dear {{ body.name }},

Please tell me, for the time from {{ period.from }} to {{ period.to }}:

1. How many officers and staff were investigated for misuse of social media?
2. What was the outcome of each investigation?

By "investigated" I mean recorded as a case. A spreadsheet would be best, for example one row a case.
If the cost limit is reached, please answer question 1 first and advise me.

Yours faithfully,

{{ applicant.name }}
"""


def survey_folder(folder: Path) -> Path:
    """The survey of the 43 invented forces."""
    (folder / "replies").mkdir(parents=True)
    (folder / "survey.toml").write_text(SURVEY)
    (folder / "codebook.toml").write_text("version = 1\n")
    (folder / "letter.md").write_text(LETTER)
    shutil.copy(MIXED / "bodies.csv", folder / "bodies.csv")
    (folder / "mail.toml").write_text('[sender]\nname = "Rehearsal Desk"\nemail = "desk@desk.example"\n')
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return survey_folder(tmp_path / "social")


@pytest.fixture
def rig(monkeypatch: pytest.MonkeyPatch) -> Iterator[mailrig.Rig]:
    if not mailrig.available():
        if os.environ.get("FOIDESK_TEST_ALL") == "1":
            pytest.fail("dovecot is missing, or the tests do not run as root")
        pytest.skip("needs dovecot and root")
    monkeypatch.setenv("FOIDESK_MAIL_PASSWORD", mailrig.PASSWORD)
    one = mailrig.Rig()
    yield one
    one.stop()
