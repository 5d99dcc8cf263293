"""trace: from a finding or a claim back to the words and the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..model import Delivery, Finding, Locator, Observation, PagePlace, Place, Support
from ..model.places import place_text
from .tables import nearest

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Source:
    """One statement behind a figure: whose, which value, in which file, with its places."""

    body: str
    observation: Observation
    delivery: Delivery

    def as_json(self) -> dict[str, Any]:
        one = self.observation
        return {
            "body": self.body,
            "observation": one.id,
            "role": one.role,
            "value": _value(one),
            "where": {variable: list(said.categories) or said.phrase for variable, said in one.where.items()},
            "accepted_by": one.accepted_by,
            "file": self.delivery.path,
            "document": self.delivery.document,
            "places": {
                part: {"place": place_text(place.place), "in": place.place.describe(), "quote": place.quote}
                for part, place in one.places.items()
            },
        }


def _value(one: Observation) -> str:
    amount = one.amount
    if amount is None:
        return str(getattr(one.value, "reason", None) or getattr(one.value, "words", ""))
    return f"{amount.lo}" if amount.is_exact else f"{amount.lo} to {amount.hi if amount.hi is not None else '?'}"


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure and all that it comes from."""

    finding: Finding
    sources: tuple[Source, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "finding": self.finding.name,
            "title": self.finding.title,
            "population": self.finding.population,
            "sources": [source.as_json() for source in self.sources],
        }


def trace(survey: Survey, name: str, body: str = "", line: str = "") -> Trace:
    """The sources of a finding, of one body of it, or of one line; `claim:N` for the Nth claim of the story."""
    if name.startswith("claim:"):
        return _trace_claim(survey, name.removeprefix("claim:"))
    finding = find_finding(survey, name)
    supports = [one for one in _supports(finding, line) if not body or one.body == body]
    if body and not supports:
        known = sorted({one.body for one in _supports(finding, line)})
        raise UnknownName(f"{body!r} gave nothing to {name}", next=_hint(body, known, "bodies that did"))
    return Trace(finding, _sources(survey, supports))


def find_finding(survey: Survey, name: str) -> Finding:
    """The finding of that name."""
    known = {finding.name: finding for finding in survey.work.results.findings}
    if name in known:
        return known[name]
    raise UnknownName(f"there is no finding {name!r}", next=_hint(name, known, "findings"))


def _hint(name: str, known: Iterable[str], what: str) -> str:
    """The name that was meant, else those that there are."""
    names = list(known)
    guess = nearest(name, names)
    return f"did you mean {guess!r}?" if guess else f"{what}: {', '.join(names) or 'none'}"


def _trace_claim(survey: Survey, number: str) -> Trace:
    found = survey.check().claims
    if not number.isdecimal() or not 1 <= int(number) <= len(found):
        raise UnknownName(f"there is no claim {number!r}", next=f"claims count from 1 to {len(found)}")
    claim = found[int(number) - 1]
    if not claim.finding:
        raise UnknownName(
            f"claim {number} ({claim.text!r}) is bound to no finding", next="`foidesk check` says why"
        )
    lines = [line.key for line in find_finding(survey, claim.finding).lines]
    return trace(survey, claim.finding, claim.body, claim.part if claim.part in lines else "")


def _supports(finding: Finding, line: str) -> list[Support]:
    if line:
        for one in finding.lines:
            if one.key == line:
                return list(one.supports)
        keys = [one.key for one in finding.lines]
        raise UnknownName(f"{finding.name} has no line {line!r}", next=_hint(line, keys, "lines"))
    every = [*finding.supports, *(support for one in finding.lines for support in one.supports)]
    unique = {(one.body, one.observations): one for one in every}
    return list(unique.values())


def _sources(survey: Survey, supports: list[Support]) -> tuple[Source, ...]:
    index = observations(survey)
    pairs = dict.fromkeys((support.body, id) for support in supports for id in support.observations)
    return tuple(Source(body, *index[id]) for body, id in pairs if id in index)


def observations(survey: Survey) -> dict[str, tuple[Observation, Delivery]]:
    """Every observation by id, with the delivery that holds it."""
    deliveries = {delivery.id: delivery for delivery in survey.work.deliveries}
    return {
        one.id: (one, deliveries[id])
        for id, extraction in survey.work.coded.items()
        for one in extraction.observations
    }


def images(survey: Survey, found: Trace, folder: Path) -> tuple[Path, ...]:
    """Writes each page that the trace cites, with its boxes marked; gives the files written."""
    return page_images(survey, (source.observation.places["value"] for source in found.sources), folder)


def page_images(survey: Survey, locators: Iterable[Locator], folder: Path) -> tuple[Path, ...]:
    """Writes each page, and a part of each sheet or text, on which some of the places lie, these marked."""
    from ..readers import images as pictures

    pages: dict[tuple[str, int], list[Any]] = {}
    places = list(locators)
    for locator in places:
        if isinstance(locator.place, PagePlace):
            pages.setdefault((locator.document, locator.place.page), []).append(locator.place.box)
    written = []
    for (document, page), boxes in pages.items():
        data = pictures.page_image(survey.store.originals.get(document), page, tuple(boxes))
        written.append(_written(folder / f"{document[:12]}-page-{page}.png", data))
    return (*written, *_excerpts(survey, places, folder))


def _excerpts(survey: Survey, places: list[Locator], folder: Path) -> Iterator[Path]:
    """Sheets and texts have no page to draw: the rows or words around the marked ones, near ones together."""
    from .snapshots import Snapshots, is_near

    snapshots = Snapshots(survey)
    left = [one for one in places if not isinstance(one.place, PagePlace)]
    while left:
        first = left[0]
        shown = [one for one in left if one is first or _is_beside(first, one, is_near)]
        left = [one for one in left if one not in shown]
        name = re.sub(r"[^A-Za-z0-9]+", "-", first.place.describe()).strip("-").lower()
        more = f"-and-{len(shown) - 1}-more" if len(shown) > 1 else ""
        data = snapshots.picture(shown)
        if data:
            yield _written(folder / f"{first.document[:12]}-{name}{more}.png", data)


def _is_beside(one: Locator, other: Locator, is_near: Callable[[Place, Place], bool]) -> bool:
    return one.document == other.document and is_near(one.place, other.place)


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
