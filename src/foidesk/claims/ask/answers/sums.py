"""Sums over bodies, and what is made of them: averages and rates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from foidesk.model import Support
from foidesk.words.periods import period as period_of_words

from ..evaluate import ADDABLE, Bench, sources
from ..fit import agreement, in_unit
from ..reading import Answer, Reading
from .bounds import span_words, unit_words
from .sizes import by_size


def total(bench: Bench, asked: Reading) -> Answer:
    """A sum over the bodies, or one body's figure."""
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    found, used = bench.total(asked.measure, asked.where, bodies, asked.period, asked.group.kind == "listed")
    if found is None:
        return nothing(bench, asked, bodies)
    lo, hi = found
    if hidden and asked.group.carried and asked.where:
        return Answer(open=f"it does not say whose these are; of those it speaks of, {hidden}")
    if hidden and asked.group.vague and (asked.group.n or 0) < len(bodies):
        return Answer(open=f"it does not say which of the bodies it speaks of: {hidden}")
    unit = bench.definition.codebook.measure(asked.measure).unit
    return Answer(
        lo, hi, unit_words(lo, hi, unit, bench, asked, bodies), unit, misleading=hidden, sources=sources(used)
    )


def rest(bench: Bench, asked: Reading) -> Answer:
    """What a part leaves of its whole, over the bodies that gave both."""
    assert asked.other is not None
    part = total(bench, replace(asked, statistic="total", other=None))
    whole = total(bench, asked.other)
    if (bad := part if part.none or part.open else whole).none or bad.open:
        return bad
    if {body for body, _ in part.sources} != {body for body, _ in whole.sources}:
        return Answer(open="not all who gave the one gave the other: say of which bodies")
    lo = max(Decimal(0), whole.lo - part.hi) if part.hi is not None else Decimal(0)
    hi = None if whole.hi is None else max(Decimal(0), whole.hi - part.lo)
    words = f"{span_words(lo, hi)}: {whole.words} less {part.words}"
    misleading = whole.misleading or part.misleading
    return Answer(lo, hi, words, whole.unit, misleading=misleading, sources=(*whole.sources, *part.sources))


def each(bench: Bench, asked: Reading) -> Answer:
    """Whether every body, or every kind, that is told together has the number for itself."""
    assert asked.threshold is not None
    one = replace(asked, statistic="total", threshold=None)
    several = next(((name, ids) for name, ids in asked.where.items() if len(ids) > 1), None)
    if several is None:
        alone = [replace(one, group=replace(asked.group, ids=(id,), n=None)) for id in asked.group.ids]
    else:
        alone = [replace(one, where={**asked.where, several[0]: (id,)}) for id in several[1]]
    found = [total(bench, reading) for reading in alone]
    if bad := next((answer for answer in found if answer.none or answer.open or answer.misleading), None):
        return bad
    fits = [agreement(in_unit(asked.threshold, answer.unit), answer.lo, answer.hi)[0] for answer in found]
    sure = "fits" in fits and set(fits) <= {"fits", "far"}  # a limit that one of them is near to
    is_so = False if "clashes" in fits else True if sure else None
    words = "; ".join(answer.words for answer in found)
    under = tuple(source for answer in found for source in answer.sources)
    return Answer(words=words, is_so=is_so, kind="truth", sources=under)


def mean(bench: Bench, asked: Reading) -> Answer:
    """The average over the bodies that gave a figure."""
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = given_by(bench, asked, bodies)
    if not given:
        return nothing(bench, asked, bodies)
    n = len(given)
    lo = sum((one.value.lo for one in given), Decimal(0)) / n
    tops = [one.value.hi for one in given]
    hi = None if any(top is None for top in tops) else sum((top or Decimal(0) for top in tops), Decimal(0)) / n
    return Answer(
        lo,
        hi,
        f"{lo:.1f} on average of {n}",
        "mean",
        misleading=hidden,
        sources=sources(given),
    )


def median(bench: Bench, asked: Reading) -> Answer:
    """The middle figure of the bodies that gave one."""
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = given_by(bench, asked, bodies)
    if not given:
        return nothing(bench, asked, bodies)
    lows = sorted(one.value.lo for one in given)
    highs = sorted((one.value.hi if one.value.hi is not None else Decimal(10**12)) for one in given)
    lo, hi = _middle(lows), _middle(highs)
    return Answer(
        lo,
        hi,
        f"{span_words(lo, hi)}, the median of {len(given)}",
        "median",
        misleading=hidden,
        sources=sources(given),
    )


def _middle(values: list[Decimal]) -> Decimal:
    at = len(values) // 2
    return values[at] if len(values) % 2 else (values[at - 1] + values[at]) / 2


def rate(bench: Bench, asked: Reading) -> Answer:
    """So many a day, week, month or year of the period; or per so many of what each body has a number of."""
    if asked.size:
        return by_size(bench, asked)
    found = total(bench, replace(asked, statistic="total"))
    if found.none or found.open:
        return found
    days = _days(bench, asked.period)
    per = {
        "day": Decimal(1),
        "week": Decimal(7),
        "fortnight": Decimal(14),
        "month": Decimal("30.4375"),
        "year": Decimal("365.25"),
    }.get(asked.per)
    if per is None or not days:
        return Answer(open=f"a rate per {asked.per} needs a number of {asked.per}s with its source")
    if asked.per == "year" and (years := round(days / 365.25)) and abs(days - years * 365.25) < 2:
        per, days = Decimal(1), years
    lo, hi = found.lo * per / days, None if found.hi is None else found.hi * per / days
    return replace(
        found,
        lo=lo,
        hi=hi,
        kind="rate",
        words=f"{lo:.2f} a {asked.per}: {found.words} in {_stretch(asked.per, days)}",
    )


def _stretch(per: str, n: int) -> str:
    return f"{n} years" if per == "year" and n < 100 else f"{n} days"


def _days(bench: Bench, period: str) -> int:
    stretch = period_of_words(period, bench.definition.period) if period else bench.definition.period
    return (stretch.end - stretch.start).days if stretch else 0


def given_by(bench: Bench, asked: Reading, bodies: Iterable[str]) -> list[Support]:
    """The figures of those bodies that gave one."""
    found = bench.supports(asked.measure, asked.where, asked.period)
    return [found[body] for body in bodies if body in found]


def nothing(bench: Bench, asked: Reading, bodies: tuple[str, ...]) -> Answer:
    """Why there is no figure."""
    kind = bench.kind(asked.measure)
    if kind not in ADDABLE and len(bodies) != 1:
        return Answer(open="figures of this kind do not add up over bodies or years; say whose and when")
    if kind not in ADDABLE and not asked.period:
        return Answer(open="say of which year; such figures do not add up over years")
    who = ", ".join(bench.name(body) for body in asked.group.ids[:3]) or "no body"
    return Answer(none=f"{who} gave no such figure{f' for {asked.period}' if asked.period else ''}")
