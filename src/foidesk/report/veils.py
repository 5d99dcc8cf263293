"""Which places may not be shown: case rows that nobody chose, staff signatures, contact details."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from foidesk.model import (
    Box,
    Cell,
    Issue,
    Locator,
    Observation,
    PagePlace,
    Part,
    Place,
    Reading,
    SheetPlace,
    Table,
    TextPlace,
)

from .masking import contacts, mask
from .publication import Publication

WITHHELD_BLOCKS = ("signature", "mail header")
SHARED_PARTS = ("heading", "unit")
NOT_UNDERSTOOD = "table-not-understood"
LEFT_LISTS = ("list-repeated", "cases-listed-again", NOT_UNDERSTOOD)
"""The issues that tell of a table whose rows are counted nowhere."""
LINE_GAP = 3.0
"""Points between two lines of one cell; rows and paragraphs stand further apart."""


class Veils:
    """The regions of each document that stay sealed, and the case row that each one hides."""

    def __init__(self, publication: Publication) -> None:
        self._readings = publication.readings
        rows = [each for each in publication.observations.values() if not publication.tells(each)]
        self._loose_words: dict[str, dict[int, tuple[Box, ...]]] = {}
        self._sealed: dict[tuple[str, str], list[Place]] = {}
        self._shared = _shared_places(publication.observations.values())
        self._regions: dict[str, list[tuple[str, Place]]] = defaultdict(list)
        for row in sorted(rows, key=lambda each: each.id):
            for place in dict.fromkeys(self._row_regions(row)):
                self._regions[row.document].append((row.id, place))
        for document, key, place in _rows_of_left_lists(publication):
            self._regions[document].append((key, place))

    def regions(self, document: str) -> tuple[tuple[str, Place], ...]:
        """(observation id, place) of each hidden case row of a document."""
        return tuple(self._regions.get(document, ()))

    def hides(self, locator: Locator) -> bool:
        """True if the place touches a hidden case row."""
        return any(_touch(place, locator.place) for _, place in self._regions.get(locator.document, ()))

    def quote(self, locator: Locator) -> str:
        """The words at a place as they may be printed; "" where they are a case row's, or a way to reach staff."""
        return "" if self.hides(locator) or self._seals(locator) else mask(locator.quote)

    def _seals(self, locator: Locator) -> bool:
        key = (locator.document, part_name(locator.place))
        if key not in self._sealed:
            self._sealed[key] = _sealed_places(self._readings.get(locator.document), key[1])
        return any(_touch(place, locator.place) for place in self._sealed[key])

    def _row_regions(self, row: Observation) -> Iterator[Place]:
        reading = self._readings.get(row.document)
        cells = [cell.place for cell in _row_cells(reading, row)] if reading else []
        own = self._own_places(row)
        # A table turned on its side has its cases in columns: then the row's own places say where it is.
        fits = all(any(_touch(cell, place) for cell in cells) for place in own)
        for region in _joined(cells if cells and fits else own, reading):
            yield self._with_overhang(region, row.document) if isinstance(region, PagePlace) else region

    def _with_overhang(self, region: PagePlace, document: str) -> PagePlace:
        """The region and the lines right under it that stand in no cell: a wrapped line the reader lost."""
        if document not in self._loose_words:
            self._loose_words[document] = _loose_words(self._readings.get(document))
        box = region.box
        for word in self._loose_words[document].get(region.page, ()):
            if box.y0 < word.y0 <= box.y1 + LINE_GAP:
                box = Box(box.x0, box.y0, box.x1, max(box.y1, word.y1))
        return PagePlace(region.page, box)

    def _own_places(self, row: Observation) -> list[Place]:
        own = [
            locator.place
            for part, locator in sorted(row.places.items())
            if part not in SHARED_PARTS and self._shared[(locator.document, locator.place)] == 1
        ]
        return own or [row.places[sorted(row.places)[0]].place]


def _rows_of_left_lists(publication: Publication) -> Iterator[tuple[str, str, Place]]:
    """(document, id, place) of each row of a list that was not counted: one said again, or not understood.

    Its rows tell of people as those of a counted list do. A row that holds a figure which is no case stays, and
    so does the head, but for that of a table that was not understood: there it may be a case.
    """
    figures: dict[str, list[Place]] = defaultdict(list)
    for one in publication.observations.values():
        if publication.tells(one):
            for part, locator in one.places.items():
                if part not in SHARED_PARTS:
                    figures[locator.document].append(locator.place)
    for issue in publication.issues:
        for document, table in _left_tables(issue, publication) if issue.kind in LEFT_LISTS else ():
            first = 0 if issue.kind == NOT_UNDERSTOOD else 1
            for row in range(first, table.height):
                cells = [cell.place for cell in table.cells if cell.row == row == cell.row_to]
                if not any(_touch(cell, place) for cell in cells for place in figures[document]):
                    regions = _joined(cells, publication.readings.get(document))
                    yield from ((document, f"{table.name} row {row}", region) for region in regions)


def _left_tables(issue: Issue, publication: Publication) -> Iterator[tuple[str, Table]]:
    """The tables that an issue is about, by its places or its name."""
    for locator in issue.locators:
        reading = publication.readings.get(locator.document)
        for table in reading.tables if reading else ():
            if table.name == issue.key or table.place == locator.place:
                yield locator.document, table


def _shared_places(observations: Iterable[Observation]) -> Counter[tuple[str, Place]]:
    """How many observations rest on each place: a heading over many rows hides nothing of one row."""
    counts: Counter[tuple[str, Place]] = Counter()
    for observation in observations:
        counts.update({(each.document, each.place) for each in observation.locators()})
    return counts


def _row_cells(reading: Reading, row: Observation) -> list[Cell]:
    table = find_table(reading, row.table)
    if table is None or row.row < 0:
        return []
    cells = [cell for cell in table.cells if cell.row <= row.row <= cell.row_to]
    return [cell for cell in cells if cell.row == cell.row_to] or cells


def _loose_words(reading: Reading | None) -> dict[int, tuple[Box, ...]]:
    """The boxes of the words that stand in no cell, by page, from the top."""
    if reading is None:
        return {}
    places = [cell.place for table in reading.tables for cell in table.cells]
    cells = [place for place in places if isinstance(place, PagePlace)]
    found: dict[int, list[Box]] = defaultdict(list)
    for word in (word.place for part in reading.parts for word in part.words):
        if isinstance(word, PagePlace) and not any(cell.holds(word) for cell in cells):
            found[word.page].append(word.box)
    return {page: tuple(sorted(boxes, key=lambda box: box.y0)) for page, boxes in found.items()}


def find_table(reading: Reading, name: str) -> Table | None:
    """The table of that name, or None."""
    parts = (table for table in reading.tables if name == table.name or name.startswith(f"{table.name} "))
    return next(parts, None)  # `extract` names parts of a table after it: "table 1 / question 3", "table 1 part 2"


def _joined(places: list[Place], reading: Reading | None) -> Iterator[Place]:
    """One region per page, sheet or part that holds all the places."""
    pages: dict[int, Box] = {}
    for place in places:
        if isinstance(place, PagePlace):
            pages[place.page] = pages[place.page].join(place.box) if place.page in pages else place.box
        elif isinstance(place, SheetPlace):
            yield SheetPlace(place.sheet, place.row, 1, place.row_to, 16384)
    yield from (PagePlace(page, box) for page, box in sorted(pages.items()))
    yield from _joined_texts([_whole_block(each, reading) for each in places if isinstance(each, TextPlace)])


def _joined_texts(places: list[TextPlace]) -> Iterator[TextPlace]:
    """One stretch per part: the cells of a row of a text table stand one after the other."""
    for part in dict.fromkeys(place.part for place in places):
        own = [place for place in places if place.part == part]
        yield TextPlace(part, min(place.start for place in own), max(place.end for place in own))


def _whole_block(place: TextPlace, reading: Reading | None) -> TextPlace:
    """The paragraph or list item around a case told in words; the place itself where there is none."""
    blocks = next((part.blocks for part in reading.parts if part.name == place.part), ()) if reading else ()
    around = [block for block in blocks if block.start < place.end and place.start < block.end]
    start = min([place.start, *(block.start for block in around)])
    return TextPlace(place.part, start, max([place.end, *(block.end for block in around)]))


def _touch(one: Place, other: Place) -> bool:
    if isinstance(one, PagePlace) and isinstance(other, PagePlace):
        return one.page == other.page and one.box.meet(other.box) > 0
    if isinstance(one, SheetPlace) and isinstance(other, SheetPlace):
        return one.sheet == other.sheet and one.row <= other.row_to and other.row <= one.row_to
    if isinstance(one, TextPlace) and isinstance(other, TextPlace):
        return one.part == other.part and one.start < other.end and other.start < one.end
    return False


def part_name(place: Place) -> str:
    """The name of the part that a place stands on, as readings have it."""
    if isinstance(place, PagePlace):
        return f"page {place.page}"
    return place.sheet if isinstance(place, SheetPlace) else place.part


def _sealed_places(reading: Reading | None, name: str) -> list[Place]:
    part = next((part for part in reading.parts if part.name == name), None) if reading else None
    if part is None:
        return []
    boxes = [PagePlace(int(name.removeprefix("page ")), box) for box in sealed_boxes(part)]
    return [*boxes, *(TextPlace(name, start, end) for start, end, _ in sealed_spans(part))]


def sealed_boxes(part: Part) -> list[Box]:
    """Boxes of a page that name staff or ways to reach them: signatures, mail headers, addresses, numbers."""
    blocks = [block.place for block in part.blocks if block.kind in WITHHELD_BLOCKS]
    spans = [(start, end) for start, end, _ in contacts(part.text)]
    words = [
        word.place for word in part.words if any(word.start < end and start < word.end for start, end in spans)
    ]
    return [place.box for place in (*blocks, *words) if isinstance(place, PagePlace)]


def sealed_spans(part: Part) -> list[tuple[int, int, str]]:
    """Characters of a part that name staff or ways to reach them, and what to print in their stead."""
    blocks = [
        (block.start, block.end, f"[{block.kind} withheld]")
        for block in part.blocks
        if block.kind in WITHHELD_BLOCKS
    ]
    inside = [
        span
        for span in contacts(part.text)
        if not any(start < span[1] and span[0] < end for start, end, _ in blocks)
    ]
    return sorted([*blocks, *inside])
