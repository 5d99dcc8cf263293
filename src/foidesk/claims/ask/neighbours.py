"""Bodies told beside a place in an order: "second, *behind Exampleton* and just *ahead of Sampleton*".

Where the order of the replies is so, the words restrict nothing; where it is not, or is open, they are left.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from .evaluate import Bench
from .reading import Asked, Group, Reading
from .seen import BodySeen
from .sentence import Sentence
from .wording import NEXT

_BESIDE = re.compile(
    r"(?:,\s|\s)(?:and\s|but\s)?(?P<gap>(?:just|well|only|narrowly)\s)?"
    r"(?P<how>ahead of|above|in front of|behind|below)\s(?P<sole>(?:only|just)\s)?(?:the\s)?$"
)
_BETWEEN = re.compile(r"(?:,\s|\s)between\s(?:the\s)?$")
_AND = re.compile(r"\sand\s(?:the\s)?")
_HIGHER = ("behind", "below")
"""The body told behind these words has the higher place."""
_CAME_NEXT = re.compile(r"\b(?:c[ao]mes?|was|were|is|are|ranked) next\b", re.IGNORECASE)
_TWO = 2
_NARROW, _WIDE = Decimal("0.10"), Decimal("0.20")
"""By no more, or by no less, of the greater of the two figures."""


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
        if (found := _BESIDE.search(ahead)) and _is_so(found, reading, seen, bench):
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


def _is_so(found: re.Match[str], reading: Reading, seen: BodySeen, bench: Bench) -> bool:
    """The next place up or down; with "only" the first or last; as far off as "narrowly" and "well" say."""
    is_higher, gap = found["how"] in _HIGHER, (found["gap"] or "").strip()
    if gap == "well":
        return _lies(reading, seen, is_higher, bench, is_next=False) and _is_apart(reading, seen, gap, bench)
    if not _lies(reading, seen, is_higher, bench):
        return False
    if (found["sole"] or gap == "only") and not _is_at_end(reading, seen, is_higher, bench):
        return False
    return gap != "narrowly" or _is_apart(reading, seen, gap, bench)


def _lies(reading: Reading, seen: BodySeen, is_higher: bool, bench: Bench, is_next: bool = True) -> bool:
    """True if the body surely has the higher, or the lower, place than the one of the reading: the next to it."""
    own, other = _place(reading, bench), _place(replace(reading, subject=seen.body), bench)
    if own is None or other is None:
        return False
    steps = own - other if is_higher else other - own
    return steps == 1 if is_next else steps > 0


def _is_at_end(reading: Reading, seen: BodySeen, is_higher: bool, bench: Bench) -> bool:
    """Nobody is before it, or behind it."""
    direction = reading.direction if is_higher else -reading.direction
    return _place(replace(reading, subject=seen.body, direction=direction), bench) == 1


def _place(reading: Reading, bench: Bench) -> Decimal | None:
    """The place, where the replies leave no other, and nobody shares it."""
    found = bench.answer(reading)
    return None if found.none or found.open or found.hi != found.lo else found.lo


def _is_apart(reading: Reading, seen: BodySeen, gap: str, bench: Bench) -> bool:
    """The figures lie no further, or no less far, apart than the word has it."""
    if reading.base_measure or reading.base:
        return False
    plain = replace(reading, statistic="total", subject="", direction=0)
    found = [bench.answer(replace(plain, group=Group("listed", (body,)))) for body in (reading.subject, seen.body)]
    if any(one.none or one.open or one.hi != one.lo for one in found):
        return False
    less, more = sorted(one.lo for one in found)
    part = (more - less) / more if more else Decimal(0)
    return part <= _NARROW if gap == "narrowly" else part >= _WIDE


def not_next(
    one: Sentence, every: Sequence[Asked], priors: Sequence[Reading], bench: Bench
) -> Iterator[tuple[int, int]]:
    """Where "followed by" and "came next" stand before figures between which the replies have others."""
    found = NEXT.search(one.plain) or _CAME_NEXT.search(one.plain)
    told = [(asked.start, asked.readings[0]) for asked in every if len(asked.readings) == 1]
    own = [(at, each) for at, each in sorted(told, key=lambda pair: pair[0]) if _is_of_one(each)]
    if found is None:
        return
    before = [each for at, each in own if at < found.start()] or [each for each in priors[:1] if _is_of_one(each)]
    row = [*before[-1:], *(each for at, each in own if at >= found.start())]
    alike = all(replace(each, group=row[0].group) == row[0] for each in row)
    if len(row) < _TWO or (alike and _is_row(row, one, bench)):
        return
    yield found.span()


def _is_of_one(reading: Reading) -> bool:
    return reading.statistic == "total" and reading.group.kind == "listed" and len(reading.group.ids) == 1


def _is_row(row: Sequence[Reading], one: Sentence, bench: Bench) -> bool:
    """True if nobody lies between the bodies, from the highest down or from the lowest up."""
    among = next((seen.group for seen in one.groups if seen.group.ids), Group())
    for direction in (1, -1):
        asked = [
            replace(each, statistic="place", subject=each.group.ids[0], group=among, direction=direction)
            for each in row
        ]
        places = [_place(each, bench) for each in asked]
        if all(a is not None and b is not None and b - a == 1 for a, b in itertools.pairwise(places)):
            return True
    return False
