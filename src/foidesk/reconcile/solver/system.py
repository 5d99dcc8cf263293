"""Unknown numbers, none below zero, and rows that bind sums of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

Terms = tuple[tuple[int, int], ...]
"""(unknown, coefficient) pairs."""


@dataclass(frozen=True, slots=True)
class Row:
    """lo ≤ Σ coefficient · unknown ≤ hi; None where nothing binds on that side.

    `source` names the statement behind it; "" is the structure of the account, which is never doubted.
    """

    terms: Terms
    lo: int | None
    hi: int | None
    source: str = ""


@dataclass
class System:
    """Unknowns with the bounds of their kind, and rows. `whole` is true for counts; money may be fractional."""

    whole: bool = True
    lows: list[int] = field(default_factory=list)
    highs: list[int | None] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def unknown(self, lo: int = 0, hi: int | None = None) -> int:
        """A new unknown between two bounds; its number."""
        self.lows.append(lo)
        self.highs.append(hi)
        return len(self.lows) - 1

    def bind(self, terms: Iterable[tuple[int, int]], lo: int | None, hi: int | None, source: str = "") -> None:
        """Adds a row; terms of one unknown are gathered."""
        gathered: dict[int, int] = {}
        for unknown, factor in terms:
            gathered[unknown] = gathered.get(unknown, 0) + factor
        kept = tuple((unknown, factor) for unknown, factor in gathered.items() if factor)
        self.rows.append(Row(kept, lo, hi, source))

    def equal(self, left: Iterable[tuple[int, int]], right: Iterable[tuple[int, int]], source: str = "") -> None:
        """Adds the row that two sums are the same."""
        self.bind([*left, *((unknown, -factor) for unknown, factor in right)], 0, 0, source)

    def only(self, sources: Collection[str]) -> System:
        """The same unknowns under the rows of these sources, and the structure."""
        held = [row for row in self.rows if not row.source or row.source in sources]
        return System(self.whole, self.lows, self.highs, held)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that bind anything, in the order of their first row."""
        return tuple(dict.fromkeys(row.source for row in self.rows if row.source))
