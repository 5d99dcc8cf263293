"""Tables on a sheet: which filled cells belong together.

A staircase: rows → bands (runs without a blank row) → bands cut where a new heading starts → bands joined where
a blank row only spaces one table out → groups of columns → captions and notes peeled off → regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

# Figures, also those typed as text, and what stands in their place: suppressed, none, not applicable.
NUMERIC = re.compile(
    r"^\s*[(<>≤≥£$€~+-]*\s?\d[\d,.]*\s*(?:%|\)|p|k|m)?\**\s*$|^\s*(?:nil|n/?a|\*+|-+|–|\.\.)\s*$", re.I
)
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s*[-/–]\s*(?:\d\d|\d{4}))?$")
_NOTE = re.compile(r"^(?:\*|†|#|\(?\d\)|note|source|n\.?b\.?\b|please|data )", re.I)
_LONG = 40


@dataclass(slots=True)
class Filled:
    """One filled cell of a sheet, from row 1 and column 1; `row_to` and `column_to`: where a merged one ends."""

    row: int
    column: int
    text: str
    kind: str = ""
    number: str = ""
    number_format: str = ""
    formula: str = ""
    row_to: int = 0
    column_to: int = 0

    def __post_init__(self) -> None:
        self.row_to = self.row_to or self.row
        self.column_to = self.column_to or self.column

    @property
    def is_number(self) -> bool:
        """True for a figure; a year is a heading as often as a figure, so it does not count as one."""
        if len(self.text) < 12 and _YEAR.match(self.text):
            return False
        return self.kind in ("number", "date") or (len(self.text) < 30 and bool(NUMERIC.match(self.text)))


@dataclass
class Line:
    """The filled cells of one row, by their index."""

    row: int
    cells: list[tuple[int, Filled]]

    @property
    def left(self) -> int:
        return self.cells[0][1].column

    @property
    def lone(self) -> bool:
        """One filled cell, not a figure: a caption, a section heading or a note."""
        return len(self.cells) == 1 and not self.cells[0][1].is_number

    @cached_property
    def has_numbers(self) -> bool:
        return any(spot.is_number for _, spot in self.cells[1:])

    @cached_property
    def is_heading(self) -> bool:
        """Several cells, none of them a figure."""
        return len(self.cells) > 1 and not self.has_numbers and not self.cells[0][1].is_number

    @property
    def bottom(self) -> int:
        return max([spot.row_to for _, spot in self.cells])

    @property
    def columns(self) -> set[int]:
        return {spot.column for _, spot in self.cells}

    def texts(self) -> list[str]:
        return [spot.text.strip().casefold() for _, spot in self.cells]


@dataclass
class Region:
    """A rectangle of a sheet that is one table: indices of its cells and of the cells of its caption."""

    top: int
    left: int
    bottom: int
    right: int
    cells: list[int]
    caption: list[int] = field(default_factory=list)


Band = list[Line]


def find_regions(spots: list[Filled]) -> tuple[list[Region], list[int]]:
    """The tables among the filled cells (in reading order), and the indices of the cells outside them."""
    bands = _join([part for band in _bands(_lines(spots)) for part in _cut(band)])
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
    return regions, [index for line in loose for index, _ in line.cells]


def _lines(spots: list[Filled]) -> list[Line]:
    lines: list[Line] = []
    cells: list[tuple[int, Filled]] = []
    row = 0
    for pair in enumerate(spots):
        if pair[1].row != row or not lines:
            row, cells = pair[1].row, []
            lines.append(Line(row, cells))
        cells.append(pair)
    return lines


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
        titled = second.is_heading and len(second.cells) > 2 and band[at - 1].has_numbers
        return titled and at + 2 < len(band) and band[at + 2].has_numbers and _opens(band[start:at], second)
    if at - start >= 12 or len(first.cells) < 4 or not first.is_heading:
        return False
    widths = {len(line.cells) for line in band[start:at]}
    return max(widths) == 2


def _opens(above: Band, heading: Line) -> bool:
    """True if the line looks like the heading that the band above has: a second table under the first."""
    return any(line.is_heading and abs(len(line.cells) - len(heading.cells)) <= 1 for line in above)


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
    body_above = [line for line in above if len(line.cells) > 1]
    body_below = [line for line in below if len(line.cells) > 1]
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


def _gaps(band: Band) -> list[int]:
    """The blank columns inside the band; lone lines (titles) may run across them."""
    spans = {(spot.column, spot.column_to) for line in band if not line.lone for _, spot in line.cells}
    edges = sorted({at for left, right in spans if right - left < 200 for at in range(left, right + 1)})
    return [a + 1 for a, b in pairwise(edges) if b > a + 1]


def _columns(band: Band, low: int, high: int) -> Band:
    lines = (Line(line.row, [c for c in line.cells if low <= c[1].column <= high]) for line in band)
    return [line for line in lines if line.cells]


def _side_by_side(band: Band, gap: int) -> bool:
    """True if the cells right of the gap have row labels and figures of their own."""
    left, right = _columns(band, 0, gap), _columns(band, gap + 1, 1 << 30)
    left, right = ([line for line in side if len(line.cells) > 1] for side in (left, right))
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
    if any(len(line.cells) > 1 for line in body):
        width = max([spot.column_to for line in body if not line.lone for _, spot in line.cells])
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
    cells = [cell for line in body for cell in line.cells]
    spots = [spot for _, spot in cells]
    return Region(
        min([spot.row for spot in spots]),
        min([spot.column for spot in spots]),
        max([spot.row_to for spot in spots]),
        max([spot.column_to for spot in spots]),
        [index for index, _ in cells],
        [index for line in caption for index, _ in line.cells],
    )


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
    return [index for line in found for index, _ in line.cells]
