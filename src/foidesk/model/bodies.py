"""Who was asked, what passed between us, and where each request stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

OUTSIDE_FOI = "outside foi"
"""The folder, below that of a body, for what it said elsewhere than in a reply."""


@dataclass(frozen=True, slots=True)
class PublicBody:
    """Who was asked. `law` is the id of the access law that the request to it goes under.

    `url_name`: what WhatDoTheyKnow calls it in addresses of pages, as its own list gives it. `zone`: the time zone
    of its days ("America/Denver"), where that is not the one of its law.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    official_code: str = ""
    email: str = ""
    website: str = ""
    law: str = ""
    kind: str = ""
    note: str = ""
    region: str = ""
    url_name: str = ""
    zone: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Question:
    """One numbered question of the request, the measures and variables that answer it."""

    id: str
    text: str
    measures: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact about a request; events are only ever added.

    `kind`: "sent", "received", "withdrawn", "removed", "note". `at` is ISO 8601; `body` "" means unmatched.
    """

    id: str
    kind: str
    at: str
    body: str = ""
    document: str = ""
    name: str = ""
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes by SHA-256 and media type, nothing else."""

    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One arrival of a document: from whom, under which file name, inside what, and when.

    `path` is the place in the drop folder, with the names inside containers after "!" ("a.zip!b.xlsx").
    `parent` is the SHA-256 of the mail or archive that held it. Identical bytes from two bodies are two
    deliveries. `matched_by` says on what evidence the body was recognised; `body` is "" if it was not.
    """

    id: str
    document: str
    path: str
    name: str
    body: str = ""
    matched_by: str = ""
    parent: str = ""
    message: str = ""
    date: str = ""

    @property
    def is_outside_foi(self) -> bool:
        """True for a press statement or published table, in a folder "outside FOI": no reply to the request."""
        folders = self.path.replace("!", "/").split("/")[:-1]
        return any(re.sub(r"[\s_-]+", " ", one).casefold() == OUTSIDE_FOI for one in folders)


OUTCOMES = (
    "full",
    "partial",
    "refused",
    "not held",
    "cost limit",
    "neither confirm nor deny",
    "no answer found",
    "no reply",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question of one request ended, with the section relied on and the reply's own words."""

    body: str
    question: str
    outcome: str
    section: str = ""
    act: str = ""
    words: str = ""
    document: str = ""

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise ValueError(f"unknown outcome {self.outcome!r}")
