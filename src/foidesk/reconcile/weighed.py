"""Sums of several figures of one body, each times a factor: for shares and differences, all open at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from foidesk.model import NOT_STATED, Period, Span

from . import reversals
from .account import Account
from .exact import LOOSE
from .interval import least
from .ledger import Ledger
from .space import Asked
from .sums import Figure

Where = Mapping[str, tuple[str, ...]]
Term = tuple[Where, int]
Dated = tuple[Where, Period, int]


def weighed(account: Account, terms: Sequence[Term], reading: str, period: Period | None) -> Span | None:
    """The hull over all consistent ways of reading the reply; None if it gives none of the figures."""
    terms = [term for term in terms if term[1]]
    if account.is_reversed:
        given = [(account.answer(where, reading, period), factor) for where, factor in terms]
        return reversals.together((one.count if one else None, factor) for one, factor in given)
    told: dict[int, tuple[Ledger, list[Figure | None]]] = {}
    names = {name for where, _ in terms for name in where}
    for ledger in account.ledgers(tuple(sorted(names)), period):
        told[id(ledger)] = ledger, [account.ask(ledger, where, reading) for where, _ in terms]
    some = [(ledger, figures) for ledger, figures in told.values() if any(figures)]
    if not some:
        return None
    span = _hull([_span(account, ledger, figures, terms, reading) for ledger, figures in some])
    return _opened(span, [factor for where, factor in terms if account.not_known(where, period)])


def _opened(span: Span, factors: Sequence[int]) -> Span:
    """The span without the ends that figures of unknown cells, times these factors, leave open."""
    low = None if any(factor < 0 for factor in factors) else span.lo
    return span._replace(lo=low, hi=None if any(factor > 0 for factor in factors) else span.hi)


def _hull(spans: Sequence[Span]) -> Span:
    """All that some of the spans hold."""
    lows, highs = [span.lo for span in spans], [span.hi for span in spans]
    return Span(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
        all(span.tight for span in spans),
    )


def _span(
    account: Account, ledger: Ledger, figures: list[Figure | None], terms: Sequence[Term], reading: str
) -> Span:
    """In one ledger: interval by interval, and all together where that is not exact.

    A figure that the ledger does not give counts nothing, and binds nothing.
    """
    told = [(figure, term) for figure, term in zip(figures, terms, strict=True) if figure is not None]
    apart = _apart([figure for figure, _ in told], [term for _, term in told])
    exact = account.exactly(ledger)
    is_exact = apart.lo is not None and apart.lo == apart.hi
    if is_exact or sum(not figure.count.is_exact for figure, _ in told) == 1:
        return apart
    if exact is None or (reading == "true" and _asks_for_blank(terms)):
        return apart._replace(tight=False)
    wanted = [(figure, *_clauses(account, where), factor) for figure, (where, factor) in told]
    bound = exact.sum_of(wanted, reading)
    if bound is None:
        return apart._replace(tight=False)
    scale = Decimal(exact.scale)
    lo, hi = (None if end is None else end / scale for end in (bound.lo, bound.hi))
    lowest = lo if apart.lo is None or lo is None else max(apart.lo, lo)
    return Span(lowest if lowest is not None else apart.lo, least(apart.hi, hi), bound.tight)


def _clauses(account: Account, where: Where) -> tuple[Asked, list[str]]:
    """The categories asked for, and the variables of which cases without an answer are, too."""
    asked = account.space.asked({n: tuple(id for id in ids if id != NOT_STATED) for n, ids in where.items()})
    return asked, [name for name, ids in where.items() if NOT_STATED in ids]


def _asks_for_blank(terms: Sequence[Term]) -> bool:
    return any(NOT_STATED in ids for where, _ in terms for ids in where.values())


def _apart(figures: list[Figure], terms: Sequence[Term]) -> Span:
    """Each figure by itself; `tight` if each of them is."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for figure, (_, factor) in zip(figures, terms, strict=True):
        ends = figure.count.lo, figure.count.hi
        down, up = ends if factor > 0 else ends[::-1]
        low = None if low is None or down is None else low + factor * down
        high = None if high is None or up is None else high + factor * up
    return Span(low, high, not any(LOOSE in figure.caveats for figure in figures))


def across(account: Account, terms: Sequence[Dated], reading: str) -> Span | None:
    """A sum of figures of several periods over all ways of deciding what is open; None if one is not given.

    Within one way each period is bounded by itself: nothing that a reply says of two years together is used.
    """
    if account.is_reversed:
        return None
    splits = [account.split(period) for _, period, _ in terms]
    common = set.intersection(*(set(one.ways) for one in splits)) if splits else set()
    spans = [span for way in sorted(common) for span in _in_one_way(account, terms, way, reading)]
    told = [span for span in spans if span is not None]
    if not told or len(told) < len(spans):
        return None
    return _opened(_hull(told), [factor for where, period, factor in terms if account.not_known(where, period)])


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
