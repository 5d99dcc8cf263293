"""Pictures of cited pages: what must stay sealed painted out, the marks as boxes in per cent of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from math import ceil, floor

from PIL import Image, ImageDraw

from foidesk.model import Box, PagePlace, Part, Reading

from .publication import ImageMaker, Publication
from .sources import Mark, SourcePage
from .veils import Veils, sealed_boxes

POINTS_PER_PIXEL = 72 / 96
ROW_VEIL, STAFF_VEIL = (226, 229, 232), (196, 200, 204)


@dataclass(frozen=True, slots=True)
class MarkBox:
    """A mark over the picture: left, top, width and height in per cent of the picture."""

    mark: Mark
    left: str
    top: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as published: WebP bytes without loss, size in pixels, the boxes over it, how much is sealed.

    `veiled` are the pixels that were painted out, for the proof.
    """

    data: bytes
    width: int
    height: int
    boxes: tuple[MarkBox, ...]
    sealed: int
    veiled: tuple[tuple[int, int, int, int], ...] = ()


def picture(
    page: SourcePage, publication: Publication, veils: Veils, images: ImageMaker, whole: bool = False
) -> Picture | None:
    """The picture of a page with what is sealed painted out, or None if the document has no pages to show.

    Without `whole` only a page with a mark on it has one.
    """
    if not whole and not any(isinstance(mark.place, PagePlace) for mark in page.marks):
        return None
    data = images(page.document, page.number, ())
    if not data:
        return None
    image = Image.open(BytesIO(data)).convert("RGB")
    part = page_part(publication.readings.get(page.document), page.number)
    width, height = _points(part, image)
    rows = _rows(veils, page)
    staff = sealed_boxes(part) if part else []
    _paint(image, rows, staff, image.width / width, image.height / height)
    boxes = tuple(_mark_box(mark, veils, page, width, height) for mark in page.marks)
    veiled = _pixels(image, rows, staff, image.width / width, image.height / height)
    return Picture(_webp(image), image.width, image.height, boxes, len(staff), veiled)


def page_part(reading: Reading | None, page: int) -> Part | None:
    """The part of a reading that is a page: by its name, else by its order among the pages."""
    if reading is None:
        return None
    named = next((part for part in reading.parts if part.name == f"page {page}"), None)
    pages = [part for part in reading.parts if part.kind == "page"]
    return named or (pages[page - 1] if 0 < page <= len(pages) else None)


def _points(part: Part | None, image: Image.Image) -> tuple[float, float]:
    """The size of the page in points; that of a picture at 96 dpi if the reading does not say."""
    if part and part.width > 0 and part.height > 0:
        return part.width, part.height
    return image.width * POINTS_PER_PIXEL, image.height * POINTS_PER_PIXEL


def _rows(veils: Veils, page: SourcePage) -> list[Box]:
    places = (place for _, place in veils.regions(page.document))
    return [place.box for place in places if isinstance(place, PagePlace) and place.page == page.number]


def _paint(image: Image.Image, rows: list[Box], staff: list[Box], across: float, down: float) -> None:
    """Paints out; a veiled row is painted over the whole width, since words beside its cells belong to it."""
    draw = ImageDraw.Draw(image)
    for box in rows:
        draw.rectangle((0, box.y0 * down, image.width, box.y1 * down), fill=ROW_VEIL)
    for box in staff:
        draw.rectangle(_staff_pixels(box, across, down), fill=STAFF_VEIL)


def _staff_pixels(box: Box, across: float, down: float) -> tuple[float, float, float, float]:
    """A point more on each side: letters reach over the edge of their box."""
    return (box.x0 - 1) * across, (box.y0 - 1) * down, (box.x1 + 1) * across, (box.y1 + 1) * down


def _pixels(
    image: Image.Image, rows: list[Box], staff: list[Box], across: float, down: float
) -> tuple[tuple[int, int, int, int], ...]:
    """The whole pixels of each veil that lie in the picture."""
    boxes = [(0.0, box.y0 * down, float(image.width), box.y1 * down) for box in rows]
    boxes += [_staff_pixels(box, across, down) for box in staff]
    whole = ((ceil(max(0, x0)), ceil(max(0, y0)), floor(x1), floor(y1)) for x0, y0, x1, y1 in boxes)
    inside = ((x0, y0, min(x1, image.width), min(y1, image.height)) for x0, y0, x1, y1 in whole)
    return tuple(box for box in inside if box[0] < box[2] and box[1] < box[3])


def _mark_box(mark: Mark, veils: Veils, page: SourcePage, width: float, height: float) -> MarkBox:
    box = mark.place.box if isinstance(mark.place, PagePlace) else Box(0, 0, 0, 0)
    if mark.veiled:
        own = [place for id, place in veils.regions(page.document) if id == mark.observation]
        box = next((place.box for place in own if isinstance(place, PagePlace) and place.page == page.number), box)
    return MarkBox(
        mark,
        _per_cent(box.x0, width),
        _per_cent(box.y0, height),
        _per_cent(box.x1 - box.x0, width),
        _per_cent(box.y1 - box.y0, height),
    )


def _per_cent(part: float, whole: float) -> str:
    return f"{max(0.0, min(100.0, 100 * part / whole)):.3f}%"


def _webp(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", lossless=True, quality=60, method=4)
    return out.getvalue()
