"""The codebook's ids, periods and queries in the words that a page prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from foidesk.model import NOT_STATED, AllOf, Codebook, Finding, Period, Query, SurveyDefinition, Where

BASIS_WORDS = {
    "published": "published elsewhere before; the source is given",
    "adjusted": "a published figure, adjusted for the exercise",
    "rehearsal": "invented for the exercise",
}


TIMED = ("response-days", "on-time")
"""The recipes that speak of the requests, not of what the replies say."""


def variable_label(codebook: Codebook, id: str) -> str:
    return next((variable.label or id for variable in codebook.variables if variable.id == id), id)


def category_label(codebook: Codebook, variable: str, id: str) -> str:
    """The label of a category; the id itself for one that the codebook does not have."""
    for each in codebook.variables:
        if each.id == variable:
            return next((category.label or id for category in each.categories if category.id == id), id)
    return id


def where_words(codebook: Codebook, where: Mapping[str, tuple[str, ...]]) -> str:
    """A restriction in words: "Result: dismissed or resigned; Role: officer"."""
    parts = []
    for variable, categories in where.items():
        labels = [category_label(codebook, variable, each) for each in categories]
        parts.append(f"{variable_label(codebook, variable)}: {' or '.join(labels)}")
    return "; ".join(parts)


def attribute_words(codebook: Codebook, variable: str, value: Where) -> str:
    """What a reply says of one variable, in the codebook's words; its own words if nobody coded them."""
    labels = [category_label(codebook, variable, each) for each in value.categories]
    if not labels:
        return f"not coded: “{value.phrase}”" if value.phrase else NOT_STATED
    return (" and " if isinstance(value, AllOf) else " or ").join(labels)


def query_words(definition: SurveyDefinition, query: Query) -> tuple[tuple[str, str], ...]:
    """What was asked of the data, as pairs of heading and words; only what the query restricts."""
    book = definition.codebook
    bodies = ", ".join(body.name for body in definition.bodies if body.id in query.bodies)
    timed = query.recipe in TIMED
    pairs = (
        ("What is counted", "" if timed else measure_words(book, query.measure)),
        ("Only where", where_words(book, query.where)),
        ("As a share of", where_words(book, query.of)),
        ("Broken down by", variable_label(book, query.by) if query.by else ""),
        ("Only these bodies", bodies),
        ("Sizes", _divided(query)),
        ("Percentile", str(query.percent) if query.percent else ""),
        ("Compared with", query.since),
        ("Period", "" if timed else query.period or (definition.period.describe() if definition.period else "")),
    )
    return tuple((heading, words) for heading, words in pairs if words)


def _divided(query: Query) -> str:
    if not query.denominator:
        return ""
    year = query.denominator_year or query.period
    per = "" if query.recipe == "coverage-share" else f"; per {query.per:,}"
    return f"{query.denominator}{', ' + year if year else ''}{per}"


def measure_words(codebook: Codebook, id: str) -> str:
    for measure in codebook.measures:
        if measure.id == id:
            return f"{measure.label} ({measure.unit})" if measure.label != measure.unit else measure.label
    return id


def basis_words(bases: tuple[str, ...]) -> str:
    """The bases of a figure as printed beside it: "published + rehearsal"; "" outside rehearsals."""
    return " + ".join(sorted(set(bases)))


def reading_words(finding: Finding) -> str:
    """How the value is to be read, in one sentence."""
    if finding.recipe in TIMED:
        return "From the dates of the requests and of the letters that came back, not from what replies say."
    if finding.query.reading == "true":
        return "True: the smallest and largest number consistent with all that the replies say."
    return "Stated: what the replies say, with “not stated” kept as an answer of its own."


def period_words(period: Period | None) -> str:
    return "" if period is None else period.label or period.describe()


def day(at: str) -> str:
    """A date as a page prints it: "7 March 2014"; anything that is no ISO date is given back."""
    try:
        when: date = datetime.fromisoformat(at) if at else date.min
    except ValueError:
        return at
    return f"{when.day} {when:%B %Y}" if at else ""


def listed(items: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 body", "3 bodies"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
