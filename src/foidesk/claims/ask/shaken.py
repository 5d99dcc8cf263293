"""Figures that agree with the replies and are not borne out all the same, for what is told beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .evaluate import Bench
from .sentence import Sentence
from .unknown import is_window

if TYPE_CHECKING:
    from .story import Judged

_SEVERAL = 2
_FROM = re.compile(r"\b(?:up|down) (?:from|on)\s+$", re.IGNORECASE)


def hanging(found: Judged, every: Sequence[Judged], one: Sentence, start: int) -> Judged:
    """A figure behind "down from" is of what the one before it counts: not read where that one is not.

    `start` is where the sentence begins in the text.
    """
    if found.verdict.verdict != "supported" or not _FROM.search(one.plain[: found.start - start]):
        return found
    before = [other for other in every if other.end <= found.start and other.verdict.kind == "number"]
    before = [other for other in before if other.verdict.verdict != "not a claim about the data"]
    if not before or before[-1].readings or before[-1].verdict.verdict != "needs a person":
        return found
    why = "it is of what the figure before it counts, and the words do not say which figure of the survey that is"
    return replace(found, verdict=replace(found.verdict, verdict="needs a person", why=why))


def shaken(found: Judged, every: Sequence[Judged], one: Sentence, bench: Bench) -> Judged:
    """A place without a year, where several figures or places told with it do not fit: of which year is it?"""
    own = found.readings[0] if found.readings else None
    if own is None or own.statistic != "place" or own.period or found.verdict.verdict != "supported":
        return found
    if not bench.has_periods(own.measure) or any(is_window(each, one.lexicon) for each in one.figures):
        return found
    told = [other for other in every if other.readings and other.readings[0].statistic in ("place", "total")]
    wrong = [other for other in told if other.verdict.verdict == "contradicted" and not other.readings[0].period]
    if len(wrong) < _SEVERAL:
        return found
    why = "the place agrees with the whole time, but what is told with it does not: say of which year"
    return replace(found, verdict=replace(found.verdict, verdict="needs a person", why=why))
