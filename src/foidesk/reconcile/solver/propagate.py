"""What single rows force: bounds tightened until nothing moves."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from .system import Row, System

MOST_VISITS = 60
"""How often a row is looked at again: two rows can push each other up one by one without end."""


@dataclass(frozen=True, slots=True)
class Box:
    """The bounds of every unknown, or the row that no number in them satisfies."""

    lows: list[int]
    highs: list[int | None]
    refuted: Row | None = None


def propagate(system: System) -> Box:
    """The tightest bounds that follow from one row at a time; valid wherever it stops."""
    return _Propagation(system).run()


class _Propagation:
    def __init__(self, system: System) -> None:
        self.rows, self.whole = system.rows, system.whole
        self.lows, self.highs = list(system.lows), list(system.highs)
        self.of: list[list[int]] = [[] for _ in system.lows]
        for number, row in enumerate(self.rows):
            for unknown, _ in row.terms:
                self.of[unknown].append(number)

    def run(self) -> Box:
        waiting = deque(range(len(self.rows)))
        queued, visits = [True] * len(self.rows), [0] * len(self.rows)
        while waiting:
            number = waiting.popleft()
            queued[number] = False
            visits[number] += 1
            moved = self._tighten(self.rows[number])
            if moved is None:
                return Box(self.lows, self.highs, self.rows[number])
            for unknown in moved:
                for other in self.of[unknown]:
                    if not queued[other] and visits[other] < MOST_VISITS:
                        queued[other] = True
                        waiting.append(other)
        return Box(self.lows, self.highs)

    def _tighten(self, row: Row) -> list[int] | None:
        """The unknowns whose bounds moved; None if nothing satisfies the row."""
        least, free_below, most, free_above = self._range(row)
        if row.hi is not None and not free_below and least > row.hi:
            return None
        if row.lo is not None and not free_above and most < row.lo:
            return None
        moved: list[int] = []
        down = row.hi is not None and free_below <= 1 and (free_below == 1 or free_above or most > row.hi)
        up = row.lo is not None and free_above <= 1 and (free_above == 1 or free_below or least < row.lo)
        if down or up:
            for unknown, factor in row.terms:
                if self.lows[unknown] == self.highs[unknown]:
                    continue
                is_moved, before = False, (self.lows[unknown], self.highs[unknown])
                if down and row.hi is not None:
                    is_moved = self._push(unknown, factor, row.hi - least, free_below, True)
                if up and row.lo is not None:
                    is_moved = self._push(unknown, factor, row.lo - most, free_above, False) or is_moved
                if is_moved:
                    top = self.highs[unknown]
                    if top is not None and top < self.lows[unknown]:
                        return None
                    moved.append(unknown)
                    ends = self._moved(before, unknown, factor)
                    least, free_below = least + ends[0], free_below + ends[1]
                    most, free_above = most + ends[2], free_above + ends[3]
        return moved

    def _moved(self, before: tuple[int, int | None], unknown: int, factor: int) -> tuple[int, int, int, int]:
        """How the ends of a row's sum change (see `_range`) where one unknown's bounds did."""
        lo, hi = before
        low = factor * (self.lows[unknown] - lo)
        top = self.highs[unknown]
        high = 0 if top is None else factor * (top if hi is None else top - hi)
        closed = -1 if hi is None and top is not None else 0
        return (low, 0, high, closed) if factor > 0 else (high, closed, low, 0)

    def _range(self, row: Row) -> tuple[int, int, int, int]:
        """The least and the most that the row's sum can be, with how many unknowns leave each side open."""
        least = most = free_below = free_above = 0
        for unknown, factor in row.terms:
            lo, hi = self.lows[unknown], self.highs[unknown]
            if factor > 0:
                least += factor * lo
                if hi is None:
                    free_above += 1
                else:
                    most += factor * hi
            else:
                most += factor * lo
                if hi is None:
                    free_below += 1
                else:
                    least += factor * hi
        return least, free_below, most, free_above

    def _push(self, unknown: int, factor: int, slack: int, free: int, is_below: bool) -> bool:
        """Tightens one side of one unknown by what the others leave it."""
        lo, hi = self.lows[unknown], self.highs[unknown]
        caps_high = (factor > 0) == is_below
        own = lo if caps_high else hi
        if free and own is not None:
            return False
        room = slack + factor * (own or 0)
        if caps_high:
            top = self._down(room, factor)
            if hi is None or top < hi:
                self.highs[unknown] = top
                return True
            return False
        bottom = self._up(room, factor)
        if bottom > lo:
            self.lows[unknown] = bottom
            return True
        return False

    def _down(self, room: int, factor: int) -> int:
        return room // factor if self.whole else -((-room) // factor)

    def _up(self, room: int, factor: int) -> int:
        return -((-room) // factor) if self.whole else room // factor
