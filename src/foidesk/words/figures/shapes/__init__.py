"""What figures look like in news prose, the most telling shapes first; each takes its characters."""

from __future__ import annotations

from .common import Shape
from .counts import compounds, durations, plain, ranges, sizes
from .moments import ages, scores, times
from .money import money
from .order import ranks, superlatives
from .shares import fractions, multiples, ratios, shares
from .words import majorities, nones, several, singles

SHAPES: tuple[Shape, ...] = (
    times, scores, money, ages, shares, ratios, multiples, fractions, compounds, durations, sizes, ranks, ranges,
    plain, several, nones, singles, majorities, superlatives,
)  # fmt: skip
