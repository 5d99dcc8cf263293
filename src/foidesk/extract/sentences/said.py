"""What one sentence of a reply gave."""

from __future__ import annotations

from dataclasses import dataclass

from ..basis.found import Found
from .over import Sentence


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence gave. `part`: a sentence before it gave what it says.

    `some` are the ids of counts of cases of a kind that no category knows.
    """

    sentence: Sentence
    found: Found
    part: bool = False
    some: frozenset[str] = frozenset()
