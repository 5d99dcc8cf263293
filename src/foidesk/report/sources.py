"""The book of sources: one page for each cited page, sheet or text, and an anchor for each cited place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Delivery, Issue, Locator, Observation, PagePlace, Place, Reading, SheetPlace

from .masking import mask
from .naming import anchor, fragment, short, source_page
from .publication import Publication
from .veils import Veils, part_name

MOST_LINKS = 6
"""So many places of an issue are linked; its sentence names what it is about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cited place on a source page. `observation` is "" for a place that only an issue or a finding names.

    `veiled` marks a case row that is counted here and not published; its words are then empty.
    """

    id: str
    place: Place
    quote: str
    part: str
    observation: str = ""
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One cited page of a document. `number` is the page, or the place of the sheet or text in the document."""

    document: str
    number: int
    key: str
    marks: tuple[Mark, ...]
    deliveries: tuple[Delivery, ...]

    @property
    def path(self) -> str:
        return source_page(self.document, self.number)

    @property
    def label(self) -> str:
        """What the page is called: "page 2", "sheet 'Data'", "body"."""
        return self.key

    @property
    def file_name(self) -> str:
        """The name under which the document came, contact details withheld."""
        return mask(self.deliveries[0].name) if self.deliveries else f"document {self.document[:12]}"


class Sources:
    """Where every observation and every locator of a publication is shown."""

    def __init__(self, publication: Publication, veils: Veils) -> None:
        self._publication, self.veils = publication, veils
        self._marks: dict[tuple[str, str], list[Mark]] = defaultdict(list)
        self._hrefs: dict[str, str] = {}
        self._places: dict[tuple[str, Place], str] = {}
        self._deliveries = _deliveries(publication)
        self._numbers = _Numbers(publication)
        observations = sorted(publication.observations.values(), key=lambda each: each.id)
        for observation in observations:
            self._add_value(observation)
        for observation in observations:
            self._add_other_parts(observation)
        for locator in _loose_locators(publication):
            self._add_locator(locator)
        self.pages = tuple(self._build_pages())

    def href(self, observation: str) -> str | None:
        """The link from the site's root to an observation's value, or None if it is not in the publication."""
        return self._hrefs.get(observation)

    def place_href(self, locator: Locator) -> str | None:
        """The link from the site's root to a place."""
        return self._places.get((locator.document, locator.place))

    def issue_hrefs(self, issue: Issue) -> list[str]:
        """The links to the places of an issue, each with its picture: the first on each page or part of a text."""
        found: dict[str, str] = {}
        for each in issue.locators:
            if href := self.place_href(each):
                found.setdefault(href.partition("#")[0], href)
        return list(found.values())[:MOST_LINKS]

    def of_document(self, document: str) -> tuple[SourcePage, ...]:
        return tuple(page for page in self.pages if page.document == document)

    def _add_value(self, observation: Observation) -> None:
        locator, id = observation.places[_main(observation)], observation.id
        veiled = not self._publication.tells(observation)
        self._hrefs[id] = self._href(locator, id)
        self._add(locator, _main(observation), id, id, veiled)

    def _add_other_parts(self, observation: Observation) -> None:
        told = self._publication.tells(observation)
        for part, locator in sorted(observation.places.items()):
            hidden = not told and self.veils.hides(locator)
            if part != _main(observation) and not hidden and not self.place_href(locator):
                self._add(locator, part, f"{observation.id}-{short(part, 4)}", observation.id)

    def _add_locator(self, locator: Locator) -> None:
        if not self.place_href(locator) and not self.veils.hides(locator) and not self._is_beside_cases(locator):
            id = "place-" + short(f"{locator.document} {locator.describe()} {locator.place}", 10)
            self._add(locator, "place", id, "")

    def _is_beside_cases(self, locator: Locator) -> bool:
        """True for rows of a workbook with hidden cases of which no figure was read: they may be cases, too."""
        place = locator.place
        is_wide = isinstance(place, SheetPlace) and place.column < place.column_to
        return is_wide and bool(self.veils.regions(locator.document))

    def _add(self, locator: Locator, part: str, id: str, observation: str, veiled: bool = False) -> None:
        quote = "" if veiled else self.veils.quote(locator)
        mark = Mark(anchor(id), locator.place, quote, part, observation, veiled)
        self._marks[(locator.document, part_key(locator.place))].append(mark)
        self._places.setdefault((locator.document, locator.place), self._href(locator, id))

    def _href(self, locator: Locator, id: str) -> str:
        number = self._numbers.of(locator.document, locator.place)
        return source_page(locator.document, number) + fragment(id)

    def _build_pages(self) -> Iterator[SourcePage]:
        for document, key in sorted(self._marks):
            marks = tuple(self._marks[(document, key)])
            number = self._numbers.of(document, marks[0].place)
            yield SourcePage(document, number, key, marks, self._deliveries.get(document, ()))


def _main(observation: Observation) -> str:
    """The part of an observation that its link leads to."""
    return "value" if "value" in observation.places else sorted(observation.places)[0]


def part_key(place: Place) -> str:
    """The name of the page, sheet or text that a place stands on."""
    if isinstance(place, PagePlace):
        return f"page {place.page}"
    return f"sheet “{place.sheet}”" if isinstance(place, SheetPlace) else place.part


class _Numbers:
    """The number of a page; for sheets and texts their order in the document, from 1."""

    def __init__(self, publication: Publication) -> None:
        self._orders = {sha: _order(reading) for sha, reading in publication.readings.items()}
        self._unread: dict[str, list[str]] = defaultdict(list)
        for locator in _all_locators(publication):
            if locator.document not in self._orders:
                self._unread[locator.document].append(part_name(locator.place))

    def of(self, document: str, place: Place) -> int:
        if isinstance(place, PagePlace):
            return place.page
        names = self._orders.get(document) or sorted(set(self._unread[document]))
        name = part_name(place)
        return names.index(name) + 1 if name in names else len(names) + 1 + int(short(name, 6), 16)


def _order(reading: Reading) -> list[str]:
    return [part.name for part in reading.parts]


def _deliveries(publication: Publication) -> dict[str, tuple[Delivery, ...]]:
    found: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in publication.deliveries:
        found[delivery.document].append(delivery)
    return {document: tuple(each) for document, each in found.items()}


def _loose_locators(publication: Publication) -> Iterator[Locator]:
    """Places that a finding or an issue names beside those of the observations."""
    for finding in publication.findings:
        for support in (*finding.supports, *(each for line in finding.lines for each in line.supports)):
            yield from support.locators
    for issue in publication.issues:
        yield from issue.locators
    yield from (each.citation.locator for each in publication.cited)
    for choice in (*publication.choices_open, *publication.choices_answered):
        yield from choice.locators


def _all_locators(publication: Publication) -> Iterator[Locator]:
    for observation in publication.observations.values():
        yield from observation.locators()
    yield from _loose_locators(publication)
