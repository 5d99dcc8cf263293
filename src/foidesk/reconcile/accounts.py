"""The `Accounts` that findings ask: every body and measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foidesk.model import Finding, Issue, Measure, Observation, Period, Span, Support, SurveyDefinition

from . import relations
from .above import plain_id
from .account import Account, Answer
from .cut_years import cut_years
from .explain import Explanation, explain
from .levels import level, states_a_level
from .merged import ids_added
from .population import caveats
from .protect import given_away, issue, question, shown, worked_out
from .weighed import Dated, Term, across, weighed
from .words import Names, value_places

YEARS = ("calendar year", "financial year", "part year", "month", "window", "day")


@dataclass(frozen=True)
class BodyAccounts:
    """Implements `foidesk.model.Accounts`.

    `counted_as` maps (body, measure) to the other measure that a decision lets stand for it, with its choice.
    `open` holds (body, measure) where a statement waits for a person, (body, "") where only numbers do.
    """

    definition: SurveyDefinition
    accounts: Mapping[tuple[str, str], Account]
    counted_as: Mapping[tuple[str, str], tuple[Measure, str]]
    open: frozenset[tuple[str, str]] = frozenset()

    def answered(self, measure: str) -> tuple[str, ...]:
        """The bodies whose replies give a usable figure for the measure, in the order of bodies.csv."""
        return tuple(body.id for body in self.definition.bodies if self._gives(body.id, measure))

    def waiting(self, measure: str) -> tuple[str, ...]:
        """The bodies without a usable figure of which some statement or number waits for a person."""
        given = set(self.answered(measure))
        silent = (body.id for body in self.definition.bodies if body.id not in given)
        return tuple(body for body in silent if {(body, measure), (body, "")} & self.open)

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        """One body's figure with its sources, or None if it gave none. See `Accounts.support`."""
        account, stand_in, choice = self._account(body, measure)
        wanted = self.definition.codebook.measure(measure)
        if account is None:
            return None
        answer = account.answer(where, reading, period) if wanted.additive else level(account, where, period)
        if answer is None:
            return None
        count, reasons = answer.count, self._broken(body, measure, where)
        if reading == "true":
            related = relations.narrowed(count, body, measure, where, period, self.accounts, self.relations)
            count, reasons = related[0], reasons + related[1]
        back = account.taken_back
        said = answer.caveats + back.words(answer.observations) + reasons
        said += self._scopes(answer.observations, account.measure)
        if stand_in:
            said += (f"{stand_in.unit} counted as {wanted.unit}",)
        return Support(
            body,
            count.amount(wanted),
            tuple(dict.fromkeys(plain_id(id) for seen in answer.observations for id in ids_added(seen.id))),
            value_places(answer.observations),
            answer.judgements + back.decided(answer.observations) + ((choice,) if choice else ()),
            self._basis(body, tuple(where)),
            tuple(dict.fromkeys(said)),
            public=replace(answer.public.amount(wanted), how="suppressed") if answer.public else None,
        )

    @property
    def relations(self) -> tuple[relations.Relation, ...]:
        return relations.relations(self.definition)

    def _broken(self, body: str, measure: str, where: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The caveat of a total that cannot be right beside the other measure's."""
        if where or not self.relations:
            return ()
        found = relations.broken(self.accounts, self.relations, Names({}))
        return tuple(
            f"contradicted: {issue.what}"
            for one, issue in found
            if issue.body == body and measure in (one.small.id, one.large.id)
        )

    def give_away(self, findings: Iterable[Finding], answers: Mapping[str, str], names: Names) -> list[Issue]:
        """An issue for each body whose published figures give away numbers that it withheld."""
        listed, found = tuple(findings), []
        for (body, measure), account in self.accounts.items():
            periods, window = self.periods(body, measure), self.definition.period
            hidden = given_away(account, shown(listed, body, account.measure, periods, window))
            if hidden:
                choice = question(account, worked_out(account))
                answer = answers.get(choice.id, "") if choice else ""
                found.append(issue(account, hidden, choice, answer, names))
        return found

    def weighed(
        self,
        body: str,
        measure: str,
        terms: Sequence[Term],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Span | None:
        """The bounds of a sum of one body's figures, each times a factor. See `Accounts.weighed`."""
        account, _, _ = self._account(body, measure)
        return weighed(account, terms, reading, period) if account and account.measure.additive else None

    def across(self, body: str, measure: str, terms: Sequence[Dated], reading: str = "stated") -> Span | None:
        """The bounds of a sum of one body's figures of several periods. See `Accounts.across`."""
        account, _, _ = self._account(body, measure)
        return across(account, terms, reading) if account and account.measure.additive else None

    def explain(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Explanation | None:
        """Which statements force the ends of one body's figure, or None if it gave none."""
        account, _, _ = self._account(body, measure)
        return explain(account, where, reading, period) if account and account.measure.additive else None

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        """The periods by which the body broke the measure down, in order; empty if it did not.

        Of calendar and financial years only one kind is given, that with more periods. Single days are the years
        that they lie in.
        """
        account, _, _ = self._account(body, measure)
        by_kind: dict[str, dict[tuple[object, object], Period]] = {}
        for seen in account.observations if account else ():
            if seen.period is not None and not self._is_window(seen.period):
                period = _year_of(seen.period) if seen.period.kind == "day" else seen.period
                kind = "calendar year" if period.kind == "part year" else period.kind
                by_kind.setdefault(kind, {}).setdefault((period.start, period.end), period)
        kinds = sorted(by_kind, key=lambda kind: (-len(by_kind[kind]), YEARS.index(kind)))
        return tuple(sorted(by_kind[kinds[0]].values())) if kinds else ()

    def _is_window(self, period: Period) -> bool:
        return self.definition.period is not None and period.same_days(self.definition.period)

    def _account(self, body: str, measure: str) -> tuple[Account | None, Measure | None, str]:
        """The account that answers, with the measure that stands in and the choice that lets it."""
        own = self.accounts.get((body, measure))
        if own is not None and (not own.measure.additive or not own.is_empty):
            return own, None, ""
        stand_in, choice = self.counted_as.get((body, measure), (None, ""))
        if stand_in is None:
            return own, None, ""
        return self.accounts.get((body, stand_in.id)), stand_in, choice

    def _gives(self, body: str, measure: str) -> bool:
        account, _, _ = self._account(body, measure)
        if account is not None and not account.measure.additive:
            return states_a_level(account)
        if account is None or account.is_empty or account.split().overwhelmed:
            return False
        return account.total() is not None or bool(account.variables())

    def _basis(self, body: str, variables: tuple[str, ...]) -> tuple[str, ...]:
        """Where the figure comes from: that of its variables or, where none is given, that of the body's total."""
        ours = {b.variable: b.basis for b in self.definition.bases if b.body == body}
        named = [ours.get(variable, ours.get("", "")) for variable in variables or ("",)]
        return tuple(sorted({basis for basis in named if basis}))

    def _scopes(self, observations: tuple[Observation, ...], measure: Measure) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*caveats(observations, measure), *cut_years(observations))))


def first_answer(account: Account) -> Answer | None:
    """The account's total, if it has one."""
    return None if account.is_empty else account.total()


def _year_of(day: Period) -> Period:
    """The calendar year that a day lies in."""
    year = day.start.year
    return Period.days(date(year, 1, 1), date(year, 12, 31), "calendar year", str(year))
