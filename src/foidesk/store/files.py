"""Writing files so that a kill at any moment leaves the old content or the new, never half."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """The file holds exactly `data` when this returns; a kill in between leaves what was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _put(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _put(temporary: Path, path: Path) -> None:
    """Puts the file in place; on Windows once nobody reads the old one (a virus scanner does for a moment)."""
    for pause in (0.02, 0.1, 0.4, 1.0) if os.name == "nt" else ():
        try:
            temporary.replace(path)
            return
        except PermissionError:
            time.sleep(pause)
    temporary.replace(path)


def append_durably(path: Path, data: bytes) -> None:
    """Adds whole lines at the end; a line cut short by an earlier kill is first closed, so nothing runs on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        if file.tell() and not _ends_with_newline(file):
            file.write(b"\n")
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _ends_with_newline(file: object) -> bool:
    file.seek(-1, os.SEEK_END)  # type: ignore[attr-defined]
    return bool(file.read(1) == b"\n")  # type: ignore[attr-defined]
