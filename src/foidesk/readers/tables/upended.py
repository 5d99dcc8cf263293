"""Heads that run up the page over the columns of a table without rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import Frame, Token, frame_of, is_number, is_year

REACH = 30  # font sizes above the first figures: no head is longer
NEAR = 3  # font sizes between the first figures and the heads
SIDE = 1.0  # font sizes by which a head may stand beside its column


def turned_above(table: Found, tokens: Sequence[Token]) -> list[Token]:
    """The words that run up or down over the figures of the table, and stand in none of its cells."""
    row = first_of_figures(table)
    if table.kind == "ruled" or row is None:
        return []
    top = min(frame_of(slot.tokens).y0 for slot in table.slots if slot.row == row and not slot.empty())
    x0, x1 = table.frame.x0, table.frame.x1
    above = [
        t for t in tokens
        if not t.upright and t.y1 < top + t.size and t.y0 > top - REACH * t.size
        and x0 - SIDE * t.size < t.centre < x1 + SIDE * t.size
    ]  # fmt: skip
    held = {t.start for slot in table.slots for t in slot.tokens}
    near = any(top - t.y1 < NEAR * t.size for t in above)
    return [t for t in above if t.start not in held] if near else []


def with_turned_heads(table: Found, tokens: Sequence[Token]) -> Found:
    """The table with these heads in the row above its first figures, if each column of figures has one."""
    above = turned_above(table, tokens)
    row = first_of_figures(table)
    if not above or row is None:
        return table
    heads = _by_column(table, above)
    taken = {(s.row, c) for s in table.slots if not s.empty() for c in range(s.column, s.column_to + 1)}
    figures = {s.column for s in table.slots if s.row >= row and s.column and is_number(s.text)}
    if 0 in heads or not figures <= set(heads) or any((r, c) in taken for r in range(row) for c in heads):
        return table
    named = any((r, 0) in taken for r in range(row))
    slots, ys = list(table.slots), list(table.ys)
    if row == 0:
        slots = [replace(slot, row=slot.row + 1, row_to=slot.row_to + 1) for slot in slots]
        ys, row = [min(t.y0 for t in above), *ys], 1
    slots = [s for s in slots if not (s.row == row - 1 and s.column in heads and s.empty())]
    slots += [Slot(row - 1, c, row - 1, c, [words], frame_of(words)) for c, words in heads.items()]
    corner = [] if named else _corner(table, tokens, above)
    slots += [Slot(row - 1, 0, row - 1, 0, [corner], frame_of(corner))] if corner else []
    whole = frame_of([table.frame, frame_of(above)])
    ys[0] = min(ys[0], whole.y0)
    frame = Frame(table.frame.x0, whole.y0, table.frame.x1, table.frame.y1)
    return replace(table, frame=frame, slots=sorted(slots, key=lambda s: (s.row, s.column)), ys=ys)


def first_of_figures(table: Found) -> int | None:
    """The first row with a figure right of the labels."""
    rows = (s.row for s in table.slots if s.column and not s.empty() and _is_figure(s.tokens[0].text))
    return min(rows, default=None)


def _is_figure(text: str) -> bool:
    return is_number(text) and not is_year(text)


def _corner(table: Found, tokens: Sequence[Token], heads: list[Token]) -> list[Token]:
    """The words beside the heads over the labels, on one line: what the labels are."""
    frame = frame_of(heads)
    held = {t.start for slot in table.slots for t in slot.tokens}
    beside = [
        t for t in tokens
        if t.upright and t.start not in held and frame.y0 - 1 < t.middle < frame.y1 + 1
        and table.frame.x0 - SIDE * t.size < t.x0 and t.x1 < frame.x0
    ]  # fmt: skip
    level = all(abs(t.middle - beside[0].middle) < 0.5 * t.size for t in beside)
    return sorted(beside) if level else []


def _by_column(table: Found, above: list[Token]) -> dict[int, list[Token]]:
    """The words over each column, in the order of the file."""
    heads: dict[int, list[Token]] = defaultdict(list)
    for token in sorted(above, key=lambda token: token.start):
        heads[sum(token.centre > x for x in table.xs[1:-1])].append(token)
    return heads
