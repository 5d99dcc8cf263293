"""A smallest set of sources that cannot all be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from .bounds import Solved
from .system import System

MOST_TRIES = 6


def is_possible(system: System, sources: Collection[str]) -> bool:
    """True if some numbers satisfy all that these sources say."""
    return Solved(system.only(sources)).is_possible


def smallest_conflict(system: System) -> tuple[str, ...]:
    """Sources that clash with each other and would not without any one of them; empty if nothing clashes.

    The smallest set found: the search begins at each member of the first set in turn, so that two that clash
    directly are found before a longer chain; it is no proof that no smaller set exists.
    """
    sources = list(system.sources)
    if is_possible(system, sources):
        return ()
    best = _irreducible(system, _refuted_first(system, sources))
    for order in _orders(best, sources):
        if len(best) <= 2:
            break
        found = _irreducible(system, order)
        best = found if len(found) < len(best) else best
    return tuple(sorted(best, key=sources.index))


def _irreducible(system: System, order: Sequence[str]) -> list[str]:
    """The deletion filter: drop each source in turn for which the rest still clashes; late ones stay longest.

    Halves are tried first, so that few checks are needed where few of many sources clash.
    """
    kept = list(order)
    size = max(1, len(kept) // 2)
    while size >= 1:
        at = 0
        while at < len(kept):
            rest = kept[:at] + kept[at + size :]
            if len(rest) < len(kept) and not is_possible(system, rest):
                kept = rest
            else:
                at += size
        size //= 2
    return kept


def _refuted_first(system: System, sources: list[str]) -> list[str]:
    """The order with the source of the row that propagation refutes last: it is surely in the clash."""
    refuted = Solved(system).box.refuted
    name = refuted.source if refuted else ""
    return sorted(sources, key=lambda source: source == name)


def _orders(first: list[str], sources: list[str]) -> Iterator[list[str]]:
    """Each member of the first set found is dropped first, in turn."""
    for member in first[:MOST_TRIES]:
        rest = [source for source in sources if source != member]
        yield [member, *rest]
        yield [member, *reversed(rest)]


def forcing(system: System, terms: tuple[tuple[int, int], ...], limit: int, is_low: bool) -> tuple[str, ...]:
    """The sources, none of which can be spared, that force the sum to be at least (or at most) `limit`."""
    barred = System(system.whole, list(system.lows), list(system.highs), list(system.rows))
    barred.bind(terms, None if is_low else limit + 1, limit - 1 if is_low else None)
    sources = list(system.sources)
    if is_possible(barred, sources):
        return ()
    kept = _irreducible(barred, sources)
    return tuple(sorted(kept, key=sources.index))
