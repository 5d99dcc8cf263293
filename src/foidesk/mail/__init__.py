"""Letters out, bytes in: whom we ask and how, drop folder, mailboxes. Opens no containers: `readers` does."""

from .dropfolder import Found, scan
from .fetch import Wanted, fetch, wanted
from .settings import Sender, Server, Settings, settings

__all__ = [
    "Found",
    "Sender",
    "Server",
    "Settings",
    "Wanted",
    "fetch",
    "scan",
    "settings",
    "wanted",
]
