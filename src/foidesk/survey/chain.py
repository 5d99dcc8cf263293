"""From originals to findings: what rests on what, and what has to be made again.

Each result is kept under a key made from the hashes of its inputs and the VERSION of the code that makes it.
An input that comes out unchanged therefore stops the making of all that rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..errors import FoideskError
from ..model import digest
from ..store import Cache

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, of: int) -> None:
    """Shows no progress."""


@dataclass(slots=True)
class Tally:
    """How many results of each stage were made, and how many stood already."""

    made: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)

    def count(self, stage: str, made: bool) -> None:
        counts = self.made if made else self.kept
        counts[stage] = counts.get(stage, 0) + 1


@dataclass(frozen=True, slots=True)
class Node:
    """A kept result: its stage, and the hash of its content."""

    stage: str
    content: str


class Chain:
    """Makes results, or takes them from the cache."""

    def __init__(self, cache: Cache, progress: Progress = silent) -> None:
        self.cache = cache
        self.progress = progress
        self.tally = Tally()

    def key(self, *inputs: Any) -> str:
        return digest(*inputs, length=32)

    def node(self, stage: str, key: str, make: Callable[[], Any]) -> Node:
        """The result under the key, made only if it is not there."""
        content = self.cache.content_hash(stage, key)
        self.tally.count(stage, made=not content)
        return Node(stage, content or self.cache.put(stage, key, make()))

    def value(self, node: Node) -> Any:
        """The nouns of a node."""
        found = self.cache.content(node.content)
        if found is None:
            self.cache.throw_damaged_away()
            raise FoideskError(
                "kept results were damaged and have been thrown away", where=str(self.cache.folder),
                next="run the command again: they are made anew, and nothing else is lost",
            )  # fmt: skip
        return found

    def values(self, nodes: Iterable[Node]) -> tuple[Any, ...]:
        return tuple(self.value(node) for node in nodes)
