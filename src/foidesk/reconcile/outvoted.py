"""Printed totals that their own parts do not give, where the reply states elsewhere what the parts give.

"129" below rows that add to 127, and a second table of the same year with the total 127: the printed total or all
the others are wrong. One question for the table; until a person decides, the rows and what agrees with them stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from foidesk.model import Amount, Choice, Extraction, Footing, Observation, Option

from .versions import meaning_of
from .words import evidence_id, value_places

PRINTED, ROWS = "printed", "rows"


def outvoted(
    extraction: Extraction, observations: tuple[Observation, ...], body: str
) -> tuple[tuple[Observation, ...], tuple[Choice, ...]]:
    """The observations, such totals under a choice for each table, and the choices."""
    known = {seen.id: seen for seen in observations}
    tables: dict[str, dict[str, Footing]] = defaultdict(dict)
    for footing in extraction.footings:
        seen = known.get(footing.total)
        if seen is not None and not footing.holds and _is_alone(footing, seen, observations):
            tables[seen.table][seen.id] = footing
    choices, under = [], dict[str, str]()
    for table, failed in tables.items():
        choice = _choice(table, failed, known, body)
        choices.append(choice)
        under |= dict.fromkeys(failed, choice.id)
    held = (replace(o, choice=under[o.id], option=PRINTED) if o.id in under else o for o in observations)
    return tuple(held), tuple(choices)


def _is_alone(footing: Footing, seen: Observation, observations: tuple[Observation, ...]) -> bool:
    """True if others state the sum of the parts for the very same thing, and none the printed total."""
    summed, own = _number(footing.summed), _exactly(seen)
    if summed is None or own is None or seen.choice or seen.role != "total":
        return False
    others = [one for one in observations if one.table != seen.table and meaning_of(one) == meaning_of(seen)]
    said = [_exactly(one) for one in others if one.role in ("total", "cell", "prose") and not one.choice]
    return summed in said and own not in said


def _exactly(seen: Observation) -> Decimal | None:
    return seen.value.lo if isinstance(seen.value, Amount) and seen.value.is_exact else None


def _number(summed: str) -> Decimal | None:
    try:
        return Decimal(summed.replace(",", ""))
    except InvalidOperation:
        return None


def _choice(table: str, failed: Mapping[str, Footing], known: Mapping[str, Observation], body: str) -> Choice:
    printed = [known[id] for id in failed]
    locators = value_places(printed)
    said, sums = (
        ", ".join(f"“{at.quote}”" for at in locators),
        ", ".join(footing.summed for footing in failed.values()),
    )
    options = (
        Option(ROWS, f"its parts stand: {sums}", (), sums),
        Option(PRINTED, f"the printed totals stand: {said}", tuple(failed), said),
    )
    question = f"{table} prints totals that its parts do not give, and the reply says elsewhere what these give"
    question = f"{question}: {said} or {sums}. Which stand?"
    id = evidence_id("contradiction", body, locators, printed[0].measure, "totals of a table")
    return Choice(id, "contradiction", question, options, body, locators, weight=1)
