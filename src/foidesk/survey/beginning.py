"""new: a survey folder to start from, drafted from the replies where there are some already."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from .. import extract, mail
from ..errors import FoideskError
from ..model import Codebook, Reading
from ..store.files import write_atomically
from .chain import Progress

if TYPE_CHECKING:
    from .survey import Survey

_SURVEY = """# One investigation. Dates are days, both included. Every key is explained in docs/survey-folder.md.
[survey]
id = "{id}"
title = "{title}"
law = "uk-foia-2000"
summary = ""

[survey.period]
from = 2020-01-01
to = 2024-12-31

[[questions]]
id = "q1"
text = "How many ..."
measures = ["{measure}"]
variables = [{variables}]

[[measures]]
id = "{measure}"
label = "{label}"
unit = "{unit}"
type = "count"
nouns = [{nouns}]

[[findings]]
name = "total"
recipe = "total"
title = "{label} in all"
headline = true

[[findings]]
name = "by-body"
recipe = "by-body"
title = "{label} of each body"

[[findings]]
name = "coverage"
recipe = "coverage"
title = "Who answered"
headline = true
"""
_LETTER = """Dear {{ body.name }},

Under the Freedom of Information Act 2000 please tell me:

1. How many ...

Please send the answer as a spreadsheet where you can, with one row per case.

Yours faithfully,
"""
_STORY = """# Headline

Bind each number to a finding: [12]{f=total}
"""


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
    (folder / "replies").mkdir(exist_ok=True)
    if source is not None:
        _copy(source, folder / "replies", progress)
    _write_drafts(folder, _bodies(folder), Codebook(1))
    drafted = _draft(folder, progress) if source is not None else {}
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


def _bodies(folder: Path) -> list[tuple[str, str, str]]:
    """(id, name, address) of each sub-folder of replies/, or of each loose file."""
    names: dict[str, str] = {}
    for found in mail.scan(folder / "replies"):
        parts = PurePosixPath(found.path).parts
        name = parts[0] if len(parts) > 1 else PurePosixPath(found.path).stem
        name = re.sub(r"[_\s]+", " ", name).strip()
        names.setdefault(_slug(name), name)
    return [(id, name, "") for id, name in sorted(names.items())]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def _write_drafts(folder: Path, bodies: list[tuple[str, str, str]], codebook: Codebook) -> None:
    measure = codebook.measures[0] if codebook.measures else None
    title = re.sub(r"[-_]+", " ", folder.resolve().name).capitalize()
    survey = _SURVEY.format(
        id=_slug(folder.resolve().name),
        title=title,
        measure=measure.id if measure else "cases",
        label=(measure.label if measure else "cases").capitalize(),
        unit=measure.unit if measure else "cases",
        nouns=", ".join(_quoted(noun) for noun in (measure.nouns if measure else ("cases", "number"))),
        variables=", ".join(_quoted(variable.id) for variable in codebook.variables),
    )
    write_atomically(folder / "survey.toml", survey.encode())
    write_atomically(folder / "codebook.toml", codebook_toml(codebook).encode())
    write_atomically(folder / "bodies.csv", _bodies_csv(bodies).encode())
    for name, text in (("letter.md", _LETTER), ("story.md", _STORY)):
        if not (folder / name).exists():
            write_atomically(folder / name, text.encode())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _bodies_csv(bodies: list[tuple[str, str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "name", "aliases", "official_code", "email", "website", "law", "kind", "note"))
    writer.writerows((id, name, "", "", address, "", "", "", "") for id, name, address in bodies)
    return out.getvalue()


def codebook_toml(codebook: Codebook) -> str:
    """The codebook as codebook.toml has it."""
    lines = [f"version = {codebook.version}"]
    for variable in codebook.variables:
        lines += ["", "[[variables]]", f"id = {_quoted(variable.id)}", f"label = {_quoted(variable.label)}"]
        lines.append(f"names = [{', '.join(map(_quoted, variable.names))}]")
        lines += ["open = true"] if variable.open else []
        lines += ["multiple = true"] if variable.multiple else []
        for category in variable.categories:
            lines += ["", "[[variables.categories]]", f"id = {_quoted(category.id)}"]
            lines.append(f"label = {_quoted(category.label)}")
            if category.synonyms:
                lines.append(f"synonyms = [{', '.join(map(_quoted, category.synonyms))}]")
    return "\n".join(lines) + "\n"


def _draft(folder: Path, progress: Progress) -> dict[str, Any]:
    """Reads what lies there, writes a codebook from the tables' own headings, and says what was found."""
    from .survey import Survey

    survey = Survey(folder, progress)
    survey.ingest()
    readings = {one.path: survey.work.reading(one) for one in survey.work.deliveries}
    codebook = extract.draft_codebook(tuple(readings.values()))
    _write_drafts(folder, _bodies(folder), codebook)
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


def measures_of(survey: Survey) -> tuple[str, ...]:
    """The ids of the survey's measures."""
    return tuple(measure.id for measure in survey.definition.codebook.measures)
