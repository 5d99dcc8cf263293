"""One body's figures for one measure: the hull over all ways of deciding what is open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from foidesk.model import NOT_STATED, Choice, Footing, Measure, Observation, Period, Share

from . import not_known
from .clashes import Kept, Split
from .exact import Exact, scale_of
from .gathering import Days
from .interval import NOTHING, Interval, hull
from .ledger import Ledger
from .one_value import MOST_TOGETHER, STANDS, WRONG, OneValue, joined, one_value
from .protected import public
from .reversals import DIFFERENT, SAID, as_given, has_reversals
from .space import Asked, Fit, Space, fit
from .splits import Splits, least_contradictory
from .statements import Ratio, statement_tables
from .sums import Figure
from .unheaded import told_apart
from .withdrawn import Withdrawn
from .words import Names
from .worlds import Alternatives, worlds

Ask = Callable[[Ledger], Figure | None]
Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure with all that was said and decided on the way to it.

    `public` is the wider interval to be shown where the figure would give a withheld number away.
    """

    count: Interval
    observations: tuple[Observation, ...]
    caveats: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    public: Interval | None = None


def _known_by(held: Iterable[Observation], kept: Kept) -> object:
    """What tells one set of statements of an account from another: a value may be open in one of them."""
    return tuple((seen.id, getattr(seen.value, "how", "")) for seen in held), kept


def _unsaid(ledger: Ledger, where: Mapping[str, tuple[str, ...]], reading: str) -> Interval:
    """What a ledger without a figure may hold: of a kind that it does not speak of it states none."""
    if not where:
        return Interval(ledger.least(), None)
    if reading == "true":
        most = ledger.all_true()
        return Interval(NOTHING.lo, most.hi if most else None)
    is_rest = any(NOT_STATED in categories for categories in where.values())
    return Interval(NOTHING.lo, None) if is_rest and ledger.total is None and ledger.groups else NOTHING


@dataclass
class Account:
    """What one body's replies establish of one measure.

    `readings` are the open questions on what a number is, `copies` those on which document stands; `judged` the
    answers that let cases of another scope, stage or date in; `shares` those stated of an open total, `of_total`
    the observations that state a share of any; `footings` are the printed totals with their parts.
    """

    body: str
    measure: Measure
    observations: list[Observation]
    readings: list[Alternatives]
    copies: list[Alternatives]
    questions: Mapping[str, Choice]
    answers: Mapping[str, str]
    space: Space
    names: Names
    window: Period | None
    judged: tuple[str, ...] = ()
    taken_back: Withdrawn = field(default_factory=lambda: Withdrawn([]))
    shares: Mapping[str, Share] = field(default_factory=dict)
    of_total: frozenset[str] = frozenset()
    footings: tuple[Footing, ...] = ()
    _splits: dict[Period | None, Splits] = field(default_factory=dict)
    _whole: dict[object, Split] = field(default_factory=dict)
    _singles: dict[object, OneValue | None] = field(default_factory=dict)
    _known: dict[object, Answer | None] = field(default_factory=dict)
    _asked: dict[object, Figure | None] = field(default_factory=dict)
    _equations: dict[int, Exact] = field(default_factory=dict)
    _kinds: dict[tuple[Period | None, tuple[str, ...]], list[list[Ledger]]] = field(default_factory=dict)

    def split(self, period: Period | None = None) -> Splits:
        """The consistent ledgers for the days asked for, over all worlds that open questions allow."""
        if period not in self._splits:
            found: list[Split] = []
            ways: list[tuple[int, int]] = []
            set_aside: frozenset[str] = frozenset()
            for copy, held in enumerate(worlds(self.observations, self.copies)):
                possible = [self._run_once(world, period) for world in worlds(held, self.readings)]
                taken = least_contradictory(possible)
                found += taken
                ways += [(copy, n) for n, one in enumerate(possible) if any(one is each for each in taken)]
                if len(taken) < len(possible):
                    set_aside |= {one.choice for one in self.readings}
            holds_all = all(frozenset() in one.drops for one in self.readings)
            self._splits[period] = Splits(found, set_aside, tuple(ways), holds_all)
        return self._splits[period]

    def _run_once(
        self, held: list[Observation], period: Period | None, kept: Kept = frozenset(), open_: int = 0
    ) -> Split:
        """All ways of deciding what clashes; where one value explains several clashes, they are one question.

        `kept` are values that stand; `open_` is how many are open already.
        """
        one = self._single(held, kept) if open_ < MOST_TOGETHER else None
        if one is None:
            return self._over_all_days(held, kept) if period is None else self._run(held, period, kept)
        choice = one.choice(self.body, self.measure.id, self.names)
        answer = self.answers.get(choice.id)
        is_answered = answer in (STANDS, WRONG)
        ways = []
        if answer != WRONG:
            ways.append(
                self._run_once(held, period, kept | {(one.seen.id, one.excess)}, open_ + (not is_answered))
            )
        if answer != STANDS:
            ways.append(self._run_once(one.without(held), period, kept, open_ + (not is_answered)))
        return joined(one, choice, ways, is_answered)

    def _single(self, held: list[Observation], kept: Kept) -> OneValue | None:
        """The one value that explains several contradictions over all days asked for."""
        key = _known_by(held, kept)
        if key not in self._singles:
            split = self._over_all_days(held, kept)
            self._singles[key] = one_value(
                split, held, self.footings, kept, lambda left: self._over_all_days(left, kept)
            )
        return self._singles[key]

    def _run(self, held: list[Observation], period: Period | None, kept: Kept) -> Split:
        split = Split(self.body, self.measure, self.answers, self.names, kept=kept)
        window = self.window if period is None else None
        tables = statement_tables(held, self.space, window, self._ratios(held, period), told_apart)
        days = Days(period, self.window)
        whole = self._over_all_days(held, kept) if period is not None else None
        if whole is not None and any(whole.losses) and not whole.overwhelmed:
            split.run_within(whole, tables, self.space, days)
        else:
            split.run(tables, self.space, days)
        return split

    def _over_all_days(self, held: list[Observation], kept: Kept) -> Split:
        """The ledgers of one way of reading, over all days asked for."""
        key = _known_by(held, kept)
        if key not in self._whole:
            self._whole[key] = self._run(held, None, kept)
        return self._whole[key]

    def _ratios(self, held: list[Observation], period: Period | None) -> dict[str, Ratio]:
        """The stated shares of an open total as ratios: to all cases, if these are of the days asked for."""
        return {
            seen.id: Ratio(Fraction(share.lo), Fraction(share.hi or 1), self._is_of(seen.period, period))
            for seen in held
            if (share := self.shares.get(seen.id)) is not None
        }

    def _is_of(self, days: Period | None, period: Period | None) -> bool:
        """True if a share is of just these days; one without days is of all that were asked for."""
        mine, asked = days or self.window, period or self.window
        return mine == asked or bool(mine and asked and mine.same_days(asked))

    @property
    def is_empty(self) -> bool:
        return not any(ledger.groups for ledger in self.split().ledgers)

    def total(self, period: Period | None = None) -> Answer | None:
        return self.answer({}, "stated", period)

    def base_of(self, share: Observation) -> Interval | None:
        """The cases that the reply states a share of; open above where its parts may lack just those cases."""
        answer = self.total(share.period)
        if answer is None:
            return None
        of_parts = [
            t for led in self.split(share.period).ledgers if (t := led.total) is not None and t.is_of_parts
        ]
        if any(one.of is not None and one.of.shape & share.where.keys() for one in of_parts):
            return Interval(answer.count.lo, None)
        return answer.count

    def answer(
        self, where: Mapping[str, tuple[str, ...]], reading: str, period: Period | None = None
    ) -> Answer | None:
        """The figure for the categories asked for; `NOT_STATED` among them stands for cases without an answer."""
        if self.is_reversed:
            return self._as_given(where, period)
        key = (tuple(sorted((name, tuple(sorted(ids))) for name, ids in where.items())), reading, period)
        if key not in self._known:
            told: dict[int, Figure | None] = {}

            def ask(ledger: Ledger) -> Figure | None:
                if id(ledger) not in told:
                    told[id(ledger)] = self.ask(ledger, where, reading)
                return told[id(ledger)]

            self._known[key] = self._opened(self._over(ask, period, where, reading), where, period)
        return self._known[key]

    @cached_property
    def _silent(self) -> tuple[Observation, ...]:
        return not_known.cells(self.observations)

    def not_known(self, where: Where, period: Period | None) -> tuple[Observation, ...]:
        """The cells of which the body says that it does not know them, that leave the figure open."""
        if not self._silent:
            return ()
        asked = self.space.asked({n: tuple(c for c in ids if c != NOT_STATED) for n, ids in where.items()})
        return not_known.touching(self._silent, self.observations, self.space, asked, period, self.window)

    def _opened(self, answer: Answer | None, where: Where, period: Period | None) -> Answer | None:
        ours = self.not_known(where, period) if answer is not None else ()
        if answer is None or not ours:
            return answer
        shown = not_known.opened(answer.public) if answer.public else None
        caveats = (*answer.caveats, not_known.words(ours))
        return replace(answer, count=not_known.opened(answer.count), caveats=caveats, public=shown)

    @cached_property
    def is_reversed(self) -> bool:
        """True if some of the sums are below zero: then nothing bounds one by another."""
        return has_reversals(self.observations)

    def _as_given(self, where: Where, period: Period | None) -> Answer | None:
        """The figure that every way of deciding what is open gives for just this; None if one gives none."""
        if any(NOT_STATED in ids for ids in where.values()):
            return None
        ways = [one for held in worlds(self.observations, self.copies) for one in worlds(held, self.readings)]
        found = [as_given(one, self.space, where, period, self.window) for one in ways]
        given = [one for one in found if one is not None]
        span = hull(count for count, _ in given)
        if span is None or len(given) < len(found):
            return None
        seen = {one.id: one for _, some in given for one in some}
        said = (SAID, *((DIFFERENT,) if not span.is_exact else ()))
        return Answer(span, tuple(seen.values()), said, self._judged(self.split(period)))

    def _different(self, period: Period | None, names: tuple[str, ...]) -> list[list[Ledger]]:
        """For each world its ledgers, one of those that give the same figures on these variables."""
        if (period, names) not in self._kinds:
            first: dict[Hashable, Ledger] = {}
            worlds = [
                {id(one): one for one in (first.setdefault(led.view(names), led) for led in world.ledgers)}
                for world in self.split(period).worlds
            ]
            different = {tuple(sorted(world)): list(world.values()) for world in worlds}
            self._kinds[period, names] = list(different.values())
        return self._kinds[period, names]

    def variables(self) -> frozenset[str]:
        """The variables that the replies speak of."""
        return frozenset().union(*(ledger.variables() for ledger in self.split().ledgers))

    def ask(self, ledger: Ledger, where: Mapping[str, tuple[str, ...]], reading: str) -> Figure | None:
        """What one consistent ledger says of the categories asked for."""
        key = id(ledger), tuple(sorted((name, tuple(sorted(ids))) for name, ids in where.items())), reading
        if key not in self._asked:
            self._asked[key] = self._ask(ledger, where, reading)
        return self._asked[key]

    def _ask(self, ledger: Ledger, where: Mapping[str, tuple[str, ...]], reading: str) -> Figure | None:
        if not where:
            return self._all(ledger, reading)
        exact = self.exactly(ledger)
        blank = [name for name, categories in where.items() if NOT_STATED in categories]
        asked = self.space.asked({n: tuple(c for c in ids if c != NOT_STATED) for n, ids in where.items()})
        figure = self._with_blank(ledger, asked, blank) if blank else None
        if not blank:
            figure = ledger.true(asked) if reading == "true" else ledger.stated(asked)
        if figure is None or exact is None:
            return figure
        if reading == "true" and not blank:
            return exact.true(figure, asked)
        return exact.said(figure, asked, blank)

    def figures(
        self, where: Mapping[str, tuple[str, ...]], reading: str, period: Period | None
    ) -> list[tuple[Ledger, Figure | None]]:
        """The figure of each consistent ledger that gives another answer."""
        return [(one, self.ask(one, where, reading)) for one in self.ledgers(tuple(sorted(where)), period)]

    def ledgers(self, names: tuple[str, ...], period: Period | None) -> list[Ledger]:
        """The consistent ledgers, one of those that give the same figures on these variables."""
        return [ledger for ledgers in self._different(period, names) for ledger in ledgers]

    def exactly(self, ledger: Ledger) -> Exact | None:
        """The ledger's equations; None for a measure of a type that does not add up."""
        if id(ledger) not in self._equations and (scale := scale_of(ledger, self.measure.type)) is not None:
            self._equations[id(ledger)] = Exact(ledger, scale)
        return self._equations.get(id(ledger))

    def _all(self, ledger: Ledger, reading: str) -> Figure | None:
        figure = ledger.all_cases()
        if figure is None or reading != "true":
            exact = self.exactly(ledger)
            return exact.stated(figure, ()) if figure and exact else figure
        count = ledger.all_true()
        return None if count is None else Figure(count, figure.observations, figure.caveats)

    def _with_blank(self, ledger: Ledger, asked: Asked, blank: list[str]) -> Figure | None:
        """Cases without an answer, with those of the categories asked for; of several variables: bounds."""
        if len(asked) > 1:
            one = [self._with_blank(ledger, {n: asked[n]}, [n]) for n in blank]
            rest = [ledger.stated({n: names}) for n, names in asked.items() if n not in blank]
            his = [f.count.hi for f in (*one, *rest) if f is not None and f.count.hi is not None]
            return Figure(Interval(NOTHING.lo, min(his, default=None)), (), ("bounds only",))
        ((name, names),) = asked.items()
        left = ledger.not_stated(name)
        said = ledger.stated({name: names}) if names else None
        if left is None or said is None:
            return left
        observations = {seen.id: seen for seen in (*left.observations, *said.observations)}
        sums = left.sums.plus(said.sums) if left.sums and said.sums else None
        caveats = left.caveats + said.caveats
        count = left.count.plus(said.count)
        return Figure(count, tuple(observations.values()), caveats, sums, days_open=said.days_open)

    def _over(
        self, ask: Ask, period: Period | None, where: Mapping[str, tuple[str, ...]], reading: str
    ) -> Answer | None:
        """The hull over the ledgers. One that does not speak of it adds a zero, if another does.

        A total that goes with the losing side of a contradiction may be anything, and so may what a breakdown
        leaves of it. None where some reading of the reply gives no total at all: silence is no zero.
        """
        split, is_total = self.split(period), not where
        different = self._different(period, tuple(sorted(where)))
        by_world = [[ask(ledger) for ledger in ledgers] for ledgers in different]
        figures = [figure for world in by_world for figure in world]
        given = [figure for figure in figures if figure is not None]
        if not given or split.overwhelmed or (is_total and not all(map(any, by_world))):
            return None
        every = [ledger for ledgers in different for ledger in ledgers]
        silent = [_unsaid(ledger, where, reading) for ledger in every if ask(ledger) is None]
        count = hull([*(figure.count for figure in given), *silent])
        assert count is not None
        observations = {seen.id: seen for figure in given for seen in figure.observations}
        caveats = [caveat for figure in given for caveat in figure.caveats]
        if silent or len({figure.count for figure in given}) > 1:
            caveats += self._open(split)
        caveats += [
            f"set aside: {self.questions[id].question}" for id in sorted(split.set_aside & self._undecided())
        ]
        judged, shown = self._judged(split), self._public(different, ask, silent, where, reading)
        return Answer(count, tuple(observations.values()), tuple(dict.fromkeys(caveats)), judged, shown)

    def _public(
        self, different: list[list[Ledger]], ask: Ask, silent: list[Interval], where: Where, reading: str
    ) -> Interval | None:
        """The hull of what may be shown in each ledger; None if all of it may."""
        told = [(figure, led) for leds in different for led in leds if (figure := ask(led)) is not None]
        shown = [self._shown(led, figure, where, reading) for figure, led in told]
        if not any(shown):
            return None
        return hull([*(own or figure.count for own, (figure, _) in zip(shown, told, strict=True)), *silent])

    def _shown(self, ledger: Ledger, figure: Figure, where: Where, reading: str) -> Interval | None:
        """What may be shown of one ledger's figure: of what is true never less than of what is stated."""
        known = self.space.asked({n: tuple(c for c in ids if c != NOT_STATED) for n, ids in where.items()})

        def fits(seen: Observation) -> Fit:
            return fit(self.space.regions(seen.where), known)

        def is_just(seen: Observation) -> bool:
            regions = dict(self.space.regions(seen.where))
            return {n: r.atoms for n, r in regions.items() if r.is_plain} == known and len(regions) == len(known)

        def shown(one: Figure) -> Interval | None:
            return public(one, ledger.told, lambda id: self._left_of(ledger, id), fits, is_just)

        found = shown(figure)
        said = self.ask(ledger, where, "stated") if reading == "true" else None
        if said is None:
            return found
        own = shown(said)
        if said.count == figure.count:
            return own
        least = (own or said.count).lo
        return found if found is None or found.lo >= least else Interval(least, found.hi)

    def _left_of(self, ledger: Ledger, id: str) -> Interval:
        """What everything else that is said leaves of one number."""
        exact, count = self.exactly(ledger), ledger.told.statements[id].count
        left = exact.number(id) if exact else None
        return count if left is None or not left.meets(count) else left.meet(count)

    def _open(self, split: Splits) -> list[str]:
        """A caveat for each open question that may move the figure."""
        asked = [choice for id, choice in split.choices.items() if id not in split.answered]
        left = self._undecided() - split.set_aside
        asked += [self.questions[one.choice] for one in (*self.readings, *self.copies) if one.choice in left]
        return [f"{'contradicted' if c.kind != 'reading' else 'undecided'}: {c.question}" for c in asked]

    def _undecided(self) -> set[str]:
        asked = {one.choice for one in (*self.readings, *self.copies)}
        open_ = (self.questions[id] for id in asked if id in self.questions and id not in self.answers)
        return {choice.id for choice in open_ if not choice.settled}

    def _judged(self, split: Splits) -> tuple[str, ...]:
        seen = {one.choice for one in self.observations if one.choice in self.answers}
        settled = {one.choice for one in self.copies if one.choice in self.answers}
        return tuple(sorted(seen | settled | set(split.answered) | set(self.judged)))
