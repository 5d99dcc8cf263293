"""codebook: variables and categories as a workbook, out and in; and every recoding that was saved."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import FoideskError, SurveyFileError
from ..model import Codebook
from . import recoding
from .tables import nearest
from .workbooks import open_workbook, sheet_rows

if TYPE_CHECKING:
    from .survey import Survey

VARIABLES = ("id", "label", "question", "names", "multiple", "open")
CATEGORIES = ("variable", "id", "label", "parent", "synonyms", "missing", "grave")
YES, NO = "yes", ""


def codebook(survey: Survey, to: Path | None, source: Path | None, who: str) -> dict[str, Any]:
    """The codebook as plain data; written to a workbook; or what a workbook would change, saved by `who`."""
    if to is not None:
        return {"categories": write(survey.definition.codebook, to)}
    if source is not None:
        return save(survey, source, who) if who else changed(survey, source)
    return as_json(survey)


def write(book: Codebook, path: Path) -> int:
    """The codebook as XLSX: a sheet of variables, one of categories, several words of a cell on a line each."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    out: Any = Workbook()
    sheets = (
        ("variables", VARIABLES, list(_variables(book))),
        ("categories", CATEGORIES, list(_categories(book))),
    )
    out.remove(out.active)
    for name, columns, rows in sheets:
        sheet = out.create_sheet(name)
        for number, row in enumerate([columns, *rows], 1):
            for column, text in enumerate(row, 1):
                cell = sheet.cell(number, column)
                cell.value, cell.data_type, cell.number_format = text, "s", "@"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=number == 1)
        for letter in "ABCDEFG":
            sheet.column_dimensions[letter].width = 26
        sheet.freeze_panes = "A2"
    data = io.BytesIO()
    out.save(data)
    path.write_bytes(data.getvalue())
    return len(sheets[1][2])


def _variables(book: Codebook) -> Iterator[tuple[str, ...]]:
    for one in book.variables:
        flags = (YES if one.multiple else NO, YES if one.open else NO)
        yield (one.id, one.label, one.question, "\n".join(one.names), *flags)


def _categories(book: Codebook) -> Iterator[tuple[str, ...]]:
    for variable in book.variables:
        for one in variable.categories:
            yield (
                variable.id, one.id, one.label, one.parent, "\n".join(one.synonyms), one.missing,
                YES if one.grave else NO,
            )  # fmt: skip


def read(path: Path) -> list[dict[str, Any]]:
    """The variables of such a workbook, each with its categories, as codebook.toml has them."""
    book = open_workbook(path)
    variables = [
        _told({
            "id": row["id"], "label": row["label"], "question": row["question"], "names": _lines(row["names"]),
            "multiple": _flag(row["multiple"], path, line), "open": _flag(row["open"], path, line),
        })
        for line, row in sheet_rows(book, "variables", VARIABLES, path)
    ]  # fmt: skip
    by_id = {one["id"]: one for one in variables}
    for line, row in sheet_rows(book, "categories", CATEGORIES, path):
        owner = by_id.get(row["variable"])
        if owner is None or not row["id"]:
            guess = nearest(row["variable"], by_id)
            raise SurveyFileError(
                f"there is no variable {row['variable']!r}" if owner is None else "a category has no id",
                where=f"{path}, sheet categories, line {line}",
                next=f"did you mean {guess!r}?" if guess and owner is None else "fill the cell in",
            )  # fmt: skip
        owner.setdefault("categories", []).append(_told({
            "id": row["id"], "label": row["label"], "parent": row["parent"],
            "synonyms": _lines(row["synonyms"]), "missing": row["missing"],
            "grave": _flag(row["grave"], path, line),
        }))  # fmt: skip
    return variables


def _as_read(book: Codebook) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.xlsx"
        write(book, path)
        return read(path)


def _told(table: dict[str, Any]) -> dict[str, Any]:
    """Without what is left empty."""
    return {key: value for key, value in table.items() if value}


def _lines(cell: str) -> list[str]:
    return [" ".join(line.split()) for line in cell.splitlines() if line.strip()]


def _flag(cell: str, path: Path, line: int) -> bool:
    said = cell.strip().casefold()
    if said in ("", "no", "false", "0"):
        return False
    if said in ("yes", "true", "1"):
        return True
    raise SurveyFileError(
        f"{cell!r} is neither yes nor no", where=f"{path}, line {line}", next='write "yes", or nothing'
    )


def changed(survey: Survey, path: Path) -> dict[str, Any]:
    """What the workbook would change in the findings and questions; nothing is saved."""
    return recoding.preview(survey, _edits(path))


def save(survey: Survey, path: Path, who: str) -> dict[str, Any]:
    """Takes the workbook over into codebook.toml, one version up; gives what changed."""
    if read(path) == _as_read(survey.definition.codebook):
        raise FoideskError(
            "the workbook says what codebook.toml says", where=str(path), next="nothing is to be done"
        )
    seen = recoding.preview(survey, _edits(path))
    recoding.save(survey, seen["edits"], seen["mark"], who)
    return seen


def _edits(path: Path) -> list[recoding.Edit]:
    return [{"do": "book", "variables": read(path)}]


def recodings(survey: Survey) -> list[dict[str, str]]:
    """Every recoding saved with foidesk, the latest last: when, by whom, to which version, what was done."""
    return [
        {"at": one.at, "version": one.name, **{key: dict(one.details).get(key, "") for key in ("who", "what")}}
        for one in survey.store.recodings.all()
    ]


def as_json(survey: Survey) -> dict[str, Any]:
    """The codebook and its recodings as plain data."""
    book = survey.definition.codebook
    return {
        "version": book.version,
        "variables": [
            {
                "id": one.id, "label": one.label, "multiple": one.multiple, "open": one.open,
                "categories": [_category(each) for each in one.categories],
            }
            for one in book.variables
        ],
        "recodings": recodings(survey),
    }  # fmt: skip


def _category(one: Any) -> dict[str, Any]:
    return {
        "id": one.id, "label": one.label, "parent": one.parent, "synonyms": list(one.synonyms),
        "missing": one.missing, "grave": one.grave,
    }  # fmt: skip


def told(edits: Iterable[recoding.Edit]) -> str:
    """What edits did, in a few words."""
    return "; ".join(_words(edit) for edit in edits)


def _words(edit: recoding.Edit) -> str:
    if edit["do"] == "book":
        return "taken over from a workbook"
    words = ", ".join(edit.get("words", []))
    parts = [edit.get("category", ""), f"“{words}”" if words else "", edit.get("label", ""), edit.get("into", "")]
    return f"{edit['do']} {edit['variable']}: {' → '.join(part for part in parts if part)}"
