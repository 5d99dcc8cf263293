"""The numbers of a table that are no data, by the name of what they are: row numbers, headings, references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..basis.found import Mark
from ..basis.measure import named
from ..figures.grid import Slot
from ..figures.hints import hint_kind
from ..figures.lists import items
from ..layout.layout import Layout
from .shares import derived_shares
from .tables import TableRead

_ATTRIBUTE = re.compile(r"\b(?:age|aged|years?|length|service|grade|scale|tenure|months?)\b", re.IGNORECASE)
_BY_NATURE = {"row number": "row number", "id": "case reference", "period": "date column"}


@dataclass(frozen=True, slots=True)
class Structure:
    """A name under which the account of numbers explains a number by its place in a table."""

    name: str
    doc: str


STRUCTURES: tuple[Structure, ...] = (
    Structure("row number", "The body's own numbering of the rows."),
    Structure("case reference", "A reference that names a case."),
    Structure("date column", "A date or year that says when a case was."),
    Structure("heading period", "A period in a heading: it says when, not how many."),
    Structure("period of a statement", "A period in a sentence whose number it dates."),
    Structure("heading", "A number inside the words of a heading or title."),
    Structure("repeated header", "Headings printed again further down, mostly after a page break."),
    Structure("category label", "A number inside a label of a row, e.g. the code of a category."),
    Structure("case attribute", "An age, a length of service or a grade in a list of cases."),
    Structure("case words", "A number inside the words that describe a case."),
    Structure("form cell number", "The number of a line or cell of a form, counting up from line to line."),
    Structure("repeated list", "A list of cases that the document gives a second time, word for word."),
    Structure("repeated column", "The same figures of a list once more in another column."),
    Structure("derived share", "A percentage that the counts beside it give."),
    Structure("carried sum", "A sum carried over to the next page, to which the rows above it add up."),
    Structure("checked sum", "A printed sum of some rows, in words nobody knows, to which they add up."),
    Structure("table note", "A number inside a remark under a table."),
    Structure("key to codes", "A code in a table that says what the codes of another table mean."),
    Structure("body name", "A number in the name of the body."),
    Structure("question number", "The number of a question that the reply answers."),
    Structure("automatic number", "The number before an item of an automatic list: it stands in no file."),
    Structure("correction", "A figure that corrects an answer given in another letter, and the one it corrects."),
    Structure("note on marks", "A note that says what a mark stands for, or how figures were rounded."),
    Structure("quoted request", "Our own words, or those of an earlier letter, quoted."),
    Structure("signature", "The signature under a letter."),
    Structure("page furniture", "The head or foot of a page, or the header of a mail."),
    Structure("sealed sheet", "Hidden content: it is not read until a person unseals it."),
    Structure("not data", "A person decided that this is no answer."),
)


def structure_marks(read: TableRead) -> Iterator[Mark]:
    """The characters of a table that are structure, each with its name."""
    if not read.kind:
        return
    yield from derived_shares(read)
    yield from _caption(read)
    yield from _rows(read.layout, read.layout.titles, "heading")
    yield from _rows(read.layout, read.layout.header, "heading")
    yield from _rows(read.layout, tuple(read.layout.rows("repeat")), "repeated header")
    yield from _heads_again(read)
    yield from _rows(read.layout, tuple(read.layout.rows("section", "lone")), "category label")
    yield from _rows(read.layout, tuple(read.layout.rows("note")), "table note")
    yield from _rows(read.layout, tuple(read.layout.rows("carried")), "carried sum")
    for row in read.layout.data if read.kind != "form" else ():
        for slot in read.layout.grid.filled(row):
            yield from _body(read, slot)
    for row in read.layout.rows("answer"):
        slots = read.layout.grid.filled(row)
        for slot in slots if read.kind == "cases" and len(slots) > 2 else slots[:-1]:
            yield from _body(read, slot)


def _caption(read: TableRead) -> Iterator[Mark]:
    """The periods inside a caption."""
    ground = read.layout.grid.ground
    piece = ground.caption_piece(read.table)
    if piece is None:
        return
    for seen in ground.period_in(piece.text):
        yield from (Mark(span, "heading period") for span in piece.cut(seen.start, seen.end).spans)


def _heads_again(read: TableRead) -> Iterator[Mark]:
    """The head that a table prints again on each further page, which its reader left out."""
    ground, layout = read.layout.grid.ground, read.layout
    heads = [[slot.text for slot in layout.grid.filled(row)] for row in (*layout.titles, *layout.header)]
    for piece in read.table.pieces[1:]:
        rows = [[cell for cell in row if cell is not None and cell.text.strip()] for row in piece.grid()]
        for row, head in zip((row for row in rows if row), heads, strict=False):
            if [" ".join(cell.text.split()) for cell in dict.fromkeys(row)] != head:
                break
            yield from (
                Mark(span, "repeated header")
                for cell in row
                for span in ground.cell_piece(cell, piece.parts).spans
            )


def _rows(layout: Layout, rows: tuple[int, ...], name: str) -> Iterator[Mark]:
    for row in rows:
        for slot in layout.grid.filled(row):
            dated = name == "heading" and slot.says.kind in ("year", "date")
            yield from _marks(slot, "heading period" if dated else name)


def _body(read: TableRead, slot: Slot) -> Iterator[Mark]:
    nature = read.layout.natures[slot.column]
    if nature in _BY_NATURE:
        yield from _marks(slot, _BY_NATURE[nature])
    elif nature == "text" and slot.says.kind != "number" and not _headed_as_money(read, slot.column):
        yield from _marks(slot, "category label" if read.kind == "cross" else "case words")
    elif read.kind == "cases" and nature == "figures" and _ATTRIBUTE.search(read.layout.heading(slot.column)):
        yield from _marks(slot, "case attribute")
    elif slot.says.kind == "list" and slot.piece is not None:
        for item in items(slot.piece):
            yield from (Mark(span, "category label") for span in item.words.spans)


def _headed_as_money(read: TableRead, column: int) -> bool:
    """True for a column headed as a sum of money whose cells were not read as sums: they stay open."""
    head = read.layout.lowest_heading(column)
    seen = named(read.layout.grid.ground, head.piece) if head is not None else None
    return read.kind == "cases" and seen is not None and seen.measure.type == "money"


def _marks(slot: Slot, name: str) -> Iterator[Mark]:
    if slot.piece is not None:
        yield from (Mark(span, name) for span in slot.piece.spans)


def heading_of(read: TableRead, column: int) -> str:
    """The kind of heading over a column, for a person."""
    return hint_kind(read.layout.grid.ground, read.layout.heading(column))
