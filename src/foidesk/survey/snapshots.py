"""A picture of the place that a question or a figure rests on: part of a page, of a sheet, of a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import FoideskError
from ..model import Locator, PagePlace, Part, Place, Reading, SheetPlace, TextPlace
from ..readers import images
from .desk.views import part_of, visible_cells

if TYPE_CHECKING:
    from .survey import Survey

ROWS_AROUND, MOST_COLUMNS = 3, 8
ROWS_NEAR, CHARACTERS_NEAR = 30, 1500
ABOVE, DPI = 60.0, 110
"""Points of the page above and below the marked lines that are shown with them."""


class Snapshots:
    """Makes pictures of places in the documents of one survey."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.deliveries = {one.document: one for one in survey.work.deliveries}
        self._reading = lru_cache(maxsize=32)(self._read)

    def path(self, document: str) -> str:
        """The file in the drop folder that holds the document, "" if there is none any more."""
        found = self.deliveries.get(document)
        return found.path if found else ""

    def picture(self, places: Sequence[Locator]) -> bytes:
        """A PNG of where the first of the places lies, all there marked; b"" if there is none to make."""
        if not places or places[0].document not in self.deliveries:
            return b""
        first = places[0]
        same = [one for one in places if one.document == first.document]
        try:
            return self._page(same) if isinstance(first.place, PagePlace) else self._rest(same)
        except FoideskError:
            return b""

    def _read(self, document: str) -> Reading:
        return self.survey.work.reading(self.deliveries[document])

    def _page(self, places: list[Locator]) -> bytes:
        first = places[0].place
        assert isinstance(first, PagePlace)
        boxes = [
            one.place.box for one in places if isinstance(one.place, PagePlace) and one.place.page == first.page
        ]
        data = self.survey.store.originals.get(places[0].document)
        return images.page_strip(data, first.page, boxes, ABOVE, DPI)

    def _rest(self, places: list[Locator]) -> bytes:
        reading = self._reading(places[0].document)
        part = part_of(reading, places[0])
        if part is None:
            return b""
        place = places[0].place
        if isinstance(place, SheetPlace):
            return _sheet(part, reading, [one.place for one in places if isinstance(one.place, SheetPlace)])
        if not isinstance(place, TextPlace):
            return b""
        texts = [one.place for one in places if isinstance(one.place, TextPlace) and one.place.part == place.part]
        return images.text_image(part.text, [(one.start, one.end) for one in texts if is_near(place, one)])


def is_near(one: Place, other: Place) -> bool:
    """True if two places of a sheet or of a text stand so close that one picture shows both."""
    if isinstance(one, SheetPlace) and isinstance(other, SheetPlace):
        return one.sheet == other.sheet and abs(one.row - other.row) <= ROWS_NEAR
    if isinstance(one, TextPlace) and isinstance(other, TextPlace):
        return one.part == other.part and abs(one.start - other.start) <= CHARACTERS_NEAR
    return False


def _sheet(part: Part, reading: Reading, places: list[SheetPlace]) -> bytes:
    """The rows around the first place and those near it, from at most four columns before; no hidden ones."""
    cells, first = visible_cells(part, reading), places[0]
    near = [place for place in places if is_near(first, place)]
    top, low = max(1, min(p.row for p in near) - ROWS_AROUND), max(p.row_to for p in near) + ROWS_AROUND
    left = max(1, min(p.column for p in near) - MOST_COLUMNS // 2)
    most = max(left + MOST_COLUMNS - 1, min(max(p.column_to for p in near), left + 2 * MOST_COLUMNS))
    right = min(most, max((c for r, c in cells if top <= r <= low), default=left))
    rows = [[cells.get((row, column), "") for column in range(left, right + 1)] for row in range(top, low + 1)]
    marks = [
        (row, column)
        for place in places if place.sheet == first.sheet
        for row in range(place.row, place.row_to + 1) for column in range(place.column, place.column_to + 1)
    ]  # fmt: skip
    return images.sheet_image(rows, top, left, marks)
