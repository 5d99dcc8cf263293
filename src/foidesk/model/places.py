"""Where something stands in a document: the end of every chain of evidence."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the top left of the page as displayed."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def area(self) -> float:
        return max(0.0, self.x1 - self.x0) * max(0.0, self.y1 - self.y0)

    def meet(self, other: Box) -> float:
        """The area, in square points, that both boxes cover."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, width) * max(0.0, height)

    def holds(self, other: Box, share: float = 0.6) -> bool:
        """True if at least `share` of the other box lies inside this one."""
        return other.area > 0 and self.meet(other) >= share * other.area

    def join(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A box on a page; pages count from 1."""

    page: int
    box: Box

    def describe(self) -> str:
        return f"page {self.page}"

    def holds(self, other: Place) -> bool:
        return isinstance(other, PagePlace) and other.page == self.page and self.box.holds(other.box)


def column_letters(column: int) -> str:
    """The spreadsheet's name of a column that counts from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column that a spreadsheet calls so: 1 for A, 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A cell or a block of cells; rows and columns count from 1. `start`, `end`: characters inside the cell."""

    sheet: str
    row: int
    column: int
    row_to: int
    column_to: int
    start: int | None = None
    end: int | None = None

    @property
    def ref(self) -> str:
        """The cells as a spreadsheet names them: `B4`, or `B4:C6`."""
        first = f"{column_letters(self.column)}{self.row}"
        last = f"{column_letters(self.column_to)}{self.row_to}"
        return first if first == last else f"{first}:{last}"

    def describe(self) -> str:
        return f"sheet {self.sheet!r}, {self.ref}"

    def holds(self, other: Place) -> bool:
        if not isinstance(other, SheetPlace) or other.sheet != self.sheet:
            return False
        rows = self.row <= other.row and other.row_to <= self.row_to
        columns = self.column <= other.column and other.column_to <= self.column_to
        return rows and columns and self._holds_characters(other)

    def _holds_characters(self, other: SheetPlace) -> bool:
        if self.start is None or self.end is None:
            return True
        if other.start is None or other.end is None:
            return False
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Characters `start` to `end` (half open) of a part's raw text, e.g. of a mail's body."""

    part: str
    start: int
    end: int

    def describe(self) -> str:
        return f"{self.part}, characters {self.start + 1} to {self.end}"

    def holds(self, other: Place) -> bool:
        if not isinstance(other, TextPlace) or other.part != self.part:
            return False
        return self.start <= other.start and other.end <= self.end


Place = PagePlace | SheetPlace | TextPlace


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in one document, with the words that stand there.

    `document` is the SHA-256 of the original bytes, in hexadecimal.
    """

    document: str
    place: Place
    quote: str

    def describe(self) -> str:
        return f"{self.place.describe()}: “{self.quote}”"


def place_text(place: Place) -> str:
    """The place as one line that a person can read and `parse_place` can read back."""
    if isinstance(place, PagePlace):
        box = place.box
        return f"page {place.page} [{box.x0:.1f} {box.y0:.1f} {box.x1:.1f} {box.y1:.1f}]"
    if isinstance(place, SheetPlace):
        inside = "" if place.start is None else f" [{place.start} {place.end}]"
        return f"sheet {place.sheet!r} {place.row},{place.column},{place.row_to},{place.column_to}{inside}"
    return f"text {place.part!r} [{place.start} {place.end}]"


_PAGE = re.compile(r"page (\d+) \[(\S+) (\S+) (\S+) (\S+)\]$")
_SHEET = re.compile(r"sheet (.+) (\d+),(\d+),(\d+),(\d+)(?: \[(\d+) (\d+)\])?$", re.S)
_TEXT = re.compile(r"text (.+) \[(\d+) (\d+)\]$", re.S)


_CELLS = re.compile(r"sheet (['\"].+['\"]), ([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$", re.S)
_CHARACTERS = re.compile(r"(.+), characters (\d+) to (\d+)$", re.S)


def parse_place(text: str) -> Place:
    """The place that `place_text` wrote, or that `describe` tells a person; ValueError if it is none."""
    if page := _PAGE.match(text):
        return PagePlace(int(page[1]), Box(*(float(side) for side in page.groups()[1:])))
    if sheet := _SHEET.match(text):
        inside = (int(sheet[6]), int(sheet[7])) if sheet[6] else (None, None)
        name = str(ast.literal_eval(sheet[1]))
        return SheetPlace(name, int(sheet[2]), int(sheet[3]), int(sheet[4]), int(sheet[5]), *inside)
    if span := _TEXT.match(text):
        return TextPlace(str(ast.literal_eval(span[1])), int(span[2]), int(span[3]))
    if cells := _CELLS.match(text):
        first, last = (column_number(cells[2]), int(cells[3])), (cells[4] or cells[2], cells[5] or cells[3])
        return SheetPlace(
            str(ast.literal_eval(cells[1])), first[1], first[0], int(last[1]), column_number(last[0])
        )
    if characters := _CHARACTERS.match(text):
        return TextPlace(characters[1], int(characters[2]) - 1, int(characters[3]))
    raise ValueError(f"not a place: {text!r}")


def overlap(one: Place, other: Place) -> float:
    """How much of the smaller place lies inside the other: 0 (apart) to 1 (held)."""
    if isinstance(one, PagePlace) and isinstance(other, PagePlace) and one.page == other.page:
        smaller = min(one.box.area, other.box.area)
        return one.box.meet(other.box) / smaller if smaller else 0.0
    if isinstance(one, SheetPlace) and isinstance(other, SheetPlace):
        return float(one.holds(other) or other.holds(one))
    if isinstance(one, TextPlace) and isinstance(other, TextPlace) and one.part == other.part:
        shared = min(one.end, other.end) - max(one.start, other.start)
        smaller_span = min(one.end - one.start, other.end - other.start)
        return max(0, shared) / smaller_span if smaller_span else 0.0
    return 0.0
