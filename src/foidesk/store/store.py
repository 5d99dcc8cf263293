"""All that one survey folder keeps, in one place."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from .board import Board
from .cache import Cache
from .decisions import DecisionLog
from .events import EventLog
from .index import Index
from .lock import locked
from .originals import Originals
from .passages import Passages


class Store:
    """The files below a survey folder. Primary: originals, events, decisions, codings. The rest can be deleted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        inner = folder / ".foidesk"
        self.originals = Originals(inner / "originals")
        self.events = EventLog(folder / "events.jsonl")
        self.decisions = DecisionLog(folder / "decisions.csv")
        self.codings = EventLog(folder / "codings.jsonl")
        self.recodings = EventLog(folder / "recodings.jsonl")
        self.index = Index(inner / "foidesk.db")
        self.cache = Cache(inner / "cache")
        self.board = Board(inner / "desk.db")
        self.passages = Passages(inner / "words.db")
        self.inner = inner

    def writing(self) -> AbstractContextManager[None]:
        """Holds the survey for writing. `Busy` after 30 seconds if another process has it."""
        return locked(self.inner / "lock")
