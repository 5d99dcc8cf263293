"""A reply that lies with one body and speaks of another: both are named, with the words that say so."""

from __future__ import annotations

from pathlib import Path

from foidesk.survey import Survey
from tests import small


def test_a_mail_of_another_body_than_its_folder_is_raised_with_both_names(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "fines")
    mail = folder / "replies" / "betaford.eml"
    mail.rename(folder / "replies" / "alphaton" / "betaford.eml")
    survey = Survey(folder)
    survey.ingest()
    (issue,) = [issue for issue in survey.work.results.issues if issue.kind == "other-body"]
    assert "Borough of Alphaton" in issue.what
    assert "Borough of Betaford" in issue.what
    assert "alphaton" in issue.what.split(":")[-1] or "betaford" in issue.what.split(":")[-1]


def test_files_in_their_own_folders_raise_nothing(tmp_path: Path) -> None:
    survey = Survey(small.write(tmp_path / "fines"))
    survey.ingest()
    assert not [issue for issue in survey.work.results.issues if issue.kind == "other-body"]
