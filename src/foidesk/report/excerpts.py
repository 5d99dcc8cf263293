"""The words around a cited cell or sentence, where a document has no pages to picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Part, Reading, SheetPlace, Table, TextPlace
from foidesk.model.places import column_letters

from .masking import mask
from .publication import Publication
from .sources import Mark, SourcePage, part_name
from .veils import Veils, sealed_spans

ROWS_AROUND = 2
CHARACTERS_AROUND = 400


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of an excerpt; `heading` for the first row of its table."""

    text: str
    marks: tuple[Mark, ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a sheet. `kind`: "row"; "gap" (rows left out); "veil" (case rows counted, not published)."""

    kind: str
    number: str
    cells: tuple[ShownCell, ...] = ()
    marks: tuple[Mark, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class SheetExcerpt:
    """Columns by their letters, and the rows around the cited cells."""

    letters: tuple[str, ...]
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters. `kind`: "text", "mark", "anchor" (empty), "sealed", "gap"."""

    kind: str
    text: str
    mark: Mark | None = None
    first: bool = True


@dataclass(frozen=True, slots=True)
class TextExcerpt:
    """The text around the cited words, in order."""

    segments: tuple[Segment, ...]


def excerpt(page: SourcePage, publication: Publication, veils: Veils) -> SheetExcerpt | TextExcerpt | None:
    """The rows or sentences around the marks, or None if the reading is not at hand or the part is hidden."""
    reading = publication.readings.get(page.document)
    part = _part(reading, page)
    if reading is None or part is None or part.hidden:
        return None
    if all(isinstance(mark.place, SheetPlace) for mark in page.marks):
        return _sheet(page, reading, part, veils)
    if all(isinstance(mark.place, TextPlace) for mark in page.marks):
        return _text(page, part, veils)
    return None


def _part(reading: Reading | None, page: SourcePage) -> Part | None:
    name = part_name(page.marks[0].place)
    return next((part for part in reading.parts if part.name == name), None) if reading else None


# Sheets


def _sheet(page: SourcePage, reading: Reading, part: Part, veils: Veils) -> SheetExcerpt:
    sheet = part.name
    cells = _cells(reading, part)
    marks = _marks_by_cell(page)
    columns = sorted({column for _, column in (*cells, *marks)})
    hidden = _hidden_rows(page, sheet, veils)
    heads = _heading_rows(reading, sheet)
    shown = _rows_to_show({row for row, _ in marks}, heads, {row for row, _ in cells})
    rows = [_row(row, columns, cells, marks, row in heads) for row in shown if row not in hidden]
    return SheetExcerpt(
        tuple(column_letters(column) for column in columns), tuple(_folded(rows, hidden, max(shown, default=0)))
    )


def _tables(reading: Reading, sheet: str) -> Iterator[Table]:
    return (table for table in reading.tables if sheet in table.parts)


def _cells(reading: Reading, part: Part) -> dict[tuple[int, int], str]:
    """The words of the visible cells of a sheet by row and column, both from 1."""
    places = (cell.place for table in _tables(reading, part.name) for cell in table.cells if cell.hidden)
    hidden = {(place.row, place.column) for place in places if isinstance(place, SheetPlace)}
    found: dict[tuple[int, int], str] = {}
    for word in part.words:
        place = word.place
        if isinstance(place, SheetPlace) and (place.row, place.column) not in hidden:
            found[(place.row, place.column)] = word.text
    return found


def _marks_by_cell(page: SourcePage) -> dict[tuple[int, int], tuple[Mark, ...]]:
    found: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in page.marks:
        if isinstance(mark.place, SheetPlace) and not mark.veiled:
            found[(mark.place.row, mark.place.column)].append(mark)
    return {key: tuple(marks) for key, marks in found.items()}


def _heading_rows(reading: Reading, sheet: str) -> set[int]:
    firsts = ([cell.place for cell in table.cells if cell.row == 0] for table in _tables(reading, sheet))
    return {place.row for places in firsts for place in places if isinstance(place, SheetPlace)}


def _hidden_rows(page: SourcePage, sheet: str, veils: Veils) -> dict[int, tuple[Mark, ...]]:
    marks = {mark.observation: mark for mark in page.marks if mark.veiled}
    found: dict[int, tuple[Mark, ...]] = {}
    for id, place in veils.regions(page.document):
        if isinstance(place, SheetPlace) and place.sheet == sheet:
            own = (marks[id],) if id in marks else ()
            for row in range(place.row, place.row_to + 1):
                found[row] = (*found.get(row, ()), *(own if row == place.row else ()))
    return found


def _rows_to_show(cited: set[int], heads: set[int], filled: set[int]) -> list[int]:
    near = {row + step for row in cited for step in range(-ROWS_AROUND, ROWS_AROUND + 1)}
    heads_above = {row for row in heads if cited and row <= max(cited)}
    return sorted(cited | heads_above | (near & filled))


def _row(
    row: int,
    columns: list[int],
    cells: dict[tuple[int, int], str],
    marks: dict[tuple[int, int], tuple[Mark, ...]],
    heading: bool,
) -> ShownRow:
    shown = []
    for column in columns:
        cited = marks.get((row, column), ())
        cell = cells.get((row, column))
        words = mask(cell) if cell else (cited[0].quote if cited else "")
        shown.append(ShownCell(words, cited, heading))
    return ShownRow("row", str(row), tuple(shown))


def _folded(rows: list[ShownRow], hidden: dict[int, tuple[Mark, ...]], last: int) -> Iterator[ShownRow]:
    """Rows in order, with one line for each run of sealed case rows and one for each run left out."""
    shown = {int(row.number): row for row in rows}
    end = max([last, *hidden]) if hidden else last
    run: list[int] = []
    for row in range(min([*shown, *hidden], default=1), end + 2):
        kind = "row" if row in shown else "veil" if row in hidden else "gap"
        if run and (kind == "row" or kind != _kind(run[-1], hidden) or row > end):
            yield _fold(run, hidden)
            run = []
        if kind == "row":
            yield shown[row]
        else:
            run.append(row)


def _kind(row: int, hidden: dict[int, tuple[Mark, ...]]) -> str:
    return "veil" if row in hidden else "gap"


def _fold(run: list[int], hidden: dict[int, tuple[Mark, ...]]) -> ShownRow:
    number = str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"
    marks = tuple(mark for row in run for mark in hidden.get(row, ()))
    return ShownRow(_kind(run[0], hidden), number, (), marks, len(run))


# Texts


def _text(page: SourcePage, part: Part, veils: Veils) -> TextExcerpt:
    sealed = [*sealed_spans(part), *_hidden_cases(page, part, veils)]
    inner, anchors = _disjoint(page.marks)
    segments = _segments(part.text, sorted(sealed), inner, anchors)
    return TextExcerpt(tuple(_trimmed(list(segments))))


def _hidden_cases(page: SourcePage, part: Part, veils: Veils) -> list[tuple[int, int, str]]:
    places = (place for _, place in veils.regions(page.document))
    texts = (place for place in places if isinstance(place, TextPlace) and place.part == part.name)
    return [(place.start, place.end, "[a case told here is counted, not published]") for place in texts]


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
    text: str, sealed: list[tuple[int, int, str]], inner: list[Mark], anchors: list[Mark]
) -> Iterator[Segment]:
    marks = {_span(mark)[0]: mark for mark in inner}
    loose = defaultdict(list)
    for mark in anchors:
        loose[min(_span(mark)[0], len(text))].append(mark)
    cuts = sorted({0, len(text), *loose, *(cut for mark in inner for cut in _span(mark))} | _ends(sealed))
    open_mark: Mark | None = None
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield from (Segment("anchor", "", mark) for mark in loose.get(start, ()))
        open_mark = marks.get(start) or (open_mark if open_mark and start < _span(open_mark)[1] else None)
        label = next((label for a, b, label in sealed if a <= start < b), None)
        if label is None:
            first = open_mark is not None and _span(open_mark)[0] == start
            yield Segment("mark" if open_mark else "text", text[start:end], open_mark, first)
        elif any(a == start for a, _, _ in sealed):
            yield Segment("sealed", label)


def _ends(sealed: list[tuple[int, int, str]]) -> set[int]:
    return {end for start, stop, _ in sealed for end in (start, stop)}


def _trimmed(segments: list[Segment]) -> Iterator[Segment]:
    """Long stretches without a mark cut to what stands near one."""
    for index, segment in enumerate(segments):
        if segment.kind != "text" or len(segment.text) <= 2 * CHARACTERS_AROUND + 40:
            if segment.text or segment.kind == "anchor":
                yield segment
            continue
        if index > 0:
            yield Segment("text", segment.text[:CHARACTERS_AROUND])
        yield Segment("gap", " […] ")
        if index < len(segments) - 1:
            yield Segment("text", segment.text[-CHARACTERS_AROUND:])
