"""How a page of a PDF is displayed, and PDFium's functions without what makes calling them slow."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.tables.ink import Frame


def bare(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The C function without argument checks: `map` can then run it at C speed."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


POINTER, INT, FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


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
