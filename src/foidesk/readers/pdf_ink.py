"""From a PDF's page to its ink: words with boxes, and ruling lines, as displayed.

Characters are fetched with one C call each but without a line of Python in between (`map` over bare function
pointers, boxes written into one buffer): reading is most of the time a table finder takes.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.pdf_forms import typed_tokens
from foidesk.readers.tables.ink import Frame, PageInk, Rule, Token

HYPHEN, NOTHING = 2, frozenset((0, 0xFFFE, 0xFFFF, 0xAD, 0x200B, 0xFEFF))
SPACES = frozenset((9, 10, 11, 12, 13, 32, 160, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000))
LOOKS_LIKE = {
    HYPHEN: "-",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☒", 0xF06F: "□", 0xF0A8: "□",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
}  # fmt: skip
WORD_GAP = 0.25
LIGATURE = -1.3  # the letters of a ligature all have its box: the next begins left of where the last ends
HEAVY = re.compile(rb"bold|black|heavy", re.IGNORECASE)
LONGEST_PATH = 4000
PATH, IMAGE, FORM = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
LINE_TO = raw.FPDF_SEGMENT_LINETO


def _bare(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The C function without argument checks: `map` can then run it at C speed."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_POINTER, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
_unicode = _bare(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
_loose_box = _bare(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_angle = _bare(raw.FPDFText_GetCharAngle, _FLOAT, _POINTER, _INT)
_font = _bare(raw.FPDFText_GetFontInfo, ctypes.c_ulong, _POINTER, _INT, _POINTER, ctypes.c_ulong, _POINTER)
_object = _bare(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
_form_object = _bare(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
_kind = _bare(raw.FPDFPageObj_GetType, _INT, _POINTER)
_bounds = _bare(raw.FPDFPageObj_GetBounds, _INT, *[_POINTER] * 5)
_matrix = _bare(raw.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
_draw_mode = _bare(raw.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
_segments = _bare(raw.FPDFPath_CountSegments, _INT, _POINTER)
_segment = _bare(raw.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
_point = _bare(raw.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
_segment_kind = _bare(raw.FPDFPathSegment_GetType, _INT, _POINTER)
_closes = _bare(raw.FPDFPathSegment_GetClose, _INT, _POINTER)


class View(NamedTuple):
    """How a page is displayed: its box in user space and its rotation."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turn in (90, 270) else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """User space to points from the top left of the page as displayed."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> Frame:
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Frame(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def view_of(page: Any) -> View:
    """The part of the page that is displayed."""
    box = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, box):
        return View(box.left, box.bottom, box.right, box.top, page.get_rotation() % 360)
    width, height = page.get_size()
    return View(0.0, 0.0, width, height, 0)


def page_ink(document: Any, index: int, form: Any = None) -> PageInk:
    """The ink of the page with this index (from 0), with what was typed into the fields of its form."""
    page = document[index]
    try:
        view = view_of(page)
        pen = drawn_on(page, view)
        tokens, bold = tokens_of(page, view)
        tokens += typed_tokens(page, form, view)
        return PageInk(
            index + 1, *view.size, tokens, pen.across, pen.down, pen.images, pen.slants, bold, pen.drawn
        )
    finally:
        page.close()


# ------------------------------------------------------------------ characters


class Characters(NamedTuple):
    """The characters of a page in stream order, with their boxes as displayed, one list per side."""

    codes: list[int]
    x0: list[float]
    y0: list[float]
    x1: list[float]
    y1: list[float]


def characters_of(text: int, count: int, view: View) -> Characters:
    """Codes and loose boxes (full font height: one line, one height) of all characters."""
    buffer = (ctypes.c_float * (4 * count))()
    base = ctypes.addressof(buffer)
    codes = list(map(_unicode, repeat(text), range(count)))
    list(map(_loose_box, repeat(text), range(count), range(base, base + 16 * count, 16)))
    flat = memoryview(buffer).cast("B").cast("f").tolist()
    left, top, right, bottom = flat[0::4], flat[1::4], flat[2::4], flat[3::4]
    if view.turn == 0:
        shift, height = view.left, view.top
        return Characters(
            codes, [x - shift for x in left], [height - y for y in top],
            [x - shift for x in right], [height - y for y in bottom],
        )  # fmt: skip
    frames = [view.frame(*box) for box in zip(left, bottom, right, top, strict=True)]
    return Characters(codes, *([f[side] for f in frames] for side in range(4)))


def tokens_of(page: Any, view: View) -> tuple[list[Token], frozenset[int]]:
    """The words of the page, and the starts of those that begin a line in bold."""
    textpage = page.get_textpage()
    try:
        count = raw.FPDFText_CountChars(textpage)
        if count <= 0:
            return [], frozenset()
        text = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
        characters = characters_of(text, count, view)
        spans = list(word_spans(characters))
        bold = frozenset(start for start, _ in spans if _begins_bold(text, characters.codes, start))
        return list(_tokens(text, characters, spans, view)), bold
    finally:
        textpage.close()


def _begins_bold(text: int, codes: list[int], start: int) -> bool:
    if start and codes[start - 1] not in (10, 13):
        return False
    name = ctypes.create_string_buffer(96)
    _font(text, start, ctypes.addressof(name), 96, None)
    return bool(HEAVY.search(name.value))


def word_spans(characters: Characters) -> Iterator[tuple[int, int]]:
    """Start and end of each run of characters that stand side by side on one line."""
    start = -1
    right = size = middle = 0.0
    for i, (code, x0, y0, x1, y1) in enumerate(zip(*characters, strict=True)):
        if code in SPACES or code in NOTHING:
            if start >= 0:
                yield start, i
                start = -1
            continue
        if start >= 0:
            gap = x0 - right
            if gap > WORD_GAP * size or gap < LIGATURE * size or abs(y0 + y1 - middle) > size:
                yield start, i
                start = -1
        if start < 0:
            start = i
        right, size, middle = x1, y1 - y0, y0 + y1
    if start >= 0:
        yield start, len(characters.codes)


def _tokens(text: int, chars: Characters, spans: list[tuple[int, int]], view: View) -> Iterator[Token]:
    width, height = view.size
    turned: list[int] = []
    for start, end in spans:
        if end - start <= 2 and _is_turned(text, start, view):
            turned.extend(range(start, end))
            continue
        token = _token(chars, start, end)
        if token.x1 > 0 and token.x0 < width and token.y1 > 0 and token.y0 < height and token.size > 0.5:
            yield token
    yield from turned_tokens(chars, turned)


def _token(chars: Characters, start: int, end: int) -> Token:
    y0, y1, x1 = chars.y0[start], chars.y1[start], chars.x1[start]
    if end - start > 1:
        y0, y1, x1 = min(chars.y0[start:end]), max(chars.y1[start:end]), max(chars.x1[start:end])
    return Token(chars.x0[start], y0, x1, y1, _spell(chars.codes[start:end]), y1 - y0, start, end)


def _spell(codes: list[int]) -> str:
    text = "".join(map(chr, codes))
    return text if text.isascii() and HYPHEN not in codes else text.translate(LOOKS_LIKE)


def _is_turned(text: int, index: int, view: View) -> bool:
    degrees = math.degrees(_angle(text, index)) - view.turn
    return 30 < degrees % 180 < 150


def turned_tokens(chars: Characters, indexes: list[int]) -> Iterator[Token]:
    """Words that run up or down the page: rotated column heads, stamps in the margin."""
    run: list[int] = []
    for i in indexes:
        if run and not _follows(chars, run[-1], i):
            yield _turned_token(chars, run)
            run = []
        run.append(i)
    if run:
        yield _turned_token(chars, run)


def _follows(chars: Characters, a: int, b: int) -> bool:
    size = chars.x1[a] - chars.x0[a]
    gap = max(chars.y0[a], chars.y0[b]) - min(chars.y1[a], chars.y1[b])
    same_line = abs(chars.x0[a] + chars.x1[a] - chars.x0[b] - chars.x1[b]) < size
    return b - a <= 1 and same_line and gap < WORD_GAP * size


def _turned_token(chars: Characters, run: list[int]) -> Token:
    x0, x1 = min(chars.x0[i] for i in run), max(chars.x1[i] for i in run)
    y0, y1 = min(chars.y0[i] for i in run), max(chars.y1[i] for i in run)
    text = _spell([chars.codes[i] for i in run])
    return Token(x0, y0, x1, y1, text, x1 - x0, run[0], run[-1] + 1, upright=False)


# ------------------------------------------------------------------ rules

Matrix = tuple[float, float, float, float, float, float]


class _Pen:
    """Buffers for the C calls, and the rules drawn so far."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.images: list[Frame] = []
        self.slants: list[tuple[float, float]] = []
        self.drawn = 0
        self.box = (ctypes.c_float * 4)()
        base = ctypes.addressof(self.box)
        self.sides = (base, base + 4, base + 8, base + 12)
        self.mode = (ctypes.c_int * 2)()
        self.modes = (ctypes.addressof(self.mode), ctypes.addressof(self.mode) + 4)
        self.matrix = raw.FS_MATRIX()
        self.matrix_at = ctypes.addressof(self.matrix)

    def bar(self, f: Frame) -> None:
        """Take a thin filled bar as a rule."""
        if f.y1 - f.y0 <= 3 and f.x1 - f.x0 > 4:
            self.across.append(Rule(f.x0, f.x1, (f.y0 + f.y1) / 2))
        elif f.x1 - f.x0 <= 3 and f.y1 - f.y0 > 4:
            self.down.append(Rule(f.y0, f.y1, (f.x0 + f.x1) / 2))

    def stroke(self, ax: float, ay: float, bx: float, by: float) -> None:
        """Take a stroked segment as a rule, if it is straight along or down the page."""
        if abs(ay - by) <= 1.5 and abs(ax - bx) > 3:
            self.across.append(Rule(min(ax, bx), max(ax, bx), (ay + by) / 2))
        elif abs(ax - bx) <= 1.5 and abs(ay - by) > 3:
            self.down.append(Rule(min(ay, by), max(ay, by), (ax + bx) / 2))
        elif abs(ax - bx) > 0.7 and abs(ay - by) > 0.7:
            self.slants.append(((ax + bx) / 2, (ay + by) / 2))

    def curve(self, points: list[tuple[float, float]]) -> None:
        """Take a line of many small steps as slanting where its ends and its middle do not stand level."""
        (ax, ay), (_, my), (bx, by) = points[0], points[len(points) // 2], points[-1]
        steep = abs(ay - my) > 3 or abs(my - by) > 3
        if steep and abs(ax - bx) > 10 and len({round(p[1]) for p in points}) > 4:
            self.slants += [points[0], points[len(points) // 2], points[-1]]


def drawn_on(page: Any, view: View) -> _Pen:
    """The rules across and down the page (strokes and thin bars; shaded areas are no rules), and pictures."""
    pen = _Pen(view)
    handle = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    _draw_objects(pen, _object, handle, raw.FPDFPage_CountObjects(page), ())
    return pen


def _draw_objects(pen: _Pen, get: Callable[..., Any], owner: int, count: int, outer: tuple[Matrix, ...]) -> None:
    handles = list(map(get, repeat(owner), range(count)))
    for handle, kind in zip(handles, map(_kind, handles), strict=True):
        if kind == PATH:
            pen.drawn += 1
            _draw_path(pen, handle, outer)
        elif kind == IMAGE:
            frame = _frame_of(pen, handle, outer)
            if frame is not None:
                pen.images.append(frame)
        elif kind == FORM and len(outer) < 8:
            inner = (_matrix_of(pen, handle), *outer)
            _draw_objects(pen, _form_object, handle, _count_in_form(handle), inner)


def _count_in_form(handle: int) -> int:
    return int(raw.FPDFFormObj_CountObjects(ctypes.cast(handle, raw.FPDF_PAGEOBJECT)))


def _matrix_of(pen: _Pen, handle: int) -> Matrix:
    _matrix(handle, pen.matrix_at)
    m = pen.matrix
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _draw_path(pen: _Pen, handle: int, outer: tuple[Matrix, ...]) -> None:
    _draw_mode(handle, *pen.modes)
    filled, stroked = pen.mode
    frame = _frame_of(pen, handle, outer) if filled or stroked else None
    if frame is None:
        return
    thin = frame.x1 - frame.x0 <= 3 or frame.y1 - frame.y0 <= 3
    if thin:
        pen.bar(frame)
    elif stroked or _segments(handle) > 6:
        _draw_segments(pen, handle, outer, bool(stroked))


def _frame_of(pen: _Pen, handle: int, outer: tuple[Matrix, ...]) -> Frame | None:
    if not _bounds(handle, *pen.sides):
        return None
    x0, y0, x1, y1 = pen.box
    if outer:
        (x0, y0), (x1, y1) = _through(outer, x0, y0), _through(outer, x1, y1)
    return pen.view.frame(x0, y0, x1, y1)


def _through(matrices: tuple[Matrix, ...], x: float, y: float) -> tuple[float, float]:
    for a, b, c, d, e, f in matrices:
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _draw_segments(pen: _Pen, handle: int, outer: tuple[Matrix, ...], stroked: bool) -> None:
    for points in _subpaths(pen, handle, _shown(pen, handle, outer)):
        if stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                pen.stroke(ax, ay, bx, by)
            if len(points) > 8:
                pen.curve(points)
        elif len(points) >= 4:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            pen.bar(Frame(min(xs), min(ys), max(xs), max(ys)))


def _shown(pen: _Pen, handle: int, outer: tuple[Matrix, ...]) -> Matrix:
    """One matrix from the path's own space to the page as displayed."""
    matrices = (_matrix_of(pen, handle), *outer)
    (ex, ey), (ax, ay), (cx, cy) = (
        pen.view.point(*_through(matrices, *corner)) for corner in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    )
    return (ax - ex, ay - ey, cx - ex, cy - ey, ex, ey)


def _subpaths(pen: _Pen, handle: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The straight runs of a path, as displayed; a curve ends a run."""
    a, b, c, d, e, f = matrix
    (x_at, y_at), box = pen.sides[:2], pen.box
    points: list[tuple[float, float]] = []
    for segment in map(_segment, repeat(handle), range(min(_segments(handle), LONGEST_PATH))):
        _point(segment, x_at, y_at)
        x, y = box[0], box[1]
        spot = (a * x + c * y + e, b * x + d * y + f)
        if _segment_kind(segment) == LINE_TO:
            points.append(spot)
        else:
            if len(points) > 1:
                yield points
            points = [spot]
        if _closes(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def open_document(data: bytes) -> Any:
    """The PDFium document; its errors are the caller's to name."""
    return pdfium.PdfDocument(data)
