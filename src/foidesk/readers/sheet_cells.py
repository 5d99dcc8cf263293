"""The words and table cells of a sheet, made when they are first asked for.

Three objects for each value cost more than reading the file does, and much of a workbook is never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat
from operator import sub
from typing import Any

from foidesk.model.places import SheetPlace
from foidesk.model.quick import maker
from foidesk.model.reading import Cell, Word

from .filled import Columns

place_of: Callable[..., SheetPlace] = maker(SheetPlace)
word_of: Callable[..., Word] = maker(Word)
cell_of: Callable[..., Cell] = maker(Cell)


class Laid:
    """A sheet on which nothing is hidden and no filled cell is without text: its places, words and cells."""

    def __init__(self, sheet: str, columns: Columns) -> None:
        self.sheet, self.columns = sheet, columns
        self._places: list[SheetPlace] = []

    @property
    def places(self) -> list[SheetPlace]:
        """Where each cell stands, the same for its word and its table cell."""
        if not self._places:
            c = self.columns
            self._places = list(map(place_of, repeat(self.sheet), c.row, c.column, c.row_to, c.column_to))
        return self._places

    def place(self, index: int) -> SheetPlace:
        """Where one cell stands, without making all."""
        c = self.columns
        return SheetPlace(self.sheet, c.row[index], c.column[index], c.row_to[index], c.column_to[index])

    @cached_property
    def ends(self) -> list[int]:
        """Where the text of each cell ends in the sheet's raw text; a character parts it from the next."""
        return list(accumulate(map(len, self.columns.text), lambda end, length: end + 1 + length))

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The sheet as plain values; one object, so that what is sent of it is sent once."""
        lists = {id(side): list(side) for side in self.columns}
        columns = {name: lists[id(side)] for name, side in self.columns._asdict().items()}
        return {"sheet": self.sheet, "columns": columns}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Laid:
        """The sheet of such plain values, one for each of them; ValueError if its columns are of unlike length."""
        if "laid" not in plain:
            columns = Columns(**plain["columns"])
            if any(len(side) != columns.size for side in columns):
                raise ValueError("the columns of a sheet are of unlike length")
            plain["laid"] = cls(plain["sheet"], columns)
        laid: Laid = plain["laid"]
        return laid

    def words(self) -> tuple[Word, ...]:
        """One word for each filled cell."""
        texts, ends = self.columns.text, self.ends
        return tuple(map(word_of, texts, map(sub, ends, map(len, texts)), ends, self.places))


@dataclass(slots=True)
class LaidWords:
    """Makes the words of a sheet."""

    laid: Laid

    def __call__(self) -> tuple[Word, ...]:
        return self.laid.words()

    def plain(self) -> dict[str, Any]:
        """What makes the words, as plain values."""
        return {"laid": self.laid.plain}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> LaidWords:
        """What makes the words, from plain values."""
        return cls(Laid.of(plain["laid"]))


@dataclass(slots=True)
class LaidCells:
    """Makes the cells of one table: those with the indices `at`, counted from `top` and `left`."""

    laid: Laid
    at: Sequence[int]
    top: int
    left: int

    def __call__(self) -> tuple[Cell, ...]:
        at, c, top, left = self.at, self.laid.columns, self.top, self.left
        each: list[Iterable[Any]] = [
            [side[index] - less for index in at]
            for side, less in ((c.row, top), (c.column, left), (c.row_to, top), (c.column_to, left))
        ]
        sides: tuple[Sequence[Any], ...] = (c.text, self.laid.places, c.kind, c.number, c.number_format, c.formula)
        each += [map(side.__getitem__, at) for side in sides]
        return tuple(map(cell_of, *each))

    def plain(self) -> dict[str, Any]:
        """What makes the cells, as plain values."""
        at, whole = self.at, isinstance(self.at, range)
        where = {"first": at[0], "last": at[-1]} if whole and at else {"at": list(at)}
        return {"laid": self.laid.plain, "top": self.top, "left": self.left, **where}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> LaidCells:
        """What makes the cells, from plain values; ValueError if the sheet has no such cells."""
        laid = Laid.of(plain["laid"])
        at = plain["at"] if "at" in plain else range(plain["first"], plain["last"] + 1)
        if len(at) and not 0 <= min(at) <= max(at) < laid.columns.size:
            raise ValueError("a table has cells that its sheet has not")
        return cls(laid, at, plain["top"], plain["left"])
