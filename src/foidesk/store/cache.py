"""Results by key: compressed, can be deleted at any time at the cost of time only.

A result is kept under the hash of its content, and a key points to that hash. So two keys with equal results
share them, and what rests on a result need not be made again when the result came out the same.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import Any

from ..model import dumps, loads
from .files import write_atomically


class Cache:
    """`keys/<stage>/<key>` holds the hash of `content/<two digits>/<hash>`. Damaged entries count as absent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def content_hash(self, stage: str, key: str) -> str:
        """The hash of the result kept under the key, or "" if there is none."""
        try:
            content = self._key(stage, key).read_text()
        except (FileNotFoundError, UnicodeDecodeError):
            return ""
        return content if self._content(content).exists() else ""

    def get(self, stage: str, key: str) -> Any:
        """The nouns kept under the key, or None."""
        content = self.content_hash(stage, key)
        return self.content(content) if content else None

    def content(self, content: str) -> Any:
        """The nouns of that content hash, or None if they are damaged or gone."""
        text = _unpacked(self._content(content), content)
        return None if text is None else loads(text)

    def throw_damaged_away(self) -> None:
        """Removes every damaged result, so that each is made anew."""
        for path in (self.folder / "content").rglob("*"):
            if path.is_file() and _unpacked(path, path.name) is None:
                path.unlink(missing_ok=True)

    def put(self, stage: str, key: str, value: Any) -> str:
        """Keeps the nouns under the key and gives the hash of their content."""
        text = dumps(value).encode()
        content = hashlib.sha256(text).hexdigest()[:32]
        if not self._content(content).exists():
            write_atomically(self._content(content), zlib.compress(text, 1))
        write_atomically(self._key(stage, key), content.encode())
        return content

    def _key(self, stage: str, key: str) -> Path:
        return self.folder / "keys" / stage / key

    def _content(self, content: str) -> Path:
        return self.folder / "content" / (content[:2] or "none") / (content or "none")


def _unpacked(path: Path, content: str) -> bytes | None:
    """The text of a result, or None if it is not there or not what its name says."""
    try:
        text = zlib.decompress(path.read_bytes())
    except (FileNotFoundError, zlib.error):
        return None
    return text if hashlib.sha256(text).hexdigest()[:32] == content else None
