"""The rows of a sheet around its cited cells, with their numbers and letters as a spreadsheet shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Part, Reading, SheetPlace, Table
from foidesk.model.places import column_letters

from .masking import mask
from .sources import Mark, SourcePage
from .veils import Veils

ROWS_AROUND = 2


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


def sheet_excerpt(page: SourcePage, reading: Reading, part: Part, veils: Veils) -> SheetExcerpt:
    sheet = part.name
    cells = _cells(reading, part)
    marks = _marks_by_cell(page)
    columns = sorted({column for _, column in (*cells, *marks)})
    hidden = _hidden_rows(page, sheet, veils)
    heads, filled = _heading_rows(reading, sheet), {row for row, _ in cells}
    if hidden:  # beside a list of cases the rows around may be cases of another list, and so may what stands first
        heads, filled = {row for row in heads if row + 1 in hidden}, set()
    shown = _rows_to_show({row for row, _ in marks}, heads, filled)
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
        if isinstance(mark.place, SheetPlace):
            found[(mark.place.row, mark.place.column)].append(mark)
    return {key: tuple(marks) for key, marks in found.items()}


def _heading_rows(reading: Reading, sheet: str) -> set[int]:
    firsts = ([cell.place for cell in table.cells if cell.row == 0] for table in _tables(reading, sheet))
    return {place.row for places in firsts for place in places if isinstance(place, SheetPlace)}


def _hidden_rows(page: SourcePage, sheet: str, veils: Veils) -> dict[int, tuple[Mark, ...]]:
    """The rows that hold an unpublished case, each with every mark that stands in it."""
    by_row: dict[int, list[Mark]] = defaultdict(list)
    for mark in page.marks:
        if isinstance(mark.place, SheetPlace):
            by_row[mark.place.row].append(mark)
    places = (place for _, place in veils.regions(page.document))
    own = (place for place in places if isinstance(place, SheetPlace) and place.sheet == sheet)
    return {row: tuple(by_row[row]) for place in own for row in range(place.row, place.row_to + 1)}


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
