"""A printed sum that the rows above it do not make: both stay possible until a person decides which stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from foidesk.model import (
    Amount,
    Choice,
    Extraction,
    Footing,
    Locator,
    Missing,
    Observation,
    Option,
    Period,
    Text,
    Value,
    Where,
)

from .outvoted import outvoted
from .words import evidence_id, value_places

PRINTED, ROWS = "printed", "rows"


@dataclass(frozen=True, slots=True)
class Doubted:
    """A reply's observations with the printed sums that its rows do not make, and the questions which stands."""

    observations: tuple[Observation, ...]
    choices: tuple[Choice, ...] = ()


def doubted(extraction: Extraction, body: str) -> Doubted:
    """Each failed sum over all rows of a table as an alternative to them; others are an issue and no more.

    A sum that is itself a statement is left to the ledger, which sees that it clashes, unless others outvote it.
    """
    known = {seen.id: seen for seen in extraction.observations}
    found = [pair for footing in extraction.footings if (pair := _instead(footing, known, extraction))]
    choices: list[Choice] = []
    added: list[Observation] = []
    marked: dict[str, Observation] = {}
    for printed, rows, locator in found:
        choice = _choice(printed, rows, locator, body)
        choices.append(choice)
        added.append(replace(printed, choice=choice.id, option=PRINTED))
        marked |= {row.id: replace(row, choice=choice.id, option=ROWS) for row in rows}
    held = tuple(marked.get(seen.id, seen) for seen in extraction.observations)
    stated, asked = outvoted(extraction, held, body)
    return Doubted((*stated, *added), (*choices, *asked))


def _instead(
    footing: Footing, known: Mapping[str, Observation], extraction: Extraction
) -> tuple[Observation, list[Observation], Locator] | None:
    """The printed sum as one row in place of all rows of its table."""
    rows = [known[id] for id in footing.parts if id in known]
    if footing.holds or footing.total in known or len(rows) < 2 or len(rows) != len(footing.parts):
        return None
    if any(row.choice for row in rows) or len(rows) != len(list(_of_table(rows[0], extraction))):
        return None
    locator = next((i.locators[0] for i in extraction.issues if i.key == footing.total and i.locators), None)
    value = _amount(footing.printed, rows[0].value)
    if locator is None or value is None:
        return None
    printed = replace(
        rows[0], id=footing.total, value=value, where=_common(rows), period=_span(rows), row=-1,
        places={"value": locator}, accepted_by="",
    )  # fmt: skip
    return printed, rows, locator


def _span(rows: list[Observation]) -> Period | None:
    """The days from the first to the last of the rows; None if one of them has no date."""
    periods = [row.period for row in rows if row.period is not None]
    if len(periods) < len(rows):
        return None
    if len(set(periods)) == 1:
        return periods[0]
    return Period(min(one.start for one in periods), max(one.end for one in periods))


def _of_table(row: Observation, extraction: Extraction) -> Iterator[Observation]:
    for seen in extraction.observations:
        if (seen.table, seen.measure, seen.role) == (row.table, row.measure, row.role):
            yield seen


def _amount(printed: str, like: Value) -> Value | None:
    if isinstance(like, Missing | Text):
        return None
    try:
        number = Decimal("".join(sign for sign in printed if sign.isdigit() or sign == "."))
        return replace(like, lo=number, hi=number, how="exact")
    except (InvalidOperation, ValueError):
        return None


def _common(rows: list[Observation]) -> dict[str, Where]:
    first = rows[0].where
    return {name: words for name, words in first.items() if all(row.where.get(name) == words for row in rows)}


def _choice(printed: Observation, rows: list[Observation], locator: Locator, body: str) -> Choice:
    total = sum((row.value.lo for row in rows if isinstance(row.value, Amount)), Decimal(0))
    said = printed.value.lo if isinstance(printed.value, Amount) else Decimal(0)
    options = (
        Option(ROWS, f"the {len(rows)} rows stand: {total:,}", tuple(row.id for row in rows), f"{total}"),
        Option(PRINTED, f"the printed sum stands: {said:,}", (printed.id,), f"{said}"),
    )
    locators = (locator, *value_places(rows[:1]), *value_places(rows[-1:]))
    id = evidence_id("contradiction", body, locators, printed.measure, "sum")
    question = (
        f"The table prints the sum “{locator.quote}”, and its {len(rows)} rows add to {total:,}. Which stands?"
    )
    return Choice(id, "contradiction", question, options, body, locators, weight=1)
