"""A figure that a reply states, and how what came out of it is graded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

GRADES = ("right", "right but flagged", "wrong but flagged", "wrong and not flagged", "missing")


@dataclass(frozen=True)
class Stated:
    """So much, of a measure, where, in a year ("" for all years)."""

    body: str
    measure: str
    number: Decimal
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year: str = ""
    kind: str = ""

    @property
    def name(self) -> str:
        parts = [self.measure, self.year, *(f"{key}={'/'.join(ids)}" for key, ids in self.where.items())]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Elsewhere:
    """What no words of the reply give: to raise it is right, an exact figure that differs is wrong."""

    body: str
    measure: str
    number: Decimal
    kind: str = ""


@dataclass(frozen=True)
class Rows:
    """Amounts of a measure that a list states row by row, in any order."""

    body: str
    measure: str
    numbers: tuple[Decimal, ...]


@dataclass(frozen=True)
class Cells:
    """The cells of a breakdown by `variable` and year, row by row from the top; None for a blank or a dash."""

    body: str
    variable: str
    rows: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True)
class Mark:
    """One graded figure: what was expected, what came, and the grade."""

    body: str
    name: str
    wanted: str
    came: str
    grade: str
    kind: str = ""


def decimals(numbers: Iterable[str]) -> tuple[Decimal, ...]:
    return tuple(Decimal(number) for number in numbers)
