"""A part of a whole over the same bodies."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ..evaluate import Bench, Interval, sources
from ..reading import PER_CENT, Answer, Reading
from .bounds import divided, percent_words, span_words, whose
from .sums import nothing, total


def share(bench: Bench, asked: Reading) -> Answer:
    """A part of a whole, over the same bodies."""
    measure = bench.definition.codebook.measure(asked.measure)
    if bench.kind(asked.measure) == "share" and not asked.base_measure:
        return _given_share(bench, asked, measure.unit)
    base_measure = asked.base_measure or asked.measure
    bodies, hidden = bench.members(asked.group, base_measure, asked.base)
    if asked.group.n is not None or asked.group.kind in ("none", "answered"):
        bodies = _with_base(bench, asked, base_measure, bodies)
    base, _ = bench.total(base_measure, asked.base, bodies, asked.period, asked.group.kind == "listed")
    if asked.top:
        return _top_share(bench, asked, bodies, base, hidden)
    part, used = bench.total(asked.measure, _both(asked), bodies, asked.period, asked.group.kind == "listed")
    if base is None or part is None:
        return nothing(bench, asked, bodies)
    result = divided(part, base)
    if result is None:
        return Answer(open="the whole is not settled")
    lo, hi = result if not asked.complement else (1 - result[1], 1 - result[0])
    words = f"{percent_words(lo, hi)}: {span_words(*part)} of {span_words(*base)}{whose(bench, asked, bodies)}"
    return Answer(
        lo,
        hi,
        words,
        "share",
        "share",
        misleading=hidden if "gave no figure" in hidden else "",
        sources=sources(used),
    )


def part(bench: Bench, asked: Reading) -> Answer:
    """One sum as a share of another that the words before told."""
    assert asked.other is not None
    first = bench.answer(replace(asked, statistic="total", other=None))
    whole = bench.answer(replace(asked.other, statistic="total"))
    if (bad := first if first.none or first.open else whole).none or bad.open:
        return bad
    result = divided((first.lo, first.hi), (whole.lo, whole.hi))
    if result is None:
        return Answer(open="the whole is not settled")
    words = f"{percent_words(*result)}: {first.words} of {whole.words}"
    return Answer(*result, words, "share", "share", misleading=whole.misleading, sources=first.sources)


def _both(asked: Reading) -> dict[str, tuple[str, ...]]:
    return {**asked.base, **asked.where}


def _with_base(bench: Bench, asked: Reading, measure: str, bodies: tuple[str, ...]) -> tuple[str, ...]:
    if asked.group.n is None or asked.group.n == len(bodies):
        return bodies
    for variable in asked.where:
        giving = tuple(one for one in bodies if one in bench.giving(measure, variable))
        if len(giving) == asked.group.n:
            return giving
    return bodies


def _given_share(bench: Bench, asked: Reading, unit: str) -> Answer:
    """A share that the bodies themselves gave, of one body in one period."""
    found = total(bench, asked)
    if found.none or found.open:
        return found
    scale = Decimal(100) if unit.lower() in PER_CENT else Decimal(1)
    lo, hi = found.lo / scale, (found.hi if found.hi is not None else found.lo) / scale
    lo, hi = (1 - hi, 1 - lo) if asked.complement else (lo, hi)
    return replace(
        found, lo=lo, hi=hi, words=f"{percent_words(lo, hi)}{whose(bench, asked, asked.group.ids)}", kind="share"
    )


def _top_share(
    bench: Bench, asked: Reading, bodies: tuple[str, ...], base: Interval | None, hidden: str
) -> Answer:
    given = [
        one for one in bench.supports(asked.measure, asked.where, asked.period).values() if one.body in bodies
    ]
    if base is None or any(one.value.hi is None for one in given):
        return Answer(open="some of the figures are open")
    ordered = sorted(given, key=lambda one: one.value.lo, reverse=True)[: asked.top]
    highest = sorted(given, key=lambda one: one.value.hi or 0, reverse=True)[: asked.top]
    part = (
        sum((one.value.lo for one in ordered), Decimal(0)),
        sum((one.value.hi or Decimal(0) for one in highest), Decimal(0)),
    )
    result = divided(part, base)
    if result is None:
        return Answer(open="the whole is not settled")
    return Answer(
        *result,
        f"{percent_words(*result)}: {span_words(*part)} of {span_words(*base)}",
        "share",
        "share",
        misleading=hidden,
        sources=sources(ordered),
    )
