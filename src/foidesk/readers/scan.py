"""Scanned pages that come as pictures: PNG, JPEG, TIFF (each frame of a TIFF is a page)."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from foidesk.errors import MissingProgram, Truncated
from foidesk.model.issues import Issue
from foidesk.model.protocols import Read, Source
from foidesk.readers import ocr
from foidesk.readers.pdf import reading_of
from foidesk.readers.tables.ink import PageInk

GUESSED_WIDTH = 8.27
MOST_PIXELS = 80_000_000


class ImageReader:
    """Reads pictures of pages by recognition; without an engine it gives empty pages and says so."""

    name = "scan"
    version = 22
    media_types: tuple[str, ...] = ("image/png", "image/jpeg", "image/tiff")

    def read(self, source: Source) -> Read:
        """One part per picture, recognised. Raises `Truncated` if the bytes are no whole picture."""
        inks: list[PageInk] = []
        issues: list[Issue] = []
        for number, (picture, dpi) in enumerate(pictures(source), 1):
            try:
                inks.append(ocr.recognised(picture, dpi, number))
            except MissingProgram as missing:
                inks.append(PageInk(number, picture.width * 72 / dpi, picture.height * 72 / dpi, layer="ocr"))
                issues.append(ocr.needs_program(source, number, missing))
        return Read(reading_of(source, self.name, self.version, inks, issues, []))


_DAMAGED = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError,
    struct.error, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow raises over damaged pictures, by their kind."""


def pictures(source: Source) -> Iterator[tuple[Image.Image, int]]:
    """Each frame of the picture in grey, with its resolution in dots per inch."""
    damaged = "the picture is damaged or ends too early"
    try:
        with Image.open(io.BytesIO(source.data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Truncated("the picture is too large to read", where=source.name, next="ask for a PDF")
            for frame in ImageSequence.Iterator(image):
                upright = ImageOps.exif_transpose(frame)  # as every program shows what a telephone took
                yield on_paper(upright).convert("L"), resolution(upright)
    except _DAMAGED:
        raise Truncated(damaged, where=source.name, next="ask the body to send it again") from None


def on_paper(picture: Image.Image) -> Image.Image:
    """The picture on white, where it lets something through: black words on nothing would be lost in black."""
    if not picture.has_transparency_data:
        return picture
    drawn = picture.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    return Image.alpha_composite(paper, drawn).convert("RGB")


def resolution(picture: Image.Image) -> int:
    """The dots per inch the picture names, if a page can have them; else what makes it as wide as A4."""
    named = picture.info.get("dpi", (0, 0))[0]
    if 90 <= named <= 1200:
        return round(float(named))
    return max(72, round(picture.width / GUESSED_WIDTH))
