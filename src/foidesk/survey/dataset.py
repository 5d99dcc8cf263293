"""The dataset in tables, for SQL: what was asked, what came, what the replies say, what was found."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..errors import SurveyFileError
from ..model import AllOf, Amount, Missing, Support
from ..store.sql import Column, SqlTable, ask
from .citing import citations
from .tables import TomlFile, nearest

if TYPE_CHECKING:
    from .survey import Survey

Row = Sequence[Any]


@cache
def tables() -> tuple[SqlTable, ...]:
    """Every table that SQL can read, as dataset.toml describes it."""
    text = files(__package__ or "foidesk.survey").joinpath("dataset.toml").read_text("utf-8")
    return tuple(
        SqlTable(one["name"], one["does"], tuple(Column(*column) for column in one["columns"]))
        for one in tomllib.loads(text)["tables"]
    )


def query(survey: Survey, sql: str) -> dict[str, Any]:
    """The answer to a question in SQL: `columns` and `rows`. A single word names one of [[sql]] in survey.toml."""
    asked = sql if " " in sql.strip() else named(survey, sql.strip())
    heads, rows = ask(asked, tables(), lambda name: _ROWS[name](survey))
    return {"sql": asked, "columns": heads, "rows": [list(row) for row in rows]}


def named(survey: Survey, name: str) -> str:
    """The question that survey.toml keeps under that name."""
    file = TomlFile.load(survey.folder / "survey.toml")
    kept: dict[str, str] = {}
    for table in file.tables(file.table, "sql", ""):
        file.check_keys(table, ("name", "title", "query"), "[[sql]]")
        kept[file.need(table, "name", str, "[[sql]]")] = file.need(table, "query", str, "[[sql]]")
    if name not in kept:
        guess = nearest(name, kept)
        raise SurveyFileError(
            f"survey.toml keeps no question in SQL under {name!r}", where=str(file.path),
            next=f"did you mean {guess!r}?" if guess else 'write the question itself: --sql "select ..."',
        )  # fmt: skip
    return kept[name]


# Rows


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _ends(amount: Amount | None) -> tuple[int | float | None, int | float | None, str | None]:
    if amount is None:
        return None, None, None
    return _number(amount.lo), _number(amount.hi), amount.unit


def _bodies(survey: Survey) -> Iterator[Row]:
    for one in survey.definition.bodies:
        yield one.id, one.name, one.official_code, one.kind, one.law, one.website


def _denominators(survey: Survey) -> Iterator[Row]:
    for one in survey.definition.denominators:
        where = json.dumps({name: list(ids) for name, ids in one.where.items()}) if one.where else ""
        yield (
            one.body, one.definition, one.year, _number(one.number), one.unit, where, one.source, one.retrieved,
            one.note,
        )  # fmt: skip


def _categories(survey: Survey) -> Iterator[Row]:
    for variable in survey.definition.codebook.variables:
        for one in variable.categories:
            yield variable.id, variable.label, one.id, one.label, one.parent, one.missing, int(variable.multiple)


def _outcomes(survey: Survey) -> Iterator[Row]:
    for one in survey.work.results.outcomes:
        yield one.body, one.question, one.outcome, one.section, one.act, one.words, one.document


def _citations(survey: Survey) -> Iterator[Row]:
    for each in citations(survey):
        one = each.citation
        yield (
            each.body, one.guideline, one.clause, one.unknown, one.table, one.row, one.locator.document,
            one.locator.place.describe(), one.locator.quote,
        )  # fmt: skip


def _deliveries(survey: Survey) -> Iterator[Row]:
    for one in survey.work.deliveries:
        yield one.id, one.document, one.body, one.path, one.name, one.date[:10]


def _observations(survey: Survey) -> Iterator[Row]:
    from .tracing import observations

    for one, _ in observations(survey).values():
        lo, hi, unit = _ends(one.amount)
        at = one.places.get("value") or next(iter(one.places.values()))
        days = one.period
        yield (
            one.id, one.body, one.measure, lo, hi, unit, one.amount.how if one.amount else None, one.relation,
            one.value.reason if isinstance(one.value, Missing) else None, one.role,
            days.start.isoformat() if days else None,
            (days.end - timedelta(days=1)).isoformat() if days else None, days.kind if days else None,
            one.table, one.row, one.accepted_by, one.choice, one.option, one.document,
            at.place.describe(), at.quote,
        )  # fmt: skip


def _observation_where(survey: Survey) -> Iterator[Row]:
    from .tracing import observations

    for one, _ in observations(survey).values():
        for variable, said in one.where.items():
            how = "all of" if isinstance(said, AllOf) else "one of"
            for category in said.categories or (None,):
                yield one.id, variable, category, how, said.phrase


def _figures(survey: Survey) -> Iterator[Row]:
    """What each body's replies establish, reconciled: in all, and category by category."""
    accounts, book = survey.work.reconciled.accounts, survey.definition.codebook
    for measure in book.measures:
        for body in accounts.answered(measure.id):
            wanted: list[tuple[str, str]] = [("", "")]
            wanted += [(v.id, c.id) for v in book.variables for c in v.categories if not c.missing]
            for variable, category in wanted:
                where = {variable: (category,)} if variable else {}
                stated = accounts.support(body, measure.id, where)
                true = accounts.support(body, measure.id, where, "true")
                if stated is not None:
                    yield (
                        body, measure.id, variable, category, *_ends(_shown(stated)),
                        *_ends(_shown(true) if true else None)[:2],
                    )  # fmt: skip


def _shown(support: Support) -> Amount:
    return support.public or support.value


def _findings(survey: Survey) -> Iterator[Row]:
    for one in _found(survey):
        lo, hi, unit = _ends(one.value)
        yield (
            one.name, one.title, one.recipe, one.recipe_version, one.query.measure, lo, hi, unit,
            *_ends(one.true)[:2], one.base.n, one.base.of, one.population, one.query.reading,
        )  # fmt: skip


def _finding_lines(survey: Survey) -> Iterator[Row]:
    for one in _found(survey):
        for line in one.lines:
            yield one.name, line.key, line.label, *_ends(line.value), *_ends(line.true)[:2]


def _finding_bodies(survey: Survey) -> Iterator[Row]:
    for one in _found(survey):
        for key, supports in (("", one.supports), *((line.key, line.supports) for line in one.lines)):
            for part in supports:
                rate = _ends(part.rate.value if part.rate else None)
                rank = part.rank or (None, None)
                yield one.name, key, part.body, *_ends(part.value), *rate, part.counting, *rank


def _found(survey: Survey) -> Iterator[Any]:
    from .. import findings

    return map(findings.public, survey.work.results.findings)


def _clocks(survey: Survey) -> Iterator[Row]:
    from .timing import clocks

    for one in clocks(survey, survey.work.results.outcomes):
        due, answered = (day.isoformat() if day else None for day in (one.due, one.answered))
        sent, confirmed = one.sent.isoformat(), int(one.confirmed)
        yield one.body, one.clock, sent, due, answered, one.days, one.unit, one.late, confirmed


def _events(survey: Survey) -> Iterator[Row]:
    for one in survey.store.events.all():
        yield one.id, one.kind, one.at, one.body, one.document, one.name


_ROWS: Mapping[str, Callable[[Survey], Iterable[Row]]] = {
    "bodies": _bodies,
    "denominators": _denominators,
    "categories": _categories,
    "outcomes": _outcomes,
    "citations": _citations,
    "deliveries": _deliveries,
    "observations": _observations,
    "observation_where": _observation_where,
    "figures": _figures,
    "findings": _findings,
    "finding_lines": _finding_lines,
    "finding_bodies": _finding_bodies,
    "clocks": _clocks,
    "events": _events,
}
