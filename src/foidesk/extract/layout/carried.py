"""Blocks of a sheet that go on under the headings of the block above: blank rows cut one table into several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidesk.model.issues import Issue
from foidesk.model.places import SheetPlace
from foidesk.model.reading import Cell, Table
from foidesk.words.periods import period

from ..basis.found import Mark
from ..basis.ground import Ground
from ..basis.terms import total_word
from ..figures.grid import Grid
from .dated_blocks import by_dated_row
from .layout import Layout, lay_out
from .lines_apart import in_lines
from .regrouped import regrouped
from .stacked import unstacked

SHORT = 3
HEADINGS_OF = "it has no headings of its own; it was read under those of"


@dataclass(frozen=True)
class Laid:
    """A table with its layout; `carried` names the blocks that were taken to go on with it."""

    table: Table
    layout: Layout
    carried: tuple[Table, ...] = ()


def laid_out(ground: Ground) -> list[Laid]:
    """All tables laid out; a block without headings goes on with the block above it in the same columns."""
    out: list[Laid] = []
    for table in _each(ground):
        if out and _heads_next(out[-1], table):
            table = _on_top(out.pop().table, table)
        laid = Laid(table, lay_out(Grid(ground, table)))
        if _goes_on(laid, out):
            out[-1] = _together(ground, out[-1], laid)
        else:
            out.append(_under(ground, laid, out))
    return out


def _each(ground: Ground) -> Iterator[Table]:
    for whole in ground.tables:
        for table in by_dated_row(ground, regrouped(in_lines(ground, whole))):
            yield from unstacked(lay_out(Grid(ground, table)))


def _heads_next(laid: Laid, table: Table) -> bool:
    """True for a line of periods or categories right above a table, which a reader took for one of its own."""
    over, under, layout = laid.table.place, table.place, laid.layout
    if not isinstance(over, SheetPlace) or not isinstance(under, SheetPlace) or over.sheet != under.sheet:
        return False
    touches = over.row_to + 1 == under.row and layout.grid.height == 1
    inside = under.column <= over.column and over.column_to <= under.column_to
    slots = layout.grid.filled(0) if layout.grid.height else []
    dated = [slot for slot in slots if period(slot.text) is not None or slot.width > 1]
    return touches and inside and len(slots) > 1 and len(dated) == len(slots)


def _on_top(line: Table, table: Table) -> Table:
    """The table with the line as its first row."""
    over, under = line.place, table.place
    assert isinstance(over, SheetPlace) and isinstance(under, SheetPlace)
    top = tuple(_moved(cell, 0, over.column - under.column) for cell in line.cells)
    cells = (*top, *(_moved(cell, 1, 0) for cell in table.cells))
    whole = replace(table, cells=cells, place=replace(under, row=over.row))
    return whole if table.caption else replace(whole, caption=line.caption, caption_place=line.caption_place)


def _goes_on(laid: Laid, before: list[Laid]) -> bool:
    """True if the block goes on with the one above it."""
    if not before or not before[-1].layout.header or not _below(before[-1].table, laid.table):
        return False
    if _is_tail(laid.layout):
        return True
    headed = laid.layout.header or laid.layout.titles or _captioned_anew(before[-1].table, laid.table)
    return not headed and _alike(before[-1], laid)


def _under(ground: Ground, laid: Laid, before: list[Laid]) -> Laid:
    """A block under words of its own, yet without headings, under those of the block above in the same columns."""
    above = before[-1] if before else None
    if above is None or laid.layout.header or laid.layout.titles or not above.layout.header:
        return laid
    if _columns(above.table) != _columns(laid.table) or not _below(above.table, laid.table):
        return laid
    header = [cell for cell in above.table.cells if cell.row_to in above.layout.header]
    depth, first = len(above.layout.header), min(above.layout.header)
    cells = (*(_moved(c, -first, 0) for c in header), *(_moved(c, depth, 0) for c in laid.table.cells))
    table = replace(laid.table, cells=cells, repaired=(*laid.table.repaired, f"{HEADINGS_OF} {above.table.name}"))
    return Laid(table, lay_out(Grid(ground, table)))


def _columns(table: Table) -> tuple[int, int] | None:
    return (table.place.column, table.place.column_to) if isinstance(table.place, SheetPlace) else None


def _below(one: Table, other: Table) -> bool:
    """True if the other block stands on the same sheet, below the one and within its columns."""
    over, under = one.place, other.place
    if not isinstance(over, SheetPlace) or not isinstance(under, SheetPlace) or over.sheet != under.sheet:
        return False
    return under.row > over.row_to and over.column <= under.column and under.column_to <= over.column_to


def _captioned_anew(above: Table, table: Table) -> bool:
    """True for a block under words of its own; a caption said again over each page is none."""
    words = table.caption.split()
    return bool(words) and words != above.caption.split()


def _alike(one: Laid, other: Laid) -> bool:
    """True if the same columns hold figures in both; a block of a row or two may leave some blank."""
    mine, theirs = _sheet_columns(one), _sheet_columns(other)
    if not theirs or other.layout.grid.height > SHORT:
        return mine == theirs and (bool(theirs) or one.layout.grid.width == other.layout.grid.width)
    return theirs <= mine


def _sheet_columns(laid: Laid) -> set[int]:
    """The columns of the sheet that hold figures."""
    place = laid.table.place
    first = place.column if isinstance(place, SheetPlace) else 0
    return {first + column for column in laid.layout.columns("figures")}


def _is_tail(layout: Layout) -> bool:
    """True for a last line or two that print totals, without words that anything else is headed with."""
    rows = [row for row in range(layout.grid.height) if row not in layout.grid.blank_rows]
    slots = [slot for row in rows for slot in layout.grid.filled(row)]
    words = [slot for slot in slots if slot.says.kind == "text"]
    figures = [slot for slot in slots if slot.says.is_figure]
    told = any(total_word(slot.text) for slot in words)
    return len(rows) <= SHORT and told and len(figures) > 0 and len(words) <= 2


def _together(ground: Ground, above: Laid, laid: Laid) -> Laid:
    """The two blocks as one table, the rows of the second below those of the first."""
    one, other = above.table, laid.table
    over, under = one.place, other.place
    assert isinstance(over, SheetPlace) and isinstance(under, SheetPlace)
    down = max(cell.row_to for cell in one.cells) + 1
    cells = tuple(_moved(cell, down, under.column - over.column) for cell in other.cells)
    place = replace(over, row_to=under.row_to)
    table = replace(one, cells=(*one.cells, *cells), place=place)
    return Laid(table, lay_out(Grid(ground, table)), (*above.carried, other))


def _moved(cell: Cell, rows: int, columns: int) -> Cell:
    return replace(
        cell, row=cell.row + rows, row_to=cell.row_to + rows, column=cell.column + columns,
        column_to=cell.column_to + columns,
    )  # fmt: skip


def carried_issues(ground: Ground, tables: list[Laid]) -> Iterator[Issue]:
    """A note for each block that was read under the headings of another."""
    for laid in tables:
        for table in laid.carried:
            yield Issue(
                "headings-carried", "note",
                f"{table.name} has no headings; it was read under those of {laid.table.name}.",
                ground.where(table.place), "Look whether its columns hold the same things.",
                body=ground.context.body, key=table.name,
            )  # fmt: skip


def carried_marks(ground: Ground, tables: list[Laid]) -> Iterator[Mark]:
    """The words over the blocks that were joined to the one above: they say again what stands over that."""
    for table in (block for laid in tables for block in laid.carried):
        piece = ground.caption_piece(table)
        yield from (Mark(span, "repeated header") for span in (piece.spans if piece else ()))
