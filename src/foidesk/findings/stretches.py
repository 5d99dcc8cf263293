"""Two periods of one kind, and the bodies that give both: what a change over time is computed from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from foidesk.errors import SurveyFileError
from foidesk.model import Amount, Change, Line, Period, Query, Span, Support, SurveyDefinition

from .desk import Desk, Where, named_period
from .public import public_part

FILE = "survey.toml"
YEARS = ("calendar year", "financial year")


def check_periods(query: Query, definition: SurveyDefinition) -> None:
    """`since` and `period` are two periods of one kind and length, the earlier one first."""
    for key in ("since", "period"):
        if not getattr(query, key):
            raise SurveyFileError(
                f"finding {query.name!r} of recipe {query.recipe!r} has no {key!r}", where=FILE,
                next='name two periods as the replies write them: since = "2010", period = "2012"',
            )  # fmt: skip
    before, after = periods(query, definition)
    if "part year" in (before.kind, after.kind):
        raise SurveyFileError(
            f"finding {query.name!r} compares a year of which only a part was asked for", where=FILE,
            next="name two years that lie wholly in the period of the survey",
        )  # fmt: skip
    if before.kind != after.kind:
        raise SurveyFileError(
            f"finding {query.name!r} goes from a {before.kind} ({query.since}) to a {after.kind} ({query.period})",
            where=FILE, next="compare two periods of one kind: figures of the two kinds of year overlap",
        )  # fmt: skip
    if not _alike(before, after):
        raise SurveyFileError(
            f"finding {query.name!r} compares {query.since} with {query.period}: they are not of one length",
            where=FILE, next="compare a month with a month, a year with a year",
        )  # fmt: skip
    if after.start < before.end:
        raise SurveyFileError(
            f"finding {query.name!r} goes back in time, or its periods overlap: {query.since} to {query.period}",
            where=FILE, next="put the earlier one under 'since', the later under 'period'",
        )  # fmt: skip


def _alike(before: Period, after: Period) -> bool:
    """True for periods of one length; a leap day or a short month makes no other."""
    first, last = ((one.end - one.start).days for one in (before, after))
    return abs(first - last) <= max(3, first // 100)


def periods(query: Query, definition: SurveyDefinition) -> tuple[Period, Period]:
    """The earlier and the later period."""
    return named_period(query, query.since, definition), named_period(query, query.period, definition)


@dataclass(frozen=True)
class Stretch:
    """What each body that gives both periods says of them; `left` are those that answered but give not both."""

    desk: Desk
    before: Period
    after: Period
    pairs: dict[str, tuple[Support, Support]]
    left: tuple[str, ...]
    hidden: frozenset[str] = frozenset()

    @property
    def caveats(self) -> tuple[str, ...]:
        named = ", ".join(sorted(map(self.desk.name, self.left), key=str.casefold))
        words = f"{self.desk.query.since} and {self.desk.query.period}"
        return (f"left out, for they do not give both {words}: {named}",) if self.left else ()

    @property
    def verb(self) -> str:
        return f"gave both {self.desk.query.since} and {self.desk.query.period}"

    def sums(self) -> tuple[Amount, Amount]:
        """The earlier and the later sum."""
        earlier, later = ([pair[at] for pair in self.pairs.values()] for at in (0, 1))
        return self.desk.sum(earlier), self.desk.sum(later)

    def lines(self) -> tuple[Line, Line]:
        """A line for each period, with what stands behind it."""
        first, last = self.sums()
        earlier, later = (tuple(pair[at] for pair in self.pairs.values()) for at in (0, 1))
        query = self.desk.query
        return (
            Line(query.since, query.since, first, None, earlier),
            Line(query.period, query.period, last, None, later),
        )

    def difference(self, body: str, old: int, new: int) -> Span:
        """The bounds of `new` times the later figure less `old` times the earlier, both open at once.

        Of a body that withheld a number, no closer than what the two figures show by themselves.
        """
        earlier, later = self.pairs[body]
        apart = _apart(earlier.value, later.value, old, new)
        if body in self.hidden:
            return apart
        desk = self.desk
        terms = [(desk.query.where, self.after, new), (desk.query.where, self.before, -old)]
        joint = desk.accounts.across(body, desk.query.measure, terms, desk.query.reading)
        return apart if joint is None else _closer(apart, joint)

    def changes(self) -> tuple[Support, ...]:
        """Each body's change, with the sources of both its figures."""
        return tuple(self._change(body, *pair) for body, pair in self.pairs.items())

    def _change(self, body: str, earlier: Support, later: Support) -> Support:
        gap = self.difference(body, 1, 1)
        value = change(gap.lo, gap.hi, self.desk.measure.unit)
        return Support(
            body,
            value,
            _both(earlier.observations, later.observations),
            _both(earlier.locators, later.locators),
            _both(earlier.judgements, later.judgements),
            _both(earlier.basis, later.basis),
            _both(earlier.caveats, later.caveats),
            counting=later.counting,
        )


def stretch(desk: Desk, where: Where | None = None) -> Stretch:
    """The bodies whose replies break the days down so that both periods are whole, with an upper end to each."""
    before, after = periods(desk.query, desk.definition)
    asked = desk.query.where if where is None else where
    told = [desk.parts(asked, period) for period in (before, after)]
    hidden = frozenset(one.body for parts in told for one in parts if one.public)
    given = [{one.body: public_part(one) for one in parts} for parts in told]
    pairs = {
        body: (given[0][body], given[1][body])
        for body in desk.answered
        if body in given[0] and body in given[1] and _is_whole(desk, body, before) and _is_whole(desk, body, after)
    }
    kept = {body: pair for body, pair in pairs.items() if all(one.value.hi is not None for one in pair)}
    return Stretch(desk, before, after, kept, tuple(body for body in desk.answered if body not in kept), hidden)


def _is_whole(desk: Desk, body: str, period: Period) -> bool:
    """True if the body's own periods make up the days: that year itself, or its months without a gap."""
    at = period.start
    for own in sorted(one for one in desk.accounts.periods(body, desk.query.measure) if one.inside(period)):
        if own.start != at:
            return False
        at = own.end
    return at == period.end


def change(low: Decimal | None, high: Decimal | None, unit: str) -> Change:
    """A signed difference. One that nothing bounds from below is not made: such bodies are left out before."""
    if low is None:
        raise ValueError("a change has a lower bound")
    return Change(low, high, unit, "exact" if low == high else "interval")


def _apart(earlier: Amount, later: Amount, old: int, new: int) -> Span:
    low = None if earlier.hi is None else new * later.lo - old * earlier.hi
    return Span(low, None if later.hi is None else new * later.hi - old * earlier.lo)


def _closer(one: Span, other: Span) -> Span:
    lows = [low for low in (one.lo, other.lo) if low is not None]
    highs = [high for high in (one.hi, other.hi) if high is not None]
    return Span(max(lows, default=None), min(highs, default=None), other.tight)


def _both(one: tuple, other: tuple) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys((*one, *other)))
