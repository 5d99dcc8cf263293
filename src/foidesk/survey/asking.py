"""bodies: who is asked, from our own lists, WhatDoTheyKnow's, or any table; nothing there is replaced."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import FoideskError
from ..law import law as access_law
from ..mail.bodies import COLUMNS, LISTS, Listed, from_table, known_as, known_list
from ..readers import read
from ..store.files import write_atomically

if TYPE_CHECKING:
    from .survey import Survey


def bodies(
    survey: Survey, source: str = "", tag: str = "", law: str = "", *, fill: bool = False
) -> dict[str, Any]:
    """The bodies of the survey; with a source, what was added to bodies.csv from it.

    `fill`: none is added; those there are given the name by which WhatDoTheyKnow's list knows them.
    """
    if not source:
        rows = [
            {"id": one.id, "name": one.name, "email": one.email, "law": one.law}
            for one in survey.definition.bodies
        ]
        return {"bodies": rows, "added": [], "known": [], "lists": dict(LISTS)}
    listed = Listed(known_list(source)) if source in LISTS else from_table(first_table(Path(source)), tag)
    if not listed.rows:
        raise FoideskError("no body was found", where=source, next="look at the table, or at --tag")
    found = [row | {"law": row["law"] or law} for row in listed.rows]
    for named in sorted({row["law"] for row in found if row["law"]}):
        access_law(named)
    told = {"closed": list(listed.closed), "unused": list(listed.unused), "look": list(listed.look)}
    return _add(survey, found, fill=fill) | told


def first_table(path: Path) -> list[list[str]]:
    """The first table of a CSV, XLSX or other file that the readers know."""
    if not path.exists():
        raise FoideskError(
            "there is no such file or list", where=str(path), next=f"name a file, or one of: {', '.join(LISTS)}"
        )
    tables = read(path.read_bytes(), path.name).reading.tables
    if not tables:
        raise FoideskError("the file holds no table", where=str(path), next="save it as CSV with headings")
    return [[cell.text if cell else "" for cell in row] for row in tables[0].grid()]


def _named(before: list[dict[str, str]], found: list[dict[str, str]]) -> list[str]:
    """Fills in the name in WhatDoTheyKnow's addresses where there is none and the list gives one; the ids."""
    named = []
    for row in before:
        names = {one["whatdotheyknow"] for one in found if known_as(one) & known_as(row)} - {""}
        if len(names) == 1 and not row.get("whatdotheyknow"):
            row["whatdotheyknow"] = names.pop()
            named.append(row["id"])
    return named


def _add(survey: Survey, found: list[dict[str, str]], *, fill: bool) -> dict[str, Any]:
    path = survey.folder / "bodies.csv"
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    before = list(csv.DictReader(io.StringIO(text)))
    head = list(before[0]) if before else list(COLUMNS)
    head += [column for column in COLUMNS if column not in head]
    taken = {key for row in before for key in known_as(row)}
    named, fresh = _named(before, found), list[dict[str, str]]()
    for row in [] if fill else found:
        if not known_as(row) & taken:
            fresh.append(row)
            taken |= known_as(row)
    out = io.StringIO()
    writer = csv.DictWriter(out, head, lineterminator="\n", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows([*before, *fresh])
    with survey.store.writing():
        write_atomically(path, out.getvalue().encode())
    survey.refresh()
    added = [row["id"] for row in fresh]
    return {
        "bodies": len(survey.definition.bodies),
        "added": added,
        "known": [r["id"] for r in found if r not in fresh and (not fill or known_as(r) & taken)],
        "named": named,
    }
