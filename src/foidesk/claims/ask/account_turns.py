"""Turns of a whole sentence that `account` looks at: a place among changes, a number that counts nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from .account_words import CHANGE, HEDGED, NOUN_ONLY
from .reading import Asked
from .sentence import Sentence


def orders_changes(asked: Asked, one: Sentence) -> str:
    """ "The biggest fall": a place among changes, where the reading is of how many there are."""
    if asked.kind != "superlative" or asked.figure is None:
        return ""
    found = CHANGE.match(one.plain, asked.figure.end)
    levels = all(
        reading.statistic in ("place", "highest", "lowest") and not reading.other for reading in asked.readings
    )
    return found["what"] if found and levels else ""


def prepositions(one: Sentence) -> Iterator[tuple[int, int]]:
    """ "Claims over one pothole": no hedge, but what the things counted before are about."""
    for before, figure in itertools.pairwise(one.figures):
        counts = before.kind == "count" and figure.kind == "count"
        if counts and HEDGED.match(figure.text) and NOUN_ONLY.fullmatch(one.plain[before.end : figure.start]):
            yield figure.start, figure.end
