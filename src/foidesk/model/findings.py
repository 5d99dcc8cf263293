"""A question in the codebook's terms, and its computed answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .places import Locator
from .values import Amount

READINGS = ("stated", "true")


@dataclass(frozen=True, slots=True)
class Query:
    """A question in the codebook's terms.

    `recipe` names the statistic. `where` restricts (variable: categories); `of` is the base of a share.
    `by` is the variable a breakdown runs over. `bodies` is empty for all. `reading`: *stated* counts what
    replies say, "not stated" being a category; *true* leaves the not-stated free.
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

    def __post_init__(self) -> None:
        if self.reading not in READINGS:
            raise ValueError(f"a reading is stated or true, not {self.reading!r}")


@dataclass(frozen=True, slots=True)
class Base:
    """How many bodies the figure covers (`n`) of how many asked (`of`)."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Support:
    """One body's part of a finding: its value, the observations and places behind it, judgements, caveats.

    `public` is what may be shown where the value would give away a number that the body withheld.
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
    beside a stated value. `numerator` and `denominator` are given for a share.
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

    def __post_init__(self) -> None:
        if not (self.population and self.unit and self.recipe):
            raise ValueError(f"finding {self.name!r} needs a unit, a population and a recipe")
