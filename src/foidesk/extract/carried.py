"""Blocks of a sheet that go on under the headings of the block above: blank rows cut one table into several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidesk.model.issues import Issue
from foidesk.model.places import SheetPlace
from foidesk.model.reading import Cell, Table

from .grid import Grid
from .ground import Ground
from .layout import Layout, lay_out
from .stacked import unstacked


@dataclass(frozen=True)
class Laid:
    """A table with its layout; `carried` names the table whose headings it took over."""

    table: Table
    layout: Layout
    carried: str = ""


def laid_out(ground: Ground) -> list[Laid]:
    """All tables laid out; one without headings takes those of the block above it in the same columns."""
    out: list[Laid] = []
    for table in _each(ground):
        laid = Laid(table, lay_out(Grid(ground, table)))
        above = _above(laid, out)
        out.append(_under(ground, laid, above) if above is not None else laid)
    return out


def _each(ground: Ground) -> Iterator[Table]:
    for table in ground.tables:
        yield from unstacked(lay_out(Grid(ground, table)))


def _above(laid: Laid, before: list[Laid]) -> Laid | None:
    """The table above that can lend its headings."""
    if laid.layout.header or laid.layout.titles or not before:
        return None
    above = before[-1]
    same = _columns(above.table) == _columns(laid.table) and _columns(laid.table) is not None
    return above if same and above.layout.header and _alike(above.layout, laid.layout) else None


def _columns(table: Table) -> tuple[str, int, int] | None:
    place = table.place
    return (place.sheet, place.column, place.column_to) if isinstance(place, SheetPlace) else None


def _alike(one: Layout, other: Layout) -> bool:
    """True if the same columns hold figures in both."""
    return one.columns("figures") == other.columns("figures") and one.grid.width == other.grid.width


def _under(ground: Ground, laid: Laid, above: Laid) -> Laid:
    header = [cell for cell in above.layout.grid.table.cells if cell.row_to in above.layout.header]
    first, depth = min(above.layout.header), len(above.layout.header)
    lifted = tuple(_moved(cell, -first) for cell in header)
    lowered = tuple(_moved(cell, depth) for cell in laid.table.cells)
    table = replace(laid.table, cells=(*lifted, *lowered))
    return Laid(table, lay_out(Grid(ground, table)), above.table.name)


def _moved(cell: Cell, rows: int) -> Cell:
    return replace(cell, row=cell.row + rows, row_to=cell.row_to + rows)


def carried_issues(ground: Ground, tables: list[Laid]) -> Iterator[Issue]:
    """A note for each block that was read under the headings of another."""
    for laid in tables:
        if laid.carried:
            yield Issue(
                "headings-carried", "note",
                f"{laid.table.name} has no headings; it was read under those of {laid.carried}.",
                ground.where(laid.table.place), "Look whether its columns hold the same things.",
                body=ground.context.body, key=laid.table.name,
            )  # fmt: skip
