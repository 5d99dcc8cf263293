"""The founding story, statement by statement: what it says beside what comes out of the replies now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import findings
from ..model import NOT_STATED, Amount, Finding, Query
from .tables import TomlFile

if TYPE_CHECKING:
    from .survey import Survey

FILE = "founding-story.toml"
_RECIPES = {
    "total": "total",
    "share": "share",
    "rank": "by-body",
    "coverage": "coverage",
    "bodies-with-any": "bodies-with-any",
    "majority": "majority",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: its id, what it says, what came out, and whether the two agree."""

    id: str
    expected: str
    got: str
    holds: bool


def reproduce(survey: Survey) -> dict[str, Any]:
    """How many statements of founding-story.toml the survey reproduces, and those it does not."""
    told = statements(survey, survey.folder / FILE)
    missed = [{"id": one.id, "expected": one.expected, "got": one.got} for one in told if not one.holds]
    return {"reproduced": len(told) - len(missed), "of": len(told), "missed": missed}


def statements(survey: Survey, path: Path) -> tuple[Told, ...]:
    """Every statement of the file with what comes out for it, by the same recipes as any finding."""
    tables = TomlFile.load(path).table.get("statement", [])
    asked = [table for table in tables if "query" in table]
    queries = tuple(_query(survey, table) for table in asked)
    definition = replace(survey.definition, findings=queries)
    work = survey.work
    computed = findings.compute(definition, work.reconciled.accounts, work.reconciled.outcomes)
    by_name = {finding.name: finding for finding in computed}
    numbers = tuple(_told(survey, table, by_name[table["id"]]) for table in asked)
    return numbers + tuple(_named(survey, table) for table in tables if "query" not in table)


def _query(survey: Survey, table: Mapping[str, Any]) -> Query:
    asked = table["query"]
    body = asked.get("body", "")
    ranked = asked["statistic"] == "rank"
    return Query(
        name=table["id"],
        recipe=_RECIPES[asked["statistic"]],
        title=table["text"],
        measure=asked["measure"],
        where=_where(asked.get("where", {})),
        of=_where(asked.get("base", {})),
        reading=asked["reading"],
        bodies=(body,) if body and not ranked and asked["statistic"] != "coverage" else (),
    )


def _where(given: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {
        variable: tuple(NOT_STATED if one == "not-stated" else one for one in categories)
        for variable, categories in given.items()
    }


def _told(survey: Survey, table: Mapping[str, Any], finding: Finding) -> Told:
    asked, expect = table["query"], table["expect"]
    lo, hi = _got(survey, asked, finding)
    wanted = (expect["lo"], expect["hi"]) if isinstance(expect, dict) else (expect, expect)
    got = f"{lo}" if lo == hi else f"{lo} to {hi}"
    return Told(table["id"], str(expect), got, (Decimal(int(wanted[0])), Decimal(int(wanted[1]))) == (lo, hi))


def _got(survey: Survey, asked: Mapping[str, Any], finding: Finding) -> tuple[Decimal | None, Decimal | None]:
    """The lower and upper value as the statement counts: a share in whole per cent, a rank, yes as 1."""
    statistic = asked["statistic"]
    if statistic == "rank":
        return _rank(finding, asked)
    if statistic == "coverage":
        return _coverage(survey, asked, finding)
    if statistic == "share":
        return _per_cent(finding.value)
    if statistic == "majority":
        return _majority(finding)
    return finding.value.lo, finding.value.hi


def _per_cent(value: Amount) -> tuple[Decimal | None, Decimal | None]:
    def rounded(share: Decimal) -> Decimal:
        return (share * 100).quantize(Decimal(1), ROUND_HALF_UP)

    return rounded(value.lo), None if value.hi is None else rounded(value.hi)


def _rank(finding: Finding, asked: Mapping[str, Any]) -> tuple[Decimal | None, Decimal | None]:
    mine = next((one for one in finding.supports if one.body == asked["body"]), None)
    if mine is None or mine.value.hi is None:
        return None, None
    others = [one.value for one in finding.supports if one.body != asked["body"]]
    if asked.get("order") == "ascending":
        best = 1 + sum(one.hi is not None and one.hi < mine.value.lo for one in others)
        worst = 1 + sum(one.lo <= mine.value.hi for one in others)
    else:
        best = 1 + sum(one.lo > mine.value.hi for one in others)
        worst = 1 + sum(one.hi is None or one.hi >= mine.value.lo for one in others)
    return Decimal(best), Decimal(worst)


def _coverage(survey: Survey, asked: Mapping[str, Any], finding: Finding) -> tuple[Decimal, Decimal]:
    if asked.get("status") != "refused":
        return Decimal(finding.base.n), Decimal(finding.base.n)
    refused = refusing(survey)
    count = Decimal(len(refused & {asked["body"]} if "body" in asked else refused))
    return count, count


def refusing(survey: Survey) -> set[str]:
    """The bodies that refused and gave no figure at all."""
    answered = {body for one in survey.definition.codebook.measures for body in _answered(survey, one.id)}
    outcomes = survey.work.reconciled.outcomes
    kinds = ("refused", "cost limit", "neither confirm nor deny")
    return {one.body for one in outcomes if one.outcome in kinds} - answered


def _answered(survey: Survey, measure: str) -> tuple[str, ...]:
    return tuple(survey.work.reconciled.accounts.answered(measure))


def _majority(finding: Finding) -> tuple[Decimal, Decimal]:
    """1 if the group is surely more than half of its base, 0 if surely not."""
    part, base = finding.numerator, finding.denominator
    if part is None or base is None or base.hi is None or part.hi is None:
        return Decimal(0), Decimal(1)
    return Decimal(part.lo * 2 > base.hi), Decimal(part.hi * 2 > base.lo)


def _named(survey: Survey, table: Mapping[str, Any]) -> Told:
    """A guideline or an official's statement: the survey's files must have it, with source."""
    guidelines = {one.id: one.source for one in survey.definition.guidelines}
    said = {one.id: one.source for one in survey.definition.statements}
    wanted = str(table.get("guideline") or table.get("statement") or "")
    source = guidelines.get(wanted.split(".")[0]) or said.get(wanted) or ""
    return Told(table["id"], f"{wanted} with a source", source or "nothing", bool(source))
