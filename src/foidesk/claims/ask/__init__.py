"""Claims without bindings: what a sentence asks of the data is fixed from its words, then answered.

The way: `sentence` (parts with one figure each) → `asks`, `orders`, `told`, `incident`, `quotation` (what is
asserted, as readings) → `evaluate`, `answers` (what the data say) → `fit`, `verdicts`. `asks` takes the figures
that are `asserted`, each with its `clause`, and fixes `measure_of`, `scope` and `statistics`,
or says its `doubts`. No finding is looked for by its value.
"""

from .evaluate import Bench
from .fit import RULES
from .quotation import Said
from .reading import Reading
from .story import Judged, Story

__all__ = ["RULES", "Bench", "Judged", "Reading", "Said", "Story"]
