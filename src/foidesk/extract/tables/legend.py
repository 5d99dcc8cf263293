"""Tables that say what the codes of another mean ("C  Corrosion"): a key, no list of cases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.model.issues import Issue
from foidesk.model.places import Locator
from foidesk.model.reading import Table

from ..basis.found import Mark
from ..basis.ground import Ground
from .tables import TableRead

_CODE = re.compile(r"[A-ZÄÖÜ]+(?:[-_/.][A-ZÄÖÜ]+)*")
_MEANING = frozenset(
    ("meaning", "meanings", "means", "stands for", "definition", "explanation", "code meaning",
     "what it means", "bedeutung", "erläuterung", "erklärung")
)  # fmt: skip
"""Heads of a column that says what the codes beside it mean. Not "description", which lists of cases have too."""
LONGEST = 4
"""A code has no more characters."""
FEWEST = 2
"""So many codes must stand in one column of a longer table, and one of them twice: one is shared by chance."""


def without_legends(tables: Sequence[TableRead]) -> list[TableRead]:
    """The tables, those that only explain codes as tables without cases."""
    return [replace(one, kind="", cases=None) if _is_legend(one, tables) else one for one in tables]


def legend_issues(ground: Ground, tables: Sequence[TableRead]) -> Iterator[Issue]:
    """A word on every key to codes: nothing in it was counted."""
    for read in tables:
        if not read.kind and _is_key(read.table, tables):
            yield _issue(ground, read)


def legend_marks(tables: Sequence[TableRead]) -> Iterator[Mark]:
    """The characters of every key to codes: a number in it names a kind."""
    for read in tables:
        if not read.kind and _is_key(read.table, tables):
            for row in range(read.layout.grid.height):
                for slot in read.layout.grid.filled(row):
                    spans = slot.piece.spans if slot.piece is not None else ()
                    yield from (Mark(span, "key to codes") for span in spans)


def _issue(ground: Ground, read: TableRead) -> Issue:
    place = read.table.place
    return Issue(
        "key-to-codes", "note",
        f"{read.table.name} says what the codes of another table mean; no row of it was counted as a case.",
        ground.where(place), "If its rows are cases, enter them by hand (`foidesk enter`).",
        (Locator(ground.document, place, read.table.name),), body=ground.context.body, key=read.table.name,
    )  # fmt: skip


def _is_legend(read: TableRead, tables: Sequence[TableRead]) -> bool:
    return read.kind == "cases" and _is_key(read.table, tables)


def _is_key(table: Table, tables: Sequence[TableRead]) -> bool:
    """No digit in it, and a column of short codes, each once, that one of a longer table uses again and again.

    Two columns, codes in capitals and the words for each, are a key whoever uses it. Codes with digits are one
    where the other column says by its head that it gives their meaning.
    """
    if _gives_meanings(table, tables):
        return True
    if any(char.isdigit() for cell in table.cells for char in cell.text):
        return False
    if _is_glossary(table):
        return True
    longer = [one.table for one in tables if one.table is not table and len(one.table.grid()) > len(table.grid())]
    used = [Counter(column) for other in longer for column in _columns(other)]
    return any(_are_codes(column, use) for column in _columns(table) for use in used)


def _is_glossary(table: Table) -> bool:
    """ "RD-TIRE | tire damage" in each row: a code in capitals, no two alike, and its words."""
    rows = [[cell.text.strip() for cell in row if cell is not None and cell.text.strip()] for row in table.grid()]
    rows = [row for row in rows if row]
    codes = [row[0] for row in rows]
    told = len(rows) >= FEWEST and all(len(row) == 2 for row in rows) and len(set(codes)) == len(codes)
    plain = [row for row in rows if not _CODE.fullmatch(row[0]) or row[1].isupper()]
    return told and len(plain) <= (1 if len(rows) > FEWEST else 0) and all(row is rows[0] for row in plain)


def _gives_meanings(table: Table, tables: Sequence[TableRead]) -> bool:
    """ "Section | Meaning", "8.30.020 | Possession": each row a code of another table, or the heads again."""
    rows = [
        row
        for cells in table.grid()
        if (row := [c.text.strip() for c in cells if c is not None and c.text.strip()])
    ]
    if len(rows) <= FEWEST or any(len(row) != 2 for row in rows):
        return False
    heads = [row for row in rows if row[1].lower() in _MEANING]
    told = [row for row in rows if row not in heads]
    if rows[0] not in heads or any(char.isdigit() for _, words in told for char in words):
        return False
    codes = [code for code, _ in told]
    used = [Counter(column) for one in tables if one.table is not table for column in _columns(one.table)]
    mine = [use for use in used if _explains(codes, use)]
    return bool(mine) and len(set(codes)) == len(codes) and all(any(use[code] for use in mine) for code in codes)


def _explains(codes: Sequence[str], used: Counter[str]) -> bool:
    """True for a column that holds little but these codes, two of them at least and one again."""
    known = [code for code in codes if used[code]]
    explained = bool(used) and sum(used[code] for code in known) * 2 > used.total()
    return explained and len(known) >= FEWEST and any(used[code] > 1 for code in known)


def _columns(table: Table) -> Iterator[list[str]]:
    """The texts of each column below the first row."""
    rows = table.grid()[1:]
    for at in range(max((len(row) for row in rows), default=0)):
        cells = (row[at] for row in rows if at < len(row))
        yield [cell.text.strip() for cell in cells if cell is not None and cell.text.strip()]


def _are_codes(column: list[str], used: Counter[str]) -> bool:
    short = bool(column) and all(len(text) <= LONGEST for text in column) and len(set(column)) == len(column)
    return short and _explains(column, used)
