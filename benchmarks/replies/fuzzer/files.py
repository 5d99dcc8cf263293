"""Tables → bytes of an xlsx, csv, docx or pdf file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from docx import Document
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .layouts import Grid, Value

FORMS = ("xlsx", "csv", "docx", "pdf")


def shown(value: Value) -> str:
    return "" if value is None else str(value)


def xlsx(grids: Sequence[Grid], one_sheet: bool) -> bytes:
    """A sheet for each table, named by its caption; or all on one sheet with blank rows between."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    down = 0
    for n, grid in enumerate(grids):
        if n and not one_sheet:
            sheet, down = book.create_sheet(), 0
        if grid.fixed and not one_sheet:
            sheet.title = grid.caption.replace("/", "-")[:30]
        for row, values in enumerate(grid.rows, down + 1):
            for column, value in enumerate(values, 1):
                if value is not None:
                    sheet.cell(row, column, value)
        for top, left, bottom, right in grid.merges:
            sheet.merge_cells(
                start_row=top + down + 1, start_column=left + 1, end_row=bottom + down + 1, end_column=right + 1
            )
        down += len(grid.rows) + 2
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_text(grids: Sequence[Grid], separator: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    for n, grid in enumerate(grids):
        if n:
            writer.writerow([])
        writer.writerows([[shown(value) for value in row] for row in grid.rows])
    return out.getvalue().encode()


def docx(grids: Sequence[Grid], before: Sequence[str], after: Sequence[str]) -> bytes:
    letter = Document()
    for line in before:
        letter.add_paragraph(line)
    for grid in grids:
        if grid.caption:
            letter.add_paragraph(grid.caption)
        width = max(map(len, grid.rows))
        table = letter.add_table(rows=len(grid.rows), cols=width)
        table.style = "Table Grid"
        cells = table._cells
        for r, row in enumerate(grid.rows):
            for c, value in enumerate(row):
                cells[r * width + c].text = shown(value)
        for top, left, bottom, right in grid.merges:
            label = cells[top * width + left].text
            cells[top * width + left].merge(cells[bottom * width + right]).text = label
        letter.add_paragraph("")
    for line in after:
        letter.add_paragraph(line)
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def pdf(grids: Sequence[Grid], before: Sequence[str], after: Sequence[str], ruled: bool) -> bytes:
    out = io.BytesIO()
    styles = getSampleStyleSheet()
    wide = max(len(row) for grid in grids for row in grid.rows) > 7
    page = SimpleDocTemplate(
        out, pagesize=landscape(A4) if wide else A4, invariant=1, leftMargin=50, rightMargin=50
    )
    story: list[Flowable] = []
    for line in before:
        story += [Paragraph(line, styles["BodyText"]), Spacer(1, 6)]
    for grid in grids:
        if grid.caption:
            story += [Paragraph(grid.caption, styles["Heading4"]), Spacer(1, 4)]
        story += [_table(grid, ruled), Spacer(1, 10)]
    story += [Paragraph(line, styles["BodyText"]) for line in after]
    page.build(story)
    return out.getvalue()


def _table(grid: Grid, ruled: bool) -> Table:
    width = max(map(len, grid.rows))
    cells = [[shown(value) for value in [*row, *[None] * (width - len(row))]] for row in grid.rows]
    look = [("FONTSIZE", (0, 0), (-1, -1), 7 if width > 10 else 9), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    look += [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in grid.merges]
    look += [("GRID", (0, 0), (-1, -1), 0.5, "#444444")] if ruled else [("ALIGN", (1, 0), (-1, -1), "RIGHT")]
    return Table(cells, style=TableStyle(look), hAlign="LEFT", repeatRows=grid.head)
