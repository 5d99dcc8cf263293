"""A reply's own words to categories: open questions, suggestions with a score, never a decision."""

from foidesk.words.stages import STAGES, stage

from .agreement import Agreement, agreement
from .apply import apply
from .choices import coding_choice
from .suggestions import Suggestion, scores, suggest

VERSION = 2
"""Goes up whenever a decided coding would come out differently."""

__all__ = [
    "STAGES", "VERSION", "Agreement", "Suggestion", "agreement", "apply", "coding_choice", "scores", "stage",
    "suggest",
]  # fmt: skip
