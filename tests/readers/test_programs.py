"""Programs are found where macOS and Windows put them, not only on the path."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.readers.programs import program


def test_a_program_is_found_where_windows_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr("foidesk.readers.programs._ELSEWHERE", {"tesseract": ("Tesseract-OCR/tesseract.exe",)})
    assert program("tesseract") == ""
    installed = tmp_path / "Tesseract-OCR" / "tesseract.exe"
    installed.parent.mkdir()
    installed.write_bytes(b"")
    assert program("soffice", "tesseract") == str(installed)
