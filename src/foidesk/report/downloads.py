"""The data files: tidy CSV and JSON with full values, units, bounds, bases and links to the sources."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from foidesk.model import AllOf, Amount, Finding, Line, Missing, Observation, Support, Text

from .amounts import number, plain_decimal
from .masking import mask
from .publication import Publication
from .sources import Sources

TEXT, NUMBER, INTEGER, DATE = "string", "number", "integer", "date"
Row = tuple[Any, ...]
# Spelt out, since a spreadsheet takes a cell that starts with "=" for a formula.
RELATIONS = {"=": "equal", "<=": "at most", ">=": "at least", "in": "between"}


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type of Table Schema, and what it holds."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table to download: its columns, and rows in their order."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]


def data_tables(publication: Publication, sources: Sources) -> tuple[DataTable, ...]:
    """All tables of the site's data package."""
    return (
        _observations(publication, sources),
        _findings(publication),
        _coverage(publication),
        _codebook(publication),
    )


def csv_text(table: DataTable) -> str:
    """The table as CSV (UTF-8, commas, "\\n"); words that a spreadsheet would run get an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in table.fields])
    for row in table.rows:
        writer.writerow([_safe(str(value), field) for value, field in zip(row, table.fields, strict=True)])
    return out.getvalue()


def _safe(value: str, field: Field) -> str:
    """The same value, or one with an apostrophe if a spreadsheet would take the words for a formula."""
    risky = field.type == TEXT and re.match(r"[=+@\t\r]|-(?!$|[\d.,\s]*$)", value)
    return f"'{value}" if risky else value


# Observations

_OBSERVATION_START = (
    Field("observation", TEXT, "Stable id; the anchor of the value on its source page"),
    Field("body", TEXT, "Id of the body"),
    Field("body_name", TEXT, "Name of the body"),
    Field("measure", TEXT, "What is counted or weighed; see the codebook"),
    Field("unit", TEXT, "Unit of lo and hi"),
    Field("lo", NUMBER, "Smallest value that the words allow; empty if there is no figure"),
    Field("hi", NUMBER, "Largest value that the words allow; empty if nothing bounds it from above"),
    Field("relation", TEXT, "How the reply relates to the value: equal, at most, at least or between"),
    Field("how", TEXT, "exact, interval, rounded or suppressed"),
    Field("missing", TEXT, "Why there is no figure"),
    Field("words", TEXT, "An answer in words; contact details withheld"),
    Field("role", TEXT, "case row, cell, total (a printed check, not to be added) or prose"),
    Field("period_start", DATE, "First day"),
    Field("period_end", DATE, "Last day, included"),
)
_OBSERVATION_END = (
    Field("basis", TEXT, "published, adjusted or rehearsal; empty for replies as received"),
    Field("confirmed_by", TEXT, "The rule or the desk that accepted the reading; empty if nobody has yet"),
    Field("alternative", TEXT, "Id of the open question to which this is one possible answer"),
    Field("used_in", TEXT, "Findings that rest on it, separated by a space"),
    Field("document", TEXT, "SHA-256 of the document"),
    Field("place", TEXT, "Page, cells or characters in the document"),
    Field("quote", TEXT, "The words that stand there; contact details withheld"),
    Field("source", TEXT, "The source page on this site, relative to this file"),
)


def _observations(publication: Publication, sources: Sources) -> DataTable:
    variables = [variable.id for variable in publication.definition.codebook.variables]
    middle = [
        Field(
            f"where_{id}", TEXT, f"Categories of {id}: a|b is one of them, a+b all of them; empty: not restricted"
        )
        for id in variables
    ]
    used = _used_in(publication.findings)
    told = (each for each in publication.observations.values() if publication.tells(each))
    rows = tuple(
        (
            *_statement(each, publication),
            *(_where(each, id) for id in variables),
            *_evidence(each, publication, sources, used),
        )
        for each in sorted(told, key=lambda each: (each.body, each.document, each.id))
    )
    fields = (*_OBSERVATION_START, *middle, *_OBSERVATION_END)
    return DataTable("observations", "Every statement of the replies", fields, rows)


def _statement(each: Observation, publication: Publication) -> Row:
    amount, period = each.amount, each.period
    return (
        each.id,
        each.body,
        body_name(publication, each.body),
        each.measure,
        amount.unit if amount else "",
        plain_decimal(amount.lo) if amount else "",
        plain_decimal(amount.hi) if amount else "",
        RELATIONS[each.relation] if amount else "",
        amount.how if amount else "",
        each.value.reason if isinstance(each.value, Missing) else "",
        mask(each.value.words) if isinstance(each.value, Missing | Text) else "",
        each.role,
        period.start.isoformat() if period else "",
        (period.end - timedelta(days=1)).isoformat() if period else "",
    )


def _where(each: Observation, variable: str) -> str:
    value = each.where.get(variable)
    if value is None:
        return ""
    joined = ("+" if isinstance(value, AllOf) else "|").join(value.categories)
    return joined or f"not coded: {mask(value.phrase)}"


def _evidence(each: Observation, publication: Publication, sources: Sources, used: dict[str, list[str]]) -> Row:
    locator = each.places.get("value") or each.places[sorted(each.places)[0]]
    href = sources.href(each.id)
    return (
        basis_of(publication, each),
        publication.confirmer(each)[0],
        each.choice,
        " ".join(sorted(set(used[each.id]))),
        each.document,
        locator.place.describe(),
        sources.veils.quote(locator),
        f"../{href}" if href else "",
    )


def _used_in(findings: Iterable[Finding]) -> dict[str, list[str]]:
    used: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for support in (*finding.supports, *(each for line in finding.lines for each in line.supports)):
            for id in support.observations:
                used[id].append(finding.name)
    return used


def basis_of(publication: Publication, each: Observation) -> str:
    """The basis of a body's figures: that of a variable the observation restricts, else that of its total."""
    own = [basis for basis in publication.definition.bases if basis.body == each.body]
    named = [basis.basis for basis in own if basis.variable and basis.variable in each.where]
    return " + ".join(sorted(set(named or [basis.basis for basis in own if not basis.variable])))


def body_name(publication: Publication, id: str) -> str:
    return next((body.name for body in publication.definition.bodies if body.id == id), id)


# Findings

_FINDING_FIELDS = (
    Field("finding", TEXT, "Name of the finding"),
    Field("title", TEXT, "What it answers"),
    Field("line", TEXT, "Key of the line of a breakdown; empty for the whole finding"),
    Field("line_label", TEXT, "Label of that line"),
    Field("body", TEXT, "Id of the body whose part this is; empty for all bodies together"),
    Field("lo", NUMBER, "The value, or its lower bound"),
    Field("hi", NUMBER, "The value, or its upper bound; empty if nothing bounds it"),
    Field("unit", TEXT, "Unit of lo and hi; a share is a fraction of one"),
    Field("how", TEXT, "exact, interval, rounded or suppressed"),
    Field("true_lo", NUMBER, "Smallest value consistent with all that the replies say, where given"),
    Field("true_hi", NUMBER, "Largest value consistent with all that the replies say, where given"),
    Field("reading", TEXT, "stated or true"),
    Field("rank_from", INTEGER, "Best place that the body can have, where places are given"),
    Field("rank_to", INTEGER, "Worst place that the body can have"),
    Field("population", TEXT, "What the figure speaks about"),
    Field("base_n", INTEGER, "How many bodies it covers"),
    Field("base_of", INTEGER, "How many bodies were asked"),
    Field("basis", TEXT, "published, adjusted, rehearsal, joined by +; empty for replies as received"),
    Field("contradicted", TEXT, "yes if replies contradict each other here"),
    Field("caveats", TEXT, "Separated by a bar"),
    Field("recipe", TEXT, "Statistic and its version"),
)


def _findings(publication: Publication) -> DataTable:
    rows = tuple(row for finding in publication.findings for row in _finding_rows(finding))
    return DataTable("findings", "Every finding, line and part of a body", _FINDING_FIELDS, rows)


def _finding_rows(finding: Finding) -> Iterator[Row]:
    yield _row(finding, None, None)
    for support in finding.supports:
        yield _row(finding, None, support)
    for line in finding.lines:
        yield _row(finding, line, None)
        for support in line.supports:
            yield _row(finding, line, support)


def _row(finding: Finding, line: Line | None, support: Support | None) -> Row:
    holder = support or line or finding
    value = holder.value
    true = None if support else (line.true if line else finding.true)
    rank = support.rank if support else None
    basis = support.basis if support else finding.basis
    caveats = support.caveats if support else finding.caveats
    return (
        *(finding.name, finding.title),
        *((line.key, line.label) if line else ("", "")),
        support.body if support else "",
        *(plain_decimal(value.lo), plain_decimal(value.hi), value.unit, value.how),
        *((plain_decimal(true.lo), plain_decimal(true.hi)) if true else ("", "")),
        finding.query.reading,
        *(rank or ("", "")),
        *(finding.population, finding.base.n, finding.base.of),
        " + ".join(sorted(set(basis))),
        "yes" if finding.contradicted else "no",
        mask(" | ".join(caveats)),
        f"{finding.recipe} v{finding.recipe_version}",
    )


def findings_json(publication: Publication, sources: Sources) -> str:
    """The findings as JSON, nested: lines and parts of bodies with links to their sources."""
    content = {
        "survey": publication.definition.id,
        "title": publication.definition.title,
        "rehearsal": publication.definition.rehearsal,
        "as_of": publication.last_event,
        "findings": [_finding_json(each, publication, sources) for each in publication.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _finding_json(finding: Finding, publication: Publication, sources: Sources) -> dict[str, Any]:
    """The numbers of a finding, with names, caveats and links to the sources."""
    found = plain_finding(finding)
    found["basis"] = sorted(set(finding.basis))
    found["caveats"] = [mask(each) for each in finding.caveats]
    for shown, line in zip(found["lines"], finding.lines, strict=True):
        shown["bodies"] = [_support_json(each, publication, sources) for each in line.supports]
    found["bodies"] = [_support_json(each, publication, sources) for each in finding.supports]
    return found


def plain_finding(finding: Finding) -> dict[str, Any]:
    """A finding as plain data: its numbers and what they are, without words of replies."""
    return {
        "name": finding.name,
        "title": finding.title,
        "value": amount_json(finding.value),
        "true": amount_json(finding.true),
        "reading": finding.query.reading,
        "population": finding.population,
        "base": {"n": finding.base.n, "of": finding.base.of},
        "numerator": amount_json(finding.numerator),
        "denominator": amount_json(finding.denominator),
        "contradicted": finding.contradicted,
        "recipe": finding.recipe,
        "recipe_version": finding.recipe_version,
        "lines": [
            {
                "key": line.key,
                "label": line.label,
                "value": amount_json(line.value),
                "true": amount_json(line.true),
                "bodies": [_plain_support(each) for each in line.supports],
            }
            for line in finding.lines
        ],
        "bodies": [_plain_support(each) for each in finding.supports],
    }


def _support_json(support: Support, publication: Publication, sources: Sources) -> dict[str, Any]:
    links = [href for id in support.observations if (href := sources.href(id))]
    return _plain_support(support) | {
        "name": body_name(publication, support.body),
        "basis": sorted(set(support.basis)),
        "caveats": [mask(each) for each in support.caveats],
        "sources": [f"../{link}" for link in links],
    }


def _plain_support(support: Support) -> dict[str, Any]:
    rank = list(support.rank) if support.rank else None
    return {"body": support.body, "value": amount_json(support.value), "rank": rank}


def amount_json(amount: Amount | None) -> dict[str, Any] | None:
    """A value as JSON: bounds as numbers, unit, how."""
    if amount is None:
        return None
    hi = None if amount.hi is None else number(amount.hi)
    return {"lo": number(amount.lo), "hi": hi, "unit": amount.unit, "how": amount.how}


# Coverage and codebook

_COVERAGE_FIELDS = (
    Field("body", TEXT, "Id of the body"),
    Field("name", TEXT, "Name of the body"),
    Field("question", TEXT, "Id of the question; empty if no outcome is on record"),
    Field("outcome", TEXT, "How the question ended; empty if nothing is on record"),
    Field("section", TEXT, "Section of the law relied on"),
    Field("act", TEXT, "The law relied on"),
    Field("words", TEXT, "The reply's own words; contact details withheld"),
    Field("document", TEXT, "SHA-256 of the document that says so"),
)


def _coverage(publication: Publication) -> DataTable:
    """Every body asked has a row, also one that never answered."""
    by_body = defaultdict(list)
    for outcome in publication.outcomes:
        by_body[outcome.body].append(
            (
                outcome.question,
                outcome.outcome,
                outcome.section,
                outcome.act,
                mask(outcome.words),
                outcome.document,
            )
        )
    rows = tuple(
        (body.id, body.name, *rest)
        for body in sorted(publication.definition.bodies, key=lambda each: each.id)
        for rest in by_body[body.id] or [("",) * 6]
    )
    return DataTable("coverage", "Who was asked and who answered what", _COVERAGE_FIELDS, rows)


_CODEBOOK_FIELDS = (
    Field("kind", TEXT, "measure or category"),
    Field("variable", TEXT, "Id of the variable or measure"),
    Field("variable_label", TEXT, "Its label"),
    Field("category", TEXT, "Id of the category"),
    Field("category_label", TEXT, "Its label"),
    Field("parent", TEXT, "Category that holds it"),
    Field("missing", TEXT, "Reason for a missing value, if the category is no answer"),
    Field("several", TEXT, "yes if one case can have several categories at once, so that they do not add up"),
    Field("unit", TEXT, "Unit of a measure"),
    Field("synonyms", TEXT, "Words of replies taken for the category, separated by a bar"),
)


def _codebook(publication: Publication) -> DataTable:
    book = publication.definition.codebook
    measures = [("measure", each.id, each.label, "", "", "", "", "", each.unit, "") for each in book.measures]
    categories = [
        ("category", variable.id, variable.label, category.id, category.label, category.parent, category.missing,
         "yes" if variable.multiple else "no", "", " | ".join(category.synonyms))
        for variable in book.variables
        for category in variable.categories
    ]  # fmt: skip
    return DataTable(
        "codebook", "What was measured, and in which words", _CODEBOOK_FIELDS, (*measures, *categories)
    )
