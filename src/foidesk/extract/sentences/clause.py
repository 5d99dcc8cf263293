"""A number of a sentence with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from foidesk.model.periods import Period
from foidesk.words.numbers import NumberWord

from ..basis.nouns import NounHit
from ..figures.seen import Categorised


@dataclass(frozen=True, slots=True)
class Clause:
    """A number (None for words that say "none") with what belongs to it.

    `bare`: it is all the sentence says. `crowded`: the sentence holds another number that nothing explains.
    `gap` are the words between the number and the noun or category that follows it. `listed`: one of a list of
    numbers, each behind its category; the list begins at `head`. `carried`: it counts what the sentence before
    does. `beside`: one of a row of numbers of which two are of one category in other words. `whole`: the words
    behind it say of what kind all of it is. `sum_of`: what the money was paid for.
    """

    start: int
    end: int
    number: NumberWord | None
    nouns: tuple[NounHit, ...] = ()
    categories: Categorised = ()
    period: Period | None = None
    period_at: tuple[int, int] | None = None
    bare: bool = False
    crowded: bool = False
    gap: str = ""
    listed: bool = False
    head: int = 0
    carried: bool = False
    beside: bool = False
    whole: bool = False
    sum_of: tuple[NounHit, ...] = ()
