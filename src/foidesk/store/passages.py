"""words.db: everything received, by its words (SQLite FTS5). Can be deleted: it is made anew.

What is sealed is never handed to it: the caller gives visible passages only.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_OLD = "DROP TABLE IF EXISTS indexed; DROP TABLE IF EXISTS passage;"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS indexed (
    document TEXT PRIMARY KEY, content TEXT NOT NULL, first INTEGER NOT NULL, after INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS indexed_after ON indexed (after);
CREATE VIRTUAL TABLE IF NOT EXISTS passage USING fts5 (
    text, document UNINDEXED, place UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
);
"""
AT_ONCE = 200
"""Documents in one transaction: each costs a wait for the disk."""

LAYOUT = 2
"""Goes up with the tables: an index laid out otherwise is thrown away, and made anew."""

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters around each word found, for the caller to turn into marks."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of visible words and where it stands (as `place_text` writes it)."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its document and place, and a snippet with `OPEN` and `CLOSE` around the words."""

    document: str
    place: str
    snippet: str


class Passages:
    """The full-text index of one survey."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def contents(self) -> dict[str, str]:
        """What is indexed: each document with the hash of the reading it was indexed from."""
        with self._open() as connection:
            return dict(connection.execute("SELECT document, content FROM indexed").fetchall())

    def put(self, documents: Iterable[tuple[str, str, Iterable[Passage]]]) -> None:
        """Indexes each (document, content, passages) in place of what stood there for it, some at a time."""
        every = iter(documents)
        with self._open() as connection:
            while some := list(islice(every, AT_ONCE)):
                connection.execute("BEGIN IMMEDIATE")
                for document, content, passages in some:
                    _remove(connection, document)
                    (first,) = connection.execute("SELECT coalesce(max(after), 1) FROM indexed").fetchone()
                    rows = [(at, one.text, document, one.place) for at, one in enumerate(passages, first)]
                    connection.executemany(
                        "INSERT INTO passage (rowid, text, document, place) VALUES (?, ?, ?, ?)", rows
                    )
                    row = (document, content, first, first + len(rows))
                    connection.execute("INSERT INTO indexed VALUES (?, ?, ?, ?)", row)
                connection.execute("COMMIT")

    def forget(self, documents: Iterable[str]) -> None:
        """Takes documents out of the index."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            for document in documents:
                _remove(connection, document)
            connection.execute("COMMIT")

    def find(self, words: str, limit: int = 50) -> tuple[int, list[Hit]]:
        """How many passages hold all the words (a phrase in "quotes" as it stands), and the best of them."""
        query = _query(words)
        if not query:
            return 0, []
        snippet = f"snippet(passage, 0, '{OPEN}', '{CLOSE}', '…', 40)"
        with self._open() as connection:
            (count,) = connection.execute(
                "SELECT count(*) FROM passage WHERE passage MATCH ?", (query,)
            ).fetchone()
            found = connection.execute(
                f"SELECT document, place, {snippet} FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?",
                (query, limit),
            ).fetchall()
        return count, [Hit(*row) for row in found]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=10)
        try:
            connection.execute("PRAGMA synchronous=NORMAL")
            if connection.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(_OLD + _SCHEMA + f"PRAGMA user_version = {LAYOUT};")
            yield connection
        finally:
            connection.close()


def _remove(connection: sqlite3.Connection, document: str) -> None:
    """Deletes by row numbers: the document's name is not indexed, and looking for it would read everything."""
    rows = connection.execute("SELECT first, after FROM indexed WHERE document = ?", (document,)).fetchall()
    connection.executemany("DELETE FROM passage WHERE rowid >= ? AND rowid < ?", rows)
    connection.execute("DELETE FROM indexed WHERE document = ?", (document,))


def _query(words: str) -> str:
    """The words as an FTS5 query in which nothing but quotes has a meaning of its own."""
    found = re.findall(r'"([^"]+)"|(\S+)', words.replace("\0", " "))
    terms = [phrase or word.replace('"', "") for phrase, word in found]
    return " ".join(f'"{term}"' for term in terms if re.search(r"\w", term))
