"""A reading → what the data say, by the recipes of the findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from functools import cached_property

from foidesk.errors import FoideskError
from foidesk.model import Finding, Outcome, Query, Support, SurveyDefinition
from foidesk.words.periods import period as period_of_words

from .fit import agreement, in_unit
from .reading import Answer, Group, Reading, Where, kind_of
from .years import apart, ends, moved

Compute = Callable[[Query], Finding]
REFUSED = ("refused", "cost limit", "neither confirm nor deny", "not held")
ADDABLE = ("count", "money", "quantity")
Interval = tuple[Decimal, Decimal | None]


@dataclass
class Bench:
    """Answers readings; each question is put once."""

    definition: SurveyDefinition
    compute: Compute
    outcomes: tuple[Outcome, ...] = ()
    discloses_gap: bool = False
    _kept: dict[tuple[object, ...], dict[str, Support]] = field(default_factory=dict)

    # --- the bodies' figures ---

    def supports(self, measure: str, where: Where, period: str) -> dict[str, Support]:
        """Each body's figure."""
        key = (measure, tuple(sorted(where.items())), period)
        if key not in self._kept:
            query = Query("claim", "by-body", "claim", measure, where=dict(where), period=period)
            try:
                found = self.compute(query)
            except FoideskError:
                self._kept[key] = {}
            else:
                self._kept[key] = {one.body: self._in_per_cent(measure, one) for one in found.supports}
        return self._kept[key]

    def _in_per_cent(self, measure: str, own: Support) -> Support:
        """A share is kept as a part of one, and told in per cent."""
        if self.definition.codebook.measure(measure).type != "share":
            return own
        lo, hi = own.value.lo * 100, None if own.value.hi is None else own.value.hi * 100
        return replace(own, value=replace(own.value, lo=lo, hi=hi))

    def whole(self, measure: str, period: str = "") -> dict[str, Support]:
        return self.supports(measure, {}, period)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        return tuple(body.id for body in self.definition.bodies)

    def answered(self, measure: str) -> tuple[str, ...]:
        """The bodies that gave the measure at all."""
        given = frozenset(self.whole(measure)) or self._in_some_year(measure) or self.parts_given(measure)
        return tuple(one for one in self.asked if one in given)

    def _in_some_year(self, measure: str) -> frozenset[str]:
        """The bodies that gave the measure year by year: a share or a median has none for the whole window."""
        return frozenset(body for year in self.years() for body in self.supports(measure, {}, year))

    def parts_given(self, measure: str) -> frozenset[str]:
        """The bodies that gave parts of the measure but no total."""
        found: set[str] = set()
        for question in self.definition.questions:
            if measure in question.measures:
                for variable in question.variables:
                    found |= self.giving(measure, variable)
        return frozenset(found)

    def giving(self, measure: str, variable: str) -> frozenset[str]:
        """The bodies that broke the measure down by the variable."""
        ids = tuple(c.id for c in self.definition.codebook.variable(variable).categories if not c.missing)
        return frozenset(self.supports(measure, {variable: ids}, "")) if ids else frozenset()

    # --- a group of bodies ---

    def members(self, group: Group, measure: str, where: Where) -> tuple[tuple[str, ...], str]:
        """The bodies that the group is, and what a reader is not told if figures stand for more than these."""
        answered = self.answered(measure)
        among = tuple(one for one in answered if not group.ids or one in group.ids)
        if group.kind == "listed":
            return group.ids, ""
        of = len(group.ids) or len(self.asked)
        if group.kind == "asked" and group.n is not None and group.n != of:
            group = replace(group, kind="some")
        if group.kind == "asked" or (group.n is not None and group.n == of != len(among)):
            silent = of - len(among)
            return among, f"{silent} of the {of} gave no figure" if silent else ""
        if group.kind == "given":
            return tuple(one for one in among if one in self.giving(measure, group.variable)), ""
        if group.n is not None and group.n != len(among):
            return self._so_many(group, measure, where, among)
        asks_all = bool(where) and (group.n is not None or group.every)
        left = [one for one in among if one not in self.supports(measure, where, "")] if asks_all else []
        return among, f"{len(left)} of the {len(among)} did not say" if left else ""

    def _so_many(
        self, group: Group, measure: str, where: Where, among: tuple[str, ...]
    ) -> tuple[tuple[str, ...], str]:
        """Those of whom there are as many as the sentence says: those that break it down as it asks."""
        for variable in where:
            giving = tuple(one for one in among if one in self.giving(measure, variable))
            if len(giving) == group.n:
                return giving, ""
        if not where:
            for question in self.definition.questions:
                for variable in question.variables if measure in question.measures else ():
                    giving = tuple(one for one in among if one in self.giving(measure, variable))
                    if len(giving) == group.n:
                        return giving, ""
        some = self.with_any(measure, {})
        if len(having := tuple(one for one in among if one in some)) == group.n:
            return having, ""
        return among, f"{len(among)} gave a figure, not {group.n}"

    def with_any(self, measure: str, where: Where, period: str = "") -> frozenset[str]:
        """The bodies that surely had one or more of what a measure counts."""
        return frozenset(one for one, found in self.supports(measure, where, period).items() if found.value.lo > 0)

    # --- sums ---

    def total(
        self, measure: str, where: Where, bodies: Iterable[str], period: str, named: bool = False
    ) -> tuple[Interval | None, list[Support]]:
        """The sum over the bodies; what a body is silent on is left open up to its whole figure.

        So too, where the bodies are `named`, for one that told nothing at all.
        """
        kind = self.kind(measure)
        given = self.supports(measure, where, period)
        wanted = list(bodies)
        if kind not in ADDABLE and (len(wanted) != 1 or (not period and self.has_periods(measure))):
            return None, []
        lo, hi, used = Decimal(0), Decimal(0), list[Support]()
        unbounded = False
        for body in wanted:
            if body in given:
                used.append(given[body])
                lo += given[body].value.lo
                top = given[body].value.hi
            elif period or named:
                whole = self.whole(measure).get(body)
                top = whole.value.hi if whole else None
            else:
                top = Decimal(0)
            unbounded = unbounded or top is None
            hi += top or 0
        if not used:
            return None, []
        return (lo, None if unbounded else hi), used

    def has_periods(self, measure: str) -> bool:
        return any(self.supports(measure, {}, year) for year in self.years())

    # --- answers ---

    def answer(self, reading: Reading) -> Answer:
        """What the data say; the ways are in `ANSWERS`."""
        from .answers import ANSWERS

        return ANSWERS[reading.statistic](self, reading)

    def years(self) -> list[str]:
        window = self.definition.period
        if window is None:
            return []
        first, last = ends(window.start, window.end - timedelta(days=1))
        return [moved(first, by) for by in range((apart(last, first) or 0) + 1)]

    def known_period(self, words: str) -> bool:
        return not words or period_of_words(words, self.definition.period) is not None

    def kind(self, measure: str) -> str:
        return kind_of(self.definition.codebook.measure(measure))

    def name(self, body: str) -> str:
        return self.definition.body(body).name

    def fits(self, reading: Reading, support: Support) -> bool | None:
        """Is one body's figure at or beyond the threshold of the reading?"""
        assert reading.threshold is not None
        unit = self.definition.codebook.measure(reading.measure).unit
        share = self.kind(reading.measure) == "share"
        lo, hi = support.value.lo, support.value.hi
        if share and reading.threshold.kind in ("ratio", "fraction"):
            lo, hi = lo / 100, None if hi is None else hi / 100
        found, _ = agreement(in_unit(reading.threshold, unit), lo, hi)
        return {"fits": True, "far": True, "clashes": False}.get(found)


def sources(supports: Iterable[Support]) -> tuple[tuple[str, str], ...]:
    """Body and observation of each part."""
    return tuple((one.body, id) for one in supports for id in one.observations)
