"""Places in the order of the figures, and its ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from foidesk.model import Support

from ..evaluate import ADDABLE, Bench, Interval, sources
from ..reading import Answer, Reading
from .bounds import divided, percent_words, span_words
from .sums import given_by, nothing


def place(bench: Bench, asked: Reading) -> Answer:
    """The best and worst place of a body, or of a year, in the order of the figures."""
    if asked.predicate == "year":
        return _place_of_year(bench, asked)
    if asked.predicate == "kind":
        return _place_of_kind(bench, asked)
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = given_by(bench, asked, bodies)
    own = next((one for one in given if one.body == asked.subject), None)
    kind = bench.kind(asked.measure)
    if kind not in ADDABLE and not asked.period and bench.has_periods(asked.measure):
        return Answer(open="say of which year; such figures do not add up over years")
    if own is None:
        return Answer(none=f"{bench.name(asked.subject)} gave no such figure")
    figures = _figures(bench, asked, given)
    values = [figures[one.body] for one in given if one is not own]
    silent = len(bench.asked) - len(given)
    if asked.group.kind in ("none", "listed") and silent and not bench.discloses_gap:
        hidden = f"{silent} of the {len(bench.asked)} gave no figure: say “of those that answered”"
    best, worst, ties = _places(figures[own.body], values, asked.direction)
    lo, hi = figures[own.body]
    told = percent_words(lo, hi if hi is not None else lo) if asked.base_measure else span_words(lo, hi)
    words = f"{bench.name(own.body)}: place {span_words(best, worst)} of {len(given)}, with {told}"
    return Answer(
        Decimal(best),
        Decimal(worst),
        words,
        "place",
        "rank",
        misleading=hidden,
        sources=sources([own]),
        open="" if not ties else f"shared:{ties}",
    )


def _figures(bench: Bench, asked: Reading, given: list[Support]) -> dict[str, Interval]:
    """What the bodies are ordered by: their figures, or these as shares of another measure."""
    own = {one.body: (one.value.lo, one.value.hi) for one in given}
    if not asked.base_measure:
        return own
    whole = bench.supports(asked.base_measure, asked.base, asked.period)
    shares: dict[str, Interval] = {}
    for body, span in own.items():
        base = whole.get(body)
        result = divided(span, (base.value.lo, base.value.hi)) if base is not None else None
        shares[body] = result if result is not None else (Decimal(0), Decimal(1))
    return shares


def _place_of_year(bench: Bench, asked: Reading) -> Answer:
    found = {}
    for year in bench.years():
        one = bench.answer(
            replace(asked, statistic="total" if not asked.base_measure else "share", period=year, predicate="")
        )
        if not (one.none or one.open):
            found[year] = (one.lo, one.hi)
    if asked.subject not in found:
        return Answer(none=f"there is no figure for {asked.subject}")
    best, worst, ties = _places(
        found[asked.subject], [span for year, span in found.items() if year != asked.subject], asked.direction
    )
    own = span_words(*found[asked.subject])
    words = f"{asked.subject}: place {span_words(best, worst)} of {len(found)} years, with {own}"
    return Answer(Decimal(best), Decimal(worst), words, "place", "rank", open=f"shared:{ties}" if ties else "")


def _place_of_kind(bench: Bench, asked: Reading) -> Answer:
    """The place of a kind among those beside it: of one variable and, where kinds have kinds, of one level."""
    variable = bench.definition.codebook.variable(asked.subject)
    own = asked.where[variable.id]
    level = {one.parent for one in variable.categories if one.id in own}
    rivals = [
        one.id for one in variable.categories if not one.missing and one.parent in level and one.id not in own
    ]
    bodies, _ = bench.members(asked.group, asked.measure, {})
    told = [
        bench.total(asked.measure, {**asked.where, variable.id: ids}, bodies, "")[0] for ids in (own, *zip(rivals))
    ]
    if told[0] is None or len(level) != 1:
        return Answer(none=f"no body gave {asked.measure} by {variable.label}")
    best, worst, ties = _places(told[0], [one for one in told[1:] if one is not None], asked.direction)
    label = " or ".join(variable.category(id).label for id in own)
    words = f"{label}: place {span_words(best, worst)} of {len(rivals) + 1}, with {span_words(*told[0])}"
    return Answer(Decimal(best), Decimal(worst), words, "place", "rank", open=f"shared:{ties}" if ties else "")


def _places(own: Interval, others: list[Interval], direction: int) -> tuple[int, int, int]:
    best = worst = 1
    ties = 0
    for other in others:
        first, second = (other, own) if direction > 0 else (own, other)
        best += second[1] is not None and first[0] > second[1]
        worst += first[1] is None or first[1] > second[0]
        ties += other == own and own[0] == own[1]
    return best, worst, ties


def extreme(bench: Bench, asked: Reading) -> Answer:
    """The lowest or highest figure among the bodies."""
    members, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = given_by(bench, asked, members)
    kind = bench.kind(asked.measure)
    if not given:
        return nothing(bench, asked, members)
    if kind not in ADDABLE and not asked.period:
        return Answer(open="say of which year")
    pick = min if asked.statistic == "lowest" else max
    lo = pick(one.value.lo for one in given)
    hi = pick((one.value.hi if one.value.hi is not None else Decimal(10**12)) for one in given)
    return Answer(
        lo,
        hi,
        f"{span_words(lo, hi)}, the {asked.statistic} of {len(given)}",
        asked.statistic,
        misleading=hidden,
        sources=sources(given),
    )


def from_lowest_to_highest(bench: Bench, asked: Reading) -> Answer:
    """The lowest and the highest figure together."""
    low, high = (
        extreme(bench, replace(asked, statistic="lowest")),
        extreme(bench, replace(asked, statistic="highest")),
    )
    if (bad := low if low.none or low.open else high).none or bad.open:
        return bad
    if low.lo != low.hi or high.lo != high.hi:
        return Answer(open="the ends are not settled")
    return Answer(
        low.lo, high.lo, f"from {low.words} to {high.words}", kind="range", sources=(*low.sources, *high.sources)
    )
