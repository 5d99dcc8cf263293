"""Makes the workbooks and documents of this folder: what no text editor can write.

Run `python tests/golden/readers/make_inputs.py`; readable inputs (csv, eml, html, txt, rtf) are written by hand.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import xlwt
from openpyxl.comments import Comment

HERE = Path(__file__).parent


def _folder(name: str) -> Path:
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    return folder


def hidden_sheet() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Answer"
    book.active.append(["Year", "Cases"])
    book.active.append([2012, 7])
    for title, state in (("Names", "hidden"), ("Lookup", "veryHidden")):
        sheet = book.create_sheet(title)
        sheet.append(["secret", 99999])
        sheet.sheet_state = state
    book.save(_folder("hidden-sheet") / "input.xlsx")


def hidden_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Force area", "Cases", "Note"], ["North", 3, "a"], ["South", 4, "secret"], ["Total", 7, "b"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["B2"].comment = Comment("checked", "clerk")
    book.save(_folder("hidden-rows") / "input.xlsx")


def phantom_range() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["C5"], sheet["D5"], sheet["C6"], sheet["D6"] = "Rank", "Officers", "Constable", 12
    sheet["XFD1048576"] = "."
    book.save(_folder("phantom-range") / "input.xlsx")


def number_formats() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        (0.09, "0%"), (0.1 + 0.2, "General"), (1234.5, "£#,##0.00"), (41692, "dd/mm/yyyy"),
        (41692.5, "d mmm yyyy hh:mm"),
        (1.5, "[h]:mm"), (-3, "0;(0)"), (7, "00000"), (88.0, "General"), (0, "0;-0;-"), (0.125, "0.0%"),
        (1250000, '0.0,,"m"'),
    ]  # fmt: skip
    sheet.append(["Format", "Value"])
    for at, (value, code) in enumerate(rows, 2):
        sheet.cell(at, 1, code)
        sheet.cell(at, 2, value).number_format = code
    book.save(_folder("number-formats") / "input.xlsx")


def two_tables() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "FOI 12"
    rows = [
        ["Response to your request"], [], ["Table 1: cases by year"], ["Year", "Cases"],
        [2011, 3], [2012, 4], ["Total", 7],
        [], ["Table 2: outcome"], ["Outcome", "2011", "2012"], ["Dismissed", 1, 0], ["No action", 2, 4],
        [], ["Note: figures are taken from a live system and may change after this date."],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for row, line in ((4, ["Rank", "Officers"]), (5, ["Constable", 5]), (6, ["Sergeant", 2])):
        for column, value in enumerate(line, 6):
            sheet.cell(row, column, value)
    book.save(_folder("two-tables-on-a-sheet") / "input.xlsx")


def merged_headings() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Allegation", "2012", None, "2013", None])
    sheet.append([None, "Officers", "Staff", "Officers", "Staff"])
    sheet.append(["Racist remark", 1, 0, 2, 1])
    for area in ("A1:A2", "B1:C1", "D1:E1"):
        sheet.merge_cells(area)
    book.save(_folder("merged-headings") / "input.xlsx")


def error_cells() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for row, line in enumerate((["Item", "Sum"], ["a", 2.0], ["b", None])):
        for column, value in enumerate(line):
            if value is not None:
                sheet.write(row, column, value)
    sheet.row(2).set_cell_error(1, "#DIV/0!")
    book.save(str(_folder("error-cells-xls") / "input.xls"))


def unfinished_formula() -> None:
    book = openpyxl.Workbook()
    for row in (["Item", "Count"], ["a", 2], ["b", 3], ["Total", "=SUM(B2:B3)"]):
        book.active.append(row)
    book.save(_folder("formula-without-value") / "input.xlsx")


def mislabelled() -> None:
    (_folder("csv-called-xls") / "input.xls").write_bytes(
        b"Year,Cases,Outcome\r\n2011,3,Dismissed\r\n2012,4,Advice\r\n"
    )


def word_tables() -> None:
    document = docx.Document()
    document.add_heading("Freedom of Information request 2014/99", 1)
    document.add_paragraph("Number of cases by rank and year")
    table = document.add_table(3, 3)
    for row, line in enumerate((["Rank", "2012", "2013"], ["Constable", "4", "5"], ["Sergeant", "", "1"])):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    paragraph = document.add_paragraph("In all 45")
    paragraph.add_run("1").font.superscript = True
    document.add_paragraph("secret 777").runs[0].font.hidden = True
    document.sections[0].header.paragraphs[0].text = "OFFICIAL"
    document.save(str(_folder("word-merged-cells") / "input.docx"))


def tracked_changes() -> None:
    document = docx.Document()
    document.add_paragraph("There were 12 cases.")
    held = io.BytesIO()
    document.save(held)
    target = _folder("tracked-changes") / "input.docx"
    change = (
        b"There were </w:t></w:r><w:del w:id='1' w:author='x'><w:r><w:delText>12</w:delText></w:r></w:del>"
        b"<w:ins w:id='2' w:author='x'><w:r><w:t>14</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> cases."
    )
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/document.xml":
                data = data.replace(b"<w:t>There were 12 cases.", b"<w:t xml:space='preserve'>" + change)
            new.writestr(info.filename, data)


def zip_of_zips() -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(_entry("answer.csv"), "Year,Cases\n2012,5\n")
    with zipfile.ZipFile(_folder("zip-of-zips") / "input.zip", "w") as archive:
        archive.writestr(_entry("../../etc/answer.csv"), "Year,Cases\n2011,4\n")
        archive.writestr(_entry("inner/more.zip"), inner.getvalue())
        archive.writestr(_entry("__MACOSX/._answer.csv"), "x")
        archive.writestr(_entry("~$draft.docx"), "x")
        archive.writestr(_entry("empty.pdf"), "")


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (2014, 3, 1, 12, 0, 0))


if __name__ == "__main__":
    for make in (
        hidden_sheet, hidden_rows, phantom_range, number_formats, two_tables, merged_headings, error_cells,
        unfinished_formula, mislabelled, word_tables, tracked_changes, zip_of_zips,
    ):  # fmt: skip
        make()
