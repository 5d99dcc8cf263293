"""Figures that agree with the replies and are not borne out all the same, for what is told beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from foidesk.words.figures import Figure

from .evaluate import Bench
from .fit import agreement
from .lexicon import Lexicon
from .moved_to import Move
from .moved_to import of_moves as borne_by
from .reading import Asked, Reading
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


def apposed(found: Judged, every: Sequence[Judged], asked: Sequence[Asked], start: int, bench: Bench) -> Judged:
    """A share that tells the number before it again, as the two are written: "16 of the 88 cases, two thirds".

    Right for itself, it is contradicted where numbers changed places, and the one in front of it is no such share.
    """
    own = found.readings[0] if len(found.readings) == 1 else None
    if own is None or own.statistic not in ("part", "share") or found.verdict.verdict != "supported":
        return found
    count = replace(own, statistic="total", other=None, base_measure="", base={})
    told = [other for other in every if other.end <= found.start and other.verdict.verdict == "contradicted"]
    wrong = [
        other for other in every if other.verdict.verdict == "contradicted" and other.verdict.kind == "number"
    ]
    told = [other for other in told if len(other.readings) == 1 and _is_count(other.readings[0], count)]
    if (
        len(wrong) < _SEVERAL
    ):  # with one wrong digit the share still tells what is so; with two numbers in turn not
        return found
    share = next((one.figure for one in asked if one.start + start == found.start), None)
    before = next((one.figure for one in asked if told and one.start + start == told[-1].start), None)
    if share is None or before is None or before.value is None:
        return found
    whole = bench.answer(own.other or replace(count, measure=own.base_measure or own.measure, where=own.base))
    if whole.none or whole.open or not whole.hi or whole.lo != whole.hi:
        return found
    part = before.value / whole.hi
    if agreement(share, part, part, is_share=True)[0] != "clashes":
        return found
    why = f"“{told[-1].text}”, which it tells again, is {part * 100:.1f} per cent, and the replies contradict it"
    return replace(found, verdict=replace(found.verdict, verdict="contradicted", why=why))


def _is_count(reading: Reading, count: Reading) -> bool:
    return replace(reading, base_measure="", base={}) == count


def of_moves(found: Judged, moves: Sequence[Move], start: int) -> Judged:
    """A figure that "rose to" so much stands only if it did rise."""
    for move in moves:
        if move.asked.start + start == found.start:
            return replace(found, verdict=borne_by(found.verdict, move))
    return found


def told_behind(judged: Sequence[Judged], rest: str) -> list[Judged]:
    """The claims of a sentence; its last number is asked about where the words behind say what it is.

    "Think of £600. *That is what* each of eight trusts took in one year": the number alone is of nothing yet.
    """
    told = _THAT_IS.match(rest)
    last = max((one.start for one in judged if one.readings), default=-1)
    return [
        replace(one, verdict=replace(one.verdict, verdict="needs a person", first="supported", why=_SAID_NEXT))
        if told and one.start == last and one.verdict.verdict == "supported"
        else one
        for one in judged
    ]


_THAT_IS = re.compile(
    r"[\s”’\"']*(?:That|This|It)(?:[’']s|\s(?:is|was))\s(?:just\s|only\s|also\s)?"
    r"(?:what|how\s(?:much|many)|the\s(?:number|amount|sum|total|figure|cost|count))\b"
)
_SAID_NEXT = "the sentence behind it says what this is"


def timed_behind(judged: Sequence[Judged], behind: Sequence[Figure], lexicon: Lexicon) -> list[Judged]:
    """The claims of a sentence; asked about where brackets behind it tell another length of time.

    "Visitors: 9,295 notices. (*One year*, nine bodies.)" of a survey that asks about three. `behind` are the
    figures that open brackets in the rest of the paragraph.
    """
    others = [
        one for one in behind if one.kind == "duration" and one.unit == "years" and not is_window(one, lexicon)
    ]
    return [
        replace(one, verdict=replace(one.verdict, verdict="needs a person", first="supported", why=_TIMED))
        if others and one.verdict.verdict == "supported" and one.readings and not one.readings[0].period
        else one
        for one in judged
    ]


_TIMED = "it is right of the whole time, but the words in brackets behind it tell another length of time"


def _is_wrong_of_each(other: Judged) -> bool:
    """ "Four were dismissed, *one each* in A, B, C and D", of whom one had none."""
    of_each = bool(other.readings) and other.readings[0].statistic == "each"
    return of_each and "contradicted" in (other.verdict.verdict, other.verdict.first)


def shaken(found: Judged, every: Sequence[Judged], one: Sentence, bench: Bench) -> Judged:
    """A place without a year, where several figures or places told with it do not fit: of which year is it?"""
    own = found.readings[0] if found.readings else None
    if own is None or found.verdict.verdict != "supported":
        return found
    if own.statistic == "total" and any(_is_wrong_of_each(other) for other in every if other.start > found.start):
        why = "so many there are, but what is told of each body behind it is not so"
        return replace(found, verdict=replace(found.verdict, verdict="needs a person", why=why))
    if own.statistic != "place" or own.period:
        return found
    if not bench.has_periods(own.measure) or any(is_window(each, one.lexicon) for each in one.figures):
        return found
    told = [other for other in every if other.readings and other.readings[0].statistic in ("place", "total")]
    wrong = [other for other in told if other.verdict.verdict == "contradicted" and not other.readings[0].period]
    if len(wrong) < _SEVERAL:
        return found
    why = "the place agrees with the whole time, but what is told with it does not: say of which year"
    return replace(found, verdict=replace(found.verdict, verdict="needs a person", why=why))
