"""A table that answers several numbered questions, one below the other: each question is a table of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from foidesk.model.reading import Cell, Table

QUESTION = re.compile(r"^\W*(?:questions?|q|points?)(?:\s*(?:no|nr|number|ref)\.?)?\W*$", re.IGNORECASE)
_ROW = re.compile(r"\W*(?:questions?|q|frage)\s*(?:no\.?\s*)?\(?(\d{1,2})\s*\(?([a-h])?\W*", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W*(?:questions?|q|points?|parts?)?\W*\d{1,2}\W*[a-z]?\W*(?:[ivx]{1,4})?\W*|\W*[a-z]\W*", re.IGNORECASE
)
HEADS = 3
SEPARATOR = " / question "


def by_question(table: Table) -> Iterator[Table]:
    """The table, or its parts by the numbers under a heading "Question"; each keeps the rows of the heading.

    So are rows headed "Question 1", "Q2": their own heads are left out. Rows keep their numbers, and a part is
    named after the table and its question.
    """
    head = next((c for c in table.cells if c.row < HEADS and QUESTION.match(c.text)), None)
    head = None if head is not None and _labels_rows(table, head) else head
    heads = row_heads(table) if head is None else {}
    numbers = {cell.row: number for cell, number in heads.items()} if head is None else _numbers(table, head)
    if len(set(numbers.values())) < 2:
        yield table
        return
    last = head.row_to if head is not None else min(numbers) - 1
    for number in dict.fromkeys(numbers.values()):
        cells = tuple(c for c in table.cells if (c.row <= last or numbers.get(c.row) == number) and c not in heads)
        yield replace(table, name=f"{table.name}{SEPARATOR}{number}", cells=cells)


def _labels_rows(table: Table, head: Cell) -> bool:
    """True if words stand under "Question", the labels of rows or questions themselves, and no numbers of any."""
    told = [c.text for c in table.cells if c.column == head.column and c.row > head.row_to and c.text.strip()]
    return bool(told) and not any(map(is_question_number, told))


def is_question_number(text: str) -> bool:
    """True for "3", "Q3", "Question 3a)", "3 (ii)"; not for "3. Claims paid"."""
    return _NUMBER.fullmatch(text) is not None


def row_heads(table: Table) -> dict[Cell, str]:
    """The cells that head rows by the number of a question ("Question 1", "Q2", "Question 3a)"), and that number.

    Every filled row below the first must begin with such a head: else the table is about something else too.
    """
    firsts: dict[int, Cell] = {}
    for cell in table.cells:
        if cell.text.strip() and (cell.row not in firsts or cell.column < firsts[cell.row].column):
            firsts[cell.row] = cell
    headed = {row: hit for row, cell in firsts.items() if (hit := _ROW.fullmatch(cell.text))}
    if not headed or any(row not in headed for row in firsts if row >= min(headed)):
        return {}
    above = [cell.row for cell in table.cells if cell.row < min(headed) and cell.column and cell.text.strip()]
    if max(map(above.count, above), default=0) < 2:  # no heads of columns: each row is an answer in words
        return {}
    found = {firsts[row]: hit[1] + (hit[2] or "").lower() for row, hit in headed.items()}
    return found if len(set(found.values())) > 1 else {}


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
