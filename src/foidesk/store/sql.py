"""Tables in memory, to be asked in SQL and never written: what a question may do is read, and no more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from ..errors import FoideskError

STEPS, EVERY = 100, 1_000_000
"""So many times so many steps of SQLite may a question take."""

MOST_ROWS = 100_000
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
_REFUSED_FUNCTIONS = ("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type in SQLite (TEXT, INTEGER, NUMERIC), and what it holds."""

    name: str
    type: str
    does: str


@dataclass(frozen=True, slots=True)
class SqlTable:
    """A table: its name, what a row is, its columns."""

    name: str
    does: str
    columns: tuple[Column, ...]

    @property
    def create(self) -> str:
        listed = ", ".join(f'"{one.name}" {one.type}' for one in self.columns)
        return f'create table "{self.name}" ({listed})'


Rows = Callable[[str], Iterable[Sequence[Any]]]
"""The rows of a table, by its name; asked only for the tables that the question reads."""


def ask(sql: str, tables: Sequence[SqlTable], rows: Rows) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The heads and rows of the answer. `FoideskError` for what is no question, or one that never ends."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in tables:
            database.execute(table.create)
        try:
            for table in _read(database, sql, tables):
                marks = ", ".join("?" * len(table.columns))
                database.executemany(f'insert into "{table.name}" values ({marks})', rows(table.name))
            return _answer(database, sql)
        except sqlite3.OperationalError as error:
            if str(error) != "interrupted":
                raise _refusal(error) from error
            raise FoideskError("the question takes too long", where="--sql", next="narrow it") from error
        except sqlite3.Error as error:
            raise _refusal(error) from error


def _refusal(error: sqlite3.Error) -> FoideskError:
    then = "one SELECT over the tables of docs/dataset.md"
    return FoideskError(f"SQLite says: {error}", where="--sql", next=then)


def _read(database: sqlite3.Connection, sql: str, tables: Sequence[SqlTable]) -> Iterator[SqlTable]:
    """The tables that the question reads, found by preparing it on empty ones."""
    seen: set[str] = set()

    def note(action: int, first: str | None, second: str | None, base: str | None, via: str | None) -> int:
        if action == sqlite3.SQLITE_READ and first:
            seen.add(first)
        return _permit(action, first, second, base, via)

    database.set_authorizer(note)
    database.execute(f"explain {sql}").fetchall()
    database.set_authorizer(None)
    yield from (table for table in tables if table.name in seen)


def _permit(action: int, first: str | None, second: str | None, base: str | None, via: str | None) -> int:
    """Only reading: no attached file, no pragma, no function that reaches outside."""
    if action == sqlite3.SQLITE_FUNCTION and second in _REFUSED_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _answer(database: sqlite3.Connection, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    left = iter(range(STEPS))
    database.execute("pragma query_only = on")
    database.set_authorizer(_permit)
    database.set_progress_handler(lambda: next(left, None) is None, EVERY)
    cursor = database.execute(sql)
    if cursor.description is None:
        raise FoideskError("that is no question", where="--sql", next="write one SELECT")
    found = cursor.fetchmany(MOST_ROWS + 1)
    if len(found) > MOST_ROWS:
        raise FoideskError(f"more than {MOST_ROWS:,} rows", where="--sql", next="narrow it, or add a LIMIT")
    return [one[0] for one in cursor.description], found
