"""new: a survey folder to start from, drafted from the replies where there are some already."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Container
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from .. import extract, mail
from ..errors import FoideskError
from ..model import Codebook, Reading
from ..store.files import write_atomically
from . import drafts
from .chain import Progress
from .ingesting import is_ignored


def begin(folder: Path, source: Path | None, progress: Progress) -> dict[str, Any]:
    """The folder with its files. Refuses a folder that holds a survey already; nothing is written over."""
    if (folder / "survey.toml").exists():
        raise FoideskError(
            "there is a survey here already", where=str(folder), next="choose another folder; nothing was changed"
        )
    if source is not None and not source.is_dir():
        raise FoideskError(
            "this is not a folder", where=str(source), next="name the folder that holds the replies"
        )
    folder.mkdir(parents=True, exist_ok=True)
    files = Drafts(folder)
    (folder / "replies").mkdir(exist_ok=True)
    if source is not None:
        _copy(source, folder / "replies", progress)
    files.write(Codebook(1))
    drafted = _draft(files, progress) if source is not None else {}
    return {"folder": str(folder), **drafted}


def _copy(source: Path, replies: Path, progress: Progress) -> None:
    """Copies the replies; what stands at a target already stays."""
    found = mail.scan(source)
    for done, one in enumerate(found, 1):
        target = replies / one.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copy2(one.file, target)
        progress("copying", done, len(found))


class Drafts:
    """Writes the drafts of a folder; a file that stood there before is left as it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept = {path.name for path in folder.iterdir()}

    def write(self, codebook: Codebook) -> None:
        name = self.folder.resolve().name
        title = re.sub(r"[-_]+", " ", name).capitalize()
        self._write("codebook.toml", drafts.codebook_toml(codebook))
        self._write("bodies.csv", drafts.bodies_csv(_bodies(self.folder)))
        self._write("letter.md", drafts.LETTER)
        self._write("story.md", drafts.STORY)
        self._write("survey.toml", drafts.survey_toml(_slug(name), title, codebook))

    def _write(self, name: str, text: str) -> None:
        if name not in self.kept:
            write_atomically(self.folder / name, text.encode())


def _bodies(folder: Path) -> list[drafts.Body]:
    """Id and name of each sub-folder of replies/, or of each loose file; an id for each name."""
    names: dict[str, str] = {}
    for found in mail.scan(folder / "replies"):
        parts = PurePosixPath(found.path).parts
        name = parts[0] if len(parts) > 1 else PurePosixPath(found.path).stem
        name = re.sub(r"[_\s]+", " ", name).strip() or name
        if name not in names.values() and not is_ignored(found.path):
            names[_free(_slug(name), names)] = name
    return sorted(names.items())


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "body"


def _free(id: str, taken: Container[str]) -> str:
    """The id, with a number behind it if another name has it."""
    numbered = (f"{id}-{number}" if number > 1 else id for number in count(1))
    return next(one for one in numbered if one not in taken)


def _draft(files: Drafts, progress: Progress) -> dict[str, Any]:
    """Reads what lies there, writes a codebook from the tables' own headings, and says what was found."""
    from .survey import Survey

    survey = Survey(files.folder, progress)
    survey.ingest()
    readings = {one.path: survey.work.reading(one) for one in survey.work.deliveries}
    codebook = extract.draft_codebook(tuple(readings.values()))
    if "codebook.toml" in files.kept:
        codebook = replace(codebook, variables=survey.definition.codebook.variables)
    files.write(codebook)
    survey.refresh()
    account = survey.extract()
    return {
        "bodies": len(survey.definition.bodies),
        "documents": [_describe(path, reading) for path, reading in sorted(readings.items())],
        "variables": [
            {"id": one.id, "categories": [category.label for category in one.categories]}
            for one in codebook.variables
        ],
        "numbers": account["numbers"],
        "leftovers": [
            {
                "path": row["path"],
                "open": [number["quote"] for number in row["open"]][:10],
                "count": len(row["open"]),
            }
            for row in account["deliveries"]
            if row["open"]
        ],
        "unmatched": account["unmatched"],
    }


def _describe(path: str, reading: Reading) -> dict[str, Any]:
    return {
        "path": path,
        "reader": reading.reader,
        "parts": len(reading.parts),
        "tables": [
            {"name": one.name, "rows": one.height, "columns": one.width, "caption": one.caption}
            for one in reading.tables
        ],
        "issues": [issue.what for issue in reading.issues],
    }
