"""All tables of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.readers.tables.charts import has_scale, is_chart, is_contents
from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import Line, PageInk, Token, lines_of, stands_in
from foidesk.readers.tables.repeated import parted_at_second_labels
from foidesk.readers.tables.ruled import ruled_tables
from foidesk.readers.tables.streams import in_reading_order
from foidesk.readers.tables.unruled import unruled_tables
from foidesk.readers.tables.upended import with_turned_heads

DIGIT = re.compile(r"\d")


def page_tables(
    ink: PageInk, lines: list[Line] | None = None, close: Sequence[float] = (),
    ordered: list[Line] | None = None,
) -> list[Found]:  # fmt: skip
    """The tables of the page from top to bottom; `lines`, and `ordered` as one reads them, are made if need be.

    `close`: boundaries of the page before that part words no further apart than a space.
    """
    if not ink.tokens:
        return []
    lines = lines_of(ink.tokens) if lines is None else lines
    ruled = [table for table in ruled_tables(ink, lines) if is_real(table, ink, lines)]
    whole = ordered is not None and not ruled and all(token.upright for token in ink.tokens)
    rest = ordered if whole and ordered else in_reading_order(lines_outside(lines, ruled), ink.width)
    unruled = [table for table in unruled_tables(ink, rest, close) if is_real(table, ink, lines)]
    unruled = [with_turned_heads(part, ink.tokens) for table in unruled for part in parted_at_second_labels(table)]
    tables = sorted(ruled + unruled, key=lambda t: (t.frame.y0, t.frame.x0))
    for table in tables:
        table.stray = stray_numbers(table, lines, tables)
    return tables


def is_real(table: Found, ink: PageInk, lines: list[Line]) -> bool:
    """False for charts and lists of contents."""
    return not (is_chart(table.frame, ink) or has_scale(table) or is_contents(table, lines))


def stray_numbers(table: Found, lines: list[Line], tables: list[Found]) -> list[Token]:
    """The words with digits that stand inside the table's frame but in no cell, nor in one of a table in it."""
    inside = [one for one in tables if table.frame.has(one.frame.x0, one.frame.y0, 1.0)]
    held = {(t.x0, t.y0) for one in inside for slot in one.slots for line in slot.lines for t in line}
    return [
        t for line in lines for t in line
        if table.frame.has(t.centre, t.middle) and (t.x0, t.y0) not in held and DIGIT.search(t.text)
    ]  # fmt: skip


def lines_outside(lines: list[Line], tables: list[Found]) -> list[Line]:
    """The lines without the words that stand in the tables."""
    if not tables:
        return [line for line in ([t for t in line if t.upright] for line in lines) if line]
    frames = [table.frame for table in tables]
    rest = ([t for t in line if t.upright and not stands_in(t, frames)] for line in lines)
    return [line for line in rest if line]
