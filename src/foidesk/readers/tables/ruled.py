"""Tables whose cells are enclosed by rules."""

from __future__ import annotations

from foidesk.readers.tables.filling import Held, Words, has_gap
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.groups import with_closed_heads, with_heads_over_groups
from foidesk.readers.tables.hidden import (
    with_flowing_text,
    with_hidden_columns,
    with_opened_bands,
    with_rows_of_neighbours,
    with_stacked_rows,
)
from foidesk.readers.tables.ink import Frame, Line, PageInk, Token, is_number, is_year, median, stands_in
from foidesk.readers.tables.lattice import Cell4, Lattice, lattice_of
from foidesk.readers.tables.parted import with_parted_cells
from foidesk.readers.tables.rules import meshes
from foidesk.readers.tables.touching import touching_apart

MOST_HEADS, NEAR = 4, 6
STEPS = (
    with_heads_over_groups,
    with_closed_heads,
    with_stacked_rows,
    with_opened_bands,
    with_rows_of_neighbours,
    with_flowing_text,
    with_hidden_columns,
    with_parted_cells,
)


def ruled_tables(ink: PageInk, lines: list[Line]) -> list[Found]:
    """The tables of the page whose cells rules enclose; frames and input boxes are left out."""
    lattices = [x for x in map(lattice_of, meshes(ink.across, ink.down)) if x is not None]
    found = [_found(lattice, _beside(lattice, lattices, lines)) for lattice in lattices]
    whole = _outermost([table for table in found if table is not None and not is_head_only(table, lines)])
    return [part for table in whole for part in touching_apart(table)]


def _beside(lattice: Lattice, others: list[Lattice], lines: list[Line]) -> list[Line]:
    """The lines without what stands in lattices beside this one: each table is judged by its own words."""
    frame = lattice.frame
    beside = [o.frame for o in others if o.frame.x0 > frame.x1 - 2 or o.frame.x1 < frame.x0 + 2]
    beside = [f for f in beside if f.y0 < frame.y1 and f.y1 > frame.y0]
    if not beside:
        return lines
    kept = ([t for t in line if not any(f.has(t.centre, t.middle) for f in beside)] for line in lines)
    return [line for line in kept if line]


def _found(lattice: Lattice, lines: list[Line]) -> Found | None:
    top, bottom = lattice.frame.y0, lattice.frame.y1
    lines = [line for line in lines if line[0].y0 < bottom and max(t.y1 for t in line) > top]
    words = Words(lines)
    for step in STEPS:
        lattice = step(lattice, words)
    held = words.held_by(lattice)
    if not is_sound(lattice, held) or holds_inputs(lattice, held, lines):
        return None
    slots = [_slot(lattice, cell, tokens) for cell, tokens in zip(lattice.cells, held, strict=True)]
    slots, xs, ys = without_empty_bands(slots, lattice)
    return Found("ruled", lattice.frame, slots, xs, ys, lattice.open_top, lattice.open_bottom)


def _slot(lattice: Lattice, cell: Cell4, tokens: dict[int, Line]) -> Slot:
    r0, c0, r1, c1 = cell
    frame = Frame(lattice.xs[c0], lattice.ys[r0], lattice.xs[c1 + 1], lattice.ys[r1 + 1])
    return Slot(r0, c0, r1, c1, [sorted(tokens[i]) for i in sorted(tokens)], frame)


def _outermost(found: list[Found]) -> list[Found]:
    """The tables: one inside a cell of another takes its words out of that; one over several cells is none."""
    out = []
    for table in found:
        around = [other for other in found if other is not table and _inside(table.frame, other.frame)]
        cells = [cell for other in around if (cell := _cell_round(table, other)) is not None]
        if len(cells) == len(around):
            out.append(table)
            for cell in cells:
                _take_out(table, cell)
    return out


def _cell_round(table: Found, other: Found) -> Slot | None:
    """The cell of the other table in which the whole table stands, but for a border drawn twice."""
    x0, y0, x1, y1 = table.frame
    for slot in other.slots:
        f = slot.frame
        if f is not None and f.x0 < x0 and f.y0 < y0 and x1 < f.x1 and y1 < f.y1:
            rest = [line for line in _without(table, slot) if line]
            return slot if rest or slot.row or slot.column else None
    return None


def _take_out(table: Found, cell: Slot) -> None:
    """Leave the cell the words that stand outside the table; its place is theirs."""
    cell.lines = _without(table, cell)
    words = [token for line in cell.lines for token in line]
    frame = cell.frame
    if frame is not None and words and not any(token.y0 > table.frame.y1 for token in words):
        cell.frame = Frame(frame.x0, frame.y0, frame.x1, table.frame.y0)


def _without(table: Found, cell: Slot) -> list[Line]:
    return [[token for token in line if not stands_in(token, [table.frame])] for line in cell.lines]


def _inside(a: Frame, b: Frame) -> bool:
    return b.has((a.x0 + a.x1) / 2, (a.y0 + a.y1) / 2) and (b.x1 - b.x0) > (a.x1 - a.x0)


# ------------------------------------------------------------------ what is no table


def is_sound(lattice: Lattice, held: Held) -> bool:
    """False for a lattice that only frames something: text, a picture, or a table that has no rules."""
    filled = [(cell, h) for cell, h in zip(lattice.cells, held, strict=True) if h]
    rows, columns = {c[0] for c in lattice.cells}, {c[1] for c in lattice.cells}
    if len(filled) < 4 or len(rows) < 2 or len(columns) < 2:
        return False
    if len({c[0] for c, _ in filled}) < 2 or len({c[1] for c, _ in filled}) < 2:
        return False
    gaps = [sum(has_gap(line) for line in h.values()) for _, h in filled]
    loose = sum(gap for gap in gaps if gap >= 3)
    return loose < max(3, 0.25 * len({number for _, h in filled for number in h}))


def holds_inputs(lattice: Lattice, held: Held, lines: list[Line]) -> bool:
    """True for boxes round the inputs of a form: most of their lines go on outside the boxes."""
    numbers = {number for h in held for number in h}
    x0, _, x1, _ = lattice.frame
    if not numbers:
        return True
    beyond = sum(any(t.x1 < x0 or t.x0 > x1 for t in lines[n]) for n in numbers)
    inside = sum(len(line) for h in held for line in h.values())
    total = sum(len(lines[n]) for n in numbers)
    return beyond >= 0.6 * len(numbers) and len(lattice.xs) <= 8 and inside < 0.75 * total


def is_head_only(table: Found, lines: list[Line]) -> bool:
    """True for heads boxed in over a body that is not: words only, and lines of figures close below."""
    if table.rows > MOST_HEADS or any(2 * sum(map(_is_figure, s.tokens)) > len(s.tokens) for s in table.slots):
        return False  # "18 years" is a head, "18" is none
    frame, height = table.frame, median([t.y1 - t.y0 for slot in table.slots for t in slot.tokens])
    below = [line for line in lines if frame.y1 - 2 < line[0].y0 < frame.y1 + NEAR * height]
    inside = ([t for t in line if frame.x0 < t.centre < frame.x1] for line in below)
    return sum(sum(map(_is_figure, line)) >= max(2, table.columns // 2) for line in inside) >= 2


def _is_figure(token: Token) -> bool:
    return is_number(token.text) and not is_year(token.text) and any(c.isdigit() for c in token.text)


def without_empty_bands(slots: list[Slot], lattice: Lattice) -> tuple[list[Slot], list[float], list[float]]:
    """The slots without narrow empty columns (double rules, spacers): they are drawing, not data."""
    xs, ys = lattice.xs, lattice.ys
    keep = [c for c in range(len(xs) - 1) if _worth(slots, lattice, c)]
    if len(keep) == len(xs) - 1 or not keep:
        return slots, xs, ys
    new = {c: i for i, c in enumerate(keep)}
    out: list[Slot] = []
    for slot in slots:
        inside = [new[c] for c in range(slot.column, slot.column_to + 1) if c in new]
        if inside:
            out.append(Slot(slot.row, inside[0], slot.row_to, inside[-1], slot.lines, slot.frame))
    return out, [xs[c] for c in keep] + [xs[keep[-1] + 1]], ys


def _worth(slots: list[Slot], lattice: Lattice, c: int) -> bool:
    xs, last = lattice.xs, len(lattice.xs) - 2
    edge = (c == 0 and lattice.open_left) or (c == last and lattice.open_right)
    wide = xs[c + 1] - xs[c] > 12 and not edge
    return wide or any(s.column == c == s.column_to and not s.empty() for s in slots)
