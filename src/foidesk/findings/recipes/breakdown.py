"""breakdown: the cases by one variable, with what is not stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from foidesk.model import NOT_STATED, Category, Finding, Line, Span, Support

from ..desk import Desk, Where
from ..public import public_part

SEVERAL = "one of several"
MOST_KINDS = 5
"""Of so many lines whose order is open it is looked which can lie above another all at once."""


def run(desk: Desk) -> Finding:
    """The total, with a line for each category, one for "one of several", and one for "not stated".

    The top categories, these two lines included, add up to the total where every case has one category; a finer
    category follows its own with "of which". Beside each stands what is true at most and at least.
    """
    supports = desk.supports(desk.query.where)
    lines = _placed(desk, [line for category in _top(desk) for line in _lines(desk, category)])
    lines += _several(desk)
    lines += _blank(desk)
    return desk.finding(desk.sum(supports), supports, true=desk.true_sum(desk.query.where), lines=tuple(lines),
                        caveats=(*_many(desk), *_beyond(desk, supports, lines)))  # fmt: skip


def _placed(desk: Desk, lines: list[Line]) -> list[Line]:
    """The lines with the places that those of the widest categories can have among themselves."""
    top = {category.id for category in _top(desk)}
    rivals = [line for line in lines if line.key in top]
    return [replace(line, rank=_places(desk, line, rivals)) if line.key in top else line for line in lines]


def _places(desk: Desk, line: Line, rivals: list[Line]) -> tuple[int, int]:
    """By differences: what moves lines together does not open their order, be they two or several.

    Pair by pair first; then how many of the rest can lie above it, or none of them, all at once.
    """
    others = [other for other in rivals if other is not line]
    gaps = [(_gap(desk, [line], [other]), other) for other in others]
    above = [other for gap, other in gaps if gap.hi is not None and gap.hi < 0]
    either = [other for gap, other in gaps if (gap.lo is None or gap.lo < 0) and other not in above]
    least = Decimal(1 if desk.measure.type == "count" else 0)
    higher = _most(either, lambda some: _can_lead(_gap(desk, some, [line]), least))
    lower = _most(either, lambda some: _can_lead(_gap(desk, [line], some), Decimal(0)))
    return 1 + len(above) + len(either) - lower, 1 + len(above) + higher


def _can_lead(lead: Span, each: Decimal) -> bool:
    """True if some lines can each be so many more than another one: a bound of all their leads together."""
    return lead.hi is None or lead.hi >= each


def _most(lines: list[Line], holds: Callable[[list[Line]], bool]) -> int:
    """How many of the lines at most stand in a set of which that may hold; of very many, all of them."""
    if len(lines) < 2 or len(lines) > MOST_KINDS:
        return len(lines)
    sizes = range(len(lines), 1, -1)
    return next((size for size in sizes if any(holds(list(some)) for some in combinations(lines, size))), 1)


def _gap(desk: Desk, ones: Sequence[Line], others: Sequence[Line]) -> Span:
    """The bounds of what each of some lines has more than each of others, all these differences averaged.

    One of the two is a single line. What the average of the differences cannot reach, not all of them can.
    """
    mine, theirs = ([desk.sum(map(public_part, line.supports)) for line in lines] for lines in (ones, others))
    low = _average([one.lo for one in mine], [other.hi for other in theirs])
    high = _average([one.hi for one in mine], [other.lo for other in theirs])
    if low == high or (low is not None and low >= 0) or (high is not None and high < 0):
        return Span(low, high)
    if any(part.public for line in (*ones, *others) for part in line.supports):
        return Span(low, high)
    terms = [(_where(desk, (line.key,)), len(others)) for line in ones]
    terms += [(_where(desk, (line.key,)), -len(ones)) for line in others]
    spans = [
        desk.accounts.weighed(body, desk.query.measure, terms, desk.query.reading, desk.period)
        for body in desk.answered
    ]
    lows, highs = [s.lo for s in spans if s], [s.hi for s in spans if s]
    pairs = len(ones) * len(others)
    return Span(
        None if None in lows else sum((low for low in lows if low is not None), Decimal(0)) / pairs,
        None if None in highs else sum((high for high in highs if high is not None), Decimal(0)) / pairs,
    )


def _average(mine: Sequence[Decimal | None], theirs: Sequence[Decimal | None]) -> Decimal | None:
    """The average of some numbers less that of others; None where one of them is open."""
    known, less = [one for one in mine if one is not None], [one for one in theirs if one is not None]
    if len(known) < len(mine) or len(less) < len(theirs):
        return None
    return sum(known, Decimal(0)) / len(known) - sum(less, Decimal(0)) / len(less)


def _top(desk: Desk) -> list[Category]:
    """The widest categories: the parts of the one asked for, the several that are, or those without a parent."""
    variable = desk.variable(desk.query.by)
    wanted = desk.query.where.get(desk.query.by)
    answers = [category for category in variable.categories if not category.missing]
    if not wanted:
        return [category for category in answers if not category.parent]
    widest = variable.widest(wanted)
    inside = [category for category in answers if widest == {category.parent}]
    return inside or [category for category in answers if category.id in widest]


def _lines(desk: Desk, category: Category, depth: int = 0) -> Iterator[Line]:
    line = _line(desk, category.id, category.label if not depth else f"of which {category.label}")
    if line is not None and (not depth or line.value.hi != 0):
        yield line
    for finer in desk.variable(desk.query.by).categories:
        if finer.parent == category.id and not finer.missing:
            yield from _lines(desk, finer, depth + 1)


def _line(desk: Desk, key: str, label: str) -> Line | None:
    where = _where(desk, (key,))
    supports = desk.supports(where)
    if not supports:
        return None
    return Line(key, label, desk.sum(supports), desk.true_sum(where) if key != NOT_STATED else None, supports)


def _blank(desk: Desk) -> list[Line]:
    if NOT_STATED not in desk.query.where.get(desk.query.by, (NOT_STATED,)):
        return []
    line = _line(desk, NOT_STATED, "Not stated")
    return [line] if line is not None else []


def _several(desk: Desk) -> list[Line]:
    """The cases stated only as one of several top categories, where there are any."""
    if desk.variable(desk.query.by).multiple:
        return []
    top = tuple(category.id for category in _top(desk))
    found = []
    for all_of in desk.supports(_where(desk, top)):
        parts = [s for key in top if (s := _of_body(desk, all_of.body, key)) is not None]
        left = _left(desk, all_of, parts)
        if left is not None:
            found.append(left)
    if not found:
        return []
    return [Line(SEVERAL, "One of several of these", desk.sum(found), None, tuple(found))]


def _left(desk: Desk, all_of: Support, parts: list[Support]) -> Support | None:
    """What the body states of the categories together but of none of them alone; None if that is nothing.

    Of a body that withheld a number behind one of them it is not told: it would tell the number.
    """
    if not all(one.value.is_exact and not one.public for one in (all_of, *parts)):
        return None
    left = all_of.value.lo - sum(part.value.lo for part in parts)
    if left <= 0:
        return None
    counted = {id for part in parts for id in part.observations}
    ids = tuple(id for id in all_of.observations if id not in counted) or all_of.observations
    value = desk.measure.amount(left, left, desk.measure.unit)
    return Support(all_of.body, value, ids, all_of.locators, all_of.judgements, all_of.basis)


def _of_body(desk: Desk, body: str, key: str) -> Support | None:
    where = _where(desk, (key,))
    return desk.accounts.support(body, desk.query.measure, where, desk.query.reading, desk.period)


def _where(desk: Desk, keys: tuple[str, ...]) -> Where:
    return {**desk.query.where, desk.query.by: keys}


def _beyond(desk: Desk, supports: Sequence[Support], lines: Sequence[Line]) -> tuple[str, ...]:
    """A caveat that names the bodies in some line and not in the total: they gave a kind and no total."""
    within = {one.body for one in supports}
    other = dict.fromkeys(one.body for line in lines for one in line.supports if one.body not in within)
    named = ", ".join(sorted(map(desk.name, other), key=str.casefold))
    return (f"in the lines and not in the total, as they give a part and no total: {named}",) if other else ()


def _many(desk: Desk) -> tuple[str, ...]:
    if not desk.variable(desk.query.by).multiple:
        return ()
    return ("one case can be in several lines; they do not add up to the total",)
