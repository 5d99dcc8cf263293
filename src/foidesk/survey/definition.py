"""The survey as its files define it: survey.toml, codebook.toml, bodies.csv and their companions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from ..errors import NotASurvey, SurveyFileError
from ..model import (
    AMOUNTS,
    Basis,
    Category,
    Clause,
    Codebook,
    Guideline,
    Measure,
    Period,
    PublicBody,
    Query,
    Question,
    Statement,
    SurveyDefinition,
    Variable,
)  # fmt: skip
from ..model.periods import BASES
from ..words.stages import STAGES
from . import own, own_laws
from .choosing import publication_table
from .comparison import comparison, denominators
from .tables import TomlFile, csv_rows, nearest

SURVEY_FILES = (
    "survey.toml", "codebook.toml", "bodies.csv", "basis.csv", "denominators.csv", "guidelines.toml",
    "statements.toml",
)  # fmt: skip
_SECTIONS = ("survey", "questions", "measures", "findings", "publication", "comparison", "sql")
_BODY_COLUMNS = (
    "id", "name", "aliases", "official_code", "email", "website", "law", "kind", "note", "region",
    "whatdotheyknow", "zone",
)  # fmt: skip


def load(folder: Path) -> SurveyDefinition:
    """The definition of the survey in the folder. `SurveyFileError` names file, line and the nearest key."""
    if not (folder / "survey.toml").exists():
        raise NotASurvey(
            "there is no survey.toml here",
            where=str(folder),
            next="go into a survey folder, or make one: foidesk new FOLDER",
        )
    texts = own_laws.read(folder)
    file = TomlFile.load(folder / "survey.toml")
    file.check_keys(file.table, _SECTIONS, "survey.toml")
    head = file.need(file.table, "survey", dict, "survey.toml")
    file.check_keys(head, ("id", "title", "law", "period", "rehearsal", "summary"), "[survey]")
    law = file.optional(head, "law", str, "", "[survey]")
    _known(file, [law] if law else [], own_laws.ids(folder), "access law")
    codebook = _codebook(folder, file)
    bodies, publication = _bodies(folder, law), publication_table(file)
    return SurveyDefinition(
        id=file.need(head, "id", str, "[survey]"),
        title=file.need(head, "title", str, "[survey]"),
        period=_period(file, head),
        law=law,
        questions=_questions(file, codebook),
        bodies=bodies,
        codebook=codebook,
        findings=_findings(file, codebook, bodies),
        guidelines=_guidelines(folder / "guidelines.toml"),
        statements=_statements(folder / "statements.toml"),
        bases=_bases(folder / "basis.csv", bodies),
        rehearsal=file.optional(head, "rehearsal", bool, False, "[survey]"),
        summary=file.optional(head, "summary", str, "", "[survey]"),
        denominators=denominators(folder, bodies, codebook),
        comparison=comparison(file, codebook),
        answers_hold=publication.answers_hold,
        whole=publication.whole,
        originals=publication.originals,
        own_laws=texts,
    )


def _period(file: TomlFile, head: Mapping[str, Any]) -> Period | None:
    if "period" not in head:
        return None
    table = file.optional(head, "period", dict, {}, "[survey]")
    file.check_keys(table, ("from", "to"), "[survey.period]")
    first, last = (_day(file, table, key) for key in ("from", "to"))
    if last < first:
        raise file.wrong("the period ends before it starts", "to", next="both days are included")
    return Period.days(first, last)


def _day(file: TomlFile, table: Mapping[str, Any], key: str) -> date:
    value = table.get(key)
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, date):
        raise file.wrong(f"{key!r} is not a day", key, next="write it as 2009-01-31")
    return value


def _recipes() -> list[str]:
    from ..findings.recipes import RECIPES

    return [one.name for one in RECIPES]


def _questions(file: TomlFile, codebook: Codebook) -> tuple[Question, ...]:
    found = tuple(_question(file, table, codebook) for table in file.tables(file.table, "questions", ""))
    file.unique([one.id for one in found], "[[questions]]")
    return found


def _question(file: TomlFile, table: Mapping[str, Any], codebook: Codebook) -> Question:
    what = "[[questions]]"
    file.check_keys(table, ("id", "text", "measures", "variables"), what)
    variables = file.texts(table, "variables", what)
    measures = file.texts(table, "measures", what)
    _known(file, variables, [variable.id for variable in codebook.variables], "variable")
    _known(file, measures, [measure.id for measure in codebook.measures], "measure")
    id, text = (file.need(table, key, str, what) for key in ("id", "text"))
    return Question(id, text, measures, variables)


def _known(file: TomlFile, names: Iterable[str], known: list[str], what: str) -> None:
    for name in names:
        if name not in known:
            line = next((n for n, text in enumerate(file.text.splitlines(), 1) if f'"{name}"' in text), 0)
            where = f"{file.path}, line {line}" if line else str(file.path)
            raise SurveyFileError(f"there is no {what} {name!r}", where=where, next=_did_you_mean(name, known))


def _did_you_mean(name: str, known: list[str]) -> str:
    guess = nearest(name, known)
    return f"did you mean {guess!r}?" if guess else f"known: {', '.join(known) or 'none'}"


_MEASURE_KEYS = (
    "id", "label", "unit", "type", "nouns", "adds", "at_most", "because", "prefer", "rough", "none_alone",
    "stage", "dated_by", "each",
)  # fmt: skip


def _measure(file: TomlFile, table: Mapping[str, Any]) -> Measure:
    what = "[[measures]]"
    file.check_keys(table, _MEASURE_KEYS, what)
    kind = file.optional(table, "type", str, "count", what)
    _known(file, (kind,), list(AMOUNTS), "type of measure")
    id = file.need(table, "id", str, what)
    label = file.optional(table, "label", str, id, what)
    unit = file.optional(table, "unit", str, id, what)
    adds = file.optional(table, "adds", bool, False, what) if "adds" in table else None
    at_most = file.optional(table, "at_most", str, "", what)
    because = file.optional(table, "because", str, "", what)
    if at_most and not because:
        raise file.wrong(f"{id} is at most {at_most} without a reason", "at_most", at_most, 'add because = "..."')
    stage, dated_by = (file.optional(table, key, str, "", what) for key in ("stage", "dated_by"))
    _known(file, [stage] if stage else [], list(STAGES[:-1]), "stage")
    _known(file, [dated_by] if dated_by else [], list(BASES[1:]), "date")
    return Measure(
        id, label, unit, kind, file.texts(table, "nouns", what), adds, at_most, because,
        file.texts(table, "prefer", what),
        file.optional(table, "rough", bool, False, what),
        file.optional(table, "none_alone", bool, False, what),
        stage,
        dated_by,
        file.optional(table, "each", bool, False, what),
    )  # fmt: skip


def _codebook(folder: Path, survey: TomlFile) -> Codebook:
    measures = tuple(_measure(survey, table) for table in survey.tables(survey.table, "measures", ""))
    survey.unique([one.id for one in measures], "[[measures]]")
    _known(survey, (one.at_most for one in measures if one.at_most), [one.id for one in measures], "measure")
    path = folder / "codebook.toml"
    if not path.exists():
        return Codebook(1, (), measures)
    file = TomlFile.load(path)
    file.check_keys(file.table, ("version", "variables"), "codebook.toml")
    variables = tuple(_variable(file, table) for table in file.tables(file.table, "variables", ""))
    file.unique([one.id for one in variables], "[[variables]]")
    return Codebook(file.optional(file.table, "version", int, 1, "codebook.toml"), variables, measures)


def _variable(file: TomlFile, table: Mapping[str, Any]) -> Variable:
    what = "[[variables]]"
    file.check_keys(table, ("id", "label", "question", "names", "multiple", "open", "categories"), what)
    id = file.need(table, "id", str, what)
    return Variable(
        id=id,
        label=file.optional(table, "label", str, id, what),
        question=file.optional(table, "question", str, "", what),
        names=file.texts(table, "names", what),
        multiple=file.optional(table, "multiple", bool, False, what),
        categories=_categories(file, id, file.tables(table, "categories", what)),
        open=file.optional(table, "open", bool, False, what),
    )


def _categories(file: TomlFile, variable: str, tables: list[Mapping[str, Any]]) -> tuple[Category, ...]:
    found = tuple(_category(file, table) for table in tables)
    file.unique([one.id for one in found], f"the categories of {variable}")
    _known(file, [one.parent for one in found if one.parent], [one.id for one in found], f"category of {variable}")
    parents = {one.id: one.parent for one in found}
    for one in found:
        above = [one.id]
        while (parent := parents[above[-1]]) and parent not in above:
            above.append(parent)
        if parent:
            raise file.wrong(
                f"the category {one.id!r} of {variable} lies within itself", "parent", one.parent,
                "take its parent out, or that of one above it",
            )  # fmt: skip
    return found


def _category(file: TomlFile, table: Mapping[str, Any]) -> Category:
    what = "[[variables.categories]]"
    file.check_keys(table, ("id", "label", "parent", "synonyms", "missing", "grave"), what)
    id = file.need(table, "id", str, what)
    return Category(
        id=id,
        label=file.optional(table, "label", str, id, what),
        parent=file.optional(table, "parent", str, "", what),
        synonyms=file.texts(table, "synonyms", what),
        missing=file.optional(table, "missing", str, "", what),
        grave=file.optional(table, "grave", bool, False, what),
    )


def _bodies(folder: Path, law: str) -> tuple[PublicBody, ...]:
    path = folder / "bodies.csv"
    if not path.exists():
        return ()
    seen: dict[str, int] = {}
    bodies = []
    for line, row in csv_rows(path, _BODY_COLUMNS, ("id", "name")):
        if row["id"] in seen:
            raise SurveyFileError(
                f"the id {row['id']!r} stands on line {seen[row['id']]} too", where=f"{path}, line {line}",
                next="give each body an id of its own",
            )  # fmt: skip
        seen[row["id"]] = line
        if row.get("law") and row["law"] not in own_laws.ids(folder):
            raise SurveyFileError(
                f"there is no access law {row['law']!r}", where=f"{path}, line {line}",
                next=_did_you_mean(row["law"], own_laws.ids(folder)),
            )  # fmt: skip
        if row.get("zone") and (known := available_timezones()) and row["zone"] not in known:
            raise SurveyFileError(
                f"there is no time zone {row['zone']!r}", where=f"{path}, line {line}",
                next=_did_you_mean(row["zone"], sorted(known)),
            )  # fmt: skip
        aliases = tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip())
        bodies.append(_body(row, aliases, law))
    return tuple(bodies)


def _body(row: Mapping[str, str], aliases: tuple[str, ...], law: str) -> PublicBody:
    texts = {key: row.get(key, "") for key in ("id", "name", "official_code", "email", "website", "kind", "note")}
    return PublicBody(
        id=texts["id"],
        name=texts["name"],
        aliases=aliases,
        official_code=texts["official_code"],
        email=texts["email"].lower(),
        website=texts["website"],
        law=row.get("law") or law,
        kind=texts["kind"],
        note=texts["note"],
        region=row.get("region", ""),
        url_name=row.get("whatdotheyknow", ""),
        zone=row.get("zone", ""),
    )


_QUERY_KEYS = (
    "name", "recipe", "title", "measure", "where", "of", "by", "reading", "bodies", "top", "period", "headline",
    "since", "denominator", "denominator_year", "per", "percent",
)  # fmt: skip


def _findings(file: TomlFile, codebook: Codebook, bodies: tuple[PublicBody, ...]) -> tuple[Query, ...]:
    tables = file.tables(file.table, "findings", "")
    queries = tuple(_query(file, table, codebook) for table in tables)
    for query in queries:
        _known(file, query.bodies, [body.id for body in bodies], "body")
    for query in queries:
        if query.top < 0 or query.percent < 0:
            key = "top" if query.top < 0 else "percent"
            raise file.wrong(
                f"{key} of {query.name!r} is below zero", key, f"{getattr(query, key)}", f"write {key} = 10"
            )
    names = [query.name for query in queries]
    for name in names:
        if names.count(name) > 1:
            raise file.wrong(f"two findings are called {name!r}", "name", name, next="rename one")
    return queries


def _query(file: TomlFile, table: Mapping[str, Any], codebook: Codebook) -> Query:
    what = "[[findings]]"
    file.check_keys(table, _QUERY_KEYS, what)
    name, recipe = (file.need(table, key, str, what) for key in ("name", "recipe"))
    _known(file, (recipe,), [*_recipes(), *own.names(file.path.parent)], "recipe")
    default = codebook.measures[0].id if codebook.measures else ""
    measure = file.optional(table, "measure", str, default, what)
    _known(file, (measure,), [one.id for one in codebook.measures], "measure")
    reading = file.optional(table, "reading", str, "stated", what)
    _known(file, (reading,), ["stated", "true"], "reading")
    by = file.optional(table, "by", str, "", what)
    _known(file, [by] if by else [], [one.id for one in codebook.variables], "variable")
    return Query(
        name=name,
        recipe=recipe,
        title=file.optional(table, "title", str, name, what),
        measure=measure,
        where=_where(file, table, "where", codebook),
        of=_where(file, table, "of", codebook),
        by=by,
        reading=reading,
        bodies=file.texts(table, "bodies", what),
        top=file.optional(table, "top", int, 0, what),
        period=file.optional(table, "period", str, "", what),
        headline=file.optional(table, "headline", bool, False, what),
        since=file.optional(table, "since", str, "", what),
        denominator=file.optional(table, "denominator", str, "", what),
        denominator_year=file.optional(table, "denominator_year", str, "", what),
        per=file.optional(table, "per", int, 1000, what),
        percent=file.optional(table, "percent", int, 0, what),
    )


def _where(file: TomlFile, table: Mapping[str, Any], key: str, codebook: Codebook) -> dict[str, tuple[str, ...]]:
    where: dict[str, tuple[str, ...]] = {}
    for variable, categories in file.optional(table, key, dict, {}, "[[findings]]").items():
        _known(file, (variable,), [one.id for one in codebook.variables], "variable")
        if not isinstance(categories, list):
            raise file.wrong(f"{variable!r} of {key!r} must be a list", key, next=f'write {variable} = ["..."]')
        known = [one.id for one in codebook.variable(variable).categories]
        _known(file, categories, [*known, "not stated"], f"category of {variable}")
        where[variable] = tuple(categories)
    return where


_GUIDELINE_KEYS = (
    "id", "title", "issuer", "binds", "binds_whom", "in_force_from", "in_force_note", "status", "source", "basis",
    "clause", "cited_as",
)  # fmt: skip
_CLAUSE_KEYS = ("id", "text", "cited_as")
_STATEMENT_KEYS = ("id", "office", "body", "date", "date_precision", "text", "quotation", "source", "basis")


def _guidelines(path: Path) -> tuple[Guideline, ...]:
    if not path.exists():
        return ()
    file = TomlFile.load(path)
    file.check_keys(file.table, ("guideline",), "guidelines.toml")
    return tuple(_guideline(file, table) for table in file.tables(file.table, "guideline", ""))


def _guideline(file: TomlFile, table: Mapping[str, Any]) -> Guideline:
    what = "[[guideline]]"
    file.check_keys(table, _GUIDELINE_KEYS, what)
    clauses = tuple(_clause(file, clause) for clause in file.tables(table, "clause", what))
    return Guideline(
        id=file.need(table, "id", str, what),
        title=file.need(table, "title", str, what),
        issuer=file.need(table, "issuer", str, what),
        binds=file.optional(table, "binds_whom", str, "", what),
        since=str(table.get("in_force_from", "")),
        source=file.need(table, "source", str, what),
        clauses=clauses,
        categories=file.texts(table, "binds", what),
        note="; ".join(str(table[key]) for key in ("in_force_note", "status") if table.get(key)),
        basis=file.optional(table, "basis", str, "", what),
        cited_as=file.texts(table, "cited_as", what),
    )


def _clause(file: TomlFile, table: Mapping[str, Any]) -> Clause:
    what = "[[guideline.clause]]"
    file.check_keys(table, _CLAUSE_KEYS, what)
    return Clause(
        file.need(table, "id", str, what), file.need(table, "text", str, what), file.texts(table, "cited_as", what)
    )


def _statements(path: Path) -> tuple[Statement, ...]:
    if not path.exists():
        return ()
    file = TomlFile.load(path)
    file.check_keys(file.table, ("statement",), "statements.toml")
    return tuple(_statement(file, table) for table in file.tables(file.table, "statement", ""))


def _statement(file: TomlFile, table: Mapping[str, Any]) -> Statement:
    what = "[[statement]]"
    file.check_keys(table, _STATEMENT_KEYS, what)
    return Statement(
        id=file.need(table, "id", str, what),
        office=file.need(table, "office", str, what),
        date=str(table.get("date", "")),
        text=file.need(table, "text", str, what),
        source=file.need(table, "source", str, what),
        verbatim=file.optional(table, "quotation", bool, False, what),
        basis=file.optional(table, "basis", str, "", what),
    )


def _bases(path: Path, bodies: tuple[PublicBody, ...]) -> tuple[Basis, ...]:
    if not path.exists():
        return ()
    known = [body.id for body in bodies]
    found = []
    for line, row in csv_rows(path, ("body", "variable", "basis", "source"), ("body", "basis")):
        if row["body"] not in known:
            raise SurveyFileError(
                f"there is no body {row['body']!r}", where=f"{path}, line {line}",
                next=_did_you_mean(row["body"], known),
            )  # fmt: skip
        found.append(Basis(row["body"], row.get("variable", ""), row["basis"], row.get("source", "")))
    return tuple(found)
