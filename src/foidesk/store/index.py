"""foidesk.db: an index for speed (file states, what each stage made). Can be deleted: it is made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS made (name TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS attempts (document TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;
"""


class Index:
    """A small SQLite database in WAL mode; writes take the lock at once (BEGIN IMMEDIATE)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect(self.path)
        return self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._open()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def files(self) -> dict[str, tuple[int, int, str]]:
        """Size, time of change (ns) and SHA-256 of each file of the drop folder as last seen, by path."""
        rows = self._open().execute("SELECT path, size, mtime, sha256 FROM files")
        return {path: (size, mtime, sha) for path, size, mtime, sha in rows}

    def remember_files(self, files: dict[str, tuple[int, int, str]]) -> None:
        with self.writing() as connection:
            connection.execute("DELETE FROM files")
            rows = [(path, *state) for path, state in files.items()]
            connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", rows)

    def made(self, name: str) -> str:
        """The key under which the named result was last made, or ""."""
        row = self._open().execute("SELECT key FROM made WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def remember_made(self, name: str, key: str) -> None:
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO made VALUES (?, ?)", (name, key))

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _connect(path: Path) -> sqlite3.Connection:
    """An open database; a damaged file is put aside, since everything in it can be made again."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_SCHEMA)
    except sqlite3.DatabaseError:
        connection.close()
        path.replace(path.with_suffix(".damaged"))
        return _connect(path)
    return connection
