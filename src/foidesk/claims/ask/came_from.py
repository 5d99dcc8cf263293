"""A figure that another came from, without a date of its own: "53 in 2025, down from 61".

A reader takes it for that of the year before; a story may mean an earlier one. So it is read of each year before
the other's, the latest first: where only an earlier one fits, a person says which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from foidesk.words.figures import Figure

from .clause import Clause, asked_of
from .moves import MOVE
from .paired import turned
from .reading import Asked, Reading
from .sentence import Sentence
from .years import apart, ends, is_year, moved

_FROM = re.compile(r"(?:,|\s[–—-]|\s\()\s(?:which (?:is|was)\s)?(?P<way>up|down)\sfrom\s(?:just\s|only\s|the\s)*$")
"""Between a figure and the one that it came from."""
_DATED = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:in|for|at|during|on)\s(?:the\s)?[\w’']|"
    r"\s(?:the|a|two|three|four|five|last|\d+)\s(?:\w+\s)?(?:year|month|week|decade)|\s(?:previously|before|earlier)\b",
    re.IGNORECASE,
)
"""Behind a figure, words of its own time or place."""


def came_from(part: Clause) -> Asked | None:
    """The figure with the reading of the one before it, of each year before; None if it is told otherwise."""
    text, figure = part.one.plain, part.figure
    if (
        turned(part)
        or not part.state.here
        or figure.kind not in ("count", "money")
        or not _FROM.search(text[: figure.start])
    ):
        return None
    told, own = part.state.here[-1]
    gap = text[told.end : figure.start]
    figure = _in_kind(figure, told)
    if own.statistic not in ("total", "share") or own.other is not None or not is_year(own.period):
        return None
    if told.kind != figure.kind:
        return None
    named = part.part.bodies or part.part.groups or part.part.categories
    if re.search(r"\d", gap.replace(own.period, "")) or named or _DATED.match(text, figure.end):
        return None
    if part.context.unit and not part.context.inherited and part.figure.kind == "count":
        return None
    years = _years_before(part, own.period)
    readings = tuple(replace(own, period=year) for year in years)
    return replace(asked_of(figure, *readings), latest=True) if readings else None


def _in_kind(figure: Figure, told: Figure) -> Figure:
    """A bare number behind a length of time or a share is one too: "35 minutes, up from *32*"."""
    if figure.kind != "count" or told.kind not in ("duration", "percent"):
        return figure
    return replace(figure, kind=told.kind, unit=told.unit, step=figure.step or Decimal(1))


def _years_before(part: Clause, year: str) -> list[str]:
    window = part.lexicon.definition.period
    if window is None:
        return []
    first = ends(window.start, window.end - timedelta(days=1))[0]
    many = (apart(year, first) or 0) if is_year(first) else 0
    return [moved(year, -by) for by in range(1, many + 1)]


def moves_from(one: Sentence, every: Iterable[Asked]) -> Iterator[tuple[int, int]]:
    """Where "up" and "down" stand before such a figure, if the two numbers as written bear them out."""
    before: Asked | None = None
    for asked in every:
        found = _FROM.search(one.plain[: asked.start]) if asked.latest and before is not None else None
        if found and before is not None and _is_so(found["way"], before, asked):
            yield found.span("way")
        before = asked


def _is_so(way: str, late: Asked, early: Asked) -> bool:
    if late.figure is None or early.figure is None or len(late.readings) != 1:
        return False
    if late.figure.value is None or early.figure.value is None or not _same(late.readings[0], early.readings[0]):
        return False
    more = late.figure.value - early.figure.value
    found = MOVE.match(way)
    return bool(found) and more != 0 and (more > 0) == (way.lower() == "up")


def _same(late: Reading, early: Reading) -> bool:
    return replace(late, period=early.period) == early
