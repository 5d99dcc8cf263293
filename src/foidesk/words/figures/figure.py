"""A figure of a news text: what it says, how it is hedged, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

KINDS = (
    "count", "money", "percent", "points", "fraction", "ratio", "multiple", "duration", "size", "age", "rank",
    "superlative", "majority", "none", "several", "score", "date", "time",
)  # fmt: skip
"""What a figure can be. "size" is a measured quantity (km, kg, degrees); "several" is "dozens", "hundreds"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in characters `start` to `end`, hedge included; `at` to `to` are the number alone.

    `value` is the number as printed: 9 for "9 %", a fraction of one for "a third", a place for "third". `lo` and
    `hi` are what the words allow with their hedge, None where nothing bounds them. `hedge` is one of
    `words.hedges.HEDGES` or one of "nearly", "just over", "well over", "exactly", "only".
    `unit` is what stands in the grammar of the number itself ("%", "GBP", "years", "km"); what is counted is
    found by `context`. `direction` is 1 or -1 for a superlative or rank from the top or the bottom.
    """

    start: int
    end: int
    text: str
    kind: str
    at: int
    to: int
    value: Decimal | None = None
    lo: Decimal | None = None
    hi: Decimal | None = None
    unit: str = ""
    hedge: str = ""
    spelt: bool = False
    per: str = ""
    direction: int = 0
    joint: bool = False
    step: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Passed:
    """A number that is no figure, with the reason by name: part of a name, a reference, a turn of phrase."""

    start: int
    end: int
    text: str
    reason: str
