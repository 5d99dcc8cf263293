"""Bytes in: the drop folder and public addresses. Opens no containers: `readers` does."""

from .dropfolder import Found, scan
from .fetch import Wanted, fetch, wanted

__all__ = ["Found", "Wanted", "fetch", "scan", "wanted"]
