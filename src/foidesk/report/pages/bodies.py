"""A page for each body asked, and the table of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Delivery, Finding, Outcome, PublicBody, Question, Share
from foidesk.model.values import Rate

from ..coverage import BodyState, body_states, outcome_words
from ..edition import Edition, Page, Part
from ..naming import body_page, breakdown_page, finding_page, whole_page
from ..publication import NumberAccount
from ..sources import SourcePage
from .findings import part_of
from .front import headlines


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question came to: the outcome in words, the reply's own words, the document that says so."""

    question: Question
    outcome: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document that a body sent, the pages of it that are cited, and the account of its numbers."""

    delivery: Delivery
    pages: tuple[SourcePage, ...]
    account: NumberAccount | None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A line of the table of bodies. `part` is None where the body gave no figure."""

    state: BodyState
    href: str
    part: Part | None


def pages(edition: Edition) -> Iterator[Page]:
    """What each body was asked, what it answered and sent, and every figure that rests on it."""
    states = body_states(edition.publication)
    main = main_finding(edition.publication.findings)
    rows = [
        BodyRow(each, body_page(each.body.id), part_of(edition, main, each.body.id) if main else None)
        for each in states
    ]
    content = {"rows": rows, "main": main, "main_href": finding_page(main.name) if main else ""}
    yield Page("bodies/index.html", "bodies.html", "All bodies asked", content)
    for state in states:
        yield Page(body_page(state.body.id), "body.html", state.body.name, _content(edition, state))


def main_finding(findings: tuple[Finding, ...]) -> Finding | None:
    """The finding whose parts the table of bodies shows: the first that has parts and is no share or rate."""
    ordered = (*headlines(findings), *findings)
    with_parts = [each for each in ordered if each.supports]
    return next((each for each in with_parts if not isinstance(each.value, Share | Rate)), None)


def _content(edition: Edition, state: BodyState) -> dict[str, object]:
    body = state.body
    return {
        "state": state,
        "answers": list(_answers(edition, state)),
        "replies": [each for each in edition.publication.replies if each.body == body.id],
        "figures": list(_figures(edition, body)),
        "lines": list(_lines(edition, body)),
        "documents": list(_documents(edition, body)),
        "bases": [each for each in edition.publication.definition.bases if each.body == body.id],
        "issues": [
            (each, edition.sources.issue_hrefs(each))
            for each in edition.publication.issues
            if each.body == body.id
        ],
    }


def _answers(edition: Edition, state: BodyState) -> Iterator[Answer]:
    """Every question, also one that no outcome is on record for."""
    for question in edition.publication.definition.questions:
        outcomes = [each for each in state.outcomes if each.question == question.id]
        if not outcomes:
            yield Answer(question, "no outcome on record", "", "")
        yield from (_answer(edition, question, each) for each in outcomes)


def _answer(edition: Edition, question: Question, outcome: Outcome) -> Answer:
    pages = edition.sources.of_document(outcome.document)
    return Answer(question, outcome_words(outcome), outcome.words, pages[0].path if pages else "")


def _figures(edition: Edition, body: PublicBody) -> Iterator[tuple[str, str, Part]]:
    """(title, page, part) for each finding that the body has a part in."""
    for finding in edition.publication.findings:
        if part := part_of(edition, finding, body.id):
            yield finding.title, finding_page(finding.name), part


def _lines(edition: Edition, body: PublicBody) -> Iterator[tuple[str, str, Part]]:
    """(title, page, part) for each line of a breakdown that the body has a part in."""
    for finding in edition.publication.findings:
        for line in finding.lines:
            for support in line.supports:
                if support.body == body.id:
                    page = breakdown_page(finding.name, line.key)
                    yield f"{finding.title}: {line.label}", page, edition.part(support)


def _documents(edition: Edition, body: PublicBody) -> Iterator[DocumentView]:
    accounts = {account.document: account for account in edition.publication.accounts}
    for delivery in edition.publication.deliveries:
        if delivery.body == body.id:
            pages = edition.sources.of_document(delivery.document)
            chosen = delivery.document in (*edition.publication.whole, *edition.publication.originals)
            whole = whole_page(delivery.document) if chosen else ""
            yield DocumentView(delivery, pages, accounts.get(delivery.document), whole)
