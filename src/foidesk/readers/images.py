"""Pictures of what stands in a document: a page with marked boxes, a part of a sheet, an excerpt of a text."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont, ImageOps

from foidesk.errors import Truncated
from foidesk.model.places import Box, column_letters

MARK = (255, 214, 10)
EDGE = (200, 60, 0)
INK, LINE, HEAD = (30, 30, 30), (200, 200, 200), (240, 240, 240)
CELL_WIDTH, CELL_HEIGHT, MARGIN = 130, 24, 8
TEXT_WIDTH = 96


class PdfImages:
    """Makes pictures of pages: the `PageImages` of the PDF and picture readers."""

    def page_image(self, data: bytes, page: int, boxes: tuple[Box, ...] = (), dpi: int = 96) -> bytes:
        """A PNG of the page (from 1) as displayed, each box (points from the top left) marked."""
        return page_image(data, page, boxes, dpi)


def page_image(data: bytes, page: int, boxes: Sequence[Box] = (), dpi: int = 96, quick: bool = False) -> bytes:
    """A PNG of the page (from 1) as displayed, each box (points from the top left) marked; `quick` is larger."""
    picture = page_picture(data, page, dpi) if data[:1024].find(b"%PDF-") >= 0 else frame_picture(data, page, dpi)
    return png(marked(picture, boxes, dpi / 72) if boxes else picture, 1 if quick else 6)


def page_strip(data: bytes, page: int, boxes: Sequence[Box], around: float, dpi: int = 96) -> bytes:
    """A PNG of the page from `around` points above the first box to as far below the last, the boxes marked."""
    with Image.open(io.BytesIO(page_image(data, page, boxes, dpi))) as picture:
        scale = dpi / 72
        top = max(0, round((min(box.y0 for box in boxes) - around) * scale)) if boxes else 0
        low = round((max(box.y1 for box in boxes) + around) * scale) if boxes else picture.height
        return png(picture.crop((0, min(top, picture.height - 1), picture.width, min(low, picture.height))))


def page_picture(data: bytes, page: int, dpi: int) -> Image.Image:
    """The page of a PDF, rendered."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise Truncated("the PDF cannot be opened to draw its page") from None
    try:
        if not 1 <= page <= len(document):
            raise Truncated(f"there is no page {page}; the document has {len(document)}")
        picture: Image.Image = document[page - 1].render(scale=dpi / 72).to_pil().convert("RGB")
        return picture
    finally:
        document.close()


def frame_picture(data: bytes, page: int, dpi: int) -> Image.Image:
    """The frame of a picture file, brought to the resolution asked for."""
    from foidesk.readers.scan import on_paper, resolution

    try:
        with Image.open(io.BytesIO(data)) as image:
            image.seek(page - 1)
            frame = ImageOps.exif_transpose(image)
            scale = dpi / resolution(frame)
            size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
            return on_paper(frame).convert("RGB").resize(size)
    except (OSError, EOFError, SyntaxError, ValueError):
        raise Truncated(f"there is no picture of page {page} in these bytes") from None


def marked(picture: Image.Image, boxes: Sequence[Box], scale: float) -> Image.Image:
    """The picture with each box tinted and framed; what stands below stays readable."""
    tint = Image.new("RGB", picture.size, (255, 255, 255))
    pen = ImageDraw.Draw(tint)
    for box in boxes:
        pen.rectangle(_corners(box, scale), fill=MARK)
    from PIL import ImageChops

    out = ImageChops.multiply(picture, tint)
    pen = ImageDraw.Draw(out)
    for box in boxes:
        pen.rectangle(_corners(box, scale), outline=EDGE, width=max(1, round(scale)))
    return out


def _corners(box: Box, scale: float) -> tuple[float, float, float, float]:
    return (box.x0 * scale - 2, box.y0 * scale - 2, box.x1 * scale + 2, box.y1 * scale + 2)


def png(picture: Image.Image, level: int = 6) -> bytes:
    """The picture as PNG bytes, the same for the same picture."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=level)
    return buffer.getvalue()


# ------------------------------------------------------------------ where there is no page


def sheet_image(
    rows: Sequence[Sequence[str]], first_row: int, first_column: int, marks: Sequence[tuple[int, int]] = ()
) -> bytes:
    """A PNG of some cells of a sheet with their letters and numbers; `marks` are (row, column) from 1."""
    columns = max((len(row) for row in rows), default=0)
    size = (50 + columns * CELL_WIDTH + 1, (len(rows) + 1) * CELL_HEIGHT + 1)
    picture = Image.new("RGB", size, (255, 255, 255))
    pen, font = ImageDraw.Draw(picture), _font(12)
    for c in range(columns):
        _field(pen, font, 50 + c * CELL_WIDTH, 0, CELL_WIDTH, column_letters(first_column + c), HEAD)
    for r, row in enumerate(rows):
        _field(pen, font, 0, (r + 1) * CELL_HEIGHT, 50, str(first_row + r), HEAD)
        for c, text in enumerate(row):
            fill = MARK if (first_row + r, first_column + c) in marks else (255, 255, 255)
            _field(pen, font, 50 + c * CELL_WIDTH, (r + 1) * CELL_HEIGHT, CELL_WIDTH, text, fill)
    return png(picture)


def _field(
    pen: ImageDraw.ImageDraw, font: Any, x: int, y: int, width: int, text: str, fill: tuple[int, int, int]
) -> None:
    pen.rectangle((x, y, x + width, y + CELL_HEIGHT), fill=fill, outline=LINE)
    short = " ".join(text.split())
    while short and pen.textlength(short, font=font) > width - 8:
        short = short[:-2].rstrip("…") + "…" if len(short) > 2 else ""
    pen.text((x + 4, y + 5), short, fill=INK, font=font)


def text_image(text: str, marks: Sequence[tuple[int, int]], around: int = 400) -> bytes:
    """A PNG of the text before, at and after the marked characters, each mark from a start to an end."""
    low = max(0, min(start for start, _ in marks) - around)
    high = min(len(text), max(end for _, end in marks) + around)
    lines = list(_wrapped(text, low, high))
    font = _font(14)
    picture = Image.new("RGB", (TEXT_WIDTH * 8 + 2 * MARGIN, len(lines) * 20 + 2 * MARGIN), (255, 255, 255))
    pen = ImageDraw.Draw(picture)
    for n, (at, line) in enumerate(lines):
        _text_line(pen, font, MARGIN + n * 20, line, [(start - at, end - at) for start, end in marks])
    return png(picture)


def _wrapped(text: str, low: int, high: int) -> list[tuple[int, str]]:
    """The excerpt in lines, each with the position of its first character."""
    out: list[tuple[int, str]] = []
    at = low
    for line in text[low:high].split("\n"):
        place = at
        for piece in textwrap.wrap(line, TEXT_WIDTH, drop_whitespace=False, replace_whitespace=False) or [""]:
            out.append((place, piece))
            place += len(piece)
        at += len(line) + 1
    return out


def _text_line(pen: ImageDraw.ImageDraw, font: Any, y: int, line: str, marks: Sequence[tuple[int, int]]) -> None:
    for start, end in marks:
        if start < len(line) and end > 0:
            x0 = MARGIN + pen.textlength(line[: max(0, start)], font=font)
            x1 = MARGIN + pen.textlength(line[:end], font=font)
            pen.rectangle((x0 - 1, y, x1 + 1, y + 18), fill=MARK)
    pen.text((MARGIN, y), line, fill=INK, font=font)


def _font(size: int) -> Any:
    return ImageFont.load_default(size)
