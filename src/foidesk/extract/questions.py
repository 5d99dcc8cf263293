"""A table that answers several numbered questions, one below the other: each question is a table of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from foidesk.model.reading import Cell, Table

QUESTION = re.compile(r"^\W*(?:questions?|q|points?)(?:\s*(?:no|nr|number|ref)\.?)?\W*$", re.IGNORECASE)
HEADS = 3
SEPARATOR = " / question "


def by_question(table: Table) -> Iterator[Table]:
    """The table, or its parts by the numbers under a heading "Question"; each keeps the rows of the heading.

    Rows keep their numbers, and a part is named after the table and its question.
    """
    head = next((c for c in table.cells if c.row < HEADS and QUESTION.match(c.text)), None)
    numbers = _numbers(table, head) if head is not None else {}
    if head is None or len(set(numbers.values())) < 2:
        yield table
        return
    for number in dict.fromkeys(numbers.values()):
        cells = tuple(c for c in table.cells if c.row <= head.row_to or numbers.get(c.row) == number)
        yield replace(table, name=f"{table.name}{SEPARATOR}{number}", cells=cells)


def _numbers(table: Table, head: Cell) -> dict[int, str]:
    """The question of each row below the heading; a blank cell repeats the one above it."""
    told = {cell.row: cell.text.strip(" .:)") for cell in table.cells if cell.column == head.column and cell.text}
    found: dict[int, str] = {}
    current = ""
    for row in range(head.row_to + 1, table.height):
        current = told.get(row, current)
        if current:
            found[row] = current
    return found
