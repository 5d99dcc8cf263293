"""The pages in words: story, method, issues, guidelines, statements, glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from foidesk.model import Guideline, Issue

from .. import amounts
from ..edition import Edition, Page
from ..fields import body_name
from ..glossary import terms
from ..naming import body_page, breakdown_page, clause_page, finding_page
from ..publication import NumberAccount, Publication
from ..story import story_html, story_title

SEVERITY_WORDS = {
    "blocking": "must be settled before publishing",
    "warning": "may change a figure",
    "note": "to know",
}


def story(edition: Edition) -> Iterator[Page]:
    """The story, every number a link to what bears it out; in a draft with the verdict on each claim."""
    publication = edition.publication
    title = story_title(publication.story) or "The story"
    html = story_html(publication.story, publication.claims, edition.claim_href, edition.draft)
    verdicts = Counter(claim.verdict for claim in publication.claims)
    content = {
        "html": Markup(html),
        "has_title": bool(story_title(publication.story)),
        "claims": publication.claims,
        "verdicts": sorted(verdicts.items()),
        "waived": [claim for claim in publication.claims if claim.verdict == "waived"],
        "hrefs": [edition.claim_href(claim, "") for claim in publication.claims],
    }
    yield Page("story.html", "story.html", title, content)


def method(edition: Edition) -> Iterator[Page]:
    """How the figures were made: documents, readers, rules, decisions, and the account of every number."""
    publication = edition.publication
    content = {
        "definition": publication.definition,
        "documents": _documents(publication),
        "readers": _readers(publication),
        "tools": sorted(
            {*publication.tools, *(tool for each in publication.readings.values() for tool in each.tools)}
        ),
        "judgements": publication.judgements,
        "cleared": sum(each.kind == "clearance" for each in publication.judgements),
        "rules": publication.rules,
        "account": _sum(publication.accounts),
        "recipes": sorted({f"{each.recipe}, version {each.recipe_version}" for each in publication.findings}),
        "open": len(publication.choices_open),
        "answered": len(publication.choices_answered),
        "coded_twice": publication.coded_twice,
    }
    yield Page("method.html", "method.html", "How this was done", content)


def _documents(publication: Publication) -> list[tuple[str, str, str, str, NumberAccount | None]]:
    """(body, file name, date, SHA-256, account of numbers) of each delivery."""
    accounts = {account.document: account for account in publication.accounts}
    rows = [
        (
            body_name(publication, each.body) or "not matched",
            each.name,
            each.date,
            each.document,
            accounts.get(each.document),
        )
        for each in publication.deliveries
    ]
    return sorted(rows, key=lambda row: (row[0].casefold(), row[1], row[3]))


def _readers(publication: Publication) -> list[tuple[str, int]]:
    """(reader with its version, number of documents)."""
    counts = Counter(f"{each.reader}, version {each.version}" for each in publication.readings.values())
    return sorted(counts.items())


def _sum(accounts: tuple[NumberAccount, ...]) -> NumberAccount:
    ignored: Counter[str] = Counter()
    for account in accounts:
        ignored.update(dict(account.ignored))
    read, open = sum(each.read for each in accounts), sum(each.open for each in accounts)
    return NumberAccount("", read, tuple(sorted(ignored.items(), key=lambda each: (-each[1], each[0]))), open)


def issues(edition: Edition) -> Iterator[Page]:
    """What is odd in the replies, and which questions are still open."""
    order = {"blocking": 0, "warning": 1, "note": 2}
    found = sorted(
        edition.publication.issues, key=lambda each: (order[each.severity], each.body, each.kind, each.what)
    )
    content = {
        "grave": _by_body(edition, [each for each in found if each.severity != "note"]),
        "notes": _by_body(edition, [each for each in found if each.severity == "note"]),
        "severity": SEVERITY_WORDS,
        "choices": edition.publication.choices_open,
        "body_name": lambda id: body_name(edition.publication, id),
    }
    yield Page("issues.html", "issues.html", "Open issues", content)


def _by_body(edition: Edition, issues: list[Issue]) -> list[tuple[str, list[tuple[Issue, list[str]]]]]:
    """The issues under the name of their body, those of none first: a body looks for its own."""
    found: dict[str, list[tuple[Issue, list[str]]]] = {}
    for each in sorted(issues, key=lambda one: one.body):
        name = body_name(edition.publication, each.body) if each.body else ""
        found.setdefault(name, []).append((each, edition.sources.issue_hrefs(each)))
    return list(found.items())


def corrections(edition: Edition) -> Iterator[Page]:
    """Figures that were published and came out otherwise later, by the day; no page where there is none."""
    found = edition.publication.corrections
    if not found:
        return
    names = edition.findings
    rows = [(each, finding_page(each.finding) if each.finding in names else "") for each in found]
    days = list(dict.fromkeys(each.on[:10] for each in found))
    content = {"days": [(on, [row for row in rows if row[0].on[:10] == on]) for on in days]}
    yield Page("corrections.html", "corrections.html", "Corrections", content)


def guidelines(edition: Edition) -> Iterator[Page]:
    """What rules bind the bodies, in our words, with their sources."""
    rules = edition.publication.definition.guidelines
    content = {"guidelines": rules, "cited": {each.id: _bodies_citing(edition, each.id) for each in rules}}
    yield Page("guidelines.html", "guidelines.html", "The rules that apply", content)


def statements(edition: Edition) -> Iterator[Page]:
    """What officials said, by office, with their sources."""
    content = {"statements": edition.publication.definition.statements}
    yield Page("statements.html", "statements.html", "What officials say", content)


def glossary(edition: Edition) -> Iterator[Page]:
    """Every term that the pages use, explained."""
    yield Page("glossary.html", "glossary.html", "Terms explained", {"terms": terms()})


def clauses(edition: Edition) -> Iterator[Page]:
    """A page for each clause of a rule, with the figures about those whom it binds."""
    for each in edition.publication.definition.guidelines:
        for clause in each.clauses:
            content = {
                "each": each, "clause": clause, "lines": _bound(edition, each),
                "cited": _cited(edition, clause.id),
            }  # fmt: skip
            yield Page(clause_page(clause.id), "clause.html", clause.id, content)


def _bodies_citing(edition: Edition, guideline: str) -> list[tuple[str, str]]:
    """(name, page) of each body whose reply names the guidance."""
    bodies = dict.fromkeys(one.body for one in edition.publication.cited if one.citation.guideline == guideline)
    return sorted((body_name(edition.publication, body), body_page(body)) for body in bodies)


def _cited(edition: Edition, clause: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """(name of the body, (words, link) of each place) where a reply names a clause; a row kept back has none."""
    found: dict[str, dict[str, str]] = {}
    for one in edition.publication.cited:
        if one.citation.clause == clause:
            href = edition.sources.place_href(one.citation.locator)
            places = found.setdefault(body_name(edition.publication, one.body), {})
            if href:
                places.setdefault(href, " … ".join(one.citation.names))
    return sorted((name, [(words, href) for href, words in places.items()]) for name, places in found.items())


def _bound(edition: Edition, guideline: Guideline) -> list[tuple[str, str, str]]:
    """(label, value, page) of each line about a category that the rule binds."""
    return [
        (line.label, amounts.words(line.value), breakdown_page(finding.name, line.key))
        for finding in edition.publication.findings
        for line in finding.lines
        if line.key in guideline.categories
    ]
