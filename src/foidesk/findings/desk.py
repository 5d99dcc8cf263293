"""What a recipe works with: the query, the survey, and the bodies' accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from operator import add

from foidesk.errors import SurveyFileError
from foidesk.model import (
    Accounts,
    Amount,
    Base,
    ControlLimit,
    Count,
    Denominator,
    Finding,
    Line,
    Measure,
    Money,
    Outcome,
    Period,
    Quantity,
    Query,
    Support,
    SurveyDefinition,
    Timing,
    Variable,
)
from foidesk.words.amounts import plural
from foidesk.words.periods import period as period_of_words

from .public import public_part

BODIES = "bodies"
DATED = "dated by: "
"""Begins the caveat that says by which date a body's cases go."""
BELOW_ZERO = "below zero: "
"""Begins the caveat of a body some of whose sums are below zero: no part of them is a share of them."""
Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Desk:
    """One query beside the survey's definition, accounts, outcomes, and how long each body took."""

    query: Query
    definition: SurveyDefinition
    accounts: Accounts
    outcomes: tuple[Outcome, ...]
    timings: tuple[Timing, ...] = ()

    @property
    def measure(self) -> Measure:
        return self.definition.codebook.measure(self.query.measure)

    @property
    def between(self) -> type[Quantity] | type[Money]:
        """The type of a value between two of the measure's: of sums of money money, else a quantity."""
        return Money if self.measure.type == "money" else Quantity

    @property
    def asked(self) -> tuple[str, ...]:
        """The bodies that the query is about, in the order of bodies.csv."""
        wanted = set(self.query.bodies)
        return tuple(body.id for body in self.definition.bodies if not wanted or body.id in wanted)

    @property
    def answered(self) -> tuple[str, ...]:
        """Those of them that gave a usable figure for the measure."""
        given = set(self.accounts.answered(self.query.measure))
        return tuple(body for body in self.asked if body in given)

    @property
    def period(self) -> Period | None:
        return period_asked(self.query, self.definition)

    def variable(self, id: str) -> Variable:
        return self.definition.codebook.variable(id)

    def name(self, body: str) -> str:
        return self.definition.body(body).name

    @property
    def is_comparable(self) -> bool:
        """True where the owner declared that these counts mean the same at every body."""
        return self.measure.id in self.definition.comparison.comparable

    def parts(self, where: Where, period: Period | None = None) -> tuple[Support, ...]:
        """The bodies' parts, each with what it counted: for what is said body by body."""
        return tuple(replace(one, counting=counting(one)) for one in self.supports(where, period=period))

    def shown(self, where: Where, period: Period | None = None) -> tuple[Support, ...]:
        """The bodies' parts as wide as they may be shown: for what is no sum of them."""
        return tuple(map(public_part, self.parts(where, period)))

    def hides(self, *wheres: Where, reading: str = "", period: Period | None = None) -> bool:
        """True if a body withheld a number behind one of these figures: nothing closer than its parts is told."""
        return any(one.public for where in wheres for one in self.supports(where, reading, period))

    def placed(self, supports: tuple[Support, ...]) -> tuple[Support, ...]:
        """The parts with possible places, if the owner lets bodies be ranked: among those that count alike."""
        if not self.definition.comparison.ranked:
            return supports
        own = {one.counting for one in supports}
        places = {p.body: p for way in own for p in ranked(tuple(one for one in supports if one.counting == way))}
        return tuple(places[one.body] for one in supports)

    def supports(self, where: Where, reading: str = "", period: Period | None = None) -> tuple[Support, ...]:
        """The part of each body that gave one. A body that is silent is left out, never a zero."""
        wanted = reading or self.query.reading
        days = period or self.period
        found = (self.accounts.support(b, self.query.measure, where, wanted, days) for b in self.answered)
        return tuple(support for support in found if support is not None)

    def shared(self, where: Where, reading: str = "") -> tuple[Support, ...]:
        """The parts that can be a share or its base: without the bodies some of whose sums are below zero."""
        return tuple(one for one in self.supports(where, reading) if not is_below_zero(one))

    def sum(self, supports: Iterable[Support]) -> Amount:
        """The sum of the parts; zero or more, without an upper bound, if there are none.

        Of a measure that does not add up (shares, medians): the range from the lowest to the highest.
        """
        values = [support.value for support in supports]
        if not values:
            return self.measure.amount(Decimal(0), None, self.measure.unit)
        return reduce(add if self.measure.additive else Amount.hull, values)

    def true_sum(self, where: Where, period: Period | None = None) -> Amount | None:
        """What is true at the bodies that answered, no closer than may be shown; None if none is bound at all."""
        supports = tuple(map(public_part, self.supports(where, "true", period)))
        return self.sum(supports) if supports else None

    def population(self, n: int, verb: str = "answered") -> str:
        """“the 39 of 43 bodies that answered”, or the body's name if the query is about one.

        Where others answered, too, but not this, those of the figure are the ones “that say so”.
        """
        if verb == "answered" and n != len(self.answered):
            verb = "say so"
        if len(self.asked) == 1:
            return self.name(self.asked[0])
        if n == 0:
            return f"none of the {len(self.asked)} bodies {verb}"
        if n == len(self.asked):
            return f"all {n} bodies asked"
        return f"the {n} of {len(self.asked)} bodies that {verb}"

    def finding(
        self,
        value: Amount,
        supports: tuple[Support, ...],
        *,
        n: int | None = None,
        verb: str = "answered",
        true: Amount | None = None,
        lines: tuple[Line, ...] = (),
        numerator: Amount | None = None,
        denominator: Amount | None = None,
        caveats: tuple[str, ...] = (),
        denominators: tuple[Denominator, ...] = (),
        limits: tuple[ControlLimit, ...] = (),
    ) -> Finding:
        """The finding with all that its parts carry: basis, judgements, caveats by body."""
        base = Base(len(supports) if n is None else n, len(self.asked))
        every = (*supports, *(support for line in lines for support in line.supports))
        return Finding(
            name=self.query.name,
            title=self.query.title,
            query=self.query,
            value=value,
            unit=value.unit,
            population=self.population(base.n, verb) + _counted_as(every),
            base=base,
            recipe=self.query.recipe,
            recipe_version=0,
            true=true,
            supports=supports,
            lines=lines,
            numerator=numerator,
            denominator=denominator,
            basis=_all(support.basis for support in every),
            judgements=_all(support.judgements for support in every),
            caveats=(*caveats, *self._caveats(every), *_none(base.n)),
            contradicted=any(_is_contradicted(support) for support in every),
            denominators=denominators,
            limits=limits,
        )

    def _caveats(self, supports: Iterable[Support]) -> tuple[str, ...]:
        listed = tuple(supports)
        said = (
            f"{self.name(s.body)}: {caveat}"
            for s in listed
            for caveat in s.caveats
            if not caveat.startswith(DATED)
        )
        return tuple(dict.fromkeys((*self._dates(listed), *said)))

    def _dates(self, supports: Iterable[Support]) -> Iterator[str]:
        """ "Cases are dated by when they were recorded: Exampleton", once for each date that some bodies go by."""
        ways: dict[str, dict[str, None]] = {}
        for one in supports:
            for caveat in one.caveats:
                if caveat.startswith(DATED):
                    ways.setdefault(caveat.removeprefix(DATED).strip(), {})[self.name(one.body)] = None
        for way, names in sorted(ways.items()):
            what = "sums" if self.measure.type == "money" else self.measure.unit
            yield f"{what} are dated by {way}: {', '.join(sorted(names, key=str.casefold))}"

    def categories(self, variable: str) -> frozenset[str]:
        """All categories of a variable that are an answer."""
        return frozenset(c.id for c in self.variable(variable).categories if not c.missing)


def period_asked(query: Query, definition: SurveyDefinition) -> Period | None:
    """The period that the query names ("2012", "2012/13"), or None for the whole window."""
    return named_period(query, query.period, definition) if query.period else None


def named_period(query: Query, words: str, definition: SurveyDefinition) -> Period:
    """The period of these words. `SurveyFileError` if they name none."""
    found = period_of_words(words, definition.period)
    if found is None:
        raise SurveyFileError(
            f"finding {query.name!r} asks for the period {words!r}, which is not understood",
            where="survey.toml",
            next="write it as the replies do, e.g. 2012 or 2012/13",
        )
    return found


def bodies_count(lo: int, hi: int | None = None) -> Count:
    """A number of bodies."""
    top = lo if hi is None else hi
    return Count(Decimal(lo), Decimal(top), BODIES, "exact" if lo == top else "interval")


def alphabetical(desk: Desk, supports: Iterable[Support]) -> tuple[Support, ...]:
    """In the order of the bodies' names: no order of merit."""
    return tuple(sorted(supports, key=lambda support: desk.name(support.body).casefold()))


def ranked(supports: tuple[Support, ...]) -> tuple[Support, ...]:
    """Each part with its best and worst possible place, 1 being the highest figure; shared places are marked."""
    values = [one.public or one.value for one in supports]
    return tuple(with_place(one, own, values) for one, own in zip(supports, values, strict=True))


def with_place(support: Support, own: Amount, every: list[Amount]) -> Support:
    """The part with the places that its value can have among all values, its own among them."""
    above = sum(own.hi is not None and other.lo > own.hi for other in every)
    perhaps = sum(other.hi is None or other.hi > own.lo for other in every) - (own.hi is None or own.hi > own.lo)
    same = sum(other.is_exact and own.is_exact and other.lo == own.lo for other in every)
    return replace(support, rank=(1 + above, 1 + perhaps), tied=same > 1)


def counting(support: Support) -> str:
    """What the body counted and over which days, as far as it is not simply what was asked."""
    return "; ".join(dict.fromkeys(caveat for caveat in support.caveats if _is_counting(caveat)))


def _is_counting(caveat: str) -> bool:
    started = ("the figures run from", "nothing is given between", "scope: ", "stage: ", DATED)
    return caveat.startswith(started) or " counted as " in caveat or " is taken as " in caveat


def is_below_zero(support: Support) -> bool:
    """True if some of the body's sums are below zero (paid back, reversed)."""
    return any(caveat.startswith(BELOW_ZERO) for caveat in support.caveats)


def silent_on(desk: Desk, supports: tuple[Support, ...]) -> tuple[str, ...]:
    """A caveat that names how many bodies answered, but not this."""
    left = len(desk.answered) - len(supports)
    return (f"{plural(left, 'body', 'bodies')} that answered did not say",) if left else ()


def _counted_as(supports: Iterable[Support]) -> str:
    """ " (people counted as cases at 2 of them)" where a decision lets one unit stand for another."""
    found: dict[str, set[str]] = {}
    for support in supports:
        for caveat in support.caveats:
            if " counted as " in caveat:
                found.setdefault(caveat, set()).add(support.body)
    return "".join(f" ({caveat} at {len(bodies)} of them)" for caveat, bodies in sorted(found.items()))


def _is_contradicted(support: Support) -> bool:
    return any(caveat.startswith("contradicted") for caveat in support.caveats)


def _none(n: int) -> tuple[str, ...]:
    return () if n else ("no body gave this figure; zero or more is all that is known",)


def _all(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({item for items in several for item in items}))
