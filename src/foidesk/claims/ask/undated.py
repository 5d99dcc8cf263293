"""Figures without a year, of what is told for one: a share, a wait, "559 in a single year".

A newspaper that says no year means the latest. So the readings are those of every year, the latest first. The
latest bears the figure out, or every year contradicts it; where only an earlier one fits, a person says which
is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ..verdict import Verdict
from .clause import Clause
from .doubts import of_some_year
from .reading import Asked, Reading
from .years import apart, ends, is_year, moved

Judged = tuple[Verdict, tuple[tuple[str, str], ...]]
_ONE_YEAR = ("share", "duration")
"""Types of measure whose figures do not add up over years."""


def of_each_year(part: Clause, asked: Asked) -> Asked:
    """The figure with a reading for each year, the latest first, where its words name none and it is of one."""
    if why := of_some_year(part):
        every = _years(part, asked) if _is_plain(asked) else _earlier(part, asked)
        return replace(asked, readings=every, latest=True) if every else part.asked(open=why)
    if not _is_plain(asked) or part.lexicon.kind(asked.readings[0].measure) not in _ONE_YEAR:
        return asked
    alone = len(asked.readings[0].group.ids) == 1 and not part.one.whens and not part.state.span.given
    every = _years(part, asked) if alone else ()
    return replace(asked, readings=(*every, *asked.readings), latest=True) if every else asked


def or_of_year_told(part: Clause, asked: Asked) -> Asked:
    """The figure read of the whole time, and of the year that the sentence before told: "X evicted 24 in 2024. Y
    evicted 17." """
    own, last = asked.readings[0] if len(asked.readings) == 1 else None, part.state.last
    dated = part.one.whens or part.state.here or part.state.span.given or _WHOLE_TIME.search(part.one.plain)
    if own is None or last is None or dated or not is_year(last.period) or own.period:
        return asked
    if own.statistic != "total" or own.other is not None or own.base or own.base_measure:
        return asked
    return replace(asked, readings=(own, replace(own, period=last.period)))


_WHOLE_TIME = re.compile(
    r"\b(?:in (?:all|total)|all told|altogether|overall|since|ever|whole|entire|"
    r"(?:over|across|between|during|in|for) (?:the|these|those|all|both|that) (?:\w+ ){0,2}(?:years|period)|"
    r"years)\b",
    re.IGNORECASE,
)
"""In a sentence without a date, that it may tell of all the time."""


def _is_plain(asked: Asked) -> bool:
    own = asked.readings[0] if len(asked.readings) == 1 else None
    return own is not None and own.statistic in ("total", "share") and not own.period and not own.base


def _earlier(part: Clause, asked: Asked) -> tuple[Reading, ...]:
    """ "Rose eight per cent in a year, from 254 to 274": as told of the last year, and of each before it."""
    window = part.lexicon.definition.period
    own = asked.readings[0] if len(asked.readings) == 1 else None
    if own is None or window is None or not is_year(own.period):
        return ()
    first, last = ends(window.start, window.end - timedelta(days=1))
    if not is_year(first) or not is_year(last) or apart(last, own.period) not in (0, 1):
        return ()
    least = own.period if own.other is None else own.other.period
    if not is_year(least):
        return ()
    found = []
    for by in range((apart(least, first) or 0) + 1):
        other = None if own.other is None else replace(own.other, period=moved(own.other.period, -by))
        found.append(replace(own, period=moved(own.period, -by), other=other))
    return tuple(found)


def _years(part: Clause, asked: Asked) -> tuple[Reading, ...]:
    window = part.lexicon.definition.period
    if window is None:
        return ()
    first, last = ends(window.start, window.end - timedelta(days=1))
    if not is_year(last) or not is_year(first):
        return ()
    return tuple(
        replace(asked.readings[0], period=moved(last, -by)) for by in range((apart(last, first) or 0) + 1)
    )


def of_the_latest(found: Sequence[Judged], readings: Sequence[Reading]) -> Judged:
    """The verdict of the latest year that has a figure; a person's, where another year alone bears it out."""
    had = [
        (one, reading)
        for one, reading in zip(found, readings, strict=True)
        if one[0].verdict not in ("no data", "needs a person")
    ]
    if not had:
        return found[-1] if found[-1][0].verdict == "needs a person" else found[0]
    (verdict, sources), reading = had[0]
    fits = [one for (one, _), _ in had if one.verdict not in ("contradicted",)]
    when = f"read as of {reading.period}, the latest year, as its words name none" if reading.period else ""
    if verdict.verdict != "contradicted" or not fits:
        why = f"{verdict.why}; {when}" if when and verdict.why else when or verdict.why
        return replace(verdict, why=why), sources
    why = f"its words name no year: the latest says otherwise ({verdict.value}), another may be meant"
    return Verdict("needs a person", verdict.kind, why=why), ()
