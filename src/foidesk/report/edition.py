"""One edition of the site: the publication with its sources and veils, and the views that pages share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from foidesk.model import Amount, Claim, Finding, Line, Observation, RateOf, Support
from foidesk.words.amounts import rank_words as place_words

from . import amounts
from .fields import body_name
from .naming import body_page, breakdown_page, finding_page, fragment
from .publication import BodyReply, ImageMaker, Publication
from .sources import SourcePage, Sources
from .veils import Veils
from .words import basis_words, day


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: its path, the template, its title and what the template is given."""

    path: str
    template: str
    title: str
    content: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The way back to the site's root: "" or "../"."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Citation:
    """One statement behind a figure: what it says, where that stands, the words. Empty words for a case row."""

    href: str
    says: str
    place: str
    quote: str
    role: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The statements behind a figure that stand on one page; `rows` counts case rows that are not printed."""

    page: SourcePage
    citations: tuple[Citation, ...]
    rows: int
    rows_href: str


@dataclass(frozen=True, slots=True)
class RatePart:
    """A body's rate, ready to print: its size, the rate or why it has none, its interval, limits passed."""

    size: str
    value: str
    why: str
    interval: str
    outside: str


@dataclass(frozen=True, slots=True)
class Part:
    """One body's part of a finding, ready to print."""

    body: str
    name: str
    href: str
    anchor: str
    value: str
    how: str
    basis: str
    caveats: tuple[str, ...]
    rank: str
    groups: tuple[SourceGroup, ...]
    support: Support
    rate: RatePart | None = None
    said: tuple[BodyReply, ...] = ()

    @property
    def note(self) -> str:
        return self.support.note

    @property
    def counting(self) -> str:
        return self.support.counting


def part_words(value: Amount) -> str:
    """A body's part in words; where bodies are counted it is one of them, is not, or may be."""
    if value.unit != "bodies" or value.hi is None or value.hi > 1:
        return amounts.words(value)
    return "open" if not value.is_exact else "yes" if value.lo else "no"


def rate_part(rate: RateOf | None) -> RatePart | None:
    """A rate in words; one that is not given has its reason instead."""
    if rate is None:
        return None
    value = amounts.bare(rate.value) if rate.value else ""
    interval = amounts.bare(rate.interval) if rate.interval else ""
    return RatePart(amounts.bare(rate.size), value, rate.why, interval, rate.outside)


class Edition:
    """What every page may ask: the publication, where things are shown, and the names of things."""

    def __init__(self, publication: Publication, images: ImageMaker, draft: bool) -> None:
        self.publication, self.images, self.draft = publication, images, draft
        self.veils = Veils(publication)
        self.sources = Sources(publication, self.veils)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        return {finding.name: finding for finding in self.publication.findings}

    @cached_property
    def _page_by_path(self) -> dict[str, SourcePage]:
        return {page.path: page for page in self.sources.pages}

    def part(self, support: Support) -> Part:
        """A body's part of a finding with everything that it opens into."""
        return Part(
            support.body,
            body_name(self.publication, support.body),
            body_page(support.body),
            f"body-{support.body}",
            part_words(support.value),
            amounts.how(support.value),
            basis_words(support.basis),
            support.caveats,
            rank_words(support.rank, support.tied),
            self.groups(support),
            support,
            rate_part(support.rate),
            tuple(each for each in self.publication.replies if each.body == support.body),
        )

    def parts(self, supports: Iterable[Support]) -> tuple[Part, ...]:
        """The parts in the order of the alphabet, which is no order of merit."""
        return tuple(sorted(map(self.part, supports), key=lambda part: part.name.casefold()))

    def groups(self, support: Support) -> tuple[SourceGroup, ...]:
        """The statements behind a figure, by the page they stand on."""
        by_page: dict[str, list[Observation]] = {}
        for id in support.observations:
            href = self.sources.href(id)
            if href:
                by_page.setdefault(href.partition("#")[0], []).append(self.publication.observations[id])
        for locator in support.locators:
            if not support.observations and (href := self.sources.place_href(locator)):
                by_page.setdefault(href.partition("#")[0], [])
        return tuple(self._group(self._page_by_path[path], each) for path, each in by_page.items())

    def _group(self, page: SourcePage, observations: list[Observation]) -> SourceGroup:
        hidden = [each for each in observations if not self.publication.tells(each)]
        shown = tuple(self.citation(each) for each in observations if self.publication.tells(each))
        rows_href = (self.sources.href(hidden[0].id) if hidden else None) or page.path
        return SourceGroup(page, shown, len(hidden), rows_href)

    def citation(self, each: Observation) -> Citation:
        """One statement with its words and the link to its place."""
        locator = each.places.get("value") or each.places[sorted(each.places)[0]]
        by, at = self.publication.confirmer(each)
        confirmed = f"{by}{', ' + day(at) if at else ''}" if by else ""
        href = self.sources.href(each.id) or ""
        return Citation(
            href, amounts.observed(each), locator.place.describe(), self.veils.quote(locator), each.role, confirmed
        )

    def claim_href(self, claim: Claim | None, named: str) -> str | None:
        """Where a claim of the story leads: the statement itself if there is just one, else its finding."""
        name = (claim.finding if claim else "") or named.partition(".")[0]
        finding = self.findings.get(name) or self.findings.get(named)
        if finding is None:
            return None
        if claim and claim.part in self.publication.observations:
            return self.sources.href(claim.part)
        line = next((each for each in finding.lines if claim and claim.part and each.key == claim.part), None)
        if claim and claim.body:
            return self._body_href(finding, line, claim.body)
        return breakdown_page(finding.name, line.key) if line else finding_page(finding.name)

    def _body_href(self, finding: Finding, line: Line | None, body: str) -> str:
        page = breakdown_page(finding.name, line.key) if line else finding_page(finding.name)
        support = next((each for each in (line or finding).supports if each.body == body), None)
        if support is None:
            return page
        only = self.sources.href(support.observations[0]) if len(support.observations) == 1 else None
        return only or page + fragment(f"body-{body}")


def rank_words(rank: tuple[int, int] | None, tied: bool = False) -> str:
    """ "1st", "joint 1st", or "2nd to 4th" where the bounds leave the place open."""
    return "" if rank is None else place_words(*rank, tied)
