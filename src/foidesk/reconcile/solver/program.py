"""One component as a linear program in HiGHS, kept warm: whole numbers only where the vertex is fractional.

highspy (MIT, 8 MB, with numpy 73 MB) is imported when the first component is solved, not before.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .components import Component
from .propagate import Box

CLOSE = 1e-6
SECONDS = 5.0
"""The longest that one bound may take; then the valid, wider bound is given, and said to be so."""

LONGEST = 20.0
"""The longest that all whole-number searches of one component may take together; then likewise."""
LARGE = 1000
"""With so many unknowns a search for whole numbers starts afresh; with fewer the last question's end is faster."""
OPTIONS: tuple[tuple[str, Any], ...] = (
    ("output_flag", False),
    ("presolve", "off"),
    ("threads", 1),
    ("random_seed", 1),
    ("mip_rel_gap", 0.0),  # else a sum of 100,000 may be ten off and still pass for the best
    ("mip_abs_gap", 0.5),  # sums are whole: what is nearer than one is reached
)


@dataclass(frozen=True, slots=True)
class Best:
    """The end of one search: a bound that is valid, whether some numbers reach it, and those numbers.

    `value` is None where nothing bounds the sum. `infeasible` is true if no numbers satisfy the rows.
    """

    value: int | None
    reached: bool
    point: tuple[int, ...] | None = None
    infeasible: bool = False


@dataclass
class Program:
    """The component's rows loaded once; each question only changes what is sought."""

    component: Component
    box: Box
    whole: bool
    seconds: float = SECONDS
    spent: float = 0.0
    _model: Any = None
    _place: dict[int, int] = field(default_factory=dict)

    def best(self, terms: Iterable[tuple[int, int]], smallest: bool) -> Best:
        """The smallest (or largest) value of the sum over this component's unknowns."""
        model = self._loaded()
        costs = [0.0] * len(self._place)
        for unknown, factor in terms:
            costs[self._place[unknown]] += factor
        self._seek(model, costs, smallest)
        relaxed = _ended(model)
        if relaxed != "optimal":
            return Best(None, relaxed == "unbounded", None, relaxed == "infeasible")
        value, point = _inwards(model, smallest, self.whole), _point(model)
        if not self.whole:
            return Best(value, True)
        if point is not None and _sum(costs, point) == value:
            return Best(value, True, point)
        if self.spent >= LONGEST:
            return Best(value, False)
        began = time.monotonic()
        found = self._in_whole_numbers(model, costs, smallest, value)
        self.spent += time.monotonic() - began
        return found

    def is_possible(self) -> bool:
        """True if some numbers satisfy the rows; also where that could not be found out in time."""
        return not self.best((), True).infeasible

    def _in_whole_numbers(self, model: Any, costs: Sequence[float], smallest: bool, valid: int) -> Best:
        self._integral(model, True)
        is_large = len(self._place) >= LARGE
        if is_large:  # from the basis of the last question HiGHS 1.16 looks at its clock too seldom: 90 s for 5
            model.clearSolver()
            model.setOptionValue("presolve", "on")
        try:
            model.run()
            ended = _ended(model)
            if ended == "infeasible":
                return Best(None, False, None, True)
            point = _point(model)
            if ended == "optimal" and point is not None:
                return Best(_sum(costs, point), True, point)
            bound = _dual(model, smallest)
            near = valid if bound is None else (max if smallest else min)(valid, bound)
            return Best(near, point is not None and _sum(costs, point) == near, point)
        finally:
            self._integral(model, False)
            if is_large:
                model.setOptionValue("presolve", "off")

    def _integral(self, model: Any, is_whole: bool) -> None:
        import highspy
        import numpy as np

        kind = highspy.HighsVarType.kInteger if is_whole else highspy.HighsVarType.kContinuous
        count = len(self._place)
        kinds = np.full(count, int(kind), dtype=np.uint8)
        model.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)

    def _seek(self, model: Any, costs: Sequence[float], smallest: bool) -> None:
        import highspy
        import numpy as np

        sense = highspy.ObjSense.kMinimize if smallest else highspy.ObjSense.kMaximize
        model.changeObjectiveSense(sense)
        count = len(costs)
        model.changeColsCost(count, np.arange(count, dtype=np.int32), np.asarray(costs, dtype=np.float64))
        model.run()

    def _loaded(self) -> Any:
        if self._model is None:
            self._place = {unknown: at for at, unknown in enumerate(self.component.unknowns)}
            self._model = self._load()
        return self._model

    def _load(self) -> Any:
        import highspy
        import numpy as np
        from highspy._core import _Highs

        far = highspy.kHighsInf
        model = _Highs()  # `highspy.Highs` prints a banner before it can be told not to
        for name, value in (*OPTIONS, ("time_limit", self.seconds)):
            model.setOptionValue(name, value)
        lows = [float(self.box.lows[u]) for u in self.component.unknowns]
        highs = [far if (hi := self.box.highs[u]) is None else float(hi) for u in self.component.unknowns]
        model.addVars(len(lows), np.asarray(lows), np.asarray(highs))
        starts, places, factors = [0], [], []
        for row in self.component.rows:
            places += [self._place[unknown] for unknown, _ in row.terms]
            factors += [float(factor) for _, factor in row.terms]
            starts.append(len(places))
        model.addRows(
            len(self.component.rows),
            np.asarray([-far if row.lo is None else float(row.lo) for row in self.component.rows]),
            np.asarray([far if row.hi is None else float(row.hi) for row in self.component.rows]),
            len(places),
            np.asarray(starts[:-1], dtype=np.int32),
            np.asarray(places, dtype=np.int32),
            np.asarray(factors),
        )
        return model


def _ended(model: Any) -> str:
    """ "optimal", "infeasible", "unbounded" or "stopped"."""
    import highspy

    status = model.getModelStatus()
    known = {
        highspy.HighsModelStatus.kOptimal: "optimal",
        highspy.HighsModelStatus.kInfeasible: "infeasible",
        highspy.HighsModelStatus.kUnbounded: "unbounded",
        highspy.HighsModelStatus.kModelEmpty: "optimal",
    }
    return known.get(status, "stopped")


def _inwards(model: Any, smallest: bool, whole: bool) -> int:
    """The relaxed value rounded to the nearest whole number that can still be reached; outwards for money."""
    value = float(model.getInfo().objective_function_value)
    slack = CLOSE * max(1.0, abs(value) * CLOSE)
    if whole:
        return math.ceil(value - slack) if smallest else math.floor(value + slack)
    return math.floor(value + slack) if smallest else math.ceil(value - slack)


def _dual(model: Any, smallest: bool) -> int | None:
    bound = float(model.getInfo().mip_dual_bound)
    if not math.isfinite(bound):
        return None
    return math.ceil(bound - CLOSE) if smallest else math.floor(bound + CLOSE)


def _point(model: Any) -> tuple[int, ...] | None:
    """The numbers found, if they are whole."""
    values = model.getSolution().col_value
    near = tuple(round(value) for value in values)
    return near if all(abs(value - whole) <= CLOSE for value, whole in zip(values, near, strict=True)) else None


def _sum(costs: Sequence[float], point: Sequence[int]) -> int:
    return sum(int(cost) * value for cost, value in zip(costs, point, strict=True) if cost)
