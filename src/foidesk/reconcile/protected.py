"""Numbers that a body withheld on purpose, and what may be shown of figures that rest on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from foidesk.model import Missing, Observation

from .groups import Entry
from .interval import ZERO, Interval
from .interval import total as add
from .space import Fit
from .statements import Statement, Told, count_of
from .sums import Figure, Sums

Narrow = Callable[[str], Interval]
Fits = Callable[[Observation], Fit]
IsJust = Callable[[Observation], bool]

MOVES = {Fit.IN: (True, False), Fit.OUT: (False, True), Fit.MAYBE: (True, True), Fit.FREE: (True, True)}
"""Whether a figure rises and whether it falls with a withheld number, by how the number fits what is asked."""


def is_protected(seen: Observation) -> bool:
    """True if the body withheld the number on purpose."""
    value = seen.value
    if isinstance(value, Missing):
        return value.reason == "suppressed"
    return getattr(value, "how", "") == "suppressed"


def shown_count(entry: Entry) -> Interval:
    """The entry's number as it may be told: where its body withheld some of it, no closer than its own words."""
    if not any(is_protected(seen) for seen in entry.observations):
        return entry.count
    own = {seen.id: count for seen in entry.observations if (count := count_of(seen)) is not None}
    ways = [[own[id] for id in ids if id in own] for ids in entry.sums] or [list(own.values())]
    shown = [add(way) for way in ways]
    return min(shown, key=lambda one: (one.hi is None, one.hi or ZERO, -one.lo))


def told_words(entry: Entry) -> str:
    """The entry's number in words; what its table leaves of a withheld one is not told."""
    shown = shown_count(entry)
    return shown.words() if shown == entry.count else f"{shown.words()}, narrowed by its table"


def public(figure: Figure, told: Told, narrowed: Narrow, fits: Fits, is_just: IsJust) -> Interval | None:
    """What may be shown of a figure that would give a withheld number away; None if it may be shown as it is.

    The one withheld number that a figure rests on keeps its body's own range. A sum of several may be closer than
    their ranges added up, unless it leaves one of them a single value. Any other figure is as wide as if nothing
    but the body's own words were known of the withheld numbers behind it. `narrowed` gives what all else leaves
    of one, `fits` whether its cases are of the kind asked for, `is_just` whether they are all of that kind.
    """
    if (own := _withheld_total(figure, told)) is not None:
        return own
    if figure.sums is not None and figure.count == _printed(figure.sums, told):
        return None
    if any(is_just(seen) and _is_openly(seen, figure, told) for seen in figure.observations):
        return None
    if figure.sums is None or not figure.plain:
        ids = {seen.id for seen in figure.observations if seen.id in told.statements}
        moves = {one.observation.id: MOVES[fits(one.observation)] for one in _hidden(ids, told)}
        return _opened(figure.count, moves, told, narrowed)
    if figure.sums.least == figure.sums.most and all(id and factor == 1 for id, factor in figure.sums.least):
        return _of_sum(figure.count, {id for id, _ in figure.sums.least}, told)
    return _opened(figure.count, _moves(figure.sums, told), told, narrowed)


def _printed(sums: Sums, told: Told) -> Interval | None:
    """What numbers that the body printed openly add up to; None where others are among them."""
    if sums.least != sums.most or not all(id and factor == 1 for id, factor in sums.least):
        return None
    ids = {id for id, _ in sums.least}
    return None if _hidden(ids, told) else add(told.statements[id].own for id in ids)


def _is_openly(seen: Observation, figure: Figure, told: Told) -> bool:
    """True if the body printed just this number."""
    one = told.statements.get(seen.id)
    return one is not None and not is_protected(seen) and one.own == figure.count


def _hidden(ids: Iterable[str], told: Told) -> list[Statement]:
    known = (told.statements[id] for id in sorted(ids) if id)
    return [one for one in known if is_protected(one.observation) and not one.own.is_exact]


def _moves(sums: Sums, told: Told) -> dict[str, tuple[bool, bool]]:
    """For each withheld number of a sum, whether the sum rises and whether it falls with it."""
    every = (*sums.least, *sums.most)
    rising = {id for id, factor in every if factor > 0}
    falling = {id for id, factor in every if factor < 0}
    return {
        one.observation.id: (one.observation.id in rising, one.observation.id in falling)
        for one in _hidden({id for id, _ in every}, told)
    }


def _opened(
    count: Interval, moves: Mapping[str, tuple[bool, bool]], told: Told, narrowed: Narrow
) -> Interval | None:
    """The figure with each withheld number free again in its body's own range; None if none was narrowed."""
    lo, hi = count.lo, count.hi
    for id, (rises, falls) in moves.items():
        own, left = told.statements[id].own, narrowed(id)
        below = left.lo - own.lo
        above = None if own.hi is None or left.hi is None else own.hi - left.hi
        if own.hi is None and left.hi is None:
            above = ZERO
        if rises:
            lo, hi = lo - below, None if hi is None or above is None else hi + above
        if falls:
            lo, hi = ZERO if above is None else lo - above, None if hi is None else hi + below
    shown = Interval(max(ZERO, lo), hi)
    return shown if shown != count else None


def _of_sum(count: Interval, ids: set[str], told: Told) -> Interval | None:
    hidden = [one for one in (told.statements[id] for id in ids) if is_protected(one.observation)]
    if not hidden:
        return None
    rest = add(told.statements[id].own for id in ids if told.statements[id] not in hidden)
    shown = rest.plus(add(one.own for one in hidden))
    gives_away = len(hidden) == 1 or any(_is_pinned(one, hidden, count, rest) for one in hidden)
    return shown if gives_away and shown != count else None


def _withheld_total(figure: Figure, told: Told) -> Interval | None:
    """The body's own range of a total that it withheld (of a year), where other figures tell more of it."""
    if len(figure.observations) != 1 or not is_protected(figure.observations[0]):
        return None
    one = told.statements.get(figure.observations[0].id)
    is_it = one is not None and one.own.hull(figure.count) == one.own
    return one.own if one is not None and is_it and one.own != figure.count else None


def _is_pinned(one: Statement, hidden: list[Statement], count: Interval, rest: Interval) -> bool:
    others = add([rest, *(other.own for other in hidden if other is not one)])
    left = count.minus(others)
    return left.meets(one.own) and left.meet(one.own).is_exact and not one.own.is_exact
