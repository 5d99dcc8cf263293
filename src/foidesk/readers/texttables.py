"""Tables inside running text: lines cut by tabs, by bars, or by spaces that line up, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from .linecells import LineCell, line_tables
from .records import record_tables

_RULE = re.compile(r"^[\s|+:=_\-–—]*$")
_GAP = re.compile(r"(?<![.?!:;,\s]) {2,}(?=\S)| {4,}(?=\S)")
_MARK = re.compile(r"^\s*(?:[^\w\s£$€(<]{1,3}|\(?[A-Za-z0-9]{1,3}[.)])\s+")
_FIGURE = re.compile(r"^[(<>£$€~*]*\d[\d,.]*\s*(?:%|\)|k|m)?\**$|^(?:nil|n/?a|none|-|–)$", re.I)


class TextCell(NamedTuple):
    """A field of a line: its column from 0 and its characters in the stream."""

    column: int
    start: int
    end: int


class TextLine(NamedTuple):
    """A line of the stream, without its newline."""

    start: int
    text: str


Row = list[TextCell]
_Cut = Callable[[TextLine], Row]
Stretch = list[tuple[TextLine, Row]]


def find_text_tables(text: str, free: Iterable[tuple[int, int]] | None = None) -> list[list[Row]]:
    """The tables in the text (in its `free` stretches), each as rows of cells, in reading order."""
    tables: list[list[Row]] = []
    for start, end in free if free is not None else [(0, len(text))]:
        for run in _runs(list(_lines(text, start, end))):
            tables += _tables_of(run)
    return sorted(tables, key=lambda rows: rows[0][0].start)


def single_cell_tables(
    text: str, tables: Iterable[list[Row]], free: Iterable[tuple[int, int]] | None = None
) -> list[list[Row]]:
    """As `find_text_tables`, outside those: the tables whose cells, or labels and values, have a line each."""
    taken = {cell.start for rows in tables for row in rows for cell in row}
    stretches = (_lines(text, start, end) for start, end in (free if free is not None else [(0, len(text))]))
    runs = (run for lines in stretches for run in _cells(lines, taken))
    return [
        [[TextCell(at, one.start, one.end) for at, one in row] for row in rows]
        for run in runs for rows in (*line_tables(run), *record_tables(run))
    ]  # fmt: skip


def _cells(lines: Iterable[TextLine], taken: set[int]) -> Iterator[list[LineCell]]:
    """The lines between tables, each as a cell; a line that is but a bar is an empty cell."""
    cells: list[LineCell] = []
    blank = False
    for line in [*lines, TextLine(-1, "")]:
        start = line.start + len(line.text) - len(line.text.lstrip(" \t|"))
        text = line.text.strip(" \t|")
        if line.start < 0 or start in taken:
            yield cells
            cells = []
        elif text or "|" in line.text:
            cells.append(LineCell(start, start + len(text), text, blank))
        blank = not line.text.strip()


def _lines(text: str, start: int, end: int) -> Iterator[TextLine]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield TextLine(at, line.rstrip("\r\n"))
        at += len(line)


def _runs(lines: list[TextLine]) -> Iterator[list[TextLine]]:
    """Lines without two blank lines between them: mail programs double-space tables."""
    run: list[TextLine] = []
    blanks = 0
    for line in lines:
        blanks = 0 if line.text.strip() else blanks + 1
        if blanks > 1 and run:
            yield run
            run = []
        if not blanks:
            run.append(line)
    if run:
        yield run


def _tables_of(run: list[TextLine]) -> list[list[Row]]:
    """Tables by tabs; among the lines left those by bars; among those left the ones by spaces."""
    tables: list[list[Row]] = []
    taken: set[int] = set()
    for cut in (_by_tabs, _by_bars, _by_spaces):
        for stretch in _stretches(run, cut, taken):
            taken.update(line.start for line, _ in stretch)
            tables.append(_aligned(stretch) if cut is _by_spaces else [row for _, row in stretch])
    return tables


def _stretches(run: list[TextLine], cut: _Cut, taken: set[int]) -> list[Stretch]:
    """The longest stretches of lines that the cut divides; rules between them are passed over."""
    found: list[Stretch] = []
    stretch: Stretch = []
    label: TextLine | None = None
    lines = [*run, TextLine(-1, "")]
    for line, after in zip(lines, [*lines[1:], TextLine(-1, "")], strict=True):
        if _RULE.match(line.text) and line.start >= 0:
            continue
        row = [] if line.start in taken else cut(line)
        if label is not None and len(row) > 1:
            row, label = _labelled(row, label), None
        if len(row) > 1 or (row and stretch and cut is _by_bars):
            stretch.append((line, row))
            continue
        if cut is _by_spaces and stretch and len(row) == 1 and _goes_on(line, after, stretch):
            label = line
            continue
        if _is_table(stretch, cut):
            found.append(stretch)
        stretch = []
    return found


def _goes_on(line: TextLine, after: TextLine, stretch: Stretch) -> bool:
    """True for the upper line of a label that wraps: it begins where labels do, the row below it further in.

    The row's label begins with a small letter, and the row has as many fields as the others.
    """
    row, usual = _by_spaces(after), stretch[-1][1]
    if len(row) != len(usual) or any(letter.isdigit() for letter in line.text):
        return False
    level = _indent(line) == min(_indent(other) for other, _ in stretch)
    return level and _indent(after) >= _indent(line) and _text(after, row[0])[:1].islower()


def _labelled(row: Row, above: TextLine) -> Row:
    """The row with a label that begins on the line above."""
    shift = row[0].column
    label, *values = (cell._replace(column=cell.column - shift) for cell in row)
    return [label._replace(start=above.start + _indent(above)), *values]


def _indent(line: TextLine) -> int:
    return len(line.text) - len(line.text.lstrip())


def _is_table(stretch: Stretch, cut: _Cut) -> bool:
    """Two lines of fields with a figure among them, or three lines cut alike whose fields are no sentences."""
    if len(stretch) < 2 or cut is _by_bars:
        return len(stretch) > 1
    texts = [_text(line, cell) for line, row in stretch for cell in row if cell.start >= line.start]
    figures = sum(bool(_FIGURE.match(_text(line, cell))) for line, row in stretch for cell in row[1:])
    if sum(not text[:1].islower() for text in texts) * 2 < len(texts):
        return False
    widths = [row[-1].column for _, row in stretch]
    return figures > 0 or (len(stretch) > 2 and widths.count(widths[-1]) * 2 > len(widths))


def _text(line: TextLine, cell: TextCell) -> str:
    return line.text[cell.start - line.start : cell.end - line.start]


def _by_tabs(line: TextLine) -> Row:
    return _fields(line, re.finditer(r"\t", line.text)) if "\t" in line.text.strip() else []


def _by_bars(line: TextLine) -> Row:
    inner = line.text.strip().strip("|")
    if "|" not in inner:
        return []
    row = _fields(line, re.finditer(r"\|", line.text))
    # A line drawn as |a|b| has an empty field at each end that is no column.
    lead = 1 if line.text.lstrip().startswith("|") else 0
    return [TextCell(cell.column - lead, cell.start, cell.end) for cell in row if cell.column >= lead]


def _by_spaces(line: TextLine) -> Row:
    # The gap after a bullet or a mark at the edge parts nothing.
    mark = _MARK.match(line.text)
    return _fields(line, _GAP.finditer(line.text.rstrip(), mark.end() if mark else 0))


def _fields(line: TextLine, gaps: Iterable[re.Match[str]]) -> Row:
    """The fields between the gaps, empty ones left out but counted."""
    row: Row = []
    at = 0
    ends = [*((gap.start(), gap.end()) for gap in gaps), (len(line.text), len(line.text))]
    for column, (end, after) in enumerate(ends):
        raw = line.text[at:end]
        if raw.strip():
            start = at + len(raw) - len(raw.lstrip())
            row.append(TextCell(column, line.start + start, line.start + start + len(raw.strip())))
        at = after
    return row


def _aligned(stretch: Stretch) -> list[Row]:
    """Rows whose columns come from where the fields stand; from their count where they do not line up."""
    widths = {len(row) for _, row in stretch}
    rivers = _rivers(stretch)
    if len(widths) == 1 or len(rivers) + 1 < max(widths):
        return [row for _, row in stretch]
    return [[_in_column(line, cell, rivers) for cell in row] for line, row in stretch]


def _in_column(line: TextLine, cell: TextCell, rivers: list[int]) -> TextCell:
    at = max(0, cell.start - line.start)
    return TextCell(sum(river <= at for river in rivers), cell.start, cell.end)


def _rivers(stretch: Stretch) -> list[int]:
    """Where each run of positions ends that is blank in every line."""
    length = max(len(line.text) for line, _ in stretch)
    inked = [False] * (length + 1)
    for line, row in stretch:
        for cell in row:
            start, end = max(0, cell.start - line.start), cell.end - line.start
            inked[start:end] = [True] * (end - start)
    first = inked.index(True)
    return [at for at in range(first + 1, length) if inked[at] and not inked[at - 1]]
