"""The words around a cited cell or sentence, where a document has no pages to picture."""

from __future__ import annotations

from foidesk.model import Part, Reading, SheetPlace, TextPlace

from .publication import Publication
from .sheet_excerpts import SheetExcerpt, sheet_excerpt
from .sources import SourcePage
from .text_excerpts import TextExcerpt, text_excerpt
from .veils import Veils, part_name


def excerpt(page: SourcePage, publication: Publication, veils: Veils) -> SheetExcerpt | TextExcerpt | None:
    """The rows or sentences around the marks, or None if the reading is not at hand or the part is hidden."""
    reading = publication.readings.get(page.document)
    part = _part(reading, page)
    if reading is None or part is None or part.hidden:
        return None
    if all(isinstance(mark.place, SheetPlace) for mark in page.marks):
        return sheet_excerpt(page, reading, part, veils)
    if all(isinstance(mark.place, TextPlace) for mark in page.marks):
        return text_excerpt(page, reading, part, veils)
    return None


def _part(reading: Reading | None, page: SourcePage) -> Part | None:
    name = part_name(page.marks[0].place)
    return next((part for part in reading.parts if part.name == name), None) if reading else None
