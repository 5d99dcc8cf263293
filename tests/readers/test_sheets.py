"""Workbooks: every address right, what is hidden sealed, tables found as a person sees them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from datetime import datetime
from typing import Any

import pytest

from foidesk import readers
from foidesk.errors import Truncated, UnreadableDocument
from foidesk.model.places import SheetPlace
from foidesk.model.reading import Reading, Table
from foidesk.readers.properties import sealed_properties

from . import cfb, make


def read(data: bytes, name: str = "a.xlsx", **options: Any) -> Reading:
    return readers.read(data, name, **options).reading


def grid(table: Table) -> list[list[str]]:
    return [["" if cell is None else cell.text for cell in row] for row in table.grid()]


def kinds(reading: Reading) -> list[str]:
    return sorted(issue.kind for issue in reading.issues)


def test_each_filled_cell_is_a_word_with_its_address() -> None:
    def edit(book: Any) -> None:
        book.active["B3"], book.active["D5"] = "Cases", 12

    part = read(make.xlsx(edit=edit)).parts[0]
    places = {word.text: word.place for word in part.words}
    assert places == {"Cases": SheetPlace("Sheet", 3, 2, 3, 2), "12": SheetPlace("Sheet", 5, 4, 5, 4)}
    assert all(part.text[word.start : word.end] == word.text for word in part.words)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_measured_and_sealed(state: str) -> None:
    def edit(book: Any) -> None:
        sheet = book.create_sheet("Names")
        sheet.append(["canary", 4711])
        sheet.sheet_state = state

    reading = read(make.xlsx([["Cases", 3]], edit))
    part = reading.part("Names")
    assert part.hidden == {"hidden": "hidden", "veryHidden": "very hidden"}[state]
    assert (part.text, part.words) == ("", ())
    assert kinds(reading) == ["hidden-sheet"]
    assert "canary" not in repr(reading)
    assert "4711" not in repr(reading)
    assert "2 filled cells" in reading.issues[0].what


def test_an_unsealed_sheet_is_read_and_still_marked() -> None:
    def edit(book: Any) -> None:
        sheet = book.create_sheet("Names")
        sheet.append(["canary", 4711])
        sheet.sheet_state = "hidden"

    part = read(make.xlsx([["Cases", 3]], edit), unsealed=True).part("Names")
    assert part.hidden == "hidden"
    assert part.text == "canary\t4711"


def _hide(book: Any) -> None:
    book.active.row_dimensions[2].hidden = True


def test_hidden_rows_are_sealed_in_place() -> None:
    reading = read(make.xlsx([["Area", "Cases"], ["canary", 3], ["South", 4]], _hide))
    table = reading.tables[0]
    assert grid(table) == [["Area", "Cases"], ["", ""], ["South", "4"]]
    assert [cell.hidden for cell in table.cells] == [False, False, True, True, False, False]
    assert kinds(reading) == ["hidden-rows"]
    assert "canary" not in repr(reading)


def test_a_merged_cell_that_starts_in_a_hidden_column_still_shows() -> None:
    def edit(book: Any) -> None:
        book.active.merge_cells("B2:C2")
        book.active.column_dimensions["B"].hidden = True

    reading = read(make.xlsx([["Case", "canary", "Paid"], ["x", 500, None], ["y", None, 700]], edit))
    assert grid(reading.tables[0]) == [["Case", "", "Paid"], ["x", "500", "500"], ["y", "", "700"]]
    assert "1 filled cell" in reading.issues[0].what


def test_unsealed_rows_are_read_and_still_marked() -> None:
    table = read(make.xlsx([["Area", "Cases"], ["North", 3], ["South", 4]], _hide), unsealed=True).tables[0]
    assert grid(table)[1] == ["North", "3"]
    assert [cell.hidden for cell in table.cells[2:4]] == [True, True]


def test_a_stray_far_cell_costs_one_cell() -> None:
    def edit(book: Any) -> None:
        book.active["XFD1048576"] = "end"

    reading = read(make.xlsx([["Year", "Cases"], [2012, 4]], edit))
    assert [word.place.describe() for word in reading.parts[0].words][-1] == "sheet 'Sheet', XFD1048576"
    assert (reading.tables[0].height, reading.tables[0].width) == (2, 2)


def test_values_keep_what_is_stored_beside_what_is_shown() -> None:
    def edit(book: Any) -> None:
        book.active["B2"], book.active["B3"] = 0.0875, True
        book.active["B2"].number_format = "0%"

    cells = {
        cell.place.describe(): cell for cell in read(make.xlsx([["a", "b"], ["c"], ["d"]], edit)).tables[0].cells
    }
    share = cells["sheet 'Sheet', B2"]
    assert (share.text, share.number, share.kind, share.number_format) == ("9%", "0.0875", "number", "0%")
    assert cells["sheet 'Sheet', B3"].kind == "bool"


def test_a_formula_is_kept_and_one_without_result_is_an_issue() -> None:
    reading = read(make.xlsx([["a", 1], ["Total", "=SUM(B1:B1)"]]))
    assert reading.tables[0].cells[-1].formula == "=SUM(B1:B1)"
    assert kinds(reading) == ["formula-without-value"]


def test_merged_cells_span() -> None:
    def edit(book: Any) -> None:
        book.active.merge_cells("B1:C1")

    table = read(make.xlsx([["Rank", "Cases", None], ["", "2012", "2013"], ["PC", 1, 2]], edit)).tables[0]
    assert grid(table)[0] == ["Rank", "Cases", "Cases"]


def test_two_tables_under_each_other_with_their_captions() -> None:
    rows = [["By year"], ["Year", "Cases"], ["2011", 3], [], ["By rank"], ["Rank", "Cases"], ["Constable", 3]]
    first, second = read(make.xlsx(rows)).tables
    assert (first.caption, second.caption) == ("By year", "By rank")
    assert (grid(first)[0], grid(second)[0]) == (["Year", "Cases"], ["Rank", "Cases"])


def test_a_blank_row_before_the_total_does_not_split_a_table() -> None:
    rows = [["Rank", "Cases"], ["Constable", 3], ["Sergeant", 1], [], ["Total", 4]]
    assert [table.height for table in read(make.xlsx(rows)).tables] == [5]


def test_a_blank_row_under_the_heading_does_not_split_a_table() -> None:
    rows = [["Rank", "Cases"], [], ["Constable", 3], ["Sergeant", 1]]
    assert [table.height for table in read(make.xlsx(rows)).tables] == [4]


def test_figures_typed_as_text_are_figures() -> None:
    rows = [
        ["Rank", "Cases"],
        ["Constable", "<5"],
        ["Sergeant", "7"],
        [],
        ["Total", "9"],
        [],
        ["Staff", "Cases"],
        ["a", "1"],
    ]
    assert [table.height for table in read(make.xlsx(rows)).tables] == [5, 2]


def test_side_by_side_tables_are_two() -> None:
    rows = [
        ["Year", "Cases", None, "Rank", "Cases"],
        ["2011", 3, None, "Constable", 2],
        ["2012", 4, None, "Sergeant", 5]
    ]  # fmt: skip
    assert [table.width for table in read(make.xlsx(rows)).tables] == [2, 2]


def test_a_blank_spacer_column_does_not_split_a_table() -> None:
    rows = [["Rank", "2011", None, "2012"], ["Constable", 3, None, 2], ["Sergeant", 4, None, 5]]
    assert [table.width for table in read(make.xlsx(rows)).tables] == [4]


def test_notes_and_preamble_are_blocks() -> None:
    rows = [["Request 14/9"], [], ["Year", "Cases"], ["2011", 3], ["Note: figures may change after this date."]]
    reading = read(make.xlsx(rows))
    assert [block.text for block in reading.parts[0].blocks] == [rows[0][0], rows[-1][0]]
    assert grid(reading.tables[0]) == [["Year", "Cases"], ["2011", "3"]]


def test_macros_are_named_and_not_run() -> None:
    data = make.xlsx([["a", 1]])
    import io
    import zipfile

    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert kinds(read(held.getvalue(), "a.xlsm")) == ["macros"]


def test_old_workbooks_show_formats_errors_and_merged_cells() -> None:
    import xlwt

    def edit(book: Any, sheet: Any) -> None:
        sheet.write(3, 1, 0.25, xlwt.easyxf(num_format_str="0%"))
        sheet.row(4).set_cell_error(1, "#NULL!")
        sheet.write_merge(5, 5, 0, 1, "both")
        hidden = book.add_sheet("Names")
        hidden.write(0, 0, "canary")
        hidden.visibility = 2

    reading = read(make.xls([["Item", "Sum"], ["a", 2], ["b", 3.5], ["c"], ["d"]], edit), "a.xls")
    assert grid(reading.tables[0]) == [
        ["Item", "Sum"], ["a", "2"], ["b", "3.5"], ["c", "25%"], ["d", "#NULL!"], ["both", "both"]
    ]  # fmt: skip
    assert kinds(reading) == ["error-cells", "hidden-sheet"]
    assert "canary" not in repr(reading)


_CELL = "<table:table-cell office:value-type='{0}' office:value='{1}'{3}><text:p>{2}</text:p></table:table-cell>"


def _row(*cells: tuple[str, str, str], more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(_CELL.format(*cell, '') for cell in cells)}</table:table-row>"


def test_ods_shows_what_the_cell_shows_and_seals_what_is_hidden() -> None:
    look = "<style:table-properties table:display='false'/>"
    styles = f"<style:style style:name='off' style:family='table'>{look}</style:style>"
    blank = "<table:table-cell table:number-columns-repeated='1024'/>"
    far = f"<table:table-row table:number-rows-repeated='1048000'>{blank}</table:table-row>"
    body = (
        "<table:table table:name='Data'>"
        + _row(("string", "", "Year"), ("string", "", "Share"))
        + _row(("string", "", "2012"), ("percentage", "0.0875", "9%"))
        + _row(("string", "", "canary"), ("float", "4711", "4711"), more=" table:visibility='collapse'")
        + far
        + "</table:table><table:table table:name='Off' table:style-name='off'>"
        + _row(("string", "", "canary"))
        + "</table:table>"
    )
    reading = read(make.opendocument("spreadsheet", body, styles), "a.ods")
    table = reading.tables[0]
    assert grid(table)[1] == ["2012", "9%"]
    assert [cell.number for cell in table.cells if cell.text == "9%"] == ["0.0875"]
    assert kinds(reading) == ["hidden-rows", "hidden-sheet"]
    assert "canary" not in repr(reading)


def test_ods_repeated_columns_move_addresses() -> None:
    body = (
        "<table:table table:name='A'>"
        "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
        "<table:table-row><table:table-cell table:number-columns-repeated='2'/>"
        + _CELL.format("float", "5", "5", " table:number-columns-repeated='2'")
        + "</table:table-row></table:table>"
    )
    words = read(make.opendocument("spreadsheet", body), "a.ods").parts[0].words
    assert [word.place.describe() for word in words] == ["sheet 'A', C4", "sheet 'A', D4"]


XML_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>
<Worksheet ss:Name="Data"><Table>
<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">Share</Data></Cell></Row>
<Row><Cell ss:Index="2" ss:StyleID="p"><Data ss:Type="Number">0.09</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_excel_2003_xml_called_xls_is_read() -> None:
    reading = read(XML_2003.encode(), "export.xls")
    words = {word.place.describe(): word.text for word in reading.parts[0].words}
    assert words == {"sheet 'Data', B3": "Share", "sheet 'Data', B4": "9%"}
    assert kinds(reading) == ["mislabelled-file"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_in_any_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    lines = (("Café", "Amount £"), ("Heol y Bont", "1"), ("Tŷ" if "utf" in encoding else "Ty", "2"))
    data = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    assert grid(read(data, "a.csv").tables[0]) == [list(line) for line in lines]


def test_csv_rows_count_blank_lines_and_multi_line_cells_as_spreadsheets_do() -> None:
    words = read(b'Year,Note\n\n2012,"two\nlines"\n2013,b\n', "a.csv").parts[0].words
    assert [word.place.describe() for word in words if word.text == "2013"] == ["sheet 'csv', A4"]


def test_csv_marks_inside_quotation_marks_part_no_fields() -> None:
    table = read(b'"Area","Cases","Kind"\n"North","4","a|b|c"\n"South","7","a|b|c"\n', "a.csv").tables[0]
    assert grid(table) == [["Area", "Cases", "Kind"], ["North", "4", "a|b|c"], ["South", "7", "a|b|c"]]
    first = read(b'"0","0","|"\n"0","|","|"\n', "a.csv").parts[0].words
    assert [word.text for word in first] == ["0", "0", "|", "0", "|", "|"]


def test_csv_that_states_its_delimiter() -> None:
    words = read(b"sep=;\nYear;Cases\n2012;3,5\n", "a.csv").parts[0].words
    assert [(word.text, word.place.describe()) for word in words][-1] == ("3,5", "sheet 'csv', B3")


def test_who_made_a_workbook_is_measured_and_sealed() -> None:
    def edit(book: Any) -> None:
        book.properties.creator = "A. Clerk"

    reading = read(make.xlsx([["Year", "Cases"], [2012, 7]], edit))
    assert ("sealed: creator", "8 characters") in reading.metadata
    assert "Clerk" not in repr(reading)


def test_xml_written_in_another_way_gives_the_same_sheet() -> None:
    """The pattern for common XML and the parser for all others agree on every kind of cell."""

    def edit(book: Any) -> None:
        sheet = book.active
        sheet.append(["Rank & role", "Cases <5", "When", "Share", "Sum"])
        sheet.append(["Constable \u201cA\u201d", 12, datetime(2014, 3, 4), 0.125, "=B2*2"])
        sheet.append([True, -3.5, None, "  ", "#N/A"])
        sheet["D2"].number_format = "0.0%"
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.merge_cells("A5:B6")
        sheet["A5"] = "Total"

    data = make.xlsx([["Year", "Cases"], [2012, 7]], edit)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<sheetData>", b"<!-- --><sheetData>"))
    common, other = read(data), read(held.getvalue())
    assert (common.parts, common.tables) == (other.parts, other.tables)
    assert [(one.kind, one.what) for one in common.issues] == [(one.kind, one.what) for one in other.issues]


def test_a_circle_of_sectors_in_an_old_workbook_ends() -> None:
    data = bytearray(make.xls([["Year", "Cases"], [2012, 7]]))
    table = int.from_bytes(data[76:80], "little") * 512 + 512
    data[table : table + 4] = (0).to_bytes(4, "little")  # the first sector is followed by itself
    with pytest.raises(UnreadableDocument):
        readers.read(bytes(data), "a.xls")


def test_a_property_set_that_claims_millions_of_entries_is_read_as_far_as_it_goes() -> None:
    author = struct.pack("<II", 30, 9) + b"A. Clerk\0\0\0\0"
    section = struct.pack("<IIII", 0, 4_000_000_000, 4, 16) + author
    stream = bytes(44) + struct.pack("<I", 48) + section
    data = cfb.compound({"Workbook": b"x" * 5000, "\x05SummaryInformation": stream.ljust(5000, b"\0")})
    assert sealed_properties(data, "a.xls") == [("sealed: author", "8 characters")]


def test_a_text_that_the_workbook_lacks_is_an_error_and_no_blank() -> None:
    data = make.xlsx([["Rank", "Cases"], ["Constable", 14]])
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = re.sub(rb'(<c r="A2"[^>]*?) t="\w+"[^>]*>.*?</c>', rb'\1 t="s"><v>77</v></c>', members[sheet])
    reading = readers.read(make.zipped(members), "a.xlsx").reading  # type: ignore[arg-type]
    assert [(i.kind, i.locators[0].place.describe()) for i in reading.issues] == [
        ("error-cells", "sheet 'Sheet', A2")
    ]


def test_a_sheet_in_an_encoding_that_nobody_knows_is_refused_in_our_words() -> None:
    with zipfile.ZipFile(io.BytesIO(make.xlsx([["Rank", "Cases"], ["Constable", 14]]))) as old:
        members = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = b'<?xml version="1.0" encoding="UF-8"?>' + members[sheet].partition(b"?>")[2]
    with pytest.raises(Truncated, match="UF-8"):
        readers.read(make.zipped(members), "a.xlsx")  # type: ignore[arg-type]
