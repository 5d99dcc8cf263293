"""What a paragraph splits up is of the year that it opens with: "In 2021 we had 14. Nine were dismissed."

Without this, the nine would pass for all of the time asked about, and those of the paragraph on 2022 for the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from foidesk.model.observations import TOLD_IN, Observation
from foidesk.model.periods import Period
from foidesk.model.places import Locator

from ..sentences.said import Said

_WHOLE = re.compile(
    r"\b(?:in\s+(?:all|total)|altogether|overall|over\s+(?:all|the|this|that|these)|across|throughout|totals?|combined|"
    r"whole|entire|period|all\s+(?:the\s+)?(?:\w+\s+)?(?:years|months|quarters)|(?:each|every|either|both)\s+(?:of\s+the\s+)?"
    r"(?:years?|months?)|annual\w*|average|insgesamt|zusammen|gesamt\w*|zeitraum\w*|alle[nr]?\s+\w*\s*jahre\w*|jährlich\w*)\b",
    re.IGNORECASE,
)
"""What speaks of more than the year that a paragraph opens with."""
Group = tuple[list[Observation], list[int]]


def with_years_of_parts(said: Sequence[Said]) -> list[Said]:
    """The sentences, those behind the count of one year in the same paragraph as of this year too.

    Parts that exceed the count are of something else, and no rule accepts them; so with parts that may be of one
    year or of several. A figure of another measure ("The cost was £8,420.") is taken for one of the year, and is
    asked about unless more than one paragraph is so built.
    """
    out = list(said)
    groups = [group for places in _paragraphs(out) for group in _groups(out, places)]
    years = {total.period for totals, _ in groups for total in totals if len(_periods(totals)) == 1}
    for totals, places in groups:
        for at in places:
            kept = tuple(_of_year(o, totals, out, places, len(years) > 1) for o in out[at].found.observations)
            out[at] = replace(out[at], found=replace(out[at].found, observations=kept))
    return _behind_parts(out, years)


def _behind_parts(said: list[Said], known: set[Period | None]) -> list[Said]:
    """The sentences, those behind parts of one year in the same paragraph as of this year: no total of it is read.

    "In 2022 it rose to 134: 61 on pay, 28 on leave. Thirteen were upheld." Asked about, unless paragraphs tell of
    several years.
    """
    years = set(known)
    for places in _paragraphs(said):
        years |= _periods(found) if len(_periods(found := _dated_parts(said, places))) == 1 else set()
    for places in _paragraphs(said):
        parts = _dated_parts(said, places)
        first = next((at for at in places if any(o in parts for o in said[at].found.observations)), None)
        if first is None or len(_periods(parts)) != 1:
            continue
        for at in (at for at in places if at > first and not _WHOLE.search(said[at].sentence.text)):
            held = said[at].found
            kept = tuple(_beside(o, parts, len(years) > 1) if _is_undated(o) else o for o in held.observations)
            said[at] = replace(said[at], found=replace(held, observations=kept))
    return said


def _dated_parts(said: Sequence[Said], places: Sequence[int]) -> list[Observation]:
    """The dated statements of a paragraph that has no total of a year; [] if it has one."""
    dated = [o for at in places for o in said[at].found.observations if o.period is not None and _counts(o)]
    return dated if all(o.where for o in dated) else []


def _paragraphs(said: Sequence[Said]) -> Iterator[list[int]]:
    keyed = groupby(range(len(said)), key=lambda at: (said[at].sentence.over.question, said[at].sentence.block))
    yield from (list(places) for _, places in keyed)


def _groups(said: Sequence[Said], places: Sequence[int]) -> Iterator[Group]:
    """The counts of years that follow each other, with the places of the undated sentences behind them."""
    totals: list[Observation] = []
    behind: list[int] = []
    for at in places:
        dated = [o for o in said[at].found.observations if o.period is not None and not o.where and _counts(o)]
        if dated and behind:
            yield totals, behind
            totals, behind = [], []
        totals = [*totals, *dated]
        open_ = not dated and totals and not _WHOLE.search(said[at].sentence.text)
        if open_ and any(_is_undated(o) for o in said[at].found.observations):
            behind.append(at)
    if totals and behind:
        yield totals, behind


def _counts(one: Observation) -> bool:
    return one.amount is not None and one.amount.is_exact and not one.table.startswith(TOLD_IN)


def _is_undated(one: Observation) -> bool:
    return one.period is None and one.amount is not None and not one.choice


def _periods(totals: Sequence[Observation]) -> set[Period]:
    return {one.period for one in totals if one.period is not None}


def _of_year(
    one: Observation, totals: Sequence[Observation], said: Sequence[Said], places: Sequence[int], parallel: bool
) -> Observation:
    if not _is_undated(one):
        return one
    same = [total for total in totals if total.measure == one.measure]
    if not same or not one.where:
        return _beside(one, totals, parallel) if not same else one
    beside = [
        o for at in places for o in said[at].found.observations if o.measure == one.measure and _is_undated(o)
    ]
    sums = [sum((_number(o) for o in beside if name in o.where), Decimal(0)) for name in one.where]
    last = _number(same[-1])
    if len(_periods(same)) == 1 and all(added <= last for added in sums):
        return _dated(one, same[-1])
    if sum(map(_number, same), Decimal(0)) in sums or len(_periods(totals)) == 0:
        return one
    if last in sums and len(_periods(same)) > 1:
        return _dated(one, same[-1])
    return one if _told_together(same) else replace(one, accepted_by="")


def _beside(one: Observation, totals: Sequence[Observation], parallel: bool) -> Observation:
    """A figure of another measure: of the one year, asked about where no other paragraph is built like this."""
    if len(_periods(totals)) != 1:
        return one
    made = _dated(one, totals[-1])
    return made if parallel else replace(made, accepted_by="")


def _told_together(totals: Sequence[Observation]) -> bool:
    """True for the years of one sentence, which what follows may split up together."""
    return len({_row(one) for one in totals}) == 1


def _row(one: Observation) -> Locator:
    return one.places["row"]


def _dated(one: Observation, total: Observation) -> Observation:
    place = total.places.get("period")
    places = {**one.places, "period": place} if place is not None else one.places
    return replace(one, period=total.period, places=places)


def _number(one: Observation) -> Decimal:
    return one.amount.lo if one.amount is not None else Decimal(0)
