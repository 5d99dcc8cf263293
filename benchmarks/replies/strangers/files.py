"""Writers for invented replies: letters (docx, pdf), sheets (xlsx, xls, csv), mail (eml), byte-equal each time."""

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from types import MappingProxyType

import reportlab
import xlwt
from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

Value = str | int | float | dt.date | None
Row = Sequence[Value]
FIXED = (2026, 1, 5, 9, 0, 0)
STAMP = "2026-01-05T09:00:00Z"


@dataclass(frozen=True)
class Grid:
    """A table of a letter; `merges` are (first row, first column, last row, last column), counted from 0."""

    rows: Sequence[Row]
    ruled: bool = True
    merges: Sequence[tuple[int, int, int, int]] = field(default=())
    widths: Sequence[float] | None = None


Block = str | Grid


def text_of(value: Value) -> str:
    return "" if value is None else str(value)


def docx(path: Path, blocks: Sequence[Block]) -> None:
    """A letter; a line that begins with '# ' is a heading."""
    letter = Document()
    for block in blocks:
        if isinstance(block, Grid):
            _docx_table(letter, block)
        elif block.startswith("# "):
            letter.add_heading(block[2:], level=2)
        else:
            letter.add_paragraph(block)
    path.parent.mkdir(parents=True, exist_ok=True)
    letter.save(str(path))
    freeze(path)


def _docx_table(letter, grid: Grid) -> None:  # type: ignore[no-untyped-def]
    table = letter.add_table(rows=len(grid.rows), cols=len(grid.rows[0]))
    if grid.ruled:
        table.style = "Table Grid"
    for r, row in enumerate(grid.rows):
        for c, value in enumerate(row):
            table.cell(r, c).text = text_of(value)
    for top, left, bottom, right in grid.merges:
        label = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = label
    letter.add_paragraph("")


def pdf(path: Path, blocks: Sequence[Block]) -> None:
    """The same blocks as a PDF letter with a page footer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    out = SimpleDocTemplate(str(path), pagesize=A4, invariant=1, leftMargin=60, rightMargin=60, topMargin=50)
    story: list[Flowable] = []
    for block in blocks:
        story += [_pdf_block(block), Spacer(1, 7)]
    out.build(story, onFirstPage=_page_foot, onLaterPages=_page_foot)


def _page_foot(canvas: Canvas, out: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(280, 25, f"Page {out.page}")


def _pdf_block(block: Block) -> Flowable:
    styles = getSampleStyleSheet()
    if isinstance(block, str):
        heading = block.startswith("# ")
        words = (block[2:] if heading else block).replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")
        return Paragraph(words, styles["Heading4" if heading else "BodyText"])
    cells = [[text_of(v) for v in row] for row in block.rows]
    spans = [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in block.merges]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "#444444")] if block.ruled else []
    look = [
        ("FONTSIZE", (0, 0), (-1, -1), 9),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT" if not block.ruled else "CENTER"),
    ]
    return Table(cells, colWidths=block.widths, style=TableStyle(look + spans + lines), hAlign="LEFT")


def scan(path: Path, text: str) -> None:
    """A letter that exists only as a picture: no text layer."""
    font = ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"), 30)
    page = Image.new("L", (1240, 1754), 250)
    ImageDraw.Draw(page).multiline_text((110, 110), text, fill=25, font=font, spacing=14)
    turned = page.rotate(0.4, fillcolor=250).convert("1", dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    picture = path.with_suffix(".tmp.png")
    turned.save(picture)
    canvas.drawImage(str(picture), 0, 0, *A4)
    canvas.save()
    picture.unlink()


def xlsx(
    path: Path,
    sheets: Mapping[str, Sequence[Row]],
    hidden: Sequence[str] = (),
    looks: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """A workbook; `looks` gives columns, by letter, their number formats."""
    book = Workbook()
    for empty in list(book.worksheets):
        book.remove(empty)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        _dress(sheet, looks)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    freeze(path)


def _dress(sheet, looks: Mapping[str, str]) -> None:  # type: ignore[no-untyped-def]
    for letter, look in looks.items():
        for cell in sheet[letter]:
            cell.number_format = look


def xls(path: Path, name: str, rows: Sequence[Row]) -> None:
    """An old workbook of one sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet(name)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                sheet.write(r, c, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(str(path))


def csv_text(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([[text_of(v) for v in row] for row in rows])
    return out.getvalue()


def csv_file(path: Path, rows: Sequence[Row], encoding: str = "utf-8") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_text(rows).encode(encoding))


@dataclass(frozen=True)
class Mail:
    """A message from a body to the asker."""

    sender: str
    subject: str
    date: str
    body: str
    html: str = ""
    attachment: tuple[str, str] | None = None


def eml(path: Path, mail: Mail) -> None:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = mail.sender, "survey@newsdesk.example"
    message["Subject"], message["Date"] = mail.subject, mail.date
    message["Message-ID"] = f"<{path.stem.replace(' ', '-')}@mailer.example>"
    message.set_content(mail.body)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    if mail.attachment:
        message.add_attachment(mail.attachment[1], subtype="csv", filename=mail.attachment[0])
    for part in message.walk():
        if part.is_multipart():
            part.set_boundary(f"=={path.stem}-{part.get_content_subtype()}==")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(message.as_bytes())


def freeze(path: Path) -> None:
    """The same zip with fixed times, so that a rebuild gives the same bytes."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", STAMP.encode(), data)
            out.writestr(zipfile.ZipInfo(name, FIXED), data, zipfile.ZIP_DEFLATED)
