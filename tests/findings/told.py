"""Accounts made by hand, and a recipe run over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from foidesk.findings import compute
from foidesk.model import (
    Category,
    Codebook,
    Comparison,
    Count,
    Finding,
    Measure,
    Outcome,
    Period,
    PublicBody,
    Query,
    Question,
    Span,
    Support,
    SurveyDefinition,
    Timing,
    Variable,
)

CASES = Measure("cases", "cases", "cases")
OUTCOME = Variable(
    "outcome",
    "Outcome",
    categories=(
        Category("left", "Left"),
        Category("dismissed", "Dismissed", parent="left"),
        Category("resigned", "Resigned", parent="left"),
        Category("warning", "Warning"),
        Category("unknown", "Not recorded", missing="not recorded"),
    ),
)
DEFINITION = SurveyDefinition(
    id="rehearsal",
    title="Rehearsal",
    period=Period.days(date(2009, 1, 1), date(2011, 12, 31)),
    law="",
    questions=(Question("q1", "How many?", ("cases",)),),
    bodies=tuple(PublicBody(id, f"Borough of {id.title()}") for id in ("zeta", "alpha", "beta", "mute")),
    codebook=Codebook(1, (OUTCOME,), (CASES,)),
    findings=(),
)
Bounds = int | tuple[int, int | None]


@dataclass
class Told:
    """What each body states: (body, categories asked) → bounds; a made-up `Accounts`."""

    totals: Mapping[str, Bounds]
    parts: Mapping[tuple[str, str], Bounds] = field(default_factory=dict)
    true_parts: Mapping[tuple[str, str], Bounds] = field(default_factory=dict)
    years: Mapping[tuple[str, Period], int] = field(default_factory=dict)
    caveats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def answered(self, measure: str) -> tuple[str, ...]:
        return tuple(body.id for body in DEFINITION.bodies if body.id in self.totals)

    def waiting(self, measure: str) -> tuple[str, ...]:
        return ()

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        bounds = self._bounds(body, where, reading, period)
        if bounds is None:
            return None
        lo, hi = bounds if isinstance(bounds, tuple) else (bounds, bounds)
        value = Count.between(lo, hi, "cases")
        ids = (f"{body}-{','.join(v for values in where.values() for v in values)}",)
        return Support(body, value, ids, basis=("rehearsal",), caveats=self.caveats.get(body, ()))

    def _bounds(
        self, body: str, where: Mapping[str, tuple[str, ...]], reading: str, period: Period | None
    ) -> Bounds | None:
        if period is not None:
            return self.years.get((body, period))
        if not where:
            return self.totals.get(body)
        key = body, "+".join(where["outcome"])
        return self.true_parts.get(key, self.parts.get(key)) if reading == "true" else self.parts.get(key)

    def weighed(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], int]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Span | None:
        """As if every figure of a body moved by itself."""
        low: Decimal | None = Decimal(0)
        high: Decimal | None = Decimal(0)
        for where, factor in terms:
            one = self.support(body, measure, where, reading, period)
            ends = (one.value.lo, one.value.hi) if one else (Decimal(0), Decimal(0))
            down, up = ends if factor > 0 else ends[::-1]
            low = None if low is None or down is None else low + factor * down
            high = None if high is None or up is None else high + factor * up
        return Span(low, high)

    def across(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], Period, int]],
        reading: str = "stated",
    ) -> Span | None:
        """Nothing closer than what each figure says by itself."""
        return None

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return tuple(period for name, period in self.years if name == body)


def run(
    told: Told,
    recipe: str,
    *outcomes: Outcome,
    survey: SurveyDefinition = DEFINITION,
    timings: Sequence[Timing] = (),
    **more: Any,
) -> Finding:
    query = Query("it", recipe, "It", "cases", **more)
    (found,) = compute(replace(survey, findings=(query,)), told, outcomes, timings)
    return found


LEFT = {"outcome": ("left",)}
RANKED = replace(DEFINITION, comparison=Comparison("ranked"))
NEVER = replace(DEFINITION, comparison=Comparison("never", because="each counts in its own way"))
