"""Cells that a line is drawn through, or that a comment hangs on: read as they stand, and told."""

from __future__ import annotations

from typing import Any

import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from foidesk import readers
from foidesk.model import Reading

from . import make

ROWS = [["Rank", "Cases"], ["Constable", 14], ["Sergeant", 5], ["Inspector", 31]]
STRUCK, COMMENTS = "struck-text", "comments"


def places(reading: Reading, kind: str) -> list[str]:
    return [at.place.describe() for one in reading.issues if one.kind == kind for at in one.locators]


def cells(reading: Reading) -> list[str]:
    return [cell.text for table in reading.tables for cell in table.cells]


def strike(book: Any) -> None:
    for cell in book.active[3]:
        cell.font = Font(strike=True)


def test_struck_cells_of_a_workbook_are_read_and_told() -> None:
    reading = readers.read(make.xlsx(ROWS, strike), "a.xlsx").reading
    assert places(reading, STRUCK) == ["sheet 'Sheet', A3", "sheet 'Sheet', B3"]
    assert cells(reading) == [str(cell) for row in ROWS for cell in row]


def test_struck_cells_of_an_old_workbook_are_told() -> None:
    def edit(book: Any, sheet: Any) -> None:
        sheet.write(4, 0, "Chief")
        sheet.write(4, 1, 3, xlwt.easyxf("font: struck_out true"))

    reading = readers.read(make.xls(ROWS, edit), "a.xls").reading
    assert places(reading, STRUCK) == ["sheet 'Data', B5"]
    assert "3" in cells(reading)


def test_struck_cells_of_an_opendocument_sheet_are_told() -> None:
    line = '<style:text-properties style:text-line-through-style="solid"/>'
    styles = f'<style:style style:name="out" style:family="table-cell">{line}</style:style>'

    def cell(text: str, more: str = "") -> str:
        return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'

    rows = [
        cell("Rank") + cell("Cases"),
        cell("Constable") + cell("14"),
        cell("Sergeant") + cell("5", ' table:style-name="out"'),
    ]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    body = f'<office:spreadsheet><table:table table:name="Data">{table}</table:table></office:spreadsheet>'
    reading = readers.read(make.opendocument("spreadsheet", body, styles), "a.ods").reading
    assert places(reading, STRUCK) == ["sheet 'Data', B3"]
    assert cells(reading)[-1] == "5"


def test_struck_words_in_a_table_of_word_are_told_with_their_cell() -> None:
    def edit(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        for at, text in enumerate(("Rank", "Cases", "Constable", "14")):
            table.cell(at // 2, at % 2).text = text
        table.cell(1, 1).paragraphs[0].runs[0].font.strike = True

    reading = readers.read(make.word(edit), "a.docx").reading
    assert [at.quote for one in reading.issues if one.kind == STRUCK for at in one.locators] == ["14"]


@pytest.mark.parametrize("first", ["10", "1"])
def test_a_figure_written_behind_a_struck_one_in_one_cell_is_none_with_it(first: str) -> None:
    def edit(book: Any) -> None:
        parts = TextBlock(InlineFont(strike=True), first), TextBlock(InlineFont(), "11")
        book.active["B2"] = CellRichText(*parts)

    assert f"{first} 11" in cells(readers.read(make.xlsx(ROWS, edit), "a.xlsx").reading)


def test_a_comment_is_told_with_the_cell_it_hangs_on_and_not_read() -> None:
    def edit(book: Any) -> None:
        book.active["B3"].comment = Comment("should be ninety", "nobody")

    reading = readers.read(make.xlsx(ROWS, edit), "a.xlsx").reading
    assert places(reading, COMMENTS) == ["sheet 'Sheet', B3"]
    assert "ninety" not in repr(reading)


def test_a_workbook_like_any_other_has_neither() -> None:
    reading = readers.read(make.xlsx(ROWS), "a.xlsx").reading
    assert not places(reading, STRUCK) and not places(reading, COMMENTS)
