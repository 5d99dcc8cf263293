"""What bodies may be held against: sizes with a source, each other (or not), and the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

NEVER, LISTED, RANKED = "never", "listed", "ranked"
COMPARING = (NEVER, LISTED, RANKED)


@dataclass(frozen=True, slots=True)
class Denominator:
    """A size of a body that a rate may divide by, as a named source gives it.

    `definition` are the source's words for what it counts ("police officers, headcount, 31 March"); `year` is the
    year or day that it holds for; `where` the categories of the codebook that it covers (absent: all).
    """

    body: str
    definition: str
    year: str
    number: Decimal
    unit: str
    source: str
    retrieved: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""

    def __post_init__(self) -> None:
        if self.number <= 0 or not (self.definition and self.unit and self.source and self.retrieved):
            raise ValueError("a denominator needs a number above zero, a definition, a unit, a source and its day")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the owner of a survey lets be done with several bodies' figures.

    `bodies`: "never" (they must not be compared), "listed" (alphabetical only), "ranked" (an order of merit too).
    `comparable` are the measures whose counts are declared to mean the same everywhere; `because` says why.
    """

    bodies: str = LISTED
    comparable: tuple[str, ...] = ()
    because: str = ""

    def __post_init__(self) -> None:
        if self.bodies not in COMPARING:
            raise ValueError(f"bodies are {', '.join(COMPARING)}, not {self.bodies!r}")
        if not self.because and (self.bodies == NEVER or self.comparable):
            raise ValueError("say why")

    @property
    def forbidden(self) -> bool:
        return self.bodies == NEVER

    @property
    def ranked(self) -> bool:
        return self.bodies == RANKED


ONLY_LISTED = Comparison()


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a body took over the request, by the clock of its law, as it stood after the last event.

    `days` were taken from the day it was sent (or restarted) to the answer, or so far, in `unit`; `due` and
    `answered` are None while the clock stands still or no answer came. `sections` are those that a refusal named.
    """

    body: str
    clock: str
    sent: date
    due: date | None
    answered: date | None
    days: int
    unit: str
    calendar_days: int
    as_of: date
    late: int = 0
    paused: str = ""
    sections: tuple[str, ...] = ()
    confirmed: bool = False
    undated: bool = False
    """True if it was answered on a day that is not on record."""

    @property
    def on_time(self) -> bool | None:
        """True if it was answered in time, False if too late or not by the last day; None while that is open."""
        if self.due is None:
            return None
        if self.answered is not None:
            return self.answered <= self.due
        return None if self.as_of <= self.due else False
