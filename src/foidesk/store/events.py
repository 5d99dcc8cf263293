"""events.jsonl: dated facts about requests, one JSON object a line, only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..model import Event, digest
from .files import append_durably


def event(kind: str, at: str, *, body: str = "", document: str = "", name: str = "", **details: str) -> Event:
    """A new event; its id follows from its content, so the same fact is never recorded twice."""
    pairs = tuple(sorted(details.items()))
    id = digest("event", kind, at, body, document, name, list(pairs))
    return Event(id, kind, at, body, document, name, pairs)


class EventLog:
    """The append-only log of a survey. A line cut short by a kill is left in place and passed over."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> tuple[Event, ...]:
        """All events in the order recorded."""
        return tuple(found for line in self._lines() if (found := _read(line)) is not None)

    def cut_lines(self) -> int:
        """How many lines cannot be read: a write was cut short there."""
        return sum(1 for line in self._lines() if line.strip() and _read(line) is None)

    def append(self, events: Iterable[Event]) -> None:
        known = {old.id for old in self.all()}
        new = [one for one in events if one.id not in known]
        if new:
            append_durably(self.path, "".join(_write(one) for one in new).encode())

    def _lines(self) -> list[bytes]:
        """Split at line feeds only: a file name may hold any other line break."""
        return self.path.read_bytes().split(b"\n") if self.path.exists() else []


def _write(event: Event) -> str:
    record: dict[str, Any] = {"id": event.id, "kind": event.kind, "at": event.at}
    record |= {key: getattr(event, key) for key in ("body", "document", "name") if getattr(event, key)}
    if event.details:
        record["details"] = dict(event.details)
    return json.dumps(record, ensure_ascii=False) + "\n"


def _read(line: bytes) -> Event | None:
    try:
        record = json.loads(line)
        details = tuple(sorted((str(key), str(value)) for key, value in record.pop("details", {}).items()))
        return Event(**record, details=details)
    except (ValueError, TypeError, AttributeError):
        return None
