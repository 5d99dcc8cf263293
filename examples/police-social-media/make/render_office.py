"""Word and spreadsheet attachments, with every date in their metadata fixed."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from typing import Any

import xlwt
from docx import Document
from docx.shared import Pt
from model import NOTICE, Block, Letter, Para, Table
from openpyxl import Workbook
from openpyxl.styles import Font

FIXED = (2014, 8, 1, 9, 0, 0)
STAMP = b"2014-08-01T09:00:00Z"


def fixed_zip(data: bytes) -> bytes:
    """The same Office file with fixed times inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name.endswith("core.xml"):
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z", STAMP, body)
            new.writestr(zipfile.ZipInfo(name, FIXED), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed(files: list[tuple[str, bytes]]) -> bytes:
    """A zip of the files, byte-stable."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in files:
            new.writestr(zipfile.ZipInfo(name, FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _word_table(doc: Any, table: Table) -> None:
    if table.title:
        doc.add_paragraph(table.title).runs[0].bold = True
    grid = doc.add_table(rows=1, cols=len(table.head))
    grid.style = "Table Grid"
    for cell, text in zip(grid.rows[0].cells, table.head, strict=True):
        cell.text = text
        cell.paragraphs[0].runs[0].bold = True
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    if table.merge_first:
        _merge_down(grid, [row[0] for row in table.rows])
    doc.add_paragraph()


def _merge_down(grid: Any, labels: list[str]) -> None:
    start = 0
    for at in range(1, len(labels) + 1):
        if at < len(labels) and labels[at] == "":
            continue
        if at - start > 1:
            merged = grid.cell(start + 1, 0).merge(grid.cell(at, 0))
            merged.text = labels[start]
        start = at


def _word_block(doc: Any, block: Block) -> None:
    if isinstance(block, Para):
        doc.add_paragraph(block.text)
    else:
        _word_table(doc, block)


def letter_docx(letter: Letter) -> bytes:
    """The letter as a Word document, the notice in its page header."""
    doc = Document()
    doc.styles["Normal"].font.name = "Arial"
    doc.styles["Normal"].font.size = Pt(10)
    doc.sections[0].header.paragraphs[0].text = NOTICE
    doc.core_properties.author = letter.body["name"]
    doc.core_properties.title = f"FOI response {letter.ref}"
    doc.core_properties.created = doc.core_properties.modified = dt.datetime(*FIXED)
    doc.add_paragraph(letter.body["name"]).runs[0].bold = True
    for line in (f"{letter.date:%d %B %Y}", f"Ref: {letter.ref}", *letter.opening):
        doc.add_paragraph(line)
    for answer in letter.answers:
        doc.add_paragraph(f"Q{answer.question}").runs[0].bold = True
        for block in answer.blocks:
            _word_block(doc, block)
    for line in letter.closing:
        doc.add_paragraph(line)
    out = io.BytesIO()
    doc.save(out)
    return fixed_zip(out.getvalue())


def _number(text: str) -> str | int:
    return int(text) if re.fullmatch(r"\d{1,4}", text) else text


def sheet_rows(letter: Letter, tables: list[Table], notes: list[str]) -> list[list[str]]:
    """Rows of a plain sheet: notice, title, the tables, the notes."""
    rows = [[NOTICE], [f"{letter.body['name']} - {letter.ref}"], []]
    for table in tables:
        rows += ([[table.title]] if table.title else []) + [table.head, *table.rows, []]
    return rows + [[note] for note in notes]


def book_xlsx(sheets: list[tuple[str, list[list[str]], str]]) -> bytes:
    """A workbook of (name, rows, state), state being visible or hidden; the notice heads each printed page too."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows, state in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.oddHeader.center.text = NOTICE
        for row in rows:
            sheet.append([_number(cell) for cell in row])
        sheet["A1"].font = Font(bold=True)
        for letter, width in zip("ABCDEFG", (12, 24, 52, 18, 28, 18, 14), strict=True):
            sheet.column_dimensions[letter].width = width
    book.properties.creator = NOTICE
    book.properties.created = book.properties.modified = dt.datetime(*FIXED)
    out = io.BytesIO()
    book.save(out)
    return fixed_zip(out.getvalue())


def book_xls(sheets: list[tuple[str, list[list[str]]]]) -> bytes:
    """An old-format workbook."""
    book = xlwt.Workbook(encoding="cp1252")
    for name, rows in sheets:
        sheet = book.add_sheet(name)
        sheet.header_str = NOTICE.encode()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, _number(cell))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_csv(rows: list[list[str]], encoding: str = "cp1252") -> bytes:
    """A CSV as a spreadsheet program on a clerk's desk would save it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)
