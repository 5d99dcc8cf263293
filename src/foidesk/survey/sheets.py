"""Many questions at once: written into a sheet, answered there by a person, and read back."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import SurveyFileError
from ..model import Choice, Judgement
from .deciding import dated, find_choice, find_option, judgement_on

if TYPE_CHECKING:
    from .survey import Survey

COLUMNS = ("id", "kind", "body", "question", "options", "answer", "reason")


def write(choices: Iterable[Choice], path: Path) -> int:
    """One row a question, `answer` and `reason` left empty; gives how many."""
    rows = [_row(choice) for choice in choices]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *rows])
    return len(rows)


def _row(choice: Choice) -> tuple[str, ...]:
    options = " | ".join(f"{number} {option.label}" for number, option in enumerate(choice.options, 1))
    return choice.id, choice.kind, choice.body, choice.question, options, "", ""


def read(survey: Survey, path: Path, who: str) -> tuple[Judgement, ...]:
    """Records every answered row, all or none. A row without an answer is left open."""
    codebook = survey.definition.codebook.version
    found = []
    for line, row in _rows(path):
        if not (row.get("answer") or "").strip():
            continue
        reason = (row.get("reason") or "").strip()
        if not reason:
            raise SurveyFileError(f"line {line} has an answer and no reason", where=str(path), next="say why")
        choice = find_choice(survey, row["id"])
        found.append(judgement_on(choice, find_option(choice, row["answer"].strip()), codebook, who, reason, ""))
    _record(survey, found)
    return tuple(found)


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SurveyFileError(
            f"the sheet cannot be read: {error}", where=str(path), next="save it as CSV"
        ) from error
    if rows and not {"id", "answer", "reason"} <= set(rows[0][1]):
        raise SurveyFileError(
            "the sheet lacks a column", where=str(path), next=f"its columns are {', '.join(COLUMNS)}"
        )
    return rows


def _record(survey: Survey, judgements: list[Judgement]) -> None:
    with survey.store.writing():
        size = survey.store.decisions.size
        ready = [dated(one, size + number) for number, one in enumerate(judgements)]
        survey.store.decisions.append(*ready)
    survey.refresh()
