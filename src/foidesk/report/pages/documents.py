"""One page for each cited page, sheet or text: the words in their place, marked, and who confirmed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Observation, PagePlace, Place, Reading, SheetPlace, Support

from .. import amounts
from ..downloads import basis_of
from ..edition import Edition, Page
from ..excerpts import excerpt
from ..fields import body_name
from ..naming import body_page, breakdown_page, finding_page, fragment
from ..pictures import picture
from ..sheet_excerpts import SheetExcerpt
from ..sources import Mark, SourcePage
from ..veils import part_name
from ..words import attribute_words, measure_words, variable_label


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement read from the page, ready to print."""

    mark: Mark
    says: str
    measure: str
    where: tuple[tuple[str, str], ...]
    role: str
    basis: str
    confirmed_by: str
    confirmed_at: str
    findings: tuple[tuple[str, str], ...]
    alternative: bool
    own_anchor: bool


def pages(edition: Edition) -> Iterator[Page]:
    """The cited page with its marks; under it each statement, its words, who confirmed it and what rests on it."""
    used = _used_in(edition)
    for page in edition.sources.pages:
        content = _content(edition, page, used)
        yield Page(page.path, "source.html", f"{page.label} of {page.file_name}", content)


def _content(edition: Edition, page: SourcePage, used: dict[str, list[tuple[str, str]]]) -> dict[str, object]:
    shown = picture(page, edition.publication, edition.veils, edition.images)
    around = None if shown else excerpt(page, edition.publication, edition.veils)
    placed = shown is not None or around is not None
    return {
        "page": page,
        "picture": shown,
        "excerpt": around,
        "is_sheet": isinstance(around, SheetExcerpt),
        "statements": [_statement(edition, mark, used, not placed) for mark in _in_order(page) if _listed(mark)],
        "loose": [mark for mark in page.marks if not mark.observation],
        "anchors": [] if placed else [mark for mark in page.marks if not _listed(mark)],
        "recognised": recognised_by(page, edition.publication.readings.get(page.document)),
        "rows": sum(mark.veiled for mark in page.marks),
        "bodies": _bodies(edition, page),
    }


def recognised_by(page: SourcePage, reading: Reading | None) -> str:
    """The programs that made text of a picture; "" where the document has its own characters."""
    name = part_name(page.marks[0].place)
    scanned = reading and any(part.name == name and part.layer == "ocr" for part in reading.parts)
    return (
        " and ".join(tool for tool in reading.tools if not tool.startswith("pdfium"))
        if reading and scanned
        else ""
    )


def _in_order(page: SourcePage) -> list[Mark]:
    """The marks from the top of the page to its end."""
    return sorted(page.marks, key=lambda mark: _position(mark.place))


def _position(place: Place) -> tuple[float, float]:
    if isinstance(place, PagePlace):
        return round(place.box.y0), place.box.x0
    return (place.row, place.column) if isinstance(place, SheetPlace) else (place.start, place.end)


def _listed(mark: Mark) -> bool:
    """True for the main mark of a statement that may be printed."""
    return bool(mark.observation) and not mark.veiled and mark.id == fragment_id(mark.observation)


def fragment_id(observation: str) -> str:
    return "_".join(observation.split())


def _statement(
    edition: Edition, mark: Mark, used: dict[str, list[tuple[str, str]]], own_anchor: bool
) -> Statement:
    publication = edition.publication
    each = publication.observations[mark.observation]
    by, at = publication.confirmer(each)
    return Statement(
        mark,
        amounts.observed(each),
        measure_words(publication.definition.codebook, each.measure),
        _where(edition, each),
        each.role,
        basis_of(publication, each),
        by,
        at,
        tuple(dict.fromkeys(used[each.id])),
        bool(each.choice),
        own_anchor,
    )


def _where(edition: Edition, each: Observation) -> tuple[tuple[str, str], ...]:
    book = edition.publication.definition.codebook
    return tuple(
        (variable_label(book, variable), attribute_words(book, variable, value))
        for variable, value in each.where.items()
    )


def _used_in(edition: Edition) -> dict[str, list[tuple[str, str]]]:
    """(title, link) of each finding by the observations that it rests on."""
    used: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for finding in edition.publication.findings:
        noted: set[str] = set()
        _note(used, noted, finding.title, finding_page(finding.name), finding.supports)
        for line in finding.lines:
            _note(used, noted, finding.title, breakdown_page(finding.name, line.key), line.supports)
    return used


def _note(
    used: dict[str, list[tuple[str, str]]], noted: set[str], title: str, page: str, supports: tuple[Support, ...]
) -> None:
    """One link for each finding: the first of its lines that rests on the observation."""
    for support in supports:
        for id in support.observations:
            if id not in noted:
                used[id].append((title, page + fragment(f"body-{support.body}")))
                noted.add(id)


def _bodies(edition: Edition, page: SourcePage) -> tuple[tuple[str, str], ...]:
    ids = dict.fromkeys(delivery.body for delivery in page.deliveries if delivery.body)
    return tuple((body_name(edition.publication, id), body_page(id)) for id in ids)
