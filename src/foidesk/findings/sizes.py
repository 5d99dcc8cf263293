"""The sizes that a rate divides by, matched by body, categories, year and definition: never nearly.

What does not match is refused where it concerns every body, and left out with a caveat where it concerns some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from foidesk.errors import SurveyFileError, UnknownName
from foidesk.model import Amount, Denominator, Period, Quantity, Query, SurveyDefinition
from foidesk.words.periods import period as period_of_words

FILE = "denominators.csv"
Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """For each body that has them the rows that make up its size, all of one unit, and the year they hold for."""

    rows: Mapping[str, tuple[Denominator, ...]]
    unit: str
    year: str
    caveats: tuple[str, ...]

    def of(self, body: str) -> Amount | None:
        """The body's size, or None if no row fits."""
        rows = self.rows.get(body)
        return Quantity.exactly(sum((row.number for row in rows), Decimal(0)), self.unit) if rows else None

    def used(self, bodies: Iterable[str]) -> tuple[Denominator, ...]:
        return tuple(row for body in bodies for row in self.rows.get(body, ()))


def sizes(query: Query, definition: SurveyDefinition) -> Sizes:
    """The sizes that the query names. `SurveyFileError` if none fits, with what there is."""
    named = _defined(query, definition)
    year = _year(query, definition, named)
    held = [row for row in named if _same_year(row.year, year)]
    wanted = _wanted(query, definition, named)
    fitting = {
        body.id: _fitting(wanted, [row for row in held if row.body == body.id]) for body in definition.bodies
    }
    found = {body: rows for body, rows in fitting.items() if rows}
    if not found:
        raise _wrong(query, f"no {query.denominator!r} of {year} covers {_words(wanted)}", _covers(held))
    units = {row.unit for rows in found.values() for row in rows}
    if len(units) > 1:
        raise _wrong(query, f"{query.denominator!r} is given in {', '.join(sorted(units))}", "give one unit")
    return Sizes(found, units.pop(), year, _stretch(query, definition, year))


def _defined(query: Query, definition: SurveyDefinition) -> list[Denominator]:
    if not query.denominator:
        raise SurveyFileError(
            f"finding {query.name!r} has no 'denominator'", where="survey.toml",
            next=f'name a definition of {FILE}: denominator = "..."',
        )  # fmt: skip
    known = sorted({row.definition for row in definition.denominators})
    found = [row for row in definition.denominators if row.definition == query.denominator]
    if not found:
        near = get_close_matches(query.denominator, known, 1, 0.4)
        hint = f"did you mean {near[0]!r}?" if near else f"{FILE} has: {', '.join(known) or 'no rows'}"
        raise UnknownName(
            f"finding {query.name!r} names the denominator {query.denominator!r}, which {FILE} does not have",
            where="survey.toml", next=hint,
        )  # fmt: skip
    return found


def _year(query: Query, definition: SurveyDefinition, named: list[Denominator]) -> str:
    """The year that the query asks for, in the words of the file; never the nearest one."""
    years = list(dict.fromkeys(row.year for row in named))
    asked = query.denominator_year or query.period
    if not asked:
        window = definition.period
        fitting = [year for year in years if window and (days := _days(year)) and days.same_days(window)]
    else:
        fitting = [year for year in years if _same_year(year, asked)]
    if fitting:
        return fitting[0]
    what = f"no {query.denominator!r} holds for {asked or 'the days asked for'}"
    raise _wrong(query, what, f"say which year is meant: denominator_year is one of {', '.join(years)}")


def _same_year(one: str, other: str) -> bool:
    if one == other:
        return True
    mine, theirs = _days(one), _days(other)
    return mine is not None and theirs is not None and mine.same_days(theirs) and mine.kind == theirs.kind


def _days(year: str) -> Period | None:
    return period_of_words(year)


def _wanted(query: Query, definition: SurveyDefinition, named: list[Denominator]) -> dict[str, frozenset[str]]:
    """What the query restricts of the variables by which this definition is broken down.

    A category asked for beside one that holds it is in that one's size already.
    """
    variables = {name for row in named for name in row.where}
    asked = {name: ids for name, ids in query.where.items() if name in variables}
    return {name: definition.codebook.variable(name).widest(ids) for name, ids in asked.items()}


def _fitting(wanted: Mapping[str, frozenset[str]], rows: list[Denominator]) -> tuple[Denominator, ...]:
    """The row that covers just what is wanted, or rows of single categories that make it up together."""
    whole = [row for row in rows if {name: frozenset(ids) for name, ids in row.where.items()} == wanted]
    if whole:
        return (whole[0],)
    if len(wanted) != 1:
        return ()
    ((name, ids),) = wanted.items()
    parts = {row.where[name][0]: row for row in rows if set(row.where) == {name} and len(row.where[name]) == 1}
    return tuple(parts[id] for id in sorted(ids)) if ids <= set(parts) else ()


def _stretch(query: Query, definition: SurveyDefinition, year: str) -> tuple[str, ...]:
    """A caveat where what is counted and what it is divided by do not hold for the same days."""
    counted = period_of_words(query.period, definition.period) if query.period else definition.period
    held = _days(year)
    if counted is not None and held is not None and counted.same_days(held):
        return ()
    days = counted.describe() if counted else "all the time that the replies cover"
    return (f"the count is of {days}, the number it is divided by of {year}: this is no yearly rate",)


def _words(wanted: Mapping[str, frozenset[str]]) -> str:
    said = ", ".join(f"{name} = {' + '.join(sorted(ids))}" for name, ids in wanted.items())
    return said or "all of a body"


def _covers(rows: list[Denominator]) -> str:
    """What the file does cover, for the error."""
    every = dict.fromkeys(_words({name: frozenset(ids) for name, ids in row.where.items()}) for row in rows)
    return f"it covers: {'; '.join(every) or 'nothing'}"


def _wrong(query: Query, what: str, then: str) -> SurveyFileError:
    return SurveyFileError(f"finding {query.name!r}: {what}", where=FILE, next=then)
