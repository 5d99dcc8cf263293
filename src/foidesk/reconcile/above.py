"""Rows above the first heading that hold more than those below: totals of these, or cases of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.model import Choice, Observation, Option

from .words import evidence_id, value_places

KIND = "reading"
TOTALS, OWN = "totals", "own cases"
MARK = " under no heading"
"""Ends the id of an observation that is held to be of cases of its own."""

Shape = frozenset[str]


def plain_id(id: str) -> str:
    """The id that the observation has in its reply."""
    return id.removesuffix(MARK)


def is_own(seen: Observation) -> bool:
    """True for a row that is read as cases under no heading."""
    return seen.option == OWN and seen.id.endswith(MARK)


def asked(observations: tuple[Observation, ...], body: str) -> tuple[tuple[Observation, ...], tuple[Choice, ...]]:
    """The observations, rows above the first heading in both readings, and the questions which of the two it is.

    "Settled 10, rejected 8", then "South: settled 3, rejected 1": the first may be all of them, of which some are
    of South, or those of nowhere. Rows that are just the sums of those below are totals, and are not asked about.
    """
    held, choices = {seen.id: seen for seen in observations}, []
    more: list[Observation] = []
    for above in _above(observations):
        choice = _choice(above, body)
        choices.append(choice)
        held |= {seen.id: replace(seen, choice=choice.id, option=TOTALS) for seen in above}
        more += [replace(seen, id=seen.id + MARK, choice=choice.id, option=OWN) for seen in above]
    return (*held.values(), *more), tuple(choices)


def _above(observations: Iterable[Observation]) -> Iterator[list[Observation]]:
    tables: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for seen in observations:
        if seen.table and seen.role in ("cell", "total"):
            tables[seen.document, seen.table, seen.measure].append(seen)
    for members in tables.values():
        shapes: dict[Shape, list[Observation]] = defaultdict(list)
        for seen in members:
            if seen.role == "cell":
                shapes[frozenset(seen.where)].append(seen)
        if not any(seen.role == "total" and not seen.where for seen in members):
            yield from (rows for shape, rows in shapes.items() if shape and _may_be_both(rows, shape, shapes))


def _may_be_both(rows: list[Observation], shape: Shape, shapes: dict[Shape, list[Observation]]) -> bool:
    """True if the rows stand above finer ones of each of their kinds, and hold more than these add up to."""
    finer = [seen for other, several in shapes.items() if shape < other for seen in several]
    if not finer or any(seen.choice for seen in (*rows, *finer)):
        return False
    if max(seen.row for seen in rows) >= min(seen.row for seen in finer):
        return False
    pairs = [(_number(seen), _sum(seen, finer)) for seen in rows]
    known = [(own, below) for own, below in pairs if own is not None and below is not None]
    return len(known) == len(pairs) and all(a >= b for a, b in known) and any(a > b for a, b in known)


def _number(seen: Observation) -> Decimal | None:
    amount = seen.amount
    return amount.lo if amount is not None and amount.lo == amount.hi and seen.relation == "=" else None


def _sum(seen: Observation, finer: list[Observation]) -> Decimal | None:
    """What the finer rows of the kind add up to; None if there is none, or one is no exact number."""
    inside = [_number(one) for one in finer if one.period == seen.period and _is_of(one, seen)]
    known = [number for number in inside if number is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(inside) else None


def _is_of(fine: Observation, coarse: Observation) -> bool:
    return all(fine.where[name].categories == words.categories for name, words in coarse.where.items())


def _choice(above: list[Observation], body: str) -> Choice:
    locators, ids = value_places(above), tuple(seen.id for seen in above)
    quotes = ", ".join(f"“{place.quote}”" for place in locators[:3]) + (" …" if len(locators) > 3 else "")
    options = (
        Option(TOTALS, "they are the totals of all rows below, of which some are told under headings", ids),
        Option(OWN, "they are cases of their own, under none of the headings", tuple(id + MARK for id in ids)),
    )
    question = f"The rows above the first heading ({quotes}) hold more than those below them. What are they?"
    return Choice(
        evidence_id(KIND, body, locators, above[0].measure, "above"), KIND, question, options, body, locators
    )
