"""How much something is said to have moved: "rose slightly", "a sharp fall", "steadily", held against the replies.

Such a word is passed over where the replies bear it out. Where they do not, or where it is not known from when to
when it moved, it is left, and a person is asked.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from .evaluate import Bench
from .moves import MOVE
from .reading import Answer, Asked, Reading
from .sentence import Sentence
from .wording import IN_A_ROW
from .years import apart, is_year, moved

_WORDS = (
    r"(?:(?P<little>slight(?:ly)?|marginal(?:ly)?|narrowly|modest(?:ly)?|a little)|"
    r"(?P<much>sharp(?:ly)?|steep(?:ly)?|dramatic(?:ally)?|massive(?:ly)?|huge(?:ly)?|marked(?:ly)?|"
    r"substantial(?:ly)?|significant(?:ly)?|considerabl[ey]|vastly|staggeringly)|"
    r"(?P<steady>stead(?:y|ily))|(?P<again>again))"
)
_WORD = re.compile(rf"\b{_WORDS}\b", re.IGNORECASE)
_BEHIND = re.compile(rf"\s(?:back\s|up\s|down\s)?{_WORDS}\b", re.IGNORECASE)
_AHEAD = re.compile(rf"\b{_WORDS}\s$", re.IGNORECASE)
_NOUN = re.compile(
    rf"\b{_WORDS}\s(?:year-on-year\s)?(?:rises?|increases?|falls?|drops?|decreases?|declines?|jumps?|growth|reductions?|upturns?)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:(?P<much>soar(?:ed|s|ing)?|rocket(?:ed|s|ing)?|surg(?:e|ed|es|ing)|leap(?:s|ed|t|ing)?|plung(?:e|ed|es|ing)|"
    r"plummet(?:ed|s|ing)?|slump(?:ed|s|ing)?)|"
    r"(?P<little>crept|creep(?:s|ing)?|edg(?:ed|es|ing)|inch(?:ed|es|ing)|nudg(?:ed|es|ing)))\b",
    re.IGNORECASE,
)
"""Verbs that say themselves how much it was."""
_FOR_THE = re.compile(r"\bfor (?:the|a)\s$")
_A_LITTLE, _A_LOT = Decimal("0.10"), Decimal("0.20")
"""By no more, or by no less, of what it was."""
_LONGEST = 12
_ENDS = 2


def doubted(one: Sentence, every: Sequence[Asked], bench: Bench) -> Iterator[tuple[int, int]]:
    """Where words of degree stand that the replies do not bear out."""
    row = _row(every)
    for found in _found(one.plain):
        how = str(found.lastgroup)
        if (
            not row
            or (len(row) > _ENDS and (how == "again" or not _goes_one_way(row, bench)))
            or not _holds(how, row[0], row[-1], bench)
        ):
            yield found.span(how)


def borne_runs(one: Sentence, every: Sequence[Asked], bench: Bench) -> Iterator[tuple[int, int]]:
    """Where a run is told ("for the third year in a row") that the years before the last bear out."""
    row = _row(every)
    for figure in one.figures:
        found = IN_A_ROW.match(one.plain, figure.end)
        if (
            figure.kind != "rank"
            or figure.value is None
            or found is None
            or not row
            or not (found["years"] or found["years2"])
        ):
            continue
        back = range(int(figure.value), -1, -1)
        years = [replace(row[-1], period=moved(row[-1].period, -by)) for by in back]
        if len(row) == _ENDS and moved(row[-1].period, -1) == row[0].period and _goes_one_way(years, bench):
            ahead = _FOR_THE.search(one.plain[: figure.start])
            yield ahead.start() if ahead else figure.start, found.end()


def _found(text: str) -> Iterator[re.Match[str]]:
    seen: set[int] = set()
    for move in MOVE.finditer(text):
        own = _WORD.search(text, move.start(), move.end())
        verb = _VERB.search(text, move.start(), move.end())
        for found in (own, verb, _BEHIND.match(text, move.end()), _AHEAD.search(text[: move.start()])):
            if found is not None:
                seen.add(found.start(str(found.lastgroup)))
                yield found
    yield from (one for one in _NOUN.finditer(text) if one.start(str(one.lastgroup)) not in seen)


def _row(every: Sequence[Asked]) -> list[Reading]:
    """The figures through which the sentence moves, by year: two at least; none where it does not say."""
    told: list[Reading] = []
    for asked in every:
        if len(asked.readings) != 1 and not asked.latest:
            continue
        own = asked.readings[0]
        if own.other is not None and own.statistic in ("trend", "change", "difference", "points", "multiple"):
            told.append(replace(own.other, statistic=_level(own.statistic, own), other=None, direction=0))
            told.append(replace(own, statistic=_level(own.statistic, own), other=None, direction=0))
        elif own.statistic in ("total", "share") and own.other is None:
            told.append(own)
    years = sorted({own.period for own in told if is_year(own.period)})
    if not years or any(replace(own, period="") != replace(told[0], period="") for own in told):
        return []
    return [replace(told[0], period=year) for year in (years if len(years) > 1 else [moved(years[0], -1), *years])]


def _goes_one_way(row: list[Reading], bench: Bench) -> bool:
    """True if the figures only rise, or only fall."""
    known = [_known(one, bench) for one in row]
    steps = [None if a is None or b is None else b - a for a, b in itertools.pairwise(known)]
    return all(step is not None and step > 0 for step in steps) or all(
        step is not None and step < 0 for step in steps
    )


def _level(statistic: str, own: Reading) -> str:
    return "share" if statistic == "points" or own.base else "total"


def _holds(how: str, early: Reading, late: Reading, bench: Bench) -> bool:
    then, now = _known(early, bench), _known(late, bench)
    if then is None or now is None or then == now:
        return False
    part = abs(now - then) / then if then else None
    if how == "little":
        return part is not None and part <= _A_LITTLE
    if how == "much":
        return part is None or part >= _A_LOT
    years = apart(late.period, early.period) or 0
    if how == "again":
        before = _known(replace(early, period=moved(early.period, -1)), bench)
        return before is not None and (then - before) * (now - then) > 0
    row = [_known(replace(early, period=moved(early.period, by)), bench) for by in range(min(years, _LONGEST) + 1)]
    steps = [None if a is None or b is None else (b - a) * (now - then) for a, b in itertools.pairwise(row)]
    return len(steps) > 1 and all(step is not None and step > 0 for step in steps)


def _known(reading: Reading, bench: Bench) -> Decimal | None:
    """The figure, where the replies leave nothing open."""
    if not bench.known_period(reading.period):
        return None
    found: Answer = bench.answer(reading)
    is_sure = not found.none and not found.open and found.hi == found.lo
    return found.lo if is_sure else None
