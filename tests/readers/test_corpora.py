"""Real replies: each one read, every cell where its place says it is, nothing hidden shown."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import openpyxl
import pytest
import xlrd

from foidesk import readers
from foidesk.model.places import SheetPlace
from foidesk.model.reading import Reading

pytestmark = pytest.mark.corpora


def _files(corpora: Path, *suffixes: str) -> list[Path]:
    found = [path for path in corpora.glob("*/replies/**/*") if path.suffix.lower() in suffixes]
    assert found
    return sorted(found)


def _shown(reading: Reading) -> dict[tuple[str, int, int], str]:
    places = ((word.place, word.text) for part in reading.parts for word in part.words)
    return {
        (place.sheet, place.row, place.column): text for place, text in places if isinstance(place, SheetPlace)
    }


def test_every_visible_cell_of_the_new_workbooks_is_read_at_its_address(corpora: Path) -> None:
    for path in _files(corpora, ".xlsx"):
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
        found = _shown(readers.read(path.read_bytes(), path.name).reading)
        for sheet in book.worksheets:
            for row in sheet.iter_rows() if sheet.sheet_state == "visible" else ():
                for cell in row:
                    filled = cell.value is not None and str(cell.value).strip() and not _hidden(sheet, cell)
                    assert ((sheet.title, cell.row, cell.column) in found) == bool(filled), path.name


def _hidden(sheet: openpyxl.worksheet.worksheet.Worksheet, cell: openpyxl.cell.Cell) -> bool:
    columns = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min, dimension.max + 1)
    }
    merged = next((area for area in sheet.merged_cells.ranges if cell.coordinate in area), None)
    right = merged.max_col if merged else cell.column
    return sheet.row_dimensions[cell.row].hidden or columns.issuperset(range(cell.column, right + 1))


def test_the_numbers_of_the_old_workbooks_are_those_that_are_stored(corpora: Path) -> None:
    for path in _files(corpora, ".xls"):
        book = xlrd.open_workbook(file_contents=path.read_bytes())
        reading = readers.read(path.read_bytes(), path.name).reading
        for table in reading.tables:
            for cell in table.cells:
                if cell.number and isinstance(cell.place, SheetPlace):
                    stored = book.sheet_by_name(cell.place.sheet).cell_value(
                        cell.place.row - 1, cell.place.column - 1
                    )
                    assert float(cell.number) == stored


def test_hidden_sheets_of_real_replies_stay_sealed(corpora: Path) -> None:
    sealed = 0
    for path in _files(corpora, ".xls", ".xlsx"):
        for part in readers.read(path.read_bytes(), path.name).reading.parts:
            sealed += bool(part.hidden)
            assert not part.hidden or (part.text, part.words, part.blocks) == ("", (), ())
    assert sealed > 0
