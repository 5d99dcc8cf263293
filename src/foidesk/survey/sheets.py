"""Many questions at once: written into a sheet, answered there by a person, and read back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..errors import SurveyFileError
from ..model import Choice, Judgement, Locator
from . import workbooks
from .deciding import dated, find_choice, find_option, judgement_on
from .snapshots import Snapshots
from .workbooks import Row

if TYPE_CHECKING:
    from .survey import Survey

COLUMNS = ("id", "kind", "body", "question", "options", "answer", "reason", "words", "place", "file")


MOST_LINES = 10
"""As many lines of a sheet as one refusal names."""


def write(survey: Survey, choices: Iterable[Choice], path: Path) -> int:
    """One row a question, `answer` and `reason` left empty; gives how many. XLSX has a picture and a link each."""
    snapshots = Snapshots(survey)
    rich = workbooks.is_workbook(path)
    rows = []
    for choice in choices:
        rows.append(_row(survey, choice, snapshots, path.resolve().parent, rich))
        survey.progress("drawing the questions", len(rows), 0)
    workbooks.write(path, COLUMNS, rows, "answer")
    return len(rows)


def _row(survey: Survey, choice: Choice, snapshots: Snapshots, beside: Path, rich: bool) -> Row:
    options = " | ".join(f"{number} {option.label}" for number, option in enumerate(choice.options, 1))
    words, place, file = where_it_stands(choice.locators, snapshots)
    cells = (choice.id, choice.kind, choice.body, choice.question, options, "", "", words, place, file)
    if not rich:
        return Row(cells)
    offered = tuple(f"#{number} {option.label}" for number, option in enumerate(choice.options, 1))
    return Row(cells, link_to(survey, file, beside), snapshots.picture(choice.locators), offered)


def where_it_stands(places: Sequence[Locator], snapshots: Snapshots) -> tuple[str, str, str]:
    """The quoted words, the places in words, and the file of the first."""
    words = "\n".join(dict.fromkeys(one.quote for one in places))
    said = "\n".join(dict.fromkeys(one.place.describe() for one in places))
    return words, said, snapshots.path(places[0].document) if places else ""


def link_to(survey: Survey, file: str, beside: Path) -> str:
    """The address of a file of the drop folder (of the mail that holds it), seen from where the sheet lies."""
    found = (survey.replies / file.partition("!")[0]) if file else None
    return quote(Path(os.path.relpath(found, beside)).as_posix()) if found and found.exists() else ""


def read(survey: Survey, path: Path, who: str) -> tuple[Judgement, ...]:
    """Records every answered row, all or none. A row without an answer is left open."""
    codebook = survey.definition.codebook.version
    found = []
    answered = [
        (at, row) for at, row in workbooks.read(path, ("id", "answer", "reason"), COLUMNS) if row["answer"].strip()
    ]
    if bare := [at for at, row in answered if not row["reason"].strip()]:
        more = f" and {len(bare) - MOST_LINES} more" if len(bare) > MOST_LINES else ""
        lines = (
            f"line {bare[0]} has"
            if len(bare) == 1
            else f"lines {', '.join(map(str, bare[:MOST_LINES]))}{more} have"
        )
        raise SurveyFileError(
            f"{lines} an answer and no reason", where=str(path), next="say why in each; none was recorded"
        )
    for _, row in answered:
        reason = row["reason"].strip()
        choice = find_choice(survey, row["id"])
        option = find_option(choice, _answer(choice, row["answer"].strip()))
        found.append(judgement_on(choice, option, codebook, who, reason, ""))
    record(survey, found)
    return tuple(found)


def _answer(choice: Choice, said: str) -> str:
    """What was chosen from the cell's list, "#2 Withdrawn", as the number that it starts with."""
    for number, option in enumerate(choice.options, 1):
        if said == f"#{number} {option.label}":
            return f"#{number}"
    return said


def record(survey: Survey, judgements: list[Judgement]) -> None:
    """Adds many judgements at once, and computes anew."""
    with survey.store.writing():
        size = survey.store.decisions.size
        ready = [dated(one, size + number) for number, one in enumerate(judgements)]
        survey.store.decisions.append(*ready)
    survey.refresh()
