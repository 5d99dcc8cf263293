"""A finding as plain data for `--json`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from foidesk.model import Amount, Denominator, Finding, Line, Locator, RateOf, Support, SurveyDefinition
from foidesk.model.places import place_text
from foidesk.words.amounts import amount_words, rank_words

from .recipes.majority import is_majority

BODY_BY_BODY = ("by-body", "share-by-body", "ranking", "rank")


def finding_json(finding: Finding, definition: SurveyDefinition, sources: bool = False) -> dict[str, Any]:
    """The finding as dict of JSON values; with `sources`, each body's part with every place behind it."""
    query = finding.query
    found: dict[str, Any] = {
        "name": finding.name,
        "title": finding.title,
        "value": amount_json(finding.value),
        "unit": finding.unit,
        "population": finding.population,
        "reading": query.reading,
        "base": {"n": finding.base.n, "of": finding.base.of},
        "where": {name: list(categories) for name, categories in query.where.items()},
        "basis": list(finding.basis),
        "source_count": len(_observations(finding)),
        "judgements": list(finding.judgements),
        "caveats": list(finding.caveats),
        "true": amount_json(finding.true),
        "lines": [_line(line, definition, sources) for line in finding.lines],
        "recipe": {"name": finding.recipe, "version": finding.recipe_version},
    }
    if finding.numerator is not None and finding.denominator is not None:
        found["of"] = {
            "numerator": amount_json(finding.numerator),
            "denominator": amount_json(finding.denominator),
        }
    if finding.denominators:
        found["denominators"] = [_size(one) for one in finding.denominators]
    if finding.limits:
        found["limits"] = [
            {name: _number(getattr(one, name)) for name in ("size", "low95", "high95", "low998", "high998")}
            for one in finding.limits
        ]
    if finding.recipe == "majority":
        found["majority"] = is_majority(finding)
    if sources or finding.recipe in BODY_BY_BODY or any(one.rate for one in finding.supports):
        found["bodies"] = [_support(one, definition, sources) for one in finding.supports]
    return found


def amount_json(amount: Amount | None) -> dict[str, Any] | None:
    """Bounds as numbers, and the amount in words; `hi` is null where nothing bounds it."""
    if amount is None:
        return None
    return {"lo": _number(amount.lo), "hi": _number(amount.hi), "text": amount_words(amount)}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else round(float(value), 6)


def _line(line: Line, definition: SurveyDefinition, sources: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": line.key,
        "label": line.label,
        "value": amount_json(line.value),
        "true": amount_json(line.true),
        "bodies": [support.body for support in line.supports],
    }
    if line.rank:
        found["rank"] = {"best": line.rank[0], "worst": line.rank[1], "text": rank_words(*line.rank)}
    if sources:
        found["sources"] = [_support(one, definition, sources) for one in line.supports]
    return found


def _support(support: Support, definition: SurveyDefinition, sources: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "body": support.body,
        "name": definition.body(support.body).name,
        "value": amount_json(support.value),
        "basis": list(support.basis),
        "caveats": list(support.caveats),
    }
    if support.true is not None:
        found["true"] = amount_json(support.true)
    if support.counting:
        found["counting"] = support.counting
    if support.note:
        found["note"] = support.note
    if support.rate:
        found["rate"] = _rate(support.rate)
    if support.rank:
        text = rank_words(*support.rank, support.tied)
        found["rank"] = {"best": support.rank[0], "worst": support.rank[1], "tied": support.tied, "text": text}
    if support.true_rank:
        best, worst = support.true_rank
        found["true_rank"] = {"best": best, "worst": worst, "text": rank_words(best, worst)}
    if sources:
        found["observations"] = list(support.observations)
        found["places"] = [_place(locator) for locator in support.locators]
    return found


def _rate(rate: RateOf) -> dict[str, Any]:
    """The rate with its size; a rate that is not given says why."""
    found: dict[str, Any] = {"size": amount_json(rate.size), "size_unit": rate.size.unit}
    found["value"], found["unit"] = amount_json(rate.value), rate.value.unit if rate.value else ""
    found |= {"why": rate.why} if rate.why else {}
    found |= {"interval": amount_json(rate.interval)} if rate.interval else {}
    return found | ({"outside": rate.outside} if rate.outside else {})


def _size(one: Denominator) -> dict[str, Any]:
    return {
        "body": one.body, "definition": one.definition, "year": one.year, "number": _number(one.number),
        "unit": one.unit, "where": {name: list(ids) for name, ids in one.where.items()},
        "source": one.source, "retrieved": one.retrieved,
    }  # fmt: skip


def _place(locator: Locator) -> dict[str, str]:
    return {"document": locator.document, "place": place_text(locator.place), "quote": locator.quote}


def _observations(finding: Finding) -> set[str]:
    every: Iterable[Support] = (*finding.supports, *(s for line in finding.lines for s in line.supports))
    return {id for support in every for id in support.observations}
