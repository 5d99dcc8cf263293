"""Cells that nobody sees, though no row or sheet is hidden: sealed, and said with their places."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Any

import pytest
import xlwt
from openpyxl.styles import Font, PatternFill

from foidesk import readers
from foidesk.errors import UnreadableDocument
from foidesk.model.places import Place
from foidesk.model.reading import Reading

from . import make, xlsb

SECRET = 987654
ROWS = [["Rank", "Cases"], ["Constable", 14], ["Sergeant", 5], ["Inspector", 31]]
WHITE = Font(color="FFFFFFFF")


def workbook(edit: Any) -> Reading:
    return readers.read(make.xlsx(ROWS, edit), "a.xlsx").reading


def sealed(reading: Reading) -> list[Place]:
    return [where.place for i in reading.issues if i.kind == "hidden-cells" for where in i.locators]


def numbers(reading: Reading) -> list[str]:
    return [cell.number for table in reading.tables for cell in table.cells if cell.number]


def shown_by(code: str, value: object, white: bool = False) -> Any:
    def edit(book: Any) -> None:
        cell = book.active["B3"]
        cell.value, cell.number_format = value, code
        if white:
            cell.font = WHITE

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        shown_by(";;;", SECRET),
        shown_by("0;;0", -SECRET),
        shown_by(";;;", f"see {SECRET}"),
        shown_by("General", SECRET, white=True),
        shown_by(";;;", SECRET, white=True),
    ],
)
def test_what_its_format_or_its_colour_hides_is_sealed(edit: Any) -> None:
    reading = workbook(edit)
    assert str(SECRET) not in repr(reading)
    assert [place.describe() for place in sealed(reading)] == ["sheet 'Sheet', B3"]
    assert numbers(reading) == ["14", "31"]
    unsealed = readers.read(make.xlsx(ROWS, edit), "a.xlsx", unsealed=True).reading
    assert str(SECRET) in repr(unsealed)


def test_white_figures_on_a_dark_ground_or_in_a_table_of_its_own_style_are_read() -> None:
    def dark(book: Any) -> None:
        for cell in book.active["B"]:
            cell.font, cell.fill = WHITE, PatternFill("solid", fgColor="FF000080")

    def styled(book: Any) -> None:
        from openpyxl.worksheet.table import Table

        book.active["B1"].font = WHITE
        book.active.add_table(Table(displayName="T", ref="A1:B4"))

    for edit in (dark, styled):
        reading = workbook(edit)
        assert numbers(reading) == ["14", "5", "31"]
        assert not sealed(reading)


def test_what_stands_below_a_merged_cell_is_sealed() -> None:
    def edit(book: Any) -> None:
        book.active["C2"], book.active["D2"] = "both years", SECRET
        book.active.merged_cells.add("C2:D2")

    reading = workbook(edit)
    assert str(SECRET) not in repr(reading)
    assert [place.describe() for place in sealed(reading)] == ["sheet 'Sheet', D2"]


def test_a_zero_that_its_format_leaves_blank_is_a_zero_and_is_said() -> None:
    reading = workbook(shown_by("0;-0;;@", 0))
    assert numbers(reading) == ["14", "0", "31"]
    assert [issue.kind for issue in reading.issues] == ["zeros-not-shown"]


def test_white_figures_of_an_old_workbook_are_sealed() -> None:
    def edit(book: Any, sheet: Any) -> None:
        sheet.write(4, 0, "Chief")
        sheet.write(5, 0, "Staff")
        sheet.write(4, 1, SECRET, xlwt.easyxf("font: colour white"))
        sheet.write(5, 1, 44, xlwt.easyxf("font: colour white; pattern: pattern solid, fore_colour blue"))

    reading = readers.read(make.xls(ROWS, edit), "a.xls").reading
    assert str(SECRET) not in repr(reading)
    assert numbers(reading) == ["14", "5", "31", "44"]
    assert [place.describe() for place in sealed(reading)] == ["sheet 'Data', B5"]


def binary(hidden: bool) -> bytes:
    """A binary workbook with a scaled, a formatted and an error cell; the last row and column hidden or not."""
    marks = xlsb.record(390) + xlsb.record(60, struct.pack("<IIIIH", 3, 3, 0, 0, 1)) + xlsb.record(391)
    return xlsb.workbook(
        xlsb.row(0, False, xlsb.cell(0, "Rank"), xlsb.cell(1, "Cases"), xlsb.cell(2, "Share")),
        xlsb.row(1, False, xlsb.cell(0, "Constable"), xlsb.cell(1, 31500, 1), xlsb.cell(2, 0.5, 2)),
        xlsb.row(2, False, xlsb.cell(0, "Sergeant"), xlsb.cell(1, "#DIV/0!"), xlsb.cell(2, 0.25, 2)),
        xlsb.row(3, False, xlsb.cell(0, "Inspector"), xlsb.cell(1, SECRET, 3), xlsb.cell(3, SECRET)),
        xlsb.row(4, hidden, xlsb.cell(0, "Chief"), xlsb.cell(1, SECRET)),
        formats=("#,##0.0,", "0%", ";;;"),
        columns=marks if hidden else b"",
    )


def test_a_binary_workbook_is_read_as_it_shows() -> None:
    reading = readers.read(binary(hidden=True), "a.xlsb").reading
    shown = [(cell.text, cell.number_format) for cell in reading.tables[0].cells if cell.text]
    assert shown == [
        ("Rank", ""), ("Cases", ""), ("Share", ""), ("Constable", ""), ("31.5", "#,##0.0,"), ("50%", "0%"),
        ("Sergeant", ""), ("#DIV/0!", ""), ("25%", "0%"), ("Inspector", ""),
    ]  # fmt: skip
    assert str(SECRET) not in repr(reading)
    assert {issue.kind for issue in reading.issues} == {
        "hidden-cells",
        "hidden-rows",
        "error-cells",
        "values-only",
    }
    assert str(SECRET) in repr(readers.read(binary(hidden=False), "a.xlsb").reading)


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.bin", "xl/workbook.bin", "xl/styles.bin"])
@pytest.mark.parametrize("cut", [1, 9, 20, 40])
def test_a_cut_binary_workbook_is_read_or_refused_in_our_words(member: str, cut: int) -> None:
    with zipfile.ZipFile(io.BytesIO(binary(hidden=False))) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    members[member] = members[member][:-cut]
    try:
        reading = readers.read(make.zipped(members), "a.xlsb").reading  # type: ignore[arg-type]
        assert reading.parts[0].name == "Data"
    except UnreadableDocument as error:
        assert "damaged" in error.what


def test_a_stray_cell_of_a_binary_workbook_is_no_bomb() -> None:
    far = xlsb.workbook(xlsb.row(0, False, xlsb.cell(0, 1)), xlsb.row(1_048_575, False, xlsb.cell(16_383, 2)))
    with pytest.raises(UnreadableDocument, match="17,179,869,184 cells"):
        readers.read(far, "a.xlsb")
    with pytest.raises(UnreadableDocument, match="damaged"):
        readers.read(xlsb.workbook(xlsb.row(0, False, xlsb.cell(100_000_000, 1))), "a.xlsb")
