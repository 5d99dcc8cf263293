"""Pictures beside the text of a page that may show figures: large, on paper, and no letterhead or background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers.basket import plural
from foidesk.readers.pdf_text import box_of
from foidesk.readers.pdf_view import View
from foidesk.readers.tables.ink import Frame, PageInk, Token

WIDE, HIGH = 198.0, 85.0  # points: 7 by 3 cm; a smaller picture is a logo
TOP = 0.18  # of the page: what stands in its margins is a letterhead
OVER = 4  # words on a picture: with more it is a background, or the text layer of a scan
PAPER, PALE = 0.5, 225  # the share of a picture that is as pale as this; photographs are not
INKED, DARK = 0.004, 120  # the share that is as dark as this
MOST = 40


def telling_pictures(page: Any, view: View, images: Sequence[Frame], tokens: Sequence[Token]) -> list[Frame]:
    """Where such pictures stand."""
    wide, high = view.size
    found: list[Frame] = []
    for image in images:
        shown = Frame(max(0.0, image.x0), max(0.0, image.y0), min(wide, image.x1), min(high, image.y1))
        large = shown.x1 - shown.x0 >= WIDE and shown.y1 - shown.y0 >= HIGH
        margin = shown.y1 < TOP * high or shown.y0 > (1 - TOP) * high
        if large and not margin and sum(shown.has(t.centre, t.middle) for t in tokens) < OVER:
            found += [shown] if _is_print(page, view, shown) and shown not in found else []
    return found


def _is_print(page: Any, view: View, part: Frame) -> bool:
    """True if most of it is as pale as paper, and some as dark as ink."""
    wide, high = view.size
    crop = (part.x0, high - part.y1, wide - part.x1, part.y0)
    turn = (view.turn - page.get_rotation()) % 360
    picture = page.render(scale=1, grayscale=True, crop=crop, rotation=turn).to_pil().convert("L")
    shades: list[int] = picture.histogram()
    return sum(shades[PALE:]) > PAPER * sum(shades) and sum(shades[:DARK]) > INKED * sum(shades)


def unread_pictures(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for those of a page."""
    if ink.pictures and ink.layer == "text":
        what = f"{plural(len(ink.pictures), 'picture')} on this page may show figures; left unread"
        yield Issue(
            "picture-unread", "warning", what, f"{source.name}, page {ink.number}",
            "look at the picture and enter what it says, if it says anything",
            tuple(Locator(source.sha256, PagePlace(ink.number, box_of(f)), "") for f in ink.pictures[:MOST]),
            key=f"page {ink.number} pictures",
        )  # fmt: skip
