"""Tables that say what the codes of another mean ("C  Corrosion"): a key, no list of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.model.reading import Table

from .tables import TableRead

LONGEST = 4
"""A code has no more characters."""
FEWEST = 2
"""So many codes must be used elsewhere, and one of them twice: a list beside another shares a name by chance."""


def without_legends(tables: Sequence[TableRead]) -> list[TableRead]:
    """The tables, those that only explain codes as tables without cases."""
    return [replace(one, kind="", cases=None) if _is_legend(one, tables) else one for one in tables]


def _is_legend(read: TableRead, tables: Sequence[TableRead]) -> bool:
    """No digit in it, and a column of short codes, each once, that another table uses again and again."""
    if read.kind != "cases" or any(char.isdigit() for cell in read.table.cells for char in cell.text):
        return False
    used = Counter(cell.text.strip() for other in tables if other is not read for cell in other.table.cells)
    return any(_are_codes(column, used) for column in _columns(read.table))


def _columns(table: Table) -> Iterator[list[str]]:
    """The texts of each column below the first row."""
    rows = table.grid()[1:]
    for at in range(max((len(row) for row in rows), default=0)):
        cells = (row[at] for row in rows if at < len(row))
        yield [cell.text.strip() for cell in cells if cell is not None and cell.text.strip()]


def _are_codes(column: list[str], used: Counter[str]) -> bool:
    short = bool(column) and all(len(text) <= LONGEST for text in column) and len(set(column)) == len(column)
    known = [text for text in column if used[text]]
    return short and len(known) >= FEWEST and any(used[text] > 1 for text in known)
