"""The words of everything received, for the search. What is sealed is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model import PagePlace, Part, Reading, SheetPlace, TextPlace
from ...model.places import place_text
from ...store import Passage
from .views import box_of, visible_cells

if TYPE_CHECKING:
    from ..survey import Survey

VERSION = 1
LONGEST = 600


def index(survey: Survey) -> int:
    """Brings the index up to date; gives how many documents were indexed anew."""
    work = survey.work
    wanted = {one.document: (work.room.node(one.document, one.name).content, one) for one in work.deliveries}
    have = survey.store.passages.contents()
    fresh = {document: (content, one) for document, (content, one) in wanted.items()
             if have.get(document) != f"{VERSION} {content}"}  # fmt: skip
    survey.store.passages.put(
        (document, f"{VERSION} {content}", passages(work.reading(one)))
        for document, (content, one) in fresh.items()
    )
    survey.store.passages.forget(set(have) - set(wanted))
    return len(fresh)


def passages(reading: Reading) -> Iterator[Passage]:
    """The visible words of a reading: row by row of a sheet, paragraph by paragraph of a text or page."""
    for part in reading.visible_parts():
        yield from _rows(part, reading) if part.layer == "cells" else _paragraphs(part)


def _rows(part: Part, reading: Reading) -> Iterator[Passage]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), words in sorted(visible_cells(part, reading).items()):
        rows.setdefault(row, []).append((column, words))
    for row, cells in rows.items():
        place = SheetPlace(part.name, row, cells[0][0], row, cells[-1][0])
        yield Passage(" · ".join(words for _, words in cells), place_text(place))


def _paragraphs(part: Part) -> Iterator[Passage]:
    words = iter(sorted(part.words, key=lambda word: word.start))
    held = next(words, None)
    for start, end in _spans(part.text):
        inside = []
        while held is not None and held.start < end:
            inside.append(held)
            held = next(words, None)
        box = box_of(inside)
        page = next((word.place.page for word in inside if isinstance(word.place, PagePlace)), 0)
        place = PagePlace(page, box) if box and page else TextPlace(part.name, start, end)
        yield Passage(" ".join(part.text[start:end].split()), place_text(place))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines up to `LONGEST` characters; an empty line ends one."""
    start = at = 0
    for line in text.splitlines(keepends=True):
        if at > start and (not line.strip() or at - start + len(line) > LONGEST):
            if text[start:at].strip():
                yield start, at
            start = at
        at += len(line)
    if text[start:].strip():
        yield start, len(text)
