"""The sentence just before another, and what it counts: "all of them" and "half of these" are of that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.model.observations import Observation

from ..basis.ground import Ground
from ..figures.seen import look
from .said import Said

_SOME = re.compile(
    r"\b(?:some|several|most|mostly|many|few|mainly|chiefly|largely|mixture|including|includes?|included|various|"
    r"a\s+(?:small\s+|large\s+)?(?:number|proportion|handful|couple|majority|minority|share|part|quarter|third)|"
    r"(?:the\s+)?(?:majority|minority|bulk|rest|remainder|others?)|half|partly|"
    r"einige\w*|mehrere\w*|manche\w*|viele\w*|wenige\w*|meisten?|teils|teilweise|darunter|übrige\w*)\b"
    r"(?!\s+(?:of\s+)?questions?\b)",
    re.IGNORECASE,
)
"""Words for cases that a sentence speaks of and does not number: "these" behind it may be those."""


def just_before(said: Sequence[Said], at: int) -> Said | None:
    """The sentence before one under the same question and heading; None if there is none."""
    mine, before = said[at].sentence, said[at - 1] if at > 0 else None
    if before is None or before.sentence.over.question != mine.over.question:
        return None
    return before if dict(before.sentence.over.where) == dict(mine.over.where) else None


def counted_before(ground: Ground, said: Sequence[Said], at: int, measure: str) -> Said | None:
    """The sentence just before, if that alone counts the measure: all its numbers are read.

    None with a sentence between that counts nothing by itself ("Some were serious."), and behind two sentences of
    a paragraph that count different years: of which is meant is for a person to say.
    """
    before = just_before(said, at)
    if before is None or not counts_of(before, measure) or not reads_all(ground, before) or says_some(before):
        return None
    earlier = just_before(said, at - 1)
    if earlier is None or earlier.sentence.block != before.sentence.block or not counts_of(earlier, measure):
        return before
    return None


def counts_of(one: Said, measure: str) -> list[Observation]:
    """The exact, accepted figures of a sentence that are of no kind besides that of the heading over it."""
    over = set(dict(one.sentence.over.where))
    sure = [o for o in one.found.observations if o.accepted_by and o.amount is not None and o.amount.is_exact]
    return [o for o in sure if o.measure == measure and set(o.where) == over]


def says_some(one: Said) -> bool:
    """True for "20 reports, several of them at night": of which of these the next sentence tells is not said."""
    return _SOME.search(one.sentence.text) is not None


def reads_all(ground: Ground, one: Said) -> bool:
    """True if every number of the sentence is read, or stands for one that is."""
    read = {mark.span for mark in one.found.marks if mark.read}
    words = [word for word in look(ground, one.sentence.text).numbers if word.is_amount]
    return all(set(one.sentence.piece.cut(word.start, word.end).spans) & read for word in words)
