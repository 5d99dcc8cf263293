"""Cells that stand so near to others, or so far apart in themselves, that they may be more or less than one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import (
    Frame,
    Line,
    PageInk,
    Token,
    frame_of,
    is_number,
    is_year,
    median,
    meets,
    text_of,
)

APART = 3.0  # font sizes: no space between words of one text is as wide
FAR = 1.5  # line heights between a table and a row of it that was lost
BELOW = 0.45  # font sizes between two lines of one cell
LEVEL = 1.0  # points by which lines of one cell may begin elsewhere
NEARLY = 0.8  # of the rows have two cells there
HALF = 0.6  # of the figures of a column end at one place
MOST = 0.4  # of the cells of a column hold words too far apart: then all may be two

HASHES = re.compile(r"#{2,}$")

Doubt = tuple[Frame, str]


def apart(table: Found) -> Iterator[Doubt]:
    """Cells with words on one line too far apart for one text; in a column with many such, all cells of words."""
    columns: dict[int, list[Slot]] = defaultdict(list)
    for slot in table.slots:
        if not slot.empty():
            columns[slot.column].append(slot)
    for slots in columns.values():
        wide = [(slot, sorted(line)) for slot in slots for line in slot.lines if _is_apart(sorted(line))]
        if len(wide) > 2 and len(wide) >= MOST * len(slots):
            yield from ((frame_of(slot.tokens), slot.text) for slot in slots if len(slot.tokens) > 1)
        else:
            yield from ((frame_of(line), text_of(line)) for _, line in wide)


def _is_apart(line: Line) -> bool:
    return any(b.x0 - a.x1 > APART * max(a.size, b.size) and b.upright for a, b in pairwise(line))


def met(ink: PageInk, lines: list[Line], table: Found) -> Iterator[Doubt]:
    """Words in which two runs of text meet, as those of two cells do that nothing parts."""
    for slot in table.slots:
        for line in slot.lines:
            yield from ((frame_of([a, b]), f"{a.text} {b.text}") for a, b in pairwise(line) if meets(a, b))
    for frame in ink.seams:
        middle = (frame.y0 + frame.y1) / 2
        if table.frame.has(frame.x0 + 1, middle) or table.frame.has(frame.x1 - 1, middle):
            yield frame, text_in(lines, frame)


def text_in(lines: list[Line], frame: Frame) -> str:
    """The words that stand in the frame."""
    return text_of(t for line in lines for t in line if frame.has(t.centre, t.middle))


def joined_cells(table: Found) -> Iterator[Doubt]:
    """Words over two columns in a row of others, where nearly all rows have a cell in each; a row all in one."""
    rows: dict[int, list[Slot]] = defaultdict(list)
    for slot in table.slots if table.kind != "ruled" else ():
        if not slot.empty():
            rows[slot.row].append(slot)
    single = [{slot.column for slot in row if slot.column == slot.column_to} for row in rows.values()]
    for row in rows.values():
        for slot in row if len(row) > 1 else ():
            over = set(range(slot.column, slot.column_to + 1))
            if len(over) > 1 and sum(over <= columns for columns in single) >= NEARLY * (len(rows) - 1):
                yield frame_of(slot.tokens), slot.text
        yield from _whole_row(table, row)


def _whole_row(table: Found, row: list[Slot]) -> Iterator[Doubt]:
    """The only cell of a row, over all columns, if it ends in a figure where the figures of the last column do."""
    last = row[0].tokens[-1]
    if len(row) == 1 and row[0].column_to == table.columns - 1 > row[0].column and is_number(last.text):
        ends = [s.tokens[-1].x1 for s in table.slots if s.column == table.columns - 1 and not s.empty()]
        starts = [s.tokens[0].x0 for s in table.slots if s.column == table.columns - 1 and not s.empty()]
        if any(abs(last.x1 - x) < LEVEL for x in ends) or any(abs(last.x0 - x) < LEVEL for x in starts):
            yield frame_of(row[0].tokens), row[0].text


def word_behind_figure(table: Found) -> Iterator[Doubt]:
    """A figure that ends where those of its column do, and a word behind it; the next column has nothing there."""
    columns: dict[int, list[Slot]] = defaultdict(list)
    for slot in table.slots if table.kind != "ruled" else ():
        if not slot.empty():
            columns[slot.column].append(slot)
    for column in range(1, table.columns - 1):
        ends = [s.tokens[0].x1 for s in columns[column] if len(s.tokens) == 1 and is_number(s.text)]
        for slot in columns[column] if len(ends) > 1 else ():
            first, *rest = slot.tokens
            same = sum(abs(first.x1 - end) < LEVEL for end in ends)
            level = is_number(first.text) and same >= max(2, HALF * len(ends))
            words = [t.text for t in rest if t.size > 0.8 * first.size and not is_number(t.text)]
            word = any(text.isalpha() or len(text) > 1 for text in words)
            if level and word and not any(s.row <= slot.row <= s.row_to for s in columns[column + 1]):
                yield frame_of(slot.tokens), slot.text


def hidden_figures(table: Found) -> Iterator[Doubt]:
    """Cells of "###": so a spreadsheet prints a figure that is wider than its column."""
    yield from ((frame_of(slot.tokens), slot.text) for slot in table.slots if HASHES.match(slot.text))


def wrapped_below(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """The line right below the last row, level with a cell of it and no wider: that cell may go on there."""
    last = max((slot.row_to for slot in table.slots), default=0)
    cells = [slot for slot in table.slots if slot.row_to == last and not slot.empty()]
    white = white_of(table) + 0.5
    for line in lines if table.kind != "ruled" else ():
        box, size = frame_of(line), line[0].size
        near = -size < box.y0 - table.frame.y1 < max(BELOW * size, white) and box.y1 > table.frame.y1 + 1
        if not near or any(t.frame.has(box.x0, box.y1 - 2, 1.0) for t in tables) or is_number(text_of(line)):
            continue
        over = next((slot for slot in cells if _is_level(frame_of(slot.tokens), box)), None)
        if over and box.x1 < min((s.tokens[0].x0 for s in cells if s.column > over.column), default=0.0):
            yield from ((frame_of(one), text_of(one)) for one in (line, over.tokens))


def _is_level(a: Frame, b: Frame) -> bool:
    """True if one stands right below the other: begun or ended at one place, or about one middle."""
    return any(abs(v) < LEVEL for v in (a.x0 - b.x0, a.x1 - b.x1, a.x0 + a.x1 - b.x0 - b.x1))


def left_over(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """Lines right above or below the table that no table holds, with a figure level with those of a column."""
    frame = table.frame
    ends = _ends_of_columns(table)
    for line in lines if len(ends) else ():
        box = frame_of(line)
        high = box.y1 - box.y0
        near = -high < frame.y0 - box.y1 < FAR * high or -high < box.y0 - frame.y1 < FAR * high
        if not near or any(t.frame.has(box.x0, (box.y0 + box.y1) / 2, 1.0) for t in tables):
            continue
        level = [t for t in line if is_number(t.text) and not is_year(t.text) and _in_column(t, ends)]
        if len(line) > 1 and level and len(level) == sum(any(map(str.isdigit, t.text)) for t in line):
            yield box, text_of(line)


def _ends_of_columns(table: Found) -> list[tuple[float, float]]:
    """From where to where the figures of each column that all end level stand."""
    columns: dict[int, list[Frame]] = defaultdict(list)
    for slot in table.slots:
        if slot.column == slot.column_to > 0 and is_number(slot.text) and any(map(str.isdigit, slot.text)):
            columns[slot.column].append(frame_of(slot.tokens))
    return [
        (min(f.x0 for f in frames), frames[0].x1) for frames in columns.values()
        if len(frames) > 1 and all(abs(f.x1 - frames[0].x1) < LEVEL for f in frames)
    ]  # fmt: skip


def _in_column(token: Token, ends: list[tuple[float, float]]) -> bool:
    return any(abs(token.x1 - end) < LEVEL for _, end in ends)


def white_of(table: Found) -> float:
    """The white between one row and the next, as most rows have it."""
    rows: dict[int, list[Frame]] = defaultdict(list)
    for slot in table.slots:
        if slot.row == slot.row_to and not slot.empty():
            rows[slot.row].append(frame_of(slot.tokens))
    boxes = [frame_of(rows[row]) for row in sorted(rows)]
    whites = [b.y0 - a.y1 for a, b in pairwise(boxes)]
    return median(whites) if whites else 0.0
