"""PDF letters: ruled or unruled tables, a long list with a row cut by the page break, an image-only scan."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import reportlab
from model import NOTICE, Block, Letter, Para, Table
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PdfTable

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=11, spaceAfter=0)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Helvetica-Bold")
WIDTH = 455.0


def _frame(canvas: Canvas, letter: Letter) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(70, 810, NOTICE)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(70, 30, f"{letter.body['name']}  |  Ref {letter.ref}  |  Page {canvas.getPageNumber()}")
    canvas.restoreState()


def _flow_table(table: Table, ruled: bool) -> PdfTable:
    head = [Paragraph(escape(cell), HEAD) for cell in table.head]
    rows = [[Paragraph(escape(cell), CELL) for cell in row] for row in table.rows]
    share = table.widths or [1.0] * len(table.head)
    widths = [WIDTH * part / sum(share) for part in share]
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        style += [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ]
    return PdfTable([head, *rows], colWidths=widths, repeatRows=1, style=style, spaceAfter=8)


def _flow(block: Block, ruled: bool) -> list[Flowable]:
    if isinstance(block, Para):
        return [Paragraph(escape(block.text), BODY)]
    title: list[Flowable] = [Paragraph(escape(block.title), BOLD)] if block.title else []
    return [*title, _flow_table(block, ruled), Spacer(1, 6)]


def letter_pdf(letter: Letter, ruled: bool = True) -> bytes:
    """The letter as a PDF whose text can be selected."""
    out = io.BytesIO()
    doc = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=70,
        rightMargin=70,
        topMargin=60,
        bottomMargin=60,
        invariant=1,
        title=f"FOI response {letter.ref}",
        author=letter.body["name"],
    )
    story: list[Flowable] = [Paragraph(escape(letter.body["name"]), BOLD)]
    story += [
        Paragraph(escape(line), BODY)
        for line in (f"Date: {letter.date:%d %B %Y}", f"Our reference: {letter.ref}", *letter.opening)
    ]
    for answer in letter.answers:
        story.append(Paragraph(f"Question {answer.question}", BOLD))
        for block in answer.blocks:
            story += _flow(block, ruled)
    story += [Paragraph(escape(line), BODY) for line in letter.closing]
    doc.build(story, onFirstPage=lambda c, _: _frame(c, letter), onLaterPages=lambda c, _: _frame(c, letter))
    return out.getvalue()


def wrap(text: str, width: float, font: str = "Helvetica", size: float = 9) -> list[str]:
    """The text broken into lines that fit the width."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, font, size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class LongList:
    """A ruled list drawn line by line: a row that does not fit is cut by the page end and goes on overleaf."""

    LEAD, FOOT = 11.0, 80.0

    def __init__(self, canvas: Canvas, letter: Letter, table: Table, top: float) -> None:
        self.canvas, self.letter, self.table, self.y = canvas, letter, table, top
        total = sum(table.widths)
        self.widths = [WIDTH * part / total for part in table.widths]
        self.cut = 0

    def draw(self) -> float:
        self._header()
        for row in self.table.rows:
            self._row([wrap(cell, width - 8) for cell, width in zip(row, self.widths, strict=True)])
        return self.y

    def _header(self) -> None:
        cells = [
            wrap(cell, width - 8, "Helvetica-Bold")
            for cell, width in zip(self.table.head, self.widths, strict=True)
        ]
        self._stripe(cells, 0, max(map(len, cells)), "Helvetica-Bold")

    def _row(self, cells: list[list[str]]) -> None:
        deep, done = max(map(len, cells)), 0
        while done < deep:
            room = int((self.y - self.FOOT - 6) // self.LEAD)
            if room < 1:
                self.cut += bool(done)
                self._page()
                continue
            take = min(room, deep - done)
            self._stripe(cells, done, done + take, "Helvetica")
            done += take

    def _stripe(self, cells: list[list[str]], first: int, last: int, font: str) -> None:
        high, x = (last - first) * self.LEAD + 6, 70.0
        self.canvas.setFont(font, 9)
        for lines, width in zip(cells, self.widths, strict=True):
            self.canvas.rect(x, self.y - high, width, high)
            for at, line in enumerate(lines[first:last]):
                self.canvas.drawString(x + 4, self.y - 3 - 8 - at * self.LEAD, line)
            x += width
        self.y -= high

    def _page(self) -> None:
        self.canvas.showPage()
        _frame(self.canvas, self.letter)
        self.y = 780.0
        self._header()


def _lines(canvas: Canvas, letter: Letter, texts: list[str], y: float) -> float:
    for text in texts:
        for line in wrap(text, WIDTH, "Helvetica", 10):
            if y < 80:
                canvas.showPage()
                _frame(canvas, letter)
                y = 780
            canvas.setFont("Helvetica", 10)
            canvas.drawString(70, y, line)
            y -= 13
        y -= 6
    return y


def _long_pdf(letter: Letter, shift: int) -> tuple[bytes, int]:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(f"FOI response {letter.ref}")
    _frame(canvas, letter)
    top = [letter.body["name"], f"{letter.date:%d %B %Y}     Ref: {letter.ref}", *letter.opening]
    y = _lines(canvas, letter, top, 785) - shift * 3
    cut = 0
    for answer in letter.answers:
        y = _lines(canvas, letter, [f"Question {answer.question}"], y)
        for block in answer.blocks:
            if isinstance(block, Para):
                y = _lines(canvas, letter, [block.text], y)
            else:
                drawn = LongList(canvas, letter, block, y)
                y, cut = drawn.draw() - 20, cut + drawn.cut
    _lines(canvas, letter, letter.closing, y)
    canvas.save()
    return out.getvalue(), cut


def long_list_pdf(letter: Letter) -> bytes:
    """A letter whose ruled list has at least one row cut by a page break."""
    for shift in range(40):
        data, cut = _long_pdf(letter, shift)
        if cut:
            return data
    raise ValueError(f"no row of {letter.body['id']} is cut by the page break")


def _font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "VeraBd.ttf" if bold else "Vera.ttf"
    return ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / name), size)


def _fitted(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class ScanPage:
    """An A4 page at 200 dots to the inch, drawn as a picture."""

    def __init__(self) -> None:
        self.image = Image.new("L", (1654, 2339), 250)
        self.draw = ImageDraw.Draw(self.image)
        self.y = 110

    def text(self, text: str, bold: bool = False, size: int = 27) -> None:
        font = _font(size, bold)
        for line in _fitted(text, font, 1330):
            self.draw.text((160, self.y), line, font=font, fill=25)
            self.y += size + 13
        self.y += 14

    def table(self, table: Table) -> None:
        total = sum(table.widths)
        widths = [round(1330 * part / total) for part in table.widths]
        for at, row in enumerate([table.head, *table.rows]):
            x, font = 160, _font(23, at == 0)
            cells = [_fitted(cell, font, width - 20) for cell, width in zip(row, widths, strict=True)]
            high = 14 + 30 * max(map(len, cells))
            for lines, width in zip(cells, widths, strict=True):
                self.draw.rectangle((x, self.y, x + width, self.y + high), outline=60, width=2)
                self.draw.multiline_text((x + 10, self.y + 8), "\n".join(lines), font=font, fill=25, spacing=3)
                x += width
            self.y += high
        self.y += 24

    def scanned(self, rng: Random) -> Image.Image:
        skew = rng.choice((-0.7, -0.5, 0.5, 0.7))
        page = self.image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=250)
        for _ in range(900):
            page.putpixel((rng.randrange(1654), rng.randrange(2339)), rng.randrange(60, 200))
        return page.filter(ImageFilter.GaussianBlur(0.6))


def scan_pdf(letter: Letter, rng: Random) -> bytes:
    """The letter as a scan: one picture to a page, no text layer."""
    pages = [ScanPage()]
    blocks: list[tuple[str, Block]] = [("b", Para(NOTICE)), ("b", Para(letter.body["name"]))]
    blocks += [("p", Para(f"{letter.date:%d/%m/%Y}    Our ref: {letter.ref}"))]
    blocks += [("p", Para(line)) for line in letter.opening]
    for answer in letter.answers:
        blocks.append(("b", Para(f"Question {answer.question}")))
        blocks += [("p", block) for block in answer.blocks]
    blocks += [("p", Para(line)) for line in letter.closing]
    for kind, block in blocks:
        need = 60 if isinstance(block, Para) else 60 * (len(block.rows) + 1)
        if pages[-1].y + need > 2200:
            pages.append(ScanPage())
            pages[-1].text(NOTICE, bold=True)
        if isinstance(block, Para):
            pages[-1].text(block.text, bold=kind == "b")
        else:
            pages[-1].table(block)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in pages:
        _place(canvas, page.scanned(rng))
    canvas.save()
    return out.getvalue()


def _place(canvas: Canvas, page: Image.Image) -> None:
    from reportlab.lib.utils import ImageReader

    jpeg = io.BytesIO()
    page.save(jpeg, "JPEG", quality=45, dpi=(200, 200))
    canvas.drawImage(ImageReader(io.BytesIO(jpeg.getvalue())), 0, 0, A4[0], A4[1])
    canvas.showPage()


def logo() -> bytes:
    """The small picture that comes with a signature."""
    picture = Image.new("L", (420, 48), 255)
    drawn = ImageDraw.Draw(picture)
    drawn.rectangle((0, 0, 419, 47), outline=90, width=2)
    drawn.text((12, 14), NOTICE, font=_font(15), fill=40)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
