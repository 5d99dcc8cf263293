"""Which periods may be added up to a total of the days asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from foidesk.model import Period

Days = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How some periods stand to the days asked for.

    `inside` lie wholly in them, `across` only in part. `whole` is true if they tile those days exactly;
    `caveat` says what a sum of them leaves out or takes in. `gap` says what lies between them: each states its own
    part, but they make no total. `problem` says why they cannot be used at all.
    """

    inside: frozenset[Period | None]
    across: frozenset[Period | None] = frozenset()
    whole: bool = True
    problem: str = ""
    caveat: str = ""
    gap: str = ""


def cover(periods: Collection[Period | None], target: Period | None, window: Period | None) -> Coverage:
    """How the periods of some statements cover `target`; a statement without period speaks of the window."""
    dated = {period for period in periods if period is not None}
    wanted = target or window
    if None in periods and (target is None or (window is not None and target.same_days(window))):
        same = {p for p in dated if wanted is not None and p.same_days(wanted)}
        return Coverage(frozenset({None, *same}))
    if wanted is None:
        return _tiles(dated, None)
    same = {period for period in dated if period.same_days(wanted)}
    return Coverage(frozenset(same)) if same else _tiles(dated, wanted)


def _tiles(dated: set[Period], wanted: Period | None) -> Coverage:
    inside = {p for p in dated if wanted is None or p.inside(wanted)}
    across = {p for p in dated - inside if wanted is not None and p.overlaps(wanted)}
    ordered = sorted({(p.start, p.end): p for p in inside | across}.values())
    if not ordered:
        return Coverage(frozenset(), whole=False, problem="no period of the reply lies in the days asked for")
    problem = _overlap(ordered)
    if problem:
        return Coverage(frozenset(), whole=False, problem=problem)
    gap, caveat = gap_in(ordered), _ends(ordered, wanted)
    return Coverage(frozenset(inside), frozenset(across), not (gap or caveat or across), "", caveat, gap)


def _overlap(ordered: list[Period]) -> str:
    for before, after in pairwise(ordered):
        if after.start < before.end:
            return f"“{_name(before)}” and “{_name(after)}” overlap"
    return ""


def gap_in(ordered: list[Period]) -> str:
    """Between which of some periods, in order, other days lie; "" if they follow each other."""
    for before, after in pairwise(ordered):
        if after.start > before.end:
            return f"nothing is given between “{_name(before)}” and “{_name(after)}”"
    return ""


def _ends(ordered: list[Period], wanted: Period | None) -> str:
    start, end = ordered[0].start, ordered[-1].end
    if wanted is None or (start == wanted.start and end == wanted.end):
        return ""
    last = end - timedelta(days=1)
    return f"the figures run from {start:%-d %b %Y} to {last:%-d %b %Y}, not {wanted.describe()}"


def _name(period: Period) -> str:
    return period.label or period.describe()
