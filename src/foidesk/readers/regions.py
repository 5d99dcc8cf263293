"""Tables on a sheet: which filled cells belong together.

A staircase: rows → bands (runs without a blank row) → bands cut where a new heading starts → bands joined where
a blank row only spaces one table out → groups of columns → captions and notes peeled off → regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .filled import Columns, Filled, row_starts

_NOTE = re.compile(r"^(?:\*|†|#|\(?\d\)|note|source|n\.?b\.?\b|please|data )", re.I)
_LONG = 40


class Line:
    """The filled cells of one row: their indices in the columns of the sheet."""

    __slots__ = ("_cells", "_figures", "_shape", "at", "row", "sheet")

    def __init__(self, row: int, at: Sequence[int], sheet: Columns) -> None:
        self.row, self.at, self.sheet = row, at, sheet
        self._cells: list[tuple[int, Filled]] | None = None
        self._figures: bool | None = None
        self._shape: tuple[Sequence[int], Sequence[int]] | None = None

    @property
    def cells(self) -> list[tuple[int, Filled]]:
        """Each cell with its index."""
        if self._cells is None:
            self._cells = [(index, self.sheet.cell(index)) for index in self.at]
        return self._cells

    @property
    def left(self) -> int:
        return self.sheet.column[self.at[0]]

    @property
    def wide(self) -> bool:
        """More than one filled cell."""
        return len(self.at) > 1

    @property
    def lone(self) -> bool:
        """One filled cell, not a figure: a caption, a section heading or a note."""
        return len(self.at) == 1 and not self.sheet.is_figure(self.at[0])

    @property
    def has_numbers(self) -> bool:
        if self._figures is None:
            self._figures = any(map(self.sheet.is_figure, self.at[1:]))
        return self._figures

    @property
    def is_heading(self) -> bool:
        """Several cells, none of them a figure."""
        return self.wide and not self.has_numbers and not self.sheet.is_figure(self.at[0])

    @property
    def bottom(self) -> int:
        return (
            self.row if self.sheet.row_to is self.sheet.row else max(map(self.sheet.row_to.__getitem__, self.at))
        )

    @property
    def columns(self) -> set[int]:
        return set(map(self.sheet.column.__getitem__, self.at))

    @property
    def shape(self) -> tuple[Sequence[int], Sequence[int]]:
        """The first and the last columns of the cells: the same for most rows of a table."""
        if self._shape is None:
            self._shape = self._found_shape()
        return self._shape

    def _found_shape(self) -> tuple[Sequence[int], Sequence[int]]:
        sheet, at = self.sheet, self.at
        if isinstance(at, range) and sheet.column_to is sheet.column:
            columns = tuple(sheet.column[at.start : at.stop])
            return columns, columns
        if isinstance(at, range):
            return tuple(sheet.column[at.start : at.stop]), tuple(sheet.column_to[at.start : at.stop])
        return tuple([sheet.column[i] for i in at]), tuple([sheet.column_to[i] for i in at])

    def texts(self) -> list[str]:
        return [self.sheet.text[index].strip().casefold() for index in self.at]


@dataclass
class Region:
    """A rectangle of a sheet that is one table: indices of its cells and of the cells of its caption."""

    top: int
    left: int
    bottom: int
    right: int
    cells: Sequence[int]
    caption: list[int] = field(default_factory=list)


Band = list[Line]


def find_regions(sheet: Columns) -> tuple[list[Region], list[int]]:
    """The tables among the filled cells (in reading order), and the indices of the cells outside them."""
    bands = _join([part for band in _bands(_lines(sheet)) for part in _cut(band)])
    regions: list[Region] = []
    loose: list[Line] = []
    for band in bands:
        for group in _split_columns(band):
            region, rest = _peel(group)
            regions += [region] if region else []
            loose += rest
    for region in regions:
        if not region.caption:
            region.caption = _caption_above(region, loose)
    return regions, [index for line in loose for index in line.at]


def _lines(sheet: Columns) -> list[Line]:
    return [Line(sheet.row[a], range(a, b), sheet) for a, b in pairwise(row_starts(sheet.row))]


def _bands(lines: Iterable[Line]) -> Iterator[Band]:
    """Runs of rows without a blank row between them; a merged cell reaches down over blank rows."""
    band: Band = []
    reach = 0
    for line in lines:
        if band and line.row > reach + 1:
            yield band
            band = []
        band.append(line)
        reach = max(reach, line.bottom)
    if band:
        yield band


def _cut(band: Band) -> Iterator[Band]:
    """The band cut where the next table starts without a blank row."""
    start = 0
    for at in range(1, len(band) - 1):
        if _starts_anew(band, start, at):
            yield band[start:at]
            start = at
    yield band[start:]


def _starts_anew(band: Band, start: int, at: int) -> bool:
    """True if a table starts there: a caption over a second heading, or the first wide line under a preamble."""
    first, second = band[at], band[at + 1]
    if first.lone:
        titled = second.is_heading and len(second.at) > 2 and band[at - 1].has_numbers
        return titled and at + 2 < len(band) and band[at + 2].has_numbers and _opens(band[start:at], second)
    if at - start >= 12 or len(first.at) < 4 or not first.is_heading:
        return False
    widths = {len(line.at) for line in band[start:at]}
    return max(widths) == 2 and not _names_both(band[start:at], first)


def _names_both(above: Band, heading: Line) -> bool:
    """True for two words over two tables side by side: each stands where one of the tables begins."""
    columns = sorted(heading.columns)
    begins = {b for a, b in pairwise(columns) if b > a + 1}
    return len(above) == 1 and len(begins) == 1 and above[0].columns == {columns[0], *begins}


def _opens(above: Band, heading: Line) -> bool:
    """True if the line looks like the heading that the band above has: a second table under the first."""
    return any(line.is_heading and abs(len(line.at) - len(heading.at)) <= 1 for line in above)


def _join(bands: list[Band]) -> list[Band]:
    """The bands, those joined that a blank row only spaces out."""
    joined: list[Band] = []
    for band in bands:
        if joined and _continues(joined[-1], band):
            joined[-1] = joined[-1] + band
        else:
            joined.append(band)
    return joined


def _continues(above: Band, below: Band) -> bool:
    body_above = [line for line in above if line.wide]
    body_below = [line for line in below if line.wide]
    if not body_above or not body_below or below[0].row - above[-1].bottom > 3:
        return False
    columns = set().union(*(line.columns for line in body_above))
    if not set().union(*(line.columns for line in body_below)) <= columns:
        return False
    first = body_below[0]
    if first.texts() == body_above[0].texts():
        return False
    if not any(line.has_numbers for line in body_above):
        return _headings_only(body_above) or not below[0].lone
    return not first.is_heading and (not below[0].lone or len(below) > 1)


def _headings_only(lines: Band) -> bool:
    return len(lines) <= 3 and all(line.is_heading for line in lines)


def _split_columns(band: Band) -> Iterator[Band]:
    """The band cut at a blank column where tables stand side by side."""
    gap = next((gap for gap in _gaps(band) if _side_by_side(band, gap)), None)
    if gap is None:
        yield band
        return
    yield _columns(band, 0, gap)
    yield from _split_columns(_columns(band, gap + 1, 1 << 30))


def _spans(band: Band) -> set[tuple[int, int]]:
    """The first and the last column of each cell, lone lines (titles) left out."""
    shapes = {line.shape for line in band if not line.lone}
    return {span for shape in shapes for span in zip(*shape, strict=True)}


def _gaps(band: Band) -> list[int]:
    """The blank columns inside the band; lone lines (titles) may run across them."""
    spans = _spans(band)
    edges = sorted({at for left, right in spans if right - left < 200 for at in range(left, right + 1)})
    return [a + 1 for a, b in pairwise(edges) if b > a + 1]


def _columns(band: Band, low: int, high: int) -> Band:
    lines = (
        Line(line.row, [i for i in line.at if low <= line.sheet.column[i] <= high], line.sheet) for line in band
    )
    return [line for line in lines if line.at]


def _side_by_side(band: Band, gap: int) -> bool:
    """True if the cells right of the gap have row labels and figures of their own."""
    left, right = _columns(band, 0, gap), _columns(band, gap + 1, 1 << 30)
    left, right = ([line for line in side if line.wide] for side in (left, right))
    if len(left) < 2 or len(right) < 2:
        return False
    if left[0].texts() == right[0].texts():
        return True
    figures = [line for line in right if line.has_numbers]
    labelled = [line for line in figures if not line.cells[0][1].is_number]
    edge = min(line.left for line in right)
    own = sum(line.left == edge for line in labelled)
    return bool(figures) and own * 3 >= len(figures) * 2 and any(line.has_numbers for line in left)


def _peel(band: Band) -> tuple[Region | None, list[Line]]:
    """The table of a band, its caption lines on top and its notes at the bottom taken off."""
    body = list(band)
    caption: list[Line] = []
    notes: list[Line] = []
    if any(line.wide for line in body):
        width = max(last for _, last in _spans(body))
        while _is_caption(body[0], body[1:], width):
            caption.append(body.pop(0))
        while len(body) > 1 and _is_note(body[-1]):
            notes.insert(0, body.pop())
    elif not _is_list(body):
        return None, band
    return _region(body, caption), notes


def _is_caption(line: Line, below: Band, width: int) -> bool:
    if not line.lone or not below:
        return False
    spot = line.cells[0][1]
    left = min(other.left for other in below)
    grouped = spot.column > left and spot.column_to > spot.column and spot.column_to < width
    return not grouped and (spot.column <= left or len(spot.text) > _LONG or spot.column_to == spot.column)


def _is_note(line: Line) -> bool:
    text = line.cells[0][1].text.strip()
    return line.lone and (len(text) > _LONG or bool(_NOTE.match(text)))


def _is_list(band: Band) -> bool:
    """One column of figures under a heading is a table too; one column of sentences is not."""
    return len(band) > 1 and any(line.cells[0][1].is_number for line in band)


def _region(body: Band, caption: list[Line]) -> Region:
    sheet = body[0].sheet
    first, last = body[0].at[0], body[-1].at[-1]
    at: Sequence[int] = range(first, last + 1)
    if last - first == sum(len(line.at) for line in body) - 1:
        # nothing lies between: slices are quicker than single cells
        row, column, row_to, column_to = (
            side[first : last + 1] for side in (sheet.row, sheet.column, sheet.row_to, sheet.column_to)
        )
    else:
        at = [index for line in body for index in line.at]
        row, column, row_to, column_to = (
            [side[index] for index in at] for side in (sheet.row, sheet.column, sheet.row_to, sheet.column_to)
        )
    above = [index for line in caption for index in line.at]
    return Region(min(row), min(column), max(row_to), max(column_to), at, above)


def _caption_above(region: Region, loose: list[Line]) -> list[int]:
    """The lone lines that stand directly above, at most one blank row away."""
    found: list[Line] = []
    edge = region.top
    for line in reversed([line for line in loose if line.row < region.top and line.lone]):
        spot = line.cells[0][1]
        near = edge - spot.row_to <= (2 if not found else 1)
        if near and spot.column <= region.right and len(found) < 3:
            found.insert(0, line)
            edge = line.row
    return [index for line in found for index in line.at]
