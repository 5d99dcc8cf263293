"""Characters of a PDF that nobody sees: white on white, drawn invisibly, or covered by a box laid over them.

A black box over live text is the commonest failed redaction; what stands below it must not be read. Whether
anything of a character shows is asked of the picture itself: the page is drawn with and without the texts that may
be hidden, and where both look alike nothing shows. Most pages hold no such text and are not drawn at all.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple, cast

import pypdfium2.raw as raw  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from foidesk.readers.pdf_strokes import Pen
from foidesk.readers.pdf_view import INT, POINTER, View, bare
from foidesk.readers.tables.ink import Frame

PALE = 235  # of 255: paper
SHEER = 40  # of 255: nearly transparent
CHANGE = 14  # of 255: less than this between two pictures is nothing that an eye sees
CONTRAST = 60  # of 255: between the paper and the print of a scan
SCALE = 1.5
SCAN = 0.4  # of the page
LAST = 1 << 40
COVERING = frozenset(
    (
        raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_REDACT,
        raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_HIGHLIGHT,
    )
)  # fmt: skip
INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)

_object_of = bare(raw.FPDFText_GetTextObject, POINTER, POINTER, INT)
_mode = bare(raw.FPDFTextObj_GetTextRenderMode, INT, POINTER)
DARK = 3 * 128
"""The sum of red, green and blue below which an area is dark."""
MOST_COVERS = 3_000
_fill = bare(raw.FPDFPageObj_GetFillColor, INT, *[POINTER] * 5)
_stroke = bare(raw.FPDFPageObj_GetStrokeColor, INT, *[POINTER] * 5)
_sheer = bare(raw.FPDFPageObj_HasTransparency, INT, POINTER)
_switch = bare(raw.FPDFPageObj_SetIsActive, INT, POINTER, INT)


class Unseen(NamedTuple):
    """The numbers of the hidden characters, and of those that repeat what a scan shows in their place."""

    hidden: frozenset[int] = frozenset()
    of_scan: frozenset[int] = frozenset()


class Suspects(NamedTuple):
    """Text objects that may be hidden, why, and where something lies over them."""

    invisible: set[int]
    faint: set[int]
    covered: set[int]
    over: list[Frame]
    struck: list[Frame]


Boxes = Sequence[Sequence[float]]
"""Left, top, right and bottom edges of all characters, as displayed."""


def unseen(page: Any, view: View, pen: Pen, text: int, codes: list[int], boxes: Boxes) -> Unseen:
    """The characters of the page that do not show, and those that do so through a scan only."""
    if not pen.texts:
        return Unseen()
    suspects = _suspects(page, view, pen)
    handles = suspects.invisible | suspects.faint | suspects.covered
    if not handles:
        return Unseen()
    owners = list(map(_object_of, repeat(text), range(len(codes))))
    mine = [i for i, owner in enumerate(owners) if owner in handles and codes[i] and not chr(codes[i]).isspace()]
    if not mine:
        return Unseen()
    views = _with_and_without(page, handles, _around(mine, boxes), view)
    scans = [f for f in pen.images if (f.x1 - f.x0) * (f.y1 - f.y0) > SCAN * view.size[0] * view.size[1]]
    of_scan = {
        i for i in mine
        if _on_print(i, boxes, pen.images if owners[i] in suspects.invisible else scans, views)
    } - {i for i in mine if owners[i] in suspects.faint}  # fmt: skip
    hidden = {i for i in mine if i not in of_scan and not _shows(i, codes[i], boxes, suspects, views)}
    return Unseen(frozenset(hidden), frozenset(of_scan))


# ------------------------------------------------------------------ what may be hidden


def _suspects(page: Any, view: View, pen: Pen) -> Suspects:
    """The text objects that are drawn invisibly, as pale or sheer as paper, or below something drawn later."""
    notes = list(_notes_over(page, view))
    handles = [handle for _, handle, _ in pen.texts]
    modes = list(map(_mode, handles))
    invisible = {handle for handle, mode in zip(handles, modes, strict=True) if mode in INVISIBLE}
    pale = zip(pen.texts, _may_be_pale(handles, modes), strict=True)
    faint = {text[1] for text, may in pale if may and _is_faint(pen, *text)} - invisible
    first = pen.texts[0][0]
    over = [(order, frame) for order, handle, frame in pen.covers if order > first and not _sheer(handle)]
    over += [(LAST, frame) for _, frame in notes]
    struck = [frame for kind, frame in notes if kind == raw.FPDF_ANNOT_REDACT]
    return Suspects(invisible, faint, _below(pen, over) if over else set(), [frame for _, frame in over], struck)


def _may_be_pale(handles: list[int], modes: list[int]) -> Iterator[bool]:
    """For each text, False if it is filled with a colour that is neither pale nor sheer: so nearly all are."""
    buffer = (ctypes.c_uint * (4 * len(handles)))()
    base = ctypes.addressof(buffer)
    sides = (range(at, at + 16 * len(handles), 16) for at in range(base, base + 16, 4))
    filled = list(map(_fill, handles, *sides))
    flat = memoryview(buffer).cast("B").cast("I").tolist()
    colours = zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
    for found, mode, (red, green, blue, alpha) in zip(filled, modes, colours, strict=True):
        dark = alpha > SHEER and (red < PALE or green < PALE or blue < PALE)
        yield not (found and dark and mode != raw.FPDF_TEXTRENDERMODE_STROKE)


def _is_faint(pen: Pen, order: int, handle: int, outer: Any) -> bool:
    """True for a text in the colour of paper, or one through which everything can be seen, on no dark ground."""
    colour = _colour(pen, _fill, handle)
    if colour is None or _mode(handle) == raw.FPDF_TEXTRENDERMODE_STROKE:
        colour = _colour(pen, _stroke, handle)
    if colour is None or (min(colour[:3]) < PALE and colour[3] > SHEER):
        return False
    frame = pen.place(handle, outer)
    return frame is None or not any(
        before < order
        and ground.has((frame.x0 + frame.x1) / 2, (frame.y0 + frame.y1) / 2)
        and _is_dark(pen, below)
        for before, below, ground in pen.covers
    )


def _is_dark(pen: Pen, handle: int) -> bool:
    colour = _colour(pen, _fill, handle)
    return colour is not None and min(colour[:3]) < 150 and colour[3] > 200


def dark_fills(pen: Pen) -> list[Frame]:
    """Where areas are filled with a dark colour: the ground of heads that are set in white."""
    if len(pen.covers) > MOST_COVERS:
        return []
    found = ((frame, _colour(pen, _fill, handle)) for _, handle, frame in pen.covers)
    return [
        frame for frame, colour in found if colour is not None and sum(colour[:3]) < DARK and colour[3] > 200
    ]  # fmt: skip


def _colour(pen: Pen, get: Any, handle: int) -> tuple[int, ...] | None:
    return tuple(pen.colour) if get(handle, *pen.colours) else None


def _notes_over(page: Any, view: View) -> Iterator[tuple[int, Frame]]:
    """Where boxes, stamps and marks lie over the page, and of which kind."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind, box = raw.FPDFAnnot_GetSubtype(note), raw.FS_RECTF()
        if kind in COVERING and raw.FPDFAnnot_GetRect(note, box):
            yield kind, view.frame(box.left, box.bottom, box.right, box.top)
        raw.FPDFPage_CloseAnnot(note)


def _below(pen: Pen, over: list[tuple[int, Frame]]) -> set[int]:
    """The texts that something drawn after them lies over."""
    last = max(order for order, _ in over)
    placed = [(order, handle, pen.place(handle, outer)) for order, handle, outer in pen.texts if order < last]
    rows = sorted((f.y0 + f.y1, order, handle, f) for order, handle, f in placed if f is not None)
    tallest = max((f.y1 - f.y0 for _, _, _, f in rows), default=0.0)
    found: set[int] = set()
    for later, frame in over:
        for double, order, handle, f in rows[bisect_left(rows, (2 * frame.y0 - tallest,)) :]:
            if double > 2 * frame.y1 + tallest:
                break
            if order < later and f.x0 < frame.x1 and frame.x0 < f.x1 and f.y0 < frame.y1 and frame.y0 < f.y1:
                found.add(handle)
    return found


# ------------------------------------------------------------------ what shows


class Views(NamedTuple):
    """A part of the page as drawn, what changes in the picture without some texts, and where the part begins."""

    whole: Image.Image
    change: Image.Image
    left: float
    top: float


def _around(mine: list[int], boxes: Boxes) -> Frame:
    """Where these characters stand, with a little room."""
    x0, y0, x1, y1 = boxes
    return Frame(
        min(x0[i] for i in mine) - 2, min(y0[i] for i in mine) - 2,
        max(x1[i] for i in mine) + 2, max(y1[i] for i in mine) + 2,
    )  # fmt: skip


def _with_and_without(page: Any, handles: set[int], part: Frame, view: View) -> Views:
    """The part of the page with these texts and without them, turned as it is read."""
    size, turn = view.size, (view.turn - page.get_rotation()) % 360
    left, top = min(max(0.0, part.x0), size[0] - 4), min(max(0.0, part.y0), size[1] - 4)
    crop = (left, max(0.0, size[1] - max(part.y1, top + 4)), max(0.0, size[0] - max(part.x1, left + 4)), top)
    whole = _drawn(page, crop, turn)
    try:
        for handle in handles:
            _switch(handle, 0)
        return Views(whole, ImageChops.difference(whole, _drawn(page, crop, turn)), left, top)
    finally:
        for handle in handles:
            _switch(handle, 1)


def _drawn(page: Any, crop: tuple[float, float, float, float], turn: int) -> Image.Image:
    drawn = page.render(scale=SCALE, grayscale=True, crop=crop, rotation=turn)
    picture: Image.Image = drawn.to_pil().convert("L")
    return picture.copy()


def _shows(i: int, code: int, boxes: Boxes, suspects: Suspects, views: Views) -> bool:
    """True if the character changes the picture; of a letter below a box its heart must: boxes seldom fit."""
    x, y = (boxes[0][i] + boxes[2][i]) / 2, (boxes[1][i] + boxes[3][i]) / 2
    if any(frame.has(x, y) for frame in suspects.struck):
        return False
    heart = chr(code).isalnum() and any(frame.has(x, y) for frame in suspects.over)
    return _shades(views.change.crop(_crop(i, boxes, views, heart)))[1] > CHANGE


def _crop(i: int, boxes: Boxes, views: Views, heart: bool = False) -> tuple[int, int, int, int]:
    """The pixels of a character, or of those on its middle height."""
    x0, y0, x1, y1 = (side[i] for side in boxes)
    if heart:
        y0, y1 = y0 + 0.35 * (y1 - y0), y1 - 0.25 * (y1 - y0)
    x0, x1, y0, y1 = x0 - views.left, x1 - views.left, y0 - views.top, y1 - views.top
    left, top = max(0, int(x0 * SCALE)), max(0, int(y0 * SCALE))
    return left, top, max(left + 1, round(x1 * SCALE)), max(top + 1, round(y1 * SCALE))


def _on_print(i: int, boxes: Boxes, images: list[Frame], views: Views) -> bool:
    """True if the character stands over a picture that shows something there: the text layer of a scan."""
    x, y = (boxes[0][i] + boxes[2][i]) / 2, (boxes[1][i] + boxes[3][i]) / 2
    if not any(image.has(x, y) for image in images):
        return False
    darkest, lightest = _shades(views.whole.crop(_crop(i, boxes, views)))
    return lightest - darkest > CONTRAST


def _shades(picture: Image.Image) -> tuple[float, float]:
    """The darkest and the lightest shade of a grey picture."""
    return cast(tuple[float, float], picture.getextrema())
