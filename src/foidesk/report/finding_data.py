"""The findings as data: a tidy table with a row for each finding, line and part of a body, and nested JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from foidesk.model import Amount, ControlLimit, Denominator, Finding, Line, RateOf, Support

from .amounts import number, plain_decimal
from .fields import INTEGER, NUMBER, TEXT, DataTable, Field, Row, body_name
from .masking import mask
from .publication import Publication
from .sources import Sources

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
    Field("counting", TEXT, "What the body counted, where it is not simply what was asked"),
    Field("size", NUMBER, "What the figure is divided by: the size of the body, or its base"),
    Field("size_unit", TEXT, "Unit of size"),
    Field("rate_lo", NUMBER, "The rate or share of the body, or its lower bound; empty where none is given"),
    Field("rate_hi", NUMBER, "The rate or share, or its upper bound"),
    Field("rate_unit", TEXT, "Unit of the rate"),
    Field("rate_why_none", TEXT, "Why no rate is given"),
    Field("interval_lo", NUMBER, "Lower end of the exact 95 % interval, where counts were declared comparable"),
    Field("interval_hi", NUMBER, "Upper end of that interval"),
    Field("outside", TEXT, "The limits of chance that the body lies beyond"),
    Field("note", TEXT, "What else is known of the body's part: the dates of its answer"),
)


def findings_table(publication: Publication) -> DataTable:
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
    true = holder.true
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
        support.counting if support else "",
        *_rate_cells(support.rate if support else None),
        support.note if support else "",
    )


def _rate_cells(rate: RateOf | None) -> Row:
    if rate is None:
        return ("",) * 9
    return (
        *(plain_decimal(rate.size.lo), rate.size.unit),
        *_ends(rate.value),
        rate.value.unit if rate.value else "",
        rate.why,
        *_ends(rate.interval),
        rate.outside,
    )


def _ends(amount: Amount | None) -> tuple[str, str]:
    return (plain_decimal(amount.lo), plain_decimal(amount.hi)) if amount else ("", "")


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
        "limits": [_limit(each) for each in finding.limits],
        "denominators": [_size(each) for each in finding.denominators],
    }


def _size(each: Denominator) -> dict[str, Any]:
    covers = {name: list(ids) for name, ids in sorted(each.where.items())}
    return {
        "key": " ".join([each.body, *(id for ids in covers.values() for id in ids)]),
        "body": each.body,
        "definition": each.definition,
        "year": each.year,
        "where": covers,
        "number": number(each.number),
        "unit": each.unit,
        "source": each.source,
        "retrieved": each.retrieved,
    }


def _limit(each: ControlLimit) -> dict[str, int | float]:
    return {name: number(getattr(each, name)) for name in ("size", "low95", "high95", "low998", "high998")}


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
    found = {"body": support.body, "value": amount_json(support.value), "rank": rank}
    return found | ({"rate": _plain_rate(support.rate)} if support.rate else {})


def _plain_rate(rate: RateOf) -> dict[str, Any]:
    return {
        "size": amount_json(rate.size),
        "value": amount_json(rate.value),
        "why_none": rate.why,
        "interval": amount_json(rate.interval),
        "outside": rate.outside,
    }


def amount_json(amount: Amount | None) -> dict[str, Any] | None:
    """A value as JSON: bounds as numbers, unit, how."""
    if amount is None:
        return None
    hi = None if amount.hi is None else number(amount.hi)
    return {"lo": number(amount.lo), "hi": hi, "unit": amount.unit, "how": amount.how}
