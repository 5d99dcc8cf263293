"""Typed values. Each carries its unit, and the smallest and largest value that the words allow.

Two values add only if they are of one type and one unit; anything else raises `UnitMismatch`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

HOW = ("exact", "interval", "rounded", "suppressed")


class UnitMismatch(ValueError):
    """Two values of different type or unit were put together."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit, known exactly (`lo == hi`) or between two bounds, both included.

    `hi` is None where nothing bounds it from above. `how` says why it is a range: an "interval" in the reply's
    words, a value "rounded" to a base, or one "suppressed" by the body.
    """

    lo: Decimal
    hi: Decimal | None
    unit: str
    how: str = "exact"

    def __post_init__(self) -> None:
        if not self.unit:
            raise ValueError("a value needs a unit")
        if self.how not in HOW:
            raise ValueError(f"how is one of {', '.join(HOW)}, not {self.how!r}")
        if self.hi is not None and self.hi < self.lo:
            raise ValueError(f"the upper bound {self.hi} is below the lower bound {self.lo}")

    @classmethod
    def exactly(cls, number: int | str | Decimal, unit: str) -> Self:
        """The value known exactly."""
        return cls(Decimal(number), Decimal(number), unit)

    @classmethod
    def between(cls, lo: int | str | Decimal, hi: int | str | Decimal | None, unit: str) -> Self:
        """The value known to lie between two bounds, both included."""
        top = None if hi is None else Decimal(hi)
        return cls(Decimal(lo), top, unit, "exact" if Decimal(lo) == top else "interval")

    @property
    def is_exact(self) -> bool:
        return self.lo == self.hi

    def __add__(self, other: Self) -> Self:
        """The sum; bounds add. `UnitMismatch` if type or unit differ."""
        self._same_kind(other)
        hi = None if self.hi is None or other.hi is None else self.hi + other.hi
        return replace(self, lo=self.lo + other.lo, hi=hi, how=_how(self.lo + other.lo, hi, self, other))

    def hull(self, other: Self) -> Self:
        """The smallest range that holds both."""
        self._same_kind(other)
        hi = None if self.hi is None or other.hi is None else max(self.hi, other.hi)
        lo = min(self.lo, other.lo)
        return replace(self, lo=lo, hi=hi, how=_how(lo, hi, self, other))

    def meets(self, other: Self) -> bool:
        """True if some number lies in both ranges."""
        self._same_kind(other)
        below = other.hi is None or self.lo <= other.hi
        return below and (self.hi is None or other.lo <= self.hi)

    def _same_kind(self, other: Amount) -> None:
        if type(self) is not type(other) or self.unit != other.unit:
            raise UnitMismatch(
                f"{type(self).__name__} in {self.unit} does not go with {type(other).__name__} in {other.unit}"
            )


def _how(lo: Decimal, hi: Decimal | None, *parts: Amount) -> str:
    if lo == hi:
        return "exact"
    return next((part.how for part in parts if part.how != "exact"), "interval")


class Count(Amount):
    """A whole number of things; the unit names the things ("cases", "people", "payments")."""

    __slots__ = ()

    def __post_init__(self) -> None:
        Amount.__post_init__(self)
        if self.lo != int(self.lo) or (self.hi is not None and self.hi != int(self.hi)):
            raise ValueError(f"a count of {self.unit} is a whole number, not {self.lo}")


class Quantity(Amount):
    """A measured quantity, e.g. 2.8 full-time equivalents."""

    __slots__ = ()


class Money(Amount):
    """An amount of money; the unit is the ISO 4217 code ("GBP")."""

    __slots__ = ()


class Share(Amount):
    """A share as a fraction of one (9 % is 0.09); the unit names the base ("of cases")."""

    __slots__ = ()


class Change(Amount):
    """A difference between two periods, below zero if it fell; the unit is that of the figure, "per cent on 2010"
    or "percentage points"."""

    __slots__ = ()


class Rate(Amount):
    """A number per so many; the unit says both ("cases per 1,000 officers")."""

    __slots__ = ()


class Duration(Amount):
    """A length of time; the unit is "working days", "days", "hours" ..."""

    __slots__ = ()


MISSING_REASONS = (
    "refused",
    "not held",
    "cost limit",
    "neither confirm nor deny",
    "suppressed",
    "not recorded",
    "not stated",
    "not asked",
    "no reply",
    "unreadable",
    "not comparable",
)


@dataclass(frozen=True, slots=True)
class Missing:
    """No value, and why. `section` and `act` are given for a refusal, `words` are the reply's own."""

    reason: str
    section: str = ""
    act: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if self.reason not in MISSING_REASONS:
            raise ValueError(f"a missing value needs one of the known reasons, not {self.reason!r}")


@dataclass(frozen=True, slots=True)
class Text:
    """An answer in words."""

    words: str


Value = Count | Quantity | Money | Share | Change | Rate | Duration | Missing | Text

AMOUNTS: dict[str, type[Amount]] = {
    "count": Count,
    "quantity": Quantity,
    "money": Money,
    "share": Share,
    "rate": Rate,
    "duration": Duration,
}
