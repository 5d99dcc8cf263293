"""The right of reply as a body reads it: each figure once, its rank, its parts, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .. import findings
from ..mail import settings
from ..mail.chase import spelt
from ..model import Finding, Locator, Support, TextPlace
from ..report.amounts import unit_after
from ..words.amounts import amount_words, rank_words

if TYPE_CHECKING:
    from .survey import Survey

PLACES = 8  # of one figure; what is left out is counted


@dataclass(frozen=True, slots=True)
class Printed:
    """What is to be printed of one body in one finding, under the heads that say the same of it."""

    titles: tuple[str, ...]
    figure: str
    beside: tuple[str, ...]
    parts: tuple[str, ...]
    places: tuple[Locator, ...]
    caveats: tuple[str, ...]


def reply_letter(survey: Survey, body: str, deadline: date, told: Sequence[str]) -> str:
    """The letter to one body, as Markdown; `told` are lines of the incidents that the story tells of it."""
    definition = survey.definition
    name = next(one.name for one in definition.bodies if one.id == body)
    rehearsal = "REHEARSAL: none of this is about a real body.\n\n" if definition.rehearsal else ""
    figures = "\n".join(line for one in _merged(_of(survey, body)) for line in _lines(one, survey.work.names))
    incidents = "\n\nWe also mean to tell:\n\n" + "\n".join(told) if told else ""
    return (
        f"# Right of reply: {definition.title}\n\n{rehearsal}Dear {name},\n\n"
        f"We are about to publish figures from your answers to our request. Yours are below, each with the place "
        f"in your reply that it was read from. Please tell us by {spelt(deadline)} if one is wrong or needs a "
        f"word beside it; what you say is kept and shown beside the figure.\n\n"
        f"{figures}{incidents}\n\nYours faithfully,\n\n"
        f"{settings(survey.folder / 'mail.toml').sender.name or 'The survey desk'}\n"
    )


def places_of(locators: Iterable[Locator], names: Mapping[str, str]) -> list[str]:
    """Each place once, as a person finds it: the file's name, the page or cell, the words that stand there."""
    return list(dict.fromkeys(_place(one, names.get(one.document, "")) for one in locators))


def _place(one: Locator, name: str) -> str:
    where = "" if isinstance(one.place, TextPlace) else one.place.describe()
    place = ", ".join(part for part in (name, where) if part)
    words = f"“{' '.join(one.quote.split())}”"
    return f"{place}: {words}" if place else words


def _of(survey: Survey, body: str) -> Iterator[Printed]:
    for finding in survey.work.results.findings:
        for support in finding.supports:
            if support.body == body:
                yield _printed(finding, findings.public_part(support))


def _printed(finding: Finding, part: Support) -> Printed:
    """In the part's own unit, and no closer than it may be shown."""
    parts = "; ".join(_parts(finding, part))
    titles = () if parts else (_title(finding),)
    beside = []
    if part.rank and finding.base.n > 1:
        beside.append(f"{rank_words(*part.rank, part.tied)} of the {finding.base.n} bodies that answered")
    if part.rate and part.rate.value:
        beside.append(f"{amount_words(part.rate.value)} {part.rate.value.unit}")
    figure = f"{amount_words(part.value)}{unit_after(part.value)}"
    caveats = dict.fromkeys((*part.caveats, *((part.note,) if part.note else ())))
    told = (f"{finding.title}: {parts}",) if parts else ()
    return Printed(titles, figure, tuple(beside), told, part.locators, tuple(caveats))


def _title(finding: Finding) -> str:
    return f"counted under “{finding.title}”" if finding.recipe in findings.OF_NO_BODY else finding.title


def _parts(finding: Finding, whole: Support) -> Iterator[str]:
    """The body's own lines of a breakdown, in the unit of the whole; the noughts left out."""
    for line in finding.lines:
        for support in line.supports:
            part = findings.public_part(support)
            if part.body == whole.body and part.value.hi != 0:
                yield f"{line.label} {amount_words(part.value)}"


def _merged(every: Iterable[Printed]) -> list[Printed]:
    """Figures that are the same number from the same places are told once, under all their heads."""
    found: dict[tuple[str, tuple[Locator, ...]], list[Printed]] = {}
    for one in every:
        found.setdefault((one.figure, one.places), []).append(one)
    return [
        Printed(
            _once(one.titles for one in group), group[0].figure, _once(one.beside for one in group),
            _once(one.parts for one in group), group[0].places, _once(one.caveats for one in group),
        )
        for group in found.values()
    ]  # fmt: skip


def _once(every: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for some in every for one in some))


def _lines(one: Printed, names: Mapping[str, str]) -> Iterator[str]:
    beside = f" ({'; '.join(one.beside)})" if one.beside else ""
    titles = f": {'; '.join(one.titles)}" if one.titles else ""
    yield f"- **{one.figure}**{beside}{titles}"
    yield from (f"    - {part}" for part in one.parts)
    yield from (f"    - please note: {caveat}" for caveat in one.caveats)
    places = places_of(one.places, names)
    if not places:
        yield "    - no words of your reply: it follows from what it gives and what it leaves out"
    yield from (f"    - read from {place}" for place in places[:PLACES])
    if len(places) > PLACES:
        yield f"    - and {len(places) - PLACES} more places"
