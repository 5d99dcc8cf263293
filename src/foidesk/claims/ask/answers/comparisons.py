"""One figure against another: how many times, how much more, by what share, in points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ..evaluate import Bench
from ..reading import Answer, Reading
from .bounds import divided, moved, percent_words, span_words


def multiple(bench: Bench, asked: Reading) -> Answer:
    """One figure divided by another."""
    first, second = _two(bench, asked)
    if (bad := first if first.none or first.open else second).none or bad.open:
        return bad
    result = divided((first.lo, first.hi), (second.lo, second.hi))
    if result is None:
        return Answer(open="what it is compared with may be nothing")
    words = f"{span_words(*result)} times: {first.words} against {second.words}"
    return Answer(
        result[0],
        result[1],
        words,
        "times",
        "multiple",
        misleading=first.misleading,
        sources=(*first.sources, *second.sources),
    )


def quotient(bench: Bench, asked: Reading) -> Answer:
    """What a sum comes to for one of what it was paid for."""
    found = multiple(bench, asked)
    if found.none or found.open:
        return found
    lo, hi = found.lo.quantize(Decimal("0.01")), None if found.hi is None else found.hi.quantize(Decimal("0.01"))
    words = f"{span_words(lo, hi)} on average: {found.words.split(': ', 1)[1]}"
    return replace(found, lo=lo, hi=hi, unit="", kind="rate", words=words)


def _two(bench: Bench, asked: Reading) -> tuple[Answer, Answer]:
    assert asked.other is not None
    plain = "share" if asked.base_measure or bench.kind(asked.measure) == "share" else "total"
    return bench.answer(replace(asked, statistic=plain, other=None)), bench.answer(
        replace(asked.other, statistic=plain)
    )


def difference(bench: Bench, asked: Reading) -> Answer:
    """The later figure less the earlier one, in the direction that the sentence says."""
    later, earlier = _two(bench, asked)
    if (bad := later if later.none or later.open else earlier).none or bad.open:
        return bad
    if later.hi is None or earlier.hi is None:
        return Answer(open="the figures are open")
    lo, hi = later.lo - earlier.hi, later.hi - earlier.lo
    if asked.direction < 0:
        lo, hi = -hi, -lo
    words = f"{moved(lo, hi, asked.direction, span_words)}: from {earlier.words} to {later.words}"
    return Answer(
        lo, hi, words, later.unit, misleading=later.misleading, sources=(*later.sources, *earlier.sources)
    )


def change(bench: Bench, asked: Reading) -> Answer:
    """The change as a share of the earlier figure."""
    found = multiple(bench, asked)
    if found.none or found.open or found.hi is None:
        return found
    lo, hi = found.lo - 1, found.hi - 1
    if asked.direction < 0:
        lo, hi = -hi, -lo
    return replace(
        found,
        lo=lo,
        hi=hi,
        kind="share",
        words=f"{moved(lo, hi, asked.direction, percent_words)}: {found.words}",
    )


def points(bench: Bench, asked: Reading) -> Answer:
    """The difference of two shares in percentage points."""
    found = difference(bench, asked)
    if found.none or found.open or found.hi is None:
        return found
    plain = not asked.base_measure and bench.kind(asked.measure) != "share"
    if plain:
        return Answer(
            misleading="these are numbers, not shares: a change of numbers is told in per cent, not points",
            lo=Decimal(-1),
            hi=Decimal(-1),
            words=found.words,
            kind="points",
        )
    lo, hi = found.lo * 100, found.hi * 100
    return replace(
        found,
        lo=lo,
        hi=hi,
        kind="points",
        words=f"{moved(lo, hi, asked.direction, _points)}: {found.words.partition(': ')[2]}",
    )


def _points(lo: Decimal, hi: Decimal) -> str:
    return f"{span_words(lo, hi)} points"


def trend(bench: Bench, asked: Reading) -> Answer:
    """Did it rise or fall at all, as the sentence says?"""
    found = difference(bench, asked)
    if found.none or found.open or found.hi is None:
        return found
    return replace(found, is_so=True if found.lo > 0 else False if found.hi <= 0 else None)
