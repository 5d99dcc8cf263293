"""Sheets that a person fills in: written as CSV or XLSX by their ending, and read back as they were saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from ..errors import SurveyFileError

WIDTH, ROW_HEIGHT, PICTURE_WIDTH = 28, 90, 460


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sheet: cells as text, the address that `file` leads to, a PNG, and what may be filled in."""

    cells: tuple[str, ...]
    link: str = ""
    picture: bytes = b""
    offered: tuple[str, ...] = ()


def is_workbook(path: Path) -> bool:
    """True for a sheet in XLSX, with links, pictures and lists to choose from; any other ending is CSV."""
    return path.suffix.casefold() == ".xlsx"


def write(path: Path, columns: Sequence[str], rows: Sequence[Row], filled_in: str) -> None:
    """Writes the sheet. In XLSX the column `filled_in` has a list to choose from and `file` is a link."""
    if is_workbook(path):
        _write_xlsx(path, columns, rows, filled_in)
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([columns, *(row.cells for row in rows)])


def read(path: Path, needed: Sequence[str], columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """(line from 1, row) of every line. `SurveyFileError` if it is no sheet of ours."""
    rows = _read_xlsx(path) if is_workbook(path) else _read_csv(path)
    if rows and not set(needed) <= set(rows[0][1]):
        raise SurveyFileError(
            "the sheet lacks a column", where=str(path), next=f"its columns are {', '.join(columns)}"
        )
    return rows


def _read_csv(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter=_delimiter(file))
            return [
                (reader.line_num, {key: value or "" for key, value in row.items() if key is not None})
                for row in reader
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SurveyFileError(
            f"the sheet cannot be read: {error}", where=str(path), next="save it as CSV in UTF-8, or as XLSX"
        ) from error


def _delimiter(file: TextIO) -> str:
    """What parts the columns: a comma as we write it, or what a spreadsheet of another country made of it."""
    head = file.readline()
    file.seek(0)
    return max((",", ";", "\t"), key=head.count)


# --- XLSX


def _write_xlsx(path: Path, columns: Sequence[str], rows: Sequence[Row], filled_in: str) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "to fill in"
    sheet.append([*columns, "picture"])
    for number, row in enumerate(rows, 2):
        for column, text in enumerate(row.cells, 1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type, cell.number_format = text, "s", "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row.link:
            cell = sheet.cell(number, columns.index("file") + 1)
            cell.hyperlink, cell.style = row.link, "Hyperlink"
        if row.picture:
            _place_picture(sheet, row.picture, f"{get_column_letter(len(columns) + 1)}{number}", number)
    for column in range(1, len(columns) + 2):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    _offer(book, sheet, rows, columns.index(filled_in) + 1)
    out = io.BytesIO()
    book.save(out)
    path.write_bytes(out.getvalue())


def _place_picture(sheet: Any, data: bytes, at: str, row: int) -> None:
    from openpyxl.drawing.image import Image

    picture = Image(io.BytesIO(data))
    scale = min(1.0, PICTURE_WIDTH / picture.width)
    picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
    sheet.add_image(picture, at)
    sheet.row_dimensions[row].height = max(ROW_HEIGHT, picture.height * 0.75 + 4)


def _offer(book: Any, sheet: Any, rows: Sequence[Row], column: int) -> None:
    """A list to choose from in each cell to fill in; a long one lies on a sheet of its own."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists: Any = None
    rules: dict[tuple[str, ...], Any] = {}
    for number, row in enumerate(rows, 2):
        if not row.offered:
            continue
        if row.offered not in rules:
            lists = lists or book.create_sheet("lists")
            at = len(rules) + 1
            for line, text in enumerate(row.offered, 1):
                lists.cell(line, at).value = text
                lists.cell(line, at).data_type = "s"
            letter = get_column_letter(at)
            source = f"lists!${letter}$1:${letter}${len(row.offered)}"
            rules[row.offered] = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
            sheet.add_data_validation(rules[row.offered])
        rules[row.offered].add(sheet.cell(number, column).coordinate)
    if lists is not None:
        lists.sheet_state = "hidden"


def _read_xlsx(path: Path) -> list[tuple[int, dict[str, str]]]:
    return _rows(open_workbook(path).worksheets[0])


def open_workbook(path: Path) -> Any:
    """The workbook with its values. `SurveyFileError` if it is none."""
    from openpyxl import load_workbook

    try:
        return load_workbook(path, data_only=True)
    except Exception as error:  # a broken workbook raises nearly anything
        raise SurveyFileError(
            f"the workbook cannot be read: {error}", where=str(path), next="save it as XLSX again"
        ) from error


def sheet_rows(book: Any, name: str, columns: Sequence[str], path: Path) -> list[tuple[int, dict[str, str]]]:
    """(line from 1, row) of the sheet of that name, all columns there. `SurveyFileError` names what is missing."""
    if name not in book.sheetnames:
        raise SurveyFileError(
            f"there is no sheet {name!r}", where=str(path), next=f"its sheets are {', '.join(book.sheetnames)}"
        )
    rows = _rows(book[name])
    missing = [column for column in columns if rows and column not in rows[0][1]]
    if missing:
        raise SurveyFileError(
            f"the sheet {name!r} lacks the column {missing[0]!r}", where=str(path),
            next=f"its columns are {', '.join(columns)}",
        )  # fmt: skip
    return rows


def _rows(sheet: Any) -> list[tuple[int, dict[str, str]]]:
    lines = list(sheet.iter_rows(values_only=True))
    if not lines:
        return []
    head = [_text(cell) for cell in lines[0]]
    rows = ((line, [_text(cell) for cell in cells]) for line, cells in enumerate(lines[1:], 2))
    return [(line, dict(zip(head, cells, strict=False))) for line, cells in rows if any(cells)]


def _text(cell: object) -> str:
    """The cell as it was typed: a spreadsheet turns "2" into 2.0."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
