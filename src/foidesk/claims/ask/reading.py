"""What a sentence asks of the data: fixed from its words before any value is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from foidesk.model import Measure
from foidesk.words.figures import Figure

PER_CENT = ("percent", "per cent", "%", "pc", "percentage")


def kind_of(measure: Measure) -> str:
    """The type of a measure; whatever is given in per cent is a share."""
    return "share" if measure.unit.lower() in PER_CENT else measure.type


Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """The bodies that a sentence speaks of.

    `kind`: "none" named, "listed" by name, "answered" (those that gave the figure), "asked" (all of them),
    "given" (those that break it down by `variable`). `n` is how many the sentence says they are.
    `every` if it says that
    nobody of them is left out; `vague` if it does not say which they are ("three councils had …").
    """

    kind: str = "none"
    ids: tuple[str, ...] = ()
    n: int | None = None
    variable: str = ""
    words: str = ""
    every: bool = False
    carried: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A question in the codebook's terms: statistic of a measure, for whom, when, of which kind.

    `base_measure` and `base` are what a share is of; `other` is the second side of a comparison: bodies, period,
    or categories that differ from the first. `size` is the definition of the sizes that a rate is told `per` so
    many of. `threshold` counts the bodies at or beyond a number.
    """

    statistic: str
    measure: str
    where: Where = field(default_factory=dict)
    group: Group = Group()
    period: str = ""
    base_measure: str = ""
    base: Where = field(default_factory=dict)
    other: Reading | None = None
    direction: int = 0
    top: int = 0
    threshold: Figure | None = None
    predicate: str = ""
    per: str = ""
    size: str = ""
    complement: bool = False
    subject: str = ""
    only: bool = False

    def as_json(self) -> dict[str, Any]:
        """The reading as plain data, without what is not asked."""
        found: dict[str, Any] = {"statistic": self.statistic, "measure": self.measure}
        if self.where:
            found["where"] = {name: list(ids) for name, ids in self.where.items()}
        if self.base_measure or self.base:
            found["of"] = {"measure": self.base_measure or self.measure} | {
                n: list(ids) for n, ids in self.base.items()
            }
        if self.group.kind != "none":
            found["bodies"] = list(self.group.ids) if self.group.ids else self.group.kind
        if self.group.variable:
            found["bodies_that_give"] = self.group.variable
        for name in ("period", "per", "size", "predicate", "subject"):
            if getattr(self, name):
                found[name] = getattr(self, name)
        if self.only:
            found["only"] = True
        if self.statistic == "place":
            found["order"] = "highest first" if self.direction >= 0 else "lowest first"
        if self.complement:
            found["not"] = True
        if self.threshold is not None:
            found["threshold"] = self.threshold.text
        if self.other is not None:
            found["against"] = self.other.as_json()
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    """Something asserted in characters `start` to `end`, with every reading that its words leave.

    `figure` is None for what is told without a number ("did not reply"). `excuse` is the reason for no claim,
    `open` why no reading could be fixed, `hides` what a reader is not told even if the number is right, `clash`
    how the words and the numbers of the sentence exclude each other, whatever the replies say; `latest` that the
    readings are of each year, of which the first that has a figure is meant, `each` that all of them are; `guess`
    is, of an open one, the reading if no word restricts it: it decides nothing.
    """

    start: int
    end: int
    text: str
    kind: str
    figure: Figure | None = None
    readings: tuple[Reading, ...] = ()
    excuse: str = ""
    open: str = ""
    hides: str = ""
    clash: str = ""
    latest: bool = False
    each: bool = False
    guess: Reading | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the data say to a reading: bounds, and what a reader would have to know beside it.

    `misleading` says what the sentence hides (a group that is missing); `none` why there is no figure.
    """

    lo: Decimal = Decimal(0)
    hi: Decimal | None = None
    words: str = ""
    unit: str = ""
    kind: str = "count"
    misleading: str = ""
    none: str = ""
    is_so: bool | None = None
    open: str = ""
    sources: tuple[tuple[str, str], ...] = ()
