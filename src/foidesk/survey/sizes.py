"""Sizes of bodies out of a published table: workforce, population; by code, name, alias or short form."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import FoideskError
from ..mail.bodies import columns_of, folded
from ..store.files import write_atomically
from ..words.bodies import Clue, recognised
from .asking import first_table
from .comparison import COLUMNS, FILE

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Sizes:
    """Which table, which of its columns, what it counts (in its words), for which year, and whence it is."""

    table: Path
    column: str
    definition: str
    year: str
    source: str
    unit: str = "people"
    retrieved: date | None = None


def add_sizes(survey: Survey, sizes: Sizes) -> dict[str, Any]:
    """Adds rows to denominators.csv; says which bodies are not in the table and which rows fit no body."""
    found, other, unread = _matched(survey, sizes)
    path = survey.folder / FILE
    before = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))) if path.exists() else []
    there = {(row["body"], row["definition"], row["year"]) for row in before}
    fresh = [row for row in found if (row["body"], row["definition"], row["year"]) not in there]
    text = _written([*before, *fresh])
    with survey.store.writing():
        old = path.read_bytes() if path.exists() else None
        write_atomically(path, text.encode())
        try:
            survey.refresh()
            _ = survey.definition
        except FoideskError:
            path.unlink() if old is None else write_atomically(path, old)
            survey.refresh()
            raise
    named = {row["body"] for row in found}
    missing = [body.id for body in survey.definition.bodies if body.id not in named]
    return {
        "added": [row["body"] for row in fresh], "known": len(found) - len(fresh),
        "missing": missing, "other_rows": other, "unread": unread,
    }  # fmt: skip


def _matched(survey: Survey, sizes: Sizes) -> tuple[list[dict[str, str]], list[str], list[str]]:
    """A row for each body that the table names; its other rows, and cells that are no number, by name."""
    rows = first_table(sizes.table)
    head = [" ".join(cell.split()) for cell in rows[0]]
    at = columns_of(head)
    if "name" not in at or sizes.column not in head:
        raise FoideskError(
            f"the table has no column {sizes.column!r}" if "name" in at else "no column of the table is a name",
            where=str(sizes.table), next=f"its headings are: {', '.join(filter(None, head))}",
        )  # fmt: skip
    bodies = {key: body.id for body in survey.definition.bodies for key in map(folded, body.names)}
    bodies |= {body.official_code: body.id for body in survey.definition.bodies if body.official_code}
    found: dict[str, dict[str, str]] = {}
    other, unread = [], []
    for row in rows[1:]:
        name, number = row[at["name"]].strip(), _number(row[head.index(sizes.column)])
        code = row[at["official_code"]].strip() if "official_code" in at else ""
        body = bodies.get(code) or bodies.get(folded(name)) or _by_core(name, survey)
        if body is None:
            other.extend([name] if name else [])
        elif number is None or body in found:
            unread.append(f"{name}: {row[head.index(sizes.column)].strip() or 'empty'}")
        else:
            found[body] = _row(body, number, sizes)
    return list(found.values()), other, unread


def _by_core(name: str, survey: Survey) -> str | None:
    """The one body that "Kent" is short for; None where it could be two."""
    found = recognised([Clue("folder", name)], survey.definition.bodies) if name else None
    return found.body if found else None


def _row(body: str, number: Decimal, sizes: Sizes) -> dict[str, str]:
    day = sizes.retrieved or date.today()
    return dict.fromkeys(COLUMNS, "") | {
        "body": body, "definition": sizes.definition, "year": sizes.year, "number": f"{number:f}",
        "unit": sizes.unit, "source": sizes.source, "retrieved": day.isoformat(),
    }  # fmt: skip


def _number(cell: str) -> Decimal | None:
    """The number of a cell, thousands marked by commas or spaces; None for anything else."""
    plain = cell.strip().replace(",", "").replace("\u00a0", "").replace(" ", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number > 0 else None


def _written(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
