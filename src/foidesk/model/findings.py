"""A question in the codebook's terms, and its computed answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .comparing import Denominator
from .places import Locator
from .values import Amount

READINGS = ("stated", "true")


@dataclass(frozen=True, slots=True)
class Query:
    """A question in the codebook's terms.

    `recipe` names the statistic. `where` restricts (variable: categories); `of` is the base of a share.
    `by` is the variable a breakdown runs over. `bodies` is empty for all. `reading`: *stated* counts what
    replies say, "not stated" being a category; *true* leaves the not-stated free. `since` is the earlier period of
    a change. `denominator` is the definition of the sizes that a rate is `per` so many of, `denominator_year` the
    year that they hold for. `percent` is the share of the bodies that lie below a percentile.
    """

    name: str
    recipe: str
    title: str
    measure: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: str = ""
    reading: str = "stated"
    bodies: tuple[str, ...] = ()
    top: int = 0
    period: str = ""
    headline: bool = False
    since: str = ""
    denominator: str = ""
    denominator_year: str = ""
    per: int = 1000
    percent: int = 0

    def __post_init__(self) -> None:
        if self.reading not in READINGS:
            raise ValueError(f"a reading is stated or true, not {self.reading!r}")


@dataclass(frozen=True, slots=True)
class Base:
    """How many bodies the figure covers (`n`) of how many asked (`of`)."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class RateOf:
    """One body's figure by its size, or as a share of its base; `value` is None where `why` says so.

    `interval` is the exact 95 % interval where the counts were declared comparable, `outside` the limits of the
    funnel that the body lies beyond ("above the 95 % limit"; "" if inside).
    """

    size: Amount
    value: Amount | None
    why: str = ""
    interval: Amount | None = None
    outside: str = ""


@dataclass(frozen=True, slots=True)
class ControlLimit:
    """How far chance alone takes the rate of a body of that size: its 95 % and its 99.8 % limits."""

    size: Decimal
    low95: Decimal
    high95: Decimal
    low998: Decimal
    high998: Decimal


@dataclass(frozen=True, slots=True)
class Support:
    """One body's part of a finding: its value, the observations and places behind it, judgements, caveats.

    `public` is what may be shown where the value would give away a number that the body withheld. `counting` says
    what the body counted, over which days; figures of two countings share no order. `tied` marks a shared place.
    `note` is printed beside the part and is no caveat of the whole. `true` and `true_rank` are what is true beside
    a stated value, no closer than may be shown.
    """

    body: str
    value: Amount
    observations: tuple[str, ...] = ()
    locators: tuple[Locator, ...] = ()
    judgements: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    rank: tuple[int, int] | None = None
    public: Amount | None = None
    counting: str = ""
    tied: bool = False
    rate: RateOf | None = None
    note: str = ""
    true: Amount | None = None
    true_rank: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a breakdown: a category or period, its value, and the true bounds beside it.

    `rank` is the best and the worst place that it can have among the lines of its level, 1 being the largest.
    """

    key: str
    label: str
    value: Amount
    true: Amount | None = None
    supports: tuple[Support, ...] = ()
    rank: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A computed answer. Refused without population, base and recipe: no naked number.

    `value` is what the replies state (or the bounds of what is true, by `reading`); `true` gives the true bounds
    beside a stated value. `numerator` and `denominator` are given for a share or rate, `denominators` with the
    source of each size, `limits` for a funnel.
    """

    name: str
    title: str
    query: Query
    value: Amount
    unit: str
    population: str
    base: Base
    recipe: str
    recipe_version: int
    true: Amount | None = None
    supports: tuple[Support, ...] = ()
    lines: tuple[Line, ...] = ()
    numerator: Amount | None = None
    denominator: Amount | None = None
    basis: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    contradicted: bool = False
    denominators: tuple[Denominator, ...] = ()
    limits: tuple[ControlLimit, ...] = ()

    def __post_init__(self) -> None:
        if not (self.population and self.unit and self.recipe):
            raise ValueError(f"finding {self.name!r} needs a unit, a population and a recipe")
