"""What a format's walk has found so far, and the small constructors that all formats share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, Place
from foidesk.model.protocols import Source
from foidesk.model.reading import Attachment, Envelope, Part, Table


@dataclass(slots=True)
class Seen:
    """The things seen in one document. A format's `see` returns one; the registry makes the `Read` of it."""

    parts: list[Part] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    tools: list[str] = field(default_factory=list)
    metadata: list[tuple[str, str]] = field(default_factory=list)
    envelope: Envelope | None = None

    def attach(self, name: str, data: bytes, media_type: str, inline: bool = False) -> None:
        """Keep a document that lies inside this one."""
        digest = sha256(data)
        self.attachments.append(Attachment(name, media_type, digest, len(data), inline))
        self.contents[digest] = data

    def part_text(self, name: str) -> str:
        """The text of the part of that name; empty if there is none yet."""
        return next((part.text for part in self.parts if part.name == name), "")

    def note(
        self, kind: str, what: str, source: Source, next: str, *, at: Iterable[tuple[Place, str]] = (),
        severity: str = "note", key: str = "", place: str = "",
    ) -> None:  # fmt: skip
        """Record an oddity of the document; `at` gives places with the words that stand there."""
        locators = tuple(Locator(source.sha256, where, quote) for where, quote in at)
        spot = place or (locators[0].place.describe() if locators else "")
        where = f"{source.name}, {spot}" if spot else source.name
        self.issues.append(Issue(kind, severity, what, where, next, locators, key=key or spot))


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal: a document's name in every chain of evidence."""
    return hashlib.sha256(data).hexdigest()


def plural(count: int, one: str, many: str = "") -> str:
    """The count with its noun: `1 row`, `3 rows`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
