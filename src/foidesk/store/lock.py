"""One writer at a time for a survey folder."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import Busy


@contextmanager
def locked(path: Path, timeout: float = 30.0) -> Iterator[None]:
    """Holds the survey for writing; the lock goes with the process, so a kill leaves none behind.

    SQLite's own file locks are used, since they work alike on Linux, macOS and Windows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, timeout=timeout)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise OSError(f"{path.name}: {error}") from error
        raise Busy(
            "another foidesk process is writing to this survey",
            where=str(path.parent.parent),
            next=f"wait until it is done and try again (this is process {os.getpid()})",
        ) from error
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()
