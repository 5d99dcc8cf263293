"""The front page: the question, the answer in three numbers, who answered, the charts, what to download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Finding, Observation

from ..charts import Chart
from ..coverage import STATES, BodyState, body_states, coverage_sentence, question_counts
from ..edition import Edition, Page
from ..fields import body_name
from ..naming import body_page
from ..tiles import TileMap
from ..words import attribute_words, period_words, variable_label
from .findings import FindingView, lines_chart, parts_chart, parts_map, view

HEADLINES, CHARTS = 3, 3


@dataclass(frozen=True, slots=True)
class Incident:
    """A case chosen for telling: what the reply says of it, in the codebook's words and in its own."""

    body: str
    body_href: str
    attributes: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...]
    period: str
    stage: str
    href: str


def pages(edition: Edition) -> Iterator[Page]:
    """The question, the answer in three numbers, who answered, charts, incidents and downloads."""
    publication = edition.publication
    content = {
        "definition": publication.definition,
        "headlines": [view(edition, each) for each in headlines(publication.findings)],
        "views": [view(edition, each) for each in publication.findings],
        "coverage": coverage_sentence(publication),
        "groups": _groups(edition),
        "questions": _questions(edition),
        "charts": _charts(edition),
        "main": _main(edition),
        "incidents": list(incidents(edition)),
        "issues": len(publication.issues),
    }
    yield Page("index.html", "index.html", publication.definition.title, content)


def headlines(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings marked as headlines, three at most; else the first three."""
    chosen = tuple(finding for finding in findings if finding.query.headline)
    return (chosen or findings)[:HEADLINES]


def _groups(edition: Edition) -> list[tuple[str, list[BodyState]]]:
    """The bodies by the state of their request, each group under its words."""
    states = body_states(edition.publication)
    groups = [(words, [each for each in states if each.state == state]) for state, words in STATES]
    return [(words[:1].upper() + words[1:], group) for words, group in groups if group]


def _questions(edition: Edition) -> list[tuple[str, str, tuple[tuple[str, int], ...]]]:
    outcomes = edition.publication.outcomes
    return [
        (each.id, each.text, question_counts(outcome for outcome in outcomes if outcome.question == each.id))
        for each in edition.publication.definition.questions
    ]


def _charts(edition: Edition) -> list[tuple[FindingView, Chart]]:
    """Up to three breakdowns, headlines first, their finer lines left to their own page."""
    lines = [(each, lines_chart(each, top=True)) for each in _ordered(edition) if _is_read(each)][:CHARTS]
    return [(view(edition, each), chart) for each, chart in lines if chart]


def _ordered(edition: Edition) -> tuple[Finding, ...]:
    findings = edition.publication.findings
    first = headlines(findings)
    return (*first, *(each for each in findings if each not in first))


def _main(edition: Edition) -> tuple[FindingView, TileMap | None, Chart | None] | None:
    """The first finding with a part of each body: as a map, or as bars where there is none."""
    for each in _ordered(edition):
        if not each.lines and (chart := parts_chart(edition, each)):
            tiles = parts_map(edition, each)
            return view(edition, each), tiles, None if tiles else chart
    return None


def _is_read(finding: Finding) -> bool:
    """True for a breakdown of what replies say; who answered is told above the charts already."""
    return len(finding.lines) > 1 and any(each.observations for line in finding.lines for each in line.supports)


def incidents(edition: Edition) -> Iterator[Incident]:
    """The chosen cases in the order of choosing."""
    for id in edition.publication.chosen_cases:
        if case := edition.publication.observations.get(id):
            yield _incident(edition, case)


def _incident(edition: Edition, case: Observation) -> Incident:
    publication = edition.publication
    book = publication.definition.codebook
    attributes = tuple(
        (variable_label(book, variable), attribute_words(book, variable, value))
        for variable, value in case.where.items()
        if value.categories
    )
    told = {words.casefold() for _, words in attributes}
    spoken = (edition.veils.quote(locator) for part, locator in case.places.items() if part.startswith("where:"))
    quotes = tuple(dict.fromkeys(quote for quote in spoken if quote.strip().casefold() not in told))
    return Incident(
        body_name(publication, case.body),
        body_page(case.body),
        attributes,
        quotes,
        period_words(case.period),
        case.stage,
        edition.sources.href(case.id) or "",
    )
