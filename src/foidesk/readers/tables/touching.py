"""Ruled tables that share an edge: two, if they share no line of their own across it."""

from __future__ import annotations

from dataclasses import replace

from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import Frame, is_number, is_year

LEAST = 2
"""Rows, or columns, that each of two tables has at least."""


def touching_apart(table: Found) -> list[Found]:
    """The table, cut where another begins right below or beside it."""
    for row in range(LEAST, table.rows - 1):
        parts = _parts(table.slots, [slot.row < row for slot in table.slots])
        if _is_cut(table.slots, row, down=True) and _other_edges(parts, down=True) and _begins_anew(*parts):
            return [part for side in parts for part in touching_apart(_table(table, side))]
    for column in range(1, table.columns):
        parts = _parts(table.slots, [slot.column < column for slot in table.slots])
        if _is_cut(table.slots, column, down=False) and _other_edges(parts, down=False):
            return [part for side in parts for part in touching_apart(_table(table, side))]
    return [table]


def _parts(slots: list[Slot], first: list[bool]) -> list[list[Slot]]:
    return [[slot for slot, own in zip(slots, first, strict=True) if own is side] for side in (True, False)]


def _is_cut(slots: list[Slot], at: int, down: bool) -> bool:
    """True if no cell reaches over the boundary, from above to below or from the left to the right."""
    return not any((s.row < at <= s.row_to) if down else (s.column < at <= s.column_to) for s in slots)


def _other_edges(parts: list[list[Slot]], down: bool) -> bool:
    """True if both parts have boundaries inside, and none of them goes on in the other."""
    inner = []
    for slots in parts:
        edges = {edge for s in slots for edge in ((s.column, s.column_to + 1) if down else (s.row, s.row_to + 1))}
        inner.append(edges - {min(edges), max(edges)} if edges else set())
    return all(inner) and not inner[0] & inner[1]


def _begins_anew(above: list[Slot], below: list[Slot]) -> bool:
    """True for figures above, and below them a row of heads over others."""
    top = min(slot.row for slot in below)
    heads = [slot.text for slot in below if slot.row == top and not slot.empty()]
    rest = [slot.text for slot in below if slot.row > top]
    return len(heads) >= LEAST and not any(map(_is_figure, heads)) and all(
        any(map(_is_figure, texts)) for texts in ([slot.text for slot in above], rest)
    )  # fmt: skip


def _is_figure(text: str) -> bool:
    return is_number(text) and not is_year(text) and any(letter.isdigit() for letter in text)


def _table(table: Found, slots: list[Slot]) -> Found:
    """One part as a table of its own, with only its own rows and columns."""
    columns = sorted({edge for slot in slots for edge in (slot.column, slot.column_to + 1)})
    rows = sorted({edge for slot in slots for edge in (slot.row, slot.row_to + 1)})
    own = [
        replace(
            slot, row=rows.index(slot.row), row_to=rows.index(slot.row_to + 1) - 1,
            column=columns.index(slot.column), column_to=columns.index(slot.column_to + 1) - 1,
        )
        for slot in slots
    ]  # fmt: skip
    xs, ys = [table.xs[c] for c in columns], [table.ys[r] for r in rows]
    last = rows[-1] == len(table.ys) - 1
    return replace(
        table, frame=Frame(xs[0], ys[0], xs[-1], ys[-1]), slots=own, xs=xs, ys=ys,
        open_top=table.open_top and not rows[0], open_bottom=table.open_bottom and last,
    )  # fmt: skip
