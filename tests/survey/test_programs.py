"""A program that was missing and is then installed changes what was read without it, and all that rests on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey, reading

from .. import small
from ..conftest import needs_program
from .folder import run


def _scan(path: Path) -> None:
    """A picture of a letter, as a scanner would give it."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 700), 255)
    font = ImageFont.load_default(size=40)
    words = (
        "Borough of Alphaton\n\nWe refuse your request under section 14 of the\nFreedom of Information Act 2000."
    )
    ImageDraw.Draw(page).multiline_text((100, 100), words, font=font, fill=0, spacing=20)
    page.save(path, dpi=(150, 150))


@pytest.mark.ocr
def test_a_scan_is_read_again_once_its_program_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_program("tesseract")
    folder = small.write(tmp_path / "survey")
    _scan(folder / "replies" / "alphaton" / "scan.png")
    full = Path("/usr/bin:/bin")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    run(folder)
    survey = Survey(folder)
    assert "needs-program" in {issue.kind for issue in survey.work.results.issues}
    assert run(folder).made == {}, "while it is missing, nothing is tried again"
    monkeypatch.setenv("PATH", str(full))
    assert run(folder).made.get("read") == 1
    after = Survey(folder).work.results
    assert "needs-program" not in {issue.kind for issue in after.issues}
    assert reading.PROGRAMS[0] == "tesseract"
