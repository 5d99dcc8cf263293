"""Keeps what a survey has: originals, events and decisions (primary), an index and a cache (can be deleted)."""

from .board import Board, QuestionRow
from .cache import Cache
from .decisions import DecisionLog
from .events import EventLog
from .index import Index
from .lock import locked
from .originals import Originals
from .passages import Hit, Passage, Passages
from .store import Store

__all__ = [
    "Board", "Cache", "DecisionLog", "EventLog", "Hit", "Index", "Originals", "Passage", "Passages", "QuestionRow",
    "Store", "locked",
]  # fmt: skip
