"""Programs that some formats need: on the path, or where macOS and Windows put them without naming them there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_ELSEWHERE = {
    "soffice": ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"LibreOffice\program\soffice.exe"),
    "tesseract": ("/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract", r"Tesseract-OCR\tesseract.exe"),
    "antiword": ("/opt/homebrew/bin/antiword", "/usr/local/bin/antiword"),
}


def program(*names: str) -> str:
    """The path of the first of these programs that is installed; "" if none is."""
    for name in names:
        found = shutil.which(name) or next((str(path) for path in _usual(name) if path.is_file()), "")
        if found:
            return found
    return ""


def _usual(name: str) -> list[Path]:
    keys = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
    folders = [Path(os.environ[key]) for key in keys if key in os.environ]
    folders += [folder / "Programs" for folder in folders]
    paths: list[Path] = []
    for place in _ELSEWHERE.get(name, ()):
        paths += [Path(place)] if place.startswith("/") else [folder / place for folder in folders]
    return paths
