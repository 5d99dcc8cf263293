"""A table as rows of slots: each with its piece of the reply and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from foidesk.model.places import PagePlace
from foidesk.model.reading import Cell, Table

from ..basis.ground import Ground
from ..basis.note_marks import has_set_off, mark_behind
from ..basis.pieces import Piece
from ..basis.says import BLANK, Says, says
from ..basis.terms import Memo
from .lists import is_counted_list
from .marks import by_note

LONGEST_LIST = 600


@dataclass(frozen=True)
class Slot:
    """One place of the grid. A spanning cell fills several; `first` is true for its top left one."""

    row: int
    column: int
    cell: Cell | None
    piece: Piece | None
    says: Says

    @property
    def text(self) -> str:
        return " ".join(self.cell.text.split()) if self.cell is not None and not self.cell.hidden else ""

    @property
    def first(self) -> bool:
        return self.cell is not None and (self.cell.row, self.cell.column) == (self.row, self.column)

    @property
    def width(self) -> int:
        return 1 if self.cell is None else self.cell.column_to - self.cell.column + 1

    @property
    def blank(self) -> bool:
        return not self.text


class Grid:
    """The slots of one table, by row and column, both from 0."""

    def __init__(self, ground: Ground, table: Table) -> None:
        self.ground, self.table, self.memo = ground, table, Memo()
        seen: dict[int, tuple[Piece, Says]] = {}
        self.rows = [
            [self._slot(r, c, cell, seen) for c, cell in enumerate(row)] for r, row in enumerate(table.grid())
        ]

    def _slot(self, row: int, column: int, cell: Cell | None, seen: dict[int, tuple[Piece, Says]]) -> Slot:
        if cell is None:
            return Slot(row, column, None, None, BLANK)
        if id(cell) not in seen:
            seen[id(cell)] = self._read(cell)
        piece, what = seen[id(cell)]
        return Slot(row, column, cell, piece, what)

    def _read(self, cell: Cell) -> tuple[Piece, Says]:
        piece, what = self.ground.cell_piece(cell, self.table.parts), self._says(cell)
        counted = what.kind == "text" and len(cell.text) < LONGEST_LIST and is_counted_list(self.ground, piece)
        return piece, Says("list") if counted else by_note(self.ground, cell.text, what)

    def _says(self, cell: Cell) -> Says:
        """What the cell says; of a figure with the mark of a note behind it, the figure."""
        what = says(cell.text, cell, self.ground.locale)
        bare, name = mark_behind(cell.text)
        sure = has_set_off(cell.text) and not isinstance(cell.place, PagePlace)
        number_in_brackets = name.startswith("(") and name[1:2].isdigit()
        if what.kind != "text" or not name or number_in_brackets or not (sure or name in self.ground.notes):
            return what
        figure = says(bare, cell, self.ground.locale)
        return figure if figure.kind in ("number", "money", "percent") else what

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def slot(self, row: int, column: int) -> Slot:
        return self.rows[row][column]

    def column(self, column: int, rows: Iterable[int]) -> list[Slot]:
        return [self.rows[row][column] for row in rows]

    def filled(self, row: int) -> list[Slot]:
        """The slots of a row that hold words, each cell once."""
        return [
            slot for slot in self.rows[row] if not slot.blank and slot.cell and slot.cell.column == slot.column
        ]

    def key(self, row: int) -> tuple[str, ...]:
        """The row's words in a form that tells whether two rows say the same."""
        return tuple(slot.text.casefold() for slot in self.rows[row])

    @cached_property
    def blank_rows(self) -> frozenset[int]:
        return frozenset(r for r in range(self.height) if all(slot.blank for slot in self.rows[r]))
