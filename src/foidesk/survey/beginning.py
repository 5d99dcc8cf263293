"""new: a survey folder to start from, drafted from the replies where there are some already."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import extract, mail
from ..errors import FoideskError
from ..law import laws
from ..model import Codebook, Reading
from ..store.files import write_atomically
from . import drafts
from .chain import Progress
from .ingesting import is_ignored
from .senders import Sender, sender_of, senders, slug

if TYPE_CHECKING:
    from ..extract.drafting import Draft


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
    files.write(drafts.Found(Codebook(1)))
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

    def write(self, found: drafts.Found) -> None:
        name = self.folder.resolve().name
        title = re.sub(r"[-_]+", " ", name).capitalize()
        self._write("codebook.toml", drafts.codebook_toml(found.codebook))
        self._write("bodies.csv", drafts.bodies_csv(_senders(self.folder)))
        self._write("letter.md", drafts.LETTER)
        self._write("story.md", drafts.STORY)
        self._write("survey.toml", drafts.survey_toml(slug(name), title, found))

    def _write(self, name: str, text: str) -> None:
        if name not in self.kept:
            write_atomically(self.folder / name, text.encode())


def _senders(folder: Path) -> tuple[Sender, ...]:
    return senders(one.path for one in mail.scan(folder / "replies") if not is_ignored(one.path))


def _draft(files: Drafts, progress: Progress) -> dict[str, Any]:
    """Reads what lies there, writes a codebook from the tables' own headings, and says what was found."""
    from .survey import Survey

    survey = Survey(files.folder, progress)
    survey.ingest()
    readings = {one.path: survey.work.reading(one) for one in survey.work.deliveries}
    drafted = _drafted(files.folder, readings, progress)
    codebook = drafted.codebook
    if "codebook.toml" in files.kept:
        codebook = replace(codebook, variables=survey.definition.codebook.variables)
    law = _law(readings.values())
    files.write(drafts.Found(codebook, drafted.periods, law))
    survey.refresh()
    account = survey.extract()
    return {
        "bodies": len(survey.definition.bodies),
        "law": {"id": survey.definition.law, "named": bool(law)},
        "documents": [_describe(path, reading) for path, reading in sorted(readings.items())],
        "variables": [
            {"id": one.id, "categories": [category.label for category in one.categories]}
            for one in codebook.variables
        ],
        "measures": [
            {"id": one.id, "label": one.label, "unit": one.unit} for one in survey.definition.codebook.measures
        ],
        "left_out": list(drafted.left_out),
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


def _drafted(folder: Path, readings: Mapping[str, Reading], progress: Progress) -> Draft:
    known = _senders(folder)
    found = []
    for done, (path, reading) in enumerate(sorted(readings.items()), 1):
        found.append((sender_of(path.split("!")[0], known), reading))
        progress("drafting", done, len(readings))
    return extract.draft(found)


def _law(readings: Iterable[Reading]) -> str:
    """The id of the access law that most replies name, by a name of no other; "" if none does."""
    texts = [
        " ".join(part.text for part in reading.visible_parts() if part.layer != "cells") for reading in readings
    ]
    named = Counter(law for text in texts for law, own in _own_names().items() if own.search(text))
    return max(sorted(named), key=lambda id: named[id], default="")


def _own_names() -> dict[str, re.Pattern[str]]:
    """Of each law what finds the names that only it has: "FOIA" is two countries', and "EIR" stands in THEIR."""
    names = {law.id: {law.title, *law.names} for law in laws()}
    bearers = Counter(name for own in names.values() for name in own)
    alone = {id: [name for name in own if bearers[name] == 1] for id, own in names.items()}
    return {
        id: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(own, key=len, reverse=True)))})(?!\w)")
        for id, own in alone.items() if own
    }  # fmt: skip


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
