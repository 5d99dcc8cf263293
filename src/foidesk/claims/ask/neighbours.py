"""Bodies told beside a place in an order: "second, *behind Exampleton* and just *ahead of Sampleton*".

Where the order of the replies is so, the words restrict nothing; where it is not, or is open, they are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .evaluate import Bench
from .lexicon import BodySeen
from .reading import Asked, Reading
from .sentence import Sentence

_BESIDE = re.compile(
    r"(?:,\s|\s)(?:and\s|but\s)?(?:just\s|well\s|only\s|narrowly\s)?"
    r"(?P<how>ahead of|above|in front of|behind|below)\s(?:only\s|just\s)?(?:the\s)?$"
)
_BETWEEN = re.compile(r"(?:,\s|\s)between\s(?:the\s)?$")
_AND = re.compile(r"\sand\s(?:the\s)?")
_HIGHER = ("behind", "below")
"""The body told behind these words has the higher place."""


def borne_neighbours(one: Sentence, every: Sequence[Asked], bench: Bench) -> Iterator[tuple[int, int]]:
    """Where bodies stand that come right behind words of order, and do lie so by the replies."""
    own = [asked for asked in every if len(asked.readings) == 1 and _is_place(asked.readings[0])]
    if len(own) != 1:
        return
    reading = own[0].readings[0]
    for number, seen in enumerate(one.bodies):
        ahead = one.plain[: seen.start]
        if seen.start < own[0].start or seen.body == reading.subject:
            continue
        if (found := _BESIDE.search(ahead)) and _lies(reading, seen, found["how"] in _HIGHER, bench):
            yield found.start("how"), seen.end
        other = one.bodies[number + 1] if number + 1 < len(one.bodies) else None
        found = _BETWEEN.search(ahead)
        if found and other is not None and _AND.fullmatch(one.plain[seen.end : other.start]):
            ways = [_lies(reading, each, is_higher, bench) for each, is_higher in ((seen, True), (other, False))]
            back = [_lies(reading, each, is_higher, bench) for each, is_higher in ((seen, False), (other, True))]
            if all(ways) or all(back):
                yield found.start() + 1, other.end


def _is_place(reading: Reading) -> bool:
    return reading.statistic == "place" and bool(reading.subject) and not reading.predicate


def _lies(reading: Reading, seen: BodySeen, is_higher: bool, bench: Bench) -> bool:
    """True if the body surely has the higher, or the lower, place than the one of the reading."""
    own, other = bench.answer(reading), bench.answer(replace(reading, subject=seen.body))
    if own.none or other.none or own.open or other.open or own.hi is None or other.hi is None:
        return False
    return other.hi < own.lo if is_higher else other.lo > own.hi
