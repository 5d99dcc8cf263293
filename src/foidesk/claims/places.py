"""Places in an order: "first", "second highest", "fewest" against the place of a body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .facts import Fact
from .quantity import ORDINALS, SUPERLATIVES


@dataclass(frozen=True, slots=True)
class Place:
    """The place that words claim: `number` from the top or, if not `from_top`, the bottom; `joint` if shared."""

    number: int
    from_top: bool = True
    joint: bool = False


def place(words: str) -> Place | None:
    """“second highest”, “2nd”, “the most”, “joint third”; None if the words claim no place."""
    lower = words.lower()
    joint = bool(re.search(r"\b(?:joint|jointly|equal|tied|shared?)\b", lower))
    superlative = next((sign for word, sign in SUPERLATIVES.items() if re.search(rf"\b{word}\b", lower)), None)
    digits = re.search(r"\b(\d+)(?:st|nd|rd|th)?\b", lower)
    ordinal = next((n for word, n in ORDINALS.items() if re.search(rf"\b{word}\b", lower)), None)
    number = ordinal or (int(digits[1]) if digits else None) or (1 if superlative else None)
    if number is None:
        return None
    return Place(number, superlative is None or superlative > 0, joint)


def agreement(claimed: Place, fact: Fact) -> str:
    """ "fits", "clashes", "open", or "shared" if the place is right but another body surely has it too."""
    best, worst = (fact.highest_first if claimed.from_top else fact.lowest_first) or (1, 1)
    if not best <= claimed.number <= worst:
        return "clashes"
    if best != worst:
        return "open"
    return "shared" if fact.tied and not claimed.joint else "fits"
