"""Numbers that a body withheld on purpose, and what may be shown of figures that rest on them."""

from __future__ import annotations

from foidesk.model import Missing, Observation

from .interval import ZERO, Interval
from .interval import total as add
from .statements import Statement, Told
from .sums import Figure


def is_protected(seen: Observation) -> bool:
    """True if the body withheld the number on purpose."""
    value = seen.value
    if isinstance(value, Missing):
        return value.reason == "suppressed"
    return getattr(value, "how", "") == "suppressed"


def public(figure: Figure, told: Told) -> Interval | None:
    """What may be shown of a figure that would give a withheld number away; None if it may be shown as it is.

    The one withheld number that a figure rests on keeps its body's own range. A sum of several may be closer than
    their ranges added up, unless it leaves one of them a single value.
    """
    if figure.sums is None:
        return _widened(figure, told)
    if (own := _withheld_total(figure, told)) is not None:
        return own
    ids = {id for id, _ in (*figure.sums.least, *figure.sums.most) if id}
    hidden = [one for id in ids if is_protected((one := told.statements[id]).observation)]
    if not hidden or "" in {id for id, _ in figure.sums.least} or figure.sums.least != figure.sums.most:
        return None
    if not figure.plain:
        return _widened(figure, told)
    rest = add(told.statements[id].own for id in ids if told.statements[id] not in hidden)
    shown = rest.plus(add(one.own for one in hidden))
    gives_away = len(hidden) == 1 or any(_is_pinned(one, hidden, figure.count, rest) for one in hidden)
    return shown if gives_away and shown != figure.count else None


def _withheld_total(figure: Figure, told: Told) -> Interval | None:
    """The body's own range of a total that it withheld (of a year), where other figures tell more of it."""
    if len(figure.observations) != 1 or not is_protected(figure.observations[0]):
        return None
    one = told.statements.get(figure.observations[0].id)
    return one.own if one is not None and one.own != figure.count else None


def _widened(figure: Figure, told: Told) -> Interval | None:
    """A figure that is no plain sum: as wide, at least, as the withheld numbers behind it leave it."""
    ids = {seen.id for seen in figure.observations if seen.id in told.statements}
    hidden = [one for id in ids if is_protected((one := told.statements[id]).observation) and not one.own.is_exact]
    if not hidden:
        return None
    own, count = add(one.own for one in hidden), figure.count
    slack = None if own.hi is None else own.hi - own.lo
    if slack is None:
        return Interval(max(ZERO, count.lo - own.lo), None)
    if count.hi is not None and count.hi - count.lo >= slack:
        return None
    return Interval(max(ZERO, count.lo - slack), None if count.hi is None else count.hi + slack)


def _is_pinned(one: Statement, hidden: list[Statement], count: Interval, rest: Interval) -> bool:
    others = add([rest, *(other.own for other in hidden if other is not one)])
    left = count.minus(others)
    return left.meets(one.own) and left.meet(one.own).is_exact and not one.own.is_exact
