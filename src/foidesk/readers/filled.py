"""The filled cells of a sheet: one by one as a reader finds them, or all as one list for each thing they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

# Figures, also those typed as text, and what stands in their place: suppressed, none, not applicable.
NUMERIC = re.compile(
    r"^\s*[(<>≤≥£$€~+-]*\s?\d[\d,.]*\s*(?:%|\)|p|k|m)?\**\s*$|^\s*(?:nil|n/?a|\*+|-+|–|\.\.)\s*$", re.I
)
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s*[-/–]\s*(?:\d\d|\d{4}))?$")


@dataclass(slots=True)
class Filled:
    """One filled cell of a sheet, from row 1 and column 1; `row_to` and `column_to`: where a merged one ends."""

    row: int
    column: int
    text: str
    kind: str = ""
    number: str = ""
    number_format: str = ""
    formula: str = ""
    row_to: int = 0
    column_to: int = 0

    def __post_init__(self) -> None:
        self.row_to = self.row_to or self.row
        self.column_to = self.column_to or self.column

    @property
    def is_number(self) -> bool:
        """True for a figure; a year is a heading as often as a figure, so it does not count as one."""
        return is_figure(self.text, self.kind)


def is_figure(text: str, kind: str) -> bool:
    """True for a figure of this kind; a year does not count as one."""
    if len(text) < 12 and _YEAR.match(text):
        return False
    return kind in ("number", "date") or (len(text) < 30 and bool(NUMERIC.match(text)))


class Columns(NamedTuple):
    """The filled cells of a sheet in reading order, one list for each thing they hold."""

    row: Sequence[int] = ()
    column: Sequence[int] = ()
    text: Sequence[str] = ()
    kind: Sequence[str] = ()
    number: Sequence[str] = ()
    number_format: Sequence[str] = ()
    formula: Sequence[str] = ()
    row_to: Sequence[int] = ()
    column_to: Sequence[int] = ()

    @property
    def size(self) -> int:
        return len(self.row)

    def cell(self, index: int) -> Filled:
        """The cell of that index by itself."""
        return Filled(*[side[index] for side in self])  # type: ignore[arg-type]

    def is_figure(self, index: int) -> bool:
        """True if the cell of that index holds a figure."""
        return is_figure(self.text[index], self.kind[index])


def row_starts(rows: Sequence[int]) -> list[int]:
    """The index of the first cell of each row, and behind the last the number of cells."""
    if list(rows) == sorted(rows):  # one pass from the end, at the speed of a dictionary
        first = dict(zip(reversed(rows), range(len(rows) - 1, -1, -1), strict=True))
        return [*reversed(first.values()), len(rows)]
    return [0, *(n for n, (a, b) in enumerate(pairwise(rows), 1) if a != b), len(rows)]


_FIELDS = attrgetter(*Columns._fields)


def columns_of(cells: list[Filled]) -> Columns:
    """The cells as columns."""
    return Columns(*zip(*map(_FIELDS, cells), strict=True)) if cells else Columns()
