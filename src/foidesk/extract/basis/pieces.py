"""Words of a reply with their place, out of which narrower pieces can be cut.

Everything that extraction reads, it reads from a `Piece`: so each number knows its characters in the raw text
(for the account of numbers) and its place in the document (for the reader who clicks on it).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from foidesk.model.places import Locator, PagePlace, Place, SheetPlace, TextPlace


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half open) of a part's raw text."""

    part: str
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.part == other.part and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a piece that stand together in the raw text: `at` in the piece, `span` in the part."""

    at: int
    span: Span
    place: Place

    @property
    def length(self) -> int:
        return self.span.end - self.span.start


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with their place. `runs` tie its characters to the raw text; they may be empty for a lost tie."""

    text: str
    place: Place
    runs: tuple[Run, ...] = ()

    def cut(self, start: int, end: int) -> Piece:
        """The piece of characters `start` to `end`, with the narrowest place known for them."""
        runs = tuple(_clip(run, start, end) for run in self.runs if run.at < end and start < run.at + run.length)
        place = _around([run.place for run in runs]) or self.place
        return Piece(self.text[start:end], place, tuple(replace(run, at=run.at - start) for run in runs))

    def stripped(self) -> Piece:
        """The piece without blanks at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(run.span for run in self.runs)

    def locator(self, document: str) -> Locator:
        return Locator(document, self.place, " ".join(self.text.split()))

    def __bool__(self) -> bool:
        return bool(self.text.strip())


def _clip(run: Run, start: int, end: int) -> Run:
    head = max(0, start - run.at)
    tail = max(0, run.at + run.length - end)
    if not head and not tail:
        return run
    span = Span(run.span.part, run.span.start + head, run.span.end - tail)
    return Run(run.at + head, span, _narrow(run.place, span, head, run.length - tail))


def _narrow(place: Place, span: Span, head: int, tail: int) -> Place:
    """The place of characters `head` to `tail` of a run. A page keeps the box of the whole word."""
    if isinstance(place, TextPlace):
        return TextPlace(place.part, span.start, span.end)
    if isinstance(place, SheetPlace):
        base = place.start or 0
        return replace(place, start=base + head, end=base + tail)
    return place


def _around(places: list[Place]) -> Place | None:
    """The smallest place around all; None if there are none or they are of different kinds or pages."""
    return reduce(_join, places) if places else None


def _join(one: Place, other: Place) -> Place:
    if isinstance(one, PagePlace) and isinstance(other, PagePlace):
        return PagePlace(one.page, one.box.join(other.box)) if one.page == other.page else one
    if isinstance(one, TextPlace) and isinstance(other, TextPlace):
        return TextPlace(one.part, min(one.start, other.start), max(one.end, other.end))
    if isinstance(one, SheetPlace) and isinstance(other, SheetPlace):
        return _join_cells(one, other)
    return one


def _join_cells(one: SheetPlace, other: SheetPlace) -> SheetPlace:
    if (one.row, one.column) == (other.row, other.column) and one.start is not None and other.end is not None:
        return replace(one, end=max(one.end or 0, other.end))
    return SheetPlace(
        one.sheet, min(one.row, other.row), min(one.column, other.column),
        max(one.row_to, other.row_to), max(one.column_to, other.column_to),
    )  # fmt: skip


def joined(pieces: Iterable[Piece], by: str = " ") -> Piece:
    """The pieces as one, in their order. ValueError if there are none."""
    kept = [piece for piece in pieces if piece]
    if not kept:
        raise ValueError("no pieces to join")
    text, runs = "", list[Run]()
    for piece in kept:
        text += by if text else ""
        runs += [replace(run, at=run.at + len(text)) for run in piece.runs]
        text += piece.text
    return Piece(text, _around([piece.place for piece in kept]) or kept[0].place, tuple(runs))
