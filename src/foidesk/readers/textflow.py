"""One character stream for a part, written piece by piece, with its blocks and tables in place.

Every text format ends here: what a cell or a block says is always exactly `text[start:end]` of its part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from foidesk.model.places import TextPlace
from foidesk.model.reading import Block, Cell, Part, Table

from .texttables import TextCell, find_text_tables, single_cell_tables

Stretches = tuple[tuple[int, int], ...]
"""Stretches of a text, half open."""
_LONGEST_CAPTION = 300
_ONE_A_LINE = "each cell stands on a line of its own; rows and columns are told by their order"
_SALUTATION = re.compile(r"^(?:dear|hi|hello|annwyl)\b", re.I)


@dataclass(slots=True)
class GridCell:
    """One cell on its way into the stream; rows and columns count from 0, inclusive.

    `struck`: words of it are struck through.
    """

    row: int
    column: int
    text: str
    row_to: int
    column_to: int
    generated: Stretches = ()
    struck: bool = False

    def stripped(self) -> GridCell:
        """The cell without blanks at its ends."""
        lead = len(self.text) - len(self.text.lstrip())
        moved = tuple((start - lead, end - lead) for start, end in self.generated)
        return replace(self, text=self.text.strip(), generated=moved)


class Line(NamedTuple):
    """A paragraph on its way into the stream, and the number that its automatic list puts before it."""

    text: str
    label: str = ""

    @property
    def shown(self) -> str:
        """The paragraph as a program shows it."""
        text = self.text.strip("\n")
        return f"{self.label} {text}" if self.label and text.strip() else self.label or text


def lined(lines: Iterable[Line]) -> tuple[str, Stretches]:
    """The paragraphs of a cell, one a line, blank ones left out; and where their automatic numbers stand."""
    text, generated = "", list[tuple[int, int]]()
    for line in lines:
        if line.shown.strip():
            text += "\n" if text else ""
            if line.label:
                generated.append((len(text), len(text) + len(line.label)))
            text += line.shown
    return text, tuple(generated)


@dataclass(slots=True)
class Flow:
    """The stream of one part."""

    name: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    generated: list[tuple[int, int]] = field(default_factory=list)
    struck: list[tuple[TextPlace, str]] = field(default_factory=list)

    def write(self, text: str) -> tuple[int, int]:
        """Append characters; returns where they stand."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start, self.length

    def paragraph(self, text: str, kind: str = "paragraph", label: str = "") -> None:
        """Append a paragraph as a block, its automatic number before it; blank ones leave a blank line."""
        kept = Line(text, label).shown
        if kept.strip():
            start, end = self.write(kept)
            if label:
                self.generated.append((start, start + len(label)))
            self.blocks.append(Block(kind, kept, start, end, TextPlace(self.name, start, end)))
        self.write("\n")

    def table(self, cells: Iterable[GridCell]) -> None:
        """Append a table: cells joined by tabs, rows by newlines."""
        start, placed, last_row = self.length, [], -1
        for cell in sorted(cells, key=lambda c: (c.row, c.column)):
            if last_row >= 0:
                self.write("\t" if cell.row == last_row else "\n")
            last_row = cell.row
            placed.append(self._place(cell))
        end = self.length
        self.write("\n")
        if any(cell.text.strip() for cell in placed):
            caption, where = self._caption(start)
            place = TextPlace(self.name, start, end)
            self.tables.append(Table("", (self.name,), tuple(placed), place, caption, where))

    def _place(self, cell: GridCell) -> Cell:
        cell = cell.stripped()
        text = cell.text
        start, end = self.write(text)
        self.generated += [(start + one, start + other) for one, other in cell.generated]
        place = TextPlace(self.name, start, end)
        if cell.struck:
            self.struck.append((place, text))
        return Cell(cell.row, cell.column, cell.row_to, cell.column_to, text, place)

    def _caption(self, start: int) -> tuple[str, TextPlace | None]:
        """The paragraph directly above, if it is short enough to be a title and no table stands between."""
        above = self.blocks[-1] if self.blocks else None
        if not above or len(above.text) > _LONGEST_CAPTION or _SALUTATION.match(above.text):
            return "", None
        between = start - above.end
        return (above.text, TextPlace(self.name, above.start, above.end)) if between <= 3 else ("", None)

    def closed_up(self) -> tuple[str, Stretches]:
        """The blocks so far, one a line without blank ones between; and where their automatic numbers stand."""
        numbers = dict(self.generated)
        text, generated = "", list[tuple[int, int]]()
        for block in self.blocks:
            text += "\n" if text else ""
            if block.start in numbers:
                generated.append((len(text), len(text) + numbers[block.start] - block.start))
            text += block.text
        return text, tuple(generated)

    @property
    def text(self) -> str:
        """The stream so far."""
        return "".join(self.pieces)

    def part(self) -> Part:
        """The part, with tables also found where tabs or spaces line paragraphs up."""
        text = self.text
        free = free_ranges(len(text), self.tables)
        self.tables += text_tables(self.name, text, free)
        self.tables.sort(key=_start)
        self.blocks = [block for block in self.blocks if not _inside(block, self.tables)]
        return Part(self.name, "body", text, blocks=tuple(self.blocks), generated=tuple(self.generated))

    def named_tables(self) -> list[Table]:
        """The tables under the names that people will see."""
        return number_tables(self.tables, self.name)


def number_tables(tables: list[Table], part: str) -> list[Table]:
    """The tables, named by their part and their order in it."""
    return [
        Table(f"{part} table {n}", t.parts, t.cells, t.place, t.caption, t.caption_place, t.repaired)
        for n, t in enumerate(tables, 1)
    ]


def text_tables(part: str, text: str, free: list[tuple[int, int]] | None = None) -> list[Table]:
    """The tables in the text, or in its `free` stretches: drawn by tabs, bars or spaces, or cell by cell."""
    tables: list[Table] = []
    floor = 0
    drawn = find_text_tables(text, free)
    found: list[tuple[list[list[TextCell]], tuple[str, ...]]] = [(rows, ()) for rows in drawn]
    found += [(rows, (_ONE_A_LINE,)) for rows in single_cell_tables(text, drawn, free)]
    for rows, said in sorted(found, key=lambda one: one[0][0][0].start):
        tables.append(replace(_text_table(part, text, rows, floor), repaired=said))
        floor = _end(tables[-1])
    return tables


def _text_table(part: str, text: str, rows: list[list[TextCell]], floor: int) -> Table:
    cells = tuple(
        Cell(r, c.column, r, c.column, text[c.start : c.end], TextPlace(part, c.start, c.end))
        for r, row in enumerate(rows) for c in row
    )  # fmt: skip
    spots = [cell for row in rows for cell in row]
    start = text.rfind("\n", 0, min(cell.start for cell in spots)) + 1
    end = text.find("\n", max(cell.end for cell in spots))
    caption = _line_above(part, text, start, floor)
    title = text[caption.start : caption.end] if caption else ""
    return Table("", (part,), cells, TextPlace(part, start, end if end >= 0 else len(text)), title, caption)


def _line_above(part: str, text: str, start: int, floor: int) -> TextPlace | None:
    """The line directly above, below the last table and at most one blank line away; rules are passed over."""
    end, blanks = start - 1, 0
    while end > floor and blanks < 2:
        begin = text.rfind("\n", floor, end) + 1 or floor
        line = text[begin:end]
        if line.strip(" -=+_|\t"):
            lead = len(line) - len(line.lstrip())
            short = len(line) <= _LONGEST_CAPTION and not _SALUTATION.match(line)
            return TextPlace(part, begin + lead, begin + len(line.rstrip())) if short else None
        blanks += not line.strip()
        end = begin - 1
    return None


def free_ranges(length: int, tables: Iterable[Table]) -> list[tuple[int, int]]:
    """The stretches of the stream that no table covers."""
    free, at = [], 0
    for start, end in sorted((_start(table), _end(table)) for table in tables):
        if start > at:
            free.append((at, start))
        at = max(at, end)
    return [*free, (at, length)] if at < length else free


def _start(table: Table) -> int:
    return table.place.start if isinstance(table.place, TextPlace) else 0


def _end(table: Table) -> int:
    return table.place.end if isinstance(table.place, TextPlace) else 0


def _inside(block: Block, tables: Iterable[Table]) -> bool:
    return any(_start(table) <= block.start and block.end <= _end(table) for table in tables)
