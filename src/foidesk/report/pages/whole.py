"""Documents published whole, because a person chose them one by one: all of it but what is sealed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Delivery, Part, Reading, SheetPlace, TextPlace

from ..edition import Edition, Page
from ..fields import body_name
from ..masking import mask
from ..naming import body_page, original_file, whole_page
from ..pictures import Picture, picture
from ..sources import SourcePage
from ..veils import sealed_spans

CASE = "[a case row, counted and not printed]"


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a sheet: its number and its words by column; none of a case row that is not printed."""

    number: int
    words: tuple[str, ...]
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class PartView:
    """One page, sheet or text of the document: as a picture, as rows, or as runs of words (True: taken out)."""

    label: str
    number: int
    picture: Picture | None = None
    rows: tuple[Cells, ...] = ()
    runs: tuple[tuple[bool, str], ...] = ()


def pages(edition: Edition) -> Iterator[Page]:
    """A document in full, if a person chose it: names, contacts and unchosen cases are taken out as everywhere."""
    publication = edition.publication
    for document in (*publication.whole, *publication.originals):
        deliveries = tuple(one for one in publication.deliveries if one.document == document)
        reading = publication.readings.get(document)
        if not deliveries or reading is None:
            continue
        name = mask(deliveries[0].name)
        parts = tuple(_parts(edition, reading, deliveries)) if document in publication.whole else ()
        content = {
            "document": document,
            "name": name,
            "deliveries": deliveries,
            "bodies": _bodies(edition, deliveries),
            "parts": parts,
            "original": original_file(document, deliveries[0].name) if document in publication.originals else "",
        }
        yield Page(whole_page(document), "whole.html", name, content)


def _bodies(edition: Edition, deliveries: tuple[Delivery, ...]) -> tuple[tuple[str, str], ...]:
    ids = dict.fromkeys(one.body for one in deliveries if one.body)
    return tuple((body_name(edition.publication, id), body_page(id)) for id in ids)


def _parts(edition: Edition, reading: Reading, deliveries: tuple[Delivery, ...]) -> Iterator[PartView]:
    for number, part in enumerate(reading.parts, start=1):
        if part.hidden:
            continue
        source = SourcePage(reading.document, number, part.name, (), deliveries)
        shown = None
        if part.kind == "page":
            shown = picture(source, edition.publication, edition.veils, edition.images, whole=True)
        if shown is None and part.layer == "cells":
            yield PartView(f"Sheet “{part.name}”", number, rows=tuple(_rows(edition, reading, part)))
        else:
            runs = () if shown else tuple(_runs(edition, reading, part))
            yield PartView(part.name[:1].upper() + part.name[1:], number, shown, runs=runs)


def _rows(edition: Edition, reading: Reading, part: Part) -> Iterator[Cells]:
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for word in part.words:
        if isinstance(word.place, SheetPlace):
            rows[word.place.row][word.place.column] = word.text
    width = max((column for cells in rows.values() for column in cells), default=0)
    sealed = [place for _, place in edition.veils.regions(reading.document) if isinstance(place, SheetPlace)]
    for number, cells in sorted(rows.items()):
        veiled = any(one.sheet == part.name and one.row <= number <= one.row_to for one in sealed)
        words = () if veiled else tuple(mask(cells.get(column, "")) for column in range(1, width + 1))
        yield Cells(number, words, veiled)


def _runs(edition: Edition, reading: Reading, part: Part) -> Iterator[tuple[bool, str]]:
    """The text, with what is sealed replaced by what it was."""
    places = (place for _, place in edition.veils.regions(reading.document))
    cases = [(p.start, p.end, CASE) for p in places if isinstance(p, TextPlace) and p.part == part.name]
    at = 0
    for start, end, label in sorted([*sealed_spans(part), *cases]):
        if start >= at:
            yield False, part.text[at:start]
            yield True, label
        at = max(at, end)
    yield False, part.text[at:]
