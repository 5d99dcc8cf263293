"""Whole-number bounds of sums under linear statements: the mathematics, blind to replies and surveys.

`system` (unknowns and rows) → `propagate` (what single rows force) → `components` (what is left falls apart into
independent parts) → `program` (HiGHS, loaded only where propagation has left something open) → `bounds` ·
`conflict` (a smallest set of sources that cannot all be right).
"""

from .bounds import Bound, Solved
from .conflict import forcing, smallest_conflict
from .system import Row, System, Terms

__all__ = ["Bound", "Row", "Solved", "System", "Terms", "forcing", "smallest_conflict"]
