"""A system solved: what any sum of its unknowns can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .components import Component, components
from .program import SECONDS, Best, Program
from .propagate import Box, propagate
from .system import System


@dataclass(frozen=True, slots=True)
class Bound:
    """The smallest and largest value of a sum (None: nothing bounds it); `tight` if both can be reached.

    `possible` is false if it was seen that no numbers satisfy the rows; the bound then means nothing.
    """

    lo: int | None
    hi: int | None
    tight: bool = True
    possible: bool = True

    def plus(self, other: Bound) -> Bound:
        """The bound of the sum of two sums that have nothing to do with each other."""
        lo = None if self.lo is None or other.lo is None else self.lo + other.lo
        hi = None if self.hi is None or other.hi is None else self.hi + other.hi
        return Bound(lo, hi, self.tight and other.tight, self.possible and other.possible)


class Solved:
    """The system after propagation, with a warm program for each component that is asked about."""

    def __init__(self, system: System, seconds: float = SECONDS) -> None:
        self.system, self.seconds = system, seconds
        self.box: Box = propagate(system)
        self._programs: dict[int, Program] = {}
        self._seen: dict[int, list[tuple[int, ...]]] = defaultdict(list)

    @cached_property
    def parts(self) -> list[Component]:
        """The components, empty if propagation already refutes the system."""
        return [] if self.box.refuted else components(self.system, self.box)

    @cached_property
    def _part_of(self) -> dict[int, int]:
        return {unknown: at for at, part in enumerate(self.parts) for unknown in part.unknowns}

    @cached_property
    def is_possible(self) -> bool:
        """True if some numbers satisfy all rows."""
        if self.box.refuted:
            return False
        return all(self._is_easy(part) or self._program(at).is_possible() for at, part in enumerate(self.parts))

    def bound(self, terms: Iterable[tuple[int, int]]) -> Bound:
        """The bounds of a sum."""
        fixed, by_part = Bound(0, 0, True, not self.box.refuted), defaultdict[int, dict[int, int]](dict)
        for unknown, factor in _gathered(terms).items():
            lo, hi = self.box.lows[unknown], self.box.highs[unknown]
            at = self._part_of.get(unknown)
            if lo == hi or at is None:
                ends = (lo * factor, None if hi is None else hi * factor)
                fixed = fixed.plus(Bound(*(ends if factor >= 0 else ends[::-1])))
            else:
                by_part[at][unknown] = factor
        for at, wanted in by_part.items():
            fixed = fixed.plus(self._in_part(at, wanted))
        return fixed

    def each(self, unknowns: Iterable[int]) -> dict[int, Bound]:
        """The bounds of each unknown by itself."""
        return {unknown: self.bound([(unknown, 1)]) for unknown in unknowns}

    def _in_part(self, at: int, wanted: dict[int, int]) -> Bound:
        low, high = self._end(at, wanted, True), self._end(at, wanted, False)
        is_possible = not (low.infeasible or high.infeasible)
        return Bound(low.value, high.value, low.reached and high.reached, is_possible)

    def _end(self, at: int, wanted: dict[int, int], smallest: bool) -> Best:
        """One end of the bound: met already by numbers seen before, or sought."""
        easy = self._outer(wanted, smallest)
        if easy is not None and self.system.whole and self._is_seen(at, wanted, easy):
            return Best(easy, True)
        found = self._program(at).best(wanted.items(), smallest)
        if found.point is not None:
            self._seen[at].append(found.point)
        if found.value is None and not found.reached:
            return Best(easy, False, None, found.infeasible)
        return found

    def _outer(self, wanted: dict[int, int], smallest: bool) -> int | None:
        """What the unknowns' own bounds allow."""
        result = 0
        for unknown, factor in wanted.items():
            end = self.box.lows[unknown] if (factor > 0) == smallest else self.box.highs[unknown]
            if end is None:
                return None
            result += factor * end
        return result

    def _is_seen(self, at: int, wanted: dict[int, int], value: int) -> bool:
        part = self.parts[at]
        if at not in self._places:
            self._places[at] = {unknown: place for place, unknown in enumerate(part.unknowns)}
        places = [(self._places[at][unknown], factor) for unknown, factor in wanted.items()]
        return any(sum(point[place] * f for place, f in places) == value for point in self._seen[at])

    @cached_property
    def _places(self) -> dict[int, dict[int, int]]:
        return {}

    def _program(self, at: int) -> Program:
        if at not in self._programs:
            self._programs[at] = Program(self.parts[at], self.box, self.system.whole, self.seconds)
        return self._programs[at]

    def _is_easy(self, part: Component) -> bool:
        """True if some numbers surely satisfy the part: one row whose range its unknowns can reach."""
        return len(part.rows) == 1 and all(abs(factor) == 1 for _, factor in part.rows[0].terms)


def _gathered(terms: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for unknown, factor in terms:
        found[unknown] = found.get(unknown, 0) + factor
    return {unknown: factor for unknown, factor in found.items() if factor}
