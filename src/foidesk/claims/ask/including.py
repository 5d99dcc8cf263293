"""A kind that is told as some of those counted: "24 officers, *including special constables*".

So told it restricts nothing; but there must be some, by the replies of those of whom the figure is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.model import Variable

from .evaluate import Bench
from .reading import Asked
from .sentence import Sentence
from .taken import leaves


def borne_including(one: Sentence, every: Sequence[Asked], bench: Bench) -> Iterator[tuple[int, int]]:
    """Where such kinds stand, of which the replies count some."""
    for seen in one.included:
        ahead = [
            asked for asked in every if asked.figure is not None and asked.end <= seen.start and asked.readings
        ]
        own = ahead[-1].readings[0] if ahead and len(ahead[-1].readings) == 1 else None
        if own is None or own.statistic != "total" or own.other is not None:
            continue
        kind = own.where.get(seen.variable)
        if kind is not None and not _lies_within(
            bench.definition.codebook.variable(seen.variable), seen.categories, kind
        ):
            continue
        found = bench.answer(replace(own, where={**own.where, seen.variable: seen.categories}))
        if not found.none and not found.open and found.lo > 0:
            yield seen.start, seen.end


def _lies_within(variable: Variable, ids: tuple[str, ...], kind: tuple[str, ...]) -> bool:
    """True if what is told as included is a part of the kind that is counted, and not another beside it."""
    return bool(leaves(variable, ids)) and leaves(variable, ids) <= leaves(variable, kind)
