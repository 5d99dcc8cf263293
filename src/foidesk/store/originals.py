"""The bytes as they came, by SHA-256. Never changed, never overwritten."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..errors import UnknownName
from .files import write_atomically


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class Originals:
    """A folder of bytes: `<first two digits>/<sha256>`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha: str) -> Path:
        return self.folder / sha[:2] / sha

    def keep(self, data: bytes) -> str:
        """Keeps the bytes and gives their SHA-256; bytes kept before are left as they are."""
        sha = sha256(data)
        if not self.path(sha).exists():
            write_atomically(self.path(sha), data)
        return sha

    def has(self, sha: str) -> bool:
        return self.path(sha).exists()

    def get(self, sha: str) -> bytes:
        """The bytes. `UnknownName` if they were never kept (or were purged)."""
        try:
            return self.path(sha).read_bytes()
        except FileNotFoundError:
            raise UnknownName(
                f"no original with hash {sha[:12]}…",
                where=str(self.folder),
                next="put the file back into replies/ and run `foidesk ingest`",
            ) from None
