"""The data files: tidy CSV and JSON with full values, units, bounds, bases and links to the sources."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from foidesk.model import AllOf, Finding, Missing, Observation, Text

from .amounts import plain_decimal
from .fields import DATE, NUMBER, TEXT, DataTable, Field, Row, body_name
from .finding_data import findings_table
from .masking import mask
from .publication import Publication
from .sources import Sources

# Spelt out, since a spreadsheet takes a cell that starts with "=" for a formula.
RELATIONS = {"=": "equal", "<=": "at most", ">=": "at least", "in": "between"}


def data_tables(publication: Publication, sources: Sources) -> tuple[DataTable, ...]:
    """All tables of the site's data package."""
    return (
        _observations(publication, sources),
        findings_table(publication),
        _coverage(publication),
        _codebook(publication),
        *((_denominators(publication),) if publication.definition.denominators else ()),
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


_DENOMINATOR_FIELDS = (
    Field("body", TEXT, "Id of the body"),
    Field("definition", TEXT, "What the source counts, in its words"),
    Field("year", TEXT, "The year or day that it holds for"),
    Field("number", NUMBER, "The size"),
    Field("unit", TEXT, "Its unit"),
    Field("where", TEXT, "The categories that it covers, as variable=category; empty: the whole body"),
    Field("source", TEXT, "Web address of the source"),
    Field("retrieved", DATE, "Day on which it was taken from there"),
    Field("note", TEXT, "What must be kept in mind"),
)


def _denominators(publication: Publication) -> DataTable:
    rows = tuple(
        (each.body, each.definition, each.year, plain_decimal(each.number), each.unit,
         " ".join(f"{name}={'|'.join(ids)}" for name, ids in sorted(each.where.items())),
         each.source, each.retrieved, mask(each.note))
        for each in publication.definition.denominators
    )  # fmt: skip
    return DataTable("denominators", "The sizes that rates divide by, with sources", _DENOMINATOR_FIELDS, rows)
