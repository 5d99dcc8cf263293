"""Scans that lie askew: straightened to be recognised, and every place turned back onto the page as it is.

Half a degree shifts a line by more than its height from one edge of the paper to the other: lines, rules and rows
are found on the straightened picture only, while a box must mark the picture as it was sent.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from PIL import Image

from foidesk.model.issues import Issue
from foidesk.model.places import Box, PagePlace, Place
from foidesk.model.reading import Block, Cell, Part, Reading, Table, Word

STEP, USUAL, MOST, SMALL = 0.1, 2.0, 6.0, 700
FAR = 1.3  # how much sharper a page must be where it is turned by more than is usual
Move = Callable[[Box], Box]
"""What moves a box of the page as it was read onto the page as it was sent."""
Placed = TypeVar("Placed", Word, Block, Cell)


def tilt_of(grey: Image.Image) -> float:
    """The degrees by which the picture must be turned for its lines to lie level; 0 if it lies level already."""
    small = grey.resize((SMALL, max(1, round(grey.height * SMALL / grey.width))), Image.Resampling.BOX)
    dark = small.point([255 - v if v < 200 else 0 for v in range(256)])
    coarse = max((0.5 * n for n in range(-12, 13)), key=lambda d: _sharpness(dark, d))
    fine = [coarse + STEP * n for n in range(-4, 5)]
    best = max((d for d in fine if abs(d) <= MOST), key=lambda d: _sharpness(dark, d))
    clear = _sharpness(dark, best) > (1.05 if abs(best) <= USUAL else FAR) * _sharpness(dark, 0.0)
    return best if abs(best) >= 2 * STEP and clear else 0.0


def _sharpness(dark: Image.Image, degrees: float) -> float:
    """How unevenly the ink falls on the rows: most where each line of text has rows of its own."""
    turned = dark.rotate(degrees, Image.Resampling.BILINEAR)
    rows = turned.convert("F").resize((1, turned.height), Image.Resampling.BOX).tobytes()
    values = memoryview(rows).cast("f").tolist()
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values)


def straightened(grey: Image.Image, degrees: float) -> Image.Image:
    """The picture turned round its middle, white where nothing was."""
    return grey.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


# ------------------------------------------------------------------ places turned back


def turned_back(reading: Reading, moves: Mapping[int, Move]) -> Reading:
    """The reading with every place on a straightened page put where it stands on the page as sent."""
    if not moves:
        return reading
    return replace(
        reading,
        parts=tuple(_part(part, moves) for part in reading.parts),
        tables=tuple(_table(table, moves) for table in reading.tables),
        issues=tuple(_issue(issue, moves) for issue in reading.issues),
    )


def _part(part: Part, moves: Mapping[int, Move]) -> Part:
    return replace(part, words=_all(part.words, moves), blocks=_all(part.blocks, moves))


def _table(table: Table, moves: Mapping[int, Move]) -> Table:
    caption = None if table.caption_place is None else place_back(table.caption_place, moves)
    pieces = tuple(_table(piece, moves) for piece in table.pieces)
    cells, place = _all(table.cells, moves), place_back(table.place, moves)
    return replace(table, cells=cells, place=place, caption_place=caption, pieces=pieces)


def _issue(issue: Issue, moves: Mapping[int, Move]) -> Issue:
    locators = tuple(replace(where, place=place_back(where.place, moves)) for where in issue.locators)
    return replace(issue, locators=locators)


def _all(items: Iterable[Placed], moves: Mapping[int, Move]) -> tuple[Placed, ...]:
    return tuple(replace(item, place=place_back(item.place, moves)) for item in items)


def place_back(place: Place, moves: Mapping[int, Move]) -> Place:
    """The place with its box on the page as sent."""
    if not isinstance(place, PagePlace) or place.page not in moves:
        return place
    return PagePlace(place.page, moves[place.page](place.box))


def tilt_back(degrees: float, cx: float, cy: float) -> Move:
    """What moves a box, not turning it, round the point: to where its middle stands on the page as sent."""
    angle = math.radians(degrees)

    def move(box: Box) -> Box:
        x, y = (box.x0 + box.x1) / 2 - cx, (box.y0 + box.y1) / 2 - cy
        dx = x * math.cos(angle) - y * math.sin(angle) - x
        dy = x * math.sin(angle) + y * math.cos(angle) - y
        return Box(*(round(v, 2) for v in (box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)))

    return move
