"""A stated number, and which observations' numbers it adds up."""

from __future__ import annotations

from dataclasses import dataclass

from foidesk.model import Observation

from .interval import Interval

Sum = tuple[tuple[str, int], ...]
"""(id of an observation, factor) pairs; the id "" stands for all cases."""


@dataclass(frozen=True, slots=True)
class Sums:
    """A stated number as sums of what observations count: the least and the most that it can be."""

    least: Sum
    most: Sum

    def minus(self, other: Sums) -> Sums:
        return Sums(self.least + _negative(other.most), self.most + _negative(other.least))

    def plus(self, other: Sums) -> Sums:
        return Sums(self.least + other.least, self.most + other.most)


ALL_CASES = Sums((("", 1),), (("", 1),))


def _negative(one: Sum) -> Sum:
    return tuple((id, -factor) for id, factor in one)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the observations it rests on, and what must be said with it.

    `sums` say which numbers it adds up: it can be bounded by all else that is said. `plain` is false where that is
    not all that is said of its cases: then other tables speak of them, too. `days_open`: other days than those
    it adds up may hold more, and no sum of numbers bounds it from above.
    """

    count: Interval
    observations: tuple[Observation, ...] = ()
    caveats: tuple[str, ...] = ()
    sums: Sums | None = None
    plain: bool = True
    days_open: bool = False
