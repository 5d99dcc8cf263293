"""The drop folder: what lies there now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the drop folder. `path` is relative to it, with forward slashes.

    `stamp` changes whenever the file is written to, even where its time of change was set back afterwards.
    Bytes of a name that are no UTF-8 stand in `path` as `\\xe9`; `file` still opens the file.
    """

    path: str
    file: Path
    size: int
    stamp: int


def scan(folder: Path) -> tuple[Found, ...]:
    """Every file below the folder, in order of path. Links are not followed out of it."""
    return tuple(sorted(_walk(folder, ""), key=lambda found: found.path)) if folder.is_dir() else ()


def _walk(folder: Path, prefix: str) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{prefix}{_readable(entry.name)}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                state = entry.stat()
                yield Found(path, Path(entry.path), state.st_size, state.st_mtime_ns + state.st_ctime_ns)


def _readable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")
