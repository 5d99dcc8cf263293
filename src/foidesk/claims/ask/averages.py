"""Averages, and rates: per day, per claim, per so many of what a body has a number of."""

from __future__ import annotations

import re
from dataclasses import replace

from .clause import Clause
from .periods import Span
from .reading import Asked, Reading
from .stems import stems
from .wording import MEAN, MEDIAN

_PER_ONE = re.compile(r"\b(?:a|an|per|each|every)\s(?!year|month|week|day)\w+|\bpayouts?\b", re.IGNORECASE)
_LIMITED = re.compile(r"\b(?:over|than|under|within|half|exceed\w*)\s+an?\s$", re.IGNORECASE)
"""Before "an hour" where it is a limit and no rate: "took over an hour"."""
_MIDDLE = re.compile(r"\b(?:middle|median) (?:force|council|board|body|trust|authority|one)\b", re.IGNORECASE)
"""The body in the middle of the order."""
_A_YEAR = re.compile(r"(?:\s+[\w-]+){0,3}\s+(?:an?|per|each|every)\s")
"""Behind a number that is a rate: up to three words, then "a day"."""
TIMES = ("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year")
"""What a rate over time is told for."""
_POPULATION = frozenset(
    stem for word in "people person resident inhabitant population head".split() for stem in stems(word)
)
"""Words for all who live somewhere."""
_SO_MANY = re.compile(r"(?:\d[\d,.]*m?|(?:an? |one )?(?:hundred thousand|hundred|thousand|million))\b")
"""What a rate is told for begins with a number: "10,000 patients"."""


def average(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """A median or a mean, over bodies or over what is paid for; None for any other figure."""
    text = part.part.text
    named = any("median" in phrase for phrase in part.lexicon.measure_phrases[reading.measure])
    kind = part.lexicon.kind(reading.measure)
    if kind in ("duration", "share") and _MIDDLE.search(part.one.plain) and not part.one.bodies:
        return part.asked(replace(reading, statistic="median", base_measure=""), kind="average")
    if named or kind in ("duration", "share"):
        if MEAN.search(text) and not MEDIAN.search(text) and named:
            return part.asked(open="the survey asks for a median; the sentence tells an average")
        return None
    if MEDIAN.search(text) and part.figure.kind in ("count", "money") and not named:
        return part.asked(replace(reading, statistic="median", base_measure=""), kind="average")
    if MEAN.search(text) and part.figure.kind == "money" and (per := _per_one_of(part, reading)):
        return per
    if MEAN.search(text) and part.figure.kind in ("count", "money"):
        return part.asked(replace(reading, statistic="mean", base_measure=""), kind="average")
    return None


_PAYOUT = re.compile(r"\b(?:payouts?|payments?|settlements?|awards?|cheques?)\b", re.IGNORECASE)
_PAYING = frozenset(
    word for verb in "paid settled awarded granted met successful accepted".split() for word in stems(verb)
)


def _for_which(part: Clause, counts: list[str]) -> list[str]:
    """ "The average payout": over those for which money was paid, "claims *paid*"."""
    return [id for id in counts if any(one & _PAYING for one in part.lexicon.measure_phrases[id])]


def _paid_for(part: Clause, reading: Reading, counts: list[str], named: str, said: frozenset[str]) -> list[str]:
    """ "An average of £983 a claim": of a bare noun, also those for which the money was paid ("claims *paid*")."""
    phrases = part.lexicon.measure_phrases
    noun = next((one for one in phrases[named] if len(one) == 1 and one <= said), frozenset[str]())
    sums = frozenset[str]().union(*phrases[reading.measure])
    others = [id for id in counts if id != named]
    return [id for id in others if noun and any(noun < one and one - noun <= sums for one in phrases[id])]


def _per_one_of(part: Clause, reading: Reading) -> Asked | None:
    """ "An average of £1,040 a claim", "the average payout": money over what it was paid for.

    Where the words leave open what it is divided by, every count of the question is tried; if these differ, a
    person is needed.
    """
    asked = [one for one in part.lexicon.definition.questions if reading.measure in one.measures]
    counts = [id for one in asked for id in one.measures if part.lexicon.kind(id) == "count"]
    if not counts or (reading.group.kind != "listed" and not _PER_ONE.search(part.one.plain)):
        return None
    phrases = part.lexicon.measure_phrases
    behind = frozenset(stems(part.one.bare[part.figure.end : part.part.end]))
    own = any(phrase <= behind for id in counts for phrase in phrases[id])
    said = behind if own else frozenset(stems(part.one.bare))
    named = [id for id in counts if any(phrase <= said for phrase in phrases[id])]
    fullest = [max((len(p) for p in phrases[id] if p <= said), default=0) for id in named]
    if named and fullest.count(max(fullest)) == 1:
        named = [named[fullest.index(max(fullest))]]
        named += _paid_for(part, reading, counts, named[0], said)
    elif not named and _PAYOUT.search(part.one.bare):
        named = _for_which(part, counts)
    readings = [
        replace(
            reading, statistic="quotient", base_measure="", other=replace(reading, measure=id, base_measure="")
        )
        for id in named or counts
    ]
    return part.asked(*readings, kind="average")


def rate(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """ "12 a day", "33 per 10,000 patients"; None for any other figure."""
    per = part.figure.per or part.context.per
    if not per or part.figure.kind not in ("count", "money"):
        return None
    if _SO_MANY.match(per) or (per not in TIMES and _sizes(part, per)):
        return _per_so_many(part, reading, per)
    if per not in TIMES and part.figure.kind == "money" and (found := _per_one_of(part, reading)):
        return found
    if part.figure.per in TIMES and part.figure.text.lower().endswith(part.figure.per.lower()):
        return part.asked(replace(reading, statistic="rate", per=per, base_measure=""), kind="rate")
    each = _A_YEAR.match(part.after)
    if (
        each is None
        or _LIMITED.search(each[0])
        or any(
            one.kind == "duration" and one.start < part.figure.end + each.end() and part.figure.end < one.start
            for one in part.one.figures
        )
    ):
        return None
    return part.asked(replace(reading, statistic="rate", per=per, base_measure=""), kind="rate")


def _per_so_many(part: Clause, reading: Reading, per: str) -> Asked:
    """A rate by the sizes on file whose words name what it is told for; each of them is tried."""
    named = _sizes(part, per)
    if not named:
        why = f"a rate per {per} needs their number at each body, with its source, in denominators.csv"
        return part.asked(kind="rate", open=why)
    found = [
        replace(reading, statistic="rate", per=per, size=name, base_measure="", base={}) for name in sorted(named)
    ]
    return part.asked(*found, kind="rate")


def _sizes(part: Clause, per: str) -> set[str]:
    """The definitions of the sizes on file that name what the rate is told for; the only one, if it says none."""
    noun = frozenset(stems(_SO_MANY.sub("", per, count=1)))
    own = part.lexicon.definition.denominators
    if noun & _POPULATION:
        return {row.definition for row in own if frozenset(stems(f"{row.definition} {row.unit}")) & _POPULATION}
    named = {row.definition for row in own if noun and noun <= frozenset(stems(f"{row.definition} {row.unit}"))}
    every = {row.definition for row in own}
    return every if not noun and len(every) == 1 else named
