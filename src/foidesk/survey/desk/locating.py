"""Where a person points: a box drawn on a page, a cell named on a sheet, or words typed as they stand there."""

from __future__ import annotations

import re

from ...errors import FoideskError
from ...model import Box, Locator, PagePlace, Part, Reading, SheetPlace, TextPlace
from ...model.places import Place, overlap, place_text
from .views import box_of, part_of, visible_cells

CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})\Z")
BOX = re.compile(r"\s*" + r"\s+".join([r"(-?\d+(?:\.\d+)?)"] * 4) + r"\s*\Z")


def locate(reading: Reading, document: str, surface: str, said: str) -> dict[str, str]:
    """The place as `place_text` writes it, and its visible words. Refused where nothing visible stands there."""
    part = next((one for one in reading.visible_parts() if one.name == surface), None)
    if part is None:
        raise FoideskError(f"there is no {surface!r} to point at", next="choose the page or sheet again")
    place = _cell(part, said) or _box(part, reading, said) or _words(part, reading, said)
    if place is None:
        raise FoideskError(
            f"{said!r} does not stand there once", where=surface,
            next="name a cell (B4), draw a box, or type more of the words as they stand",
        )  # fmt: skip
    quote = words_in(reading, document, place)
    if not quote:
        raise FoideskError(
            "nothing that can be read stands there", where=surface, next="point at the figure itself"
        )
    return {"place": place_text(place), "quote": quote}


def _cell(part: Part, said: str) -> Place | None:
    found = CELL.match(said.strip())
    if not found or part.layer != "cells":
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return SheetPlace(part.name, row, column, row, column)


def _box(part: Part, reading: Reading, said: str) -> Place | None:
    found = BOX.match(said)
    if not found or part.kind != "page":
        return None
    x0, y0, x1, y1 = (float(side) for side in found.groups())
    return PagePlace(_page(part, reading), Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _page(part: Part, reading: Reading) -> int:
    number = part.name.removeprefix("page ")
    pages = [one for one in reading.parts if one.kind == "page"]
    return int(number) if number.isdecimal() else 1 + pages.index(part)


def _words(part: Part, reading: Reading, said: str) -> Place | None:
    """The only place where the words stand on it; none if they stand twice."""
    pattern = r"\s+".join(re.escape(word) for word in said.split())
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", part.text, re.IGNORECASE)) if pattern else []
    if len(found) != 1:
        return None
    start, end = found[0].span()
    if part.layer == "cells":
        inside = [one.place for one in part.words if one.start < end and start < one.end]
        return inside[0] if len(inside) == 1 else None
    box = box_of(one for one in part.words if one.start < end and start < one.end)
    return (
        PagePlace(_page(part, reading), box) if box and part.kind == "page" else TextPlace(part.name, start, end)
    )


def words_in(reading: Reading, document: str, place: Place) -> str:
    """The visible words at a place."""
    part = part_of(reading, Locator(document, place, ""))
    if part is None:
        return ""
    if isinstance(place, TextPlace):
        return part.text[place.start : place.end]
    if isinstance(place, SheetPlace):
        cells = visible_cells(part, reading)
        rows, columns = range(place.row, place.row_to + 1), range(place.column, place.column_to + 1)
        return " ".join(cells[row, column] for row in rows for column in columns if (row, column) in cells)
    inside = [word for word in part.words if overlap(word.place, place) >= 0.5]
    return " ".join(word.text for word in sorted(inside, key=lambda word: word.start))
