"""PDF pages made on the spot: words at places, rules, tables."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from foidesk.model.protocols import Source
from foidesk.model.reading import Reading, Table
from foidesk.readers.pdf import PdfReader


class Paper:
    """A PDF in the making. Places are points from the top left, as in a reading."""

    def __init__(self, size: tuple[float, float] = A4, rotate: int = 0) -> None:
        """`rotate` is the page's /Rotate; the file then holds the page turned the other way."""
        self.buffer = io.BytesIO()
        self.width, self.height = size
        self.rotate = rotate
        self.canvas = Canvas(self.buffer, pagesize=size, invariant=1)
        self._begin()

    def _begin(self) -> None:
        if self.rotate:  # what is drawn stands upright on the page as displayed
            self.canvas.setPageRotation(self.rotate)
            shift = {90: (self.height, 0.0), 180: (self.width, self.height), 270: (0.0, self.width)}[self.rotate]
            self.canvas.translate(*shift)
            self.canvas.rotate(self.rotate)

    def write(self, x: float, y: float, text: str, size: float = 10, font: str = "Helvetica") -> Paper:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, text)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        return self

    def letter(self, y: float, lines: int = 6) -> float:
        """A paragraph as letters have it; gives the height below it."""
        text = "Thank you for your request for information, which we received on 4 May and have considered."
        for n in range(lines):
            self.write(60, y + n * 13, text)
        return y + lines * 13 + 20

    def table(
        self, y: float, rows: Sequence[Sequence[str]], widths: Sequence[float], x: float = 60,
        rules: str = "all", height: float = 18, open_top: bool = False, open_bottom: bool = False,
    ) -> float:  # fmt: skip
        """Rows of cells; a line break in a text wraps it. `rules`: all, rows, columns, none."""
        xs = [x + sum(widths[:i]) for i in range(len(widths) + 1)]
        ys = [y]
        for row in rows:
            ys.append(ys[-1] + height + 11 * max(text.count("\n") for text in row))
            for left, text in zip(xs, row, strict=False):
                for n, part in enumerate(text.split("\n")):
                    self.write(left + 4, ys[-2] + 12 + 11 * n, part, 9)
        across = ys[open_top : len(ys) - open_bottom]
        for at in across if rules in ("all", "rows") else ys[:: len(ys) - 1] if rules == "columns" else []:
            self.line(xs[0], at, xs[-1], at)
        for at in xs if rules in ("all", "columns") else []:
            self.line(at, ys[0], at, ys[-1])
        return ys[-1]

    def next_page(self) -> Paper:
        self.canvas.showPage()
        self._begin()
        return self

    def pdf(self) -> bytes:
        if not self.buffer.getvalue():
            self.canvas.save()
        return self.buffer.getvalue()


def source(data: bytes, name: str = "reply.pdf", media_type: str = "application/pdf") -> Source:
    return Source(data, hashlib.sha256(data).hexdigest(), name, media_type)


def read(paper: Paper) -> Reading:
    return PdfReader().read(source(paper.pdf())).reading


def texts(table: Table) -> list[list[str]]:
    """The table as rows of texts; a place no cell covers is empty."""
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]
