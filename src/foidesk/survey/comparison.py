"""What may be held against what: denominators.csv, and [comparison] of survey.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from ..errors import SurveyFileError
from ..model import Codebook, Comparison, Denominator, PublicBody
from ..model.comparing import COMPARING, NEVER
from ..words.dates import date_readings
from ..words.periods import period_readings
from .tables import TomlFile, csv_rows, nearest

FILE = "denominators.csv"
COLUMNS = (
    "body", "definition", "year", "number", "unit", "variable", "category", "source", "retrieved", "note",
)  # fmt: skip
NEEDED = ("body", "definition", "year", "number", "unit", "source", "retrieved")


def comparison(file: TomlFile, codebook: Codebook) -> Comparison:
    """The owner's word on comparing bodies; by default they are listed in the order of the alphabet."""
    what = "[comparison]"
    table = file.optional(file.table, "comparison", dict, {}, "survey.toml")
    file.check_keys(table, ("bodies", "comparable", "because"), what)
    bodies = file.optional(table, "bodies", str, "listed", what)
    if bodies not in COMPARING:
        raise file.wrong(f"bodies cannot be {bodies!r}", "bodies", bodies, f"write one of {', '.join(COMPARING)}")
    comparable = file.texts(table, "comparable", what)
    known = [one.id for one in codebook.measures]
    for measure in comparable:
        if measure not in known:
            raise file.wrong(
                f"there is no measure {measure!r}", "comparable", measure,
                f"did you mean {nearest(measure, known)!r}?" if nearest(measure, known) else f"known: {known}",
            )  # fmt: skip
    because = file.optional(table, "because", str, "", what)
    if not because.strip() and (bodies == NEVER or comparable):
        key = "comparable" if comparable else "bodies"
        raise file.wrong(f"{what} gives no reason", key, None, 'add because = "...": it is printed')
    if bodies == NEVER and comparable:
        raise file.wrong(
            "bodies that must not be compared have no comparable counts",
            "comparable",
            None,
            "take one of the two out",
        )
    return Comparison(bodies, comparable, " ".join(because.split()))


def denominators(folder: Path, bodies: Iterable[PublicBody], codebook: Codebook) -> tuple[Denominator, ...]:
    """Every size in denominators.csv; a row that cannot be trusted is refused with its line."""
    path = folder / FILE
    if not path.exists():
        return ()
    known = [one.id for one in bodies]
    found: dict[tuple[object, ...], int] = {}
    rows = []
    for line, row in csv_rows(path, COLUMNS, NEEDED):
        one = _denominator(row, f"{path}, line {line}", known, codebook)
        key = (one.body, one.definition, _days_of(one.year), tuple(sorted(one.where.items())))
        if key in found:
            raise SurveyFileError(
                f"line {found[key]} gives {one.definition} of {one.body} for these days ({one.year}) too",
                where=f"{path}, line {line}", next="keep one of them, or tell their definitions apart",
            )  # fmt: skip
        found[key] = line
        rows.append(one)
    return tuple(rows)


def _denominator(row: Mapping[str, str], at: str, bodies: list[str], codebook: Codebook) -> Denominator:
    if row["body"] not in bodies:
        raise _wrong(f"there is no body {row['body']!r}", at, _guess(row["body"], bodies))
    if 1 not in (len(period_readings(row["year"])), len(date_readings(row["year"]))):
        raise _wrong(f"the year {row['year']!r} is not one year or day", at, "write 2012, 2012/13 or 2012-03-31")
    if not row["source"].lower().startswith(("http://", "https://")):
        raise _wrong(f"the source {row['source']!r} is no address", at, "give the web address of the source")
    return Denominator(
        row["body"], row["definition"], row["year"], _number(row["number"], at), row["unit"], row["source"],
        _day(row["retrieved"], at), _where(row, at, codebook), row.get("note", ""),
    )  # fmt: skip


def _number(text: str, at: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number <= 0:
        raise _wrong(
            f"{text!r} is no number above zero", at,
            "write digits, with a point before decimals: 1254.5; leave the line out for a body without a size",
        )  # fmt: skip
    return number


def _day(text: str, at: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise _wrong(f"{text!r} is not a day", at, "write when it was retrieved as 2014-03-31") from None


def _where(row: Mapping[str, str], at: str, codebook: Codebook) -> dict[str, tuple[str, ...]]:
    variable, named = row.get("variable", ""), row.get("category", "")
    if bool(variable) is not bool(named):
        raise _wrong("variable and category go together", at, "fill in both, or neither for the whole body")
    if not variable:
        return {}
    known = [one.id for one in codebook.variables]
    if variable not in known:
        raise _wrong(f"there is no variable {variable!r}", at, _guess(variable, known))
    categories = tuple(part.strip() for part in named.split(";") if part.strip())
    ids = [one.id for one in codebook.variable(variable).categories]
    for category in categories:
        if category not in ids:
            raise _wrong(f"{variable} has no category {category!r}", at, _guess(category, ids))
    return {variable: tuple(sorted(categories))}


def _days_of(year: str) -> object:
    """The days that the size holds for, however the year is written: "2020/21" and "2020-21" are one."""
    found = period_readings(year)
    return (found[0].start, found[0].end, found[0].kind) if len(found) == 1 else date_readings(year)


def _guess(name: str, known: list[str]) -> str:
    near = nearest(name, known)
    return f"did you mean {near!r}?" if near else f"known: {', '.join(known) or 'none'}"


def _wrong(what: str, at: str, then: str) -> SurveyFileError:
    return SurveyFileError(what, where=at, next=then)
