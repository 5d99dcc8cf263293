"""Keeps what a survey has: originals, events and decisions (primary), an index and a cache (can be deleted)."""

from .cache import Cache
from .decisions import DecisionLog
from .events import EventLog
from .index import Index
from .lock import locked
from .originals import Originals
from .store import Store

__all__ = ["Cache", "DecisionLog", "EventLog", "Index", "Originals", "Store", "locked"]
