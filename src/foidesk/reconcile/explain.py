"""Which statements force the lower and the upper bound of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foidesk.model import NOT_STATED, Observation, Period

from .account import Account
from .exact import Exact, Forced
from .interval import Interval
from .ledger import Ledger
from .statements import count_of
from .sums import Figure

Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A body's figure, and the statements without any one of which the bound would be wider.

    A bound that nothing forces (zero, or no upper one) has none. `alternatives` counts the consistent ways of
    reading the reply that the bound spans: each end is that of the way that reaches it.
    """

    value: Interval
    lower: tuple[Observation, ...]
    upper: tuple[Observation, ...]
    alternatives: int
    caveats: tuple[str, ...]


def explain(
    account: Account, where: Where, reading: str = "stated", period: Period | None = None
) -> Explanation | None:
    """Why the figure is as it is; None if the body gives none.

    Of a figure behind which a body withheld a number it is told why it is as it may be shown: what forces it
    closer would tell the number.
    """
    answer = account.answer(where, reading, period)
    told = [pair for pair in account.figures(where, reading, period) if pair[1] is not None]
    if answer is None or not told:
        return None
    figures = [(ledger, figure) for ledger, figure in told if figure is not None]
    if answer.public is not None:
        own = tuple(seen for seen in answer.observations if not _is_sum_of_others(seen, answer.observations))
        lower = tuple(seen for seen in own if not _may_be_none(seen)) if answer.public.lo > 0 else ()
        upper = own if answer.public.hi is not None else ()
        return Explanation(answer.public, lower, upper, len(figures), answer.caveats)
    low = min(figures, key=lambda pair: pair[1].count.lo)
    high = max(figures, key=lambda pair: (pair[1].count.hi is None, pair[1].count.hi))
    lower = _forced(account, *low, where, reading).lower if low[1].count.lo == answer.count.lo else ()
    upper = () if answer.count.hi is None else _forced(account, *high, where, reading).upper
    lower, upper = _with_base(account, lower, period), _with_base(account, upper, period)
    return Explanation(answer.count, lower, upper, len(figures), answer.caveats)


def _with_base(account: Account, told: tuple[Observation, ...], period: Period | None) -> tuple[Observation, ...]:
    """The statements, with the total where one of them is a share of it."""
    base = account.total(period) if any(seen.id in account.of_total for seen in told) else None
    every = (*told, *(base.observations if base is not None else ()))
    return tuple({seen.id: seen for seen in every}.values())


def _may_be_none(seen: Observation) -> bool:
    """True for a number that may be zero: it forces nothing from below."""
    count = count_of(seen)
    return count is None or count.lo == 0


def _is_sum_of_others(seen: Observation, every: tuple[Observation, ...]) -> bool:
    """True for a printed total among the numbers that it adds up."""
    return seen.role == "total" and len(every) > 1


def _forced(account: Account, ledger: Ledger, figure: Figure, where: Where, reading: str) -> Forced:
    """What forces the ends in one ledger; where its equations do not, all that the figure rests on."""
    behind = Forced(figure.observations, figure.observations)
    exact = account.exactly(ledger)
    if exact is None:
        return behind
    forced = _by_equations(account, exact, figure, where, reading)
    low_is_free = figure.count.lo == 0
    own = {seen.id for seen in figure.observations}
    perhaps = {id for id, _ in figure.sums.most} - {id for id, _ in figure.sums.least} if figure.sums else set()
    return Forced(
        () if low_is_free else _of_figure(forced.lower, own - perhaps or own) or behind.lower,
        () if figure.count.hi is None else _of_figure(forced.upper, own) or behind.upper,
    )


def _of_figure(forced: tuple[Observation, ...], own: set[str]) -> tuple[Observation, ...]:
    """Of a table that forces a bound, the cells that the figure adds up; all of it where it adds up none."""
    tables: dict[tuple[str, str], list[Observation]] = {}
    for seen in forced:
        tables.setdefault((seen.document, seen.table or seen.id), []).append(seen)
    told = [[seen for seen in several if seen.id in own] or several for several in tables.values()]
    return tuple(seen for several in told for seen in several)


def _by_equations(account: Account, exact: Exact, figure: Figure, where: Where, reading: str) -> Forced:
    blank = [name for name, ids in where.items() if NOT_STATED in ids]
    asked = account.space.asked({name: tuple(id for id in ids if id != NOT_STATED) for name, ids in where.items()})
    if reading == "stated" or not where or blank:
        return exact.forced_stated(figure, asked, blank)
    return exact.forced_true(figure, asked)
