"""Sums of several figures of one body, each times a factor: for shares and differences, all open at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from foidesk.model import NOT_STATED, Period, Span

from .account import Account
from .interval import NOTHING, least
from .ledger import Ledger
from .sums import Figure

Where = Mapping[str, tuple[str, ...]]
Term = tuple[Where, int]
Dated = tuple[Where, Period, int]


def weighed(account: Account, terms: Sequence[Term], reading: str, period: Period | None) -> Span | None:
    """The hull over all consistent ways of reading the reply; None if it gives none of the figures."""
    terms = [term for term in terms if term[1]]
    told: dict[int, tuple[Ledger, list[Figure | None]]] = {}
    names = {name for where, _ in terms for name in where}
    for ledger in account.ledgers(tuple(sorted(names)), period):
        told[id(ledger)] = ledger, [account.ask(ledger, where, reading) for where, _ in terms]
    given = [(ledger, figures) for ledger, figures in told.values() if any(figures)]
    if not given:
        return None
    spans = [_span(account, ledger, figures, terms, reading) for ledger, figures in given]
    lows, highs = [low for low, _ in spans], [high for _, high in spans]
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _span(
    account: Account, ledger: Ledger, figures: list[Figure | None], terms: Sequence[Term], reading: str
) -> Span:
    """In one ledger: interval by interval, and all together where that is not exact."""
    known = [figure or Figure(NOTHING) for figure in figures]
    low, high = _apart(known, terms)
    exact = account.exactly(ledger)
    if low == high or exact is None or not all(figures) or _asks_for_blank(terms):
        return low, high
    wanted = [
        (figure, account.space.asked(where), factor) for figure, (where, factor) in zip(known, terms, strict=True)
    ]
    bound = exact.sum_of(wanted, reading)
    if bound is None:
        return low, high
    scale = Decimal(exact.scale)
    together = None if bound.lo is None else bound.lo / scale, None if bound.hi is None else bound.hi / scale
    lowest = together[0] if low is None or together[0] is None else max(low, together[0])
    return lowest if lowest is not None else low, least(high, together[1])


def _asks_for_blank(terms: Sequence[Term]) -> bool:
    return any(NOT_STATED in ids for where, _ in terms for ids in where.values())


def _apart(figures: list[Figure], terms: Sequence[Term]) -> Span:
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for figure, (_, factor) in zip(figures, terms, strict=True):
        ends = figure.count.lo, figure.count.hi
        down, up = ends if factor > 0 else ends[::-1]
        low = None if low is None or down is None else low + factor * down
        high = None if high is None or up is None else high + factor * up
    return low, high


def across(account: Account, terms: Sequence[Dated], reading: str) -> Span | None:
    """A sum of figures of several periods over all ways of deciding what is open; None if one is not given.

    Within one way each period is bounded by itself: nothing that a reply says of two years together is used.
    """
    splits = [account.split(period) for _, period, _ in terms]
    common = set.intersection(*(set(one.ways) for one in splits)) if splits else set()
    spans = [span for way in sorted(common) for span in _in_one_way(account, terms, way, reading)]
    if not spans or any(span is None for span in spans):
        return None
    lows, highs = [span[0] for span in spans if span], [span[1] for span in spans if span]
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _in_one_way(
    account: Account, terms: Sequence[Dated], way: tuple[int, int], reading: str
) -> Iterator[Span | None]:
    """The sum in each combination of the consistent ledgers of that way, one ledger for each period."""
    choices = []
    for where, period, factor in terms:
        split = account.split(period)
        world = split.worlds[split.ways.index(way)]
        figures = [account.ask(ledger, where, reading) for ledger in world.ledgers]
        choices.append([(figure, factor) for figure in figures])
    for chosen in product(*choices):
        known = [(figure, factor) for figure, factor in chosen if figure is not None]
        if len(known) < len(chosen):
            yield None
        else:
            yield _apart([figure for figure, _ in known], [({}, factor) for _, factor in known])
