"""When something was: half-open intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

BASES = ("", "event", "recorded", "decided")
KINDS = ("window", "calendar year", "financial year", "part year", "month", "day")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `start` up to, not including, `end`. `kind` keeps calendar and financial years apart.

    `basis` says which date counts: of the event, its recording, or the decision; "" where the reply is silent.
    `label` is what the reply wrote ("2019/20").
    """

    start: date
    end: date
    kind: str = "window"
    basis: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a period ends after it starts: {self.start} to {self.end}")
        if self.kind not in KINDS or self.basis not in BASES:
            raise ValueError(f"unknown kind {self.kind!r} or basis {self.basis!r} of a period")

    @classmethod
    def days(cls, first: date, last: date, kind: str = "window", label: str = "") -> Period:
        """From the first to the last day, both included."""
        return cls(first, last + timedelta(days=1), kind, "", label)

    def inside(self, other: Period) -> bool:
        """True if no day of this period lies outside the other."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Period) -> bool:
        """True if the two share a day."""
        return self.start < other.end and other.start < self.end

    def same_days(self, other: Period) -> bool:
        return (self.start, self.end) == (other.start, other.end)

    def describe(self) -> str:
        """In words, both days included: "1 Jan 2009 to 17 Feb 2014"."""
        last = self.end - timedelta(days=1)
        return f"{self.start.day} {self.start:%b %Y} to {last.day} {last:%b %Y}"
