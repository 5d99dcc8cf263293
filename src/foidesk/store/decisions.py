"""decisions.csv: every judgement, only ever added to; a revocation is a row of its own.

A judgement that rests on several places takes several rows with one id.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

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
        return _judgements(self._rows())

    def standing(self) -> tuple[Judgement, ...]:
        """The judgements that are not revoked and revoke nothing themselves; the latest on a subject is last."""
        everything = self.all()
        revoked = {judgement.revokes for judgement in everything if judgement.revokes}
        return tuple(one for one in everything if not one.revokes and one.id not in revoked)

    @property
    def size(self) -> int:
        """How many bytes are recorded. It only grows, unless a person edits the file."""
        return self.path.stat().st_size if self.path.exists() else 0

    def since(self, size: int) -> tuple[Judgement, ...]:
        """The judgements added after the file had that size, revocations too, in order."""
        if size >= self.size:
            return ()
        with self.path.open("rb") as file:
            head = file.readline()
            file.seek(max(size, len(head)))
            text = (head + file.read()).decode("utf-8-sig")
        return _judgements(self._checked(io.StringIO(text, newline="")))

    def append(self, *judgements: Judgement) -> None:
        """Adds judgements, durably and all at once."""
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", quoting=csv.QUOTE_ALL)
        if not self.size:
            writer.writeheader()
        for judgement in judgements:
            for evidence in judgement.evidence or (Evidence(""),):
                row = {key: getattr(judgement, key) for key in _JUDGEMENT}
                writer.writerow(row | {key: getattr(evidence, key) for key in _EVIDENCE})
        append_durably(self.path, out.getvalue().encode())

    def _rows(self) -> list[dict[str, str]]:
        if not self.path.exists():
            return []
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            return self._checked(file)

    def _checked(self, file: TextIO) -> list[dict[str, str]]:
        try:
            reader = csv.DictReader(file)
            rows = [(reader.line_num, row) for row in reader]
        except (UnicodeDecodeError, csv.Error) as error:
            raise self._wrong(f"it is no longer CSV in UTF-8: {error}") from error
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())] if rows else []
        if missing:
            raise self._wrong(f"the column {missing[0]!r} is missing", 1)
        for line, row in rows:
            if None in row or None in row.values() or not row["id"]:
                raise self._wrong("this row is cut short or has cells too many", line)
        return [{key: row[key] for key in COLUMNS} for _, row in rows]

    def _wrong(self, what: str, line: int = 0) -> SurveyFileError:
        where = f"{self.path}, line {line}" if line else str(self.path)
        then = "mend that line, or restore the file: decisions are only ever added, with `foidesk decide`"
        return SurveyFileError(what, where=where, next=then)


def _judgements(rows: Iterable[dict[str, str]]) -> tuple[Judgement, ...]:
    by_id: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_id.setdefault(row["id"], []).append(row)
    return tuple(_judgement(found) for found in by_id.values())


def _judgement(rows: list[dict[str, str]]) -> Judgement:
    first = {key: rows[0][key] for key in _JUDGEMENT}
    evidence = dict.fromkeys(Evidence(**{key: row[key] for key in _EVIDENCE}) for row in rows)
    return Judgement(evidence=tuple(one for one in evidence if one != Evidence("")), **first)
