"""The tables of any files, those inside mails and archives included; each file read in a guarded process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import UnreadableDocument
from ..model.issues import Issue
from ..model.protocols import Read
from ..readers.guard import GuardedReaders
from ..readers.tables import output
from .deliveries import MOST_NESTED

Key = tuple[int, ...]
"""Where a file stands: its number among those given, then its number inside each parcel on the way to it."""


@dataclass(slots=True)
class FileTables:
    """What the files hold: `tables` as plain data, `issues` met on the way, and the files that `failed`."""

    tables: list[dict[str, Any]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    failed: list[UnreadableDocument] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that is still to be read: its bytes, its name for a reader, and its path as shown."""

    data: bytes
    name: str
    shown: str


def tables_of_files(files: tuple[Path, ...]) -> FileTables:
    """The tables, issues and failures of the files in the order given, each followed by what lies inside it."""
    opened: dict[Key, _Waiting | UnreadableDocument] = {(n,): _opened(file) for n, file in enumerate(files)}
    done: dict[Key, Read | UnreadableDocument] = {
        key: one for key, one in opened.items() if isinstance(one, UnreadableDocument)
    }
    waiting = {key: one for key, one in opened.items() if isinstance(one, _Waiting)}
    shown = {key: one.shown for key, one in waiting.items()}
    seen: set[tuple[int, str]] = set()
    with GuardedReaders(workers=min(len(waiting), os.cpu_count() or 1)) as readers:
        while waiting:
            jobs = ((key, one.data, one.name) for key, one in waiting.items())
            inside: dict[Key, _Waiting] = {}
            for key, result in readers.read_many(jobs):
                done[key] = result
                if isinstance(result, Read) and len(key) <= MOST_NESTED:
                    inside |= dict(_inside(key, result, shown[key], seen))
            shown |= {key: one.shown for key, one in inside.items()}
            waiting = inside
    return _gathered(done, shown)


def _opened(file: Path) -> _Waiting | UnreadableDocument:
    try:
        return _Waiting(file.read_bytes(), file.name, str(file))
    except OSError as error:
        return UnreadableDocument(f"it cannot be opened: {error.strerror}", where=str(file), next="check the name")


def _inside(key: Key, found: Read, shown: str, seen: set[tuple[int, str]]) -> Iterator[tuple[Key, _Waiting]]:
    """What lies inside a file, the same bytes once for each file given."""
    for n, attachment in enumerate(found.reading.attachments):
        mark = key[0], attachment.sha256
        if attachment.sha256 in found.contents and mark not in seen:
            seen.add(mark)
            path = f"{shown}/{attachment.name}"
            yield (*key, n), _Waiting(found.contents[attachment.sha256], path, path)


def _gathered(done: dict[Key, Read | UnreadableDocument], shown: dict[Key, str]) -> FileTables:
    out = FileTables()
    for key, result in sorted(done.items(), key=lambda one: one[0]):
        if isinstance(result, UnreadableDocument):
            out.failed.append(result)
        else:
            out.tables += output.tables_json(shown[key], result.reading)["tables"]
            out.issues += result.reading.issues
    return out
