"""Texts that a program let end at the edge of their cell: it drew them inside a clip, and only where it had to.

A spreadsheet that prints a text too long for its cell draws the letters that fit, inside a clip as wide as the
cell. If the last of them ends a word, no letter tells that more was meant: only the clip does. PDFium keeps a clip
only where the text runs out of it, be it with the space behind a word that the font draws as wide.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.pdf_strokes import Pen
from foidesk.readers.pdf_view import INT, POINTER, bare
from foidesk.readers.tables.ink import Frame

ALL = 0.9
"""The share of texts in clips from which a program is taken to clip everything: then a clip tells nothing."""

_clip_of = bare(raw.FPDFPageObj_GetClipPath, POINTER, POINTER)
_count_paths = bare(raw.FPDFClipPath_CountPaths, INT, POINTER)
_count_segments = bare(raw.FPDFClipPath_CountPathSegments, INT, POINTER, INT)
_segment_of = bare(raw.FPDFClipPath_GetPathSegment, POINTER, POINTER, INT, INT)
_point = bare(raw.FPDFPathSegment_GetPoint, INT, POINTER, POINTER, POINTER)


def clipped_ends(pen: Pen) -> list[Frame]:
    """Where, on a page displayed as it is written, the texts stand that run out of their own clip at its right."""
    texts = [handle for _, handle, outer in pen.texts if not outer]
    if pen.view.turn or not texts:
        return []
    clips = list(map(_clip_of, texts))
    narrow = [(text, clip) for text, clip in zip(texts, clips, strict=True) if clip and _count_paths(clip) > 0]
    edges = [(text, edge) for text, clip in narrow if (edge := _right_edge(clip)) < pen.view.size[0] - 2]
    if len(edges) > ALL * len(texts):
        return []
    return [frame for text, edge in edges for frame in _reaching(pen, text, edge)]


def _right_edge(clip: int) -> float:
    """The right edge of the narrowest rectangle of the clip."""
    x, y = ctypes.c_float(), ctypes.c_float()
    edges = []
    for path in range(_count_paths(clip)):
        count = _count_segments(clip, path)
        xs = []
        for segment in map(_segment_of, repeat(clip), repeat(path), range(min(count, 8))):
            _point(segment, ctypes.addressof(x), ctypes.addressof(y))
            xs.append(x.value)
        edges.append(max(xs, default=float("inf")))
    return min(edges, default=float("inf"))


def _reaching(pen: Pen, text: int, edge: float) -> Iterator[Frame]:
    frame = pen.place(text, ())
    if frame is not None and frame.x1 > edge - pen.view.left:
        yield frame
