"""The statistics that a reading can ask for, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from foidesk.model import Support
from foidesk.words.amounts import plural

from .coverage import coverage
from .evaluate import ADDABLE, REFUSED, Bench, Interval, sources
from .reading import PER_CENT, Answer, Group, Reading


def total(bench: Bench, asked: Reading) -> Answer:
    """A sum over the bodies, or one body's figure."""
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    found, used = bench.total(asked.measure, asked.where, bodies, asked.period)
    if found is None:
        return _nothing(bench, asked, bodies)
    lo, hi = found
    unit = bench.definition.codebook.measure(asked.measure).unit
    return Answer(
        lo, hi, _words(lo, hi, unit, bench, asked, bodies), unit, misleading=hidden, sources=sources(used)
    )


def _nothing(bench: Bench, asked: Reading, bodies: tuple[str, ...]) -> Answer:
    kind = bench.kind(asked.measure)
    if kind not in ADDABLE and len(bodies) != 1:
        return Answer(open="figures of this kind do not add up over bodies or years; say whose and when")
    if kind not in ADDABLE and not asked.period:
        return Answer(open="say of which year; such figures do not add up over years")
    who = ", ".join(bench.name(body) for body in asked.group.ids[:3]) or "no body"
    return Answer(none=f"{who} gave no such figure{f' for {asked.period}' if asked.period else ''}")


def share(bench: Bench, asked: Reading) -> Answer:
    """A part of a whole, over the same bodies."""
    measure = bench.definition.codebook.measure(asked.measure)
    if bench.kind(asked.measure) == "share" and not asked.base_measure:
        return _given_share(bench, asked, measure.unit)
    base_measure = asked.base_measure or asked.measure
    bodies, hidden = bench.members(asked.group, base_measure, asked.base)
    if asked.group.n is not None or asked.group.kind in ("none", "answered"):
        bodies = _with_base(bench, asked, base_measure, bodies)
    base, _ = bench.total(base_measure, asked.base, bodies, asked.period)
    if asked.top:
        return _top_share(bench, asked, bodies, base, hidden)
    part, used = bench.total(asked.measure, _both(asked), bodies, asked.period)
    if base is None or part is None:
        return _nothing(bench, asked, bodies)
    result = _divided(part, base)
    if result is None:
        return Answer(open="the whole is not settled")
    lo, hi = result if not asked.complement else (1 - result[1], 1 - result[0])
    words = f"{_percent(lo, hi)}: {_span(*part)} of {_span(*base)}{_who(bench, asked, bodies)}"
    return Answer(
        lo,
        hi,
        words,
        "share",
        "share",
        misleading=hidden if "gave no figure" in hidden else "",
        sources=sources(used),
    )


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
        found, lo=lo, hi=hi, words=f"{_percent(lo, hi)}{_who(bench, asked, asked.group.ids)}", kind="share"
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
    result = _divided(part, base)
    if result is None:
        return Answer(open="the whole is not settled")
    return Answer(
        *result,
        f"{_percent(*result)}: {_span(*part)} of {_span(*base)}",
        "share",
        "share",
        misleading=hidden,
        sources=sources(ordered),
    )


def mean(bench: Bench, asked: Reading) -> Answer:
    """The average over the bodies that gave a figure."""
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = _given(bench, asked, bodies)
    if not given:
        return _nothing(bench, asked, bodies)
    n = len(given)
    lo = sum((one.value.lo for one in given), Decimal(0)) / n
    tops = [one.value.hi for one in given]
    hi = None if any(top is None for top in tops) else sum((top or Decimal(0) for top in tops), Decimal(0)) / n
    return Answer(
        _rounded(lo),
        None if hi is None else _rounded(hi),
        f"{lo:.1f} on average of {n}",
        "mean",
        misleading=hidden,
        sources=sources(given),
    )


def median(bench: Bench, asked: Reading) -> Answer:
    """The middle figure of the bodies that gave one."""
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = _given(bench, asked, bodies)
    if not given:
        return _nothing(bench, asked, bodies)
    lows = sorted(one.value.lo for one in given)
    highs = sorted((one.value.hi if one.value.hi is not None else Decimal(10**12)) for one in given)
    lo, hi = _middle(lows), _middle(highs)
    return Answer(
        lo, hi, f"{_span(lo, hi)}, the median of {len(given)}", "median", misleading=hidden, sources=sources(given)
    )


def _middle(values: list[Decimal]) -> Decimal:
    at = len(values) // 2
    return values[at] if len(values) % 2 else (values[at - 1] + values[at]) / 2


def _given(bench: Bench, asked: Reading, bodies: Iterable[str]) -> list[Support]:
    found = bench.supports(asked.measure, asked.where, asked.period)
    return [found[body] for body in bodies if body in found]


def multiple(bench: Bench, asked: Reading) -> Answer:
    """One figure divided by another."""
    first, second = _two(bench, asked)
    if (bad := first if first.none or first.open else second).none or bad.open:
        return bad
    result = _divided((first.lo, first.hi), (second.lo, second.hi))
    if result is None:
        return Answer(open="what it is compared with may be nothing")
    words = f"{_span(*result)} times: {first.words} against {second.words}"
    return Answer(
        result[0],
        result[1],
        words,
        "times",
        "multiple",
        misleading=first.misleading,
        sources=(*first.sources, *second.sources),
    )


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
    words = f"{_span(lo, hi)} {'down' if asked.direction < 0 else 'up'}: from {earlier.words} to {later.words}"
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
        words=f"{_percent(lo, hi)} {'down' if asked.direction < 0 else 'up'}: {found.words}",
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
    return replace(
        found,
        lo=found.lo * 100,
        hi=found.hi * 100,
        kind="points",
        words=f"{_span(found.lo * 100, found.hi * 100)} points: {found.words}",
    )


def trend(bench: Bench, asked: Reading) -> Answer:
    """Did it rise or fall at all, as the sentence says?"""
    found = difference(bench, asked)
    if found.none or found.open or found.hi is None:
        return found
    return replace(found, is_so=True if found.lo > 0 else False if found.hi <= 0 else None)


def place(bench: Bench, asked: Reading) -> Answer:
    """The best and worst place of a body, or of a year, in the order of the figures."""
    if asked.predicate == "year":
        return _place_of_year(bench, asked)
    bodies, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = _given(bench, asked, bodies)
    own = next((one for one in given if one.body == asked.subject), None)
    kind = bench.kind(asked.measure)
    if kind not in ADDABLE and not asked.period and bench._has_periods(asked.measure):
        return Answer(open="say of which year; such figures do not add up over years")
    if own is None:
        return Answer(none=f"{bench.name(asked.subject)} gave no such figure")
    values = [(one.value.lo, one.value.hi) for one in given if one is not own]
    silent = len(bench.asked) - len(given)
    if asked.group.kind in ("none", "listed") and silent and not bench.discloses_gap:
        hidden = f"{silent} of the {len(bench.asked)} gave no figure: say “of those that answered”"
    best, worst, ties = _places((own.value.lo, own.value.hi), values, asked.direction)
    words = (
        f"{bench.name(own.body)}: place {_span(best, worst)} of {len(given)}, with "
        f"{_span(own.value.lo, own.value.hi)}"
    )
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
    words = (
        f"{asked.subject}: place {_span(best, worst)} of {len(found)} years, with {_span(*found[asked.subject])}"
    )
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


def bodies(bench: Bench, asked: Reading) -> Answer:
    """How many bodies fulfil what the sentence says of them."""
    sure, perhaps, of, hidden, used = _fulfil(bench, asked)
    if of == 0:
        return Answer(none="no body gave this figure")
    words = f"{_span(Decimal(sure), Decimal(perhaps))} of {of} bodies"
    return Answer(Decimal(sure), Decimal(perhaps), words, "bodies", misleading=hidden, sources=sources(used))


def share_of_bodies(bench: Bench, asked: Reading) -> Answer:
    """The share of the bodies that fulfil it."""
    sure, perhaps, of, hidden, used = _fulfil(bench, asked)
    if of == 0:
        return Answer(none="no body gave this figure")
    lo, hi = Decimal(sure) / of, Decimal(perhaps) / of
    return Answer(
        lo,
        hi,
        f"{_percent(lo, hi)}: {sure} of {of} bodies",
        "share",
        "share",
        misleading=hidden,
        sources=sources(used),
    )


def _fulfil(bench: Bench, asked: Reading) -> tuple[int, int, int, str, list[Support]]:
    if asked.predicate in ("answered", "asked", "refused", "silent", "ended"):
        return _ended(bench, asked)
    if asked.other is not None:
        return _compared(bench, asked)
    group = replace(asked.group, n=None) if asked.group.n is not None else asked.group
    members, hidden = bench.members(group, asked.measure, {})
    if asked.group.kind == "asked" or (asked.group.n or 0) == len(bench.asked) != len(members):
        hidden = hidden or f"{len(bench.asked) - len(members)} of the {len(bench.asked)} gave no figure"
    elif asked.group.n is not None and asked.group.n != len(members):
        hidden = f"{len(members)} gave a figure, not {asked.group.n}"
    given = _given(bench, asked, members)
    marks = [(one, _holds(bench, asked, one)) for one in given]
    sure = [one for one, so in marks if so is True]
    perhaps = [one for one, so in marks if so is not False]
    of = len(bench.asked) if asked.group.kind == "asked" or asked.group.n == len(bench.asked) else len(members)
    return len(sure), len(perhaps), of, hidden, sure


def _holds(bench: Bench, asked: Reading, one: Support) -> bool | None:
    if asked.threshold is not None:
        return bench.fits(asked, one)
    return True if one.value.lo > 0 else False if one.value.hi == 0 else None


def _compared(bench: Bench, asked: Reading) -> tuple[int, int, int, str, list[Support]]:
    """The bodies whose figure went the way that the sentence says between two periods."""
    assert asked.other is not None
    members, hidden = bench.members(asked.group, asked.measure, asked.where)
    first, second = (
        bench.supports(asked.measure, asked.where, asked.period),
        bench.supports(asked.measure, asked.where, asked.other.period),
    )
    pairs = [(first[one], second[one]) for one in members if one in first and one in second]
    if asked.direction < 0:
        pairs = [(b, a) for a, b in pairs]
    sure = [a for a, b in pairs if b.value.hi is not None and a.value.lo > b.value.hi]
    perhaps = [a for a, b in pairs if a.value.hi is None or a.value.hi > b.value.lo]
    return len(sure), len(perhaps), len(members) if pairs else 0, hidden, sure


def _ended(bench: Bench, asked: Reading) -> tuple[int, int, int, str, list[Support]]:
    ids = asked.group.ids or bench.asked
    answered = (
        frozenset(body for one in bench.definition.codebook.measures for body in bench.answered(one.id))
        if not asked.measure
        else frozenset(bench.answered(asked.measure))
    )
    ends = {body: {one.outcome for one in bench.outcomes if one.body == body} for body in ids}
    tests: dict[str, Callable[[str], bool]] = {
        "asked": lambda body: True,
        "answered": lambda body: body in answered,
        "refused": lambda body: body not in answered and bool(ends[body] & set(REFUSED)),
        "silent": lambda body: body not in answered and (ends[body] <= {"no reply"}),
        "ended": lambda body: body not in answered,
    }
    n = sum(tests[asked.predicate](body) for body in ids)
    return n, n, len(ids), "", []


def extreme(bench: Bench, asked: Reading) -> Answer:
    """The lowest or highest figure among the bodies."""
    members, hidden = bench.members(asked.group, asked.measure, asked.where)
    given = _given(bench, asked, members)
    kind = bench.kind(asked.measure)
    if not given:
        return _nothing(bench, asked, members)
    if kind not in ADDABLE and not asked.period:
        return Answer(open="say of which year")
    pick = min if asked.statistic == "lowest" else max
    lo = pick(one.value.lo for one in given)
    hi = pick((one.value.hi if one.value.hi is not None else Decimal(10**12)) for one in given)
    return Answer(
        lo,
        hi,
        f"{_span(lo, hi)}, the {asked.statistic} of {len(given)}",
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


def rate(bench: Bench, asked: Reading) -> Answer:
    """So many a day, week, month or year of the period."""
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
    lo, hi = found.lo * per / days, None if found.hi is None else found.hi * per / days
    return replace(found, lo=lo, hi=hi, kind="rate", words=f"{lo:.2f} a {asked.per}: {found.words} in {days} days")


def _days(bench: Bench, period: str) -> int:
    from foidesk.words.periods import period as of_words

    stretch = of_words(period, bench.definition.period) if period else bench.definition.period
    return (stretch.end - stretch.start).days if stretch else 0


def group_size(bench: Bench, asked: Reading) -> Answer:
    """Is the number of bodies that the sentence speaks of a number that there is?"""
    of = len(asked.group.ids) or len(bench.asked)
    known = {of}
    for measure in bench.definition.codebook.measures:
        answered = [one for one in bench.answered(measure.id) if not asked.group.ids or one in asked.group.ids]
        known.add(len(answered))
        for question in bench.definition.questions:
            for variable in question.variables if measure.id in question.measures else ():
                known.add(len([one for one in answered if one in bench.giving(measure.id, variable)]))
    if asked.predicate == "listed":
        known = {len(asked.group.ids)}
    n = asked.group.n or 0
    words = ", ".join(str(one) for one in sorted(known))
    return Answer(words=f"{words} bodies", is_so=n in known or None, kind="truth")


def _divided(part: Interval, base: Interval) -> tuple[Decimal, Decimal] | None:
    if not base[0] or part[1] is None:
        return None
    lo = Decimal(0) if base[1] is None else part[0] / base[1]
    return lo, part[1] / base[0]


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1))


def _span(lo: Decimal | int, hi: Decimal | int | None) -> str:
    def one(value: Decimal | int) -> str:
        value = Decimal(value)
        return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"

    return one(lo) if lo == hi else f"{one(lo)} or more" if hi is None else f"{one(lo)} to {one(hi)}"


def _percent(lo: Decimal, hi: Decimal) -> str:
    return f"{lo * 100:.1f}%" if lo == hi else f"{lo * 100:.1f}% to {hi * 100:.1f}%"


def _who(bench: Bench, asked: Reading, bodies: tuple[str, ...]) -> str:
    if len(bodies) == 1:
        return f" ({bench.name(bodies[0])}{f', {asked.period}' if asked.period else ''})"
    return f" ({plural(len(bodies), 'body', 'bodies')}{f', {asked.period}' if asked.period else ''})"


def _words(
    lo: Decimal, hi: Decimal | None, unit: str, bench: Bench, asked: Reading, bodies: tuple[str, ...]
) -> str:
    return f"{_span(lo, hi)} {unit}{_who(bench, asked, bodies)}"


NONE = Group()
ANSWERS: dict[str, Callable[[Bench, Reading], Answer]] = {
    "total": total,
    "share": share,
    "mean": mean,
    "median": median,
    "multiple": multiple,
    "difference": difference,
    "change": change,
    "points": points,
    "trend": trend,
    "place": place,
    "bodies": bodies,
    "share of bodies": share_of_bodies,
    "lowest": extreme,
    "highest": extreme,
    "range": from_lowest_to_highest,
    "rate": rate,
    "group": group_size,
    "coverage": coverage,
}
