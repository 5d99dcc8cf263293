"""The ruling lines, slanting strokes and pictures that are drawn on a page of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise, repeat
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.pdf_view import INT, POINTER, View, bare
from foidesk.readers.tables.ink import Frame, Rule

LONGEST_PATH = 4000
TEXT, PATH = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
IMAGE, FORM = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
LINE_TO = raw.FPDF_SEGMENT_LINETO

_object = bare(raw.FPDFPage_GetObject, POINTER, POINTER, INT)
_form_object = bare(raw.FPDFFormObj_GetObject, POINTER, POINTER, ctypes.c_ulong)
_kind = bare(raw.FPDFPageObj_GetType, INT, POINTER)
_bounds = bare(raw.FPDFPageObj_GetBounds, INT, *[POINTER] * 5)
_matrix = bare(raw.FPDFPageObj_GetMatrix, INT, POINTER, POINTER)
_draw_mode = bare(raw.FPDFPath_GetDrawMode, INT, POINTER, POINTER, POINTER)
_segments = bare(raw.FPDFPath_CountSegments, INT, POINTER)
_segment = bare(raw.FPDFPath_GetPathSegment, POINTER, POINTER, INT)
_point = bare(raw.FPDFPathSegment_GetPoint, INT, POINTER, POINTER, POINTER)
_segment_kind = bare(raw.FPDFPathSegment_GetType, INT, POINTER)
_closes = bare(raw.FPDFPathSegment_GetClose, INT, POINTER)

Matrix = tuple[float, float, float, float, float, float]


class Pen:
    """Buffers for the C calls, and the rules drawn so far.

    `texts`: text objects in the order in which they are drawn, with what they stand in. `covers`: filled areas and
    pictures in the same order, with their frames.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.images: list[Frame] = []
        self.slants: list[tuple[float, float]] = []
        self.drawn = self.order = 0
        self.texts: list[tuple[int, int, tuple[Matrix, ...]]] = []
        self.covers: list[tuple[int, int, Frame]] = []
        self.colour = (ctypes.c_uint * 4)()
        at = ctypes.addressof(self.colour)
        self.colours = (at, at + 4, at + 8, at + 12)
        self.box = (ctypes.c_float * 4)()
        base = ctypes.addressof(self.box)
        self.sides = (base, base + 4, base + 8, base + 12)
        self.mode = (ctypes.c_int * 2)()
        self.modes = (ctypes.addressof(self.mode), ctypes.addressof(self.mode) + 4)
        self.matrix = raw.FS_MATRIX()
        self.matrix_at = ctypes.addressof(self.matrix)

    def place(self, handle: int, outer: tuple[Matrix, ...]) -> Frame | None:
        """Where an object stands on the page as displayed."""
        return _frame_of(self, handle, outer)

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


def drawn_on(page: Any, view: View) -> Pen:
    """The rules across and down the page (strokes and thin bars; shaded areas are no rules), and pictures."""
    pen = Pen(view)
    handle = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    _draw_objects(pen, _object, handle, raw.FPDFPage_CountObjects(page), ())
    return pen


def _draw_objects(pen: Pen, get: Callable[..., Any], owner: int, count: int, outer: tuple[Matrix, ...]) -> None:
    handles = list(map(get, repeat(owner), range(count)))
    for handle, kind in zip(handles, map(_kind, handles), strict=True):
        pen.order += 1
        if kind == TEXT:
            pen.texts.append((pen.order, handle, outer))
        elif kind == PATH:
            pen.drawn += 1
            _draw_path(pen, handle, outer)
        elif kind == IMAGE:
            frame = _frame_of(pen, handle, outer)
            if frame is not None:
                pen.images.append(frame)
                pen.covers.append((pen.order, handle, frame))
        elif kind == FORM and len(outer) < 8:
            inner = (_matrix_of(pen, handle), *outer)
            _draw_objects(pen, _form_object, handle, _count_in_form(handle), inner)


def _count_in_form(handle: int) -> int:
    return int(raw.FPDFFormObj_CountObjects(ctypes.cast(handle, raw.FPDF_PAGEOBJECT)))


def _matrix_of(pen: Pen, handle: int) -> Matrix:
    _matrix(handle, pen.matrix_at)
    m = pen.matrix
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _draw_path(pen: Pen, handle: int, outer: tuple[Matrix, ...]) -> None:
    _draw_mode(handle, *pen.modes)
    filled, stroked = pen.mode
    frame = _frame_of(pen, handle, outer) if filled or stroked else None
    if frame is None:
        return
    thin = frame.x1 - frame.x0 <= 3 or frame.y1 - frame.y0 <= 3
    if thin:
        pen.bar(frame)
        return
    if filled:
        pen.covers.append((pen.order, handle, frame))
    if stroked or _segments(handle) > 6:
        _draw_segments(pen, handle, outer, bool(stroked))


def _frame_of(pen: Pen, handle: int, outer: tuple[Matrix, ...]) -> Frame | None:
    if not _bounds(handle, *pen.sides):
        return None
    x0, y0, x1, y1 = pen.box
    if outer:
        (x0, y0), (x1, y1) = _through(outer, x0, y0), _through(outer, x1, y1)
    elif not pen.view.turn:
        return Frame(x0 - pen.view.left, pen.view.top - y1, x1 - pen.view.left, pen.view.top - y0)
    return pen.view.frame(x0, y0, x1, y1)


def _through(matrices: tuple[Matrix, ...], x: float, y: float) -> tuple[float, float]:
    for a, b, c, d, e, f in matrices:
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _draw_segments(pen: Pen, handle: int, outer: tuple[Matrix, ...], stroked: bool) -> None:
    for points in _subpaths(handle, _shown(pen, handle, outer)):
        if stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                pen.stroke(ax, ay, bx, by)
            if len(points) > 8:
                pen.curve(points)
        elif len(points) >= 4:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            pen.bar(Frame(min(xs), min(ys), max(xs), max(ys)))


def _shown(pen: Pen, handle: int, outer: tuple[Matrix, ...]) -> Matrix:
    """One matrix from the path's own space to the page as displayed."""
    matrices = (_matrix_of(pen, handle), *outer)
    (ex, ey), (ax, ay), (cx, cy) = (
        pen.view.point(*_through(matrices, *corner)) for corner in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    )
    return (ax - ex, ay - ey, cx - ex, cy - ey, ex, ey)


def _subpaths(handle: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The straight runs of a path, as displayed; a curve ends a run."""
    segments = list(map(_segment, repeat(handle), range(min(_segments(handle), LONGEST_PATH))))
    steps = zip(_spots(segments, matrix), map(_segment_kind, segments), map(_closes, segments), strict=True)
    points: list[tuple[float, float]] = []
    for spot, kind, closes in steps:
        if kind == LINE_TO:
            points.append(spot)
        else:
            if len(points) > 1:
                yield points
            points = [spot]
        if closes:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _spots(segments: list[int], matrix: Matrix) -> list[tuple[float, float]]:
    """Where the segments end, as displayed."""
    buffer = (ctypes.c_float * (2 * len(segments)))()
    at, (a, b, c, d, e, f) = ctypes.addressof(buffer), matrix
    end = at + 8 * len(segments)
    list(map(_point, segments, range(at, end, 8), range(at + 4, end, 8)))
    flat = memoryview(buffer).cast("B").cast("f").tolist()
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(flat[0::2], flat[1::2], strict=True)]
