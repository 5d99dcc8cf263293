"""foidesk.db: an index for speed (the files as last seen). Can be deleted: it is made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS seen (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, stamp INTEGER NOT NULL, sha256 TEXT NOT NULL
) STRICT;
"""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Index:
    """A small SQLite database in WAL mode; writes take the lock at once (BEGIN IMMEDIATE)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def files(self) -> dict[str, tuple[int, int, str]]:
        """Size, stamp and SHA-256 of each file of the drop folder as last seen, by path; empty if damaged."""
        try:
            with self._open() as connection:
                rows = connection.execute("SELECT path, size, stamp, sha256 FROM seen").fetchall()
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
            return {}
        return {path: (size, stamp, sha) for path, size, stamp, sha in rows}

    def remember_files(self, files: dict[str, tuple[int, int, str]]) -> None:
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM seen")
            rows = [(path, *state) for path, state in files.items()]
            connection.executemany("INSERT INTO seen VALUES (?, ?, ?, ?)", rows)
            connection.execute("COMMIT")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=10)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.executescript(_SCHEMA)
            yield connection
        finally:
            connection.close()

    def _put_aside(self, error: sqlite3.DatabaseError) -> None:
        """A damaged file is put aside, since everything in it can be made again; any other error goes on."""
        if error.sqlite_errorcode & 0xFF not in _DAMAGED:
            raise error
        self.path.replace(self.path.with_suffix(".damaged"))
        for rest in ("-wal", "-shm"):
            self.path.with_name(self.path.name + rest).unlink(missing_ok=True)
