"""The text around cited words; its tables laid out as tables, cell by cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidesk.model import Cell, Part, Reading, Table, TextPlace

from .sources import Mark, SourcePage
from .veils import Veils, sealed_spans

CHARACTERS_AROUND = 400
ROWS_AROUND = 2
CASE = "[a case told here is counted, not published]"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters. `kind`: "text", "mark", "anchor" (empty), "sealed", "gap"."""

    kind: str
    text: str
    mark: Mark | None = None
    first: bool = True


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table in a text. `kind`: "row"; "veil" (a case counted, not published); "gap" of `count` rows."""

    kind: str
    cells: tuple[tuple[Segment, ...], ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a text: `width` columns, the rows around the cited cells, the first as heading."""

    width: int
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class TextExcerpt:
    """The text around the cited words, in order: runs of segments, and tables."""

    pieces: tuple[tuple[Segment, ...] | Grid, ...]


Placed = tuple[int, Segment]


def text_excerpt(page: SourcePage, reading: Reading, part: Part, veils: Veils) -> TextExcerpt:
    """The text of a part around the marks of its page."""
    sealed = sorted([*sealed_spans(part), *_hidden_cases(page, part, veils)])
    inner, anchors = _disjoint(page.marks)
    tables = _tables(reading, part)
    edges = {edge for table in tables for cell in table.cells for edge in _cell_span(cell)}
    placed = list(_segments(part.text, sealed, inner, anchors, edges))
    return TextExcerpt(tuple(_pieces(placed, tables)))


# Tables


def _tables(reading: Reading, part: Part) -> list[Table]:
    """The tables whose cells are stretches of this part, one after the other, with nothing but blanks between."""
    own = [table for table in reading.tables if table.cells and all(_is_in(cell, part) for cell in table.cells)]
    kept: list[Table] = []
    for table in sorted(own, key=_table_span):
        apart = not kept or _table_span(table)[0] >= _table_span(kept[-1])[1]
        if apart and _covers(table, part.text):
            kept.append(table)
    return kept


def _is_in(cell: Cell, part: Part) -> bool:
    return isinstance(cell.place, TextPlace) and cell.place.part == part.name


def _cell_span(cell: Cell) -> tuple[int, int]:
    return (cell.place.start, cell.place.end) if isinstance(cell.place, TextPlace) else (0, 0)


def _table_span(table: Table) -> tuple[int, int]:
    spans = [_cell_span(cell) for cell in table.cells]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _covers(table: Table, text: str) -> bool:
    """True if no word of the table's stretch stands outside its cells, and no two cells share characters."""
    at = _table_span(table)[0]
    for start, end in sorted(_cell_span(cell) for cell in table.cells if cell.place):
        if start < at or any(character.isalnum() for character in text[at:start]):
            return False
        at = end
    return True


def _pieces(placed: list[Placed], tables: list[Table]) -> Iterator[tuple[Segment, ...] | Grid]:
    starts = [_table_span(table)[0] for table in tables]
    rows: dict[int, list[Placed]] = defaultdict(list)
    order: list[int] = []
    for at, segment in placed:
        index = bisect_right(starts, at) - 1
        if index < 0 or at >= _table_span(tables[index])[1]:
            index = -1
        if not order or order[-1] != index:
            order.append(index)
        rows[len(order) - 1].append((at, segment))
    for count, index in enumerate(order):
        if index < 0:
            run = [segment for _, segment in rows[count]]
            yield tuple(_trimmed(_without_blank_ends(run), count == 0, count == len(order) - 1))
        else:
            yield _grid(tables[index], rows[count])


def _grid(table: Table, placed: list[Placed]) -> Grid:
    shown: list[list[list[Segment]]] = [[[] for _ in range(table.width)] for _ in range(table.height)]
    cells = sorted(table.cells, key=_cell_span)
    starts = [_cell_span(cell)[0] for cell in cells]
    for at, segment in placed:
        cell = cells[max(0, bisect_right(starts, at) - 1)]
        if segment.kind != "text" or segment.text.strip():
            shown[cell.row][cell.column].append(segment)
    rows = [_grid_row(tuple(tuple(cell) for cell in row)) for row in shown]
    return Grid(table.width, tuple(_near(rows)))


def _grid_row(cells: tuple[tuple[Segment, ...], ...]) -> GridRow:
    is_case = any(segment.text == CASE for cell in cells for segment in cell)
    return GridRow("veil" if is_case else "row", cells)


def _near(rows: list[GridRow]) -> Iterator[GridRow]:
    """The heading, the rows around each cited one, and a line for each run left out."""
    cited = [index for index, row in enumerate(rows) if _is_cited(row)]
    left = 0
    for index, row in enumerate(rows):
        if index == 0 or any(abs(index - each) <= ROWS_AROUND for each in cited):
            if left:
                yield GridRow("gap", count=left)
            left = 0
            yield row
        else:
            left += 1
    if left:
        yield GridRow("gap", count=left)


def _is_cited(row: GridRow) -> bool:
    return any(segment.mark for cell in row.cells for segment in cell)


# Text


def _hidden_cases(page: SourcePage, part: Part, veils: Veils) -> list[tuple[int, int, str]]:
    places = (place for _, place in veils.regions(page.document))
    texts = (place for place in places if isinstance(place, TextPlace) and place.part == part.name)
    return [(place.start, place.end, CASE) for place in texts]


def _span(mark: Mark) -> tuple[int, int]:
    return (mark.place.start, mark.place.end) if isinstance(mark.place, TextPlace) else (0, 0)


def _disjoint(marks: tuple[Mark, ...]) -> tuple[list[Mark], list[Mark]]:
    """Marks that do not overlap, values first and short ones first; the rest keep an anchor at their start."""
    inner: list[Mark] = []
    anchors: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (each.part != "value", _span(each)[1] - _span(each)[0])):
        start, end = _span(mark)
        clash = mark.veiled or any(_span(each)[0] < end and start < _span(each)[1] for each in inner)
        (anchors if clash else inner).append(mark)
    return inner, anchors


def _segments(
    text: str, sealed: list[tuple[int, int, str]], inner: list[Mark], anchors: list[Mark], edges: set[int]
) -> Iterator[Placed]:
    marks = {_span(mark)[0]: mark for mark in inner}
    loose = defaultdict(list)
    for mark in anchors:
        loose[min(_span(mark)[0], len(text))].append(mark)
    cuts = sorted({0, len(text), *loose, *(cut for mark in inner for cut in _span(mark))} | _ends(sealed) | edges)
    open_mark: Mark | None = None
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield from ((start, Segment("anchor", "", mark)) for mark in loose.get(start, ()))
        open_mark = marks.get(start) or (open_mark if open_mark and start < _span(open_mark)[1] else None)
        label = next((label for a, b, label in sealed if a <= start < b), None)
        if label is not None and start in marks:
            yield start, Segment("anchor", "", marks[start])
        if label is None:
            first = open_mark is not None and _span(open_mark)[0] == start
            yield start, Segment("mark" if open_mark else "text", text[start:end], open_mark, first)
        elif any(a == start for a, _, _ in sealed):
            yield start, Segment("sealed", label)


def _ends(sealed: list[tuple[int, int, str]]) -> set[int]:
    return {end for start, stop, _ in sealed for end in (start, stop)}


def _without_blank_ends(run: list[Segment]) -> list[Segment]:
    """The run without the line ends that part it from a table."""
    if run and run[0].kind == "text":
        run = [replace(run[0], text=run[0].text.lstrip("\n")), *run[1:]]
    if run and run[-1].kind == "text":
        run = [*run[:-1], replace(run[-1], text=run[-1].text.rstrip())]
    return run


def _trimmed(segments: list[Segment], opens: bool, closes: bool) -> Iterator[Segment]:
    """Long stretches cut to what stands near a mark or table; `opens`, `closes`: the text begins, ends here."""
    last = len(segments) - 1
    for index, segment in enumerate(segments):
        if segment.kind != "text" or len(segment.text) <= 2 * CHARACTERS_AROUND + 40:
            if segment.text or segment.kind == "anchor":
                yield segment
            continue
        if index > 0 or not opens:
            yield Segment("text", segment.text[:CHARACTERS_AROUND])
        yield Segment("gap", " […] ")
        if index < last or not closes:
            yield Segment("text", segment.text[-CHARACTERS_AROUND:])
