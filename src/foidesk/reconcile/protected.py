"""Numbers that a body withheld on purpose, and what may be shown of figures that rest on them."""

from __future__ import annotations

from foidesk.model import Missing, Observation

from .interval import Interval
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
        return None
    ids = {id for id, _ in (*figure.sums.least, *figure.sums.most) if id}
    hidden = [one for id in ids if is_protected((one := told.statements[id]).observation)]
    if not hidden or "" in {id for id, _ in figure.sums.least} or figure.sums.least != figure.sums.most:
        return None
    rest = add(told.statements[id].own for id in ids if told.statements[id] not in hidden)
    shown = rest.plus(add(one.own for one in hidden))
    gives_away = len(hidden) == 1 or any(_is_pinned(one, hidden, figure.count, rest) for one in hidden)
    return shown if gives_away and shown != figure.count else None


def _is_pinned(one: Statement, hidden: list[Statement], count: Interval, rest: Interval) -> bool:
    others = add([rest, *(other.own for other in hidden if other is not one)])
    left = count.minus(others)
    return left.meets(one.own) and left.meet(one.own).is_exact and not one.own.is_exact
