"""The seams between rooms: what a reader, and a maker of page pictures, must offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, Protocol

from .findings import Support
from .periods import Period
from .places import Box
from .reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: their SHA-256, the name under which they came, and the media type (from the bytes)."""

    data: bytes
    sha256: str
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Read:
    """A reading, and the bytes of each attachment by SHA-256."""

    reading: Reading
    contents: Mapping[str, bytes] = field(default_factory=dict)


class Reader(Protocol):
    """Reads one family of formats. `version` goes up whenever the output for some input changes."""

    name: str
    version: int
    media_types: tuple[str, ...]

    def read(self, source: Source) -> Read:
        """What stands in the bytes. Raises `UnreadableDocument` or one of its kinds, and nothing else."""
        ...


class PageImages(Protocol):
    """Makes pictures of pages."""

    def page_image(self, data: bytes, page: int, boxes: tuple[Box, ...] = (), dpi: int = 96) -> bytes:
        """A PNG of the page (from 1) as displayed, each box (points from the top left) marked."""
        ...


NOT_STATED = "not stated"


class Span(NamedTuple):
    """A smallest and a largest value, None where nothing bounds it; `tight` if both can surely be reached."""

    lo: Decimal | None
    hi: Decimal | None
    tight: bool = True


class Accounts(Protocol):
    """What the bodies' replies establish, one body at a time. Made by `reconcile`, asked by `findings`."""

    def answered(self, measure: str) -> tuple[str, ...]:
        """The bodies whose replies give a usable figure for the measure, in the order of bodies.csv."""
        ...

    def waiting(self, measure: str) -> tuple[str, ...]:
        """The bodies of which no figure is usable, while a number of their replies waits for a person."""
        ...

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        """One body's figure with its sources, or None if it gave none.

        *stated* counts what the reply says; the category `NOT_STATED` asks for what is left of the total.
        *true* gives the smallest and largest number consistent with all that the reply says.
        """
        ...

    def weighed(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], int]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Span | None:
        """The smallest and largest value of a sum of one body's figures, each times a factor, all open at once.

        For shares and differences: what moves two figures together is not counted twice. None if it gave none.
        """
        ...

    def across(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], Period, int]],
        reading: str = "stated",
    ) -> Span | None:
        """As `weighed`, with a period for each figure: an open question that moves both is not counted twice."""
        ...

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        """The periods by which the body broke the measure down, in order; empty if it did not."""
        ...
