"""decisions.csv: every judgement, only ever added to; a revocation is a row of its own.

A judgement that rests on several places takes several rows with one id.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from ..errors import SurveyFileError
from ..model import Evidence, Judgement
from .files import append_durably

COLUMNS = (
    "id", "at", "who", "kind", "answer", "answer_label", "reason", "note", "revokes",
    "question", "document", "place", "quote", "variable", "codebook", "phrase", "body",
)  # fmt: skip
_JUDGEMENT = COLUMNS[:9]
_EVIDENCE = COLUMNS[9:]


class DecisionLog:
    """The append-only record of decisions."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement in the order taken, revoked ones too."""
        rows = self._rows()
        return tuple(_judgement(list(group)) for _, group in groupby(rows, key=lambda row: row["id"]))

    def standing(self) -> tuple[Judgement, ...]:
        """The judgements that are not revoked and revoke nothing themselves; the latest on a subject is last."""
        everything = self.all()
        revoked = {judgement.revokes for judgement in everything if judgement.revokes}
        return tuple(one for one in everything if not one.revokes and one.id not in revoked)

    def append(self, judgement: Judgement) -> None:
        """Adds one judgement, durably."""
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        if not self.path.exists() or not self.path.stat().st_size:
            writer.writeheader()
        for evidence in judgement.evidence or (Evidence(""),):
            row = {key: getattr(judgement, key) for key in _JUDGEMENT}
            writer.writerow(row | {key: getattr(evidence, key) for key in _EVIDENCE})
        append_durably(self.path, out.getvalue().encode())

    def _rows(self) -> Iterable[dict[str, str]]:
        if not self.path.exists():
            return []
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())] if rows else []
        if missing:
            raise SurveyFileError(
                f"the column {missing[0]!r} is missing",
                where=str(self.path),
                next="restore the file from version control: decisions are only ever added, with `foidesk decide`",
            )
        return [{key: value or "" for key, value in row.items() if key in COLUMNS} for row in rows]


def _judgement(rows: list[dict[str, str]]) -> Judgement:
    first = {key: rows[0][key] for key in _JUDGEMENT}
    evidence = tuple(Evidence(**{key: row[key] for key in _EVIDENCE}) for row in rows)
    return Judgement(evidence=tuple(one for one in evidence if one != Evidence("")), **first)
